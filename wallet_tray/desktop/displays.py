"""Which display a process is seen on, so that a second start can tell the first one. No Qt."""

import hashlib
from collections.abc import Mapping
from pathlib import PurePosixPath


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
