"""A refresh controller with a real worker thread, and errands that do as a test says."""

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from tests.support.builders import KEY, balance, make_account, problem
from tests.support.services import ScriptedClient
from wallet_tray.domain.account import Account
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.credential import Credential
from wallet_tray.domain.problem import Problem
from wallet_tray.refresh.controller import RefreshController
from wallet_tray.refresh.dispatcher import RequestDispatcher
from wallet_tray.refresh.timer import RefreshTimer
from wallet_tray.refresh.worker import RefreshWorker


class Desk(QObject):
    """Takes the controller's signals, as the rest of the program does, and notes the threads."""

    def __init__(self, controller: RefreshController) -> None:
        super().__init__()
        self.outcomes: list[object] = []
        self.sign_ins: list[object] = []
        self.details: list[object] = []
        self.changes = 0
        self.threads: set[int] = set()
        controller.outcome.connect(self._on_outcome)
        controller.sign_in_answered.connect(self._on_sign_in)
        controller.changed.connect(self._on_changed)
        controller.started.connect(self._on_changed)
        self._controller = controller

    def _on_outcome(self, outcome: object) -> None:
        self.outcomes.append(outcome)
        self.threads.add(threading.get_ident())

    def _on_sign_in(self, answer: object) -> None:
        self.sign_ins.append(answer)
        self.threads.add(threading.get_ident())

    def _on_changed(self) -> None:
        self.changes += 1
        details = self._controller.details
        if details is not None and details not in self.details:
            self.details.append(details)
        self.threads.add(threading.get_ident())


class Bench:
    """One controller under test. ``workers`` counts the workers that were made."""

    def __init__(self, qtbot: Any, uniform: Callable[[float, float], float]) -> None:
        self.qtbot = qtbot
        self.client = ScriptedClient()
        self.workers = 0
        self._is_paused = False
        self.controller = RefreshController(
            make_account(),
            self._make_worker,
            timedelta(seconds=300),
            uniform,
            is_paused=lambda: self._is_paused,
        )
        self.session = Desk(self.controller)

    @property
    def refresh_timer(self) -> RefreshTimer:
        return self.controller._timer

    @property
    def timer(self) -> QTimer:
        return self.refresh_timer._timer

    @property
    def line(self) -> RequestDispatcher:
        return self.controller._dispatcher

    @property
    def worker(self) -> RefreshWorker:
        return self.line._worker

    @property
    def left(self) -> timedelta | None:
        """How long the next refresh by itself was put off; None where there will be none."""
        if not self.timer.isActive():
            return None
        return timedelta(milliseconds=self.timer.interval())

    @property
    def seconds_left(self) -> float:
        """The same in seconds; there must be one."""
        assert self.left is not None, "no refresh is due"
        return self.left.total_seconds()

    @staticmethod
    def about(seconds: float) -> Any:
        """As exact as what was left of another time is."""
        return pytest.approx(seconds, rel=0.001)

    def wait_for(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition)

    def wait_for_outcomes(self, count: int) -> None:
        self.wait_for(lambda: len(self.session.outcomes) >= count)
        assert len(self.session.outcomes) == count

    def refresh(self, *script: object) -> None:
        """One whole refresh."""
        self.client.script.extend(script)
        before = len(self.session.outcomes)
        self.controller.refresh_now()
        self.wait_for_outcomes(before + 1)

    def pause(self, paused: bool) -> None:
        """Pause, or go on, as the user does."""
        self._is_paused = paused
        self.controller.pause_changed()

    def let_worker_finish(self) -> None:
        """Wait until all that was asked so far is done and its answers have been delivered."""
        for hang in self.client.hangs:
            hang.go_on.set()
        for worker in {self.worker, *RefreshWorker._started}:
            worker.stop()
            if worker._thread.ident is not None:
                worker._thread.join(30)
        self.qtbot.wait(0)

    def _make_worker(self, account: Account) -> RefreshWorker:
        self.workers += 1
        return RefreshWorker(lambda: self.client, account.id)


@pytest.fixture
def make_bench(qtbot: QtBot) -> Iterator[Callable[..., Bench]]:
    benches: list[Bench] = []

    def make(uniform: Callable[[float, float], float] = lambda low, high: high) -> Bench:
        benches.append(Bench(qtbot, uniform))
        return benches[-1]

    yield make
    for bench in benches:
        bench.controller.stop()
        bench.let_worker_finish()


@pytest.fixture
def bench(make_bench: Callable[..., Bench]) -> Bench:
    return make_bench()


@pytest.fixture
def make_balance() -> Callable[..., Balance]:
    return balance


@pytest.fixture
def make_problem() -> Callable[..., Problem]:
    return problem


@pytest.fixture
def key() -> Credential:
    return KEY
