"""Programs that are started in groups of their own and all ended again, by their ids."""

import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from dbus_client import DesktopError

_SECONDS_TO_END = 3.0


def start(
    argv: list[str],
    env: Mapping[str, str],
    log: Path,
    *,
    stdin: str | None = None,
    pass_fds: Iterable[int] = (),
    user: int | None = None,
) -> subprocess.Popen[bytes]:
    """Starts a program that dies with us (also if we are killed); its output goes to ``log``."""
    if shutil.which(argv[0]) is None:
        raise DesktopError(f"{argv[0]} is not installed")
    # The order matters: a change of user clears the death signal.
    wrapper = ["setpriv", "--pdeathsig", "TERM", "--"]
    if user is not None:
        wrapper = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups", *wrapper]
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
    if process.stdin is not None and stdin is not None:
        process.stdin.write(stdin.encode())
        process.stdin.close()
    return process


def end(process: subprocess.Popen[bytes], first: signal.Signals = signal.SIGTERM) -> None:
    """Ends a program together with its helpers, gently first unless told otherwise."""
    for number in (first, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_SECONDS_TO_END)
            break
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)  # helpers that outlived their leader


def end_marked(mark: str) -> None:
    """Ends whatever still carries ``mark`` ("NAME=value") in its environment: programs that the
    bus started or that left their group."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        deadline = time.monotonic() + _SECONDS_TO_END
        for process in _marked(mark):
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, number)
        while _marked(mark):
            if time.monotonic() > deadline:
                break
            time.sleep(0.02)
        else:
            return


def _marked(mark: str) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) != os.getpid():
            with contextlib.suppress(OSError):  # it has just ended, or it is somebody else's
                if mark.encode() in (entry / "environ").read_bytes().split(b"\0"):
                    found.append(int(entry.name))
    return found
