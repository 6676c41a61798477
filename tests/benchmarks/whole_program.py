"""The tray program as it is, in a home of its own, with its key in a keyring in memory.

Arguments: the service's address, how many refreshes to make without a pause (0 leaves the
program to itself); the key comes on standard input. A tray is said to be there.
"""

import os
import sys
import time

from PySide6.QtWidgets import QSystemTrayIcon

from tests.support.builders import make_account
from wallet_tray.context import AppContext
from wallet_tray.credentials.keyring_backend import MemoryKeyring
from wallet_tray.storage.files import write_atomically
from wallet_tray.storage.paths import make_private, user_folders
from wallet_tray.ui.tray.icon import TrayIcon

api_url, refreshes, key = sys.argv[1], int(sys.argv[2]), sys.stdin.read()
QSystemTrayIcon.isSystemTrayAvailable = staticmethod(lambda: True)
start_icon = TrayIcon.start


def start(self: TrayIcon) -> None:
    start_icon(self)
    print("stands", flush=True)


TrayIcon.start = start

from wallet_tray.refresh.controller import RefreshController  # noqa: E402

settle = RefreshController._settle
begun = {"count": 0, "cpu": 0.0}


def settle_and_go_on(self: RefreshController, *outcome: object) -> None:
    settle(self, *outcome)
    begun["count"] += 1
    if begun["count"] == 1:
        begun["cpu"] = time.process_time()
        print("first", flush=True)
    if begun["count"] <= refreshes:
        self.refresh_now()
    elif refreshes:
        print("refreshed", 1000 * (time.process_time() - begun["cpu"]) / refreshes, flush=True)


RefreshController._settle = settle_and_go_on

os.umask(0o077)
folders = user_folders()
for folder in (folders.config, folders.runtime):
    make_private(folder)
write_atomically(folders.settings_file, f'[[accounts]]\napi_url = "{api_url}"\n'.encode())
keyring = MemoryKeyring()
keyring.write(make_account(api_url=api_url).keyring_user, key)

from wallet_tray.app.main import run  # noqa: E402


def open_history() -> object:
    from wallet_tray.history.history import History  # as late as in the program itself

    return History(folders.history_file)


run(AppContext(folders, folders, {}, lambda: keyring, open_history))
