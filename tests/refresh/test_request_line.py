"""A worker that is silent is given up, and replaced where it stays so."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.refresh.conftest import Bench
from wallet_tray.domain.account_state import Fresh, Stale
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.credential import Credential
from wallet_tray.domain.problem import Problem, ProblemKind
from wallet_tray.refresh import dispatcher


def test_a_silent_worker_is_given_up_and_its_late_answer_dropped(
    bench: Bench, make_balance: Callable[..., Balance], monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.refresh()
    monkeypatch.setattr(dispatcher, "_WATCHDOG", timedelta(milliseconds=30))
    hang = bench.client.hang(make_balance("0.01"))
    bench.controller.refresh_now()
    bench.wait_for_outcomes(2)
    state = bench.controller.state
    assert isinstance(state, Stale)
    assert state.problem.kind is ProblemKind.TIMED_OUT
    assert not bench.controller.refreshing
    assert bench.seconds_left == bench.about(15)
    hang.go_on.set()
    bench.let_worker_finish()
    assert bench.controller.state == state
    assert bench.workers == 1


def test_the_worker_is_replaced_after_the_second_silence_and_three_times_an_hour(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dispatcher, "_WATCHDOG", timedelta(milliseconds=30))
    workers = []
    for count in range(1, 8):
        bench.client.hang()
        bench.controller.refresh_now()
        bench.wait_for_outcomes(count)
        workers.append(bench.workers)
    assert workers == [1, 2, 3, 4, 4, 4, 4]
    for number, _ in enumerate(bench.line._replaced):
        bench.line._replaced[number] -= timedelta(hours=1)
    bench.client.hang()
    bench.controller.refresh_now()
    bench.wait_for_outcomes(8)
    assert bench.workers == 5
    monkeypatch.undo()
    for hang in bench.client.hangs:
        hang.go_on.set()
    bench.client.script.clear()
    bench.controller.refresh_now()
    bench.wait_for_outcomes(9)
    assert isinstance(bench.controller.state, Fresh)


class WallClock(datetime):
    """The clock that the user sets."""

    ahead = timedelta(0)

    @classmethod
    def now(cls, tz: Any = None) -> datetime:
        return datetime.now(tz) + cls.ahead


@pytest.mark.parametrize("days", [-1, 1])
def test_the_hour_of_three_replacements_is_no_matter_of_the_clock(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, days: int
) -> None:
    passed = timedelta(0)
    monkeypatch.setattr(dispatcher, "_WATCHDOG", timedelta(milliseconds=30))
    monkeypatch.setattr(dispatcher, "datetime", WallClock, raising=False)
    monkeypatch.setattr(WallClock, "ahead", timedelta(0))
    monkeypatch.setattr(dispatcher, "uptime", lambda: passed, raising=False)

    def stay_silent(until: int) -> int:
        bench.client.hang()
        bench.controller.refresh_now()
        bench.wait_for_outcomes(until)
        return int(bench.workers)

    assert [stay_silent(count) for count in range(1, 6)] == [1, 2, 3, 4, 4]
    monkeypatch.setattr(WallClock, "ahead", timedelta(days=days))
    assert stay_silent(6) == 4, "the clock was set, and no time has passed"
    passed += timedelta(hours=1, seconds=1)
    monkeypatch.setattr(WallClock, "ahead", timedelta(days=days) + passed)
    assert stay_silent(7) == 5


@pytest.mark.skipif(not hasattr(time, "CLOCK_BOOTTIME"), reason="Linux has this clock")
def test_the_hour_counts_sleep(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python's own monotonic clock stands still while the computer sleeps."""
    clocks = {time.CLOCK_BOOTTIME: 7200.0, time.CLOCK_MONOTONIC: 60.0}
    monkeypatch.setattr(time, "clock_gettime", clocks.__getitem__)
    assert dispatcher.uptime() == timedelta(hours=2)


def test_an_answer_breaks_the_row_of_silences(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    for count in (1, 3, 5):
        monkeypatch.setattr(dispatcher, "_WATCHDOG", timedelta(milliseconds=30))
        hang = bench.client.hang()
        bench.controller.refresh_now()
        bench.wait_for_outcomes(count)
        monkeypatch.undo()
        hang.go_on.set()
        bench.refresh()
    assert bench.workers == 1


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_thread_that_died_is_replaced(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dispatcher, "_WATCHDOG", timedelta(milliseconds=30))
    bench.client.script.append(SystemExit())  # ends a thread without a word
    for count in (1, 2):
        bench.controller.refresh_now()
        bench.wait_for_outcomes(count)
    monkeypatch.undo()
    bench.refresh()
    assert isinstance(bench.controller.state, Fresh)
    assert bench.workers == 2


def test_a_sign_in_that_never_ends_is_answered_as_well(
    bench: Bench, key: Credential, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dispatcher, "_SIGN_IN_WATCHDOG", timedelta(milliseconds=30))
    bench.client.hang()
    bench.controller.sign_in(key)
    bench.wait_for(lambda: bool(bench.session.sign_ins))
    (answer,) = bench.session.sign_ins
    assert isinstance(answer, Problem)
    assert answer.kind is ProblemKind.TIMED_OUT
    assert not bench.controller.refreshing


def test_the_watchdog_waits_for_a_person_at_the_keyring(bench: Bench, key: Credential) -> None:
    bench.controller.refresh_now()
    refresh = bench.line._watchdog.interval()
    assert refresh / 1000 == bench.about(35)
    bench.controller.sign_in(key)
    assert bench.line._watchdog.interval() / 1000 == bench.about(125)
