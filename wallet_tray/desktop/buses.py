"""The message buses of this desktop."""

import sys
from dataclasses import dataclass

from wallet_tray.desktop.dbus.thread import BusThread


@dataclass(frozen=True, slots=True)
class Buses:
    """One thread per bus, started by its first client. None on systems without buses."""

    session: BusThread | None = None
    system: BusThread | None = None

    def stop(self) -> None:
        """End the threads soon; returns at once."""
        for bus in (self.session, self.system):
            if bus is not None:
                bus.stop()


def make_buses() -> Buses:
    """Return the buses of a Linux desktop; on other systems return none."""
    platform: str = sys.platform  # str: type checkers would otherwise check one system only
    if platform != "linux":
        return Buses()
    return Buses(BusThread("session"), BusThread("system"))
