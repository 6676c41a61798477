"""A keyring that comes, opens or changes elsewhere: looked into without its question."""

from collections.abc import Callable

import pytest

from tests.refresh.conftest import Bench
from wallet_tray.domain.account_state import Failed, Fresh
from wallet_tray.domain.problem import Problem, ProblemKind
from wallet_tray.domain.refresh_policy import keyring_may_mend

MENDED = [kind for kind in ProblemKind if kind.value.startswith("keyring-")] + [
    ProblemKind.SIGNED_OUT,
    ProblemKind.CREDENTIAL_UNUSABLE,
]


@pytest.mark.parametrize("kind", MENDED, ids=lambda kind: kind.value)
@pytest.mark.parametrize("by", ["keyring_changed", "resumed", "unpaused"])
def test_keyring_problem_is_retried_after_a_change(
    bench: Bench, make_problem: Callable[..., Problem], kind: ProblemKind, by: str
) -> None:
    bench.refresh(make_problem(kind))
    assert bench.left is None
    if by == "unpaused":
        bench.pause(True)
        bench.controller.keyring_changed()
        assert not bench.controller.refreshing
        bench.pause(False)
    else:
        getattr(bench.controller, by)()
    bench.wait_for_outcomes(2)
    assert isinstance(bench.controller.state, Fresh)
    call = "renew" if by == "resumed" else "refresh"
    asks = kind is ProblemKind.KEYRING_MISSING  # no question was dismissed yet
    assert bench.client.calls[-1] == (call if asks else f"quiet {call}")


def test_other_problems_do_not_reread_the_keyring(
    bench: Bench, make_problem: Callable[..., Problem]
) -> None:
    bench.controller.keyring_changed()
    bench.refresh()
    bench.controller.keyring_changed()
    for kind in ProblemKind:
        if not keyring_may_mend(make_problem(kind)):
            bench.refresh(make_problem(kind))
            bench.controller.keyring_changed()
            assert not bench.controller.refreshing, kind


def test_a_keyring_that_stays_locked_is_looked_into_once_a_change(
    bench: Bench, make_problem: Callable[..., Problem]
) -> None:
    locked = make_problem(ProblemKind.KEYRING_LOCKED)
    bench.refresh(locked)
    bench.client.script.append(locked)
    bench.controller.keyring_changed()
    bench.wait_for_outcomes(2)
    bench.let_worker_finish()
    assert bench.client.calls == ["refresh", "quiet refresh"]
    assert not bench.controller.refreshing
    assert bench.left is None


def test_a_change_in_the_middle_of_a_refresh_is_not_lost(
    bench: Bench, make_problem: Callable[..., Problem]
) -> None:
    hang = bench.client.hang(make_problem(ProblemKind.KEYRING_LOCKED))
    bench.controller.refresh_now()
    assert hang.begun.wait(30)
    bench.controller.keyring_changed()
    hang.go_on.set()
    bench.wait_for(lambda: isinstance(bench.controller.state, Fresh))
    assert bench.client.calls == ["refresh", "quiet refresh"]


def test_keyring_change_during_a_prompt_starts_no_second_refresh(
    bench: Bench, make_problem: Callable[..., Problem]
) -> None:
    """At a start the keyrings are noticed while the first refresh waits for one."""
    hang = bench.client.hang(make_problem(ProblemKind.KEYRING_WAITING))
    bench.controller.refresh_now()
    assert hang.begun.wait(30)
    bench.controller.keyring_changed()
    hang.go_on.set()
    bench.wait_for_outcomes(1)
    assert not bench.controller.refreshing
    assert bench.controller.state.problem.kind is ProblemKind.KEYRING_WAITING
    assert bench.client.calls == ["refresh"]


def test_erased_account_is_not_read_again(bench: Bench) -> None:
    bench.refresh()
    bench.controller.reset()
    for step in (bench.controller.keyring_changed, bench.controller.resumed):
        step()
        assert not bench.controller.refreshing
    bench.pause(True)
    bench.pause(False)
    assert not bench.controller.refreshing
    assert isinstance(bench.controller.state, Failed)
    bench.controller.credential_changed()
    bench.wait_for_outcomes(2)
