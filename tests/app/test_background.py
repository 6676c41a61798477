"""The thread for small files: in order, outside the GUI thread, and never in the way."""

import logging
import threading
import time
from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.support.own_seconds import OwnSeconds
from wallet_tray.app.background import DiskThread

SECOND = timedelta(seconds=1)


class Receiver(QObject):
    def __init__(self, disk: DiskThread) -> None:
        super().__init__()
        self.done: list[tuple[str, object]] = []
        self.threads: set[int] = set()
        disk.done.connect(self.take)

    def take(self, name: str, result: object) -> None:
        self.done.append((name, result))
        self.threads.add(threading.get_ident())


@pytest.fixture
def disk(qtbot: QtBot) -> Iterator[DiskThread]:
    thread = DiskThread()
    yield thread
    thread.finish(30 * SECOND)


def test_tasks_are_done_in_order_in_a_daemon_thread(qtbot: QtBot, disk: DiskThread) -> None:
    receiver = Receiver(disk)
    order: list[int] = []
    threads: set[int] = set()

    def task(number: int) -> int:
        order.append(number)
        threads.add(threading.get_ident())
        return number

    for number in range(100):
        disk.do(lambda number=number: task(number), f"task {number}" if number % 2 else "")
    qtbot.waitUntil(lambda: len(receiver.done) == 50)
    assert order == list(range(100))
    assert receiver.done == [(f"task {number}", number) for number in range(1, 100, 2)]
    assert disk._thread.daemon
    assert receiver.threads == {threading.get_ident()}
    assert len(threads) == 1
    assert threads != receiver.threads


def test_there_is_no_thread_before_the_first_task(qtbot: QtBot) -> None:
    disk = DiskThread()
    disk.finish(SECOND)
    assert disk._thread.ident is None


def test_a_task_that_fails_hands_on_its_exception_and_the_thread_lives(
    qtbot: QtBot, disk: DiskThread, caplog: pytest.LogCaptureFixture
) -> None:
    receiver = Receiver(disk)
    fault = OSError("a path of the user's")

    def fail() -> None:
        raise fault

    disk.do(fail)
    disk.do(fail, "named")
    disk.do(lambda: "fine", "next")
    qtbot.waitUntil(lambda: len(receiver.done) == 2)
    assert receiver.done == [("named", fault), ("next", "fine")]
    lines = [one.getMessage() for one in caplog.records if one.levelno >= logging.WARNING]
    assert len(lines) == 2
    assert all("OSError" in line for line in lines)
    assert "named" in lines[1]
    assert "a path" not in caplog.text


def test_finish_waits_for_what_is_queued(disk: DiskThread) -> None:
    done: list[int] = []
    gate = threading.Event()
    disk.do(lambda: gate.wait(30))
    for number in range(10):
        disk.do(lambda number=number: done.append(number))
    gate.set()
    disk.finish(30 * SECOND)
    assert done == list(range(10))


def test_finish_waits_no_longer_than_it_may_for_a_disk_that_hangs(disk: DiskThread) -> None:
    gate = threading.Event()
    disk.do(lambda: gate.wait(60))
    before = time.monotonic()
    with OwnSeconds() as own:
        disk.finish(timedelta(seconds=0.2))
    assert time.monotonic() - before >= 0.2
    assert own.seconds < 1
    gate.set()
