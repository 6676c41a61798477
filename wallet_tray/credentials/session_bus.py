"""Names on the session bus, and starting the daemons that can store secrets.

Imported in the keyring thread only, as it loads jeepney.
"""

from typing import Any

from jeepney import DBusAddress, MatchRule, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection

BUS = "org.freedesktop.DBus"
BUS_PATH = "/org/freedesktop/DBus"

_START_SECONDS = 60.0  # a cold start on a slow disk; no prompt is shown yet


class BusRefusedError(Exception):
    """The bus answered with an error."""


def ask_bus(bus: DBusConnection, method: str, signature: str = "", *body: Any) -> Any:
    """Return the first value of the bus's answer.

    Blocks up to 60 s. Raises BusRefusedError, TimeoutError, OSError.
    """
    address = DBusAddress(BUS_PATH, bus_name=BUS, interface=BUS)
    message = new_method_call(address, method, signature or None, body)
    reply = bus.send_and_get_reply(message, timeout=_START_SECONDS)
    if reply.header.message_type is MessageType.error:
        raise BusRefusedError
    return reply.body[0] if reply.body else None


def is_owned(bus: DBusConnection, name: str) -> bool:
    """Return True if the name has an owner; starts no service."""
    return bool(ask_bus(bus, "NameHasOwner", "s", name))


def is_there(bus: DBusConnection, name: str) -> bool:
    """Return True if the name has an owner, after starting its service if possible."""
    if is_owned(bus, name):
        return True
    if name not in ask_bus(bus, "ListActivatableNames"):
        return False
    try:
        ask_bus(bus, "StartServiceByName", "su", name, 0)
    except (BusRefusedError, TimeoutError):
        return False
    return True


def comes_within(bus: DBusConnection, name: str, seconds: float) -> bool:
    """Wait for an owner of the name; return False if none appears in time."""
    rule = MatchRule(type="signal", sender=BUS, interface=BUS, member="NameOwnerChanged")
    rule.add_arg_condition(0, name)
    ask_bus(bus, "AddMatch", "s", rule.serialise())
    with bus.filter(rule) as changes:
        if is_owned(bus, name):
            return True
        try:
            return bool(bus.recv_until_filtered(changes, timeout=seconds).body[2])
        except TimeoutError:
            return False
