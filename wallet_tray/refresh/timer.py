"""The timer of an account's next refresh."""

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
    """The single timer for all causes of a later refresh, and their priorities.

    Signals:
        due(): refresh now.
        slept(): the clock shows that the computer slept; emitted before ``due``.
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
        self._failures = 0  # consecutive failures
        self._last_request = _LONG_AGO
        self._last_early_retry = _LONG_AGO
        self._due = _NEVER
        self._timer = QTimer(self, singleShot=True)
        # Coarse timers let the system wake up less often.
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self._on_timeout)

    def count(self, problem: Problem | None) -> None:
        """Count the result of a refresh; consecutive problems increase the delay."""
        self._failures = self._failures + 1 if problem else 0

    def reset_failures(self) -> None:
        """Reset the failure count, because the circumstances have changed."""
        self._failures = 0

    def arm(self, problem: Problem | None) -> None:
        """Schedule the next refresh after this problem, or after a balance."""
        delay = next_delay(problem, max(self._failures, 1), self._interval, self._uniform)
        if delay is not None:
            # Coarse timers may fire 5 % early, but the service's own delay must be respected.
            named = problem is not None and problem.retry_after is not None
            kinds = Qt.TimerType
            self._timer.setTimerType(kinds.PreciseTimer if named else kinds.CoarseTimer)
            self._start(delay)

    def arm_after_sleep(self) -> None:
        """Schedule a refresh after wake-up, when the network needs a moment."""
        self._start(self._drawn(RESUME_DELAY))

    def may_refresh_now(self) -> bool:
        """Return True to refresh now at the user's request, else schedule it as soon as allowed."""
        now = datetime.now(UTC)
        wait = self._last_request + MANUAL_GAP - now
        if timedelta(0) < wait <= MANUAL_GAP:
            if self._comes_after(wait):
                self._start(wait)
            return False
        self._last_request = now
        return True

    def retry_soon(self) -> None:
        """Refresh soon, because only the network may have been missing; limit the frequency."""
        now = datetime.now(UTC)
        gap = min(max(self._last_early_retry + NETWORK_GAP - now, timedelta(0)), NETWORK_GAP)
        delay = max(self._drawn(NETWORK_DELAY), gap)
        if self._comes_after(delay):
            self._last_early_retry = now
            self._start(delay)

    def set_interval(self, interval: timedelta) -> None:
        """Apply a new interval now, but keep an earlier due time."""
        if interval == self._interval:
            return
        self._interval = interval
        if self._timer.isActive() and not self._failures:
            left = timedelta(milliseconds=self._timer.remainingTime())
            self._start(min(left, interval))

    def stop(self) -> None:
        """Stop the timer until it is armed again."""
        self._timer.stop()

    def _start(self, delay: timedelta) -> None:
        self._due = datetime.now(UTC) + delay
        self._timer.start(milliseconds(delay))

    def _comes_after(self, delay: timedelta) -> bool:
        return not self._timer.isActive() or self._timer.remainingTime() > milliseconds(delay)

    def _drawn(self, bounds: tuple[timedelta, timedelta]) -> timedelta:
        shortest, longest = (bound.total_seconds() for bound in bounds)
        return timedelta(seconds=self._uniform(shortest, longest))

    def _on_timeout(self) -> None:
        """Detect sleep: Qt's timers pause while the computer sleeps, but the clock does not."""
        if datetime.now(UTC) - self._due > SLEPT:
            self.slept.emit()
        self.due.emit()


def milliseconds(duration: timedelta) -> int:
    """Return the duration for Qt's timers: rounded up, never negative."""
    return max(0, -(-duration // timedelta(milliseconds=1)))
