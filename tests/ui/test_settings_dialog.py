"""The settings window: every change is asked for while it is made, and nothing else is."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.support.recording_actions import RecordingActions
from wallet_tray.domain.account import Account
from wallet_tray.domain.alert import AlertLimits
from wallet_tray.domain.results import AutostartState
from wallet_tray.domain.settings import IconStyle, IconTheme, Settings
from wallet_tray.domain.settings_schema import LIMITS, PLAIN
from wallet_tray.text.locale import ENGLISH
from wallet_tray.ui.settings.account_page import AccountPage
from wallet_tray.ui.settings.autosave import TYPING_PAUSE_MS
from wallet_tray.ui.settings.dialog import SettingsDialog

LAB = Account(id="lab", label="Lab", api_url="https://lab.example/v1", top_up_url="")
TWO = replace(Settings(), accounts=(Account(), LAB))


class Saver(QObject):
    """Takes the changes to save."""

    def __init__(self, dialog: SettingsDialog) -> None:
        super().__init__()
        self.changes: list[dict[str, object]] = []
        dialog.recorded.called.connect(self._take)

    def _take(self, name: str, arguments: tuple) -> None:
        if name == "save_settings":
            self.changes.append(dict(arguments[0]))

    def together(self) -> dict[str, object]:
        """All that was asked for, the newest of each key."""
        return {key: value for one in self.changes for key, value in one.items()}


def shown(qtbot: QtBot, settings: Settings, *, signed_in: bool = True) -> SettingsDialog:
    actions = RecordingActions()
    dialog = SettingsDialog(settings, actions, signed_in=signed_in)
    dialog.recorded = actions
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def open_page(dialog: QWidget, place: int) -> QWidget:
    (tabs,) = dialog.findChildren(QTabWidget)
    tabs.setCurrentIndex(place)
    return tabs.currentWidget()


GENERAL, ALERTS, ACCOUNTS = range(3)


def named(window: QWidget, kind: type, name: str) -> QWidget:
    (found,) = (
        one for one in window.findChildren(kind) if one.accessibleName() == name and reachable(one)
    )
    assert isinstance(found, QWidget)
    return found


def reachable(widget: QWidget) -> bool:
    return widget.isVisible()


def line(window: QWidget, name: str) -> QLineEdit:
    found = named(window, QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def type_in(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text) if text else QTest.keyClick(field, Qt.Key.Key_Delete)


def choose(window: QWidget, name: str, value: str) -> None:
    field = named(window, QComboBox, name)
    assert isinstance(field, QComboBox)
    field.setCurrentIndex(field.findData(value))
    field.activated.emit(field.currentIndex())


def box(window: QWidget, text: str) -> QCheckBox:
    (found,) = (
        one
        for one in window.findChildren(QCheckBox)
        if one.text().replace("&", "") == text and one.isVisible()
    )
    return found


def button(window: QWidget, text: str) -> QPushButton:
    (found,) = (
        one
        for one in window.findChildren(QPushButton)
        if one.text().replace("&", "") == text and one.isVisible()
    )
    return found


def note_of(field: QWidget) -> str:
    return field.accessibleDescription()


# -- what is asked for


def test_untouched_settings_are_not_saved(qtbot: QtBot) -> None:
    limits = AlertLimits(Decimal("100.12345"), Decimal(20), Decimal(0))
    dialog = shown(
        qtbot, replace(Settings(), limits=limits, refresh_interval=timedelta(seconds=77))
    )
    saver = Saver(dialog)
    for place in (GENERAL, ALERTS, ACCOUNTS):
        open_page(dialog, place)
    button(dialog, "Close").click()
    assert not dialog.isVisible()
    assert saver.changes == []


def test_every_setting_can_be_changed(qtbot: QtBot) -> None:
    dialog = shown(qtbot, Settings())
    saver = Saver(dialog)
    general = open_page(dialog, GENERAL)
    type_in(line(general, "Refresh every"), "90")
    unit = named(general, QComboBox, "Unit of time")
    assert isinstance(unit, QComboBox)
    unit.setCurrentIndex(0)
    unit.activated.emit(0)
    choose(general, "Icon shows", "number")
    choose(general, "Icon colours", "dark")
    choose(general, "Language", "de")
    box(general, "Hide amounts").click()
    choose(general, "Proxy", "")
    type_in(line(general, "Address of the proxy"), "socks5://localhost:1080")
    alerts = open_page(dialog, ALERTS)
    for setting in LIMITS:
        field = line(alerts, setting.label)
        if not field.isEnabled():
            box(alerts, setting.label).click()
        type_in(field, "7.5")
    dialog.close()
    assert saver.together() == {
        "refresh.interval_seconds": 90,
        "display.icon": IconStyle.NUMBER,
        "display.theme": IconTheme.DARK,
        "display.language": "de",
        "display.hide_amounts": True,
        "network.proxy": "socks5://localhost:1080",
        **{setting.key: Decimal("7.5") for setting in LIMITS},
    }
    assert set(saver.together()) == {setting.key for setting in PLAIN}


def test_choices_apply_at_once_and_typing_after_a_pause(qtbot: QtBot) -> None:
    dialog = shown(qtbot, Settings())
    saver = Saver(dialog)
    box(open_page(dialog, GENERAL), "Hide amounts").click()
    assert saver.changes == [{"display.hide_amounts": True}]
    low = line(open_page(dialog, ALERTS), "Low balance, below")
    with qtbot.waitSignal(dialog.recorded.called):
        type_in(low, "250")
        assert len(saver.changes) == 1  # not 2, 25 and 250
    assert saver.changes[1:] == [{"alerts.low_balance": Decimal(250)}]


@pytest.mark.parametrize(
    ("page", "name"), [(ACCOUNTS, "Service address"), (ACCOUNTS, "Top-up page")]
)
def test_half_an_address_never_counts(qtbot: QtBot, page: int, name: str) -> None:
    """A key from the environment goes to whatever address is in force."""
    dialog = shown(qtbot, Settings())
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    saver = Saver(dialog)
    accounts = open_page(dialog, page)
    type_in(line(accounts, "Name"), "Lab")
    field = line(accounts, name)
    with qtbot.waitSignal(dialog.recorded.called):  # by leaving the name
        type_in(field, "https://lab.ex")
    type_in(line(accounts, "Name"), "Lab 2")
    assert list(saver.changes[1].values()) == ["https://lab.ex"]  # left: it counts as it is
    type_in(field, "https://lab.example")
    qtbot.wait(2 * TYPING_PAUSE_MS)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    dialog.show_settings(replace(Settings(), accounts=(replace(LAB, id="default"),)))
    assert field.text() == "https://lab.example"
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert len(saver.changes) == 3
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert list(saver.changes[3].values()) == ["https://lab.example"]
    assert dialog.isVisible()


def test_going_back_to_the_old_value_works(qtbot: QtBot) -> None:
    dialog = shown(qtbot, Settings())
    saver = Saver(dialog)
    hide = box(open_page(dialog, GENERAL), "Hide amounts")
    hide.click()
    hide.click()
    assert [one["display.hide_amounts"] for one in saver.changes] == [True, False]


def test_a_limit_is_switched_off_and_on(qtbot: QtBot) -> None:
    dialog = shown(qtbot, Settings())
    saver = Saver(dialog)
    alerts = open_page(dialog, ALERTS)
    box(alerts, "Critical balance, below").click()
    assert not line(alerts, "Critical balance, below").isEnabled()
    box(alerts, "Amount due, above").click()
    assert line(alerts, "Amount due, above").isEnabled()
    assert saver.changes == [
        {"alerts.critical_balance": Decimal(0)},
        {"alerts.amount_due": Decimal(10)},
    ]


# -- what cannot be


@pytest.mark.parametrize(
    ("name", "page", "typed", "advice"),
    [
        ("Low balance, below", ALERTS, "lots", "Enter a number above 0."),
        ("Low balance, below", ALERTS, "-5", "Enter a number above 0."),
        ("Low balance, below", ALERTS, "0", "Enter a number above 0."),
        ("Low balance, below", ALERTS, "", "Enter a number above 0."),
        ("Low balance, below", ALERTS, "9" * 17, "Enter a number above 0."),
        ("Refresh every", GENERAL, "2000", "Enter a time between 30 seconds and 24 hours."),
        ("Refresh every", GENERAL, "0.2", "Enter a time between 30 seconds and 24 hours."),
        ("Name", ACCOUNTS, " ", "Enter a name of 1 to 80 characters, in one line."),
        (
            "Service address",
            ACCOUNTS,
            "http://example.com",
            "Enter an https address without a user name. Plain http works on this computer only.",
        ),
        ("Top-up page", ACCOUNTS, "ftp://x", "Enter an https address, or nothing."),
    ],
)
def test_invalid_input_is_reported_while_typing_and_never_saved(
    qtbot: QtBot, name: str, page: int, typed: str, advice: str
) -> None:
    dialog = shown(qtbot, Settings())
    saver = Saver(dialog)
    field = line(open_page(dialog, page), name)
    help_text = note_of(field)
    type_in(field, typed)
    assert note_of(field) == advice
    (label,) = (one for one in dialog.findChildren(QLabel) if one.text() == advice)
    assert label.isVisible()
    assert [action.isVisible() for action in field.actions()] == [True]  # a sign, not colour alone
    dialog.close()
    assert saver.changes == []
    dialog.show()
    right = {GENERAL: "6", ALERTS: "6", ACCOUNTS: "https://ok.example"}[page]
    type_in(field, right)
    assert note_of(field) == help_text
    assert [action.isVisible() for action in field.actions()] == [False]


def test_numbers_are_typed_as_the_reader_writes_them(qtbot: QtBot) -> None:
    german = replace(ENGLISH, group=".", decimal=",")
    limits = AlertLimits(Decimal("1234.5"), Decimal(20), Decimal(0))
    settings, actions = replace(Settings(), limits=limits), RecordingActions()
    dialog = SettingsDialog(settings, actions, signed_in=True, locale=german)
    dialog.recorded = actions
    qtbot.addWidget(dialog)
    dialog.show()
    saver = Saver(dialog)
    low = line(open_page(dialog, ALERTS), "Low balance, below")
    assert low.text() == "1234,5"
    type_in(low, "2.345,75")
    dialog.close()
    assert saver.changes == [{"alerts.low_balance": Decimal("2345.75")}]


# -- the file changes meanwhile


def test_other_settings_are_shown_at_once(qtbot: QtBot) -> None:
    dialog = shown(qtbot, Settings())
    saver = Saver(dialog)
    limits = AlertLimits(Decimal(1), Decimal(0), Decimal(2), Decimal(3))
    dialog.show_settings(
        replace(
            Settings(),
            limits=limits,
            hide_amounts=True,
            language="pt_BR",
            proxy="http://proxy.example:1",
            refresh_interval=timedelta(hours=2),
        )
    )
    general = open_page(dialog, GENERAL)
    assert box(general, "Hide amounts").isChecked()
    assert line(general, "Refresh every").text() == "2"
    assert line(general, "Address of the proxy").text() == "http://proxy.example:1"
    language = named(general, QComboBox, "Language")
    assert isinstance(language, QComboBox)
    assert language.currentData() == "pt_BR"
    alerts = open_page(dialog, ALERTS)
    assert line(alerts, "Low balance, below").text() == "1"
    assert not box(alerts, "Critical balance, below").isChecked()
    assert line(alerts, "Time left, below").text() == "3"
    dialog.close()
    assert saver.changes == []


def test_update_overwrites_all_but_the_field_being_typed(qtbot: QtBot) -> None:
    dialog = shown(qtbot, Settings())
    saver = Saver(dialog)
    alerts = open_page(dialog, ALERTS)
    low = line(alerts, "Low balance, below")
    type_in(low, "2")
    limits = AlertLimits(Decimal(70), Decimal(30), Decimal(0))
    dialog.show_settings(replace(Settings(), limits=limits))
    assert low.text() == "2"
    assert line(alerts, "Critical balance, below").text() == "30"
    QTest.keyClicks(low, "50")
    dialog.close()
    assert saver.changes == [{"alerts.low_balance": Decimal(250)}]


def test_an_older_answer_does_not_flip_back_what_was_just_chosen(qtbot: QtBot) -> None:
    dialog = shown(qtbot, Settings())
    hide = box(open_page(dialog, GENERAL), "Hide amounts")
    hide.click()
    dialog.show_settings(replace(Settings(), icon=IconStyle.NUMBER))  # read before the save
    assert hide.isChecked()
    dialog.show_settings(replace(Settings(), icon=IconStyle.NUMBER, hide_amounts=True))
    assert hide.isChecked()
    dialog.show_settings(replace(Settings(), icon=IconStyle.NUMBER))
    assert not hide.isChecked()


def test_trouble_with_the_file_is_reported(qtbot: QtBot) -> None:
    dialog = shown(qtbot, Settings())
    dialog.show_note("The settings file cannot be read.")
    (label,) = (one for one in dialog.findChildren(QLabel) if "cannot be read" in one.text())
    assert label.isVisible()
    dialog.show_note("")
    assert not label.isVisible()


# -- accounts


def test_an_account_s_fields_are_its_own(qtbot: QtBot) -> None:
    dialog = shown(qtbot, TWO)
    saver = Saver(dialog)
    accounts = open_page(dialog, ACCOUNTS)
    type_in(line(accounts, "Name"), "Main")
    choose(accounts, "Account", "lab")  # what was typed last counts for the one that was shown
    assert line(accounts, "Service address").text() == LAB.api_url
    type_in(line(accounts, "Name"), "Office")
    type_in(line(accounts, "Service address"), "https://Other.example:443/v1/")
    choose(accounts, "Signs in with", "access-token")
    type_in(line(accounts, "Top-up page"), "https://pay.example")
    dialog.close()
    assert saver.together() == {
        "accounts[default].label": "Main",
        "accounts[lab].label": "Office",
        "accounts[lab].api_url": "https://other.example/v1",
        "accounts[lab].credential": "access-token",
        "accounts[lab].top_up_url": "https://pay.example",
    }


def test_limits_of_its_own_are_written_and_taken_away(qtbot: QtBot) -> None:
    dialog = shown(qtbot, TWO)
    saver = Saver(dialog)
    accounts = open_page(dialog, ACCOUNTS)
    own = box(accounts, "Alert limits of its own")
    own.click()
    assert saver.together() == {
        f"accounts[default].{one.key}": getattr(AlertLimits(), one.name) for one in LIMITS
    }
    type_in(line(accounts, "Low balance, below"), "5")
    limits = AlertLimits(Decimal(5))
    names = tuple(one.name for one in LIMITS)
    account = replace(Account(), limits=limits, own_limits=names)
    dialog.show_settings(replace(Settings(), accounts=(account, LAB)))
    assert own.isChecked()
    own.click()
    assert saver.changes[-1] == {f"accounts[default].{one.key}": None for one in LIMITS}
    assert not [one for one in accounts.findChildren(QLineEdit) if one.isVisible()][4:]


def test_an_account_is_added(qtbot: QtBot) -> None:
    dialog = shown(qtbot, TWO)
    saver = Saver(dialog)
    accounts = open_page(dialog, ACCOUNTS)
    button(accounts, "Add…").click()
    (question,) = (one for one in accounts.findChildren(QDialog) if one.isVisible())
    type_in(line(question, "Name"), "Lab")
    named(question, QLabel, "Id")
    type_in(line(question, "Service address"), "http://example.com")
    assert not button(question, "Add").isEnabled()
    type_in(line(question, "Service address"), "http://127.0.0.1:8000/v1")
    button(question, "Add").click()
    assert saver.changes == [
        {"accounts[lab-2].label": "Lab", "accounts[lab-2].api_url": "http://127.0.0.1:8000/v1"}
    ]
    added = Account(id="lab-2", label="Lab", api_url="http://127.0.0.1:8000/v1")
    dialog.show_settings(replace(TWO, accounts=(*TWO.accounts, added)))
    assert line(accounts, "Service address").text() == "http://127.0.0.1:8000/v1"


@pytest.mark.parametrize("erase_data", [True, False])
def test_an_account_is_removed_after_a_question(qtbot: QtBot, erase_data: bool) -> None:
    dialog = shown(qtbot, TWO)
    accounts = open_page(dialog, ACCOUNTS)
    choose(accounts, "Account", "lab")
    button(accounts, "Remove…").click()
    (question,) = accounts.findChildren(QMessageBox)
    assert question.textFormat() is Qt.TextFormat.PlainText
    assert "“Lab”" in question.text()
    if not erase_data:
        box(question, "Its key and its recorded balances as well").click()
    button(question, "Remove").click()
    assert dialog.recorded.calls == [("remove_account", "lab", erase_data)]
    dialog.show_settings(Settings())
    assert line(accounts, "Name").text() == "ByteNite"
    assert not button(accounts, "Remove…").isEnabled()


def test_a_question_that_is_cancelled_removes_nothing(qtbot: QtBot) -> None:
    dialog = shown(qtbot, TWO)
    saver = Saver(dialog)
    accounts = open_page(dialog, ACCOUNTS)
    button(accounts, "Remove…").click()
    (question,) = accounts.findChildren(QMessageBox)
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert saver.changes == []


@pytest.mark.parametrize(
    ("text", "action"),
    [("Sign in again…", "ask_to_sign_in"), ("Sign out", "sign_out")],
)
def test_signing_in_and_out_is_for_the_account_that_is_shown(
    qtbot: QtBot, text: str, action: str
) -> None:
    dialog = shown(qtbot, TWO)
    accounts = open_page(dialog, ACCOUNTS)
    choose(accounts, "Account", "lab")
    button(accounts, text).click()
    assert dialog.recorded.calls == [(action, "lab")]


def test_signed_out_there_is_nothing_to_sign_out_of(qtbot: QtBot) -> None:
    dialog = shown(qtbot, TWO, signed_in=False)
    accounts = open_page(dialog, ACCOUNTS)
    texts = {one.text().replace("&", "") for one in visible(accounts, QPushButton)}
    assert "Sign in…" in texts
    assert not texts & {"Sign out", "Sign in again…"}
    dialog.show_signed_out(["lab"])
    button(accounts, "Sign out")
    choose(accounts, "Account", "lab")
    button(accounts, "Sign in…")


def test_no_usable_account_is_survived(qtbot: QtBot) -> None:
    dialog = shown(qtbot, replace(Settings(), accounts=()))
    accounts = open_page(dialog, ACCOUNTS)
    assert dialog.isVisible()
    assert not button(accounts, "Remove…").isEnabled()
    dialog.show_settings(TWO)
    assert line(accounts, "Name").text() == "ByteNite"


# -- the rest of the window


@pytest.mark.parametrize(
    ("page", "text", "action"),
    [
        (ALERTS, "Test my alerts", "test_alerts"),
        (GENERAL, "Open the file", "open_settings_file"),
        (GENERAL, "About", "open_about"),
    ],
)
def test_buttons_call_their_actions(qtbot: QtBot, page: int, text: str, action: str) -> None:
    dialog = shown(qtbot, Settings())
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
    dialog = shown(qtbot, Settings())
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


# -- for everybody


def visible(window: QWidget, kind: type) -> list:
    return [one for one in window.findChildren(kind) if one.isVisible()]


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
    accounts=(replace(Account(), own_limits=("low_balance",)), LAB),
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
        own = {setting.label for setting in LIMITS} if page is dialog.findChild(AccountPage) else ()
        texts = [text for text in texts if text not in own]  # explained and lettered elsewhere
        letters = [QKeySequence.mnemonic(text).toString() for text in texts]
        assert all(letters), [text for text in texts if "&" not in text]
        assert len(set(letters)) == len(letters), sorted(texts)


def test_no_text_is_read_as_markup(qtbot: QtBot) -> None:
    hostile = replace(Account(), label="<b>Fat</b> & <img src='/etc/passwd'>")
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
    dialog = shown(qtbot, Settings())
    before = dialog.height()
    dialog.show_autostart(AutostartState.OFF)
    QTest.qWait(0)
    (page, *_) = pages(dialog)
    assert isinstance(page, QScrollArea)
    assert page.verticalScrollBar().maximum() == 0
    assert dialog.height() > before


def test_a_window_that_was_resized_stays_as_it_is(qtbot: QtBot) -> None:
    dialog = shown(qtbot, Settings())
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
