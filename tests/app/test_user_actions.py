"""The user's actions: what each request does with windows, accounts and settings."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.support.builders import balance, make_account
from wallet_tray.app.account_session import Pause
from wallet_tray.app.background import BackgroundThread
from wallet_tray.app.settings_controller import SettingsController, UiState
from wallet_tray.app.user_actions import AppActions
from wallet_tray.app.windows import Windows
from wallet_tray.domain.account_snapshot import Wallet
from wallet_tray.domain.account_state import Failed, Fresh
from wallet_tray.domain.problem import Problem, ProblemKind, Remedy
from wallet_tray.storage.settings_file import SettingsStore
from wallet_tray.storage.state_file import StateFile
from wallet_tray.text.status import DisplayOptions
from wallet_tray.ui.dialogs.sign_in import SignInDialog
from wallet_tray.ui.settings.dialog import SettingsDialog

NOW = datetime(2026, 11, 22, 14, 2, tzinfo=UTC)
BALANCE = balance(84, total=100, at=NOW, wallet_id="id-1")


def wallet(**changes: Any) -> Wallet:
    return replace(Wallet(make_account(), Fresh(BALANCE)), **changes)


class Session:
    """One account, which records what is asked of it and whether the popup was open then."""

    def __init__(self, windows: Windows) -> None:
        self.account = make_account()
        self.refreshes = self
        self.state = Fresh(BALANCE)
        self.popup_was_open: list[bool] = []
        self._windows = windows

    def request_refresh(self) -> None:
        self.popup_was_open.append(self._windows.popup_is_open)

    def refresh_if_older(self, _age: object) -> None:
        pass

    def fetch_details(self) -> None:
        pass

    def sign_in(self, credential: object) -> None:
        pass


class Sessions:
    """One account, and the pause of all."""

    interval = None

    def __init__(self, session: Session) -> None:
        self.session = session
        self.pause = Pause()

    def at(self, _index: int) -> Session:
        return self.session

    of = at

    def cancel_sign_in(self) -> None:
        pass

    def set_paused(self, _paused: bool) -> None:
        self.session.request_refresh()


@pytest.fixture
def windows(qtbot: QtBot) -> Iterator[Windows]:
    windows = Windows(lambda: DisplayOptions(NOW))
    windows.show_wallets([wallet()], "")
    yield windows
    for window in QApplication.topLevelWidgets():
        window.close()
        window.deleteLater()


@pytest.fixture
def session(windows: Windows) -> Session:
    return Session(windows)


@pytest.fixture
def actions(windows: Windows, session: Session, tmp_path: Path) -> Iterator[AppActions]:
    disk = BackgroundThread("disk")
    memory_file = StateFile(tmp_path / "alerts.json")
    context: Any = SimpleNamespace(
        folders=SimpleNamespace(
            settings_file=tmp_path / "settings.toml", history_file=tmp_path / "history.sqlite3"
        ),
        open_history=None,
        demo=False,
    )
    idle: Any = SimpleNamespace(
        follow=lambda *_: None,
        invalidate=lambda: None,
        user_seen=lambda: None,
        stop=lambda: None,
    )
    sessions: Any = Sessions(session)
    actions = AppActions(
        context,
        windows=windows,
        settings=SettingsController(SettingsStore(tmp_path / "settings.toml"), disk, windows),
        sessions=sessions,
        history=idle,
        ui_state=UiState(memory_file, disk),
        desktop=idle,
        credential_store=idle,
        memory_file=memory_file,
        alert_test=idle,
        disk=disk,
        parent=windows,
    )
    windows.use_actions(actions)
    yield actions
    windows.opened.disconnect()
    # Answers of the disk thread would find windows that the fixture below has deleted.
    disk.finish(timedelta(seconds=30))
    QCoreApplication.sendPostedEvents(None)


def shown(kind: type) -> list[Any]:
    return [one for one in QApplication.topLevelWidgets() if type(one) is kind and one.isVisible()]


KEYRING = [kind for kind in ProblemKind if kind.value.startswith("keyring-")]
REQUESTS = {
    "the banner": lambda actions: actions.apply_remedy(Remedy.TRY_AGAIN),
    "the foot": lambda actions: actions.refresh(),
    "resuming": lambda actions: actions.apply_remedy(Remedy.RESUME),
}


@pytest.mark.parametrize("kind", KEYRING, ids=lambda kind: kind.value)
@pytest.mark.parametrize("by", REQUESTS)
def test_the_popup_makes_way_before_the_keyring_may_ask(
    actions: AppActions, windows: Windows, session: Session, kind: ProblemKind, by: str
) -> None:
    """On X11 it holds the keyboard, and the keyring's dialog could not be typed into."""
    windows.show_wallets([wallet(state=Failed(Problem(kind, NOW), NOW))], "")
    windows.open_popup(0)
    assert windows.popup_is_open
    REQUESTS[by](actions)
    assert session.popup_was_open == [False]


@pytest.mark.parametrize("state", [Fresh(BALANCE), Failed(Problem(ProblemKind.OFFLINE, NOW), NOW)])
def test_a_refresh_without_a_prompt_leaves_the_popup_open(
    actions: AppActions, windows: Windows, session: Session, state: Any
) -> None:
    windows.show_wallets([wallet(state=state)], "")
    windows.open_popup(0)
    actions.refresh()
    actions.apply_remedy(Remedy.TRY_AGAIN)
    assert session.popup_was_open == [True, True]


@pytest.mark.parametrize(
    ("remedy", "window"), [(Remedy.SIGN_IN, SignInDialog), (Remedy.SETTINGS, SettingsDialog)]
)
def test_the_popup_makes_way_for_a_window(
    actions: AppActions, windows: Windows, remedy: Remedy, window: type
) -> None:
    windows.open_popup(0)
    actions.apply_remedy(remedy)
    assert not windows.popup_is_open
    assert len(shown(window)) == 1


def test_the_keys_page_is_that_of_the_account_in_the_sign_in_window(
    actions: AppActions, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        "wallet_tray.app.user_actions.open_outside", lambda url: opened.append(url.toString())
    )
    actions.open_keys_page()
    assert opened == [], "no account was chosen yet"
    actions.ask_to_sign_in("default")
    actions.open_keys_page()
    assert opened == ["https://app.bytenite.com/profile"]


def test_opening_the_file_clears_an_older_note(
    actions: AppActions, windows: Windows, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(actions._settings_file, "open", lambda: opened.append("file"))
    actions.open_settings()
    windows.settings.show_note("No program took it.")
    (dialog,) = shown(SettingsDialog)
    (note,) = (one for one in dialog.findChildren(QLabel) if one.accessibleName() == "Problem")
    assert note.text() == "No program took it."
    actions.open_settings_file()
    assert not note.isVisible()
    assert opened == ["file"]


def test_a_removed_account_leaves_the_settings_whether_or_not_it_is_erased(
    actions: AppActions, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "settings.toml").write_text('[[accounts]]\nid = "own"\n[[accounts]]\nid = "lab"\n')
    with qtbot.waitSignal(actions._settings.changed):
        actions.remove_account("lab", False)
    assert [one.id for one in actions._settings.settings.accounts] == ["own"]
