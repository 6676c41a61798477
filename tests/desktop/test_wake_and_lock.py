"""Waking up and the locked screen, as logind and screen savers report them."""

import threading

import pytest
import shiboken6

from tests.support.listeners import Listener
from wallet_tray.desktop.dbus.thread import Buses, BusThread
from wallet_tray.desktop.events import DesktopEvents

LOGIN = "org.freedesktop.login1"
MANAGER = "org.freedesktop.login1.Manager"
SESSION = "org.freedesktop.login1.Session"
PROPERTIES = "org.freedesktop.DBus.Properties"
LOGIN_PATH = "/org/freedesktop/login1"
SESSION_PATH = "/org/freedesktop/login1/session/c1"
SAVERS = ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.mate.ScreenSaver"]


@pytest.fixture
def listener(qapp):
    return Listener()


@pytest.fixture
def events(listener, bus_thread, system_thread):
    events = DesktopEvents(Buses(bus_thread, system_thread))
    listener.listen(resumed=events.resumed, locked=events.locked_changed)
    events.start()
    yield events
    events.stop()


@pytest.fixture
def logind(make_peer, system_bus):
    return make_peer(
        system_bus, LOGIN, GetSession=("o", (SESSION_PATH,)), Get=("v", (("b", False),))
    )


def sleep(logind, going):
    logind.emit(LOGIN_PATH, MANAGER, "PrepareForSleep", "b", (going,))


def hint(logind, locked):
    changed = (SESSION, {"LockedHint": ("b", locked)}, [])
    logind.emit(SESSION_PATH, PROPERTIES, "PropertiesChanged", "sa{sv}as", changed)


def saver(peer, name, active):
    peer.emit("/" + name.replace(".", "/"), name, "ActiveChanged", "b", (active,))


def until_known(qtbot, peer, method="Get"):
    """Until the watcher has asked: from then on it listens."""
    qtbot.waitUntil(lambda: method in peer.asked)


# waking up


def test_resume_is_reported_once_and_suspend_is_not(qtbot, events, listener, logind):
    until_known(qtbot, logind)
    sleep(logind, True)
    sleep(logind, False)
    sleep(logind, True)
    hint(logind, True)
    qtbot.waitUntil(lambda: listener.values("locked") == [True])
    assert listener.names.count("resumed") == 1


def test_only_logind_is_believed(qtbot, events, listener, logind, make_peer, system_bus):
    until_known(qtbot, logind)
    stranger = make_peer(system_bus, "org.example.Stranger")
    sleep(stranger, False)
    hint(stranger, True)
    logind.emit(LOGIN_PATH, MANAGER, "PrepareForSleep", "s", ("no",))
    sleep(logind, False)
    qtbot.waitUntil(lambda: listener.names.count("resumed") == 1)
    assert listener.values("locked") == []


def test_a_logind_that_restarts_is_followed(qtbot, events, listener, logind, make_peer, system_bus):
    until_known(qtbot, logind)
    logind.die()
    successor = make_peer(
        system_bus, LOGIN, GetSession=("o", (SESSION_PATH,)), Get=("v", (("b", True),))
    )
    qtbot.waitUntil(lambda: listener.values("locked") == [True])
    sleep(successor, False)
    qtbot.waitUntil(lambda: listener.names.count("resumed") == 1)


def test_a_locked_session_is_known_from_the_start(qtbot, listener, make_peer, system_bus, events):
    make_peer(system_bus, LOGIN, GetSession=("o", (SESSION_PATH,)), Get=("v", (("b", True),)))
    qtbot.waitUntil(lambda: listener.values("locked") == [True])


def test_the_locked_hint_is_followed(qtbot, events, listener, logind):
    until_known(qtbot, logind)
    for locked in (True, True, False, True):
        hint(logind, locked)
    qtbot.waitUntil(lambda: listener.values("locked") == [True, False, True])


def test_lock_request_without_a_locker_is_no_lock(qtbot, events, listener, logind):
    until_known(qtbot, logind)
    asked = len(logind.asked)
    logind.emit(SESSION_PATH, SESSION, "Lock", "", ())
    qtbot.waitUntil(lambda: len(logind.asked) > asked)
    hint(logind, True)
    hint(logind, False)
    qtbot.waitUntil(lambda: listener.values("locked") == [True, False])


def test_an_older_logind_is_asked_by_the_session_s_number(
    qtbot, events, listener, make_peer, system_bus, monkeypatch
):
    monkeypatch.setenv("XDG_SESSION_ID", "3")
    old = make_peer(system_bus, LOGIN)
    qtbot.waitUntil(lambda: old.asked == ["GetSession", "GetSession"])
    assert listener.values("locked") == []


# screen savers


@pytest.mark.parametrize("name", SAVERS)
def test_a_screen_saver_covers_and_uncovers(qtbot, events, listener, make_peer, session_bus, name):
    peer = make_peer(session_bus, name, GetActive=("b", (False,)))
    until_known(qtbot, peer, "GetActive")
    for active in (True, True, False):
        saver(peer, name, active)
    qtbot.waitUntil(lambda: listener.values("locked") == [True, False])


def test_a_screen_that_is_covered_already_is_known(qtbot, events, listener, make_peer, session_bus):
    make_peer(session_bus, SAVERS[1], GetActive=("b", (True,)))
    qtbot.waitUntil(lambda: listener.values("locked") == [True])


def test_a_locker_that_lets_go_of_its_name_still_covers(
    qtbot, events, listener, make_peer, session_bus
):
    peer = make_peer(session_bus, SAVERS[0])
    until_known(qtbot, peer, "GetActive")
    saver(peer, SAVERS[0], True)
    qtbot.waitUntil(lambda: listener.values("locked") == [True])
    peer.die()
    make_peer(session_bus, SAVERS[0], GetActive=("b", (False,)))
    qtbot.waitUntil(lambda: listener.values("locked") == [True, False])


def test_two_sources_are_locked_until_both_say_no(
    qtbot, events, listener, logind, make_peer, session_bus
):
    peer = make_peer(session_bus, SAVERS[0])
    until_known(qtbot, peer, "GetActive")
    until_known(qtbot, logind)
    saver(peer, SAVERS[0], True)
    qtbot.waitUntil(lambda: listener.values("locked") == [True])
    hint(logind, True)
    qtbot.waitUntil(lambda: events._hint)
    saver(peer, SAVERS[0], False)
    qtbot.waitUntil(lambda: not events._saver)
    assert listener.values("locked") == [True]
    hint(logind, False)
    qtbot.waitUntil(lambda: listener.values("locked") == [True, False])


def test_a_user_who_does_something_unlocks(qtbot, events, listener, make_peer, session_bus):
    make_peer(session_bus, SAVERS[1], GetActive=("b", (True,)))
    qtbot.waitUntil(lambda: listener.values("locked") == [True])
    events.user_seen()
    qtbot.waitUntil(lambda: listener.values("locked") == [True, False])


def test_the_users_activity_does_not_overtake_an_earlier_report(qapp, listener):
    events = DesktopEvents(Buses())
    listener.listen(locked=events.locked_changed)
    events.start()
    events._reporter(events._note_saver)(True)  # as a bus thread does
    events.user_seen()
    qapp.processEvents()
    assert listener.values("locked") == [True, False]
    events.stop()


def test_reports_after_the_end_are_dropped(qapp, listener):
    events = DesktopEvents(Buses())
    listener.listen(locked=events.locked_changed)
    report = events._reporter(events._note_saver)
    events.start()
    shiboken6.delete(events)
    report(True)
    assert listener.values("locked") == []


# the tray


def test_each_tray_that_appears_is_reported(qtbot, events, make_peer, session_bus):
    for _ in range(2):
        with qtbot.waitSignal(events.tray_appeared):
            tray = make_peer(session_bus, "org.kde.StatusNotifierWatcher")
        tray.die()


# without a bus


def test_a_lost_bus_unlocks(qtbot, events, listener, make_peer, session_bus):
    make_peer(session_bus, SAVERS[1], GetActive=("b", (True,)))
    qtbot.waitUntil(lambda: listener.values("locked") == [True])
    session_bus.stop()
    qtbot.waitUntil(lambda: listener.values("locked") == [True, False])


def test_no_buses_are_no_error(qtbot, listener, monkeypatch, tmp_path, caplog):
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path}/nothing")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    buses = Buses(BusThread("session"), BusThread("system"))
    events = DesktopEvents(buses)
    with caplog.at_level("INFO"):
        events.start()
        qtbot.waitUntil(lambda: caplog.text.count("no ") == 2)
    assert {record.levelname for record in caplog.records} == {"INFO"}
    events.stop()
    qtbot.waitUntil(lambda: not buses.session.is_running and not buses.system.is_running)


def test_without_buses_nothing_is_started(qapp):
    threads = threading.active_count()
    events = DesktopEvents(Buses())
    events.start()
    assert threading.active_count() == threads
    assert not events._locked
    events.stop()


def test_the_bus_is_found_in_its_usual_place(qtbot, listener, session_bus, make_peer, monkeypatch):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(session_bus.socket.parent))
    make_peer(session_bus, SAVERS[1], GetActive=("b", (True,)))
    thread = BusThread("session")
    events = DesktopEvents(Buses(session=thread))
    listener.listen(locked=events.locked_changed)
    events.start()
    qtbot.waitUntil(lambda: listener.values("locked") == [True])
    events.stop()
    qtbot.waitUntil(lambda: not thread.is_running)
