"""Start at login on Windows through the user's Run key."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import Protocol

from wallet_tray import DISPLAY_NAME
from wallet_tray.desktop.autostart.autostart import AutostartRefusedError, refuse_controls
from wallet_tray.domain.results import AutostartRefusal, AutostartState

RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
NAME = DISPLAY_NAME  # of the value in the registry

# Microsoft, "Run and RunOnce Registry Keys": longer commands are not started.
_LONGEST = 260


class Registry(Protocol):
    """Values below HKEY_CURRENT_USER. All methods except ``read`` raise OSError."""

    def read(self, key: str, name: str) -> object | None:
        """Return the value, or None if it does not exist."""
        ...

    def write_text(self, key: str, name: str, text: str) -> None:
        """Set a text value (REG_SZ)."""
        ...

    def delete(self, key: str, name: str) -> None:
        """Remove the value if it exists."""
        ...


class WindowsAutostart:
    """This program's value in the Run key."""

    def __init__(
        self, registry: Registry, is_there: Callable[[Sequence[str]], bool] = lambda _command: True
    ) -> None:
        self._registry = registry
        self._is_there = is_there

    def state(self) -> AutostartState:
        """Return OFF also if the Task Manager or the system settings disabled the value."""
        command = self.command()
        is_on = command is not None and self._is_there(command)
        return AutostartState.ON if is_on else AutostartState.OFF

    def command(self) -> tuple[str, ...] | None:
        """Return the value's command, or None if it is disabled.

        The system marks a disabled value in a separate value, whose first byte is then odd.
        """
        line = self._registry.read(RUN, NAME)
        if not isinstance(line, str):
            return None
        approved = self._registry.read(APPROVED, NAME)
        is_off = isinstance(approved, bytes) and approved[:1] != b"" and approved[0] & 1
        return None if is_off else _split(line)

    def switch_on(self, command: Sequence[str]) -> None:
        """Write the value and reset the Task Manager's switch to on."""
        line = command_line(command)
        try:
            self._registry.write_text(RUN, NAME, line)
            self._registry.delete(APPROVED, NAME)
        except OSError:
            raise AutostartRefusedError(AutostartRefusal.UNWRITABLE) from None

    def switch_off(self) -> None:
        """Remove the value if it exists."""
        try:
            self._registry.delete(RUN, NAME)
            self._registry.delete(APPROVED, NAME)
        except OSError:
            raise AutostartRefusedError(AutostartRefusal.UNWRITABLE) from None


def _split(line: str) -> tuple[str, ...]:
    """Split into the program and its words; this suffices to identify the installed copy."""
    program, quote, rest = line[1:].partition('"') if line.startswith('"') else ("", "", line)
    return (program, *rest.split()) if quote else tuple(rest.split())


def command_line(command: Sequence[str]) -> str:
    """Return the command line for CreateProcess, with the program always quoted.

    Without quotes, CreateProcess would cut a path at its first blank and start another program.
    Raises AutostartRefusedError for control characters, a quote in the path and overlong command
    lines.
    """
    refuse_controls(command)
    program, *arguments = command
    line = f'"{program}"'
    if arguments:
        line += " " + subprocess.list2cmdline(arguments)
    if '"' in program or len(line) > _LONGEST:
        raise AutostartRefusedError(AutostartRefusal.PATH)
    return line


def user_registry() -> Registry:
    """Return the real registry. Works on Windows only."""
    return _UserRegistry()


if sys.platform == "win32":
    import contextlib
    import winreg

    class _UserRegistry:
        def read(self, key: str, name: str) -> object | None:
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                    value: object = winreg.QueryValueEx(opened, name)[0]
            except OSError:
                return None
            return value

        def write_text(self, key: str, name: str, text: str) -> None:
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
                winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, text)

        def delete(self, key: str, name: str) -> None:
            with contextlib.suppress(FileNotFoundError):
                access = winreg.KEY_SET_VALUE
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, access) as opened:
                    winreg.DeleteValue(opened, name)

else:

    class _UserRegistry:
        """Stand-in on other systems; it is always empty."""

        def read(self, key: str, name: str) -> object | None:
            return None

        def write_text(self, key: str, name: str, text: str) -> None:
            raise OSError

        def delete(self, key: str, name: str) -> None:
            raise OSError
