"""The accounts in the settings window: they are added, changed, removed and signed in."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from tests.support.builders import make_account, make_settings
from tests.ui.settings_window import (
    ACCOUNTS,
    LAB,
    TWO,
    Saver,
    box,
    button,
    choose,
    line,
    named,
    open_page,
    shown,
    type_in,
    visible,
)
from wallet_tray.domain.alert import AlertLimits
from wallet_tray.domain.settings_schema import LIMITS


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
    account = replace(make_account(), limits=limits, own_limits=names)
    dialog.show_settings(replace(make_settings(), accounts=(account, LAB)))
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
    added = make_account(id="lab-2", label="Lab", api_url="http://127.0.0.1:8000/v1")
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
    dialog.show_settings(make_settings())
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
    dialog = shown(qtbot, replace(make_settings(), accounts=()))
    accounts = open_page(dialog, ACCOUNTS)
    assert dialog.isVisible()
    assert not button(accounts, "Remove…").isEnabled()
    dialog.show_settings(TWO)
    assert line(accounts, "Name").text() == "ByteNite"
