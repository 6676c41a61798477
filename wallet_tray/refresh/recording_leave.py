"""Permission to record balances, withdrawn when the records are erased."""

import threading
from collections.abc import Callable


class RecordingLeave:
    """Recording tickets, shared by all workers of an account; thread-safe.

    Take a ticket before the request. A balance is recorded only if its ticket is still valid.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._number = 0
        self._is_over = False

    def draw(self) -> int:
        """Return a ticket to record with."""
        with self._lock:
            return self._number

    def use(self, number: int, record: Callable[[], None]) -> None:
        """Call ``record`` unless the ticket has become invalid."""
        with self._lock:
            if number == self._number and not self._is_over:
                record()

    def end(self, *, for_good: bool = False) -> None:
        """Invalidate all tickets drawn so far; with ``for_good`` also all future ones.

        Waits for recordings in progress, 2 s at most each.
        """
        with self._lock:
            self._number += 1
            self._is_over = self._is_over or for_good
