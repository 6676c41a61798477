"""The sleep between two steps of a watch.

It notices system sleep, new settings, and balances recorded by other processes.
"""

import random
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from wallet_tray.cli.watch_waiting import Interruptible
from wallet_tray.domain.refresh_policy import RESUME_DELAY, SLEPT
from wallet_tray.words.local_zone import follow_zone

_TICK = timedelta(seconds=10)
"""How often the clock is looked at and the files are asked for their times: nothing else is."""

_SHORTEST = timedelta(seconds=0.2)


class Rest:
    """The waits of a watch. All methods raise EndedError.

    ``monotonic`` is a clock in seconds that stops while the computer sleeps. ``clock`` is the wall
    clock.
    """

    def __init__(
        self,
        interruptible: Interruptible,
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

    def settings_are_read(self) -> None:
        """Note that the settings are about to be read: later changes count as changes."""
        self._settings = _state_of(self._settings_file)

    def rest(self, limit: timedelta) -> bool | None:
        """False after ``limit``, as soon as the history was written to, or as soon as the computer
        has another time zone; None as soon as the settings have changed.

        True where the computer slept meanwhile: the clock went on and the processor's did not.
        The network has then been given a few seconds to come back.
        """
        slept = False
        limit = max(limit, _SHORTEST)
        begun, begun_at = self._monotonic(), self._clock()
        history = self._state_of_history()
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
            if not slept and self._state_of_history() != history:
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
