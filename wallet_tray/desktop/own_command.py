"""The command line that starts this very program again, whatever way it was started."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

_GUI_SCRIPT = "wallet-tray-gui"


def own_command() -> tuple[str, ...]:
    """Only from where we are: nothing of the search path, the folder or the environment is in it.

    A bundle is its own program, the starter without a console, and an AppImage is its one file;
    started as ``wallet-tray-gui`` we are that. Otherwise it is this Python in isolated mode, which
    neither the environment nor the current folder can lead to other modules; on Windows the one
    that opens no console.
    """
    if getattr(sys, "frozen", False):
        return (str(_bundles_program(Path(os.path.abspath(sys.executable)))),)  # noqa: PTH100
    script = Path(os.path.abspath(sys.argv[0] or "."))  # noqa: PTH100
    if script.name.removesuffix(".exe") == _GUI_SCRIPT and script.is_file():
        return (str(script),)
    return (str(_windowed(Path(sys.executable))), "-I", "-m", "wallet_tray")


def another_run() -> tuple[str, ...]:
    """Starts the program once more now, from here and with the same surroundings as this run."""
    return (
        (sys.executable,)
        if getattr(sys, "frozen", False)
        else (sys.executable, "-m", "wallet_tray")
    )


def starts_by_itself(command: Sequence[str]) -> bool:
    """Whether an isolated Python finds the program; a checkout that is not installed is not found.

    Starts a process: not for the GUI thread.
    """
    if "-I" not in command:
        return True
    from wallet_tray.desktop.copy_check import finds_program

    return finds_program(sys.executable)


def _bundles_program(program: Path) -> Path:
    """Links stay as they are: they outlive updates."""
    image, mounted = os.environ.get("APPIMAGE", ""), os.environ.get("APPDIR", "")
    # Set by the AppImage's own start. A terminal that is one hands them down to us as well.
    if image and mounted and program.is_relative_to(mounted):
        return Path(image)
    windowed = program.with_name(_GUI_SCRIPT + program.suffix)
    return windowed if windowed.is_file() else program


def _windowed(python: Path) -> Path:
    windowed = python.with_name("pythonw.exe")
    return windowed if python.name.lower() == "python.exe" and windowed.is_file() else python
