"""Background work: in order, outside the GUI thread, with every result and failure delivered."""

import gc
import logging
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future
from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from tests.support.own_seconds import OwnSeconds
from wallet_tray.app.background import BackgroundThread, on_result, run_in_thread
from wallet_tray.startup.unhandled_errors import hear_of_errors

SECOND = timedelta(seconds=1)


class Receiver(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.errors: list[BaseException] = []
        self.threads: set[int] = set()

    def take(self, result: object) -> None:
        self.results.append(result)
        self.threads.add(threading.get_ident())

    def take_named(self, name: str, result: object) -> None:
        self.results.append((name, result))

    def fail(self, error: BaseException) -> None:
        self.errors.append(error)
        self.threads.add(threading.get_ident())

    def refuse(self, result: object) -> None:
        raise RuntimeError(f"slot of {result}")


@pytest.fixture
def disk(qtbot: QtBot) -> Iterator[BackgroundThread]:
    thread = BackgroundThread("disk")
    yield thread
    thread.finish(30 * SECOND)


@pytest.fixture
def receiver(qtbot: QtBot) -> Receiver:
    return Receiver()


def warnings_in(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [one.getMessage() for one in caplog.records if one.levelno >= logging.WARNING]


def test_tasks_run_in_order_in_a_daemon_thread(
    qtbot: QtBot, disk: BackgroundThread, receiver: Receiver
) -> None:
    order: list[int] = []
    threads: set[int] = set()

    def task(number: int) -> int:
        order.append(number)
        threads.add(threading.get_ident())
        return number

    for number in range(100):
        future = disk.submit(partial(task, number))
        if number % 2:
            on_result(future, receiver.take)
    qtbot.waitUntil(lambda: len(receiver.results) == 50)
    assert order == list(range(100))
    assert receiver.results == list(range(1, 100, 2))
    assert disk._thread.daemon
    assert receiver.threads == {threading.get_ident()}
    assert len(threads) == 1
    assert threads != receiver.threads


def test_no_thread_before_the_first_task(qtbot: QtBot) -> None:
    disk = BackgroundThread("disk")
    disk.finish(SECOND)
    assert disk._thread.ident is None


@pytest.mark.parametrize("is_own_thread", [False, True], ids=["disk thread", "own thread"])
def test_a_failed_task_is_logged_reported_and_delivered(
    qtbot: QtBot,
    disk: BackgroundThread,
    receiver: Receiver,
    caplog: pytest.LogCaptureFixture,
    is_own_thread: bool,
) -> None:
    fault = OSError("a path of the user's")
    reported: list[BaseException] = []

    def read_file() -> None:
        raise fault

    hear_of_errors(reported.append)
    try:
        future = run_in_thread(read_file, "own") if is_own_thread else disk.submit(read_file)
        on_result(future, receiver.take, receiver.fail)
        qtbot.waitUntil(lambda: receiver.errors == [fault])
    finally:
        hear_of_errors(None)
    assert reported == [fault]
    assert receiver.results == []
    assert receiver.threads == {threading.get_ident()}
    [line] = warnings_in(caplog)
    assert "read_file" in line
    assert "OSError" in line
    assert "a path" not in caplog.text


@pytest.mark.parametrize("is_awaited", [False, True], ids=["not awaited", "awaited"])
def test_a_failure_without_a_taker_is_logged_once_per_kind(
    qtbot: QtBot,
    disk: BackgroundThread,
    receiver: Receiver,
    caplog: pytest.LogCaptureFixture,
    is_awaited: bool,
) -> None:
    def write_file() -> None:
        raise OSError

    for _ in range(3):
        future = disk.submit(write_file)
        if is_awaited:
            on_result(future, receiver.take)
    disk.submit(lambda: 1 // 0)
    on_result(disk.submit(lambda: "fine"), receiver.take)
    qtbot.waitUntil(lambda: receiver.results == ["fine"])
    lines = warnings_in(caplog)
    assert len(lines) == 2, lines
    assert "OSError" in lines[0]
    assert "ZeroDivisionError" in lines[1]


def test_a_result_that_is_already_there_is_delivered_later(
    qtbot: QtBot, receiver: Receiver
) -> None:
    future: Future[str] = Future()
    future.set_result("done")
    on_result(future, partial(receiver.take_named, "name"))
    assert receiver.results == []
    qtbot.waitUntil(lambda: receiver.results == [("name", "done")])


def test_a_slot_that_raises_is_reported_like_any_slot(
    qtbot: QtBot, disk: BackgroundThread, receiver: Receiver
) -> None:
    with qtbot.captureExceptions() as caught:
        on_result(disk.submit(lambda: 1), receiver.refuse)
        on_result(disk.submit(lambda: 2), receiver.take)
        qtbot.waitUntil(lambda: receiver.results == [2])
    assert [str(one[1]) for one in caught] == ["slot of 1"]


def test_results_for_a_deleted_receiver_are_dropped(
    qtbot: QtBot, disk: BackgroundThread, receiver: Receiver
) -> None:
    """The receiver dies while the task runs, or while its result waits for the event loop."""
    late, after = Receiver(), threading.Event()
    results, queued = receiver.results, late.results
    on_result(disk.submit(partial(after.wait, 30)), receiver.take)
    done: Future[int] = Future()
    done.set_result(1)
    on_result(done, late.take)
    for one in (receiver, late):
        one.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    after.set()
    other = Receiver()
    on_result(disk.submit(lambda: "thread lives"), other.take)
    qtbot.waitUntil(lambda: other.results == ["thread lives"])
    assert results == queued == []


def test_no_receiver_is_deleted_in_the_thread(qtbot: QtBot, disk: BackgroundThread) -> None:
    """A Qt object must be deleted in its own thread, even if a task outlives its last user."""
    deleted_in: list[int] = []

    class Mortal(Receiver):
        def __del__(self) -> None:
            deleted_in.append(threading.get_ident())

    for _ in range(20):
        receiver = Mortal()
        on_result(disk.submit(lambda: 1), receiver.take)
        qtbot.waitUntil(lambda receiver=receiver: receiver.results == [1])
        del receiver
        disk.submit(lambda: None)
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert set(deleted_in) <= {threading.get_ident()}
    assert deleted_in


def test_finish_waits_for_queued_tasks(disk: BackgroundThread) -> None:
    done: list[int] = []
    gate = threading.Event()
    disk.submit(partial(gate.wait, 30))
    for number in range(10):
        disk.submit(partial(done.append, number))
    gate.set()
    disk.finish(30 * SECOND)
    assert done == list(range(10))


def test_finish_waits_no_longer_than_its_limit_for_a_hanging_disk(disk: BackgroundThread) -> None:
    gate = threading.Event()
    disk.submit(partial(gate.wait, 60))
    before = time.monotonic()
    with OwnSeconds() as own:
        disk.finish(timedelta(seconds=0.2))
    assert time.monotonic() - before >= 0.2
    assert own.seconds < 1
    gate.set()


def test_a_long_task_does_not_delay_the_disk(
    qtbot: QtBot, disk: BackgroundThread, receiver: Receiver
) -> None:
    gate = threading.Event()
    future = run_in_thread(partial(gate.wait, 30), "long")
    on_result(future, receiver.take)
    on_result(disk.submit(lambda: "disk"), receiver.take)
    qtbot.waitUntil(lambda: receiver.results == ["disk"])
    gate.set()
    qtbot.waitUntil(lambda: receiver.results == ["disk", True])
