"""What the scenarios' wallets go through; time is handed in, nothing sleeps."""

from collections.abc import Iterable
from datetime import timedelta
from decimal import Decimal
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.builders import make_account
from wallet_tray.domain.balance import Level, level_of
from wallet_tray.simulator.scenarios import SCENARIOS
from wallet_tray.simulator.wallet import ScriptedWallet, Wallet

SEEDS = range(20)
REFRESH_SECONDS = 3


def living(scenario: str, seed: int) -> ScriptedWallet:
    story = SCENARIOS[scenario]
    return ScriptedWallet(Wallet("id", story.start), story.course, seed)


def at(wallet: ScriptedWallet, seconds: float) -> Wallet:
    return wallet.at(timedelta(seconds=seconds))


def levels(wallet: ScriptedWallet, times: Iterable[float]) -> list[Level]:
    limits = make_account().limits
    return [
        level_of(at(wallet, time).available, limits.low_balance, limits.critical_balance)
        for time in times
    ]


@pytest.mark.parametrize("seed", SEEDS)
def test_drain_meets_each_level_in_order_within_two_minutes(seed: int) -> None:
    seen = levels(living("drain", seed), range(0, 121, REFRESH_SECONDS))
    rows = [(level, len(list(group))) for level, group in groupby(seen)]
    assert [level for level, _ in rows] == [
        Level.OK,
        Level.LOW,
        Level.CRITICAL,
        Level.EMPTY,
        Level.OK,
    ]
    assert all(refreshes >= 5 for _, refreshes in rows), "each level is met several times"


@pytest.mark.parametrize("seed", SEEDS)
def test_drain_runs_its_course_once_in_400_seconds_and_then_again(seed: int) -> None:
    wallet = living("drain", seed)
    story = [level for level, _ in groupby(levels(wallet, range(1200)))]
    assert story == [Level.OK, Level.LOW, Level.CRITICAL, Level.EMPTY] * 3 + [Level.OK]


def test_drain_shows_reserved_and_due() -> None:
    wallet = living("drain", 1)
    moments = [at(wallet, time) for time in range(120)]
    assert any(moment.reserved > 0 for moment in moments)
    assert {moment.amount_due > 0 for moment in moments} == {True, False}
    assert moments[-1].amount_due == 0, "paid with the top-up"


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_seed_repeats_however_often_it_is_asked(scenario: str) -> None:
    often, seldom = living(scenario, 7), living(scenario, 7)
    for time in range(1000):
        at(often, time)
    assert at(often, 1000) == at(seldom, 1000)


@pytest.mark.parametrize("scenario", ["steady", "drain", "due", "overdrawn"])
def test_another_seed_is_another_run(scenario: str) -> None:
    assert [at(living(scenario, 1), t) for t in range(0, 60, 5)] != [
        at(living(scenario, 2), t) for t in range(0, 60, 5)
    ]


@given(st.sampled_from(sorted(SCENARIOS)), st.integers(), st.lists(st.integers(0, 5000)))
def test_amounts_stay_amounts(scenario: str, seed: int, times: list[int]) -> None:
    wallet = living(scenario, seed)
    for time in times:
        moment = at(wallet, time)
        assert moment.available == moment.total - moment.reserved
        assert moment.reserved >= 0
        assert moment.amount_due >= 0
        for amount in (moment.total, moment.available, moment.amount_due):
            assert amount == amount.quantize(Decimal("0.01")), "whole cents"


def test_steady_never_runs_low_for_a_day() -> None:
    wallet = living("steady", 1)
    assert set(levels(wallet, range(0, 86_400, 60))) == {Level.OK}


def test_overdrawn_falls_below_zero_and_due_rises() -> None:
    assert at(living("overdrawn", 1), 60).available < 0
    due = living("due", 1)
    rising = [at(due, time).amount_due for time in range(0, 120, 10)]
    assert rising == sorted(set(rising))
    assert at(due, 120).amount_due == 0
