"""Check for a tray that shows the icon, and for tooltips."""

import sys
from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from wallet_tray.desktop.display import find_no_display
from wallet_tray.diagnostics.finding import Finding, Message, State

if TYPE_CHECKING:
    from wallet_tray.diagnostics.session_bus import SessionBus

NAME = "tray"

TRAY_BUILT_IN = Message("The tray is part of this system.")
NO_DISPLAY_HERE = Message(
    "There is no display here, and so no tray.",
    "Run this on the desktop to examine its tray; 'wallet-tray balance' works everywhere.",
)
DISPLAY_SILENT = Message(
    "The display that DISPLAY or WAYLAND_DISPLAY names cannot be used.",
    "Run this in a terminal of the desktop itself.",
)
LIBRARY_MISSING = Message(
    "The tray icon cannot be shown: the system library {library} is missing.",
    "Install {library} with the system's package manager.",
)
TRAY_FOUND = Message("There is a tray{by}, and it shows tooltips.")
TRAY_WITHOUT_TOOLTIPS = Message(
    "There is a tray{by}, but this desktop shows no tooltips.",
    "Open the icon's menu: its first rows carry the figures.",
)
XEMBED_TRAY = Message("There is a tray of the older kind (XEmbed), and it shows tooltips.")
NO_TRAY = Message(
    "No panel here has a tray.",
    "Add a tray (also called notification area or status notifier) to your panel, or start a "
    "panel that has one.",
)
NO_TRAY_ON_GNOME = Message(
    "GNOME has no tray of its own.",
    "Install the extension 'AppIndicator and KStatusNotifierItem Support' and switch it on.",
)
TRAY_WITHOUT_PANEL = Message(
    "Tray icons are registered here{by}, but no panel shows them.",
    "Restart your panel, or add a tray to it.",
)
TRAY_SILENT = Message("The tray does not answer.", "Restart your panel, or log out and in again.")
NO_BUS = Message(
    "The session bus (D-Bus) cannot be reached, and trays are found through it.",
    "Log out and in again; DBUS_SESSION_BUS_ADDRESS must name the bus of this session.",
)

_WATCHER = "org.kde.StatusNotifierWatcher"
_ANSWER_LIMIT = timedelta(seconds=2)
# GNOME's extension omits tooltips deliberately (its README); COSMIC's applet has none.
_WITHOUT_TOOLTIPS = ("gnome", "cosmic")


def check_tray(environment: Mapping[str, str], platform: str = sys.platform) -> Iterator[Finding]:
    """Yield one finding; blocks for a few seconds if display or bus hang."""
    if platform in ("win32", "darwin"):
        yield _finding(State.OK, TRAY_BUILT_IN)
        return
    nowhere = find_no_display(environment, platform)
    if nowhere is None:
        yield _tray(environment)
    elif nowhere.missing_library:
        yield _finding(State.PROBLEM, LIBRARY_MISSING, library=nowhere.missing_library)
    elif has_desktop(environment):
        yield _finding(State.PROBLEM, DISPLAY_SILENT)
    else:
        yield _finding(State.NOTE, NO_DISPLAY_HERE)


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
        on_bus = _finding(State.PROBLEM, NO_BUS)
    except TimeoutError:
        on_bus = _finding(State.PROBLEM, TRAY_SILENT)
    if on_bus is not None and on_bus.state is not State.PROBLEM:
        return on_bus
    if _has_xembed(environment):
        return _finding(State.OK, XEMBED_TRAY)
    no_tray = NO_TRAY_ON_GNOME if "gnome" in _desktop(environment) else NO_TRAY
    return on_bus or _finding(State.PROBLEM, no_tray)


def _on_bus(bus: "SessionBus", environment: Mapping[str, str]) -> Finding | None:
    """Return the finding for the bus's tray, or None if the bus knows none."""
    owner = bus.owner(_WATCHER)
    if owner is None:
        return None
    program = bus.program(owner)
    by = f" ({program})" if program else ""
    if not bus.flag(owner, "/StatusNotifierWatcher", _WATCHER, "IsStatusNotifierHostRegistered"):
        return _finding(State.PROBLEM, TRAY_WITHOUT_PANEL, by=by)
    shown_by = f"{_desktop(environment)} {program}".lower()
    if any(name in shown_by for name in _WITHOUT_TOOLTIPS):
        return _finding(State.NOTE, TRAY_WITHOUT_TOOLTIPS, by=by)
    return _finding(State.OK, TRAY_FOUND, by=by)


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
