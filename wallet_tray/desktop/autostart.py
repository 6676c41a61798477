"""Start at login: what every desktop offers, behind one interface.

All of it asks the disk (or the registry), so it is for the disk's thread.
"""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from wallet_tray.desktop.copy_check import is_there
from wallet_tray.desktop.own_command import own_command, starts_by_itself
from wallet_tray.domain.autostart_state import AutostartRefusal, AutostartState

APP_ID = "io.github.wallet_tray.WalletTray"

Write = Callable[[Path, bytes], None]
"""Replaces a file's content as a whole; raises OSError."""


class AutostartRefusedError(Exception):
    """Nothing was changed."""

    def __init__(self, refusal: AutostartRefusal) -> None:
        super().__init__(refusal.name)
        self.refusal = refusal


class Autostart(Protocol):
    """The one entry of this program in the list of what starts at login."""

    def state(self) -> AutostartState:
        """What the next login will do, the user's own switch of the desktop included.

        Off also where the copy of the program that the entry names is gone.
        """
        ...

    def command(self) -> tuple[str, ...] | None:
        """What the desktop tries to start, None where nothing is switched on."""
        ...

    def switch_on(self, command: Sequence[str]) -> None:
        """Start this command at login. Raises AutostartRefusedError."""
        ...

    def switch_off(self) -> None:
        """Remove the entry. Raises AutostartRefusedError."""
        ...


class NoAutostart:
    """Where there is no such thing, or it is not ours to decide: a demo, a sandbox."""

    def state(self) -> AutostartState:
        return AutostartState.UNAVAILABLE

    def command(self) -> tuple[str, ...] | None:
        return None

    def switch_on(self, command: Sequence[str]) -> None:
        """Nothing."""

    def switch_off(self) -> None:
        """Nothing."""


def make_autostart(write: Write, environment: Mapping[str, str] = os.environ) -> Autostart:
    """That of this desktop."""
    if sys.platform == "win32":
        from wallet_tray.desktop.autostart_windows import WindowsAutostart, user_registry

        return WindowsAutostart(user_registry(), is_there)
    if sys.platform == "darwin":
        from wallet_tray.desktop.autostart_macos import MacosAutostart

        return MacosAutostart(Path.home() / "Library" / "LaunchAgents", write)
    if Path("/.flatpak-info").exists() or "SNAP" in environment:
        return NoAutostart()  # the sandbox's command is not that of the desktop outside
    from wallet_tray.desktop.autostart_xdg import XdgAutostart

    return XdgAutostart(_config_home(environment) / "autostart", write)


def look(autostart: Autostart) -> tuple[AutostartState, AutostartRefusal | None]:
    """What is so now, and what keeps it from being what the user once switched on."""
    state = autostart.state()
    if state is AutostartState.OFF and autostart.command() is not None:
        return state, AutostartRefusal.COPY_GONE
    return state, None


def switch(
    autostart: Autostart, *, on: bool, command: Sequence[str] | None = None
) -> tuple[AutostartState, AutostartRefusal | None]:
    """Switch on or off; what is so now, and why it was not done where it was not.

    ``command`` is our own unless another is given.
    """
    refusal: AutostartRefusal | None = None
    try:
        if not on:
            autostart.switch_off()
        else:
            own = own_command() if command is None else command
            if starts_by_itself(own):
                autostart.switch_on(own)
            else:
                refusal = AutostartRefusal.NOT_FOUND
    except AutostartRefusedError as error:
        refusal = error.refusal
    return autostart.state(), refusal


def refuse_controls(command: Sequence[str]) -> None:
    """Raises AutostartRefusedError for what no entry can carry: control characters, newlines
    among them, and bytes that are no text."""
    for part in command:
        if not part or not part.isprintable():
            raise AutostartRefusedError(AutostartRefusal.PATH)


def _config_home(environment: Mapping[str, str]) -> Path:
    """XDG Base Directory Specification 0.8: a relative path is to be ignored."""
    named = environment.get("XDG_CONFIG_HOME", "")
    return Path(named) if named and Path(named).is_absolute() else Path.home() / ".config"
