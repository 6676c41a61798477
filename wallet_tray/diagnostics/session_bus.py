"""Queries of the session bus, each with its reply, within one deadline.

Import it only in the threads of checks, because it loads jeepney.
"""

import select
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

from jeepney import DBusAddress, Message, MessageFlag, Properties, new_method_call

from wallet_tray.desktop.dbus.connection import (
    BUS_NAME,
    BUS_PATH,
    Bus,
    BusLink,
    arguments,
    is_error,
)
from wallet_tray.diagnostics.finding import plain

T = TypeVar("T")


class NoBusError(Exception):
    """The session bus is missing, invalid or unresponsive."""


class SessionBus:
    """A connection for a few queries, which never start a service.

    All methods raise NoBusError if no bus works. They raise TimeoutError if there is no reply
    within ``limit`` of the connection's start.
    """

    def __init__(self, limit: timedelta) -> None:
        self._deadline = time.monotonic() + limit.total_seconds()
        try:
            seconds = limit.total_seconds()
            self._link = _only_known_errors(lambda: BusLink(Bus.SESSION, seconds))
        except TimeoutError:
            raise NoBusError("it accepts no connection") from None

    def close(self) -> None:
        """Close the connection."""
        self._link.close()

    def owner(self, name: str) -> str | None:
        """Return the current owner of the name."""
        values = self._ask_bus("GetNameOwner", "s", name)
        return str(values[0]) if values else None

    def can_start(self, name: str) -> bool:
        """Return whether the bus can start a service for the name."""
        values = self._ask_bus("ListActivatableNames", "as")
        return bool(values and name in values[0])

    def program(self, owner: str) -> str:
        """Return the program name behind a unique name, or "" if unknown."""
        values = self._ask_bus("GetConnectionUnixProcessID", "u", owner)
        if not values:
            return ""
        try:
            return plain(Path(f"/proc/{values[0]}/comm").read_text(errors="replace"))
        except OSError:
            return ""

    def answer(
        self, owner: str, path: str, interface: str, method: str, signature: str
    ) -> tuple[Any, ...] | None:
        """Return the result of a method without arguments.

        None for an error or another signature.
        """
        address = DBusAddress(path, bus_name=owner, interface=interface)
        return self._arguments(new_method_call(address, method), signature)

    def flag(self, owner: str, path: str, interface: str, name: str) -> bool:
        """Return a boolean property; False also if there is no such property."""
        address = DBusAddress(path, bus_name=owner, interface=interface)
        values = self._arguments(Properties(address).get(name), "v")
        return values == (("b", True),)

    def _ask_bus(self, method: str, signature: str, *texts: str) -> tuple[Any, ...] | None:
        address = DBusAddress(BUS_PATH, bus_name=BUS_NAME, interface=BUS_NAME)
        return self._arguments(
            new_method_call(address, method, "s" * len(texts) or None, texts), signature
        )

    def _arguments(self, call: Message, signature: str) -> tuple[Any, ...] | None:
        call.header.flags |= MessageFlag.no_auto_start
        reply = _only_known_errors(lambda: self._reply(call))
        return None if is_error(reply) else arguments(reply, signature)

    def _reply(self, call: Message) -> Message:
        replies: list[Message] = []
        self._link.call(call, replies.append)
        while not replies:
            left = max(self._deadline - time.monotonic(), 0)
            if not select.select([self._link], [], [], left)[0]:
                raise TimeoutError
            self._link.receive(lambda _signal: None)
        return replies[0]


def _only_known_errors(step: Callable[[], T]) -> T:
    try:
        return step()
    except TimeoutError:
        raise
    except Exception as error:  # noqa: BLE001  addresses and bytes can be wrong in any way
        raise NoBusError(type(error).__name__) from None
