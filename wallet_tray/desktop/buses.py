"""The message buses of this desktop, or none."""

import sys
from dataclasses import dataclass

from wallet_tray.desktop.bus_thread import BusThread


@dataclass(frozen=True, slots=True)
class Buses:
    """One thread each, started by the first who needs it. None where there are no buses."""

    session: BusThread | None = None
    system: BusThread | None = None

    def stop(self) -> None:
        """End the threads soon; returns at once."""
        for bus in (self.session, self.system):
            if bus is not None:
                bus.stop()


def make_buses() -> Buses:
    """The buses of a Linux desktop; elsewhere there are none."""
    platform: str = sys.platform  # a plain text: type checkers see one system only
    if platform != "linux":
        return Buses()
    return Buses(BusThread("session"), BusThread("system"))
