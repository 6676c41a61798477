"""A network that comes back: refreshes that failed for want of one are repeated, soon and once."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from tests.refresh.conftest import Bench
from wallet_tray.domain.problem import Problem, ProblemKind
from wallet_tray.domain.refresh_policy import NETWORK_DELAY, NETWORK_GAP, network_may_mend


@pytest.fixture
def failing(make_bench: Callable[..., Bench], make_problem: Callable[..., Problem]) -> Bench:
    """Offline, with the longest delays that chance may give."""
    bench = make_bench(uniform=lambda _low, high: high)
    bench.client.script.append(make_problem(ProblemKind.OFFLINE))
    bench.refresh()
    return bench


def seconds_left(bench: Bench) -> float:
    return float(bench.seconds_left)


def test_after_a_failure_it_asks_within_seconds_and_once(failing: Bench) -> None:
    assert seconds_left(failing) > 10  # the back-off
    failing.controller.network_returned()
    failing.controller.network_returned()
    assert not failing.controller.refreshing
    left = seconds_left(failing)
    assert 3 < left <= NETWORK_DELAY[1].total_seconds()
    failing.refresh()
    assert failing.client.calls == ["refresh", "refresh"]
    assert seconds_left(failing) > 200  # it worked: the interval


def test_fresh_account_keeps_its_schedule(bench: Bench) -> None:
    bench.refresh()
    left = seconds_left(bench)
    bench.controller.network_returned()
    assert seconds_left(bench) == left


def test_a_refresh_on_the_old_network_is_followed_by_one_on_the_new(
    failing: Bench, make_problem: Callable[..., Problem]
) -> None:
    hang = failing.client.hang(make_problem(ProblemKind.TIMED_OUT))
    failing.controller.refresh_now()
    assert hang.begun.wait(30)
    failing.controller.network_returned()
    failing.controller.network_returned()
    hang.go_on.set()
    failing.qtbot.waitUntil(lambda: not failing.controller.refreshing)
    assert seconds_left(failing) <= NETWORK_DELAY[1].total_seconds()


def test_flickering_network_retries_early_only_once(
    failing: Bench, make_problem: Callable[..., Problem]
) -> None:
    failing.controller.network_returned()
    failing.client.script += [make_problem(ProblemKind.OFFLINE)] * 4
    for _ in range(4):
        failing.refresh()
    failing.controller.network_returned()
    assert seconds_left(failing) > 2 * NETWORK_DELAY[1].total_seconds()


def test_a_clock_that_went_back_does_not_hold_it_up(failing: Bench) -> None:
    failing.refresh_timer._last_early_retry = datetime.now(UTC) + timedelta(days=1)
    failing.refresh_timer._start(timedelta(seconds=500))
    failing.controller.network_returned()
    assert seconds_left(failing) <= NETWORK_GAP.total_seconds()


@pytest.mark.parametrize("kind", list(ProblemKind))
def test_only_what_a_network_explains_is_hurried(
    kind: ProblemKind, make_problem: Callable[..., Problem]
) -> None:
    explained = {"offline", "proxy-refused", "timed-out", "not-private", "redirected"}
    explained |= {"protocol-broken", "not-the-service", "proxy-login"}
    explained |= {"proxy-unusable", "account-unusable", "credential-unusable"}
    explained |= {"keyring-missing", "keyring-failed"}
    assert network_may_mend(make_problem(kind)) is (kind.value in explained)
    assert not network_may_mend(make_problem(kind, retry_after=timedelta(seconds=60)))
    assert not network_may_mend(None)
