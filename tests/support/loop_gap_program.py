"""The tray program with a stop-watch in its event loop: every gap goes into the file named first.

A 10 ms timer ticks in the GUI thread. A line is the end of a gap (seconds of the monotonic clock)
and its idle milliseconds. In these nothing in the program ran or was ready to run: the loop waited
for an answer, a lock, a disk. Not counted is the time in which a thread of ours computed or waited
for a processor (Python lets one compute at a time). That says how fast the machine is; the
benchmarks have figures for it.
"""

import sys
import time
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

from wallet_tray.__main__ import main
from wallet_tray.app import tray_app

TICK_MS = 10
WORTH_A_LINE_MS = 20


class StopWatch:
    """Made and read in the GUI thread."""

    def __init__(self, file: Path) -> None:
        self._file = file.open("a", buffering=1)
        self._timer = QTimer(interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._at, self._busy = time.monotonic(), running_or_ready()
        self._timer.start()

    def _tick(self) -> None:
        now, busy = time.monotonic(), running_or_ready()
        ours = sum(seconds - self._busy.get(thread, 0) for thread, seconds in busy.items())
        gap_ms = (now - self._at - ours) * 1000 - TICK_MS
        self._at, self._busy = now, busy
        if gap_ms > WORTH_A_LINE_MS:
            self._file.write(f"{now:.4f} {gap_ms:.1f}\n")


def running_or_ready() -> dict[str, float]:
    """How long each thread has been running or ready to run, in seconds (proc(5), schedstat)."""
    busy = {}
    for thread in Path("/proc/self/task").iterdir():
        with suppress(OSError):  # it has just ended
            running, ready, _slices = (thread / "schedstat").read_text().split()
            busy[thread.name] = (int(running) + int(ready)) / 1e9
    return busy


class WatchedProgram(tray_app.TrayApp):
    """The program as it is, and the stop-watch beside it."""

    def start(self) -> None:
        """Both; what the start itself waits for counts as well."""
        self._stop_watch = StopWatch(Path(sys.argv[1]))
        super().start()


if __name__ == "__main__":
    tray_app.TrayApp = WatchedProgram  # type: ignore[misc]
    sys.exit(main([]))
