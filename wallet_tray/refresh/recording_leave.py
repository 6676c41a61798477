"""The leave to record balances, taken back when everything is erased."""

import threading
from collections.abc import Callable


class RecordingLeave:
    """One for all workers of a time. Its methods may be called from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ended = False

    def use(self, record: Callable[[], None]) -> None:
        """Record, unless the leave was taken back."""
        with self._lock:
            if not self._ended:
                record()

    def end(self) -> None:
        """Nothing is recorded from now on; waits for what is being recorded, 2 s at most each."""
        with self._lock:
            self._ended = True
