"""The leave to record balances, taken back when they are erased."""

import threading
from collections.abc import Callable


class RecordingLeave:
    """One for all workers of an account. Its methods may be called from any thread.

    Whoever asks for a balance draws a number before, and records with it: what was asked for
    before the end of the leave is not recorded after it.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._number = 0
        self._is_over = False

    def draw(self) -> int:
        """The number to record with."""
        with self._lock:
            return self._number

    def use(self, number: int, record: Callable[[], None]) -> None:
        """Record, unless the leave has ended since the number was drawn."""
        with self._lock:
            if number == self._number and not self._is_over:
                record()

    def end(self, *, for_good: bool = False) -> None:
        """Nothing is recorded with a number drawn until now, or with any where it is ``for_good``.

        Waits for what is being recorded, 2 s at most each.
        """
        with self._lock:
            self._number += 1
            self._is_over = self._is_over or for_good
