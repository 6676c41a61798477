"""Our notifier against real dunst and real mako, which come, go, stop and die."""

import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.end_to_end.bus_log import NOTIFICATIONS
from tests.end_to_end.dbus_client import wait_until
from tests.end_to_end.virtual_desktop import VirtualDesktop
from tests.support.listeners import Listener
from tests.support.notifiers import listener_to
from wallet_tray.desktop.dbus.thread import Buses, make_buses
from wallet_tray.desktop.events import DesktopEvents
from wallet_tray.desktop.notifications.model import Notification
from wallet_tray.desktop.notifications.notifier import Notifier, make_notifier

ACTIONS = (("top-up", "Top up"), ("snooze", "Snooze"), ("default", "Open"))
LOW = Notification("default", "Low balance: 84.10 BYC", "Below <100> & falling.", False, ACTIONS)
CRITICAL = Notification("default", "Critical balance: 9.00 BYC", "Below 20.", True, ACTIONS)
OTHER = Notification("other", "Low balance: 3 BYC", "Below your limit.")

pytestmark = pytest.mark.parametrize("display", ["x11", "wayland"])


@pytest.fixture
def desktop(
    display: str, make_desktop: Callable[..., VirtualDesktop], monkeypatch: pytest.MonkeyPatch
) -> VirtualDesktop:
    made = make_desktop(tray="none", keyring="absent", display=display, logind=True)
    for name in ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"):
        monkeypatch.setenv(name, made.env[name])
    return made


@pytest.fixture
def buses(desktop: VirtualDesktop) -> Iterator[Buses]:
    made = make_buses()
    yield made
    made.stop()
    for bus in (made.session, made.system):
        wait_until(lambda bus=bus: not (bus and bus.is_running), "the bus's thread to end")


@pytest.fixture
def notifier(qapp: QObject, buses: Buses) -> Iterator[Notifier]:
    made = make_notifier(buses.session)
    yield made
    made.stop()


@pytest.fixture
def listener(notifier: Notifier) -> Listener:
    return listener_to(notifier)


def show(qtbot: Any, notifier: Notifier, notification: Notification) -> None:
    with qtbot.waitSignal(notifier.delivered):
        notifier.show(notification)


def on_screen(desktop: VirtualDesktop) -> int:
    """How many notifications the daemon itself says it shows now."""
    if "WAYLAND_DISPLAY" in desktop.env:
        return _output(desktop, "makoctl", "list").count('"summary"')
    return int(_output(desktop, "dunstctl", "count", "displayed"))


def _output(desktop: VirtualDesktop, *argv: str) -> str:
    return subprocess.run(
        argv, env=desktop.env, capture_output=True, text=True, check=True, timeout=60
    ).stdout


def said(desktop: VirtualDesktop) -> list[tuple[str, int]]:
    """Title and id of all that the daemons acknowledged."""
    return [(note.summary, note.id) for note in desktop.log.notifications if note.id]


def test_a_worse_one_takes_its_place_and_leaves_on_recovery(
    qtbot: QtBot, desktop: VirtualDesktop, notifier: Notifier, listener: Listener
) -> None:
    show(qtbot, notifier, LOW)
    show(qtbot, notifier, CRITICAL)
    wait_until(lambda: len(said(desktop)) == 2, "the daemon's answers in the log")
    (_, first), (_, second) = said(desktop)
    assert first != second
    wait_until(lambda: on_screen(desktop) == 1, "the first one to be gone")
    notifier.close("default")
    wait_until(lambda: on_screen(desktop) == 0, "an empty screen")
    assert desktop.log.notifications[0].body == "Below &lt;100&gt; &amp; falling."
    assert [note.urgency for note in desktop.log.notifications] == [1, 2]
    assert listener.heard == [("delivered", "default")] * 2


@pytest.mark.parametrize("key", ["default", "top-up", "snooze"])
def test_a_pressed_button_is_reported_once(
    qtbot: QtBot, desktop: VirtualDesktop, notifier: Notifier, listener: Listener, key: str
) -> None:
    show(qtbot, notifier, LOW)
    wait_until(lambda: said(desktop), "the daemon's answer in the log")
    desktop.choose_action(said(desktop)[0][1], key)
    qtbot.waitUntil(lambda: ("dismissed", "default") in listener.heard)
    assert listener.heard == [
        ("delivered", "default"),
        ("action", "default", key),
        ("dismissed", "default"),
    ]
    assert on_screen(desktop) == 0


def test_killed_before_an_alert_the_alert_comes_once_with_the_next_daemon(
    qtbot: QtBot, desktop: VirtualDesktop, notifier: Notifier, listener: Listener
) -> None:
    desktop.kill("notifications")
    notifier.show(LOW)
    desktop.start("notifications")
    qtbot.waitUntil(lambda: listener.heard == [("delivered", "default")])
    assert on_screen(desktop) == 1


def test_killed_after_an_alert_the_alert_is_not_repeated(
    qtbot: QtBot, desktop: VirtualDesktop, notifier: Notifier
) -> None:
    show(qtbot, notifier, LOW)
    desktop.kill("notifications")
    desktop.start("notifications")
    show(qtbot, notifier, OTHER)
    wait_until(lambda: len(said(desktop)) == 2, "the daemon's answers in the log")
    assert [title for title, _ in said(desktop)] == [LOW.title, OTHER.title]
    assert on_screen(desktop) == 1


def test_killed_during_an_alert_it_comes_and_never_twice(
    qtbot: QtBot, desktop: VirtualDesktop, notifier: Notifier, listener: Listener
) -> None:
    show(qtbot, notifier, OTHER)
    os.kill(desktop.bus.process_of(NOTIFICATIONS), signal.SIGSTOP)
    notifier.show(LOW)
    wait_until(lambda: len(desktop.log.notifications) == 2, "the call on the bus")
    desktop.kill("notifications")
    desktop.start("notifications")
    qtbot.waitUntil(lambda: ("delivered", "default") in listener.heard)
    wait_until(lambda: len(said(desktop)) == 2, "the daemon's answers in the log")
    assert [title for title, _ in said(desktop)] == [OTHER.title, LOW.title]
    assert on_screen(desktop) == 1


def test_stopped_for_a_while_it_shows_the_newest_alone(
    qtbot: QtBot, desktop: VirtualDesktop, notifier: Notifier, listener: Listener
) -> None:
    show(qtbot, notifier, OTHER)  # its capabilities are known from here on
    pid = desktop.bus.process_of(NOTIFICATIONS)
    os.kill(pid, signal.SIGSTOP)
    notifier.show(LOW)
    wait_until(lambda: len(desktop.log.notifications) == 2, "the call on the bus")
    notifier.show(CRITICAL)
    os.kill(pid, signal.SIGCONT)
    qtbot.waitUntil(lambda: ("delivered", "default") in listener.heard)
    wait_until(lambda: len(said(desktop)) == 3, "the daemon's answers in the log")
    wait_until(lambda: on_screen(desktop) == 2, "the first one to be gone")


def test_waking_up_is_signalled(qtbot: QtBot, desktop: VirtualDesktop, buses: Buses) -> None:
    watcher = DesktopEvents(Buses(system=buses.system))
    signals: list[bool] = []
    watcher.resumed.connect(lambda: signals.append(True))
    watcher.start()

    def signalled_after_a_sleep() -> bool:
        """Not visible from outside when it begins to listen: sleep again until it does."""
        desktop.suspend()
        desktop.resume()
        return bool(signals)

    qtbot.waitUntil(signalled_after_a_sleep)
    watcher.stop()
