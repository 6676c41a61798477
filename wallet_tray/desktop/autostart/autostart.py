"""Start at login: one interface for the mechanisms of all desktops.

Every call reads or writes the disk (or the registry), so it belongs to the disk thread.
"""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from wallet_tray.desktop.launch_command import is_there, launch_command, starts_by_itself
from wallet_tray.domain.results import AutostartRefusal, AutostartState

Write = Callable[[Path, bytes], None]
"""Replaces the complete content of a file; raises OSError."""


class AutostartRefusedError(Exception):
    """Autostart could not be switched; nothing was changed."""

    def __init__(self, refusal: AutostartRefusal) -> None:
        super().__init__(refusal.name)
        self.refusal = refusal


class Autostart(Protocol):
    """This program's single autostart entry."""

    def state(self) -> AutostartState:
        """Return what will happen at the next login, including the desktop's own switch.

        Return OFF also if the copy of the program named by the entry no longer exists.
        """
        ...

    def command(self) -> tuple[str, ...] | None:
        """Return the command that the desktop will start, or None if autostart is off."""
        ...

    def switch_on(self, command: Sequence[str]) -> None:
        """Start this command at login. Raises AutostartRefusedError."""
        ...

    def switch_off(self) -> None:
        """Remove the entry. Raises AutostartRefusedError."""
        ...


class NoAutostart:
    """Null object for systems without autostart, the demo and sandboxes."""

    def state(self) -> AutostartState:
        return AutostartState.UNAVAILABLE

    def command(self) -> tuple[str, ...] | None:
        return None

    def switch_on(self, command: Sequence[str]) -> None:
        """Do nothing."""

    def switch_off(self) -> None:
        """Do nothing."""


def make_autostart(write: Write, environment: Mapping[str, str] = os.environ) -> Autostart:
    """Return the implementation for this desktop."""
    if sys.platform == "win32":
        from wallet_tray.desktop.autostart.windows import WindowsAutostart, user_registry

        return WindowsAutostart(user_registry(), is_there)
    if sys.platform == "darwin":
        from wallet_tray.desktop.autostart.macos import MacosAutostart

        return MacosAutostart(Path.home() / "Library" / "LaunchAgents", write)
    if Path("/.flatpak-info").exists() or "SNAP" in environment:
        return NoAutostart()  # the desktop outside the sandbox needs another command
    from wallet_tray.desktop.autostart.xdg import XdgAutostart

    return XdgAutostart(_config_home(environment) / "autostart", write)


def look(autostart: Autostart) -> tuple[AutostartState, AutostartRefusal | None]:
    """Return the current state, and what prevents an entry that is switched on from working."""
    state = autostart.state()
    if state is AutostartState.OFF and autostart.command() is not None:
        return state, AutostartRefusal.COPY_GONE
    return state, None


def switch(
    autostart: Autostart, *, on: bool, command: Sequence[str] | None = None
) -> tuple[AutostartState, AutostartRefusal | None]:
    """Switch autostart on or off; return the resulting state and the reason for a refusal.

    ``command`` defaults to this program's own command.
    """
    refusal: AutostartRefusal | None = None
    try:
        if not on:
            autostart.switch_off()
        else:
            own = launch_command() if command is None else command
            if starts_by_itself(own):
                autostart.switch_on(own)
            else:
                refusal = AutostartRefusal.NOT_FOUND
    except AutostartRefusedError as error:
        refusal = error.refusal
    return autostart.state(), refusal


def refuse_controls(command: Sequence[str]) -> None:
    """Reject a command that no entry can represent.

    Raises AutostartRefusedError for control characters (newlines included) and undecodable bytes.
    """
    for part in command:
        if not part or not part.isprintable():
            raise AutostartRefusedError(AutostartRefusal.PATH)


def _config_home(environment: Mapping[str, str]) -> Path:
    """Return the configuration folder.

    XDG Base Directory Specification 0.8: a relative path must be ignored.
    """
    named = environment.get("XDG_CONFIG_HOME", "")
    return Path(named) if named and Path(named).is_absolute() else Path.home() / ".config"
