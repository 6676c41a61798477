"""The tray program with a stop-watch in its event loop: every gap goes into the file named first.

A 10 ms timer ticks in the GUI thread. A line is the end of a gap (seconds of the monotonic clock)
and how long the loop was held up, in milliseconds. Time in which the thread was ready and the
machine had no processor for it is not counted: it says nothing about the program.
"""

import sys
import threading
import time
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

from wallet_tray import tray_program
from wallet_tray.__main__ import main

TICK_MS = 10
WORTH_A_LINE_MS = 20


class StopWatch:
    """Made and read in the GUI thread."""

    def __init__(self, file: Path) -> None:
        self._file = file.open("a", buffering=1)
        self._timer = QTimer(interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._at, self._waited = time.monotonic(), waited_for_a_processor()
        self._timer.start()

    def _tick(self) -> None:
        now, waited = time.monotonic(), waited_for_a_processor()
        gap_ms = (now - self._at - (waited - self._waited)) * 1000 - TICK_MS
        self._at, self._waited = now, waited
        if gap_ms > WORTH_A_LINE_MS:
            self._file.write(f"{now:.4f} {gap_ms:.1f}\n")


def waited_for_a_processor() -> float:
    """How long this thread has been ready without running, in seconds (proc(5), schedstat)."""
    stat = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat").read_text()
    return int(stat.split()[1]) / 1e9


class WatchedProgram(tray_program.TrayProgram):
    """The program as it is, and the stop-watch beside it."""

    def start(self) -> None:
        """Both."""
        super().start()
        self._stop_watch = StopWatch(Path(sys.argv[1]))


if __name__ == "__main__":
    tray_program.TrayProgram = WatchedProgram  # type: ignore[misc]
    sys.exit(main([]))
