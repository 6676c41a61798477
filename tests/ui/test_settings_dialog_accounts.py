"""The accounts in the settings window: they are added, changed, removed and signed in."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLabel,
    QMessageBox,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from tests.support.builders import make_account, make_settings
from tests.ui.settings_window import (
    ACCOUNTS,
    ALERTS,
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


def test_the_alerts_page_shows_each_account_in_its_own_unit(qtbot: QtBot) -> None:
    chat = make_account(id="chat", of="runpod", label="Chat")
    dialog = shown(qtbot, make_settings(accounts=(make_account(), chat)))
    saver = Saver(dialog)
    alerts = open_page(dialog, ALERTS)

    def units() -> list[str]:
        texts = [one.text() for one in alerts.findChildren(QLabel) if one.isVisible()]
        return [text for text in texts if text in ("BYC", "USD", "hours")]

    assert units() == ["BYC", "BYC", "USD", "hours"]
    assert line(alerts, "Low balance, below").text() == "100"
    choose(alerts, "Account", "chat")
    assert units() == ["USD", "USD", "hours"], "this wallet states no amount due"
    assert line(alerts, "Low balance, below").text() == "10"
    type_in(line(alerts, "Critical balance, below"), "9")
    choose(alerts, "Account", "default")  # what was typed counts for the one that was shown
    assert line(alerts, "Critical balance, below").text() == "20"
    assert saver.changes == [{"accounts[chat].alerts.critical_balance": Decimal(9)}]


def test_a_limit_that_is_switched_on_starts_at_the_usual_one(qtbot: QtBot) -> None:
    off = AlertLimits()
    moon = make_account(id="moon", of="moonshot", variant="cn", limits=off)
    dialog = shown(qtbot, make_settings(accounts=(moon,)))
    saver = Saver(dialog)
    box(open_page(dialog, ALERTS), "Low balance, below").click()
    assert saver.changes == [{"accounts[moon].alerts.low_balance": Decimal(70)}]


def test_limits_are_in_the_unit_of_the_last_balance_where_only_that_names_it(qtbot: QtBot) -> None:
    """Without it, a user would see limits switched off that are in force."""
    dialog = shown(qtbot, make_settings(accounts=(make_account(id="two", of="deepseek"),)))
    saver = Saver(dialog)
    alerts = open_page(dialog, ALERTS)
    dialog.show_units({"two": "CNY"})
    assert line(alerts, "Low balance, below").text() == "70"
    assert box(alerts, "Critical balance, below").isChecked()
    assert [one.text() for one in alerts.findChildren(QLabel) if one.text() == "CNY"] != []
    assert saver.changes == []


def test_a_hidden_limit_leaves_no_line_of_its_own(qtbot: QtBot) -> None:
    accounts = (make_account(), make_account(id="pod", of="runpod", label="Pod"))
    dialog = shown(qtbot, make_settings(accounts=accounts))
    alerts = open_page(dialog, ALERTS)
    choose(alerts, "Account", "pod")
    texts = [one.text() for one in alerts.findChildren(QLabel) if one.isVisible()]
    assert "A notification when you owe more than this." not in texts


def test_one_account_needs_no_choice(qtbot: QtBot) -> None:
    dialog = shown(qtbot, make_settings())
    alerts = open_page(dialog, ALERTS)
    assert not [one for one in alerts.findChildren(QComboBox) if one.isVisible()]


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
