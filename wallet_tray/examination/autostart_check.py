"""A check that start at login still works and starts this copy of the program."""

from collections.abc import Iterator
from pathlib import Path

from wallet_tray.desktop.autostart.autostart import Autostart
from wallet_tray.desktop.copy_check import is_ours
from wallet_tray.diagnostics.finding import Finding, State
from wallet_tray.domain.autostart_state import AutostartState
from wallet_tray.examination.shown import short_path
from wallet_tray.words import doctor_files as words

NAME = "autostart"


def look_at_autostart(autostart: Autostart) -> Iterator[Finding]:
    """Yield one finding; none if nothing is set to start."""
    command = autostart.command()
    if command is None:
        return
    program = {"program": short_path(Path(command[0])) if command else ""}
    if autostart.state() is not AutostartState.ON:
        yield Finding(NAME, State.PROBLEM, words.AUTOSTART_GONE, program)
    elif is_ours(command):
        yield Finding(NAME, State.OK, words.AUTOSTART_FINE)
    else:
        yield Finding(NAME, State.NOTE, words.AUTOSTART_OTHER, program)
