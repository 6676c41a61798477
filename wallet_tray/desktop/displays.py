"""Which display a process is seen on, so that a second start can tell the first one. No Qt."""

import contextlib
import hashlib
import os
from collections.abc import Mapping
from pathlib import PurePosixPath

_X11_SOCKETS = "/tmp/.X11-unix/X"  # noqa: S108  where every X server has them


def mark(environment: Mapping[str, str]) -> str:
    """The displays that these variables name, as two fingerprints: Wayland's and X11's.

    Short and of plain letters, as it is sent in a message.
    """
    return f"{_short(_wayland(environment))}-{_short(_x11(environment))}"


def is_same(one: str, other: str) -> bool:
    """Whether what is shown on one is seen on the other, by their marks.

    True also where one names no display: on systems without such variables there is one screen.
    """
    ours, theirs = _parts(one), _parts(other)
    if not any(ours) or not any(theirs):
        return True
    for mine, yours in zip(ours, theirs, strict=True):
        if mine and yours:
            return mine == yours
    return False


def server(environment: Mapping[str, str]) -> str:
    """A fingerprint of this run of the display's server, "" where there is none to be seen.

    Each server makes its socket when it starts, so the next one under the same name has another.
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
    """ ":0" and "unix:0.1" are two names of one server's display."""
    host, colon, numbers = environment.get("DISPLAY", "").rpartition(":")
    if not colon:
        return ""
    return f"{'' if host == 'unix' else host}:{numbers.partition('.')[0]}"


def _short(name: str) -> str:
    return hashlib.sha256(name.encode(errors="surrogateescape")).hexdigest()[:8] if name else ""


def _parts(text: str) -> tuple[str, str]:
    wayland, _, x11 = text.partition("-")
    return wayland, x11
