"""Checks whether the tray program runs and responds, and whether it starts at login."""

import contextlib
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

from wallet_tray.desktop.autostart.autostart import Autostart
from wallet_tray.desktop.launch_command import is_ours
from wallet_tray.desktop.single_instance.message import call_running, server_name
from wallet_tray.diagnostics.finding import Finding, Message, State, short_path
from wallet_tray.domain.results import AutostartState
from wallet_tray.storage.paths import Folders

NAME = "program"

PROGRAM_RUNS = Message("The tray program runs.")
PROGRAM_SILENT = Message(
    "The tray program runs, but does not react.",
    "End it and start it again: 'wallet-tray'.",
)
PROGRAM_WITHOUT_DOOR = Message(
    "The tray program runs, but a second start cannot reach it.",
    "End it and start it again: 'wallet-tray'.",
)
PROGRAM_ABSENT = Message("The tray program does not run.", "Start it: 'wallet-tray'.")

_REACTION_SECONDS = 2.0  # it accepts callers whenever its event loop runs


def check_program(instance: Folders) -> Iterator[Finding]:
    """Yield one finding. The check sends nothing, so the program does nothing."""
    answers = [_reacts(file) for file in instance.socket_files]
    reacts = True if True in answers else next((one for one in answers if one is not None), None)
    if reacts:
        yield Finding(NAME, State.OK, PROGRAM_RUNS)
    elif reacts is not None:
        yield Finding(NAME, State.PROBLEM, PROGRAM_SILENT)
    elif any(map(_is_locked, (instance.lock_file, instance.state))):
        yield Finding(NAME, State.NOTE, PROGRAM_WITHOUT_DOOR)
    else:
        yield Finding(NAME, State.NOTE, PROGRAM_ABSENT)


def _reacts(file: Path) -> bool | None:
    """Return whether a running program closes a silent connection; None if none listens."""
    if sys.platform == "win32":
        try:
            open(server_name(file), "r+b", buffering=0).close()  # noqa: PTH123  no path
        except OSError:
            return None
        return True
    try:
        caller = call_running(file)
    except TimeoutError:  # its queue of waiting callers is full
        return False
    except OSError:  # none listens, or another user's process does
        return None
    with caller:
        caller.settimeout(_REACTION_SECONDS)
        try:
            caller.shutdown(socket.SHUT_WR)
            caller.recv(1)
        except TimeoutError:
            return False
        except OSError:  # closed in another way
            pass
        return True


def _is_locked(file: Path) -> bool:
    """Return whether the lock is held, from Linux's list; trying to lock could interfere."""
    with contextlib.suppress(OSError, IndexError):
        number = str(file.stat().st_ino)
        for line in Path("/proc/locks").read_text().splitlines():
            # "1: FLOCK  ADVISORY  WRITE 815 08:01:4711 0 EOF", see proc(5)
            _, kind, _, _, _, place, *_ = line.split()
            if kind == "FLOCK" and place.rpartition(":")[2] == number:
                return True
    return False


AUTOSTART = "autostart"

AUTOSTART_FINE = Message("The program starts at login.")
AUTOSTART_OTHER = Message(
    "Another copy of the program starts at login: {program}.",
    "To have this one started, switch 'Start at login' off and on in its settings.",
)
AUTOSTART_GONE = Message(
    "What is to start at login is gone, or no longer finds the program: {program}.",
    "Switch 'Start at login' on in the settings to have this copy started.",
)
AUTOSTART_SILENT = Message(
    "What starts at login could not be looked at in time.",
    "Check whether the disk or network drive with your files works.",
)


def check_autostart(autostart: Autostart) -> Iterator[Finding]:
    """Yield one finding; none if nothing is set to start."""
    command = autostart.command()
    if command is None:
        return
    program = {"program": short_path(Path(command[0])) if command else ""}
    if autostart.state() is not AutostartState.ON:
        yield Finding(AUTOSTART, State.PROBLEM, AUTOSTART_GONE, program)
    elif is_ours(command):
        yield Finding(AUTOSTART, State.OK, AUTOSTART_FINE)
    else:
        yield Finding(AUTOSTART, State.NOTE, AUTOSTART_OTHER, program)
