"""The settings window: every change is asked for while it is made, and nothing else is."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.support.builders import make_settings
from tests.support.recording_actions import RecordingActions
from tests.ui.settings_window import (
    ACCOUNTS,
    ALERTS,
    GENERAL,
    LAB,
    Saver,
    box,
    button,
    choose,
    line,
    named,
    note_of,
    open_page,
    shown,
    type_in,
)
from wallet_tray.domain.alert import AlertLimits
from wallet_tray.domain.settings import IconStyle, IconTheme
from wallet_tray.domain.settings_schema import LIMITS, PLAIN
from wallet_tray.text.locale import ENGLISH
from wallet_tray.ui.settings.autosave import TYPING_PAUSE_MS
from wallet_tray.ui.settings.dialog import SettingsDialog


def test_untouched_settings_are_not_saved(qtbot: QtBot) -> None:
    limits = AlertLimits(Decimal("100.12345"), Decimal(20), Decimal(0))
    dialog = shown(qtbot, make_settings(limits=limits, refresh_interval=timedelta(seconds=77)))
    saver = Saver(dialog)
    for place in (GENERAL, ALERTS, ACCOUNTS):
        open_page(dialog, place)
    button(dialog, "Close").click()
    assert not dialog.isVisible()
    assert saver.changes == []


def test_every_setting_can_be_changed(qtbot: QtBot) -> None:
    dialog = shown(qtbot, make_settings())
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
        **{f"accounts[default].{setting.key}": Decimal("7.5") for setting in LIMITS},
    }
    general_keys = {setting.key for setting in PLAIN if setting not in LIMITS}
    assert set(saver.together()) >= general_keys


def test_choices_apply_at_once_and_typing_after_a_pause(qtbot: QtBot) -> None:
    dialog = shown(qtbot, make_settings())
    saver = Saver(dialog)
    box(open_page(dialog, GENERAL), "Hide amounts").click()
    assert saver.changes == [{"display.hide_amounts": True}]
    low = line(open_page(dialog, ALERTS), "Low balance, below")
    with qtbot.waitSignal(dialog.recorded.called):
        type_in(low, "250")
        assert len(saver.changes) == 1  # not 2, 25 and 250
    assert saver.changes[1:] == [{"accounts[default].alerts.low_balance": Decimal(250)}]


@pytest.mark.parametrize(
    ("page", "name"), [(ACCOUNTS, "Service address"), (ACCOUNTS, "Top-up page")]
)
def test_half_an_address_never_counts(qtbot: QtBot, page: int, name: str) -> None:
    """A key from the environment goes to whatever address is in force."""
    dialog = shown(qtbot, make_settings())
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
    dialog.show_settings(replace(make_settings(), accounts=(replace(LAB, id="default"),)))
    assert field.text() == "https://lab.example"
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert len(saver.changes) == 3
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert list(saver.changes[3].values()) == ["https://lab.example"]
    assert dialog.isVisible()


def test_going_back_to_the_old_value_works(qtbot: QtBot) -> None:
    dialog = shown(qtbot, make_settings())
    saver = Saver(dialog)
    hide = box(open_page(dialog, GENERAL), "Hide amounts")
    hide.click()
    hide.click()
    assert [one["display.hide_amounts"] for one in saver.changes] == [True, False]


def test_a_limit_is_switched_off_and_on(qtbot: QtBot) -> None:
    dialog = shown(qtbot, make_settings())
    saver = Saver(dialog)
    alerts = open_page(dialog, ALERTS)
    box(alerts, "Critical balance, below").click()
    assert not line(alerts, "Critical balance, below").isEnabled()
    box(alerts, "Amount due, above").click()
    assert line(alerts, "Amount due, above").isEnabled()
    assert saver.changes == [
        {"accounts[default].alerts.critical_balance": Decimal(0)},
        {"accounts[default].alerts.amount_due": Decimal(10)},
    ]


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
    dialog = shown(qtbot, make_settings())
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
    settings, actions = make_settings(limits=limits), RecordingActions()
    dialog = SettingsDialog(settings, actions, signed_in=True, locale=german)
    dialog.recorded = actions
    qtbot.addWidget(dialog)
    dialog.show()
    saver = Saver(dialog)
    low = line(open_page(dialog, ALERTS), "Low balance, below")
    assert low.text() == "1234,5"
    type_in(low, "2.345,75")
    dialog.close()
    assert saver.changes == [{"accounts[default].alerts.low_balance": Decimal("2345.75")}]


def test_other_settings_are_shown_at_once(qtbot: QtBot) -> None:
    dialog = shown(qtbot, make_settings())
    saver = Saver(dialog)
    limits = AlertLimits(Decimal(1), Decimal(0), Decimal(2), Decimal(3))
    dialog.show_settings(
        make_settings(
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
    dialog = shown(qtbot, make_settings())
    saver = Saver(dialog)
    alerts = open_page(dialog, ALERTS)
    low = line(alerts, "Low balance, below")
    type_in(low, "2")
    limits = AlertLimits(Decimal(70), Decimal(30), Decimal(0))
    dialog.show_settings(make_settings(limits=limits))
    assert low.text() == "2"
    assert line(alerts, "Critical balance, below").text() == "30"
    QTest.keyClicks(low, "50")
    dialog.close()
    assert saver.changes == [{"accounts[default].alerts.low_balance": Decimal(250)}]


def test_an_older_answer_does_not_flip_back_what_was_just_chosen(qtbot: QtBot) -> None:
    dialog = shown(qtbot, make_settings())
    hide = box(open_page(dialog, GENERAL), "Hide amounts")
    hide.click()
    dialog.show_settings(replace(make_settings(), icon=IconStyle.NUMBER))  # read before the save
    assert hide.isChecked()
    dialog.show_settings(replace(make_settings(), icon=IconStyle.NUMBER, hide_amounts=True))
    assert hide.isChecked()
    dialog.show_settings(replace(make_settings(), icon=IconStyle.NUMBER))
    assert not hide.isChecked()


def test_trouble_with_the_file_is_reported(qtbot: QtBot) -> None:
    dialog = shown(qtbot, make_settings())
    dialog.show_note("The settings file cannot be read.")
    (label,) = (one for one in dialog.findChildren(QLabel) if "cannot be read" in one.text())
    assert label.isVisible()
    dialog.show_note("")
    assert not label.isVisible()
