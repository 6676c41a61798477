"""A watch as a process of its own, with shorter times than anybody would want."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from typing import IO, Any

from tests.support.own_seconds import OwnSeconds, end_of

LIMIT_SECONDS = 60.0

_PROGRAM = """
import sys
from dataclasses import replace
from datetime import timedelta
from wallet_tray import context
from wallet_tray.cli import watch, watch_waiting
from wallet_tray.domain import refresh_policy

interval = timedelta(seconds=float(sys.argv[1]))
usual = context.user_context
context.user_context = lambda: replace(usual(), interval=interval)
watch.SHORTEST_AGE = interval / 10
watch_waiting._TICK = timedelta(seconds=0.2)
refresh_policy.BACK_OFF_BASE = timedelta(seconds=1)
refresh_policy.BACK_OFF_FLOOR = timedelta(seconds=0.2)
from wallet_tray.__main__ import main

sys.exit(main(["balance", "--watch", *sys.argv[2:]]))
"""


class WatchProcess:
    """A context manager; ``lines`` and ``errors`` grow as the watch writes."""

    def __init__(
        self,
        *options: str,
        interval: float = 0.5,
        env: Mapping[str, str] | None = None,
        output: int | IO[Any] = subprocess.PIPE,
    ) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM, str(interval), *options],
            env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.lines: list[str] = []
        self.errors: list[str] = []
        self._readers = []
        for stream, kept in ((self.process.stdout, self.lines), (self.process.stderr, self.errors)):
            if stream is not None:
                reader = threading.Thread(target=_read, args=(stream, kept), daemon=True)
                reader.start()
                self._readers.append(reader)

    def __enter__(self) -> "WatchProcess":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        self._close()

    def wait_for(self, count: int) -> list[str]:
        """The lines, once there are so many."""
        wait_until(lambda: len(self.lines) >= count, f"{count} lines", self)
        return self.lines

    def end(self, number: int | None = None) -> tuple[int, float]:
        """The exit code and its own seconds until then, after a signal if one is given."""
        with OwnSeconds(self.process.pid) as own:
            if number is not None:
                self.process.send_signal(number)
            end_of(self.process)
        code = self.process.wait()
        self._close()
        return code, own.seconds

    def _close(self) -> None:
        for reader in self._readers:
            reader.join(LIMIT_SECONDS)
        for stream in (self.process.stdout, self.process.stderr):
            if stream is not None and not stream.closed:
                stream.close()


def wait_until(is_so: Callable[[], object], what: str, watch: WatchProcess | None = None) -> None:
    """Fails with ``what`` and what the watch wrote where it is not so in time."""
    deadline = time.monotonic() + LIMIT_SECONDS
    while not is_so():
        written = "" if watch is None else f"; it wrote {watch.lines} and {watch.errors}"
        assert watch is None or watch.process.poll() is None, f"it ended without {what}{written}"
        assert time.monotonic() < deadline, f"{what}{written}"
        threading.Event().wait(0.02)


def _read(stream: IO[str], kept: list[str]) -> None:
    kept.extend(line.rstrip("\n") for line in stream)
