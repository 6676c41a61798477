"""Signing in and out with a real worker: every wait for it ends with an answer."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.refresh.conftest import Bench
from wallet_tray.domain.account_state import Fresh, Stale
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.domain.problem import Problem, ProblemKind
from wallet_tray.refresh.messages import SignedIn


def test_a_cancelled_sign_in_is_dropped_and_holds_up_nothing(bench: Bench) -> None:
    bench.refresh()
    hang = bench.client.hang()
    bench.controller.sign_in(Credential(CredentialKind.API_KEY, "key"))
    bench.wait_for(lambda: "sign in" in bench.client.calls)
    bench.controller.cancel_sign_in()
    assert not bench.controller.refreshing
    assert bench.left is not None
    bench.refresh()  # while the cancelled one still hangs
    hang.go_on.set()
    assert bench.session.sign_ins == []
    assert bench.workers == 2


def test_a_verified_sign_in_is_answered_by_the_keyring_and_not_by_the_window(bench: Bench) -> None:
    hang = bench.client.hang()
    bench.controller.sign_in(Credential(CredentialKind.API_KEY, "key"))
    bench.wait_for(lambda: "sign in" in bench.client.calls)
    assert bench.worker._is_wanted()  # as the errand asks before it keeps
    bench.controller.cancel_sign_in()
    hang.go_on.set()
    bench.wait_for(lambda: len(bench.session.sign_ins) == 1)
    assert isinstance(bench.session.sign_ins[0], SignedIn)
    assert not bench.worker.is_keeping


def test_a_sign_in_does_not_wait_for_a_hanging_refresh(bench: Bench) -> None:
    hang = bench.client.hang()
    bench.controller.refresh_now()
    bench.wait_for(lambda: bench.client.calls == ["refresh"])
    bench.controller.sign_in(Credential(CredentialKind.API_KEY, "key"))
    bench.wait_for(lambda: len(bench.session.sign_ins) == 1)
    hang.go_on.set()


def test_there_may_be_no_sign_in_to_cancel(bench: Bench) -> None:
    bench.refresh()
    bench.controller.cancel_sign_in()
    assert bench.workers == 1


def test_a_cancelled_first_sign_in_asks_with_what_is_kept(bench: Bench) -> None:
    hang = bench.client.hang()
    bench.controller.sign_in(Credential(CredentialKind.API_KEY, "key"))
    bench.wait_for(lambda: "sign in" in bench.client.calls)
    bench.controller.cancel_sign_in()
    bench.wait_for_outcomes(1)
    hang.go_on.set()


def test_a_changed_credential_does_not_wait_for_a_hanging_request(bench: Bench) -> None:
    hang = bench.client.hang()
    bench.controller.refresh_now()
    bench.wait_for(lambda: bench.client.calls == ["refresh"])
    bench.controller.credential_changed()
    bench.wait_for_outcomes(1)
    hang.go_on.set()
    assert bench.client.calls == ["refresh", "renew"]


def test_a_failed_sign_in_changes_nothing_that_is_known(
    bench: Bench, key: Credential, make_problem: Callable[..., Problem]
) -> None:
    bench.refresh()
    known = bench.controller.state
    rejected = make_problem(ProblemKind.CREDENTIAL_REJECTED)
    bench.client.script.append(rejected)
    bench.controller.sign_in(key)
    assert bench.left is None
    bench.wait_for(lambda: bool(bench.session.sign_ins))
    assert bench.session.sign_ins == [rejected]
    assert bench.controller.state == known
    assert bench.seconds_left == bench.about(300)


def test_a_failed_sign_in_while_signed_out_starts_no_polling(
    bench: Bench, key: Credential, make_problem: Callable[..., Problem]
) -> None:
    bench.refresh(make_problem(ProblemKind.SIGNED_OUT))
    bench.client.script.append(make_problem(ProblemKind.OFFLINE))
    bench.controller.sign_in(key)
    bench.wait_for(lambda: bool(bench.session.sign_ins))
    assert bench.left is None


@pytest.mark.parametrize("step", ["resumed", "credential_changed", "restart"])
def test_signing_in_gets_an_answer_whatever_happens_meanwhile(
    make_bench: Callable[..., Bench], key: Credential, step: str
) -> None:
    """The window would wait for ever; and the sign-in itself changes the settings."""
    bench = make_bench(uniform=lambda _low, _high: 0)
    hang = bench.client.hang()
    bench.controller.sign_in(key)
    assert hang.begun.wait(30)
    getattr(bench.controller, step)()
    getattr(bench.controller, step)()
    assert bench.client.calls == ["sign in"]
    hang.go_on.set()
    bench.wait_for(lambda: len(bench.session.sign_ins) == 1)
    bench.wait_for_outcomes(2)
    assert len(bench.client.calls) == 2, "what came meanwhile is done afterwards, once"
    assert bench.workers == (2 if step == "restart" else 1)


@pytest.mark.parametrize("last", ["resumed", "credential_changed", "restart"])
@pytest.mark.parametrize("first", ["resumed", "credential_changed", "restart"])
def test_of_two_steps_that_wait_the_greater_one_is_taken(
    bench: Bench, key: Credential, make_problem: Callable[..., Problem], first: str, last: str
) -> None:
    """A key that was rejected asks for no refresh on waking up, but a changed one does."""
    bench.refresh(make_problem(ProblemKind.CREDENTIAL_REJECTED))
    hang = bench.client.hang(make_problem(ProblemKind.CREDENTIAL_REJECTED))
    bench.controller.sign_in(key)
    assert hang.begun.wait(30)
    getattr(bench.controller, first)()
    getattr(bench.controller, last)()
    hang.go_on.set()
    bench.wait_for(lambda: len(bench.session.sign_ins) == 1)
    if {first, last} == {"resumed"}:
        assert not bench.controller.refreshing
        return
    bench.wait_for_outcomes(2)
    assert bench.client.calls[2] == ("refresh" if "restart" in {first, last} else "renew")
    assert bench.workers == (2 if "restart" in {first, last} else 1)


def test_step_that_waits_for_a_sign_in_waits_for_the_next_one_as_well(
    bench: Bench, key: Credential
) -> None:
    hang = bench.client.hang()
    bench.controller.sign_in(key)
    assert hang.begun.wait(30)
    bench.controller.restart()
    bench.controller.sign_in(key)
    hang.go_on.set()
    bench.wait_for(lambda: len(bench.session.sign_ins) == 1)
    bench.wait_for_outcomes(2)
    assert bench.client.calls == ["sign in", "sign in", "refresh"]
    assert bench.workers == 2


def test_a_restart_does_not_bring_back_the_balance_of_the_old_address(
    bench: Bench, key: Credential, make_balance: Callable[..., Balance]
) -> None:
    bench.refresh()
    hang = bench.client.hang(make_balance(1))
    bench.controller.sign_in(key)
    assert hang.begun.wait(30)
    moved = replace(bench.controller.account, api_url="https://wallet.example/v1")
    bench.controller.apply_settings(moved)
    bench.controller.restart()  # the proxy is another one, too
    bench.client.script.append(here := make_balance(2))
    hang.go_on.set()
    bench.wait_for_outcomes(2)
    assert bench.session.outcomes[1] == here
    assert bench.controller.state == Fresh(here)


def test_a_balance_from_another_address_is_not_shown_after_a_sign_in(
    bench: Bench, key: Credential, make_balance: Callable[..., Balance]
) -> None:
    elsewhere, here = make_balance(1), make_balance(2)
    hang = bench.client.hang(elsewhere)
    bench.controller.sign_in(key)
    assert hang.begun.wait(30)
    account = replace(bench.controller.account, api_url="https://wallet.example/v1")
    bench.controller.apply_settings(account)
    bench.client.script.append(here)
    hang.go_on.set()
    bench.wait_for_outcomes(1)
    assert bench.session.outcomes == [here]
    assert bench.session.sign_ins == [SignedIn(elsewhere, key)]


def test_a_sign_out_that_the_keyring_refuses_is_a_problem(
    bench: Bench, make_problem: Callable[..., Problem]
) -> None:
    bench.refresh()
    bench.client.script.append(make_problem(ProblemKind.KEYRING_LOCKED))
    bench.controller.sign_out()
    bench.wait_for_outcomes(2)
    assert isinstance(bench.controller.state, Stale)
    assert bench.left is None
