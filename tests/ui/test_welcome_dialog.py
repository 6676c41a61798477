"""The welcome: three ways on, each by mouse and by keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.support.builders import make_account
from tests.support.recording_actions import RecordingActions
from wallet_tray.domain.results import AutostartState
from wallet_tray.ui.dialogs.welcome import WelcomeDialog


@pytest.fixture
def actions() -> RecordingActions:
    return RecordingActions()


@pytest.fixture
def dialog(qtbot: QtBot, actions: RecordingActions) -> WelcomeDialog:
    dialog = WelcomeDialog(replace(make_account(), label="<b>Lab</b> & co"), actions)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def press(dialog: WelcomeDialog, text: str) -> None:
    (found,) = (
        one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == text
    )
    found.click()


@pytest.mark.parametrize(
    ("text", "call"),
    [("Sign in…", ("ask_to_sign_in", "default")), ("Look at the demo", ("start_demo",))],
)
def test_welcome_buttons_emit_their_requests_and_keep_it_open(
    dialog: WelcomeDialog, actions: RecordingActions, text: str, call: tuple[str, ...]
) -> None:
    press(dialog, text)
    assert actions.calls == [call]
    assert dialog.isVisible()


def test_enter_signs_in(dialog: WelcomeDialog, actions: RecordingActions, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert actions.calls == [("ask_to_sign_in", "default")]


def test_not_now_is_an_answer(dialog: WelcomeDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.finished):
        press(dialog, "Not now")
    assert not dialog.isVisible()


def test_start_at_login_is_offered_and_never_chosen_for_the_user(
    dialog: WelcomeDialog, actions: RecordingActions
) -> None:
    (start,) = dialog.findChildren(QCheckBox)
    assert not start.isVisible()
    dialog.show_autostart(AutostartState.OFF)
    assert start.isVisible()
    assert not start.isChecked()
    start.click()
    assert actions.calls == [("set_autostart", True)]


@pytest.mark.parametrize("points", [8, 9, 10, 13])
@pytest.mark.parametrize("trouble", ["", "It could not be switched on. " * 6])
def test_no_sentence_is_cut_off_where_start_at_login_comes_after_the_window(
    dialog: WelcomeDialog, qapp: QApplication, points: int, trouble: str
) -> None:
    font = dialog.font()
    font.setPointSize(points)
    dialog.setFont(font)
    dialog.adjustSize()
    dialog.show_autostart(AutostartState.OFF, trouble)
    qapp.processEvents()  # the layout takes its place
    for label in dialog.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_the_account_s_name_is_no_markup(dialog: WelcomeDialog) -> None:
    texts = [one.text() for one in dialog.findChildren(QLabel)]
    assert any("<b>Lab</b> & co" in text for text in texts)
    for label in dialog.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
