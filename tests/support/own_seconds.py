"""How long something took by itself, and not because the machine was busy or stood still."""

import os
import threading
import time
from pathlib import Path
from typing import Any, Self

_NAP = 0.01
_STANDSTILL = 0.25  # on a busy machine that goes on, a sleeper is woken sooner


class OwnSeconds:
    """A context manager: ``seconds`` are those between its begin and its end, less the machine's.

    The machine's share is the longer of two times. In the first the watched thread was ready to
    run and no processor was free (Linux counts it). By the second a bystander, who does nothing but
    sleep, overslept: the whole machine stood still. What the thread itself waits for, and what it
    computes, stays in. ``process`` is watched in its main thread; without one it is the thread
    that comes in here. A process that has ended must not have been waited for: see ``end_of``.
    """

    def __init__(self, process: int | None = None) -> None:
        self._task = f"{process}/task/{process}" if process else "thread-self"
        self._bystander = _Bystander()
        self.seconds = 0.0

    def __enter__(self) -> Self:
        self._bystander.start()
        self._waited = _waited_for_a_processor(self._task)
        self._began = time.monotonic()
        return self

    def __exit__(self, *_: object) -> None:
        whole = time.monotonic() - self._began
        waited = _waited_for_a_processor(self._task) - self._waited
        self.seconds = whole - max(waited, self._bystander.end())


class _Bystander(threading.Thread):
    """Counts the seconds by which it was woken far too late."""

    def __init__(self) -> None:
        super().__init__(name="bystander", daemon=True)
        self._overslept = 0.0
        self._over = threading.Event()

    def run(self) -> None:
        lain_down, over = time.monotonic(), False
        while not over:
            over = self._over.wait(_NAP)
            woken = time.monotonic()
            overslept, lain_down = woken - lain_down - _NAP, woken
            if overslept > _STANDSTILL:
                self._overslept += overslept

    def end(self) -> float:
        self._over.set()
        self.join()
        return self._overslept


def end_of(process: Any) -> None:
    """Returns once a child (a Popen) has ended; its exit code and its counters stay to be read."""
    if hasattr(os, "waitid"):
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    else:  # where there are no such counters
        process.wait()


def _waited_for_a_processor(task: str) -> float:
    """How long it was ready without running, in seconds (proc(5), schedstat); 0 where unknown."""
    try:
        return int(Path(f"/proc/{task}/schedstat").read_text().split()[1]) / 1e9
    except (OSError, IndexError, ValueError):
        return 0.0
