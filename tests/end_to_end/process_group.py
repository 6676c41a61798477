"""Programs that are started in groups of their own and all ended again, by their ids."""

import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from tests.end_to_end.dbus_client import DesktopError, wait_until

_START_SECONDS = 90.0
_END_SECONDS = 10.0


class DesktopPrograms:
    """The desktop's own programs by name, each with a log file in ``logs``."""

    def __init__(self, logs: Path) -> None:
        self._logs = logs
        self._running: dict[str, subprocess.Popen[bytes]] = {}

    def launch(
        self,
        name: str,
        argv: list[str],
        env: Mapping[str, str],
        ready: Callable[[], object],
        *,
        stdin: str | None = None,
        pass_fds: Iterable[int] = (),
        user: int | None = None,
    ) -> None:
        """Starts a program and waits until ``ready`` is true. It dies with us, also if we are
        killed. Raises DesktopError, with the program's last words, where it does not come up."""
        if shutil.which(argv[0]) is None:
            raise DesktopError(f"{argv[0]} is not installed")
        # The order matters: a change of user clears the death signal.
        wrapper = ["setpriv", "--pdeathsig", "TERM", "--"]
        if user is not None:
            wrapper = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups", *wrapper]
        log = self._logs / f"{name}.log"
        with log.open("ab") as output:
            process = subprocess.Popen(
                [*wrapper, *argv],
                env=dict(env),
                stdin=subprocess.DEVNULL if stdin is None else subprocess.PIPE,
                stdout=output,
                stderr=output,
                pass_fds=tuple(pass_fds),
                start_new_session=True,
            )
        self._running[name] = process
        if process.stdin is not None and stdin is not None:
            process.stdin.write(stdin.encode())
            process.stdin.close()

        def probe() -> object:
            if process.poll() is not None:
                raise DesktopError(f"{argv[0]} ended with {process.returncode}")
            return ready()

        try:
            wait_until(probe, argv[0], _START_SECONDS)
        except DesktopError as error:
            raise DesktopError(f"{error}\n{log.read_text(errors='replace')[-2000:]}") from None

    def runs(self, name: str) -> bool:
        """True while the program of that name runs."""
        return name in self._running and self._running[name].poll() is None

    def end(self, name: str, first: signal.Signals = signal.SIGTERM) -> None:
        """Ends one; nothing where there is none."""
        if (process := self._running.pop(name, None)) is not None:
            end(process, first)

    def end_all(self) -> None:
        """Ends all that are left, the last one first."""
        while self._running:
            end(self._running.popitem()[1])


def end(process: subprocess.Popen[Any], first: signal.Signals = signal.SIGTERM) -> None:
    """Ends a program together with its helpers, gently first unless ``first`` says otherwise."""
    for number in (first, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_END_SECONDS)
            break
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)  # helpers that outlived their leader


def end_marked(mark: str) -> None:
    """Ends whatever still carries ``mark`` ("NAME=value") in its environment: programs that the
    bus started or that left their group."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        for process in _marked(mark):
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, number)
        deadline = time.monotonic() + _END_SECONDS
        while _marked(mark) and time.monotonic() < deadline:
            time.sleep(0.02)


def _marked(mark: str) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) != os.getpid():
            with contextlib.suppress(OSError):  # it has just ended, or it is another user's
                if mark.encode() in (entry / "environ").read_bytes().split(b"\0"):
                    found.append(int(entry.name))
    return found
