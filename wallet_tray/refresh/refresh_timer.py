"""The refresh timer: when the next refresh of an account comes."""

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from wallet_tray.domain.problem import Problem
from wallet_tray.domain.refresh_policy import (
    MANUAL_GAP,
    NETWORK_DELAY,
    NETWORK_GAP,
    RESUME_DELAY,
    SLEPT,
    next_delay,
)

_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_NEVER = datetime.max.replace(tzinfo=UTC)


class RefreshTimer(QObject):
    """One timer for everything that makes a refresh come later, and the rules between them.

    Signals:
        due(): refresh now.
        slept(): the clock shows that the computer slept; comes before ``due``.
    """

    due = Signal()
    slept = Signal()

    def __init__(
        self,
        interval: timedelta,
        uniform: Callable[[float, float], float] = random.uniform,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._interval = interval
        self._uniform = uniform
        self._failures = 0  # refreshes in a row
        self._last_wish = _LONG_AGO
        self._last_hurry = _LONG_AGO
        self._due = _NEVER
        self._timer = QTimer(self, singleShot=True)
        # Coarse timers let the system wake up less often.
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self._on_timeout)

    def count(self, problem: Problem | None) -> None:
        """A refresh is over; problems in a row make the next ones ever more seldom."""
        self._failures = self._failures + 1 if problem else 0

    def forget_failures(self) -> None:
        """What comes next is asked under other circumstances."""
        self._failures = 0

    def arm(self, problem: Problem | None) -> None:
        """The next refresh after this problem, or after a balance."""
        delay = next_delay(problem, max(self._failures, 1), self._interval, self._uniform)
        if delay is not None:
            # Coarse timers may fire 5 % early, and no service is asked before the time it named.
            named = problem is not None and problem.retry_after is not None
            kinds = Qt.TimerType
            self._timer.setTimerType(kinds.PreciseTimer if named else kinds.CoarseTimer)
            self._start(delay)

    def arm_after_sleep(self) -> None:
        """The computer woke up, and the network needs a moment."""
        self._start(self._drawn(RESUME_DELAY))

    def wish(self) -> bool:
        """The user wishes a refresh: True for now, else the timer brings it when it may come."""
        now = datetime.now(UTC)
        wait = self._last_wish + MANUAL_GAP - now
        if timedelta(0) < wait <= MANUAL_GAP:
            if self._comes_after(wait):
                self._start(wait)
            return False
        self._last_wish = now
        return True

    def hurry(self) -> None:
        """The network may have been all that was missing: ask soon, but not again and again."""
        now = datetime.now(UTC)
        gap = min(max(self._last_hurry + NETWORK_GAP - now, timedelta(0)), NETWORK_GAP)
        delay = max(self._drawn(NETWORK_DELAY), gap)
        if self._comes_after(delay):
            self._last_hurry = now
            self._start(delay)

    def set_interval(self, interval: timedelta) -> None:
        """A new interval counts from now on; what is due sooner stays due."""
        if interval == self._interval:
            return
        self._interval = interval
        if self._timer.isActive() and not self._failures:
            left = timedelta(milliseconds=self._timer.remainingTime())
            self._start(min(left, interval))

    def stop(self) -> None:
        """No refresh comes until the timer is armed again."""
        self._timer.stop()

    # -- inside

    def _start(self, delay: timedelta) -> None:
        self._due = datetime.now(UTC) + delay
        self._timer.start(milliseconds(delay))

    def _comes_after(self, delay: timedelta) -> bool:
        return not self._timer.isActive() or self._timer.remainingTime() > milliseconds(delay)

    def _drawn(self, bounds: tuple[timedelta, timedelta]) -> timedelta:
        shortest, longest = (bound.total_seconds() for bound in bounds)
        return timedelta(seconds=self._uniform(shortest, longest))

    def _on_timeout(self) -> None:
        """Qt's timers stand still while the computer sleeps, the clock does not."""
        if datetime.now(UTC) - self._due > SLEPT:
            self.slept.emit()
        self.due.emit()


def milliseconds(duration: timedelta) -> int:
    """For Qt's timers: rounded up, never negative."""
    return max(0, -(-duration // timedelta(milliseconds=1)))
