"""A private message bus, and a notification daemon that misbehaves on demand."""

import contextlib
import shutil
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.notification_daemons import FakeDaemon, PlasmaDaemon
from wallet_tray.desktop.dbus.thread import BusThread

SECONDS = 60.0  # far more than anything here takes

_BUS_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>{services}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class PrivateBus:
    """A dbus-daemon of our own, without any service that it could start unless one is added."""

    def __init__(self, folder: Path) -> None:
        self.socket = folder / "bus"
        self.services = folder / "services"
        self.services.mkdir()
        self._config = folder / "bus.conf"
        self._config.write_text(_BUS_CONFIG.format(socket=self.socket, services=self.services))
        self._process: subprocess.Popen[str] | None = None

    @property
    def address(self) -> str:
        """For DBUS_SESSION_BUS_ADDRESS."""
        return f"unix:path={self.socket}"

    def start(self) -> None:
        """Returns when the bus listens."""
        self._process = subprocess.Popen(
            ["dbus-daemon", f"--config-file={self._config}", "--nofork", "--print-address=1"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline().startswith("unix:")

    def stop(self) -> None:
        """As at the end of a session."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(SECONDS)
            assert self._process.stdout is not None
            self._process.stdout.close()
            self._process = None
        self.socket.unlink(missing_ok=True)


class Peer:
    """Owns a name on a bus and answers from a table, in a thread of its own.

    ``answers`` maps a method to the signature and the arguments of its reply; what is missing there
    is answered with an error. ``asked`` are the methods that were answered.
    """

    def __init__(
        self, address: str, name: str, answers: dict[str, tuple[str, tuple[Any, ...]]]
    ) -> None:
        from jeepney import message_bus
        from jeepney.io.blocking import open_dbus_connection

        self.answers = answers
        self.asked: list[str] = []
        self._connection = open_dbus_connection(address, auth_timeout=SECONDS)
        self._connection.send_and_get_reply(message_bus.RequestName(name), timeout=SECONDS)
        self._thread = threading.Thread(target=self._serve, name="peer", daemon=True)
        self._thread.start()

    def emit(
        self, path: str, interface: str, member: str, signature: str, body: tuple[Any, ...]
    ) -> None:
        """A broadcast signal."""
        from jeepney import DBusAddress, new_signal

        emitter = DBusAddress(path, interface=interface)
        self._connection.send(new_signal(emitter, member, signature, body))

    def die(self) -> None:
        """Leave the bus; may be called twice."""
        with contextlib.suppress(OSError):
            self._connection.sock.shutdown(socket.SHUT_RDWR)
        self._thread.join(SECONDS)
        self._connection.close()

    def _serve(self) -> None:
        from jeepney import HeaderFields, MessageType, new_error, new_method_return

        while True:
            try:
                message = self._connection.receive()
            except OSError:
                return
            if message.header.message_type is MessageType.method_call:
                method = message.header.fields[HeaderFields.member]
                if method in self.answers:
                    reply = new_method_return(message, *self.answers[method])
                else:
                    reply = new_error(message, "org.freedesktop.DBus.Error.UnknownMethod")
                self._connection.send(reply)
                self.asked.append(method)  # now, so that what is emitted next comes after the reply


@pytest.fixture
def private_bus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PrivateBus]:
    """A running bus that nothing else uses."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("dbus-daemon is not installed")
    bus = PrivateBus(tmp_path_factory.mktemp("bus"))
    bus.start()
    yield bus
    bus.stop()


@pytest.fixture
def session_bus(private_bus: PrivateBus, monkeypatch: pytest.MonkeyPatch) -> Iterator[PrivateBus]:
    """The same as this process's session bus."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", private_bus.address)
    return private_bus


@pytest.fixture
def bus_thread(session_bus: PrivateBus) -> Iterator[BusThread]:
    """The program's thread for that bus."""
    thread = BusThread("session")
    yield thread
    thread.stop()
    _wait_for_end("session bus")


@pytest.fixture
def system_bus(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[PrivateBus]:
    """A second private bus, in the place of the system's."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("dbus-daemon is not installed")
    bus = PrivateBus(tmp_path_factory.mktemp("system-bus"))
    bus.start()
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", bus.address)
    yield bus
    bus.stop()


@pytest.fixture
def system_thread(system_bus: PrivateBus) -> Iterator[BusThread]:
    """The program's thread for that bus."""
    thread = BusThread("system")
    yield thread
    thread.stop()
    _wait_for_end("system bus")


@pytest.fixture
def make_peer() -> Iterator[Callable[..., Peer]]:
    """Joins peers to buses; they end with the test."""
    peers: list[Peer] = []

    def make(bus: PrivateBus, name: str, **answers: tuple[str, tuple[Any, ...]]) -> Peer:
        peers.append(Peer(bus.address, name, answers))
        return peers[-1]

    yield make
    for peer in peers:
        peer.die()


@pytest.fixture
def make_daemon(session_bus: PrivateBus) -> Iterator[Callable[..., FakeDaemon]]:
    """Starts fake daemons; they end with the test."""
    daemons: list[FakeDaemon] = []

    def make(kind: type[FakeDaemon] = FakeDaemon, **how: Any) -> FakeDaemon:
        daemons.append(kind(session_bus.address, **how))
        return daemons[-1]

    yield make
    for daemon in daemons:
        daemon.die()


@pytest.fixture
def plasma(make_daemon: Callable[..., FakeDaemon]) -> PlasmaDaemon:
    """A daemon that behaves like Plasma 6.7."""
    daemon = make_daemon(PlasmaDaemon)
    assert isinstance(daemon, PlasmaDaemon)
    return daemon


def _wait_for_end(name: str) -> None:
    for thread in threading.enumerate():
        if thread.name == name:
            thread.join(SECONDS)
            assert not thread.is_alive()
