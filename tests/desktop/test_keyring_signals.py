"""What keyrings say of themselves on the session bus."""

import time

import pytest

from tests.support.listeners import Listener
from wallet_tray.desktop.dbus import keyring_signals
from wallet_tray.desktop.dbus.thread import Buses, BusThread
from wallet_tray.desktop.events import DesktopEvents

SECRETS = "org.freedesktop.secrets"
SERVICE = "/org/freedesktop/secrets"
COLLECTION = f"{SERVICE}/collection/login"
PREFIX = "org.freedesktop.Secret."
PROPERTIES = "org.freedesktop.DBus.Properties"


@pytest.fixture(autouse=True)
def short_gap(monkeypatch):
    monkeypatch.setattr(keyring_signals, "_GAP_SECONDS", 0.02)
    monkeypatch.setattr(keyring_signals, "_LONGEST_GAP_SECONDS", 0.2)


@pytest.fixture
def listener(qapp):
    return Listener()


@pytest.fixture
def watcher(listener, bus_thread):
    watcher = DesktopEvents(Buses(session=bus_thread))
    listener.listen(changed=watcher.keyring_changed)
    watcher.start()
    yield watcher
    watcher.stop()


@pytest.fixture
def service(make_peer, session_bus, watcher, listener, qtbot):
    """A Secret Service that has been noticed."""
    peer = make_peer(session_bus, SECRETS)
    qtbot.waitUntil(lambda: len(listener.heard) > 0)
    return peer


@pytest.mark.parametrize("name", keyring_signals.NAMES)
def test_a_daemon_that_comes_and_comes_back_is_reported(
    qtbot, make_peer, session_bus, watcher, listener, name
):
    first = make_peer(session_bus, name)
    qtbot.waitUntil(lambda: len(listener.heard) == 1)
    first.die()
    make_peer(session_bus, name)
    qtbot.waitUntil(lambda: len(listener.heard) == 2)


SIGNALS = [
    (SERVICE, f"{PREFIX}Service", "CollectionChanged", "o", (COLLECTION,)),
    (SERVICE, f"{PREFIX}Service", "CollectionCreated", "o", (COLLECTION,)),
    (COLLECTION, f"{PREFIX}Collection", "ItemChanged", "o", (f"{COLLECTION}/1",)),
    (COLLECTION, f"{PREFIX}Collection", "ItemCreated", "o", (f"{COLLECTION}/1",)),
    ("/modules/kwalletd6", "org.kde.KWallet", "walletOpened", "s", ("kdewallet",)),
    *(
        (path, PROPERTIES, "PropertiesChanged", "sa{sv}as", (f"{PREFIX}{kind}", *changed))
        for path, kind in ((COLLECTION, "Collection"), (f"{COLLECTION}/1", "Item"))
        for changed in (({"Locked": ("b", False)}, []), ({}, ["Locked"]))
    ),
]


@pytest.mark.parametrize("signal", SIGNALS, ids=lambda one: f"{one[2]} {one[4]}")
def test_a_keyring_that_opens_is_noticed_by_any_of_its_signals(qtbot, service, listener, signal):
    before = len(listener.heard)
    service.emit(*signal)
    qtbot.waitUntil(lambda: len(listener.heard) > before)


LOCKS = (f"{PREFIX}Collection", {"Locked": ("b", True)}, [])
LABELS = (f"{PREFIX}Collection", {"Label": ("s", "x")}, [])
FOREIGN = ("org.example.Lamp", {"Locked": ("b", False)}, [])


@pytest.mark.parametrize(
    ("path", "signature", "body"),
    [
        (COLLECTION, "sa{sv}as", LOCKS),
        (COLLECTION, "sa{sv}as", LABELS),
        (COLLECTION, "sa{sv}as", FOREIGN),
        ("/org/example/lamp", "sa{sv}as", FOREIGN),
        (COLLECTION, "s", ("nonsense",)),
    ],
)
def test_anything_else_is_not(qtbot, service, listener, path, signature, body):
    before = len(listener.heard)
    service.emit(path, PROPERTIES, "PropertiesChanged", signature, body)
    service.emit(*SIGNALS[0])  # what came before is known once this is
    qtbot.waitUntil(lambda: len(listener.heard) > before)
    assert len(listener.heard) == before + 1


def test_many_signals_are_one_look_and_ever_fewer(qtbot, service, listener):
    before, begin = len(listener.heard), time.monotonic()
    while time.monotonic() - begin < 2:
        for _ in range(20):
            service.emit(*SIGNALS[0])
        qtbot.wait(5)
    assert 2 <= len(listener.heard) - before <= 2 / keyring_signals._LONGEST_GAP_SECONDS + 6


def test_nothing_is_reported_once_stopped(qtbot, service, watcher, listener):
    thread = BusThread("session")
    other, still_heard = DesktopEvents(Buses(session=thread)), Listener()
    still_heard.listen(changed=other.keyring_changed)
    other.start()
    qtbot.waitUntil(lambda: len(still_heard.heard) > 0)  # of who is there
    watcher.stop()
    before, heard = len(listener.heard), len(still_heard.heard)
    service.emit(*SIGNALS[0])
    qtbot.waitUntil(lambda: len(still_heard.heard) > heard)
    assert len(listener.heard) == before
    other.stop()
    qtbot.waitUntil(lambda: not thread.is_running)


def test_listening_starts_no_service(qtbot, session_bus, make_peer, watcher, listener, tmp_path):
    marker = tmp_path / "started"
    (session_bus.services / "s.service").write_text(
        f"[D-BUS Service]\nName={SECRETS}\nExec=/bin/touch {marker}\n"
    )
    make_peer(session_bus, keyring_signals.NAMES[1])
    qtbot.waitUntil(lambda: len(listener.heard) > 0)
    assert not marker.exists()
