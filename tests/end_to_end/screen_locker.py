"""A screen locker that says what lockers say, and makes sure that a program has heard it."""

import contextlib
from typing import Self

from jeepney import DBusAddress, new_signal
from jeepney.io.blocking import open_dbus_connection

from tests.end_to_end.dbus_client import Bus, BusError
from tests.end_to_end.virtual_desktop import VirtualDesktop

_NAME = "org.freedesktop.ScreenSaver"
_OBJECT = DBusAddress("/org/freedesktop/ScreenSaver", interface=_NAME)


class ScreenLocker:
    """Speaks on a desktop's session bus as the locker of KDE and others; a context manager."""

    def __init__(self, desktop: VirtualDesktop) -> None:
        self._bus = desktop.bus
        address = desktop.env["DBUS_SESSION_BUS_ADDRESS"]
        self._connection = open_dbus_connection(address, auth_timeout=60)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def cover(self, covered: bool, process: int) -> None:
        """The screen is locked, or open again; returns once ``process`` has read it."""
        self._connection.send(new_signal(_OBJECT, "ActiveChanged", "b", (covered,)))
        wait_until_read(self._bus, process)


def wait_until_read(bus: Bus, process: int) -> None:
    """Returns once every connection of a process has read what was sent to it before.

    A bus hands on in order, and a program that answers a call has read what came earlier.
    """
    for name in bus.daemon("ListNames"):
        with contextlib.suppress(BusError):  # one has gone meanwhile, or knows no Ping
            if name.startswith(":") and bus.process_of(name) == process:
                bus.call(name, "/", "org.freedesktop.DBus.Peer", "Ping")
