"""What is news is shown, whatever became of the one before; other words bring nothing back."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.support.notification_daemons import FakeDaemon, PlasmaDaemon
from tests.support.session_bus import SessionBus
from wallet_tray.desktop.dbus.thread import BusThread
from wallet_tray.desktop.notifications.freedesktop import FreedesktopNotifier
from wallet_tray.desktop.notifications.model import Notification


def alert(title: str, slot: str = "default") -> Notification:
    return Notification(slot, title, "Below your limit.", actions=(("snooze", "Snooze"),))


@pytest.fixture
def notifier(qapp: QObject, bus_thread: BusThread) -> Iterator[FreedesktopNotifier]:
    made = FreedesktopNotifier(bus_thread)
    yield made
    made.stop()


def show(qtbot: Any, notifier: FreedesktopNotifier, title: str, slot: str = "default") -> None:
    with qtbot.waitSignal(notifier.delivered):
        notifier.show(alert(title, slot))


def reword(qtbot: Any, notifier: FreedesktopNotifier, title: str) -> None:
    """Until it is known what became of it."""
    heard: list[str] = []
    notifier.delivered.connect(heard.append)
    notifier.dismissed.connect(heard.append)
    notifier.reword(alert(title))
    qtbot.waitUntil(lambda: bool(heard))


@pytest.mark.parametrize("silently", [True, False])
def test_each_worse_alert_is_shown_though_the_one_before_has_expired(
    qtbot: QtBot, notifier: FreedesktopNotifier, plasma: PlasmaDaemon, silently: bool
) -> None:
    for ident, title in enumerate(("Low", "Critical", "Empty"), start=1):
        show(qtbot, notifier, title)
        assert plasma.screen == {ident: title}
        plasma.expire(ident, silently=silently)
    assert [call[1] for call in plasma.notified] == [0, 0, 0]


def test_other_words_replace_what_stands(
    qtbot: QtBot, notifier: FreedesktopNotifier, plasma: PlasmaDaemon
) -> None:
    show(qtbot, notifier, "Low")
    reword(qtbot, notifier, "Niedrig")
    assert plasma.screen == {1: "Niedrig"}
    assert [call[1] for call in plasma.notified] == [0, 1]
    assert plasma.closed == []


def test_other_words_reach_the_history_and_bring_nothing_back(
    qtbot: QtBot, notifier: FreedesktopNotifier, plasma: PlasmaDaemon
) -> None:
    """Amounts that are hidden from now on are hidden there too."""
    show(qtbot, notifier, "Low: 84.10")
    plasma.expire(1)
    reword(qtbot, notifier, "Low: hidden")
    assert (plasma.screen, plasma.history) == ({}, {1: "Low: hidden"})
    show(qtbot, notifier, "Critical: hidden")
    assert plasma.screen == {2: "Critical: hidden"}


@pytest.mark.parametrize("reason", [1, 2])
def test_rewording_a_closed_notification_sends_nothing(
    qtbot: QtBot, notifier: FreedesktopNotifier, make_daemon: Callable[..., FakeDaemon], reason: int
) -> None:
    daemon = make_daemon()
    show(qtbot, notifier, "Low")
    with qtbot.waitSignal(notifier.dismissed):
        daemon.end(1, reason)
    reword(qtbot, notifier, "Niedrig")
    show(qtbot, notifier, "Other", slot="other")
    assert [call[3] for call in daemon.notified] == ["Low", "Other"]


def test_reworded_undelivered_notification_is_still_delivered_as_new(
    qtbot: QtBot, notifier: FreedesktopNotifier, make_daemon: Callable[..., FakeDaemon]
) -> None:
    notifier.show(alert("Low"))
    notifier.reword(alert("Niedrig"))
    with qtbot.waitSignal(notifier.delivered):
        daemon = make_daemon()
    assert daemon.screen == {1: "Niedrig"}


def test_a_worse_one_that_is_refused_at_first_is_shown_in_the_end(
    qtbot: QtBot,
    notifier: FreedesktopNotifier,
    plasma: PlasmaDaemon,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from wallet_tray.desktop.notifications import delivery

    monkeypatch.setattr(delivery, "RETRY_SECONDS", (0.01,) * 100_000)
    show(qtbot, notifier, "Low")
    plasma.expire(1)
    plasma.refuse.add("Notify")
    notifier.show(alert("Critical"))
    plasma.wait(lambda: len(plasma.notified) > 2)
    notifier.reword(alert("Kritisch"))
    with qtbot.waitSignal(notifier.delivered):
        plasma.refuse.clear()
    assert list(plasma.screen.values()) == ["Kritisch"]


def test_lasting_refusal_is_retried_slowly(
    qtbot: QtBot,
    notifier: FreedesktopNotifier,
    make_daemon: Callable[..., FakeDaemon],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from wallet_tray.desktop.notifications import delivery

    monkeypatch.setattr(delivery, "RETRY_SECONDS", (0.01,))
    monkeypatch.setattr(delivery, "LATER_SECONDS", 0.02)
    daemon = make_daemon(refuse=("Notify",))
    notifier.show(alert("Low"))
    daemon.wait(lambda: len(daemon.notified) > 6)
    with qtbot.waitSignal(notifier.delivered):
        daemon.refuse.clear()


def test_late_dismissal_does_not_hit_a_newer_notification(
    qtbot: QtBot, notifier: FreedesktopNotifier, plasma: PlasmaDaemon
) -> None:
    """The word of a dismissal is on its way to the GUI thread when something new is said."""
    heard: list[str] = []
    show(qtbot, notifier, "Low")
    notifier.dismissed.connect(heard.append)
    notifier.on_dismissed("default")
    show(qtbot, notifier, "Critical")
    assert heard == []
    plasma.end(2)
    qtbot.waitUntil(lambda: heard == ["default"])


def test_the_end_of_its_daemon_ends_a_notification(
    qtbot: QtBot, notifier: FreedesktopNotifier, make_daemon: Callable[..., FakeDaemon]
) -> None:
    """Nothing holds back other alerts for the sake of one that is not visible."""
    daemon = make_daemon()
    show(qtbot, notifier, "Critical")
    daemon.die()
    with qtbot.waitSignal(notifier.dismissed):
        make_daemon()


# a daemon that is started by the first notification

_STARTED = """
import os
from tests.support.notification_daemons import {kind}
daemon = {kind}(os.environ["DBUS_STARTER_ADDRESS"])
daemon.wait(lambda: daemon.closed)
open({log!r}, "w").write(" ".join(daemon.asked))
"""


def start_by_bus(bus: Any, folder: Path, kind: type[FakeDaemon]) -> Path:
    """Have the bus start this one; gives the file that holds what it was asked."""
    script, log = folder / "daemon.py", folder / "asked"
    script.write_text(_STARTED.format(kind=kind.__name__, log=str(log)))
    (bus.services / "daemon.service").write_text(
        f"[D-BUS Service]\nName=org.freedesktop.Notifications\nExec={sys.executable} {script}\n"
    )
    return log


def test_the_notification_that_starts_the_daemon_is_sent_once(
    qtbot: QtBot, notifier: FreedesktopNotifier, session_bus: SessionBus, tmp_path: Path
) -> None:
    asked = start_by_bus(session_bus, tmp_path, FakeDaemon)
    show(qtbot, notifier, "Low")
    notifier.close("default")
    qtbot.waitUntil(lambda: asked.exists() and asked.read_text() != "")
    assert asked.read_text().split() == ["GetCapabilities", "Notify", "CloseNotification"]


def test_a_daemon_that_is_not_ready_yet_gets_it_once_and_with_its_buttons(
    qtbot: QtBot, notifier: FreedesktopNotifier, make_daemon: Callable[..., FakeDaemon]
) -> None:
    """It owns its name before it can answer."""
    daemon = make_daemon(unready=True)
    notifier.show(alert("Low"))
    daemon.wait(lambda: len(daemon.asked) >= 2)
    with qtbot.waitSignal(notifier.delivered):
        daemon.unready = False
    assert daemon.asked.count("Notify") == 1
    assert daemon.notified[0][5] == ["snooze", "Snooze"]


def test_a_daemon_that_is_installed_later_is_started_by_the_next_alert(
    qtbot: QtBot,
    notifier: FreedesktopNotifier,
    session_bus: SessionBus,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level("INFO"):
        notifier.show(alert("Low"))
        qtbot.waitUntil(lambda: "no notification daemon" in caplog.text)
    start_by_bus(session_bus, tmp_path, FakeDaemon)
    _reload(session_bus)
    show(qtbot, notifier, "Critical")


def test_daemon_that_crashes_on_a_notification_is_not_restarted_forever(
    qtbot: QtBot,
    notifier: FreedesktopNotifier,
    session_bus: SessionBus,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    from wallet_tray.desktop.notifications import daemon as notification_daemon

    monkeypatch.setattr(notification_daemon, "START_RETRY_SECONDS", (0.01, 0.01))
    starts = tmp_path / "starts"
    start_by_bus(session_bus, tmp_path, FakeDaemon)
    script = tmp_path / "daemon.py"
    dies = script.read_text().split("daemon.wait")[0]
    dies = dies.replace("daemon = FakeDaemon(", "daemon = FakeDaemon(hang=['Notify'], address=")
    script.write_text(
        f"open({str(starts)!r}, 'a').write('x')\n"
        f"{dies}\ndaemon.wait(lambda: daemon.notified)\nos._exit(1)\n"
    )
    with caplog.at_level("INFO"):
        notifier.show(alert("Low"))
        qtbot.waitUntil(lambda: caplog.text.count("without an answer") == 3)
    assert starts.read_text() == "xxx"
    with qtbot.waitSignal(notifier.delivered):
        make = FakeDaemon(session_bus.address)
    assert make.screen == {1: "Low"}
    make.die()


def _reload(bus: Any) -> None:
    """Have the bus read its folder of services now."""
    from jeepney import DBusAddress, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    name = "org.freedesktop.DBus"
    with open_dbus_connection(bus.address) as connection:
        address = DBusAddress("/org/freedesktop/DBus", name, name)
        connection.send_and_get_reply(new_method_call(address, "ReloadConfig"), timeout=60)
