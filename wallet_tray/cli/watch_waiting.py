"""Waits, calls and writes that end at once on a signal or when the reader closes the output."""

import contextlib
import os
import select
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from types import FrameType, TracebackType
from typing import Any, Self, TypeVar

from wallet_tray.cli.output import put_out

T = TypeVar("T")

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
_GONE = getattr(select, "POLLERR", 8) | getattr(select, "POLLHUP", 16)
_WRITABLE = getattr(select, "POLLOUT", 4)


class EndedError(Exception):
    """A signal arrived, or the output's reader closed it."""


class Interruptible:
    """A context manager for the main thread; its methods raise EndedError.

    EndedError never interrupts other code, because the signal handlers only set flags. Signals
    ignored before (nohup, a shell's background job) stay ignored.
    """

    def __enter__(self) -> Self:
        self._ended = False
        self._lock = threading.Lock()
        self._woken, waking = socket.socketpair()
        self._waking: socket.socket | None = waking
        for end in (self._woken, waking):
            end.setblocking(False)
        self._output = _descriptor_of_output()
        self._before: dict[int, Any] = {}
        for name in _SIGNALS:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                self._before[number] = signal.signal(number, self._note)
        self._wakeup_before = signal.set_wakeup_fd(waking.fileno(), warn_on_full_buffer=False)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        places: TracebackType | None,
    ) -> None:
        signal.set_wakeup_fd(self._wakeup_before)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        with self._lock:  # a thread still running must not write to a reused descriptor
            waking, self._waking = self._waking, None
        if waking is not None:
            waking.close()
        self._woken.close()

    def wait(self, limit: timedelta) -> None:
        """Wait for ``limit`` or less. Raises EndedError."""
        self._poll(limit.total_seconds())

    def run(self, call: Callable[[], T]) -> T:
        """Run ``call`` in a daemon thread and return or raise its result. Raises EndedError."""
        answers: list[T] = []
        errors: list[BaseException] = []
        done = threading.Event()

        def work() -> None:
            try:
                answers.append(call())
            except BaseException as error:  # noqa: BLE001  raised again below
                errors.append(error)
            done.set()
            with self._lock:
                if self._waking is not None:
                    with contextlib.suppress(OSError):
                        self._waking.send(b"\0")

        threading.Thread(target=work, name="asking", daemon=True).start()
        while not done.is_set():
            self._poll(None)
        if errors:
            raise errors[0]
        return answers[0]

    def write(self, text: str) -> None:
        """Write once the reader accepts data. Raises EndedError, and the errors of put_out()."""
        self._poll(None, until_writable=True)
        put_out(text)

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        self._ended = True

    def _poll(self, seconds: float | None, *, until_writable: bool = False) -> None:
        """Return after the time, after an event, or when the output accepts text."""
        deadline = None if seconds is None else time.monotonic() + seconds
        self._raise_if_ended()
        while True:
            left = None if deadline is None else max(deadline - time.monotonic(), 0)
            told = self._told_by_output(left, until_writable=until_writable)
            self._drain()
            self._raise_if_ended()
            if told & _GONE:
                raise EndedError
            if not until_writable or told & _WRITABLE:
                return

    def _raise_if_ended(self) -> None:
        if self._ended:
            raise EndedError

    def _told_by_output(self, seconds: float | None, *, until_writable: bool) -> int:
        """Return the result of poll() for the output after the next event or the time."""
        watched = self._output
        if watched is None:  # or Windows, where pipes cannot be polled: the write reports the error
            if until_writable:
                return _WRITABLE
            select.select([self._woken], [], [], seconds)
            return 0
        poll = select.poll()
        poll.register(self._woken, select.POLLIN)
        # Without any requested event, poll still reports that the reader has closed.
        poll.register(watched, select.POLLOUT if until_writable else 0)
        told = dict(poll.poll(None if seconds is None else seconds * 1000)).get(watched, 0)
        if told & select.POLLNVAL:  # macOS cannot watch every device
            self._output = None
            return 0
        return told

    def _drain(self) -> None:
        with contextlib.suppress(OSError):
            while self._woken.recv(4096):
                pass


def _descriptor_of_output() -> int | None:
    if not hasattr(select, "poll"):
        return None
    try:
        descriptor = sys.stdout.fileno()
        os.fstat(descriptor)
    except (OSError, ValueError):  # not a system stream, such as a test's own
        return None
    return descriptor
