"""Check that alerts can be shown, and with which features."""

import sys
from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from wallet_tray.diagnostics.finding import Finding, State, plain
from wallet_tray.diagnostics.tray import has_desktop
from wallet_tray.text import doctor
from wallet_tray.text.doctor import Message, Translatable, Value
from wallet_tray.text.locale import translatable

if TYPE_CHECKING:
    from wallet_tray.diagnostics.session_bus import SessionBus

NAME = "notifications"

_SERVICE = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_ANSWER_LIMIT = timedelta(seconds=2)


def check_notifications(
    environment: Mapping[str, str], platform: str = sys.platform
) -> Iterator[Finding]:
    """Yield one finding; blocks for a few seconds if the bus or the service hangs."""
    if platform != "linux":
        yield _finding(State.OK, doctor.NOTIFIED_BY_SYSTEM)
        return
    from wallet_tray.diagnostics.session_bus import NoBusError, SessionBus

    try:
        bus = SessionBus(_ANSWER_LIMIT)
        try:
            found = _on_bus(bus)
        finally:
            bus.close()
    except NoBusError:
        found = _finding(State.PROBLEM, doctor.NO_BUS_FOR_NOTIFICATIONS)
    except TimeoutError:
        found = _finding(State.PROBLEM, doctor.NOTIFICATIONS_SILENT)
    if found.state is State.PROBLEM and not has_desktop(environment):
        found = _finding(State.NOTE, doctor.NOTIFICATIONS_NOT_HERE)
    yield found


def _on_bus(bus: "SessionBus") -> Finding:
    owner = bus.owner(_SERVICE)
    if owner is None:
        if bus.can_start(_SERVICE):
            return _finding(State.NOTE, doctor.NOTIFIED_ON_DEMAND)
        return _finding(State.PROBLEM, doctor.NO_NOTIFICATIONS)
    server = bus.answer(owner, _PATH, _SERVICE, "GetServerInformation", "ssss")
    # Name and version. The vendor is between them, the version of the specification follows.
    name = plain(f"{server[0]} {server[2]}") if server else ""
    daemon = name or bus.program(owner) or Translatable(translatable("The notification service"))
    can = bus.answer(owner, _PATH, _SERVICE, "GetCapabilities", "as")
    if can is not None and "body" not in can[0]:
        return _finding(State.NOTE, doctor.NO_BODY, daemon=daemon)
    if can is None or "actions" not in can[0]:
        return _finding(State.NOTE, doctor.NO_BUTTONS, daemon=daemon)
    return _finding(State.OK, doctor.NOTIFIED, daemon=daemon)


def _finding(state: State, said: Message, **values: Value) -> Finding:
    return Finding(NAME, state, said, values)
