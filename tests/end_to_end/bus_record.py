"""Everything that is said on a bus, byte by byte: to look for what must never be said there."""

import threading
from typing import Self

from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import open_dbus_connection


class BusRecord(threading.Thread):
    """Monitors a bus from its making until its context is left."""

    def __init__(self, address: str) -> None:
        super().__init__(name="bus-record", daemon=True)
        self._bytes = bytearray()
        self._stopping = threading.Event()
        self._connection = open_dbus_connection(address, auth_timeout=60)
        monitoring = DBusAddress(
            "/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus.Monitoring"
        )
        request = new_method_call(monitoring, "BecomeMonitor", "asu", ([], 0))
        self._connection.send_and_get_reply(request, timeout=60)
        self.start()

    def run(self) -> None:
        """Reads until stopped or until the bus is gone."""
        self._connection.sock.settimeout(0.2)
        while not self._stopping.is_set():
            try:
                read = self._connection.sock.recv(1 << 16)
            except TimeoutError:
                continue
            except OSError:
                return
            if not read:
                return
            self._bytes += read

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stopping.set()
        self.join(30)
        self._connection.close()

    def count(self, words: bytes) -> int:
        """How often these bytes were said; complete once the context is left."""
        return self._bytes.count(words)
