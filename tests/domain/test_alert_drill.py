"""The drill meets low, critical, due and topped up, whatever the user's own limits are."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from tests.support.builders import alert_context, make_account
from wallet_tray import providers
from wallet_tray.domain.account import is_account_id
from wallet_tray.domain.alert import Alert, AlertKind, AlertLimits
from wallet_tray.domain.alert_memory import AlertMemory
from wallet_tray.domain.alert_policy import AlertContext, step
from wallet_tray.domain.alert_rules import traits_of
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


SHIPPED = sorted(path.stem for path in (Path(providers.__file__).parent / "shipped").glob("*.toml"))


@pytest.mark.parametrize("of", SHIPPED)
def test_through_the_policy_for_each_provider(of: str) -> None:
    """Also for one whose unit only an answer names, or that states no amount due."""
    account = self_test_account(make_account(of=of))
    memory = AlertMemory()
    alerts: list[Alert] = []
    for balance in self_test_balances(account, NOON):
        around = AlertContext(
            now=balance.fetched_at,
            awake_since=NOON,
            limits=account.limits_in(balance.unit),
            unit=balance.unit,
            traits=traits_of(account, balance.unit),
        )
        result = step(memory, balance, around)
        memory = result.memory
        alerts += [result.say] if result.say else []
    assert [alert.kind for alert in alerts] == [
        AlertKind.LOW,
        AlertKind.CRITICAL,
        AlertKind.AMOUNT_DUE,
    ]
    assert account.unit in ("", alerts[0].unit)
    assert account.due_unit in ("", alerts[2].unit)
    assert memory.shown is None


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
