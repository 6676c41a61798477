"""The drill meets low, critical, due and topped up, whatever the user's own limits are."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from tests.support.builders import alert_context, make_account
from wallet_tray.domain.account import is_account_id
from wallet_tray.domain.alert import AlertKind, AlertLimits
from wallet_tray.domain.alert_memory import AlertMemory
from wallet_tray.domain.alert_policy import step
from wallet_tray.domain.alert_samples import STEP, self_test_account, self_test_balances
from wallet_tray.domain.balance import Level, level_of

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "limits",
    [AlertLimits(), AlertLimits(*[Decimal(0)] * 4), AlertLimits(*[Decimal(10**6)] * 4)],
    ids=["usual", "all-off", "all-high"],
)
def test_through_the_policy(limits: AlertLimits) -> None:
    account = self_test_account(make_account(limits=limits))
    memory = AlertMemory()
    notified: list[AlertKind | str] = []
    for balance in self_test_balances(account, NOON):
        around = alert_context(balance.fetched_at, NOON, account.limits)
        result = step(memory, balance, around)
        memory = result.memory
        notified.append(result.say.kind if result.say else "closed" if result.close else "")
    assert notified == ["", AlertKind.LOW, AlertKind.CRITICAL, AlertKind.AMOUNT_DUE, "closed"]


def test_its_slot_can_be_no_accounts() -> None:
    assert not is_account_id(self_test_account(make_account()).id)


def test_it_is_the_users_own_account_otherwise() -> None:
    account = replace(make_account(), top_up_url="https://example.com/pay", label="Work")
    tested = self_test_account(account)
    assert (tested.top_up_url, tested.provider) == (account.top_up_url, account.provider)
    assert tested.label != account.label


def test_one_balance_a_step() -> None:
    balances = self_test_balances(self_test_account(make_account()), NOON)
    assert [one.fetched_at - NOON for one in balances] == [n * STEP for n in range(5)]
    assert timedelta(seconds=2) <= STEP <= timedelta(seconds=10)
    assert {one.wallet_id for one in balances} == {balances[0].wallet_id}
    levels = [level_of(one.available.amount, Decimal(100), Decimal(20)) for one in balances]
    assert levels == [Level.OK, Level.LOW, Level.CRITICAL, Level.CRITICAL, Level.OK]
