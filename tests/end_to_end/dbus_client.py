"""A small blocking D-Bus client for the probes; every call ends within its time limit."""

import time
from collections.abc import Callable
from typing import Any, Self, TypeVar

from jeepney import DBusAddress, MessageFlag, MessageType, new_method_call
from jeepney.io.blocking import open_dbus_connection

CALL_SECONDS = 30.0
POLL_SECONDS = 0.05
# What has to come may take its time on a busy machine; it costs nothing where it comes.
PATIENCE_SECONDS = 60.0

T = TypeVar("T")


class BusError(RuntimeError):
    """The other side answered with an error, or not in time."""


class DesktopError(RuntimeError):
    """A part of the desktop did not start, or what was waited for did not come."""


def wait_until(probe: Callable[[], T], what: str, seconds: float = PATIENCE_SECONDS) -> T:
    """The first true value of ``probe``; bus errors count as "not yet".

    Raises DesktopError once ``seconds`` have passed.
    """
    deadline = time.monotonic() + seconds
    reason = ""
    while True:
        try:
            value = probe()
        except BusError as error:
            reason = f" ({error})"
        else:
            if value:
                return value
        if time.monotonic() >= deadline:
            raise DesktopError(f"waited {seconds:g} s for {what}{reason}")
        time.sleep(POLL_SECONDS)


class Bus:
    """One connection to a bus, for method calls. Not for use by several threads."""

    def __init__(self, address: str) -> None:
        self._connection = open_dbus_connection(address, auth_timeout=CALL_SECONDS)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the connection."""
        self._connection.close()

    def call(
        self, service: str, path: str, interface: str, member: str, signature: str = "", *args: Any
    ) -> tuple[Any, ...]:
        """The reply's body. Raises BusError for an error reply and after half a minute without."""
        address = DBusAddress(path, service, interface)
        message = new_method_call(address, member, signature or None, args)
        try:
            reply = self._connection.send_and_get_reply(message, timeout=CALL_SECONDS)
        except TimeoutError:
            raise BusError(f"{service} did not answer {member}") from None
        except OSError as error:
            raise BusError(f"the bus is gone: {type(error).__name__}") from None
        if reply.header.message_type == MessageType.error:
            raise BusError(f"{service} refused {member}: {reply.body}")
        body: tuple[Any, ...] = reply.body
        return body

    def send(
        self, service: str, path: str, interface: str, member: str, signature: str, *args: Any
    ) -> None:
        """A call that wants no reply: the other side may be gone by then."""
        message = new_method_call(DBusAddress(path, service, interface), member, signature, args)
        message.header.flags = MessageFlag.no_reply_expected
        self._connection.send(message)

    def daemon(self, member: str, signature: str = "", *args: Any) -> Any:
        """Asks the bus itself."""
        name = "org.freedesktop.DBus"
        body = self.call(name, "/org/freedesktop/DBus", name, member, signature, *args)
        return body[0] if body else None

    def owned(self, name: str) -> bool:
        """True while that bus name has an owner."""
        return bool(self.daemon("NameHasOwner", "s", name))

    def process_of(self, name: str) -> int:
        """The process id behind a bus name."""
        return int(self.daemon("GetConnectionUnixProcessID", "s", name))

    def get(self, service: str, path: str, interface: str, name: str) -> Any:
        """One property's value."""
        properties = "org.freedesktop.DBus.Properties"
        return self.call(service, path, properties, "Get", "ss", interface, name)[0][1]
