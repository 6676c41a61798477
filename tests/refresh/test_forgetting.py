"""Everything was erased: the refresh that was under way is over, and none is due."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from tests.refresh.conftest import Bench
from wallet_tray.domain.account_state import Failed, known_problem
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.domain.problem import ProblemKind


def is_signed_out(bench: Any) -> bool:
    problem = known_problem(bench.controller.state)
    return problem is not None and problem.kind is ProblemKind.SIGNED_OUT


@pytest.mark.parametrize("renew", [False, True])
def test_a_refresh_under_way_is_under_way_no_longer(bench: Bench, renew: bool) -> None:
    bench.refresh()
    bench.controller._renew = renew
    hang = bench.client.hang()
    bench.controller.refresh_now()
    bench.wait_for(lambda: len(bench.client.calls) == 2)
    watchdog = bench.line._watchdog
    assert watchdog.isActive()

    bench.controller.forget()

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
    bench.controller.forget()
    assert bench.left is None
    assert isinstance(bench.controller.state, Failed)


def test_the_next_one_is_asked_at_once(bench: Bench) -> None:
    hang = bench.client.hang()
    bench.controller.refresh_now()
    bench.wait_for(lambda: bench.client.calls == ["refresh"])
    bench.controller.forget()
    bench.controller.refresh_now()
    bench.wait_for(lambda: len(bench.session.outcomes) == 1)
    assert bench.client.calls == ["refresh", "refresh"]
    hang.go_on.set()


def test_a_key_that_goes_into_the_keyring_just_now_is_taken_out(bench: Bench) -> None:
    hang = bench.client.hang()
    bench.controller.sign_in(Credential(CredentialKind.API_KEY, "key"))
    bench.wait_for(lambda: bench.client.calls == ["sign in"])
    assert bench.worker._is_wanted()
    bench.controller.forget()
    hang.go_on.set()
    bench.wait_for(lambda: bench.client.calls[-1] == "sign out")
    bench.wait_for(lambda: not bench.controller.refreshing)
    assert bench.session.sign_ins == []
    assert is_signed_out(bench)


@pytest.mark.parametrize("years", [-10, 10])
def test_an_opened_popup_asks_where_the_age_is_not_known(
    bench: Bench, make_balance: Callable[..., Balance], years: int
) -> None:
    """A balance that was fetched under another clock."""
    from dataclasses import replace

    balance = make_balance()
    bench.refresh(replace(balance, fetched_at=balance.fetched_at + timedelta(days=365 * years)))
    bench.controller.refresh_if_older(timedelta(hours=1))
    bench.wait_for_outcomes(2)
    bench.controller.refresh_if_older(timedelta(hours=1))
    assert not bench.controller.refreshing, "this one is young"
