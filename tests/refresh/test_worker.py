"""The worker: a real daemon thread, one answer for every request, in order."""

import logging
import threading
import weakref
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.refresh.conftest import Bench
from tests.support.services import ScriptedClient
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.credential import Credential
from wallet_tray.domain.money import Money
from wallet_tray.domain.problem import Problem, ProblemKind
from wallet_tray.refresh.messages import (
    Answer,
    FetchDetails,
    Refresh,
    Refreshed,
    SignedIn,
    SignedOut,
    SignIn,
    SignOut,
    WalletDetails,
)
from wallet_tray.refresh.worker import RefreshWorker


class Post(QObject):
    """Takes answers like the controller does."""

    def __init__(self, worker: RefreshWorker) -> None:
        super().__init__()
        self.answers: list[Answer] = []
        self.threads: set[int] = set()
        worker.answered.connect(self.take)

    def take(self, answer: Answer) -> None:
        self.answers.append(answer)
        self.threads.add(threading.get_ident())


@pytest.fixture
def client(bench: Bench) -> ScriptedClient:
    return bench.client


def start(client: ScriptedClient) -> tuple[RefreshWorker, Post]:
    worker = RefreshWorker(lambda: client, "test")
    return worker, Post(worker)


def end(worker: RefreshWorker) -> None:
    worker.stop()
    worker._thread.join(30)


def test_every_kind_of_request_is_answered_once_and_in_order(
    qtbot: QtBot, client: ScriptedClient, key: Credential, make_balance: Callable[..., Balance]
) -> None:
    worker, post = start(client)
    client.script.extend([make_balance(1), make_balance(2)])
    requests = [Refresh(1, renew=True), SignIn(2, key), SignOut(3)]
    worker.ask(requests[0])
    qtbot.waitUntil(lambda: len(post.answers) == 1)
    worker.ask(requests[1])
    worker.ask(requests[2])
    qtbot.waitUntil(lambda: len(post.answers) == 3)
    assert [answer.request for answer in post.answers] == requests
    kinds = [type(answer.outcome) for answer in post.answers]
    assert kinds == [Refreshed, SignedIn, SignedOut]
    assert client.calls == ["renew", "sign in", "sign out"]
    end(worker)


def test_work_is_done_in_one_daemon_thread_and_answers_come_in_this_one(
    qtbot: QtBot, client: ScriptedClient
) -> None:
    worker, post = start(client)
    assert worker._thread.ident is None, "no thread before the first request"
    worker.ask(Refresh(1))
    qtbot.waitUntil(lambda: bool(post.answers))
    worker.ask(SignOut(2))
    qtbot.waitUntil(lambda: len(post.answers) == 2)
    assert worker._thread.daemon
    assert client.threads == {worker._thread.ident}
    assert post.threads == {threading.get_ident()} != client.threads
    end(worker)


def test_at_its_end_it_lets_go_of_what_it_holds(
    qtbot: QtBot, client: ScriptedClient, caplog: pytest.LogCaptureFixture
) -> None:
    worker, post = start(client)
    worker.ask(Refresh(1))
    qtbot.waitUntil(lambda: bool(post.answers))
    assert client.closed_in == []
    end(worker)
    assert client.closed_in == [worker._thread.ident]
    assert caplog.text == ""


@pytest.mark.parametrize("request_kind", ["refresh", "sign in", "sign out"])
def test_a_problem_is_the_answer(
    client: ScriptedClient, key: Credential, make_problem: Callable[..., Problem], request_kind: str
) -> None:
    worker = RefreshWorker(lambda: client, "test")
    requests = {"refresh": Refresh(1), "sign in": SignIn(1, key), "sign out": SignOut(1)}
    met = make_problem(ProblemKind.OFFLINE)
    client.script.append(met)
    assert worker.step(requests[request_kind]) == Answer(requests[request_kind], met)


@pytest.mark.parametrize("fault", [ValueError, RuntimeError, OSError, KeyError, RecursionError])
def test_a_fault_is_a_problem_without_its_text(
    client: ScriptedClient,
    key: Credential,
    caplog: pytest.LogCaptureFixture,
    fault: type[Exception],
) -> None:
    caplog.set_level(logging.DEBUG)
    worker = RefreshWorker(lambda: client, "test")
    client.script.append(fault(f"Illegal header value {key.text}"))
    answer = worker.step(SignIn(7, key))
    assert isinstance(answer.outcome, Problem)
    assert answer.outcome.kind is ProblemKind.FAULT
    assert answer.outcome.detail == fault.__name__
    assert fault.__name__ in caplog.text
    assert key.text not in caplog.text + repr(answer)


def test_failed_handler_is_made_again_with_each_request(client: ScriptedClient) -> None:
    tries: list[int] = []

    def make() -> Any:
        tries.append(1)
        if len(tries) == 1:
            raise ImportError("a half installed library")  # an upgrade is under way
        return client

    worker = RefreshWorker(make, "test")
    first = worker.step(Refresh(1)).outcome
    assert isinstance(first, Problem)
    assert first.kind is ProblemKind.REPLACED
    assert isinstance(worker.step(Refresh(2)).outcome, Refreshed)
    assert isinstance(worker.step(Refresh(3)).outcome, Refreshed)
    assert len(tries) == 2


def test_the_thread_lives_on_after_a_fault(qtbot: QtBot, client: ScriptedClient) -> None:
    worker, post = start(client)
    client.script.append(ZeroDivisionError())
    worker.ask(Refresh(1))
    qtbot.waitUntil(lambda: len(post.answers) == 1)
    worker.ask(Refresh(2))
    qtbot.waitUntil(lambda: len(post.answers) == 2)
    assert isinstance(post.answers[1].outcome, Refreshed)
    end(worker)


def test_details_request_returns_the_handlers_details(client: ScriptedClient) -> None:
    worker = RefreshWorker(lambda: client, "test")
    found = WalletDetails(unit_price=Money(Decimal("0.01"), "USD"))
    client.script.append(found)
    assert worker.step(FetchDetails(3, "of this wallet")) == Answer(
        FetchDetails(3, "of this wallet"), found
    )
    assert client.calls == ["details of this wallet"]


def test_refreshes_that_piled_up_behind_a_stuck_one_are_not_made_up_for(
    qtbot: QtBot, client: ScriptedClient
) -> None:
    worker, post = start(client)
    hang = client.hang()
    worker.ask(Refresh(1))
    assert hang.begun.wait(30)
    for number in range(2, 12):
        worker.ask(Refresh(number))
    hang.go_on.set()
    qtbot.waitUntil(lambda: len(post.answers) == 2)
    assert [answer.request.number for answer in post.answers] == [1, 11]
    assert client.calls == ["refresh", "refresh"]
    end(worker)


def test_signing_in_and_out_is_never_overtaken(
    qtbot: QtBot, client: ScriptedClient, key: Credential
) -> None:
    worker, post = start(client)
    hang = client.hang()
    worker.ask(Refresh(1))
    assert hang.begun.wait(30)
    for request in (SignIn(2, key), SignOut(3), Refresh(4)):
        worker.ask(request)
    hang.go_on.set()
    qtbot.waitUntil(lambda: len(post.answers) == 4)
    assert client.calls == ["refresh", "sign in", "sign out", "refresh"]
    end(worker)


def test_a_stopped_worker_ends_after_what_it_does_and_answers_no_more(
    qtbot: QtBot, client: ScriptedClient
) -> None:
    worker, post = start(client)
    hang = client.hang()
    worker.ask(Refresh(1))
    assert hang.begun.wait(30)
    worker.stop()
    hang.go_on.set()
    worker._thread.join(30)
    assert not worker._thread.is_alive()
    qtbot.wait(0)
    assert post.answers == []


def test_a_worker_is_never_deleted_in_its_own_thread(qtbot: QtBot, client: ScriptedClient) -> None:
    """Its thread holds a reference to it, which would be the last one after a replacement."""
    deleted_in: list[int] = []
    worker, post = start(client)
    hang = client.hang()
    worker.ask(Refresh(1))
    assert hang.begun.wait(30)
    thread = worker._thread
    weakref.finalize(worker, lambda: deleted_in.append(threading.get_ident()))
    worker.stop()
    worker.answered.disconnect(post.take)
    del worker
    hang.go_on.set()
    thread.join(30)
    assert deleted_in == []
    other, _ = start(client)
    other.ask(Refresh(1))
    assert deleted_in == [threading.get_ident()]
    end(other)
