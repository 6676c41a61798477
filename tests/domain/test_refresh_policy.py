"""The pace of refreshes: the table, its bounds, a day-long outage, and a crowd that comes back."""

import random
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet_tray.domain.problem import Problem, ProblemKind, RetryPolicy
from wallet_tray.domain.refresh_policy import next_delay

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
INTERVAL = timedelta(minutes=5)
HOUR = timedelta(hours=1)


def lowest(low: float, _high: float) -> float:
    return low


def highest(_low: float, high: float) -> float:
    return high


def problem(kind: ProblemKind = ProblemKind.OFFLINE, asked: timedelta | None = None) -> Problem:
    return Problem(kind, NOON, retry_after=asked)


def of_pace(pace: RetryPolicy) -> list[ProblemKind]:
    return [kind for kind in ProblemKind if kind.pace is pace]


@pytest.mark.parametrize("failures", [0, 1, 500])
def test_a_balance_is_followed_by_the_users_interval(failures: int) -> None:
    assert next_delay(None, failures, INTERVAL, highest) == INTERVAL


@pytest.mark.parametrize(
    ("failures", "seconds"),
    [(1, 15), (2, 30), (3, 60), (4, 120), (5, 240), (6, 480), (7, 900), (8, 900), (10**9, 900)],
)
def test_the_ceiling_doubles_up_to_a_quarter_of_an_hour(failures: int, seconds: int) -> None:
    longest = next_delay(problem(), failures, INTERVAL, highest)
    assert longest == timedelta(seconds=seconds)
    assert next_delay(problem(), failures, INTERVAL, lowest) == timedelta(seconds=5)


@pytest.mark.parametrize("kind", of_pace(RetryPolicy.SLOW), ids=lambda kind: kind.value)
def test_lasting_problem_is_retried_hourly(kind: ProblemKind) -> None:
    assert next_delay(problem(kind), 1, INTERVAL, highest) == HOUR


@pytest.mark.parametrize("asked", [None, timedelta(seconds=1)], ids=["plain", "retry-after"])
@pytest.mark.parametrize("kind", of_pace(RetryPolicy.STOP), ids=lambda kind: kind.value)
def test_problem_that_only_the_user_can_fix_is_not_retried(
    kind: ProblemKind, asked: timedelta | None
) -> None:
    assert next_delay(problem(kind, asked), 1, INTERVAL, highest) is None


@pytest.mark.parametrize(
    ("kind", "asked", "shortest", "longest"),
    [
        (ProblemKind.RATE_LIMITED, 120, 120, 132),
        (ProblemKind.SERVICE_FAILED, 3600, 3600, 3960),
        (ProblemKind.RATE_LIMITED, 10**9, 3600, 3960),
        (ProblemKind.RATE_LIMITED, 0, 5, 16.5),
        (ProblemKind.RATE_LIMITED, -50, 5, 16.5),
        (ProblemKind.FORBIDDEN, 60, 3600, 3960),
    ],
)
def test_retry_after_is_a_floor(
    kind: ProblemKind, asked: int, shortest: float, longest: float
) -> None:
    wish = problem(kind, timedelta(seconds=asked))
    assert next_delay(wish, 1, INTERVAL, lowest) == timedelta(seconds=shortest)
    assert next_delay(wish, 1, INTERVAL, highest) == timedelta(seconds=longest)


@given(
    kind=st.sampled_from([*of_pace(RetryPolicy.BACK_OFF), *of_pace(RetryPolicy.SLOW)]),
    failures=st.integers(-5, 10**12),
    asked=st.none() | st.timedeltas(),
    seed=st.integers(0, 2**32),
)
def test_always_within_bounds(
    kind: ProblemKind, failures: int, asked: timedelta | None, seed: int
) -> None:
    delay = next_delay(problem(kind, asked), failures, INTERVAL, random.Random(seed).uniform)
    assert delay is not None
    assert timedelta(seconds=5) <= delay <= HOUR * 1.1
    if asked is not None:
        assert delay >= min(asked, HOUR)
    elif kind.pace is RetryPolicy.BACK_OFF:
        assert delay <= timedelta(minutes=15)


def outage(rng: random.Random, seconds: float) -> list[float]:
    """When one client asks, from its first failure on until the first time after the outage."""
    times = [0.0]
    while times[-1] < seconds:
        delay = next_delay(problem(), len(times), INTERVAL, rng.uniform)
        assert delay is not None
        times.append(times[-1] + delay.total_seconds())
    return times


def test_a_day_without_the_service_takes_250_requests_at_most() -> None:
    rng = random.Random(1)
    requests = [len(outage(rng, 86_400)) for _ in range(200)]
    assert max(requests) <= 250
    assert sum(requests) / len(requests) > 150  # and does not give up either


def test_clients_that_failed_together_retry_apart() -> None:
    """10,000 clients after six hours; who asks in vain goes on as before."""
    rng = random.Random(2)
    six_hours = 6 * 3600
    back = Counter(int(outage(rng, six_hours)[-1]) for _ in range(10_000))
    assert sum(back.values()) == 10_000
    assert max(back.values()) < 60
    assert max(back) <= six_hours + 900
