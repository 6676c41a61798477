"""Wallets that state other figures, at a terminal, in JSON and in a bar."""

import json
from dataclasses import replace
from datetime import UTC

import pytest

from tests.support.builders import balance, make_account
from tests.support.other_wallets import AT, POSTPAID, YUAN, stated
from wallet_tray.cli.formats import BARS, Presentation, Report, balance_json, balance_lines
from wallet_tray.domain.account import Account
from wallet_tray.domain.account_snapshot import Wallet
from wallet_tray.domain.account_state import Fresh
from wallet_tray.domain.balance import Balance, WalletId


def report(known: Balance, account: Account = YUAN) -> Report:
    return Report(Wallet(account, Fresh(known)), AT.astimezone(UTC))


def lines(known: Balance, account: Account = YUAN) -> list[str]:
    return [line[:12].rstrip() for line in balance_lines(report(known, account), known)]


def document(known: Balance, account: Account = YUAN) -> dict[str, object]:
    found: dict[str, object] = json.loads(balance_json(report(known, account), known))
    return found


def test_lines_of_figures_that_are_stated() -> None:
    assert lines(stated(110, "CNY")) == ["Available", "Updated"]
    full = stated(110, granted=10, credit_line=50, per_hour="0.5")
    assert lines(full) == ["Available", "Granted", "Credit line", "Per hour", "Updated"]
    assert "Granted     10.00 USD" in balance_lines(report(full), full)


def test_json_has_null_for_what_is_not_stated() -> None:
    known = stated("110.50", "CNY", granted="10.0")
    assert document(known) == {
        "schema": 1,
        "account": "default",
        "accountId": None,
        "totalBalance": None,
        "availableBalance": 110.5,
        "reservedBalance": None,
        "amountDue": None,
        "unit": "CNY",
        "amountDueUnit": None,
        "level": "ok",
        "fetchedAt": "2026-03-01T13:02:00.000Z",
        "ageSeconds": 0,
        "stale": False,
        "hoursLeft": None,
        "provider": "deepseek",
        "variant": None,
        "grantedBalance": 10.0,
        "creditLine": None,
        "spendPerHour": None,
        "described": "documented",
    }
    assert '"grantedBalance": 10.0,' in balance_json(report(known), known)


def test_json_names_the_variant_in_use() -> None:
    first, other = make_account(of="moonshot"), make_account(of="moonshot", variant="cn")
    assert document(stated(1), first)["variant"] == "global"
    assert document(stated(1), other)["variant"] == "cn"


def test_json_of_the_default_wallet_is_as_before_but_for_new_keys_at_the_end() -> None:
    known = balance("523.250", total=600, due="7.89", at=AT, wallet_id="acc-1")
    account = make_account()
    assert balance_json(report(known, account), known) == (
        '{"schema": 1, "account": "default", "accountId": "acc-1", "totalBalance": 600, '
        '"availableBalance": 523.250, "reservedBalance": 76.750, "amountDue": 7.89, '
        '"unit": "BYC", "amountDueUnit": "USD", "level": "ok", '
        '"fetchedAt": "2026-03-01T13:02:00.000Z", "ageSeconds": 0, "stale": false, '
        '"hoursLeft": null, "provider": "bytenite", "variant": null, "grantedBalance": null, '
        '"creditLine": null, "spendPerHour": null, "described": "documented"}'
    )


def test_a_watch_prints_a_change_of_any_figure() -> None:
    shown = Presentation("json", {})
    before = shown.change(report(stated(110, granted=10)))[0]
    assert shown.change(report(stated(110, granted=10)))[0] == before
    assert shown.change(report(stated(110, granted=9)))[0] != before


@pytest.mark.parametrize("name", BARS)
def test_a_bar_shows_stated_figures_alone(name: str) -> None:
    text = Presentation(name, {}).text(report(stated(110, "CNY", granted=10)))
    assert "110.00 CNY" in text
    assert not any(word in text for word in ("Total", "Reserved", "Amount due", "None"))
    if name in ("waybar", "xbar"):
        assert "Granted: 10.00 CNY" in text


@pytest.mark.parametrize("name", BARS)
def test_a_bar_without_an_account_names_the_program(name: str) -> None:
    text = Presentation(name, {}).unusable_settings()
    assert "Wallet Tray: settings unusable" in text
    assert "#808080" in text or json.loads(text)["class"] == ["problem"]
    assert "Top up" not in text


def test_a_postpaid_wallet_below_zero_is_fine_in_a_bar() -> None:
    account = replace(
        POSTPAID, own_limits=POSTPAID.own_limits._replace(low_balance=0, critical_balance=0)
    )
    assert Presentation("tmux", {}).text(report(stated(-5), account)) == "−5.00 USD\n"


def test_the_id_has_a_line_where_the_service_sends_one() -> None:
    known = replace(stated(1), wallet_id=WalletId("w-1"))
    assert "Account ID  w-1" in balance_lines(report(known), known)
