"""A settings file that is full of accounts is read in a time that grows with their number alone."""

import time
import tomllib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.recording_actions import RecordingActions
from wallet_tray.app.account_sessions import AccountSessions
from wallet_tray.app.background import BackgroundThread
from wallet_tray.cli.account import choose_account
from wallet_tray.credentials.keyring_backend import MemoryKeyring
from wallet_tray.credentials.store import CredentialStore
from wallet_tray.desktop.notifications.notifier import Notifier
from wallet_tray.diagnostics.run import chosen_accounts
from wallet_tray.domain.settings import Settings, read_settings
from wallet_tray.history.history import History
from wallet_tray.providers.registry import Registry
from wallet_tray.storage.settings_file import SettingsStore
from wallet_tray.storage.state_file import StateFile
from wallet_tray.text.status import DisplayOptions
from wallet_tray.ui.settings.dialog import SettingsDialog

REGISTRY = Registry()
MOST = 40_000  # so many fit into the largest file that is read


def text(number: int) -> str:
    return "".join(f'[[accounts]]\nid="a{one}"\n' for one in range(number))


def many(number: int) -> Settings:
    return read_settings(tomllib.loads(text(number)), REGISTRY).settings


def seconds(step: Callable[[], object]) -> float:
    """Of the processor, which other programs do not lengthen; the best of three."""
    spent = []
    for _ in range(3):
        begun = time.process_time()
        step()
        spent.append(time.process_time() - begun)
    return min(spent)


def test_the_largest_file_is_read_at_once(tmp_path: Path) -> None:
    store = SettingsStore(tmp_path / "settings.toml")
    store.path.write_text(text(MOST))
    assert store.path.stat().st_size < 1 << 20
    begun = time.process_time()
    loaded = store.load()
    chosen = choose_account(store, f"a{MOST - 1}")
    assert time.process_time() - begun < 20  # it took minutes
    assert len(loaded.reading.settings.accounts) == MOST
    assert chosen.account.id == f"a{MOST - 1}"
    assert len(chosen_accounts(loaded, None)[0]) == MOST


@pytest.mark.parametrize(
    "line", ['id = "a"', 'id = "!"', "label = 1", 'api_url = "x"', "unknown = 1"]
)
def test_faults_and_unknown_keys_take_linear_time(line: str) -> None:
    """Of 16 times as many accounts: 16 times the time, and not 256 times."""

    def read(number: int) -> Callable[[], object]:
        document = tomllib.loads(f"[[accounts]]\n{line}\n" * number)
        return lambda: read_settings(document, REGISTRY)

    assert seconds(read(16_000)) < 60 * seconds(read(1000))


@pytest.fixture
def make_sessions(
    qapp: QApplication, tmp_path: Path
) -> Iterator[Callable[[Settings], AccountSessions]]:
    disk = BackgroundThread("disk")
    made: list[AccountSessions] = []

    def make(settings: Settings) -> AccountSessions:
        sessions = AccountSessions(
            settings,
            CredentialStore(MemoryKeyring, {}),
            SettingsStore(tmp_path / "settings.toml"),
            StateFile(tmp_path / "alerts.json"),
            lambda: History(tmp_path / "history.sqlite3"),
            disk,
            notifier=Notifier(),
            options=lambda: DisplayOptions(datetime.now(UTC)),
            connect=lambda _session: None,
            parent=qapp,
        )
        made.append(sessions)
        return sessions

    yield make
    disk.finish(timedelta(seconds=30))


def test_sessions_of_many_accounts_take_linear_time(
    make_sessions: Callable[[Settings], AccountSessions],
) -> None:
    few, more = many(200), many(1600)

    def step(settings: Settings) -> float:
        begun = time.process_time()
        sessions = make_sessions(settings)
        sessions.apply_settings(settings)
        return time.process_time() - begun

    step(few)  # what is imported late
    assert step(more) < 32 * step(few)


def test_the_window_lists_them_one_by_one(qtbot: QtBot) -> None:
    few, more = many(500), many(4000)

    def step(settings: Settings) -> float:
        dialog = SettingsDialog(settings, RecordingActions(), signed_in=True)
        qtbot.addWidget(dialog)
        return seconds(lambda: dialog.show_settings(settings))

    assert step(more) < 32 * max(step(few), 0.001)
