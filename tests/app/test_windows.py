"""The windows: one of each kind, made when first needed, filled with the newest views."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from tests.support.builders import balance, make_account, make_settings
from tests.support.recording_actions import RecordingActions
from wallet_tray.app.windows import Windows
from wallet_tray.domain.account_snapshot import Wallet
from wallet_tray.domain.account_state import Failed, Fresh
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.domain.problem import Problem, ProblemKind, Remedy
from wallet_tray.refresh.messages import SignedIn
from wallet_tray.text.status import DisplayOptions
from wallet_tray.ui.dialogs.sign_in import SignInDialog
from wallet_tray.ui.popup.popup import Popup
from wallet_tray.ui.settings.dialog import SettingsDialog

NOW = datetime(2026, 11, 22, 14, 2, tzinfo=UTC)
BALANCE = balance(84, total=100, at=NOW, wallet_id="id-1")
SIGNED_OUT = Failed(Problem(ProblemKind.SIGNED_OUT, NOW), NOW)


def options() -> DisplayOptions:
    return DisplayOptions(NOW)


def wallet(label: str = "ByteNite", **changes: object) -> Wallet:
    return replace(Wallet(replace(make_account(), label=label), Fresh(BALANCE)), **changes)


@pytest.fixture
def windows(qtbot: QtBot) -> Iterator[Windows]:
    windows = Windows(options)
    windows.use_actions(RecordingActions())
    windows.show_wallets([wallet()], "")
    yield windows
    for window in QApplication.topLevelWidgets():
        window.close()
        window.deleteLater()


def shown(kind: type) -> list:
    return [one for one in QApplication.topLevelWidgets() if type(one) is kind and one.isVisible()]


def banner_text(popup: Popup) -> str:
    (label,) = (one for one in popup.findChildren(QLabel) if one.accessibleName() == "Problem")
    return label.text() if label.isVisible() else ""


def press(window: QObject, text: str) -> None:
    buttons = window.findChildren(QPushButton)
    (button,) = (one for one in buttons if one.text().replace("&", "") == text)
    button.click()


class Verifier(QObject):
    """Takes the credentials that are to be verified."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[Credential] = []

    def take(self, credential: Credential) -> None:
        self.taken.append(credential)


def test_the_popup_opens_and_closes_with_the_icon(windows: Windows) -> None:
    windows.toggle_popup(0)
    assert len(shown(Popup)) == 1
    windows.toggle_popup(0)
    assert shown(Popup) == []


def test_the_click_that_closed_the_popup_does_not_open_it_again(windows: Windows) -> None:
    windows.toggle_popup(0)
    shown(Popup)[0].close()  # the window system closes it at a click outside, the icon included
    windows.toggle_popup(0)
    assert shown(Popup) == []


def test_a_second_start_never_closes_the_popup(windows: Windows) -> None:
    windows.open_popup(0)
    windows.open_popup(0)
    assert len(shown(Popup)) == 1


def test_a_visible_popup_follows_the_wallets(windows: Windows) -> None:
    windows.open_popup(0)
    windows.show_wallets([wallet("Team")], "")
    texts = [one.text() for one in shown(Popup)[0].findChildren(QLabel)]
    assert "Team" in texts


def test_a_removed_account_is_shown_no_longer(windows: Windows) -> None:
    windows.show_wallets([wallet(), wallet("Team")], "")
    windows.open_popup(1)
    windows.show_wallets([wallet()], "")
    assert windows.chosen == 0


def test_the_settings_trouble_is_in_the_banner_where_nothing_worse_is(windows: Windows) -> None:
    windows.open_popup(0)
    windows.show_wallets([wallet()], "settings.toml is no TOML.")
    (popup,) = shown(Popup)
    assert banner_text(popup) == "settings.toml is no TOML."
    press(popup, "Settings…")
    assert windows.actions.calls == [("apply_remedy", Remedy.SETTINGS)]
    windows.open_popup(0)
    windows.show_wallets([wallet(state=SIGNED_OUT)], "settings.toml is no TOML.")
    assert banner_text(shown(Popup)[0]).startswith("settings.toml is no TOML.\n")
    assert "not signed in" in banner_text(shown(Popup)[0])


def test_no_usable_account_still_opens_and_says_why(windows: Windows) -> None:
    windows.show_wallets([], "accounts[0].api_url in settings.toml must be an https address.")
    windows.open_popup(0)
    (popup,) = shown(Popup)
    assert "accounts[0].api_url" in banner_text(popup)
    usable = {one.text() for one in popup.findChildren(QPushButton) if one.isEnabled()}
    assert usable >= {"Settings…"}
    assert "Snooze" not in usable


def test_without_a_tray_the_popup_is_a_window_that_says_so(windows: Windows) -> None:
    windows.open_without_tray()
    (popup,) = shown(Popup)
    assert popup.isWindow()
    assert "no tray icons" in banner_text(popup)


def test_the_window_without_a_tray_says_how_to_get_one(
    windows: Windows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME")
    windows.open_without_tray()
    assert "AppIndicator" in banner_text(shown(Popup)[0])


def test_the_window_without_a_tray_leads_to_the_end_of_the_program(
    windows: Windows, qtbot: QtBot
) -> None:
    windows.open_without_tray()
    (leave,) = (one for one in shown(Popup)[0].findChildren(QToolButton) if one.text() == "Quit")
    leave.click()
    assert windows.actions.calls == [("quit",)]


def test_a_tray_that_comes_late_has_a_popup_again(windows: Windows) -> None:
    windows.open_without_tray()
    windows.use_tray()
    (window,) = shown(Popup)
    assert window.as_window, "what the user has open stays"
    assert banner_text(window) == ""
    windows.toggle_popup(0)
    assert shown(Popup) == []
    windows.open_popup(0)
    assert [one.as_window for one in shown(Popup)] == [False]


@pytest.mark.parametrize(
    ("problem", "remedy", "button"),
    [
        (ProblemKind.SIGNED_OUT, Remedy.SIGN_IN, "Sign in…"),
        (ProblemKind.PROXY_UNUSABLE, Remedy.SETTINGS, "Settings…"),
        (ProblemKind.OFFLINE, Remedy.TRY_AGAIN, "Try again"),
    ],
)
def test_the_banner_button_helps(
    windows: Windows, problem: ProblemKind, remedy: Remedy, button: str
) -> None:
    windows.show_wallets([wallet(state=Failed(Problem(problem, NOW), NOW))], "")
    windows.open_popup(0)
    press(shown(Popup)[0], button)
    assert windows.actions.calls == [("apply_remedy", remedy)]


def test_one_sign_in_window_at_a_time(windows: Windows) -> None:
    verifier = Verifier()
    windows.open_sign_in(make_account(), verifier.take)
    windows.open_sign_in(make_account(), verifier.take)
    assert len(shown(SignInDialog)) == 1


def sign_in_with(windows: Windows, text: str) -> tuple[SignInDialog, Verifier]:
    verifier = Verifier()
    windows.open_sign_in(make_account(), verifier.take)
    (dialog,) = shown(SignInDialog)
    dialog.findChildren(QLineEdit)[0].setText(text)
    press(dialog, "Sign in")
    return dialog, verifier


def status(dialog: SignInDialog) -> str:
    (label,) = (one for one in dialog.findChildren(QLabel) if one.accessibleName() == "Status")
    return label.text()


def test_a_taken_credential_closes_the_window(windows: Windows) -> None:
    dialog, verifier = sign_in_with(windows, "key")
    assert verifier.taken == [Credential(CredentialKind.API_KEY, "key")]
    windows.show_sign_in_answer(SignedIn(BALANCE, verifier.taken[0]))
    assert not dialog.isVisible()


def test_rejected_credential_shows_the_reason(windows: Windows) -> None:
    dialog, _ = sign_in_with(windows, "key")
    windows.show_sign_in_answer(Problem(ProblemKind.CREDENTIAL_REJECTED, NOW))
    assert "ByteNite rejects the API key" in status(dialog)


def test_a_sign_in_that_timed_out_is_not_tried_again_by_itself(windows: Windows) -> None:
    dialog, _ = sign_in_with(windows, "key")
    windows.show_sign_in_answer(Problem(ProblemKind.TIMED_OUT, NOW))
    assert status(dialog) == "ByteNite did not answer in time. Try again in a while."


@pytest.mark.parametrize("how", ["reject", "close"])
def test_a_closed_window_cancels_the_sign_in(windows: Windows, qtbot: QtBot, how: str) -> None:
    dialog, _ = sign_in_with(windows, "key")
    getattr(dialog, how)()
    assert windows.actions.calls == [("cancel_sign_in",)]


def test_a_finished_sign_in_cancels_nothing(windows: Windows, qtbot: QtBot) -> None:
    _, verifier = sign_in_with(windows, "key")
    windows.show_sign_in_answer(SignedIn(BALANCE, verifier.taken[0]))
    assert windows.actions.calls == []


def test_credential_without_a_keyring_names_its_location(windows: Windows) -> None:
    dialog, verifier = sign_in_with(windows, "key")
    missing = Problem(ProblemKind.KEYRING_MISSING, NOW)
    windows.show_sign_in_answer(SignedIn(BALANCE, verifier.taken[0], missing))
    assert dialog.isVisible()
    assert "until you quit" in status(dialog)


def test_keys_are_made_on_the_provider_s_page(windows: Windows, qtbot: QtBot) -> None:
    windows.open_sign_in(make_account(), Verifier().take)
    press(shown(SignInDialog)[0], "Get an API key…")
    assert windows.actions.calls == [("open_keys_page",)]
    assert windows.sign_in_account == make_account()


def test_one_settings_window_at_a_time(windows: Windows) -> None:
    windows.settings.open_settings(make_settings(), signed_in=True)
    windows.settings.open_settings(make_settings(), signed_in=True)
    assert len(shown(SettingsDialog)) == 1


def test_views_may_come_before_any_window(windows: Windows) -> None:
    windows.show_wallets([wallet()], "")
    windows.show_sign_in_answer(Problem(ProblemKind.OFFLINE, NOW))
    assert windows.chosen == 0


def test_the_popup_makes_way_for_a_sign_in(windows: Windows) -> None:
    windows.open_popup(0)
    windows.open_sign_in(make_account(), lambda _credential: None)
    assert not windows.popup_is_open
    assert shown(SignInDialog)


def test_the_popup_makes_way_for_a_question_that_comes_by_itself(windows: Windows) -> None:
    windows.open_popup(0)
    waiting = wallet(state=Failed(Problem(ProblemKind.KEYRING_WAITING, NOW), NOW))
    windows.show_wallets([wallet(), waiting], "")
    assert not windows.popup_is_open
    windows.open_popup(0)
    windows.show_wallets([waiting], "a note")
    assert windows.popup_is_open, "the user has opened it all the same"
