"""Lines and bars say of a limit that is crossed, though the balance itself is fine."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from tests.support.builders import balance, make_account
from wallet_tray.cli.bars import bar_text, text_of
from wallet_tray.cli.formats import Report, balance_json, balance_line, balance_lines
from wallet_tray.domain.account_snapshot import Wallet
from wallet_tray.domain.account_state import Fresh
from wallet_tray.domain.alert import AlertLimits
from wallet_tray.domain.forecast.outlook import Projection

NOW = datetime(2026, 11, 22, 14, 2, tzinfo=UTC)
BALANCE = balance(512, due=7, at=NOW, wallet_id="w")
USUAL = AlertLimits(low_balance=Decimal(100), critical_balance=Decimal(20))
DUE = replace(USUAL, amount_due=Decimal(5))
HOURS = replace(USUAL, hours_left=Decimal(48))
DUE_TEXT, HOURS_TEXT = "amount due above the limit", "time left below the limit"


def report(limits: AlertLimits, *, stale: bool = False) -> Report:
    left = Decimal(30)
    outlook = Projection(NOW, left, left, left)
    account = make_account(limits=limits)
    return Report(Wallet(account, Fresh(BALANCE, outlook), outdated=stale), NOW)


@pytest.mark.parametrize(("limits", "text"), [(DUE, DUE_TEXT), (HOURS, HOURS_TEXT)])
@pytest.mark.parametrize("name", ["waybar", "tmux", "polybar", "xbar"])
def test_every_bar_says_it_in_words_and_colour(name: str, limits: AlertLimits, text: str) -> None:
    shown = bar_text(name, text_of(report(limits)), coloured=True)
    assert f"512.00 BYC, {text}" in shown
    if name != "waybar":
        assert "#c07800" in shown
    assert text not in bar_text(name, text_of(report(USUAL)), coloured=True)


def test_waybar_has_classes_for_it() -> None:
    both = AlertLimits(amount_due=Decimal(5), hours_left=Decimal(48))
    shown = json.loads(bar_text("waybar", text_of(report(both)), coloured=True))
    assert shown["class"] == ["ok", "amount-due", "hours-left"]
    assert shown["alt"] == "hours-left"
    stale = json.loads(bar_text("waybar", text_of(report(DUE, stale=True)), coloured=True))
    assert stale["class"] == ["ok", "amount-due", "stale"]
    fine = json.loads(bar_text("waybar", text_of(report(USUAL)), coloured=True))
    assert fine["class"] == ["ok"]


def test_the_lines_say_it_and_the_json_keeps_its_levels() -> None:
    lines = balance_lines(report(DUE), BALANCE)
    assert "Amount due  7.00 USD (above the limit)" in lines
    assert any(line.endswith("(below the limit)") for line in balance_lines(report(HOURS), BALANCE))
    assert f"({DUE_TEXT})" in balance_line(report(DUE), BALANCE)
    assert json.loads(balance_json(report(DUE), BALANCE))["level"] == "ok"
