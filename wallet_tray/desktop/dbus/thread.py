"""The thread for one message bus, shared by all clients of that bus.

It sleeps until the bus sends something, wake() is called or a timer is due. An idle desktop
therefore costs nothing. D-Bus modules are imported only when the first client arrives.
"""

import logging
import selectors
import socket
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wallet_tray.desktop.dbus.connection import BusLink


log = logging.getLogger(__name__)

_RECONNECT_SECONDS = (1.0, 5.0, 30.0, 120.0, 600.0)
"""Waits between attempts to reach a bus; the last one repeats. A wake-up ends each wait."""

_LASTING_SECONDS = 60.0
"""A connection that lasted this long resets the waits."""


class BusClient:
    """A user of the bus. All methods are called in the bus thread.

    Subclasses override what they need.
    """

    def on_connected(self, link: "BusLink") -> None:
        """Handle a new connection, maybe a repeated one; earlier knowledge of the bus is void."""

    def on_woken(self) -> None:
        """Handle a call of wake() while the bus is connected."""

    def on_signal(self, signal: Any) -> None:
        """Handle a signal (jeepney.Message), maybe one that another client subscribed to."""

    def on_disconnected(self) -> None:
        """Handle the loss of the bus."""


class BusThread:
    """A thread for the "session" or the "system" bus; started by its first client.

    add(), wake() and stop() may be called from any thread and never block.
    """

    def __init__(self, bus: str) -> None:
        self._bus = bus
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._arrivals: list[Callable[[], Sequence[BusClient]]] = []
        self._clients: list[BusClient] = []
        self._ending = threading.Event()
        self._said_missing = False
        self._wake_in: socket.socket | None = None

    def add(self, make_clients: Callable[[], Sequence[BusClient]]) -> None:
        """Add clients.

        They are created in the bus thread, so the caller does not pay for their imports.
        """
        with self._lock:
            if self._ending.is_set():
                return
            self._arrivals.append(make_clients)
            if self._thread is None:
                self._wake_in, wake_out = socket.socketpair()
                self._wake_in.setblocking(False)
                wake_out.setblocking(False)
                self._thread = threading.Thread(
                    target=self._run, args=(wake_out,), name=f"{self._bus} bus", daemon=True
                )
                self._thread.start()
        self.wake()

    def wake(self) -> None:
        """Call on_woken of every client soon; also retry a lost bus."""
        with self._lock:
            if self._wake_in is None:
                return
            try:
                self._wake_in.send(b"w")
            except OSError:
                return  # full: it is already awake; closed: it has ended

    def stop(self) -> None:
        """End the thread soon. Earlier requests are still sent if the bus accepts them."""
        self._ending.set()
        self.wake()

    @property
    def is_running(self) -> bool:
        """True from the first client until the thread has ended."""
        return self._thread is not None and self._thread.is_alive()

    def _run(self, wake_out: socket.socket) -> None:
        tries = 0
        with wake_out:
            while not self._ending.is_set():
                began = time.monotonic()
                self._serve(wake_out)
                if time.monotonic() - began > _LASTING_SECONDS:
                    tries = 0
                if self._ending.is_set():
                    break
                wait = _RECONNECT_SECONDS[min(tries, len(_RECONNECT_SECONDS) - 1)]
                tries = 0 if _woken_within(wake_out, wait) else tries + 1
        with self._lock:
            if self._wake_in is not None:
                self._wake_in.close()

    def _serve(self, wake_out: socket.socket) -> None:
        """Connect and work until the bus is lost or stop() is called."""
        try:
            from wallet_tray.desktop.dbus.connection import Bus, BusLink

            link = BusLink(Bus[self._bus.upper()])
        except Exception as error:  # noqa: BLE001 - no bus, no jeepney or an unsupported address
            if not self._said_missing:
                log.info("no %s bus (%s)", self._bus, type(error).__name__)
            self._said_missing = True
            return
        self._said_missing = False
        connected: list[BusClient] = []
        try:
            self._work(link, wake_out, connected)
        except Exception as error:  # noqa: BLE001 - a fault costs the connection, never the thread
            log.warning("the %s bus is lost (%s)", self._bus, type(error).__name__)
        finally:
            link.close()
        for client in connected:
            client.on_disconnected()

    def _work(self, link: "BusLink", wake_out: socket.socket, connected: list[BusClient]) -> None:
        def connect_all() -> None:
            with self._lock:
                arrivals, self._arrivals = self._arrivals, []
            for make_clients in arrivals:
                self._clients += make_clients()
            for client in self._clients:
                if client not in connected:
                    connected.append(client)
                    client.on_connected(link)

        def spread(signal: Any) -> None:
            for client in connected:
                client.on_signal(signal)

        connect_all()
        with selectors.DefaultSelector() as selector:
            selector.register(wake_out, selectors.EVENT_READ)
            selector.register(link, selectors.EVENT_READ)
            while True:
                for key, _events in selector.select(link.seconds_to_next_timer()):
                    if key.fileobj is link:
                        link.receive(spread)
                    else:
                        _drain(wake_out)
                        connect_all()
                        for client in connected:
                            client.on_woken()
                        if self._ending.is_set():
                            return
                link.run_timers()


def _drain(wake_out: socket.socket) -> None:
    try:
        while wake_out.recv(4096):
            pass
    except BlockingIOError:
        return


def _woken_within(wake_out: socket.socket, seconds: float) -> bool:
    with selectors.DefaultSelector() as selector:
        selector.register(wake_out, selectors.EVENT_READ)
        woken = bool(selector.select(seconds))
    if woken:
        _drain(wake_out)
    return woken


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
