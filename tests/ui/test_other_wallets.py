"""Wallets that state other figures: what is not stated is not there, and 0 means what it does."""

from dataclasses import replace
from datetime import timedelta, timezone

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.support.builders import make_account
from tests.support.other_wallets import AT, POSTPAID, YUAN, at_zero, stated
from tests.support.recording_actions import RecordingActions
from wallet_tray.domain.account import Account
from wallet_tray.domain.account_snapshot import Mark, Wallet
from wallet_tray.domain.account_state import Fresh, Loading
from wallet_tray.domain.alert import AlertLimits
from wallet_tray.domain.balance import Balance, Level
from wallet_tray.domain.money import Figure, Money
from wallet_tray.providers.provider import AtZero
from wallet_tray.text.status import DisplayOptions
from wallet_tray.ui.popup.popup import Popup
from wallet_tray.ui.popup.presenter import PopupView, popup_view
from wallet_tray.ui.tray.parts import Step
from wallet_tray.ui.tray.presenter import TrayView, tray_view

OPTIONS = DisplayOptions(AT.astimezone(timezone(timedelta(hours=1))))


def popup_of(balance: Balance, account: Account = YUAN) -> PopupView:
    return popup_view(Wallet(account, Fresh(balance)), OPTIONS)


def tray_of(balance: Balance, account: Account = YUAN) -> TrayView:
    return tray_view([Wallet(account, Fresh(balance))], OPTIONS)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_figures_that_a_wallet_does_not_state_are_left_out() -> None:
    only = popup_of(stated(110, "CNY"))
    assert (only.available, only.unit, only.others, only.wallet_id) == ("110.00", "CNY", (), None)
    assert [plain(row) for row in tray_of(stated(110, "CNY")).rows][:1] == ["Available: 110.00 CNY"]
    assert len(tray_of(stated(110, "CNY")).rows) == 2


def test_all_figures_in_their_order_with_their_units() -> None:
    figures = {"per_hour": "0.5", "credit_line": 50, "granted": 10, "due": "7.899", "total": 120}
    known = stated(110, **figures)
    mixed = replace(
        known, figures={**known.figures, Figure.DUE: Money(known.available.amount, "EUR")}
    )
    assert [(figure, plain(text)) for figure, text in popup_of(mixed).others] == [
        (Figure.TOTAL, "120.00 USD"),
        (Figure.DUE, "110.00 EUR"),
        (Figure.GRANTED, "10.00 USD"),
        (Figure.CREDIT_LINE, "50.00 USD"),
        (Figure.PER_HOUR, "0.50 USD"),
    ]
    assert [plain(row) for row in tray_of(mixed).rows[:-1]] == [
        "Available: 110.00 USD",
        "Total: 120.00 USD",
        "Amount due: 110.00 EUR",
        "Granted: 10.00 USD",
        "Credit line: 50.00 USD",
        "Spending per hour: 0.50 USD",
    ]


def test_before_an_answer_the_expected_figures_have_a_dash() -> None:
    view = popup_view(Wallet(YUAN, Loading()), OPTIONS)
    assert (view.available, view.unit) == ("–", "")
    assert view.others == ((Figure.GRANTED, "–"),)


def test_the_limits_are_those_of_the_unit_in_the_answer() -> None:
    """70 yuan and 10 dollars are as much."""
    assert plain(popup_of(stated(40, "CNY")).status) == "Low: below 70 CNY"
    assert plain(popup_of(stated(40, "USD")).status) == "Above your limits"
    assert plain(popup_of(stated(9, "USD")).status) == "Low: below 10 USD"
    assert tray_of(stated(40, "CNY")).icon.step is Step.LOW


@pytest.mark.parametrize("available", [0, "-5"])
def test_a_postpaid_wallet_is_neither_empty_nor_overdrawn(available: str) -> None:
    account = replace(POSTPAID, own_limits=make_account(limits=AlertLimits()).own_limits)
    view = popup_of(stated(available), account)
    assert (view.level, view.status) == (Level.OK, "All is well")
    tray = tray_of(stated(available), account)
    assert (tray.icon.step, tray.icon.mark) == (Step.OK, Mark.NONE)
    assert not {"empty", "overdrawn"} & set(tray.tooltip.split(", "))
    limited = make_account(
        of="linode", limits=AlertLimits(critical_balance=stated(3).available.amount)
    )
    assert popup_of(stated(available), limited).level is Level.CRITICAL


@pytest.mark.parametrize(
    ("means", "empty", "overdrawn"),
    [
        (
            AtZero.STOPS,
            "Empty: jobs stop until the wallet is topped up",
            "Overdrawn: jobs stop until the wallet is topped up",
        ),
        (
            AtZero.DELETES,
            "Empty: what you have there may be deleted",
            "Overdrawn: what you have there may be deleted",
        ),
        (
            AtZero.DEBT,
            "Empty: further use becomes a debt",
            "Overdrawn: further use adds to the debt",
        ),
        (
            AtZero.BLOCKS,
            "Empty: blocked until the wallet is topped up",
            "Overdrawn: blocked until the wallet is topped up",
        ),
        (None, "Empty: top up to continue", "Overdrawn: top up to continue"),
    ],
)
def test_the_status_says_what_happens_at_zero(
    means: AtZero | None, empty: str, overdrawn: str
) -> None:
    account = at_zero(YUAN, means)
    assert popup_of(stated(0), account).status == empty
    assert popup_of(stated(-1), account).status == overdrawn


def test_the_worth_is_in_the_unit_of_the_price() -> None:
    price = Money(stated("0.5").available.amount, "EUR")
    wallet = Wallet(YUAN, Fresh(stated(10)), unit_price=price)
    assert plain(popup_view(wallet, OPTIONS).outlook).startswith("≈ 5.00 EUR")


def values(popup: Popup) -> list[tuple[str, str]]:
    """The visible figures below the available one, in reading order."""
    names = {
        "Total balance",
        "Reserved balance",
        "Amount due",
        "Granted balance",
        "Credit line",
        "Spending per hour",
    }
    labels = [one for one in popup.findChildren(QLabel) if one.accessibleName() in names]
    shown = [one for one in labels if one.isVisible()]
    shown.sort(key=lambda one: (one.y(), one.x()))
    return [(one.accessibleName(), plain(one.text())) for one in shown]


def test_the_popup_has_no_place_for_what_is_not_stated(qtbot: QtBot) -> None:
    popup = Popup(RecordingActions())
    qtbot.addWidget(popup)
    popup.show_view(popup_of(stated(110, due=3)))
    popup.open()
    assert values(popup) == [("Amount due", "3.00 USD")]
    assert "Account ID" not in {
        label.text() for label in popup.findChildren(QLabel) if label.isVisible()
    }
    low = popup.height()
    everything = stated(110, total=1, reserved=2, due=3, granted=4, credit_line=5, per_hour=6)
    popup.show_view(popup_of(everything))
    qtbot.waitUntil(lambda: popup.height() > low)
    assert [text for _, text in values(popup)] == [f"{number}.00 USD" for number in range(1, 7)]
    popup.show_view(popup_of(stated(110)))
    assert values(popup) == []
