"""The refresh controller with a real worker: what becomes of the state, and what is outdated."""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.refresh.conftest import Bench
from tests.support.own_seconds import OwnSeconds
from wallet_tray.domain.account_state import Failed, Fresh, Loading, Stale
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.domain.forecast.outlook import NoProjection
from wallet_tray.domain.problem import Problem, ProblemKind
from wallet_tray.refresh.messages import Refreshed, SignedIn


def test_a_refresh_brings_a_balance_and_arms_the_timer(
    bench: Bench, make_balance: Callable[..., Balance]
) -> None:
    fifty = make_balance(50)
    bench.refresh(fifty)
    assert bench.controller.state == Fresh(fifty)
    assert bench.session.outcomes == [fifty]
    assert not bench.controller.refreshing
    assert bench.seconds_left == bench.about(300)


def test_slots_run_in_the_gui_thread_and_requests_in_another(bench: Bench) -> None:
    bench.refresh()
    assert bench.session.threads == {threading.get_ident()}
    assert threading.get_ident() not in bench.client.threads


def test_requests_during_a_refresh_share_it(bench: Bench) -> None:
    hang = bench.client.hang()
    bench.controller.refresh_now()
    for _ in range(50):
        bench.controller.refresh_now()
        bench.controller.request_refresh()
        bench.controller.refresh_if_older(timedelta(0))
    assert bench.controller.refreshing
    hang.go_on.set()
    bench.wait_for_outcomes(1)
    bench.let_worker_finish()
    assert bench.client.calls == ["refresh"]


def test_changed_is_reported_when_a_refresh_begins_and_ends(bench: Bench) -> None:
    hang = bench.client.hang()
    bench.controller.refresh_now()
    assert bench.session.changes == 1
    hang.go_on.set()
    bench.wait_for_outcomes(1)
    assert bench.session.changes == 2


def test_a_known_balance_survives_problems_as_stale(
    bench: Bench, make_problem: Callable[..., Problem]
) -> None:
    bench.refresh()
    known = bench.controller.state.balance
    first = make_problem(ProblemKind.OFFLINE)
    bench.refresh(first)
    bench.refresh(make_problem(ProblemKind.SERVICE_FAILED))
    state = bench.controller.state
    assert isinstance(state, Stale)
    assert (state.balance, state.since) == (known, first.at)


def test_an_exception_is_a_problem_and_the_chain_goes_on(bench: Bench) -> None:
    bench.refresh(ZeroDivisionError("a fault of ours"))
    assert isinstance(bench.controller.state, Failed)
    assert bench.controller.state.problem.kind is ProblemKind.FAULT
    assert bench.seconds_left == bench.about(15)
    bench.refresh()
    assert isinstance(bench.controller.state, Fresh)


def test_the_outlook_comes_with_the_balance(
    bench: Bench, make_balance: Callable[..., Balance]
) -> None:
    known = make_balance(7)
    bench.refresh(Refreshed(known, NoProjection.NOT_FALLING))
    assert bench.controller.state == Fresh(known, NoProjection.NOT_FALLING)


def test_a_balance_of_an_earlier_run_is_shown_while_refreshes_fail(
    bench: Bench, make_balance: Callable[..., Balance], make_problem: Callable[..., Problem]
) -> None:
    earlier = make_balance(3)
    bench.controller.restore(earlier)
    assert bench.controller.state == Loading()
    offline = make_problem(ProblemKind.OFFLINE)
    bench.refresh(offline)
    before = bench.session.changes
    bench.controller.restore(earlier)
    assert bench.controller.state == Stale(earlier, offline, offline.at)
    assert bench.session.changes == before + 1
    bench.refresh(make_balance(9))
    assert isinstance(bench.controller.state, Fresh)


# -- what is outdated


@pytest.mark.parametrize("step", ["credential_changed", "restart", "resumed"])
def test_an_outdated_answer_is_dropped(
    make_bench: Callable[..., Bench], make_balance: Callable[..., Balance], step: str
) -> None:
    bench = make_bench(uniform=lambda _low, _high: 0)
    old, new = make_balance(1), make_balance(2)
    hang = bench.client.hang(old)
    bench.controller.refresh_now()
    assert hang.begun.wait(30)
    bench.client.script.append(new)
    getattr(bench.controller, step)()
    bench.wait_for(lambda: bench.controller.refreshing)
    hang.go_on.set()
    bench.wait_for_outcomes(1)
    bench.let_worker_finish()
    assert bench.session.outcomes == [new]
    assert bench.controller.state == Fresh(new)


def test_a_refresh_in_flight_is_outdated_by_a_sign_in(
    bench: Bench, key: Credential, make_balance: Callable[..., Balance]
) -> None:
    hang = bench.client.hang(make_balance(1))
    bench.controller.refresh_now()
    assert hang.begun.wait(30)
    new = make_balance(2)
    bench.client.script.append(new)
    bench.controller.sign_in(key)
    hang.go_on.set()
    bench.wait_for(lambda: bool(bench.session.sign_ins))
    assert bench.session.outcomes == [new]
    assert bench.session.sign_ins == [SignedIn(new, key)]
    assert bench.seconds_left == bench.about(300)


def test_a_refresh_in_flight_is_outdated_by_a_sign_out(
    bench: Bench, make_balance: Callable[..., Balance]
) -> None:
    bench.refresh()
    hang = bench.client.hang(make_balance(1))
    bench.controller.refresh_now()
    assert hang.begun.wait(30)
    bench.controller.sign_out()
    hang.go_on.set()
    bench.wait_for_outcomes(2)
    state = bench.controller.state
    assert isinstance(state, Failed), "a balance would belong to no account"
    assert state.problem.kind is ProblemKind.SIGNED_OUT
    assert bench.left is None


def test_waking_up_in_the_middle_of_a_refresh_reports_that_none_is_under_way(bench: Bench) -> None:
    bench.client.hang()
    bench.controller.refresh_now()
    bench.controller.resumed()
    assert not bench.controller.refreshing
    assert bench.session.changes == 2


# -- the keyring's late answer


def test_the_keyrings_late_answer_refreshes_once(
    bench: Bench, make_problem: Callable[..., Problem]
) -> None:
    bench.refresh(make_problem(ProblemKind.KEYRING_WAITING))
    bench.controller.keyring_answered()
    bench.wait_for_outcomes(2)
    assert isinstance(bench.controller.state, Fresh)
    bench.controller.keyring_answered()
    assert not bench.controller.refreshing, "nothing waits for the keyring any more"


def test_keyring_answer_may_arrive_before_the_waiting_outcome(
    bench: Bench, make_problem: Callable[..., Problem], make_balance: Callable[..., Balance]
) -> None:
    """Both come up from different threads; polling has stopped, so it would be lost for good."""
    hang = bench.client.hang(make_problem(ProblemKind.KEYRING_WAITING))
    bench.controller.refresh_now()
    assert hang.begun.wait(30)
    found = make_balance(7)
    bench.client.script.append(found)
    bench.controller.keyring_answered()
    hang.go_on.set()
    bench.wait_for_outcomes(1)
    assert bench.controller.state == Fresh(found)


# -- changed settings


def test_another_address_forgets_the_balance_and_asks_there(bench: Bench) -> None:
    bench.refresh()
    hang = bench.client.hang()
    account = replace(bench.controller.account, api_url="https://wallet.example/v1")
    bench.controller.apply_settings(account)
    assert bench.controller.state == Loading()
    assert bench.controller.account is account
    assert bench.controller.refreshing
    assert bench.workers == 2
    hang.go_on.set()
    bench.wait_for_outcomes(2)


@pytest.mark.parametrize("what", ["kind", "proxy"])
def test_another_kind_or_proxy_asks_again_and_keeps_the_balance_on_show(
    bench: Bench, what: str
) -> None:
    bench.refresh()
    known = bench.controller.state
    bench.client.hang()
    if what == "kind":
        kind = CredentialKind.ACCESS_TOKEN
        bench.controller.apply_settings(replace(bench.controller.account, credential=kind))
    else:
        bench.controller.restart()
    assert bench.controller.state == known
    assert bench.controller.refreshing
    assert bench.workers == 2


def test_a_restart_mends_what_had_stopped(
    bench: Bench, make_problem: Callable[..., Problem]
) -> None:
    bench.refresh(make_problem(ProblemKind.PROXY_UNUSABLE))
    bench.controller.restart()
    assert bench.controller.state == Loading()
    bench.wait_for_outcomes(2)
    assert isinstance(bench.controller.state, Fresh)


def test_changed_limits_or_label_send_no_request(bench: Bench) -> None:
    bench.refresh()
    changes = bench.session.changes
    bench.controller.apply_settings(replace(bench.controller.account, label="Another name"))
    assert bench.session.changes == changes + 1
    bench.controller.apply_settings(replace(bench.controller.account))
    assert bench.session.changes == changes + 1
    assert not bench.controller.refreshing
    assert (bench.workers, len(bench.client.calls)) == (1, 1)


# -- the end


@pytest.mark.parametrize("errand", ["refresh_now", "sign_in", "sign_out"])
def test_stop_returns_at_once_and_nothing_comes_after_it(
    bench: Bench, key: Credential, errand: str
) -> None:
    hang = bench.client.hang()
    getattr(bench.controller, errand)(*([key] if errand == "sign_in" else []))
    assert hang.begun.wait(30)
    bench.controller.restart()
    with OwnSeconds() as own:
        bench.controller.stop()
    assert own.seconds < 0.3
    assert bench.left is None
    assert not bench.line._watchdog.isActive()
    bench.let_worker_finish()
    assert bench.session.outcomes == bench.session.sign_ins == []
