"""What is known after each outcome."""

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from tests.support import builders
from wallet_tray.domain.account_state import (
    Failed,
    Fresh,
    Loading,
    Stale,
    WalletState,
    after,
    known_balance,
    known_outlook,
    known_problem,
    restored,
)
from wallet_tray.domain.forecast.outlook import NoProjection
from wallet_tray.domain.problem import Problem, ProblemKind

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


balance = partial(builders.balance, at=NOON, wallet_id="a")


def problem(kind: ProblemKind = ProblemKind.OFFLINE, minutes: int = 0) -> Problem:
    return Problem(kind, NOON + timedelta(minutes=minutes))


STATES: dict[str, WalletState] = {
    "loading": Loading(),
    "fresh": Fresh(balance()),
    "stale": Stale(balance(), problem(), NOON),
    "failed": Failed(problem(), NOON),
}


@pytest.mark.parametrize("state", STATES.values(), ids=STATES)
def test_a_balance_is_fresh_whatever_was(state: WalletState) -> None:
    assert after(state, balance(7)) == Fresh(balance(7))


@pytest.mark.parametrize("kind", ProblemKind, ids=lambda kind: kind.value)
def test_a_known_balance_survives_all_but_signing_out(kind: ProblemKind) -> None:
    later = problem(kind, 5)
    for state in (STATES["fresh"], STATES["stale"]):
        result = after(state, later)
        if kind is ProblemKind.SIGNED_OUT:
            assert isinstance(result, Failed)
            assert known_balance(result) is None
        else:
            assert isinstance(result, Stale)
            assert known_balance(result) == balance()
        assert known_problem(result) == later


@pytest.mark.parametrize("kind", ProblemKind, ids=lambda kind: kind.value)
def test_without_a_balance_it_has_failed(kind: ProblemKind) -> None:
    assert after(Loading(), problem(kind, 5)) == Failed(problem(kind, 5), problem(kind, 5).at)


def test_since_is_the_first_failure_of_a_row() -> None:
    state = after(Fresh(balance()), problem(minutes=1))
    state = after(state, problem(ProblemKind.TIMED_OUT, 9))
    assert state == Stale(balance(), problem(ProblemKind.TIMED_OUT, 9), problem(minutes=1).at)
    state = after(after(state, balance()), problem(minutes=20))
    assert state == Stale(balance(), problem(minutes=20), problem(minutes=20).at)


def test_balance_stays_unknown_after_signing_out() -> None:
    state = after(after(STATES["fresh"], problem(ProblemKind.SIGNED_OUT)), problem(minutes=3))
    assert known_balance(state) is None


def test_known_balance_and_problem_of_each_state() -> None:
    known = {name: (known_balance(s), known_problem(s)) for name, s in STATES.items()}
    assert known == {
        "loading": (None, None),
        "fresh": (balance(), None),
        "stale": (balance(), problem()),
        "failed": (None, problem()),
    }


def test_the_outlook_of_a_balance_lasts_as_long_as_the_balance() -> None:
    fresh = after(Loading(), balance(), NoProjection.NOT_FALLING)
    assert known_outlook(fresh) is NoProjection.NOT_FALLING
    assert known_outlook(after(fresh, problem())) is NoProjection.NOT_FALLING
    assert known_outlook(Loading()) is NoProjection.NOT_ENOUGH_DATA


def test_a_balance_of_an_earlier_run_is_stale_where_refreshes_fail() -> None:
    known = balance(7)
    assert restored(Failed(problem(), NOON), known) == Stale(known, problem(), NOON)
    fresh, stale = Fresh(balance()), Stale(balance(), problem(), NOON)
    signed_out = Failed(problem(ProblemKind.SIGNED_OUT), NOON)
    for state in (Loading(), fresh, stale, signed_out):
        assert restored(state, known) == state
