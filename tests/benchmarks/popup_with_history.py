"""The tray program with ten years of history: how soon the popup is drawn after the click.

Arguments: the service's address, its wallet's id, how often to click; the key comes on standard
input. A tray is said to be there. Prints milliseconds for every opening. "drawn" is until the popup
has been drawn, with the chart that was known before; "read" until the chart has been read again.
"""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from tests.benchmarks import ten_years
from tests.support.builders import make_account
from wallet_tray.app.main import run
from wallet_tray.app.tray_app import TrayApp
from wallet_tray.context import AppContext
from wallet_tray.credentials.keyring_backend import MemoryKeyring
from wallet_tray.history.history import History
from wallet_tray.storage.files import write_atomically
from wallet_tray.storage.paths import make_private, user_folders
from wallet_tray.ui.popup.popup import Popup

api_url, wallet_id, times, key = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.stdin.read()
QSystemTrayIcon.isSystemTrayAvailable = staticmethod(lambda: True)


def popups() -> list[Popup]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, Popup)]


class Clicker(QObject):
    """Clicks, waits until the popup has been drawn and its past was read, closes it, and again."""

    def __init__(self, program: TrayApp) -> None:
        super().__init__()
        self._program = program
        self._left = times
        self._begun = 0.0
        self._drawn = self._read = False
        program._history.read.connect(self._on_read)
        self._refreshes = program._sessions.at(0).refreshes
        self._refreshes.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        self._refreshes.changed.disconnect(self._on_changed)
        QTimer.singleShot(500, self._click)  # the start is over

    def _click(self) -> None:
        self._drawn = self._read = False
        self._begun = time.perf_counter()
        self._program.actions.toggle_popup()
        for popup in popups():
            popup.repaint()  # now, and not with the next turn of the loop
        self._tell("drawn")
        self._drawn = True

    def _on_read(self, _past: object) -> None:
        self._tell("read")
        self._read = True
        self._next()

    def _next(self) -> None:
        if not (self._drawn and self._read):
            return
        for popup in popups():
            popup.close()
        self._left -= 1
        if self._left:
            QTimer.singleShot(400, self._click)  # a click sooner is taken for the closing one
        else:
            QApplication.quit()

    def _tell(self, word: str) -> None:
        print(word, 1000 * (time.perf_counter() - self._begun), flush=True)


clickers: list[Clicker] = []
start: Callable[[TrayApp], None] = TrayApp.start


def start_with_clicker(program: TrayApp) -> None:
    start(program)
    clickers.append(Clicker(program))


TrayApp.start = start_with_clicker  # type: ignore[method-assign]

os.umask(0o077)
folders = user_folders()
for folder in (folders.config, folders.data, folders.runtime):
    make_private(folder)
write_atomically(folders.settings_file, f'[[accounts]]\napi_url = "{api_url}"\n'.encode())
account = make_account(api_url=api_url)
keyring = MemoryKeyring()
keyring.write(account.keyring_user, key)
now = datetime.now(UTC).replace(microsecond=0)
past = History(folders.history_file)
past.record_all(
    account,
    (replace(balance, wallet_id=wallet_id) for balance in ten_years.course(ten_years.moments(now))),
)
past.close()
run(AppContext(folders, folders, {}, lambda: keyring, lambda: History(folders.history_file)))
