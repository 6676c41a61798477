"""Everything was erased: the refresh that was under way is over, and none is due."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.refresh.conftest import Bench
from wallet_tray.domain.account_state import Failed, Fresh, known_problem
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.domain.problem import ProblemKind
from wallet_tray.refresh import dispatcher
from wallet_tray.refresh.messages import Event, Idle


def is_signed_out(bench: Bench) -> bool:
    problem = known_problem(bench.controller.state)
    return problem is not None and problem.kind is ProblemKind.SIGNED_OUT


@pytest.mark.parametrize("renew", [False, True])
def test_a_refresh_under_way_is_under_way_no_longer(bench: Bench, renew: bool) -> None:
    bench.refresh()
    bench.controller._activity = Idle({Event.TOKEN_OUTDATED} if renew else set())
    hang = bench.client.hang()
    bench.controller.refresh_now()
    bench.wait_for(lambda: len(bench.client.calls) == 2)
    watchdog = bench.line._watchdog
    assert watchdog.isActive()

    bench.controller.reset()

    assert not bench.controller.refreshing
    assert not watchdog.isActive(), "or a refresh that is over would be given up later"
    assert bench.left is None
    hang.go_on.set()
    bench.let_worker_finish()
    assert is_signed_out(bench)
    assert len(bench.session.outcomes) == 1


def test_no_refresh_is_due_any_more(bench: Bench) -> None:
    bench.refresh()
    assert bench.left is not None
    bench.controller.reset()
    assert bench.left is None
    assert isinstance(bench.controller.state, Failed)


def test_the_next_one_is_asked_at_once(bench: Bench) -> None:
    hang = bench.client.hang()
    bench.controller.refresh_now()
    bench.wait_for(lambda: bench.client.calls == ["refresh"])
    bench.controller.reset()
    bench.controller.refresh_now()
    bench.wait_for(lambda: len(bench.session.outcomes) == 1)
    assert bench.client.calls == ["refresh", "refresh"]
    hang.go_on.set()


def test_a_key_that_goes_into_the_keyring_just_now_is_taken_out(bench: Bench) -> None:
    hang = bench.client.hang()
    bench.controller.sign_in(Credential(CredentialKind.API_KEY, "key"))
    bench.wait_for(lambda: bench.client.calls == ["sign in"])
    assert bench.worker._is_wanted()
    bench.controller.reset()
    hang.go_on.set()
    bench.wait_for(lambda: bench.client.calls[-1] == "sign out")
    bench.wait_for(lambda: not bench.controller.refreshing)
    assert bench.session.sign_ins == []
    assert is_signed_out(bench)


def test_the_keyring_reports_that_removal_and_is_not_read_again(
    bench: Bench, key: Credential
) -> None:
    hang = bench.client.hang()
    bench.controller.sign_in(key)
    bench.wait_for(lambda: bench.client.calls == ["sign in"])
    assert bench.worker._is_wanted()
    bench.controller.reset()
    bench.controller.keyring_changed()
    hang.go_on.set()
    bench.wait_for_outcomes(1)
    bench.controller.keyring_changed()
    assert not bench.controller.refreshing
    bench.let_worker_finish()
    assert bench.client.calls == ["sign in", "sign out"]


def test_requests_after_that_key_go_to_the_current_address(
    bench: Bench, key: Credential, make_balance: Callable[..., Balance]
) -> None:
    """A restart at another address waited for the sign-in when everything was erased."""
    hang = bench.client.hang()
    bench.controller.sign_in(key)
    bench.wait_for(lambda: bench.client.calls == ["sign in"])
    assert bench.worker._is_wanted()
    account = replace(bench.controller.account, api_url="https://wallet.example/v1")
    bench.controller.apply_settings(account)
    bench.controller.reset()
    hang.go_on.set()
    bench.wait_for(lambda: not bench.controller.refreshing)
    assert is_signed_out(bench)
    assert bench.workers == 2
    bench.client.script.append(here := make_balance(2))
    bench.controller.sign_in(key)
    bench.wait_for(lambda: bool(bench.session.sign_ins))
    assert bench.controller.state == Fresh(here)


def test_the_key_is_taken_out_even_where_that_takes_too_long(
    bench: Bench, key: Credential, monkeypatch: pytest.MonkeyPatch
) -> None:
    hang = bench.client.hang()
    bench.controller.sign_in(key)
    bench.wait_for(lambda: bench.client.calls == ["sign in"])
    assert bench.worker._is_wanted()
    monkeypatch.setattr(dispatcher, "_SIGN_IN_WATCHDOG", timedelta(milliseconds=30))
    bench.controller.reset()
    bench.wait_for(lambda: not bench.controller.refreshing)
    hang.go_on.set()
    bench.wait_for(lambda: bench.client.calls[-1] == "sign out")


@pytest.mark.parametrize("years", [-10, 10])
def test_an_opened_popup_asks_where_the_age_is_not_known(
    bench: Bench, make_balance: Callable[..., Balance], years: int
) -> None:
    """A balance that was fetched under another clock."""
    balance = make_balance()
    bench.refresh(replace(balance, fetched_at=balance.fetched_at + timedelta(days=365 * years)))
    bench.controller.refresh_if_older(timedelta(hours=1))
    bench.wait_for_outcomes(2)
    bench.controller.refresh_if_older(timedelta(hours=1))
    assert not bench.controller.refreshing, "this one is young"
