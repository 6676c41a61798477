"""A network that comes back, as NetworkManager signals it."""

import pytest

from tests.support.listeners import Listener
from wallet_tray.desktop.dbus.thread import Buses
from wallet_tray.desktop.events import DesktopEvents

NAME = "org.freedesktop.NetworkManager"
PATH = "/org/freedesktop/NetworkManager"
ASLEEP, DISCONNECTED, CONNECTING, SITE, GLOBAL = 10, 20, 40, 60, 70


@pytest.fixture
def listener(qapp):
    return Listener()


@pytest.fixture
def watcher(listener, system_thread):
    watcher = DesktopEvents(Buses(system=system_thread))
    listener.listen(returned=watcher.network_returned)
    watcher.start()
    yield watcher
    watcher.stop()


def manager(make_peer, bus, state):
    return make_peer(bus, NAME, Get=("v", (("u", state),)))


def tell(peer, *states):
    for state in states:
        peer.emit(PATH, NAME, "StateChanged", "u", (state,))


def until_known(qtbot, peer):
    """Until the watcher has asked: from then on it listens."""
    qtbot.waitUntil(lambda: "Get" in peer.asked)


def settle(qtbot, peer, listener, returns):
    """What was signalled before is known once a later signal is."""
    tell(peer, DISCONNECTED, GLOBAL)
    qtbot.waitUntil(lambda: len(listener.heard) >= returns + 1)
    assert len(listener.heard) == returns + 1


@pytest.mark.parametrize(
    ("first", "states", "returns"),
    [
        (GLOBAL, [DISCONNECTED, CONNECTING, GLOBAL], 1),
        (ASLEEP, [DISCONNECTED, CONNECTING, SITE, GLOBAL], 2),  # behind a sign-in page, then free
        (GLOBAL, [SITE, GLOBAL, SITE], 1),
        (GLOBAL, [GLOBAL, GLOBAL], 0),
        (GLOBAL, [DISCONNECTED, CONNECTING], 0),
    ],
)
def test_each_improvement_of_the_network_is_reported(
    qtbot, watcher, listener, make_peer, system_bus, first, states, returns
):
    peer = manager(make_peer, system_bus, first)
    until_known(qtbot, peer)
    tell(peer, *states)
    settle(qtbot, peer, listener, returns)


def test_only_networkmanager_is_believed(qtbot, watcher, listener, make_peer, system_bus):
    peer = manager(make_peer, system_bus, DISCONNECTED)
    until_known(qtbot, peer)
    stranger = make_peer(system_bus, "org.example.Stranger")
    tell(stranger, GLOBAL)
    peer.emit(PATH, NAME, "StateChanged", "s", ("no",))
    settle(qtbot, peer, listener, 0)


def test_restarted_network_manager_is_followed(qtbot, watcher, listener, make_peer, system_bus):
    peer = manager(make_peer, system_bus, GLOBAL)
    until_known(qtbot, peer)
    peer.die()
    successor = manager(make_peer, system_bus, DISCONNECTED)
    until_known(qtbot, successor)
    tell(successor, GLOBAL)
    qtbot.waitUntil(lambda: len(listener.heard) == 1)


def test_nothing_is_reported_after_stop_or_without_a_bus(qapp, listener):
    watcher = DesktopEvents(Buses())
    listener.listen(returned=watcher.network_returned)
    report = watcher._reporter(watcher.network_returned.emit)  # a bus thread calls it
    watcher.start()
    report()
    watcher.stop()
    qapp.processEvents()
    report()
    qapp.processEvents()
    assert len(listener.heard) == 0
