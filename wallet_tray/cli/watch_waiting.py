"""Waits, calls and writes that end at once on a signal or when the reader closes the output."""

import contextlib
import os
import random
import select
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any, Self, TypeVar

from wallet_tray.cli.output import write_stdout
from wallet_tray.domain.refresh_policy import RESUME_DELAY, SLEPT
from wallet_tray.startup.time_zone import follow_zone

T = TypeVar("T")

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
_GONE = getattr(select, "POLLERR", 8) | getattr(select, "POLLHUP", 16)
_WRITABLE = getattr(select, "POLLOUT", 4)


class WaitInterruptedError(Exception):
    """A signal arrived, or the output's reader closed it."""


class SignalGuard:
    """A context manager for the main thread; its methods raise WaitInterruptedError.

    WaitInterruptedError never interrupts other code, because the signal handlers only set flags.
    Signals ignored before (nohup, a shell's background job) stay ignored.
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
        """Wait for ``limit`` or less. Raises WaitInterruptedError."""
        self._poll(limit.total_seconds())

    def run(self, call: Callable[[], T]) -> T:
        """Run ``call`` in a daemon thread and return its result.

        Raises its exceptions and WaitInterruptedError.
        """
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
        """Write once the reader accepts data.

        Raises WaitInterruptedError, and the errors of ``write_stdout``.
        """
        self._poll(None, until_writable=True)
        write_stdout(text)

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        self._ended = True

    def _poll(self, seconds: float | None, *, until_writable: bool = False) -> None:
        """Return after the time, after an event, or when the output accepts text."""
        deadline = None if seconds is None else time.monotonic() + seconds
        self._raise_if_ended()
        while True:
            left = None if deadline is None else max(deadline - time.monotonic(), 0)
            events = self._output_events(left, until_writable=until_writable)
            self._drain()
            self._raise_if_ended()
            if events & _GONE:
                raise WaitInterruptedError
            if not until_writable or events & _WRITABLE:
                return

    def _raise_if_ended(self) -> None:
        if self._ended:
            raise WaitInterruptedError

    def _output_events(self, seconds: float | None, *, until_writable: bool) -> int:
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
        events = dict(poll.poll(None if seconds is None else seconds * 1000)).get(watched, 0)
        if events & select.POLLNVAL:  # macOS cannot watch every device
            self._output = None
            return 0
        return events

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


_TICK = timedelta(seconds=10)
"""The interval of checks of the clock and of the files' times."""

_SHORTEST = timedelta(seconds=0.2)


class Waiter:
    """The waits of a watch. All methods raise WaitInterruptedError.

    ``monotonic`` is a clock in seconds that stops while the computer sleeps. ``clock`` is the wall
    clock.
    """

    def __init__(
        self,
        interruptible: SignalGuard,
        settings_file: Path,
        history_file: Path,
        monotonic: Callable[[], float] = time.monotonic,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._interruptible = interruptible
        self._monotonic = monotonic
        self._clock = clock
        self._settings_file = settings_file
        # The second file holds the latest writes until SQLite's checkpoint.
        self._history_files = (
            history_file,
            history_file.with_name(history_file.name + "-wal"),
        )
        self._settings = _state_of(settings_file)
        self._history = self._state_of_history()

    def history_is_read(self) -> None:
        """Note that the history is about to be read: later writes count as writes."""
        self._history = self._state_of_history()

    def settings_are_read(self) -> None:
        """Note that the settings are about to be read: later changes count as changes."""
        self._settings = _state_of(self._settings_file)

    def rest(self, limit: timedelta) -> bool | None:
        """Wait for ``limit``, or until there is something to do.

        Return False after ``limit``, a write to the history since ``history_is_read``, or a change
        of the time zone. Return
        None once the settings have changed. Return True if the computer slept meanwhile: the
        wall clock advanced and the monotonic one did not. The network then had a few seconds to
        return.
        """
        slept = False
        limit = max(limit, _SHORTEST)
        begun, begun_at = self._monotonic(), self._clock()
        while True:
            passed = timedelta(seconds=self._monotonic() - begun)
            if self._clock() - begun_at - passed > SLEPT:
                slept = True
                shortest, longest = (delay.total_seconds() for delay in RESUME_DELAY)
                limit = timedelta(seconds=random.uniform(shortest, longest))  # noqa: S311
                begun, begun_at = self._monotonic(), self._clock()
                continue
            if passed >= limit:
                return slept
            self._interruptible.wait(min(limit - passed, _TICK))
            if _state_of(self._settings_file) != self._settings:
                return None
            if follow_zone():
                return slept  # the time of the balance is another one now
            if not slept and self._state_of_history() != self._history:
                return False

    def until_settings_change(self) -> None:
        """Wait until the settings file changes."""
        while _state_of(self._settings_file) == self._settings:
            self._interruptible.wait(_TICK)

    def _state_of_history(self) -> tuple[tuple[int, ...] | None, ...]:
        return tuple(map(_state_of, self._history_files))


def _state_of(file: Path) -> tuple[int, ...] | None:
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino, status.st_dev
