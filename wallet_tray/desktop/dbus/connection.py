"""Non-blocking connection to one message bus.

Import it only in that bus's thread: this is where jeepney is first loaded.
"""

import heapq
import itertools
import os
import time
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageFlag,
    MessageType,
    Parser,
    new_error,
    new_method_call,
)
from jeepney.bus import get_bus
from jeepney.io.blocking import prep_socket


def arguments(message: Message, signature: str) -> tuple[Any, ...] | None:
    """Return the arguments if the message has exactly this signature, else None."""
    if message.header.fields.get(HeaderFields.signature, "") != signature:
        return None
    return tuple(message.body)


def is_error(message: Message) -> bool:
    """Return True if the message is an error reply."""
    return message.header.message_type is MessageType.error


def error_name(message: Message) -> str:
    """Return the D-Bus error name, e.g. org.freedesktop.DBus.Error.ServiceUnknown."""
    return str(message.header.fields.get(HeaderFields.error_name, ""))


def sender(message: Message) -> str:
    """Return the sender's unique name; the bus guarantees it."""
    return str(message.header.fields.get(HeaderFields.sender, ""))


def is_signal(message: Message, interface: str, member: str) -> bool:
    """Return True for this signal of this interface, from any sender."""
    fields = message.header.fields
    return bool(
        fields.get(HeaderFields.interface) == interface
        and fields.get(HeaderFields.member) == member
    )


BUS_NAME = "org.freedesktop.DBus"
BUS_PATH = "/org/freedesktop/DBus"
PROPERTIES = "org.freedesktop.DBus.Properties"
_BUS = DBusAddress(BUS_PATH, bus_name=BUS_NAME, interface=BUS_NAME)
_SEND_LIMIT_SECONDS = 5.0  # a bus that accepts nothing for this long is lost

OnReply = Callable[[Message], None]
OnOwner = Callable[[str | None], None]


class Bus(Enum):
    """The two message buses of a desktop."""

    SESSION = "SESSION"
    SYSTEM = "SYSTEM"


class BusLink:
    """An open connection. Calls return at once; replies go to the given callback.

    Raises OSError if the bus is unreachable or lost, and jeepney's exceptions for invalid messages.
    The link is unusable after that. ``limit_seconds`` limits the login and each send.
    """

    def __init__(self, bus: Bus, limit_seconds: float = _SEND_LIMIT_SECONDS) -> None:
        self._socket = prep_socket(_address(bus), timeout=limit_seconds)
        self._socket.settimeout(limit_seconds)
        self._parser = Parser()
        self._serials = itertools.count(1)
        self._waiting: dict[int, tuple[str, OnReply]] = {}
        self._timers: list[tuple[float, int, Callable[[], None]]] = []
        self._owners: dict[str, str | None] = {}
        self._on_owner: dict[str, list[OnOwner]] = {}
        self.call(new_method_call(_BUS, "Hello"))

    def fileno(self) -> int:
        """Return the file descriptor for a selector."""
        return int(self._socket.fileno())

    def close(self) -> None:
        """Close the connection."""
        self._socket.close()

    def call(self, message: Message, on_reply: OnReply | None = None) -> int:
        """Send a call and return its serial. Without ``on_reply`` no reply is requested."""
        serial = next(self._serials)
        if on_reply is None:
            message.header.flags |= MessageFlag.no_reply_expected
        else:
            destination = message.header.fields.get(HeaderFields.destination, "")
            self._waiting[serial] = (destination, on_reply)
        self._socket.sendall(message.serialise(serial))
        return serial

    def call_bus(self, method: str, *texts: str, on_reply: OnReply | None = None) -> None:
        """Call the bus itself, with strings as arguments."""
        self.call(new_method_call(_BUS, method, "s" * len(texts), texts), on_reply)

    def start_service(self, name: str, on_reply: OnReply) -> None:
        """Ask the bus to start the service that provides ``name``."""
        self.call(new_method_call(_BUS, "StartServiceByName", "su", (name, 0)), on_reply)

    def add_match(self, **rule: str) -> None:
        """Subscribe to matching signals, e.g. interface="…", member="…"."""
        text = ",".join(f"{key}='{value}'" for key, value in {"type": "signal", **rule}.items())
        self.call_bus("AddMatch", text)

    def watch_owner(self, name: str, on_owner: OnOwner) -> None:
        """Report the owner of ``name`` once soon and on every change; None if it has no owner."""
        watchers = self._on_owner.setdefault(name, [])
        watchers.append(on_owner)
        if name in self._owners:
            on_owner(self._owners[name])
        elif len(watchers) == 1:
            self.add_match(
                sender=BUS_NAME, interface=BUS_NAME, member="NameOwnerChanged", arg0=name
            )
            self.call_bus(
                "GetNameOwner", name, on_reply=lambda reply: self._on_owner_reply(name, reply)
            )

    def later(self, seconds: float, step: Callable[[], None]) -> None:
        """Run ``step`` in this thread after a delay, unless the link is lost first."""
        heapq.heappush(self._timers, (time.monotonic() + seconds, next(self._serials), step))

    def seconds_to_next_timer(self) -> float | None:
        """Return how long a selector may wait; None means forever."""
        return max(self._timers[0][0] - time.monotonic(), 0.0) if self._timers else None

    def run_timers(self) -> None:
        """Run all timers that are due."""
        while self._timers and self._timers[0][0] <= time.monotonic():
            heapq.heappop(self._timers)[2]()

    def receive(self, on_signal: OnReply) -> None:
        """Read available data and dispatch replies and signals."""
        data = self._socket.recv(65536)
        if not data:
            raise ConnectionResetError
        self._parser.add_data(data)
        while (message := self._parser.get_next_message()) is not None:
            self._hand_on(message, on_signal)

    def _hand_on(self, message: Message, on_signal: OnReply) -> None:
        match message.header.message_type:
            case MessageType.signal:
                self._note_owner(message)
                on_signal(message)
            case MessageType.method_call:
                if not message.header.flags & MessageFlag.no_reply_expected:
                    refusal = new_error(message, f"{BUS_NAME}.Error.UnknownMethod")
                    self._socket.sendall(refusal.serialise(next(self._serials)))
            case _:
                serial = message.header.fields.get(HeaderFields.reply_serial, 0)
                destination, on_reply = self._waiting.get(serial, ("", None))
                # A peer called by its unique name must reply under it: serials can be guessed.
                asked = (destination, BUS_NAME) if destination.startswith(":") else None
                if on_reply is not None and (asked is None or sender(message) in asked):
                    del self._waiting[serial]
                    on_reply(message)

    def _note_owner(self, message: Message) -> None:
        changed = arguments(message, "sss")
        if (
            changed is not None
            and sender(message) == BUS_NAME
            and is_signal(message, BUS_NAME, "NameOwnerChanged")
        ):
            self._set_owner(changed[0], changed[2] or None)

    def _on_owner_reply(self, name: str, reply: Message) -> None:
        values = None if is_error(reply) else arguments(reply, "s")
        self._set_owner(name, values[0] if values else None)

    def _set_owner(self, name: str, owner: str | None) -> None:
        if name not in self._on_owner or self._owners.get(name, "unknown") == owner:
            return
        self._owners[name] = owner
        for on_owner in self._on_owner[name]:
            on_owner(owner)


def _address(bus: Bus) -> str:
    if bus is Bus.SESSION and not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        # The session bus of systemd and elogind; libdbus looks here too.
        default = Path(os.environ.get("XDG_RUNTIME_DIR", f"/run/user/{os.getuid()}")) / "bus"
        if not default.exists():
            raise FileNotFoundError
        return str(default)
    return str(get_bus(bus.value))
