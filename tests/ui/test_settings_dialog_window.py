"""The settings window as a window: its sizes, its keys, its names for a screen reader."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QScrollArea,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.support.builders import make_account, make_settings
from tests.ui.settings_window import (
    ACCOUNTS,
    ALERTS,
    GENERAL,
    LAB,
    TWO,
    Saver,
    button,
    note_of,
    open_page,
    shown,
    visible,
)
from wallet_tray.domain.alert import OwnLimits
from wallet_tray.domain.results import AutostartState
from wallet_tray.domain.settings_schema import PLAIN
from wallet_tray.ui.settings.dialog import SettingsDialog


@pytest.mark.parametrize(
    ("page", "text", "action"),
    [
        (ALERTS, "Test my alerts", "test_alerts"),
        (GENERAL, "Open the file", "open_settings_file"),
        (GENERAL, "About", "open_about"),
    ],
)
def test_buttons_call_their_actions(qtbot: QtBot, page: int, text: str, action: str) -> None:
    dialog = shown(qtbot, make_settings())
    open_page(dialog, page)
    button(dialog, text).click()
    assert dialog.recorded.calls == [(action,)]


@pytest.mark.parametrize("agree", [True, False])
def test_a_reset_asks_first_and_spares_the_accounts(qtbot: QtBot, agree: bool) -> None:
    dialog = shown(qtbot, TWO)
    saver = Saver(dialog)
    button(dialog, "Reset…").click()
    (question,) = dialog.findChildren(QMessageBox)
    button(question, "Reset" if agree else "Cancel").click()
    assert saver.changes == ([{one.key: None for one in PLAIN}] if agree else [])


@pytest.mark.parametrize("agree", [True, False])
def test_everything_is_erased_after_a_question_alone(qtbot: QtBot, agree: bool) -> None:
    dialog = shown(qtbot, TWO)
    erase = button(dialog, "Erase everything…")
    erase.click()
    (question,) = dialog.findChildren(QMessageBox)
    cancel = button(question, "Cancel")
    assert question.defaultButton() is cancel
    assert question.escapeButton() is cancel
    said = f"{question.text()} {question.informativeText()}"
    for part in ("keys of all accounts", "recorded balances", "remembered alerts", "settings stay"):
        assert part in said
    button(question, "Erase" if agree else "Cancel").click()
    assert dialog.recorded.calls == ([("erase_everything",)] if agree else [])
    dialog.show_erasure("It is done.")
    assert note_of(erase) == "It is done."


def test_start_at_login_is_offered_where_it_can_be(qtbot: QtBot) -> None:
    dialog = shown(qtbot, make_settings())
    general = open_page(dialog, GENERAL)
    (start,) = (one for one in general.findChildren(QCheckBox) if "login" in one.text())
    assert not start.isVisible()
    dialog.show_autostart(AutostartState.OFF)
    assert start.isVisible()
    start.click()
    assert dialog.recorded.calls == [("set_autostart", True)]
    dialog.show_autostart(AutostartState.OFF, "Check the permissions.")
    assert not start.isChecked()
    assert note_of(start) == "Check the permissions."
    dialog.show_autostart(AutostartState.ON)
    assert start.isChecked()
    assert note_of(start) == ""


def pages(dialog: SettingsDialog) -> Iterator[QWidget]:
    for place in (GENERAL, ALERTS, ACCOUNTS):
        yield open_page(dialog, place)


def focusable(window: QWidget) -> list[QWidget]:
    kinds = (QAbstractButton, QLineEdit, QComboBox)
    return [
        one
        for one in window.findChildren(QWidget)
        if isinstance(one, kinds)
        and one.isVisible()
        and one.isEnabled()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


OWN = replace(
    TWO,
    accounts=(make_account(own_limits=OwnLimits(Decimal(7))), LAB),
    proxy="http://proxy.example:1",
)


def test_every_control_has_a_name_and_is_reached_by_the_tab_key(qtbot: QtBot) -> None:
    dialog = shown(qtbot, OWN)
    dialog.show_autostart(AutostartState.OFF)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    for _ in pages(dialog):
        wanted = focusable(dialog)
        for one in wanted:
            assert one.accessibleName() or (isinstance(one, QAbstractButton) and one.text()), one
        reached = set()
        for _ in range(3 * len(wanted)):
            QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
            reached.add(QApplication.focusWidget())
        assert set(wanted) <= reached


def test_no_two_letters_of_a_page_are_the_same(qtbot: QtBot) -> None:
    dialog = shown(qtbot, OWN)
    dialog.show_autostart(AutostartState.OFF)
    (tabs,) = dialog.findChildren(QTabWidget)
    for page in pages(dialog):
        texts = [tabs.tabText(i) for i in range(tabs.count())]
        texts += [one.text() for one in visible(dialog, QAbstractButton) if one.text()]
        texts += [one.text() for one in visible(page, QLabel) if one.buddy() is not None]
        letters = [QKeySequence.mnemonic(text).toString() for text in texts]
        assert all(letters), [text for text in texts if "&" not in text]
        assert len(set(letters)) == len(letters), sorted(texts)


def test_no_text_is_read_as_markup(qtbot: QtBot) -> None:
    hostile = replace(make_account(), label="<b>Fat</b> & <img src='/etc/passwd'>")
    dialog = shown(qtbot, replace(TWO, accounts=(hostile, LAB)))
    dialog.show_note("<b>note</b>")
    for page in pages(dialog):
        for label in dialog.findChildren(QLabel):
            assert label.textFormat() is Qt.TextFormat.PlainText, label.text()
        assert not [one for one in page.findChildren(QWidget) if one.toolTip()]
    button(dialog, "Remove…").click()
    (question,) = dialog.findChildren(QMessageBox)
    assert question.textFormat() is Qt.TextFormat.PlainText


class Longer(QTranslator):
    """A language that says everything 40 % longer."""

    def translate(self, _context: str, source: str, _note: str | None = None, _n: int = -1) -> str:
        extra = max(2, len(source) * 2 // 5)
        return source + ("ü wörd is lönger " * extra)[:extra].rstrip()

    def isEmpty(self) -> bool:  # noqa: N802  Qt's name
        return False


def test_start_at_login_that_is_known_late_still_finds_room(qtbot: QtBot) -> None:
    dialog = shown(qtbot, make_settings())
    before = dialog.height()
    dialog.show_autostart(AutostartState.OFF)
    QTest.qWait(0)
    (page, *_) = pages(dialog)
    assert isinstance(page, QScrollArea)
    assert page.verticalScrollBar().maximum() == 0
    assert dialog.height() > before


def test_a_window_that_was_resized_stays_as_it_is(qtbot: QtBot) -> None:
    dialog = shown(qtbot, make_settings())
    dialog.resize(dialog.width() + 20, dialog.height())
    size = dialog.size()
    dialog.show_autostart(AutostartState.OFF)
    assert dialog.size() == size


@pytest.fixture
def longer(qtbot: QtBot) -> Iterator[None]:
    translator = Longer()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.mark.usefixtures("longer")
def test_nothing_is_cut_where_words_are_longer(qtbot: QtBot) -> None:
    dialog = shown(qtbot, OWN, signed_in=True)
    dialog.show_autostart(AutostartState.OFF)
    for page in pages(dialog):
        QTest.qWait(0)
        assert isinstance(page, QScrollArea)
        assert page.widget().width() <= page.viewport().width()
        kinds = (QLabel, QAbstractButton, QComboBox)
        for one in dialog.findChildren(QWidget):
            if (
                not (isinstance(one, kinds) and one.isVisible())
                or one.accessibleName() == "Account"
            ):
                continue
            if isinstance(one, QLabel) and one.wordWrap():
                assert one.height() >= one.heightForWidth(one.width()), one.text()
            elif not (isinstance(one, QAbstractButton) and not one.text()):
                assert one.width() >= one.minimumSizeHint().width(), one
                assert one.height() >= one.minimumSizeHint().height(), one


def test_a_small_screen_can_hold_it(qtbot: QtBot) -> None:
    dialog = shown(qtbot, OWN)
    room = dialog.screen().availableGeometry()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    assert dialog.minimumSizeHint().height() < 400  # its pages scroll
