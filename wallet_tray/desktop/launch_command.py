"""The command line that starts this program again, however it was started."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

_GUI_SCRIPT = "wallet-tray-gui"


def own_command() -> tuple[str, ...]:
    """Return the command, independent of search path, current folder and environment.

    A bundle uses its own program, in the variant without a console; an AppImage uses its single
    file. A start as ``wallet-tray-gui`` uses that script. All others use this Python in isolated
    mode, on Windows the variant without a console. Isolated mode keeps environment and current
    folder from supplying other modules.
    """
    if getattr(sys, "frozen", False):
        return (str(_bundles_program(Path(os.path.abspath(sys.executable)))),)  # noqa: PTH100
    script = Path(os.path.abspath(sys.argv[0] or "."))  # noqa: PTH100
    if script.name.removesuffix(".exe") == _GUI_SCRIPT and script.is_file():
        return (str(script),)
    return (str(_windowed(Path(sys.executable))), "-I", "-m", "wallet_tray")


def another_run() -> tuple[str, ...]:
    """Return the command for another start now, from the same place and environment."""
    return (
        (sys.executable,)
        if getattr(sys, "frozen", False)
        else (sys.executable, "-m", "wallet_tray")
    )


def starts_by_itself(command: Sequence[str]) -> bool:
    """Return whether an isolated Python finds the program; an uninstalled checkout is not found.

    Starts a process: not for the GUI thread.
    """
    if "-I" not in command:
        return True
    from wallet_tray.desktop.copy_check import finds_program

    return finds_program(sys.executable)


def _bundles_program(program: Path) -> Path:
    """Return the bundle's program. Links are not resolved, because they survive updates."""
    image, mounted = os.environ.get("APPIMAGE", ""), os.environ.get("APPDIR", "")
    # Set by the AppImage's launcher. A terminal that is an AppImage passes its own down to us.
    if image and mounted and program.is_relative_to(mounted):
        return Path(image)
    windowed = program.with_name(_GUI_SCRIPT + program.suffix)
    return windowed if windowed.is_file() else program


def _windowed(python: Path) -> Path:
    windowed = python.with_name("pythonw.exe")
    return windowed if python.name.lower() == "python.exe" and windowed.is_file() else python
