"""A bus that is away for long is found again, though nothing new is wished meanwhile."""

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.support.notification_daemons import FakeDaemon
from tests.support.session_bus import SessionBus
from wallet_tray.desktop.dbus import thread
from wallet_tray.desktop.dbus.thread import BusThread
from wallet_tray.desktop.notifications.freedesktop import FreedesktopNotifier
from wallet_tray.desktop.notifications.model import Notification


def test_an_alert_waits_for_a_bus_however_long_it_is_away(
    qtbot: QtBot,
    bus_thread: BusThread,
    session_bus: SessionBus,
    make_daemon: Callable[..., FakeDaemon],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tries = 0
    woken_within = thread._woken_within

    def count(*arguments: Any) -> bool:
        nonlocal tries
        tries += 1
        return woken_within(*arguments)

    monkeypatch.setattr(thread, "_RECONNECT_SECONDS", (0.01, 0.02))
    monkeypatch.setattr(thread, "_woken_within", count)
    session_bus.stop()
    notifier = FreedesktopNotifier(bus_thread)
    notifier.show(Notification("default", "Low", "Below your limit."))
    qtbot.waitUntil(lambda: tries > 5)
    with qtbot.waitSignal(notifier.delivered):
        session_bus.start()
        daemon = make_daemon()
    assert daemon.screen == {1: "Low"}
    notifier.stop()
