"""Settings, About and welcome beside the real settings file, the real disk thread, real folders."""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QTabWidget
from pytestqt.qtbot import QtBot

from tests.support.builders import balance, make_account, make_settings
from tests.support.recording_actions import RecordingActions
from wallet_tray.app.autostart import AutostartToggle, own_autostart
from wallet_tray.app.background import BackgroundThread
from wallet_tray.app.erase import AccountRemoval
from wallet_tray.app.settings_controller import SettingsController, SettingsFile
from wallet_tray.app.settings_windows import SettingsWindows
from wallet_tray.credentials.keyring_backend import MemoryKeyring
from wallet_tray.credentials.store import CredentialStore
from wallet_tray.desktop.autostart.autostart import NoAutostart
from wallet_tray.desktop.autostart.xdg import XdgAutostart
from wallet_tray.domain.account import Account
from wallet_tray.domain.account_snapshot import Wallet
from wallet_tray.domain.account_state import Failed, Fresh
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.problem import Problem, ProblemKind
from wallet_tray.domain.results import AutostartRefusal, AutostartState
from wallet_tray.history.history import History
from wallet_tray.refresh.recorder import RecordingGate
from wallet_tray.storage.files import write_atomically
from wallet_tray.storage.packages import installed_parts
from wallet_tray.storage.settings_file import SettingsStore
from wallet_tray.text.status import DisplayOptions
from wallet_tray.ui.dialogs.about import AboutDialog
from wallet_tray.ui.dialogs.welcome import WelcomeDialog
from wallet_tray.ui.settings.dialog import SettingsDialog

NOW = datetime(2026, 11, 22, 14, 2, tzinfo=UTC)
BALANCE = balance(84, total=100, at=NOW, wallet_id="id-1")
SIGNED_OUT = Failed(Problem(ProblemKind.SIGNED_OUT, NOW), NOW)
OFFLINE = Failed(Problem(ProblemKind.OFFLINE, NOW), NOW)
LAB = replace(make_account(), id="lab", label="Lab")


@pytest.fixture
def windows(qtbot: QtBot) -> Iterator[SettingsWindows]:
    windows = SettingsWindows(lambda: DisplayOptions(NOW))
    windows.actions = RecordingActions()
    yield windows
    for window in QApplication.topLevelWidgets():
        window.close()
        window.deleteLater()


@pytest.fixture
def disk(qtbot: QtBot) -> BackgroundThread:
    return BackgroundThread("disk")


def shown(kind: type) -> list:
    return [one for one in QApplication.topLevelWidgets() if type(one) is kind and one.isVisible()]


def box(window: QObject, text: str) -> QCheckBox:
    (found,) = (
        one for one in window.findChildren(QCheckBox) if one.text().replace("&", "") == text
    )
    return found


def label(window: QObject, name: str) -> str:
    (found,) = (one for one in window.findChildren(QLabel) if one.accessibleName() == name)
    return found.text() if found.isVisible() else ""


def press(window: QObject, text: str) -> None:
    (found,) = (
        one
        for one in window.findChildren(QPushButton)
        if one.text().replace("&", "") == text and one.isVisible()
    )
    found.click()


def test_a_change_in_the_window_is_in_the_file_and_one_in_the_file_in_the_window(
    windows: SettingsWindows, disk: BackgroundThread, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("# mine\nversion = 2\n[display]\nhide_amounts = false\n")
    watch = SettingsController(SettingsStore(file), disk)
    watch.changed.connect(windows.show_settings)
    windows.actions.save_settings = watch.save
    watch.start()
    windows.open_settings(watch.settings, signed_in=True)
    (dialog,) = shown(SettingsDialog)
    hide = box(dialog, "Hide amounts")
    with qtbot.waitSignal(watch.changed):
        hide.click()
    assert "hide_amounts = true" in file.read_text()
    assert hide.isChecked()
    file.write_text("# mine\n[display]\nhide_amounts = false\n")
    qtbot.waitUntil(lambda: not hide.isChecked())


def test_settings_window_follows_the_sign_ins(windows: SettingsWindows) -> None:
    both = [Wallet(make_account(), Fresh(BALANCE)), Wallet(LAB, SIGNED_OUT)]
    windows.show_wallets(both, "")
    windows.open_settings(replace(make_settings(), accounts=(make_account(), LAB)), signed_in=False)
    (dialog,) = shown(SettingsDialog)
    dialog.findChildren(QTabWidget)[0].setCurrentIndex(2)
    with pytest.raises(ValueError, match="unpack"):
        press(dialog, "Sign in…")
    windows.show_wallets([Wallet(make_account(), SIGNED_OUT), both[1]], "")
    press(dialog, "Sign in…")


def test_start_at_login_is_asked_and_switched_outside_the_gui_thread(
    windows: SettingsWindows, disk: BackgroundThread, qtbot: QtBot, tmp_path: Path
) -> None:
    autostart = XdgAutostart(tmp_path / "autostart", write_atomically)
    switch = AutostartToggle(autostart, disk, windows)
    switch.answered.connect(windows.show_autostart)
    windows.opened.connect(switch.ask)
    windows.actions.set_autostart = switch.switch
    with qtbot.waitSignal(switch.answered):
        windows.open_settings(make_settings(), signed_in=True)
    (dialog,) = shown(SettingsDialog)
    start = box(dialog, "Start at login")
    assert start.isVisible()
    assert not start.isChecked()
    with qtbot.waitSignal(switch.answered) as answer:
        start.click()
    assert answer.args == [AutostartState.ON, None]
    (entry,) = (tmp_path / "autostart").iterdir()
    assert "-I -m wallet_tray" in entry.read_text()
    entry.write_text(entry.read_text() + "Hidden=true\n")
    with qtbot.waitSignal(switch.answered):
        windows.open_settings(make_settings(), signed_in=True)
    assert not start.isChecked()


def test_reason_for_no_start_at_login_is_shown(windows: SettingsWindows) -> None:
    windows.open_settings(make_settings(), signed_in=True)
    windows.show_autostart(AutostartState.OFF, AutostartRefusal.PATH)
    (dialog,) = shown(SettingsDialog)
    assert "Move the program" in box(dialog, "Start at login").accessibleDescription()


def test_a_demo_starts_at_no_login() -> None:
    assert isinstance(own_autostart(demo=True), NoAutostart)


def test_about_is_opened_from_the_settings_and_filled(
    windows: SettingsWindows, disk: BackgroundThread, qtbot: QtBot
) -> None:
    windows.open_settings(make_settings(), signed_in=True)
    press(shown(SettingsDialog)[0], "About")
    assert windows.actions.calls == [("open_about",)]
    assert windows.open_about()
    windows.show_parts(installed_parts())
    assert not windows.open_about(), "it has its parts already"
    (about,) = shown(AboutDialog)
    assert "httpx" in about.text()


# -- the first start


def test_welcome_waits_until_the_account_is_known_to_be_signed_out(
    windows: SettingsWindows, qtbot: QtBot
) -> None:
    windows.welcome_is_due = True
    windows.show_wallets([Wallet(make_account())], "")
    windows.show_wallets([Wallet(make_account(), OFFLINE)], "")
    assert shown(WelcomeDialog) == []
    windows.show_wallets([Wallet(make_account(), SIGNED_OUT)], "")
    windows.show_wallets([Wallet(make_account(), SIGNED_OUT)], "")
    (welcome,) = shown(WelcomeDialog)
    press(welcome, "Sign in…")
    assert windows.actions.calls == [("ask_to_sign_in", "default")]
    with qtbot.waitSignal(windows.welcomed):
        windows.show_wallets([Wallet(make_account(), Fresh(BALANCE))], "")
    assert shown(WelcomeDialog) == []
    windows.show_wallets([Wallet(make_account(), SIGNED_OUT)], "")
    assert shown(WelcomeDialog) == []


def test_the_welcome_comes_without_a_keyring_too(windows: SettingsWindows) -> None:
    windows.welcome_is_due = True
    missing = Failed(Problem(ProblemKind.KEYRING_MISSING, NOW), NOW)
    windows.show_wallets([Wallet(make_account(), missing)], "")
    assert len(shown(WelcomeDialog)) == 1


def test_the_welcome_comes_again_after_the_demo(windows: SettingsWindows, qtbot: QtBot) -> None:
    windows.welcome_is_due = True
    windows.show_wallets([Wallet(make_account(), SIGNED_OUT)], "")
    (welcome,) = shown(WelcomeDialog)
    press(welcome, "Look at the demo")
    assert windows.actions.calls == [("start_demo",)]
    windows.show_demo_starting()
    with qtbot.assertNotEmitted(windows.welcomed):
        welcome.close()


def test_failed_demo_start_is_reported_and_the_welcome_stays(
    windows: SettingsWindows, qtbot: QtBot
) -> None:
    windows.welcome_is_due = True
    windows.show_wallets([Wallet(make_account(), SIGNED_OUT)], "")
    (welcome,) = shown(WelcomeDialog)
    windows.show_demo_starting()
    windows.show_no_demo()
    assert any("did not start" in one.text() for one in welcome.findChildren(QLabel))
    with qtbot.waitSignal(windows.welcomed):
        welcome.close()


def test_no_welcome_while_signed_in(windows: SettingsWindows) -> None:
    windows.welcome_is_due = True
    windows.show_wallets([Wallet(make_account(), Fresh(BALANCE))], "")
    windows.show_wallets([Wallet(make_account(), SIGNED_OUT)], "")
    assert shown(WelcomeDialog) == []


def test_a_later_start_has_no_welcome(windows: SettingsWindows) -> None:
    windows.show_wallets([Wallet(make_account(), SIGNED_OUT)], "")
    assert shown(WelcomeDialog) == []


# -- the file


class Editor(QObject):
    """Takes the place of the user's editor."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


def test_the_file_is_made_and_opened(disk: BackgroundThread, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a % name#" / "settings.toml"
    editor = Editor()
    QDesktopServices.setUrlHandler("file", editor, "open")
    try:
        parent = QObject()
        SettingsFile(path, disk, parent).open()
        qtbot.waitUntil(lambda: bool(editor.opened))
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert editor.opened == [str(path)]
    assert tomllib.loads(path.read_text())["version"] == 2


def test_a_file_that_cannot_be_made_is_reported(
    disk: BackgroundThread, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    parent = QObject()
    file = SettingsFile(tmp_path / "file" / "settings.toml", disk, parent)
    with qtbot.waitSignal(file.not_opened) as signal:
        file.open()
    assert str(tmp_path) in signal.args[0]


def test_note_stays_until_the_next_try(
    windows: SettingsWindows,
) -> None:
    """Making the file has it read again, and each refresh shows the windows what is known."""
    windows.open_settings(make_settings(), signed_in=True)
    (dialog,) = shown(SettingsDialog)
    windows.show_note("No program took it.")
    windows.show_wallets([Wallet(make_account(), Fresh(BALANCE))], "")
    assert label(dialog, "Problem") == "No program took it."
    windows.show_wallets([Wallet(make_account(), Fresh(BALANCE))], "Not saved.")
    assert label(dialog, "Problem") == "Not saved."
    windows.show_wallets([Wallet(make_account(), Fresh(BALANCE))], "")
    windows.show_note("")
    assert label(dialog, "Problem") == ""


# -- a change that is not saved


@pytest.fixture
def refusing(
    windows: SettingsWindows, disk: BackgroundThread, tmp_path: Path
) -> SettingsController:
    """The settings window beside a file that our version must not write."""
    file = tmp_path / "settings.toml"
    file.write_text("version = 99\n[alerts]\nlow_balance = 100\n")
    watch = SettingsController(SettingsStore(file), disk, windows)
    windows.actions.save_settings = watch.save
    watch.refused.connect(windows.show_refused)
    windows.open_settings(watch.settings, signed_in=True)
    return watch


def test_the_window_goes_back_to_what_is_in_force(
    windows: SettingsWindows, refusing: SettingsController, qtbot: QtBot
) -> None:
    (dialog,) = shown(SettingsDialog)
    for text in ("Low balance, below", "Hide amounts"):
        boxes = dialog.findChildren(QCheckBox)
        switch = next(one for one in boxes if one.text().replace("&", "") == text)
        before = switch.isChecked()
        with qtbot.waitSignal(refusing.refused):
            switch.click()
        assert switch.isChecked() is before
        with qtbot.waitSignal(refusing.refused):  # it is asked for again, and not taken as known
            switch.click()


def test_an_accounts_limits_go_back_as_well(
    windows: SettingsWindows, refusing: SettingsController, qtbot: QtBot
) -> None:
    (dialog,) = shown(SettingsDialog)
    dialog.findChild(QTabWidget).setCurrentIndex(1)
    low = box(dialog, "Low balance, below")
    assert low.isChecked()
    with qtbot.waitSignal(refusing.refused):
        low.click()
    assert low.isChecked()


def test_a_removal_that_was_not_saved_takes_nothing_away_later(
    disk: BackgroundThread, tmp_path: Path
) -> None:
    keyring = MemoryKeyring()
    keyring.write(LAB.keyring_user, "key")
    credential_store = CredentialStore(lambda: keyring, {})
    removal = AccountRemoval(credential_store, lambda: History(tmp_path / "history.sqlite3"), disk)
    removal.mark(LAB)
    removal.clear_marks()
    assert removal.erase_missing({"default"}, lambda _: RecordingGate()) == []
    assert keyring.read(LAB.keyring_user) == "key"


# -- an account that is removed


def test_removing_an_account_erases_its_data_alone(
    disk: BackgroundThread, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "history.sqlite3"
    history = History(path)
    keyring = MemoryKeyring()
    moved = replace(LAB, api_url="https://former.example/v1")
    for account in (make_account(), moved, LAB):
        keyring.write(account.keyring_user, "key")
        history.record(account, BALANCE)
    # As another process has them that asks just now.
    permissions = {one.id: (one, history.permission(one)) for one in (make_account(), LAB)}
    history.close()
    credential_store = CredentialStore(lambda: keyring, {})
    removal = AccountRemoval(credential_store, lambda: History(path), disk)
    gate = RecordingGate()
    number, recorded = gate.ticket(), []
    removal.mark(LAB)
    assert removal.erase_missing({"default", "lab"}, lambda _: gate) == []
    assert keyring.read(LAB.keyring_user) == "key"
    assert removal.erase_missing({"default"}, lambda _: gate) == ["lab"]
    qtbot.waitUntil(lambda: keyring.users() == [make_account().keyring_user])
    qtbot.waitUntil(lambda: latest(path, LAB) is None)
    assert keyring.read(make_account().keyring_user) == "key"
    assert latest(path, make_account()) is not None
    for account_id, (account, permission) in permissions.items():
        assert permission is not None
        assert history.is_permitted(account, permission) is (account_id != "lab")
    history.close()
    assert removal.erase_missing(set(), lambda _: gate) == []
    for drawn in (number, gate.ticket()):
        gate.commit(drawn, lambda: recorded.append("late"))
    assert recorded == []


def latest(path: Path, account: Account) -> Balance | None:
    history = History(path)
    try:
        return history.latest(account)
    finally:
        history.close()
