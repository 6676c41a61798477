"""Whether a command still starts this program: its copy may have been moved, removed, upgraded."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_SECONDS = 20.0
_FINDS = "import importlib.util, sys; sys.exit(importlib.util.find_spec('wallet_tray') is None)"
_LONGEST_HEAD = 4096


def is_there(command: Sequence[str]) -> bool:
    """Looked at each time. Where a Python is to find the program it is asked whether it does.

    Starts a process then: not for the GUI thread.
    """
    command = _without_env(command)
    program = _found(command[0]) if command else None
    if program is None:
        return False
    if "wallet_tray" in command:
        return finds_program(str(program), isolated="-I" in command)
    python = _interpreter(program)
    return python is None or finds_program(python)


def is_ours(command: Sequence[str]) -> bool:
    """Whether it starts this very copy, in whichever way."""
    command = _without_env(command)
    return bool(command) and Path(command[0]).parent == Path(sys.executable).parent


def finds_program(python: str, *, isolated: bool = True) -> bool:
    """Whether that Python finds the program by itself."""
    try:
        answer = subprocess.run(  # noqa: S603  what the user's desktop would start as well
            [python, *(["-I"] if isolated else []), "-c", _FINDS],
            cwd=Path(sys.executable).anchor,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return False
    return answer.returncode == 0


def _without_env(command: Sequence[str]) -> Sequence[str]:
    """What "env" would start."""
    if not command or Path(command[0]).name != "env":
        return command
    rest = list(command[1:])
    while rest and "=" in rest[0]:
        del rest[0]
    return rest


def _found(program: str) -> Path | None:
    path = shutil.which(program)  # as it is where it has a folder, else by the search path
    return None if path is None or not Path(path).is_file() else Path(path)


def _interpreter(script: Path) -> str | None:
    """The Python of a script that pip has written, None for any other program."""
    try:
        with script.open("rb") as file:
            head = os.fsdecode(file.read(_LONGEST_HEAD)).splitlines()[:2]
    except OSError:
        return None
    if not head or not head[0].startswith("#!"):
        return None
    lines = [head[0][2:], *(line.removeprefix("'''exec' ") for line in head[1:])]
    for line in lines:  # where its path is long or has blanks, a shell's line comes first
        try:
            words = shlex.split(line.strip())
        except ValueError:
            continue
        if words and re.match(r"pythonw?[\d.]*(\.exe)?\Z", Path(words[0]).name):
            return words[0]
    return None
