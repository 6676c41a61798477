"""Work outside the GUI thread: daemon threads, Futures, and results that come back to Qt."""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future
from datetime import timedelta
from functools import partial
from queue import SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from wallet_tray.startup.unhandled_errors import report_error
from wallet_tray.storage.files import LogLimit

_log = logging.getLogger(__name__)

T = TypeVar("T")


class BackgroundThread:
    """A daemon thread that runs tasks one after the other, in order; it never delays the exit.

    Not ``ThreadPoolExecutor``: that one waits at exit for a task that hangs.
    """

    def __init__(self, name: str) -> None:
        self._tasks: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._log_limit = LogLimit()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def submit(self, task: Callable[[], T]) -> "Future[T]":
        """Queue a task; returns at once. Each kind of failure is logged once, awaited or not."""
        future: Future[T] = Future()
        if self._thread.ident is None:
            self._thread.start()
        self._tasks.put(partial(_run_task, task, future, self._log_limit))
        return future

    def finish(self, limit: timedelta) -> None:
        """Let the queued tasks finish; wait no longer than ``limit``."""
        if self._thread.ident is not None:
            self._tasks.put(None)
            self._thread.join(limit.total_seconds())

    def _run(self) -> None:
        while (step := self._tasks.get()) is not None:
            step()


def run_in_thread(task: Callable[[], T], name: str) -> "Future[T]":
    """Run one long task in a daemon thread of its own."""
    future: Future[T] = Future()
    threading.Thread(
        target=_run_task, args=(task, future, LogLimit()), name=name, daemon=True
    ).start()
    return future


def on_result(
    future: "Future[T]",
    slot: Callable[[T], object],
    on_error: Callable[[BaseException], object] | None = None,
) -> None:
    """Call ``slot`` with the result in the GUI thread, or ``on_error`` with the exception.

    ``slot`` is a bound method of a QObject, or a ``partial`` of one. Once that object is deleted,
    results are dropped. Call this in the GUI thread; the slot runs later, never inside this call.
    """
    method: Any = slot.func if isinstance(slot, partial) else slot
    receiver: QObject = method.__self__
    delivery = _Delivery(receiver, partial(_take, slot, on_error))
    future.add_done_callback(delivery.send)


class _Delivery(QObject):
    """One result on its way to the GUI thread. It belongs to its receiver and is deleted with it.

    Signals:
        done(Future): emitted in any thread, received in the GUI thread.
    """

    done = Signal(object)

    def __init__(self, receiver: QObject, take: Callable[["Future[Any]"], None]) -> None:
        super().__init__(receiver)
        self._take: Callable[[Future[Any]], None] | None = take
        self.done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def send(self, future: "Future[Any]") -> None:
        try:
            self.done.emit(future)
        except RuntimeError:
            return  # Qt has deleted the receiver, and this object with it

    def _deliver(self, future: "Future[Any]") -> None:
        take, self._take = self._take, None  # a thread may still hold this object: not the receiver
        self.deleteLater()
        if take is not None:
            take(future)


def _take(
    slot: Callable[[T], object],
    on_error: Callable[[BaseException], object] | None,
    future: "Future[T]",
) -> None:
    try:
        result = future.result()
    except Exception as error:  # noqa: BLE001  handed on
        report_error(error)
        if on_error is not None:
            on_error(error)
    else:
        slot(result)


def _run_task(task: Callable[[], T], future: "Future[T]", log_limit: LogLimit) -> None:
    try:
        result = task()
    except Exception as error:  # noqa: BLE001  handed on; the thread must keep running
        failure = (_name(task), type(error).__name__)
        if log_limit.passes(failure):  # a disk that is gone fails with every refresh
            _log.warning("a background task failed: %s (%s)", *failure)
        future.set_exception(error)
    else:
        future.set_result(result)


def _name(task: Callable[..., object]) -> str:
    while isinstance(task, partial):
        task = task.func
    return getattr(task, "__qualname__", type(task).__name__)
