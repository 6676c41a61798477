"""Workers that are replaced while they hang: few threads, and the last change counts."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, Slot

from tests.refresh.conftest import Bench
from wallet_tray.domain.account_state import Failed, Fresh
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.credential import Credential
from wallet_tray.domain.problem import Problem, ProblemKind
from wallet_tray.refresh.dispatcher import MOST_LEFT_WORKERS
from wallet_tray.refresh.messages import SignedIn


def let_workers_hang(bench: Bench) -> list[Any]:
    """As many as may be left, all of them in the middle of a refresh."""
    hangs = []
    for step in (bench.controller.refresh_now, bench.controller.credential_changed):
        hangs.append(bench.client.hang())
        step()
        assert hangs[-1].begun.wait(30)
    assert len(hangs) == MOST_LEFT_WORKERS
    return hangs


def test_a_burst_of_changes_is_no_burst_of_threads(
    bench: Bench, make_balance: Callable[..., Balance]
) -> None:
    before = threading.active_count()
    hangs = let_workers_hang(bench)
    for _ in range(582):
        bench.controller.credential_changed()
    assert threading.active_count() - before <= MOST_LEFT_WORKERS
    assert bench.controller.refreshing
    last = make_balance(7)
    bench.client.script.append(last)
    hangs[0].go_on.set()  # one of them ends, the other one hangs on
    bench.wait_for_outcomes(1)
    assert bench.controller.state == Fresh(last)
    assert bench.client.calls[-1] == "renew"


def test_the_user_signs_in_beside_hanging_workers_once_one_ends(
    bench: Bench, key: Credential, make_balance: Callable[..., Balance]
) -> None:
    hangs = let_workers_hang(bench)
    for _ in range(5):
        bench.controller.credential_changed()
    bench.controller.sign_in(key)
    last = make_balance(7)
    bench.client.script.append(last)
    hangs[-1].go_on.set()
    bench.wait_for(lambda: bool(bench.session.sign_ins))
    assert bench.session.sign_ins == [SignedIn(last, key)]


def test_outdated_pending_request_is_not_sent(bench: Bench) -> None:
    hangs = let_workers_hang(bench)
    for _ in range(5):
        bench.controller.credential_changed()
    bench.controller.reset()
    for hang in hangs:
        hang.go_on.set()
    bench.let_worker_finish()
    assert bench.client.calls == ["refresh", "renew"]
    assert isinstance(bench.controller.state, Failed)


def test_workers_that_ended_leave_room(bench: Bench) -> None:
    for count in range(1, 6):
        hang = bench.client.hang()
        bench.controller.refresh_now()
        assert hang.begun.wait(30)
        bench.controller.credential_changed()
        bench.wait_for_outcomes(count)
        hang.go_on.set()
        bench.wait_for(lambda: not any(one.is_at_work for one in bench.line._left))


# -- what the user waits for


@pytest.mark.parametrize("step", ["restart", "credential_changed", "resumed"])
def test_request_behind_a_cancelled_sign_in_is_sent(
    bench: Bench, key: Credential, make_problem: Callable[..., Problem], step: str
) -> None:
    """Nothing else would do it: the settings, or the key, are other ones since."""
    bench.refresh(make_problem(ProblemKind.SIGNED_OUT))
    hang = bench.client.hang()
    bench.controller.sign_in(key)
    assert hang.begun.wait(30)
    getattr(bench.controller, step)()
    assert bench.client.calls == ["refresh", "sign in"]
    bench.controller.cancel_sign_in()
    bench.wait_for_outcomes(2)
    assert isinstance(bench.controller.state, Fresh)
    assert bench.session.sign_ins == []


class Ear(QObject):
    """Hears an answer in the thread that gives it, so that none is still on its way."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[object] = []

    @Slot(object)
    def take(self, answer: object) -> None:
        self.answers.append(answer)


def test_a_stopped_worker_answers_no_more(bench: Bench) -> None:
    """Not even to whom still listens: its answer is that of other settings, or of another key."""
    ear = Ear()
    hang = bench.client.hang()
    bench.controller.refresh_now()
    assert hang.begun.wait(30)
    worker = bench.worker
    worker.answered.connect(ear.take, Qt.ConnectionType.DirectConnection)
    worker.stop()
    hang.go_on.set()
    worker._thread.join(30)
    assert not worker._thread.is_alive()
    assert ear.answers == []


def test_request_in_flight_during_an_erase_is_dropped(
    bench: Bench, make_balance: Callable[..., Balance]
) -> None:
    hang = bench.client.hang(make_balance(1))
    bench.controller.refresh_now()
    assert hang.begun.wait(30)
    worker, number = bench.worker, bench.line._number
    bench.controller.reset()
    assert bench.line._number > number
    assert not bench.controller.refreshing
    worker._stopped = False  # had it not been in time
    hang.go_on.set()
    bench.let_worker_finish()
    assert bench.session.outcomes == []
    assert isinstance(bench.controller.state, Failed)
