"""Refreshes without a pause, as the tray program does them, and prints what that cost as JSON.

Started by test_soak.py with an API key on standard input. Arguments: the service's address, a
folder for all that is kept, and the number of refreshes.
"""

import gc
import json
import logging
import os
import sys
import threading
import time
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from tests.support.builders import make_account
from wallet_tray.app.account_session import AccountSession
from wallet_tray.app.background import BackgroundThread
from wallet_tray.credentials.keyring_backend import MemoryKeyring
from wallet_tray.credentials.store import CredentialStore
from wallet_tray.desktop.notifications.notifier import Notifier
from wallet_tray.domain.account import Account
from wallet_tray.domain.alert_memory import AlertMemory, to_record
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.credential import CredentialKind
from wallet_tray.domain.problem import Problem
from wallet_tray.refresh.messages import RequestHandler
from wallet_tray.refresh.worker import RefreshWorker
from wallet_tray.startup import process
from wallet_tray.startup.logging_setup import set_up_logging
from wallet_tray.startup.unhandled_errors import log_unhandled_errors
from wallet_tray.storage.state_file import StateFile
from wallet_tray.text.status import DisplayOptions
from wallet_tray.ui.popup.presenter import popup_view
from wallet_tray.ui.tray.presenter import tray_view

WARM = 200  # refreshes until everything is imported and every cache is full
NEARBY = 40  # refreshes before a point of measuring at which objects are counted as well


class Soak(QObject):
    """One account whose next refresh begins when the one before has ended."""

    def __init__(self, api_url: str, api_key: str, folder: Path, refreshes: int) -> None:
        super().__init__()
        account = make_account(api_url=api_url)
        keyring = MemoryKeyring()
        keyring.write(account.keyring_user, api_key)
        self._credential_store = CredentialStore(lambda: keyring)
        self._refreshes = refreshes
        self._outcomes: dict[str, int] = {}
        self._figures: dict[str, dict[str, int]] = {}
        self._objects: dict[int, list[int]] = {}
        self._done = 0
        self._disk = BackgroundThread("disk")
        self._history_file = folder / "history.sqlite3"
        self._memory_file = StateFile(folder / "alerts.json")
        day = timedelta(days=1)
        self._session = AccountSession(
            account,
            self._make_worker,
            day,
            AlertMemory(),
            Notifier(self),
            self._options,
            parent=self,
        )
        self._session.refreshes.outcome.connect(self._on_outcome)
        self._session.changed.connect(self._on_changed)
        self._session.refreshes.changed.connect(self._on_changed)
        self._session.refreshes.started.connect(self._on_changed)
        self._session.alerts.remembered.connect(self._on_remembered)

    def start(self) -> None:
        process.collect_in_gui_thread()
        self._started, self._cpu = time.monotonic(), time.process_time()
        self._session.start()

    def _on_outcome(self, outcome: Balance | Problem) -> None:
        self._done += 1
        word = "balance" if isinstance(outcome, Balance) else outcome.kind.value
        self._outcomes[word] = self._outcomes.get(word, 0) + 1
        for point in (WARM, self._refreshes):
            if point - NEARBY < self._done <= point:
                self._let_disk_catch_up()
                self._objects.setdefault(point, []).append(objects_left())
        if self._done in (WARM, self._refreshes):
            # Other threads hold a hundred objects more or less at any moment; the fewest count.
            fewest = min(self._objects[self._done])
            self._figures[str(self._done)] = measured() | {"objects": fewest}

    def _let_disk_catch_up(self) -> None:
        """What waits to be written is no leak: no user refreshes a hundred times a second."""
        caught_up = threading.Event()
        self._disk.submit(caught_up.set)
        assert caught_up.wait(90)

    def _on_changed(self) -> None:
        wallets, options = [self._session.wallet()], self._options()
        tray_view(wallets, options)
        popup_view(wallets[0], options)
        process.collect()
        if self._done == self._refreshes:
            QTimer.singleShot(0, self._finish)
        else:
            self._session.refreshes.refresh_now(
                insist=True
            )  # while one is in flight this does nothing

    def _on_remembered(self) -> None:
        record = {self._session.account.id: to_record(self._session.alerts.memory)}
        self._disk.submit(partial(self._memory_file.save, record))

    def _finish(self) -> None:
        seconds, cpu = time.monotonic() - self._started, time.process_time() - self._cpu
        self._session.stop()
        self._disk.finish(timedelta(seconds=90))
        figures = {
            "outcomes": self._outcomes,
            "seconds": seconds,
            "cpu_ms_per_refresh": 1000 * cpu / self._refreshes,
            "at": self._figures,
        }
        sys.stdout.write(json.dumps(figures))
        QCoreApplication.quit()

    def _make_worker(self, account: Account) -> RefreshWorker:
        return RefreshWorker(
            lambda: make_handler(account, self._credential_store, self._history_file), account.id
        )

    def _options(self) -> DisplayOptions:
        return DisplayOptions(datetime.now().astimezone())


def make_handler(
    account: Account, credential_store: CredentialStore, history_file: Path
) -> RequestHandler:
    from wallet_tray.history.history import History
    from wallet_tray.refresh.client import AccountClient

    return AccountClient(account, credential_store, "none", no_kind, lambda: History(history_file))


def no_kind(account: Account, kind: CredentialKind) -> None:
    raise AssertionError("no one signs in here")


def objects_left() -> int:
    """What the collector knows, garbage aside."""
    gc.collect()
    return len(gc.get_objects())


def measured() -> dict[str, int]:
    """Resident memory in KiB, descriptors and threads."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    lines = dict(line.split(":", 1) for line in status.splitlines())
    return {
        "rss_kib": int(lines["VmRSS"].split()[0]),
        "descriptors": sum(1 for _ in Path("/proc/self/fd").iterdir()),
        "threads": int(lines["Threads"]),
        "python_threads": threading.active_count(),
    }


def main() -> None:
    api_url, folder, refreshes = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    app = QCoreApplication(["soak"])
    set_up_logging(folder / "log" / "wallet-tray.log")
    logging.getLogger().setLevel(logging.DEBUG)
    log_unhandled_errors()
    soak = Soak(api_url, sys.stdin.read(), folder, refreshes)
    soak.start()
    code = app.exec()
    sys.stdout.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
