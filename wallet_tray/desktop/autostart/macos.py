"""Start at login on macOS through a user launch agent (launchd.plist(5))."""

import plistlib
from collections.abc import Sequence
from pathlib import Path

from wallet_tray import APP_ID
from wallet_tray.desktop.autostart.autostart import (
    AutostartRefusedError,
    Write,
    refuse_controls,
)
from wallet_tray.desktop.launch_command import is_there
from wallet_tray.domain.results import AutostartRefusal, AutostartState
from wallet_tray.storage.files import read_regular

_MAX_BYTES = 1 << 16


class MacosAutostart:
    """The agent in ``folder``. It takes effect at the next login; nothing is started now.

    An agent disabled by "launchctl disable" stays off; only launchd knows about that.
    """

    def __init__(self, folder: Path, write: Write) -> None:
        self._file = folder / f"{APP_ID}.plist"
        self._write = write

    def state(self) -> AutostartState:
        """Return OFF also if the agent is disabled or its program no longer exists."""
        command = self.command()
        is_on = command is not None and is_there(command)
        return AutostartState.ON if is_on else AutostartState.OFF

    def command(self) -> tuple[str, ...] | None:
        """Return the agent's command, or None if the agent is disabled."""
        try:
            agent = plistlib.loads(read_regular(self._file, _MAX_BYTES))
            is_on = agent.get("RunAtLoad") is True and agent.get("Disabled") is not True
            return tuple(map(str, agent["ProgramArguments"])) if is_on else None
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            return None  # missing, damaged or of an unexpected structure

    def switch_on(self, command: Sequence[str]) -> None:
        """Write the agent, replacing an existing one."""
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._write(self._file, agent_bytes(command))
        except OSError:
            raise AutostartRefusedError(AutostartRefusal.UNWRITABLE) from None

    def switch_off(self) -> None:
        """Remove the agent if it exists."""
        try:
            self._file.unlink(missing_ok=True)
        except OSError:
            raise AutostartRefusedError(AutostartRefusal.UNWRITABLE) from None


def agent_bytes(command: Sequence[str]) -> bytes:
    """Return the agent for a command; no quoting is needed.

    There is no KeepAlive, so a crash does not cause a restart loop. Raises AutostartRefusedError
    for control characters.
    """
    refuse_controls(command)
    return plistlib.dumps(
        {
            "Label": APP_ID,
            "ProgramArguments": list(command),
            "RunAtLoad": True,
            "LimitLoadToSessionType": "Aqua",
            "ProcessType": "Interactive",
        }
    )
