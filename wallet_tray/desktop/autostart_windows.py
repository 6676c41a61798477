"""Start at login on Windows, by the user's Run key."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import Protocol

from wallet_tray.desktop.autostart import AutostartRefusedError, refuse_controls
from wallet_tray.domain.autostart_state import AutostartRefusal, AutostartState

RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
NAME = "Wallet Tray"

# Microsoft: "Run and RunOnce Registry Keys"; what is longer is not started.
_LONGEST = 260


class Registry(Protocol):
    """Values below HKEY_CURRENT_USER. All methods but ``read`` raise OSError."""

    def read(self, key: str, name: str) -> object | None:
        """The value, or None where there is none."""
        ...

    def write_text(self, key: str, name: str, text: str) -> None:
        """Set a text (REG_SZ)."""
        ...

    def delete(self, key: str, name: str) -> None:
        """Remove the value, if it is there."""
        ...


class WindowsAutostart:
    """One value of the Run key."""

    def __init__(
        self, registry: Registry, is_there: Callable[[Sequence[str]], bool] = lambda _command: True
    ) -> None:
        self._registry = registry
        self._is_there = is_there

    def state(self) -> AutostartState:
        """Off also where the task manager or the system's settings have switched it off."""
        command = self.command()
        is_on = command is not None and self._is_there(command)
        return AutostartState.ON if is_on else AutostartState.OFF

    def command(self) -> tuple[str, ...] | None:
        """That of the value, unless it is switched off: the system notes that in a value of its
        own, whose first byte is odd then."""
        line = self._registry.read(RUN, NAME)
        if not isinstance(line, str):
            return None
        approved = self._registry.read(APPROVED, NAME)
        is_off = isinstance(approved, bytes) and approved[:1] != b"" and approved[0] & 1
        return None if is_off else _split(line)

    def switch_on(self, command: Sequence[str]) -> None:
        """Write the value; a switch in the task manager goes back to on."""
        line = command_line(command)
        try:
            self._registry.write_text(RUN, NAME, line)
            self._registry.delete(APPROVED, NAME)
        except OSError:
            raise AutostartRefusedError(AutostartRefusal.UNWRITABLE) from None

    def switch_off(self) -> None:
        """Remove the value, if it is there."""
        try:
            self._registry.delete(RUN, NAME)
            self._registry.delete(APPROVED, NAME)
        except OSError:
            raise AutostartRefusedError(AutostartRefusal.UNWRITABLE) from None


def _split(line: str) -> tuple[str, ...]:
    """The program, and what follows it word by word: enough to know which copy is meant."""
    program, quote, rest = line[1:].partition('"') if line.startswith('"') else ("", "", line)
    return (program, *rest.split()) if quote else tuple(rest.split())


def command_line(command: Sequence[str]) -> str:
    """The command for CreateProcess, the program always in quotes: a blank in a path that has
    none would start the program named by what stands before it.

    Raises AutostartRefusedError for control characters, a quote in the path and over-long ones.
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
    """The real one. Only on Windows."""
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
        """Nothing on other systems."""

        def read(self, key: str, name: str) -> object | None:
            return None

        def write_text(self, key: str, name: str, text: str) -> None:
            raise OSError

        def delete(self, key: str, name: str) -> None:
            raise OSError
