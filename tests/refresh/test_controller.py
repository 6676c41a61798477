"""The refresh controller with a real worker thread: what is asked when, and what counts."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt

from wallet_tray.domain.account import Account
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.domain.outlook import NoProjection
from wallet_tray.domain.problem import Pace, Problem, ProblemKind
from wallet_tray.domain.refresh_policy import MANUAL_GAP, RESUME_DELAY
from wallet_tray.domain.wallet_state import Failed, Fresh, Loading, Stale
from wallet_tray.refresh import refresh_timer, request_line
from wallet_tray.refresh.errands import Details, Refreshed, SignedIn

STOPPING = [kind for kind in ProblemKind if kind.pace is Pace.STOP]
COARSE = 0.06  # Qt's coarse timers are 5 % early or late


def about(seconds: float) -> Any:
    return pytest.approx(seconds, rel=COARSE, abs=0.1)


def seconds_left(bench: Any) -> float:
    assert bench.left is not None, "no refresh is due"
    return float(bench.left.total_seconds())


# -- one refresh


def test_a_refresh_brings_a_balance_and_arms_the_timer(bench: Any, make_balance: Any) -> None:
    fifty = make_balance(50)
    bench.refresh(fifty)
    assert bench.controller.state == Fresh(fifty)
    assert bench.desk.outcomes == [fifty]
    assert not bench.controller.refreshing
    assert seconds_left(bench) == about(300)


def test_slots_run_in_the_gui_thread_and_errands_in_another(bench: Any) -> None:
    bench.refresh()
    assert bench.desk.threads == {threading.get_ident()}
    assert threading.get_ident() not in bench.errands.threads


def test_wishes_during_a_request_are_met_by_it(bench: Any) -> None:
    hang = bench.errands.hang()
    bench.controller.refresh_now()
    for _ in range(50):
        bench.controller.refresh_now()
        bench.controller.refresh_wished()
        bench.controller.refresh_if_older(timedelta(0))
    assert bench.controller.refreshing
    hang.go_on.set()
    bench.wait_for_outcomes(1)
    bench.let_worker_finish()
    assert bench.errands.calls == ["refresh"]


def test_changed_is_told_when_a_refresh_begins_and_ends(bench: Any) -> None:
    hang = bench.errands.hang()
    bench.controller.refresh_now()
    assert bench.desk.changes == 1
    hang.go_on.set()
    bench.wait_for_outcomes(1)
    assert bench.desk.changes == 2


def test_a_known_balance_survives_problems_as_stale(bench: Any, make_problem: Any) -> None:
    bench.refresh()
    known = bench.controller.state.balance
    first = make_problem(ProblemKind.OFFLINE)
    bench.refresh(first)
    bench.refresh(make_problem(ProblemKind.SERVICE_FAILED))
    state = bench.controller.state
    assert isinstance(state, Stale)
    assert (state.balance, state.since) == (known, first.at)


def test_an_exception_is_a_problem_and_the_chain_goes_on(bench: Any) -> None:
    bench.refresh(ZeroDivisionError("a fault of ours"))
    assert isinstance(bench.controller.state, Failed)
    assert bench.controller.state.problem.kind is ProblemKind.FAULT
    assert seconds_left(bench) == about(15)
    bench.refresh()
    assert isinstance(bench.controller.state, Fresh)


# -- the timer


@pytest.mark.parametrize("kind", STOPPING, ids=lambda kind: kind.value)
def test_what_only_the_user_can_mend_stops_the_timer(
    bench: Any, make_problem: Any, kind: ProblemKind
) -> None:
    bench.refresh()
    bench.refresh(make_problem(kind))
    assert bench.left is None
    bench.controller.woke()
    bench.controller.refresh_if_older(timedelta(0))
    bench.controller.set_interval(timedelta(seconds=60))
    assert bench.left is None
    assert not bench.controller.refreshing
    bench.controller.refresh_wished()
    assert bench.controller.refreshing, "a wish of the user counts always"


def test_back_off_grows_and_one_success_resets_it(bench: Any, make_problem: Any) -> None:
    for ceiling in (15, 30, 60, 120, 240, 480, 900, 900):
        bench.refresh(make_problem(ProblemKind.OFFLINE))
        assert seconds_left(bench) == about(ceiling)
    bench.refresh()
    assert seconds_left(bench) == about(300)
    bench.refresh(make_problem(ProblemKind.OFFLINE))
    assert seconds_left(bench) == about(15)


def test_back_off_has_a_floor(make_bench: Callable[..., Any], make_problem: Any) -> None:
    bench = make_bench(uniform=lambda low, _high: low)
    bench.refresh(make_problem(ProblemKind.OFFLINE))
    assert seconds_left(bench) == about(5)


def test_manual_refreshes_do_not_reset_the_back_off(bench: Any, make_problem: Any) -> None:
    for _ in range(3):
        bench.refresh(make_problem(ProblemKind.OFFLINE))
    bench.errands.script.append(make_problem(ProblemKind.OFFLINE))
    bench.controller.refresh_wished()
    bench.wait_for_outcomes(4)
    assert seconds_left(bench) == about(120)


def test_forbidden_is_asked_once_an_hour(bench: Any, make_problem: Any) -> None:
    bench.refresh(make_problem(ProblemKind.FORBIDDEN))
    assert seconds_left(bench) == about(3600)


@pytest.mark.parametrize("asked", [16, 120, 1200, 3600])
def test_retry_after_is_never_undercut(
    make_bench: Callable[..., Any], make_problem: Any, asked: int
) -> None:
    bench = make_bench(uniform=lambda low, _high: low)
    waited = make_problem(ProblemKind.RATE_LIMITED, retry_after=timedelta(seconds=asked))
    before = time.monotonic()
    bench.refresh(waited)
    # A coarse timer would be up to 5 % early.
    assert bench.timer.timerType() is Qt.TimerType.PreciseTimer
    assert seconds_left(bench) + time.monotonic() - before >= asked - 0.001
    bench.controller.refresh_if_older(timedelta(0))
    assert not bench.controller.refreshing, "opening the popup does not overrule the service"
    bench.refresh()
    assert bench.timer.timerType() is Qt.TimerType.CoarseTimer


def test_the_timer_starts_the_next_refresh(bench: Any) -> None:
    bench.controller.set_interval(timedelta(milliseconds=1))
    bench.controller.refresh_now()
    bench.wait_for(lambda: len(bench.desk.outcomes) >= 5)
    assert bench.errands.most_at_once == 1


def test_a_cancelled_sign_in_is_dropped_and_holds_up_nothing(bench: Any) -> None:
    bench.refresh()
    hang = bench.errands.hang()
    bench.controller.sign_in(Credential(CredentialKind.API_KEY, "key"))
    bench.wait_for(lambda: "sign in" in bench.errands.calls)
    bench.controller.cancel_sign_in()
    assert not bench.controller.refreshing
    assert bench.left is not None
    bench.refresh()  # while the cancelled one still hangs
    hang.go_on.set()
    assert bench.desk.sign_ins == []
    assert bench.workers == 2


def test_a_verified_sign_in_is_answered_by_the_keyring_and_not_by_the_window(bench: Any) -> None:
    hang = bench.errands.hang()
    bench.controller.sign_in(Credential(CredentialKind.API_KEY, "key"))
    bench.wait_for(lambda: "sign in" in bench.errands.calls)
    assert bench.worker._is_wanted()  # as the errand asks before it keeps
    bench.controller.cancel_sign_in()
    hang.go_on.set()
    bench.wait_for(lambda: len(bench.desk.sign_ins) == 1)
    assert isinstance(bench.desk.sign_ins[0], SignedIn)
    assert not bench.worker.is_keeping


def test_a_sign_in_does_not_wait_for_a_hanging_refresh(bench: Any) -> None:
    hang = bench.errands.hang()
    bench.controller.refresh_now()
    bench.wait_for(lambda: bench.errands.calls == ["refresh"])
    bench.controller.sign_in(Credential(CredentialKind.API_KEY, "key"))
    bench.wait_for(lambda: len(bench.desk.sign_ins) == 1)
    hang.go_on.set()


def test_there_may_be_no_sign_in_to_cancel(bench: Any) -> None:
    bench.refresh()
    bench.controller.cancel_sign_in()
    assert bench.workers == 1


def test_a_cancelled_first_sign_in_asks_with_what_is_kept(bench: Any) -> None:
    hang = bench.errands.hang()
    bench.controller.sign_in(Credential(CredentialKind.API_KEY, "key"))
    bench.wait_for(lambda: "sign in" in bench.errands.calls)
    bench.controller.cancel_sign_in()
    bench.wait_for_outcomes(1)
    hang.go_on.set()


def test_a_changed_credential_does_not_wait_for_a_hanging_request(bench: Any) -> None:
    hang = bench.errands.hang()
    bench.controller.refresh_now()
    bench.wait_for(lambda: bench.errands.calls == ["refresh"])
    bench.controller.credential_changed()
    bench.wait_for_outcomes(1)
    hang.go_on.set()
    assert bench.errands.calls == ["refresh", "renew"]


def test_a_timer_that_stood_still_shows_that_the_computer_slept(bench: Any) -> None:
    """Where no system says so: Qt's timer stops with the computer, the clock goes on."""
    bench.refresh()
    bench.refresh_timer._due = datetime.now(UTC) - timedelta(hours=8)
    with bench.qtbot.waitSignal(bench.controller.slept):
        bench.timer.start(0)
    bench.wait_for_outcomes(2)
    assert bench.errands.calls == ["refresh", "renew"]


def test_a_timer_in_time_shows_no_sleep(bench: Any) -> None:
    bench.refresh()
    with bench.qtbot.assertNotEmitted(bench.controller.slept):
        bench.refresh_timer._start(timedelta(0))
        bench.wait_for_outcomes(2)
    assert bench.errands.calls == ["refresh", "refresh"]


def test_a_new_interval_counts_from_now_on(bench: Any) -> None:
    bench.refresh()
    bench.controller.set_interval(timedelta(seconds=60))
    assert seconds_left(bench) == about(60)
    bench.controller.set_interval(timedelta(days=1))
    assert seconds_left(bench) == about(60), "what is due sooner stays due"
    bench.refresh()
    assert seconds_left(bench) == about(86_400)


def test_a_new_interval_leaves_the_back_off_alone(bench: Any, make_problem: Any) -> None:
    bench.refresh(make_problem(ProblemKind.OFFLINE))
    bench.controller.set_interval(timedelta(seconds=30))
    assert seconds_left(bench) == about(15)


# -- wishes


def test_wishes_are_met_at_once_and_then_every_five_seconds_but_never_lost(bench: Any) -> None:
    bench.controller.refresh_wished()
    bench.wait_for_outcomes(1)
    for _ in range(100):
        bench.controller.refresh_wished()
    assert not bench.controller.refreshing
    assert seconds_left(bench) <= MANUAL_GAP.total_seconds() * (1 + COARSE)
    bench.refresh_timer._last_wish -= MANUAL_GAP
    bench.controller.refresh_wished()
    bench.wait_for_outcomes(2)
    assert bench.errands.calls == ["refresh"] * 2


def test_a_wish_that_has_to_wait_is_met_by_the_timer(
    bench: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refresh_timer, "MANUAL_GAP", timedelta(milliseconds=300))
    bench.controller.refresh_wished()
    bench.wait_for_outcomes(1)
    bench.controller.refresh_wished()
    assert not bench.controller.refreshing
    bench.wait_for_outcomes(2)


def test_a_wish_is_met_though_the_clock_went_back(bench: Any) -> None:
    bench.controller.refresh_wished()
    bench.wait_for_outcomes(1)
    bench.refresh_timer._last_wish += timedelta(days=3650)
    bench.controller.refresh_wished()
    bench.wait_for_outcomes(2)


def test_the_popup_refreshes_only_what_is_old(bench: Any) -> None:
    bench.refresh()
    bench.controller.refresh_if_older(timedelta(minutes=5))
    assert not bench.controller.refreshing
    bench.controller.refresh_if_older(timedelta(0))
    assert bench.controller.refreshing


# -- what is outdated


@pytest.mark.parametrize("step", ["credential_changed", "restart", "woke"])
def test_an_outdated_answer_is_dropped(
    make_bench: Callable[..., Any], make_balance: Any, step: str
) -> None:
    bench = make_bench(uniform=lambda _low, _high: 0)
    old, new = make_balance(1), make_balance(2)
    hang = bench.errands.hang(old)
    bench.controller.refresh_now()
    assert hang.begun.wait(5)
    bench.errands.script.append(new)
    getattr(bench.controller, step)()
    bench.wait_for(lambda: bench.controller.refreshing)
    hang.go_on.set()
    bench.wait_for_outcomes(1)
    bench.let_worker_finish()
    assert bench.desk.outcomes == [new]
    assert bench.controller.state == Fresh(new)


def test_a_refresh_in_flight_is_outdated_by_a_sign_in(
    bench: Any, key: Any, make_balance: Any
) -> None:
    hang = bench.errands.hang(make_balance(1))
    bench.controller.refresh_now()
    assert hang.begun.wait(5)
    new = make_balance(2)
    bench.errands.script.append(new)
    bench.controller.sign_in(key)
    hang.go_on.set()
    bench.wait_for(lambda: bool(bench.desk.sign_ins))
    assert bench.desk.outcomes == [new]
    assert bench.desk.sign_ins == [SignedIn(new, key)]
    assert seconds_left(bench) == about(300)


def test_a_refresh_in_flight_is_outdated_by_a_sign_out(bench: Any, make_balance: Any) -> None:
    bench.refresh()
    hang = bench.errands.hang(make_balance(1))
    bench.controller.refresh_now()
    assert hang.begun.wait(5)
    bench.controller.sign_out()
    hang.go_on.set()
    bench.wait_for_outcomes(2)
    state = bench.controller.state
    assert isinstance(state, Failed), "a balance would belong to nobody"
    assert state.problem.kind is ProblemKind.SIGNED_OUT
    assert bench.left is None


def test_woke_in_the_middle_of_a_refresh_tells_that_none_is_under_way(bench: Any) -> None:
    bench.errands.hang()
    bench.controller.refresh_now()
    bench.controller.woke()
    assert not bench.controller.refreshing
    assert bench.desk.changes == 2


# -- signing in and out


def test_a_failed_sign_in_changes_nothing_that_is_known(
    bench: Any, key: Any, make_problem: Any
) -> None:
    bench.refresh()
    known = bench.controller.state
    rejected = make_problem(ProblemKind.CREDENTIAL_REJECTED)
    bench.errands.script.append(rejected)
    bench.controller.sign_in(key)
    assert bench.left is None
    bench.wait_for(lambda: bool(bench.desk.sign_ins))
    assert bench.desk.sign_ins == [rejected]
    assert bench.controller.state == known
    assert seconds_left(bench) == about(300)


def test_a_failed_sign_in_while_signed_out_starts_no_polling(
    bench: Any, key: Any, make_problem: Any
) -> None:
    bench.refresh(make_problem(ProblemKind.SIGNED_OUT))
    bench.errands.script.append(make_problem(ProblemKind.OFFLINE))
    bench.controller.sign_in(key)
    bench.wait_for(lambda: bool(bench.desk.sign_ins))
    assert bench.left is None


@pytest.mark.parametrize("step", ["woke", "credential_changed", "restart"])
def test_whoever_signs_in_gets_an_answer_whatever_happens_meanwhile(
    make_bench: Callable[..., Any], key: Any, step: str
) -> None:
    """The window would wait for ever; and the sign-in itself changes the settings."""
    bench = make_bench(uniform=lambda _low, _high: 0)
    hang = bench.errands.hang()
    bench.controller.sign_in(key)
    assert hang.begun.wait(5)
    getattr(bench.controller, step)()
    getattr(bench.controller, step)()
    assert bench.errands.calls == ["sign in"]
    hang.go_on.set()
    bench.wait_for(lambda: len(bench.desk.sign_ins) == 1)
    bench.wait_for_outcomes(2)
    assert len(bench.errands.calls) == 2, "what came meanwhile is done afterwards, once"
    assert bench.workers == (2 if step == "restart" else 1)


def test_a_balance_from_another_address_is_not_shown_after_a_sign_in(
    bench: Any, key: Any, make_balance: Any
) -> None:
    elsewhere, here = make_balance(1), make_balance(2)
    hang = bench.errands.hang(elsewhere)
    bench.controller.sign_in(key)
    assert hang.begun.wait(5)
    account = replace(bench.controller.account, api_url="https://wallet.example/v1")
    bench.controller.adopt(account)
    bench.errands.script.append(here)
    hang.go_on.set()
    bench.wait_for_outcomes(1)
    assert bench.desk.outcomes == [here]
    assert bench.desk.sign_ins == [SignedIn(elsewhere, key)]


def test_a_sign_out_that_the_keyring_refuses_is_a_problem(bench: Any, make_problem: Any) -> None:
    bench.refresh()
    bench.errands.script.append(make_problem(ProblemKind.KEYRING_LOCKED))
    bench.controller.sign_out()
    bench.wait_for_outcomes(2)
    assert isinstance(bench.controller.state, Stale)
    assert bench.left is None


# -- the keyring's late answer


def test_the_keyrings_late_answer_refreshes_once(bench: Any, make_problem: Any) -> None:
    bench.refresh(make_problem(ProblemKind.KEYRING_WAITING))
    bench.controller.keyring_answered()
    bench.wait_for_outcomes(2)
    assert isinstance(bench.controller.state, Fresh)
    bench.controller.keyring_answered()
    assert not bench.controller.refreshing, "nothing waits for the keyring any more"


def test_the_keyrings_answer_may_overtake_the_word_that_it_waits(
    bench: Any, make_problem: Any, make_balance: Any
) -> None:
    """Both come up from different threads; polling has stopped, so it would be lost for good."""
    hang = bench.errands.hang(make_problem(ProblemKind.KEYRING_WAITING))
    bench.controller.refresh_now()
    assert hang.begun.wait(5)
    found = make_balance(7)
    bench.errands.script.append(found)
    bench.controller.keyring_answered()
    hang.go_on.set()
    bench.wait_for_outcomes(1)
    assert bench.controller.state == Fresh(found)


# -- the watchdog


def test_a_silent_worker_is_given_up_and_its_late_answer_dropped(
    bench: Any, make_balance: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.refresh()
    monkeypatch.setattr(request_line, "_WATCHDOG", timedelta(milliseconds=30))
    hang = bench.errands.hang(make_balance("0.01"))
    bench.controller.refresh_now()
    bench.wait_for_outcomes(2)
    state = bench.controller.state
    assert isinstance(state, Stale)
    assert state.problem.kind is ProblemKind.TIMED_OUT
    assert not bench.controller.refreshing
    assert seconds_left(bench) == about(15)
    hang.go_on.set()
    bench.let_worker_finish()
    assert bench.controller.state == state
    assert bench.workers == 1


def test_the_worker_is_replaced_after_the_second_silence_and_three_times_an_hour(
    bench: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(request_line, "_WATCHDOG", timedelta(milliseconds=30))
    workers = []
    for count in range(1, 8):
        bench.errands.hang()
        bench.controller.refresh_now()
        bench.wait_for_outcomes(count)
        workers.append(bench.workers)
    assert workers == [1, 2, 3, 4, 4, 4, 4]
    for number, _ in enumerate(bench.line._replaced):
        bench.line._replaced[number] -= timedelta(hours=1)
    bench.errands.hang()
    bench.controller.refresh_now()
    bench.wait_for_outcomes(8)
    assert bench.workers == 5
    monkeypatch.undo()
    for hang in bench.errands.hangs:
        hang.go_on.set()
    bench.errands.script.clear()
    bench.controller.refresh_now()
    bench.wait_for_outcomes(9)
    assert isinstance(bench.controller.state, Fresh)


def test_an_answer_breaks_the_row_of_silences(bench: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for count in (1, 3, 5):
        monkeypatch.setattr(request_line, "_WATCHDOG", timedelta(milliseconds=30))
        hang = bench.errands.hang()
        bench.controller.refresh_now()
        bench.wait_for_outcomes(count)
        monkeypatch.undo()
        hang.go_on.set()
        bench.refresh()
    assert bench.workers == 1


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_thread_that_died_is_replaced(bench: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(request_line, "_WATCHDOG", timedelta(milliseconds=30))
    bench.errands.script.append(SystemExit())  # ends a thread without a word
    for count in (1, 2):
        bench.controller.refresh_now()
        bench.wait_for_outcomes(count)
    monkeypatch.undo()
    bench.refresh()
    assert isinstance(bench.controller.state, Fresh)
    assert bench.workers == 2


def test_a_sign_in_that_never_ends_is_answered_as_well(
    bench: Any, key: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(request_line, "_SIGN_IN_WATCHDOG", timedelta(milliseconds=30))
    bench.errands.hang()
    bench.controller.sign_in(key)
    bench.wait_for(lambda: bool(bench.desk.sign_ins))
    (answer,) = bench.desk.sign_ins
    assert isinstance(answer, Problem)
    assert answer.kind is ProblemKind.TIMED_OUT
    assert not bench.controller.refreshing


def test_the_watchdog_waits_for_a_person_at_the_keyring(bench: Any, key: Any) -> None:
    bench.controller.refresh_now()
    refresh = bench.line._watchdog.remainingTime()
    assert refresh / 1000 == about(35)
    bench.controller.sign_in(key)
    assert bench.line._watchdog.remainingTime() / 1000 == about(125)


# -- waking up


@pytest.mark.parametrize("end", [0, 1])
def test_after_waking_one_refresh_with_a_new_token_in_five_to_ten_seconds(
    make_bench: Callable[..., Any], end: int
) -> None:
    bench = make_bench(uniform=lambda low, high: (low, high)[end])
    bench.refresh()
    bench.controller.woke()
    bench.controller.woke()
    assert not bench.controller.refreshing
    assert seconds_left(bench) == about(RESUME_DELAY[end].total_seconds())
    bench.refresh()
    bench.refresh()
    assert bench.errands.calls == ["refresh", "renew", "refresh"]


def test_a_thousand_sleeps_are_a_thousand_refreshes(make_bench: Callable[..., Any]) -> None:
    bench = make_bench(uniform=lambda _low, _high: 0)
    for count in range(1, 1001):
        with bench.qtbot.waitSignal(bench.controller.outcome):
            bench.controller.woke()
            if count % 3 == 0:
                bench.controller.refresh_now()
    assert bench.errands.calls == ["renew"] * 1000
    assert len(bench.desk.outcomes) == 1000
    assert bench.errands.most_at_once == 1
    assert len(bench.errands.threads) == 1
    assert not [one for one in bench.desk.outcomes if isinstance(one, Problem)]


def test_sleeps_in_the_middle_of_refreshes_never_ask_in_parallel(
    make_bench: Callable[..., Any],
) -> None:
    bench = make_bench(uniform=lambda _low, _high: 0)
    for count in range(1, 101):
        hang = bench.errands.hang()
        bench.controller.refresh_now()
        assert hang.begun.wait(5)
        bench.controller.woke()
        bench.wait_for(lambda: bench.controller.refreshing)
        hang.go_on.set()
        bench.wait_for_outcomes(count)
    assert bench.errands.calls == ["refresh", "renew"] * 100
    assert bench.errands.most_at_once == 1


# -- changed settings


def test_another_address_forgets_the_balance_and_asks_there(bench: Any) -> None:
    bench.refresh()
    hang = bench.errands.hang()
    account = replace(bench.controller.account, api_url="https://wallet.example/v1")
    bench.controller.adopt(account)
    assert bench.controller.state == Loading()
    assert bench.controller.account is account
    assert bench.controller.refreshing
    assert bench.workers == 2
    hang.go_on.set()
    bench.wait_for_outcomes(2)


@pytest.mark.parametrize("what", ["kind", "proxy"])
def test_another_kind_or_proxy_asks_anew_and_keeps_the_balance_on_show(
    bench: Any, what: str
) -> None:
    bench.refresh()
    known = bench.controller.state
    bench.errands.hang()
    if what == "kind":
        kind = CredentialKind.ACCESS_TOKEN
        bench.controller.adopt(replace(bench.controller.account, credential=kind))
    else:
        bench.controller.restart()
    assert bench.controller.state == known
    assert bench.controller.refreshing
    assert bench.workers == 2


def test_a_restart_mends_what_had_stopped(bench: Any, make_problem: Any) -> None:
    bench.refresh(make_problem(ProblemKind.PROXY_UNUSABLE))
    bench.controller.restart()
    assert bench.controller.state == Loading()
    bench.wait_for_outcomes(2)
    assert isinstance(bench.controller.state, Fresh)


def test_other_limits_or_another_label_ask_nobody(bench: Any) -> None:
    bench.refresh()
    changes = bench.desk.changes
    bench.controller.adopt(replace(bench.controller.account, label="Another name"))
    assert bench.desk.changes == changes + 1
    bench.controller.adopt(replace(bench.controller.account))
    assert bench.desk.changes == changes + 1
    assert not bench.controller.refreshing
    assert (bench.workers, len(bench.errands.calls)) == (1, 1)


# -- the end


@pytest.mark.parametrize("errand", ["refresh_now", "sign_in", "sign_out"])
def test_stop_returns_at_once_and_nothing_comes_after_it(bench: Any, key: Any, errand: str) -> None:
    hang = bench.errands.hang()
    getattr(bench.controller, errand)(*([key] if errand == "sign_in" else []))
    assert hang.begun.wait(5)
    bench.controller.restart()
    before = time.monotonic()
    bench.controller.stop()
    assert time.monotonic() - before < 0.1
    assert bench.left is None
    assert not bench.line._watchdog.isActive()
    bench.let_worker_finish()
    assert bench.desk.outcomes == bench.desk.sign_ins == []


# -- what the popup likes to show beside the balance


def test_a_look_up_comes_after_the_refresh_that_is_under_way(bench: Any) -> None:
    hang = bench.errands.hang()
    bench.controller.refresh_now()
    for _ in range(3):
        bench.controller.look_up()
    told = Details(dollars=Decimal("0.02"))
    bench.errands.script.append(told)
    hang.go_on.set()
    bench.wait_for(lambda: bool(bench.desk.details))
    assert bench.desk.details == [told]
    assert bench.errands.calls == ["refresh", "details id"]
    assert bench.desk.threads == {threading.get_ident()}


def test_only_one_look_up_at_a_time(bench: Any) -> None:
    bench.refresh()
    hang = bench.errands.hang(Details())
    for _ in range(3):
        bench.controller.look_up()
    hang.go_on.set()
    bench.wait_for(lambda: bool(bench.desk.details))
    bench.let_worker_finish()
    assert bench.errands.calls == ["refresh", "details id"]


def test_nothing_is_looked_up_of_a_wallet_that_cannot_be_reached(
    bench: Any, make_problem: Any
) -> None:
    bench.controller.look_up()
    bench.refresh()
    bench.refresh(make_problem(ProblemKind.OFFLINE))
    bench.controller.look_up()
    bench.let_worker_finish()
    assert bench.errands.calls == ["refresh", "refresh"]


def test_a_look_up_that_fails_is_no_outcome(bench: Any, make_problem: Any) -> None:
    bench.refresh()
    state = bench.controller.state
    bench.errands.script.append(make_problem(ProblemKind.CREDENTIAL_REJECTED))
    bench.controller.look_up()
    bench.let_worker_finish()
    assert bench.errands.calls == ["refresh", "details id"]
    assert bench.controller.state == state
    assert len(bench.desk.outcomes) == 1
    assert bench.desk.details == []


def test_details_of_a_wallet_that_is_no_longer_known_are_dropped(bench: Any) -> None:
    bench.refresh()
    hang = bench.errands.hang(Details(dollars=Decimal(1)))
    bench.controller.look_up()
    assert hang.begun.wait(5)
    elsewhere = Account(api_url="https://wallet.example/v1")
    bench.errands.hang()
    bench.controller.adopt(elsewhere)
    bench.let_worker_finish()
    assert bench.desk.details == []


def test_the_outlook_comes_with_the_balance(bench: Any, make_balance: Any) -> None:
    known = make_balance(7)
    bench.refresh(Refreshed(known, NoProjection.NOT_FALLING))
    assert bench.controller.state == Fresh(known, NoProjection.NOT_FALLING)


def test_a_balance_of_an_earlier_run_is_shown_while_refreshes_fail(
    bench: Any, make_balance: Any, make_problem: Any
) -> None:
    earlier = make_balance(3)
    bench.controller.recall(earlier)
    assert bench.controller.state == Loading()
    offline = make_problem(ProblemKind.OFFLINE)
    bench.refresh(offline)
    before = bench.desk.changes
    bench.controller.recall(earlier)
    assert bench.controller.state == Stale(earlier, offline, offline.at)
    assert bench.desk.changes == before + 1
    bench.refresh(make_balance(9))
    assert isinstance(bench.controller.state, Fresh)
