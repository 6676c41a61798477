"""Marks and staleness of an account, the same for the icon and for bars."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.support.builders import balance, make_account
from wallet_tray.domain.account_snapshot import (
    Mark,
    Wallet,
    age_of,
    is_outdated,
    is_stale,
    trouble_marks,
)
from wallet_tray.domain.account_state import Failed, Fresh, Loading, Stale, WalletState
from wallet_tray.domain.problem import Problem, ProblemKind, RetryPolicy

NOW = datetime(2026, 11, 3, 12, 0, tzinfo=UTC)
BALANCE = balance(512, total=600, at=NOW)
MINUTE = timedelta(minutes=1)


def marks(state: WalletState, *, outdated: bool = False) -> tuple[Mark, ...]:
    return trouble_marks(Wallet(make_account(), state, outdated=outdated))


def test_a_current_balance_has_no_mark_and_a_missing_one_has() -> None:
    assert marks(Fresh(BALANCE)) == ()
    assert marks(Fresh(BALANCE), outdated=True) == (Mark.STALE,)
    assert marks(Loading()) == (Mark.PROBLEM,)


@pytest.mark.parametrize("kind", ProblemKind, ids=lambda kind: kind.value)
def test_a_problem_marks_a_balance_by_whether_it_passes(kind: ProblemKind) -> None:
    problem = Problem(kind, NOW)
    known, unknown = Stale(BALANCE, problem, NOW), Failed(problem, NOW)
    if kind is ProblemKind.SIGNED_OUT:
        assert marks(known) == marks(unknown) == (Mark.SIGNED_OUT,)
    elif kind.pace is RetryPolicy.BACK_OFF:
        assert (marks(known), marks(unknown)) == ((Mark.STALE,), (Mark.PROBLEM,))
    else:
        assert (marks(known), marks(unknown)) == ((Mark.STALE, Mark.PROBLEM), (Mark.PROBLEM,))
    assert is_stale(Wallet(make_account(), known))
    assert not is_stale(Wallet(make_account(), unknown))


@pytest.mark.parametrize(
    ("interval", "age", "outdated"),
    [
        (MINUTE, 15 * MINUTE, False),
        (MINUTE, 16 * MINUTE, True),
        (10 * MINUTE, 30 * MINUTE, False),
        (10 * MINUTE, 31 * MINUTE, True),
        (MINUTE, -MINUTE, False),
        (MINUTE, -2 * MINUTE, True),  # another clock recorded it
    ],
)
def test_a_balance_is_outdated_after_three_intervals_or_15_minutes(
    interval: timedelta, age: timedelta, outdated: bool
) -> None:
    assert is_outdated(BALANCE, NOW + age, interval) is outdated
    assert age_of(BALANCE, NOW + age) == max(age, timedelta(0))
