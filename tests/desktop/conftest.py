"""A private message bus, and a notification daemon that misbehaves on demand."""

import shutil
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.support.notification_daemons import FakeDaemon, PlasmaDaemon
from tests.support.session_bus import SECONDS, Peer, SessionBus
from wallet_tray.desktop.dbus.thread import BusThread


@pytest.fixture
def private_bus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SessionBus]:
    """A running bus that nothing else uses."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("dbus-daemon is not installed")
    bus = SessionBus(tmp_path_factory.mktemp("bus"))
    bus.start()
    yield bus
    bus.stop()


@pytest.fixture
def session_bus(private_bus: SessionBus, monkeypatch: pytest.MonkeyPatch) -> Iterator[SessionBus]:
    """The same as this process's session bus."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", private_bus.address)
    return private_bus


@pytest.fixture
def bus_thread(session_bus: SessionBus) -> Iterator[BusThread]:
    """The program's thread for that bus."""
    thread = BusThread("session")
    yield thread
    thread.stop()
    _wait_for_end("session bus")


@pytest.fixture
def system_bus(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SessionBus]:
    """A second private bus, in the place of the system's."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("dbus-daemon is not installed")
    bus = SessionBus(tmp_path_factory.mktemp("system-bus"))
    bus.start()
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", bus.address)
    yield bus
    bus.stop()


@pytest.fixture
def system_thread(system_bus: SessionBus) -> Iterator[BusThread]:
    """The program's thread for that bus."""
    thread = BusThread("system")
    yield thread
    thread.stop()
    _wait_for_end("system bus")


@pytest.fixture
def make_peer() -> Iterator[Callable[..., Peer]]:
    """Joins peers to buses; they end with the test."""
    peers: list[Peer] = []

    def make(bus: SessionBus, name: str, **answers: tuple[str, tuple[Any, ...]]) -> Peer:
        peers.append(Peer(bus.address, name, answers))
        return peers[-1]

    yield make
    for peer in peers:
        peer.die()


@pytest.fixture
def make_daemon(session_bus: SessionBus) -> Iterator[Callable[..., FakeDaemon]]:
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
