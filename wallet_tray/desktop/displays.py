"""Identifies a process's display, so that a second start can send it to the first. No Qt."""

import contextlib
import hashlib
import os
from collections.abc import Mapping
from pathlib import PurePosixPath

_X11_SOCKETS = "/tmp/.X11-unix/X"  # noqa: S108  the same for every X server


def mark(environment: Mapping[str, str]) -> str:
    """Return the displays that these variables name, as two fingerprints: Wayland's and X11's.

    The result is short plain ASCII, because it is sent in a message.
    """
    return f"{_short(_wayland(environment))}-{_short(_x11(environment))}"


def is_same(one: str, other: str) -> bool:
    """Return whether two marks name the same display.

    True also if either names no display: systems without these variables have one screen.
    """
    ours, theirs = _parts(one), _parts(other)
    if not any(ours) or not any(theirs):
        return True
    for mine, yours in zip(ours, theirs, strict=True):
        if mine and yours:
            return mine == yours
    return False


def server(environment: Mapping[str, str]) -> str:
    """Return a fingerprint of this display server session, or "" if none can be found.

    Each server creates its socket at start, so the next server of that name has another
    fingerprint.
    """
    number = _x11(environment).removeprefix(":")
    sockets = [_wayland(environment), f"{_X11_SOCKETS}{number}" if number.isdecimal() else ""]
    for path in filter(None, sockets):
        with contextlib.suppress(OSError, ValueError):
            found = os.stat(path)  # noqa: PTH116
            return _short(f"{found.st_dev} {found.st_ino} {found.st_ctime_ns}")
    return ""


def _wayland(environment: Mapping[str, str]) -> str:
    name = environment.get("WAYLAND_DISPLAY", "")
    return str(PurePosixPath(environment.get("XDG_RUNTIME_DIR", ""), name)) if name else ""


def _x11(environment: Mapping[str, str]) -> str:
    """Return the display without its screen: ":0" and "unix:0.1" are the same server."""
    host, colon, numbers = environment.get("DISPLAY", "").rpartition(":")
    if not colon:
        return ""
    return f"{'' if host == 'unix' else host}:{numbers.partition('.')[0]}"


def _short(name: str) -> str:
    return hashlib.sha256(name.encode(errors="surrogateescape")).hexdigest()[:8] if name else ""


def _parts(text: str) -> tuple[str, str]:
    wayland, _, x11 = text.partition("-")
    return wayland, x11
