"""Check for a tray that shows the icon, and for tooltips."""

import sys
from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from wallet_tray.desktop.display import find_no_display
from wallet_tray.diagnostics.finding import Finding, State
from wallet_tray.text import doctor
from wallet_tray.text.doctor import Message

if TYPE_CHECKING:
    from wallet_tray.diagnostics.session_bus import SessionBus

NAME = "tray"

_WATCHER = "org.kde.StatusNotifierWatcher"
_ANSWER_LIMIT = timedelta(seconds=2)
# GNOME's extension omits tooltips deliberately (its README); COSMIC's applet has none.
_WITHOUT_TOOLTIPS = ("gnome", "cosmic")


def check_tray(environment: Mapping[str, str], platform: str = sys.platform) -> Iterator[Finding]:
    """Yield one finding; blocks for a few seconds if display or bus hang."""
    if platform in ("win32", "darwin"):
        yield _finding(State.OK, doctor.TRAY_BUILT_IN)
        return
    nowhere = find_no_display(environment, platform)
    if nowhere is None:
        yield _tray(environment)
    elif nowhere.missing_library:
        yield _finding(State.PROBLEM, doctor.LIBRARY_MISSING, library=nowhere.missing_library)
    elif has_desktop(environment):
        yield _finding(State.PROBLEM, doctor.DISPLAY_SILENT)
    else:
        yield _finding(State.NOTE, doctor.NO_DISPLAY_HERE)


def has_desktop(environment: Mapping[str, str]) -> bool:
    """Return whether the environment names a display, even if it does not respond."""
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def _tray(environment: Mapping[str, str]) -> Finding:
    from wallet_tray.diagnostics.session_bus import NoBusError, SessionBus

    try:
        bus = SessionBus(_ANSWER_LIMIT)
        try:
            on_bus = _on_bus(bus, environment)
        finally:
            bus.close()
    except NoBusError:
        on_bus = _finding(State.PROBLEM, doctor.NO_BUS)
    except TimeoutError:
        on_bus = _finding(State.PROBLEM, doctor.TRAY_SILENT)
    if on_bus is not None and on_bus.state is not State.PROBLEM:
        return on_bus
    if _has_xembed(environment):
        return _finding(State.OK, doctor.XEMBED_TRAY)
    no_tray = doctor.NO_TRAY_ON_GNOME if "gnome" in _desktop(environment) else doctor.NO_TRAY
    return on_bus or _finding(State.PROBLEM, no_tray)


def _on_bus(bus: "SessionBus", environment: Mapping[str, str]) -> Finding | None:
    """Return the finding for the bus's tray, or None if the bus knows none."""
    owner = bus.owner(_WATCHER)
    if owner is None:
        return None
    program = bus.program(owner)
    by = f" ({program})" if program else ""
    if not bus.flag(owner, "/StatusNotifierWatcher", _WATCHER, "IsStatusNotifierHostRegistered"):
        return _finding(State.PROBLEM, doctor.TRAY_WITHOUT_PANEL, by=by)
    shown_by = f"{_desktop(environment)} {program}".lower()
    if any(name in shown_by for name in _WITHOUT_TOOLTIPS):
        return _finding(State.NOTE, doctor.TRAY_WITHOUT_TOOLTIPS, by=by)
    return _finding(State.OK, doctor.TRAY_FOUND, by=by)


def _has_xembed(environment: Mapping[str, str]) -> bool:
    """Return whether there is an XEmbed tray.

    It is useful only on X11. Under Wayland the X server does not know the program's windows.
    """
    from wallet_tray.desktop.x11 import has_xembed_tray

    if environment.get("WAYLAND_DISPLAY") or environment.get("XDG_SESSION_TYPE") == "wayland":
        return False
    try:
        return has_xembed_tray(environment)
    except OSError:
        return False


def _desktop(environment: Mapping[str, str]) -> str:
    return environment.get("XDG_CURRENT_DESKTOP", "").lower()


def _finding(state: State, said: Message, **values: str) -> Finding:
    return Finding(NAME, state, said, values)
