"""When the next refresh comes, with a real worker and Qt's own timer."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from tests.refresh.conftest import Bench
from wallet_tray.domain.account_state import Fresh
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.problem import Problem, ProblemKind, RetryPolicy
from wallet_tray.domain.refresh_policy import MANUAL_GAP, RESUME_DELAY, keyring_may_mend
from wallet_tray.refresh import timer

STOPPING = [kind for kind in ProblemKind if kind.pace is RetryPolicy.STOP]
FOR_THE_USER = [
    ProblemKind.SIGNED_OUT,
    ProblemKind.CREDENTIAL_REJECTED,
    ProblemKind.ACCESS_TOKEN_ENDED,
    ProblemKind.KEYRING_LOCKED,
    ProblemKind.KEYRING_WAITING,
]
LOOKED_AT_AGAIN = [kind for kind in STOPPING if kind not in FOR_THE_USER]


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize("event", ["resumed", "network_returned", "unpaused", "popup"])
@pytest.mark.parametrize("kind", LOOKED_AT_AGAIN, ids=lambda kind: kind.value)
def test_problem_that_may_be_fixed_elsewhere_is_retried(
    bench: Bench,
    make_problem: Callable[..., Problem],
    make_balance: Callable[..., Balance],
    kind: ProblemKind,
    event: str,
    known: bool,
) -> None:
    if known:
        bench.refresh()
    bench.refresh(make_problem(kind))
    assert bench.left is None, "not by the clock"
    if event == "unpaused":
        bench.pause(True)
        bench.controller.resumed()
        bench.controller.network_returned()
        assert not bench.controller.refreshing
        bench.pause(False)
    elif event == "popup":
        bench.controller.refresh_if_older(timedelta(0))
    elif event == "resumed" and keyring_may_mend(make_problem(kind)):
        bench.controller.resumed()
        assert bench.controller.refreshing, "a keyring is there at once, a network is not"
    else:
        getattr(bench.controller, event)()
        assert bench.seconds_left <= RESUME_DELAY[1].total_seconds()
        bench.controller.refresh_now()
    bench.wait_for(lambda: isinstance(bench.controller.state, Fresh))
    assert bench.seconds_left == bench.about(300)


@pytest.mark.parametrize("kind", FOR_THE_USER, ids=lambda kind: kind.value)
def test_problem_that_only_the_user_can_fix_stops_the_timer(
    bench: Bench, make_problem: Callable[..., Problem], kind: ProblemKind
) -> None:
    bench.refresh()
    bench.refresh(make_problem(kind))
    assert bench.left is None
    looks = keyring_may_mend(make_problem(kind))  # into the keyring, once
    bench.client.script.extend([make_problem(kind)] * 2 * looks)
    bench.controller.resumed()
    bench.wait_for_outcomes(2 + looks)
    bench.controller.network_returned()
    bench.controller.refresh_if_older(timedelta(0))
    bench.controller.set_interval(timedelta(seconds=60))
    bench.pause(True)
    bench.pause(False)
    bench.wait_for_outcomes(2 + 2 * looks)
    assert bench.left is None
    assert not bench.controller.refreshing
    bench.controller.request_refresh()
    assert bench.controller.refreshing, "a wish of the user counts always"


def test_back_off_grows_and_one_success_resets_it(
    bench: Bench, make_problem: Callable[..., Problem]
) -> None:
    for ceiling in (15, 30, 60, 120, 240, 480, 900, 900):
        bench.refresh(make_problem(ProblemKind.OFFLINE))
        assert bench.seconds_left == bench.about(ceiling)
    bench.refresh()
    assert bench.seconds_left == bench.about(300)
    bench.refresh(make_problem(ProblemKind.OFFLINE))
    assert bench.seconds_left == bench.about(15)


def test_back_off_has_a_floor(
    make_bench: Callable[..., Bench], make_problem: Callable[..., Problem]
) -> None:
    bench = make_bench(uniform=lambda low, _high: low)
    bench.refresh(make_problem(ProblemKind.OFFLINE))
    assert bench.seconds_left == bench.about(5)


def test_manual_refreshes_do_not_reset_the_back_off(
    bench: Bench, make_problem: Callable[..., Problem]
) -> None:
    for _ in range(3):
        bench.refresh(make_problem(ProblemKind.OFFLINE))
    bench.client.script.append(make_problem(ProblemKind.OFFLINE))
    bench.controller.request_refresh()
    bench.wait_for_outcomes(4)
    assert bench.seconds_left == bench.about(120)


def test_forbidden_is_asked_once_an_hour(
    bench: Bench, make_problem: Callable[..., Problem]
) -> None:
    bench.refresh(make_problem(ProblemKind.FORBIDDEN))
    assert bench.seconds_left == bench.about(3600)


@pytest.mark.parametrize("asked", [16, 120, 1200, 3600])
def test_retry_after_is_never_undercut(
    make_bench: Callable[..., Bench], make_problem: Callable[..., Problem], asked: int
) -> None:
    bench = make_bench(uniform=lambda low, _high: low)
    waited = make_problem(ProblemKind.RATE_LIMITED, retry_after=timedelta(seconds=asked))
    bench.refresh(waited)
    # A coarse timer would be up to 5 % early.
    assert bench.timer.timerType() is Qt.TimerType.PreciseTimer
    assert bench.seconds_left >= asked
    bench.controller.refresh_if_older(timedelta(0))
    assert not bench.controller.refreshing, "opening the popup does not overrule the service"
    bench.refresh()
    assert bench.timer.timerType() is Qt.TimerType.CoarseTimer


def test_the_timer_starts_the_next_refresh(bench: Bench) -> None:
    bench.controller.set_interval(timedelta(milliseconds=1))
    bench.controller.refresh_now()
    bench.wait_for(lambda: len(bench.session.outcomes) >= 5)
    assert bench.client.most_at_once == 1


def test_a_timer_that_stood_still_shows_that_the_computer_slept(bench: Bench) -> None:
    """Where no system says so: Qt's timer stops with the computer, the clock goes on."""
    bench.refresh()
    bench.refresh_timer._due = datetime.now(UTC) - timedelta(hours=8)
    with bench.qtbot.waitSignal(bench.controller.slept):
        bench.timer.start(0)
    bench.wait_for_outcomes(2)
    assert bench.client.calls == ["refresh", "renew"]


def test_a_timer_in_time_shows_no_sleep(bench: Bench) -> None:
    bench.refresh()
    with bench.qtbot.assertNotEmitted(bench.controller.slept):
        bench.refresh_timer._start(timedelta(0))
        bench.wait_for_outcomes(2)
    assert bench.client.calls == ["refresh", "refresh"]


def test_a_new_interval_counts_from_now_on(bench: Bench) -> None:
    bench.refresh()
    bench.controller.set_interval(timedelta(seconds=60))
    assert bench.seconds_left == bench.about(60)
    bench.controller.set_interval(timedelta(days=1))
    assert 30 < bench.seconds_left < 64, "what is due sooner stays due"
    bench.refresh()
    assert bench.seconds_left == bench.about(86_400)


def test_a_new_interval_leaves_the_back_off_alone(
    bench: Bench, make_problem: Callable[..., Problem]
) -> None:
    bench.refresh(make_problem(ProblemKind.OFFLINE))
    bench.controller.set_interval(timedelta(seconds=30))
    assert bench.seconds_left == bench.about(15)


# -- wishes


def test_manual_refresh_runs_at_once_then_every_five_seconds(bench: Bench) -> None:
    bench.controller.request_refresh()
    bench.wait_for_outcomes(1)
    for _ in range(100):
        bench.controller.request_refresh()
    assert not bench.controller.refreshing
    assert bench.seconds_left <= MANUAL_GAP.total_seconds()
    bench.refresh_timer._last_request -= MANUAL_GAP
    bench.controller.request_refresh()
    bench.wait_for_outcomes(2)
    assert bench.client.calls == ["refresh"] * 2


def test_delayed_manual_refresh_is_run_by_the_timer(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timer, "MANUAL_GAP", timedelta(milliseconds=300))
    bench.controller.request_refresh()
    bench.wait_for_outcomes(1)
    bench.controller.request_refresh()
    assert not bench.controller.refreshing
    bench.wait_for_outcomes(2)


def test_manual_refresh_runs_after_the_clock_went_back(bench: Bench) -> None:
    bench.controller.request_refresh()
    bench.wait_for_outcomes(1)
    bench.refresh_timer._last_request += timedelta(days=3650)
    bench.controller.request_refresh()
    bench.wait_for_outcomes(2)


def test_the_popup_refreshes_only_what_is_old(bench: Bench) -> None:
    bench.refresh()
    bench.controller.refresh_if_older(timedelta(minutes=5))
    assert not bench.controller.refreshing
    bench.controller.refresh_if_older(timedelta(0))
    assert bench.controller.refreshing


# -- waking up


@pytest.mark.parametrize("end", [0, 1])
def test_after_waking_one_refresh_with_a_new_token_in_five_to_ten_seconds(
    make_bench: Callable[..., Bench], end: int
) -> None:
    bench = make_bench(uniform=lambda low, high: (low, high)[end])
    bench.refresh()
    bench.controller.resumed()
    bench.controller.resumed()
    assert not bench.controller.refreshing
    assert bench.seconds_left == bench.about(RESUME_DELAY[end].total_seconds())
    bench.refresh()
    bench.refresh()
    assert bench.client.calls == ["refresh", "renew", "refresh"]


def test_a_thousand_sleeps_are_a_thousand_refreshes(make_bench: Callable[..., Bench]) -> None:
    bench = make_bench(uniform=lambda _low, _high: 0)
    for count in range(1, 1001):
        with bench.qtbot.waitSignal(bench.controller.outcome):
            bench.controller.resumed()
            if count % 3 == 0:
                bench.controller.refresh_now()
    assert bench.client.calls == ["renew"] * 1000
    assert len(bench.session.outcomes) == 1000
    assert bench.client.most_at_once == 1
    assert len(bench.client.threads) == 1
    assert not [one for one in bench.session.outcomes if isinstance(one, Problem)]


def test_sleeps_in_the_middle_of_refreshes_never_ask_in_parallel(
    make_bench: Callable[..., Bench],
) -> None:
    bench = make_bench(uniform=lambda _low, _high: 0)
    for count in range(1, 101):
        hang = bench.client.hang()
        bench.controller.refresh_now()
        assert hang.begun.wait(30)
        bench.controller.resumed()
        bench.wait_for(lambda: bench.controller.refreshing)
        hang.go_on.set()
        bench.wait_for_outcomes(count)
    assert bench.client.calls == ["refresh", "renew"] * 100
    assert bench.client.most_at_once == 1
