"""Check that alerts can be shown, and with which features."""

import sys
from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from wallet_tray.diagnostics.finding import Finding, Message, State, Translatable, Value, plain
from wallet_tray.diagnostics.tray import has_desktop
from wallet_tray.text.locale import translatable

if TYPE_CHECKING:
    from wallet_tray.diagnostics.session_bus import SessionBus

NAME = "notifications"

NOTIFIED_BY_SYSTEM = Message("Notifications come through the tray icon on this system.")
NOTIFIED = Message("{daemon} shows notifications, with buttons.")
NO_BUTTONS = Message(
    "{daemon} shows notifications, but no buttons on them.",
    "Open the wallet by the tray icon; or use another notification service.",
)
NO_BODY = Message(
    "{daemon} shows only the title of a notification.",
    "The title carries the balance; for more, use another notification service.",
)
NOTIFIED_ON_DEMAND = Message(
    "No notification service runs now; one is started for the first notification.",
    "Run 'wallet-tray doctor --alerts' to see what comes.",
)
NO_NOTIFICATIONS = Message(
    "There is no notification service, so no alert can be shown.",
    "Start one, such as dunst or mako; the tray icon carries every alert as well.",
)
NOTIFICATIONS_NOT_HERE = Message(
    "There is no desktop here that shows notifications.",
    "Run this on the desktop to examine them.",
)
NOTIFICATIONS_SILENT = Message(
    "The notification service does not answer, so alerts may not be shown.",
    "Restart it, or log out and in again.",
)
NO_BUS_FOR_NOTIFICATIONS = Message(
    "The session bus (D-Bus) cannot be reached, so no alert can be shown.",
    "Log out and in again; DBUS_SESSION_BUS_ADDRESS must name the bus of this session.",
)

_SERVICE = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_ANSWER_LIMIT = timedelta(seconds=2)


def check_notifications(
    environment: Mapping[str, str], platform: str = sys.platform
) -> Iterator[Finding]:
    """Yield one finding; blocks for a few seconds if the bus or the service hangs."""
    if platform != "linux":
        yield _finding(State.OK, NOTIFIED_BY_SYSTEM)
        return
    from wallet_tray.diagnostics.session_bus import NoBusError, SessionBus

    try:
        bus = SessionBus(_ANSWER_LIMIT)
        try:
            found = _on_bus(bus)
        finally:
            bus.close()
    except NoBusError:
        found = _finding(State.PROBLEM, NO_BUS_FOR_NOTIFICATIONS)
    except TimeoutError:
        found = _finding(State.PROBLEM, NOTIFICATIONS_SILENT)
    if found.state is State.PROBLEM and not has_desktop(environment):
        found = _finding(State.NOTE, NOTIFICATIONS_NOT_HERE)
    yield found


def _on_bus(bus: "SessionBus") -> Finding:
    owner = bus.owner(_SERVICE)
    if owner is None:
        if bus.can_start(_SERVICE):
            return _finding(State.NOTE, NOTIFIED_ON_DEMAND)
        return _finding(State.PROBLEM, NO_NOTIFICATIONS)
    server = bus.answer(owner, _PATH, _SERVICE, "GetServerInformation", "ssss")
    # Name and version. The vendor is between them, the version of the specification follows.
    name = plain(f"{server[0]} {server[2]}") if server else ""
    daemon = name or bus.program(owner) or Translatable(translatable("The notification service"))
    can = bus.answer(owner, _PATH, _SERVICE, "GetCapabilities", "as")
    if can is not None and "body" not in can[0]:
        return _finding(State.NOTE, NO_BODY, daemon=daemon)
    if can is None or "actions" not in can[0]:
        return _finding(State.NOTE, NO_BUTTONS, daemon=daemon)
    return _finding(State.OK, NOTIFIED, daemon=daemon)


def _finding(state: State, said: Message, **values: Value) -> Finding:
    return Finding(NAME, state, said, values)
