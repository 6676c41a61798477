"""The demo's past: what must hold for any seed and any moment."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wallet_tray.simulator.generated_history import PastBalance, past
from wallet_tray.simulator.scenarios import SCENARIOS
from wallet_tray.simulator.wallet_scripts import DRAIN_START

NOW = datetime(2026, 5, 6, 14, 17, 33, tzinfo=UTC)  # a Wednesday
MOMENTS = st.builds(
    lambda seconds, hours: datetime.fromtimestamp(seconds, timezone(timedelta(hours=hours))),
    st.integers(1_577_836_800, 2_051_222_400),  # the years from 2020 to 2034
    st.integers(-12, 14),
)
CENT = Decimal("0.01")


def month(seed: int = 1, now: datetime = NOW) -> list[PastBalance]:
    return list(past(seed, now))


@settings(max_examples=60, deadline=None, database=None)
@given(st.integers(), MOMENTS, st.integers(1, 40))
def test_any_past_is_a_wallets(seed: int, now: datetime, days: int) -> None:
    balances = list(past(seed, now, days))
    begin, end = balances[0], balances[-1]
    assert end.at == now.replace(microsecond=0)
    assert (end.total, end.available, end.amount_due) == (DRAIN_START, DRAIN_START, 0)
    assert end.at - begin.at == timedelta(days=days)
    for balance in balances:
        assert balance.at.utcoffset() == timedelta(0)
        assert balance.at.microsecond == 0
        assert 0 < balance.available <= balance.total < 1200
        assert 0 <= balance.amount_due < 40
        for amount in (balance.total, balance.available, balance.amount_due):
            assert amount == amount.quantize(CENT)
    steps = [later.at - earlier.at for earlier, later in pairwise(balances)]
    gaps = [step for step in steps if step > timedelta(minutes=15)]
    assert all(step > timedelta(0) for step in steps)
    assert all(step >= timedelta(minutes=5) for step in steps[:-1])
    assert len(gaps) <= 1
    assert all(timedelta(hours=60) < gap < timedelta(hours=62) for gap in gaps)


@pytest.mark.parametrize("seed", range(10))
def test_a_month_has_all_that_a_chart_can_show(seed: int) -> None:
    balances = month(seed)
    changes = [(b.at, b.total - a.total) for a, b in pairwise(balances)]
    rises = [change for _, change in changes if change > 0]
    assert 1 <= len(rises) <= 6, "topped up now and then"
    assert all(rise > 200 for rise in rises)
    assert sum(change < 0 for _, change in changes) > 80, "jobs"
    (gap,) = ((a, b) for a, b in pairwise(balances) if b.at - a.at > timedelta(days=2))
    assert gap[0].total != gap[1].total, "the jobs went on while no one looked"
    assert any(balance.available < balance.total for balance in balances), "reserved"
    assert any(a.amount_due > b.amount_due == 0 for a, b in pairwise(balances)), "a bill is paid"
    spent = {weekend: Decimal(0) for weekend in (True, False)}
    for at, change in changes:
        spent[at.weekday() >= 5] -= min(change, Decimal(0))
    assert spent[False] > 5 * spent[True], "the week's work is the week's spending"


def test_generated_history_ends_with_a_steady_balance() -> None:
    assert SCENARIOS["drain"].start == DRAIN_START
    for seed in range(20):
        *_, before, end = month(seed)
        assert (before.total, before.available) == (end.total, end.available)


def test_a_seed_repeats_and_another_is_another() -> None:
    assert month(7) == month(7) != month(8)


def test_the_working_day_goes_by_the_time_zone_of_now() -> None:
    for zone in (ZoneInfo("Asia/Tokyo"), ZoneInfo("America/Los_Angeles")):
        now = NOW.astimezone(zone)
        at_work = asleep = Decimal(0)
        for earlier, later in pairwise(past(1, now)):
            fell = max(earlier.total - later.total, Decimal(0))
            hour = later.at.astimezone(zone).hour
            if later.at - earlier.at < timedelta(days=1):
                at_work += fell if 8 <= hour < 20 else 0
                asleep += fell if 6 <= hour < 8 else 0
        assert at_work > 20 * asleep
