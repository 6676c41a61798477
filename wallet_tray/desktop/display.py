"""A check that the tray program can be displayed, made before Qt starts, which would abort."""

import contextlib
import ctypes
import importlib.util
import os
import re
import socket
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from wallet_tray.desktop.x11 import x_server_lets_us_in

_MISSING = r"(lib[A-Za-z0-9_+.-]{1,60}): cannot open shared object file"
_ELSEWHERE = ("QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH")


@dataclass(frozen=True, slots=True)
class Plugin:
    """The state of a Qt plugin.

    ``missing_library`` is the file name of the system library that it lacks, or "".
    """

    usable: bool
    missing_library: str = ""


def plugin_state(name: str, environment: Mapping[str, str]) -> Plugin:
    """Load Qt's platform plugin ``name``, which Qt would do a moment later anyway.

    The plugin also counts as usable if the plugins are not where PySide6's wheels have them. Its
    state is then unknown.
    """
    if any(environment.get(variable) for variable in _ELSEWHERE):
        return Plugin(usable=True)
    package = importlib.util.find_spec("PySide6")
    places = package.submodule_search_locations if package is not None else None
    folder = Path(next(iter(places or ()), ""), "Qt", "plugins", "platforms")
    if not folder.is_dir():
        return Plugin(usable=True)
    plugin = name.partition("-")[0]  # "wayland-egl" is one of several keys of the same plugin
    for file in (folder / f"libq{plugin}.so", folder / f"libq{plugin}-generic.so"):
        if file.is_file():
            return _loaded(file)
    return Plugin(usable=False)


def _loaded(file: Path) -> Plugin:
    try:
        ctypes.CDLL(str(file))
    except OSError as error:
        found = re.search(_MISSING, str(error))
        return Plugin(usable=False, missing_library=found[1] if found else "")
    return Plugin(usable=True)


_WAYLAND_LIMIT = 3.0  # seconds


@dataclass(frozen=True, slots=True)
class NoDisplay:
    """Qt could not start. ``missing_library`` is the missing system library, or ""."""

    missing_library: str = ""


def find_no_display(
    environment: Mapping[str, str], platform: str = sys.platform
) -> NoDisplay | None:
    """Return None if Qt will find a display; blocks for seconds if a server is busy.

    Follows Qt: QT_QPA_PLATFORM, else Wayland if its variable or session exists, then X11.
    """
    if platform in ("win32", "darwin"):
        return None
    missing = ""
    for name in _platforms(environment):
        if not _is_reachable(name, environment):
            continue
        plugin: Plugin = plugin_state(name, environment)
        if plugin.usable:
            return None
        missing = missing or plugin.missing_library
    return NoDisplay(missing)


def _platforms(environment: Mapping[str, str]) -> list[str]:
    chosen = environment.get("QT_QPA_PLATFORM", "")
    if chosen:
        # several names are possible, each with its own options: "wayland;vnc:port=5900"
        return [part.partition(":")[0].strip().lower() for part in chosen.split(";")]
    names = []
    if "WAYLAND_DISPLAY" in environment or environment.get("XDG_SESSION_TYPE") == "wayland":
        names.append("wayland")
    if "DISPLAY" in environment:
        names.append("xcb")
    return names


def _is_reachable(name: str, environment: Mapping[str, str]) -> bool:
    if name == "xcb":
        return x_server_lets_us_in(environment)
    if name.startswith("wayland"):
        return _compositor_listens(environment)
    return True  # offscreen, minimal, vnc and others need no server


def _compositor_listens(environment: Mapping[str, str]) -> bool:
    handed_down = environment.get("WAYLAND_SOCKET", "")
    if handed_down:
        with contextlib.suppress(ValueError, OSError, OverflowError):
            os.fstat(int(handed_down))
            return True
        return False
    path = Path(
        environment.get("XDG_RUNTIME_DIR", ""), environment.get("WAYLAND_DISPLAY") or "wayland-0"
    )
    if not path.is_absolute():
        return False
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as link:
        link.settimeout(_WAYLAND_LIMIT)
        link.connect(str(path))
        return True
    return False
