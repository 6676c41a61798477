"""Notifications against a daemon that is absent, hangs, restarts, refuses or lies."""

import itertools
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QTimer

from tests.support.listeners import Listener
from tests.support.notifiers import listener_to
from tests.support.own_seconds import OwnSeconds
from wallet_tray.desktop.dbus.thread import BusThread
from wallet_tray.desktop.notifications import daemon as notification_echoes
from wallet_tray.desktop.notifications import delivery
from wallet_tray.desktop.notifications.freedesktop import FreedesktopNotifier
from wallet_tray.desktop.notifications.model import Notification
from wallet_tray.desktop.notifications.notifier import NoNotifier, make_notifier

ACTIONS = (("top-up", "Top up"), ("snooze", "Snooze"), ("default", "Open"))


def low(title: str = "Low", slot: str = "default", **more: Any) -> Notification:
    return Notification(slot, title, "Below your limit.", actions=ACTIONS, **more)


@pytest.fixture
def notifier(qapp: QObject, bus_thread: BusThread) -> Iterator[FreedesktopNotifier]:
    made = FreedesktopNotifier(bus_thread)
    yield made
    made.stop()


@pytest.fixture
def listener(notifier: FreedesktopNotifier) -> Listener:
    return listener_to(notifier)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Retries that come at once."""
    monkeypatch.setattr(delivery, "RETRY_SECONDS", (0.01, 0.01, 0.01))


def show(qtbot: Any, notifier: FreedesktopNotifier, notification: Notification) -> None:
    """Show it and wait until it is delivered."""
    with qtbot.waitSignal(notifier.delivered):
        notifier.show(notification)


# what is sent


def test_notify_call_has_the_app_name_and_urgency(qtbot, notifier, make_daemon):
    daemon = make_daemon()
    show(qtbot, notifier, low("Low balance: 84.10 BYC"))
    show(qtbot, notifier, low("Empty", urgent=True, slot="other"))
    (app, replaces, icon, title, body, actions, hints, expires), second = daemon.notified
    assert (app, replaces, icon, expires) == ("Wallet Tray", 0, "wallet-tray", -1)
    assert (title, body) == ("Low balance: 84.10 BYC", "Below your limit.")
    assert actions == ["top-up", "Top up", "snooze", "Snooze", "default", "Open"]
    assert hints["desktop-entry"] == ("s", "io.github.wallet_tray.WalletTray")
    assert hints["urgency"] == ("y", 1)
    assert second[6]["urgency"] == ("y", 2)


def test_an_icon_file_is_sent_as_its_address(qtbot, bus_thread, make_daemon, tmp_path):
    daemon = make_daemon()
    notifier = FreedesktopNotifier(bus_thread, tmp_path / "a wallet.svg")
    show(qtbot, notifier, low())
    assert daemon.notified[0][2] == f"file://{tmp_path}/a%20wallet.svg"
    notifier.stop()


@pytest.mark.parametrize(
    ("capabilities", "body"),
    [(("body-markup",), "a &amp; &lt;b&gt;b&lt;/b&gt;"), ((), "a & <b>b</b>")],
)
def test_markup_is_escaped_only_where_it_is_read(qtbot, notifier, make_daemon, capabilities, body):
    daemon = make_daemon(capabilities=capabilities)
    show(qtbot, notifier, Notification("default", "<i>&", "a & <b>b</b>"))
    assert daemon.notified[0][3:5] == ("<i>&", body)


def test_actions_are_sent_only_where_they_are_offered(qtbot, notifier, make_daemon):
    daemon = make_daemon(capabilities=("body",))
    show(qtbot, notifier, low())
    assert daemon.notified[0][5] == []


def test_daemon_without_capabilities_gets_plain_text(qtbot, notifier, make_daemon):
    daemon = make_daemon(refuse=("GetCapabilities",))
    show(qtbot, notifier, low())
    assert daemon.notified[0][5] == []


# one slot, one notification


def test_a_slot_shows_one_alert_as_it_worsens_and_slots_are_apart(qtbot, notifier, make_daemon):
    daemon = make_daemon(first_id=41)
    show(qtbot, notifier, low("Low"))
    show(qtbot, notifier, low("Other", slot="other"))
    show(qtbot, notifier, low("Critical"))
    assert daemon.screen == {42: "Other", 43: "Critical"}
    assert daemon.closed == [41]
    assert [call[1] for call in daemon.notified] == [0, 0, 0]


def test_recovery_closes_it(qtbot, notifier, listener, make_daemon):
    daemon = make_daemon()
    show(qtbot, notifier, low())
    notifier.close("default")
    daemon.wait(lambda: daemon.closed == [1])
    show(qtbot, notifier, low("Again"))
    assert daemon.screen == {2: "Again"}
    assert ("dismissed", "default") not in listener.heard, "that was our own doing"


def test_closing_what_was_never_shown_starts_nothing(notifier, bus_thread):
    notifier.close("default")
    assert not bus_thread.is_running


# what the user does


@pytest.mark.parametrize("key", ["default", "top-up", "snooze"])
def test_repeated_action_signal_is_reported_once(
    qtbot, notifier, listener, make_daemon, monkeypatch, key
):
    monkeypatch.setattr(notification_echoes, "_ECHO_SECONDS", 60.0)
    daemon = make_daemon()
    show(qtbot, notifier, low())
    daemon.invoke(1, key, times=2)  # as GNOME Shell does
    daemon.end(1, times=2)
    qtbot.waitUntil(lambda: listener.heard[-1] == ("dismissed", "default"))
    assert listener.heard == [
        ("delivered", "default"),
        ("action", "default", key),
        ("dismissed", "default"),
    ]
    assert listener.threads == {threading.main_thread()}


def test_a_daemon_that_leaves_it_after_an_action_is_asked_to_close_it(
    qtbot, notifier, listener, make_daemon
):
    daemon = make_daemon()
    show(qtbot, notifier, low())
    daemon.invoke(1, "snooze")
    qtbot.waitUntil(lambda: ("dismissed", "default") in listener.heard)
    assert daemon.screen == {}


def test_an_action_on_what_is_being_replaced_leaves_the_new_one(
    qtbot, notifier, listener, make_daemon
):
    daemon = make_daemon()
    show(qtbot, notifier, low("Low"))
    daemon.hang.add("Notify")
    notifier.show(low("Critical"))
    daemon.wait(lambda: len(daemon.notified) == 2)
    daemon.invoke(1, "default")
    qtbot.waitUntil(lambda: ("action", "default", "default") in listener.heard)
    with qtbot.waitSignal(notifier.delivered):
        daemon.release()
    assert daemon.closed == [1]
    assert daemon.screen == {2: "Critical"}


def test_action_reported_after_the_close_counts(qtbot, notifier, listener, make_daemon):
    daemon = make_daemon()
    show(qtbot, notifier, low())
    daemon.end(1)
    daemon.invoke(1, "top-up")
    qtbot.waitUntil(lambda: listener.heard[-1] == ("action", "default", "top-up"))


def test_alert_after_a_dismissal_is_a_new_notification(qtbot, notifier, listener, make_daemon):
    daemon = make_daemon()
    show(qtbot, notifier, low())
    for reason in (1, 2):
        with qtbot.waitSignal(notifier.dismissed):
            daemon.end(max(daemon.screen), reason)
        show(qtbot, notifier, low("Again"))
        assert daemon.notified[-1][1] == 0


def test_foreign_ids_unknown_keys_and_odd_signals_are_nothing(
    qtbot, notifier, listener, make_daemon, session_bus
):
    daemon = make_daemon()
    show(qtbot, notifier, low())
    daemon.invoke(7, "default")  # mako broadcasts those of other programs
    daemon.invoke(0, "default")
    daemon.invoke(1, "rm -rf")
    daemon.invoke(1, "\u202e" * 10_000)
    daemon.end(7)
    daemon.emit("ActionInvoked", None, ())
    daemon.emit("ActionInvoked", "ss", ("1", "default"))
    daemon.emit("NotificationClosed", "u", (1,))
    daemon.emit("NotificationClosed", "a{sv}", ({"id": ("u", 1)},))
    stranger = make_daemon(name="org.example.Stranger")
    stranger.invoke(1, "default")
    stranger.end(1)
    show(qtbot, notifier, low("Next"))
    daemon.invoke(2, "snooze")
    qtbot.waitUntil(lambda: ("dismissed", "default") in listener.heard)
    assert [heard for heard in listener.heard if heard[0] != "delivered"] == [
        ("action", "default", "snooze"),
        ("dismissed", "default"),
    ]


# the daemon is not there


def test_an_absent_daemon_gets_the_newest_when_it_comes(
    qtbot, notifier, listener, bus_thread, make_daemon
):
    notifier.show(low("Low"))
    notifier.show(low("Critical"))
    notifier.show(low("Other", slot="other"))
    notifier.close("other")
    daemon = make_daemon()
    qtbot.waitUntil(lambda: listener.heard == [("delivered", "default")])
    assert [call[3] for call in daemon.notified] == ["Critical"]


def test_a_daemon_that_the_bus_can_start_is_started(qtbot, notifier, session_bus, tmp_path):
    script = tmp_path / "daemon.py"
    script.write_text(
        "import os\nfrom tests.support.notification_daemons import FakeDaemon\n"
        "daemon = FakeDaemon(os.environ['DBUS_STARTER_ADDRESS'])\n"
        "daemon.wait(lambda: daemon.closed)\n"
    )
    (session_bus.services / "daemon.service").write_text(
        f"[D-BUS Service]\nName=org.freedesktop.Notifications\nExec={sys.executable} {script}\n"
    )
    show(qtbot, notifier, low())
    notifier.close("default")


def test_a_daemon_that_fails_to_start_is_tried_again(
    qtbot, notifier, session_bus, make_daemon, monkeypatch, tmp_path
):
    from wallet_tray.desktop.notifications import daemon as notification_daemon

    monkeypatch.setattr(notification_daemon, "START_RETRY_SECONDS", (0.01, 0.01))
    tries = tmp_path / "tries"
    script = tmp_path / "fails"
    script.write_text(f"#!/bin/sh\necho try >> {tries}\nexit 1\n")
    script.chmod(0o700)
    (session_bus.services / "daemon.service").write_text(
        f"[D-BUS Service]\nName=org.freedesktop.Notifications\nExec={script}\n"
    )
    notifier.show(low())
    qtbot.waitUntil(lambda: tries.exists() and tries.read_text().count("try") == 3)
    with qtbot.waitSignal(notifier.delivered):
        daemon = make_daemon()
    assert daemon.screen == {1: "Low"}


def test_no_bus_at_all_is_quiet_and_tried_again_on_the_next_show(
    qtbot, notifier, listener, bus_thread, session_bus, make_daemon, caplog
):
    session_bus.stop()
    with caplog.at_level("INFO"):
        notifier.show(low("Low"))
        qtbot.waitUntil(lambda: "no session bus" in caplog.text)
    session_bus.start()
    daemon = make_daemon()
    show(qtbot, notifier, low("Critical"))
    assert [call[3] for call in daemon.notified] == ["Critical"]


def test_a_bus_that_restarts_is_found_again(
    qtbot, notifier, bus_thread, session_bus, make_daemon, caplog
):
    daemon = make_daemon()
    show(qtbot, notifier, low("Low"))
    with caplog.at_level("WARNING"):
        session_bus.stop()
        qtbot.waitUntil(lambda: "session bus is lost" in caplog.text)
    session_bus.start()
    successor = make_daemon()
    show(qtbot, notifier, low("Critical"))
    assert [call[1:4:2] for call in successor.notified] == [(0, "Critical")]
    assert len(daemon.notified) == 1


# the daemon dies


def test_killed_after_delivery_it_is_not_shown_again(qtbot, notifier, make_daemon):
    daemon = make_daemon()
    show(qtbot, notifier, low("Low"))
    daemon.die()
    successor = make_daemon()
    show(qtbot, notifier, low("Other", slot="other"))
    assert [call[3] for call in successor.notified] == ["Other"]
    show(qtbot, notifier, low("Critical"))
    assert successor.notified[-1][1] == 0, "the dead daemon's id means nothing"


def test_killed_before_its_answer_its_successor_shows_it(qtbot, notifier, make_daemon):
    daemon = make_daemon(hang=("Notify",))
    notifier.show(low("Low"))
    daemon.wait(lambda: len(daemon.notified) == 1)
    daemon.die()
    with qtbot.waitSignal(notifier.delivered):
        successor = make_daemon()
    assert successor.screen == {1: "Low"}


def test_recovered_while_the_daemon_was_away_nothing_is_shown(qtbot, notifier, make_daemon):
    daemon = make_daemon(hang=("Notify",))
    notifier.show(low("Low"))
    daemon.wait(lambda: len(daemon.notified) == 1)
    notifier.close("default")
    daemon.die()
    successor = make_daemon()
    show(qtbot, notifier, low("Other", slot="other"))
    assert [call[3] for call in successor.notified] == ["Other"]


def test_a_daemon_that_is_superseded_but_lives_takes_its_copy_back(
    qtbot, notifier, listener, make_daemon
):
    old = make_daemon(hang=("Notify",))
    notifier.show(low("Low"))
    old.wait(lambda: len(old.notified) == 1)
    old.let_go()
    with qtbot.waitSignal(notifier.delivered):
        successor = make_daemon()
    old.release()
    old.wait(lambda: old.closed == [1])
    assert (old.screen, successor.screen) == ({}, {1: "Low"})
    assert listener.heard == [("delivered", "default")]


# the daemon hangs


def test_a_hanging_daemon_gets_one_call_a_slot_and_the_rest_when_it_answers(
    qtbot, notifier, listener, make_daemon
):
    daemon = make_daemon(hang=("Notify",))
    notifier.show(low("Low"))
    daemon.wait(lambda: len(daemon.notified) == 1)
    notifier.show(low("Critical"))
    notifier.show(low("Other", slot="other"))
    daemon.wait(lambda: len(daemon.notified) == 2)
    assert [call[3] for call in daemon.notified] == ["Low", "Other"]
    daemon.release()
    qtbot.waitUntil(lambda: len(listener.heard) == 2)
    assert daemon.screen == {2: "Other", 3: "Critical"}
    assert [call[1] for call in daemon.notified] == [0, 0, 0]


def test_a_late_answer_after_recovery_is_closed(qtbot, notifier, listener, make_daemon):
    daemon = make_daemon(hang=("Notify",))
    notifier.show(low("Low"))
    daemon.wait(lambda: len(daemon.notified) == 1)
    notifier.close("default")
    daemon.release()
    daemon.wait(lambda: daemon.closed == [1])
    assert daemon.screen == {}
    assert listener.heard == []


def test_a_daemon_that_hangs_from_the_start_is_asked_once(qtbot, notifier, make_daemon):
    daemon = make_daemon(hang=("GetCapabilities",))
    for title in ("Low", "Critical"):
        notifier.show(low(title))
        notifier.show(low("Other", slot="other"))
    daemon.wait(lambda: daemon.asked)
    with qtbot.waitSignals([notifier.delivered] * 2):
        daemon.release()
    assert daemon.asked == ["GetCapabilities", "Notify", "Notify"]
    assert sorted(daemon.screen.values()) == ["Critical", "Other"]


def test_the_event_loop_does_not_notice_a_hanging_daemon(qtbot, notifier, make_daemon):
    daemon = make_daemon(hang=("Notify",))
    ticks: list[float] = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(time.monotonic()))
    timer.start(5)
    worsening = QTimer()
    worsening.timeout.connect(
        lambda: notifier.show(low(f"Low {len(ticks)}", slot=str(len(ticks) % 5)))
    )
    worsening.start(7)
    qtbot.waitUntil(lambda: len(ticks) > 100 and len(daemon.notified) == 5)
    worsening.stop()
    timer.stop()
    gaps = [later - earlier for earlier, later in itertools.pairwise(ticks)]
    # Nearly every tick follows a wish: a wait for the daemon would show in most of them. And
    # the one long gap of a busy machine is shorter than what the daemon takes, which is for ever.
    assert statistics.median(gaps) < 0.1
    assert max(gaps) < 20


# the daemon refuses


@pytest.mark.usefixtures("impatient")
def test_a_refusal_is_tried_again_a_few_times_then_left(
    qtbot, notifier, listener, make_daemon, caplog
):
    daemon = make_daemon(refuse=("Notify",))
    notifier.show(low("Low"))
    daemon.wait(lambda: len(daemon.notified) == 4)
    assert listener.heard == []
    daemon.refuse.clear()
    show(qtbot, notifier, low("Other", slot="other"))
    assert [call[3] for call in daemon.notified] == ["Low"] * 4 + ["Other"]
    daemon.die()
    with qtbot.waitSignal(notifier.delivered):
        successor = make_daemon()
    assert successor.screen == {1: "Low"}


@pytest.mark.usefixtures("impatient")
def test_a_passing_refusal_is_overcome(qtbot, notifier, make_daemon, monkeypatch):
    # However long it takes until the daemon refuses no more, there is a try left.
    monkeypatch.setattr(delivery, "RETRY_SECONDS", (0.01,) * 100_000)
    daemon = make_daemon(refuse=("Notify",))
    notifier.show(low("Low"))
    daemon.wait(lambda: len(daemon.notified) >= 2)
    with qtbot.waitSignal(notifier.delivered):
        daemon.refuse.clear()


def test_new_request_after_a_refusal_is_sent_at_once(qtbot, notifier, make_daemon, caplog):
    daemon = make_daemon(refuse=("Notify",))
    with caplog.at_level("WARNING"):
        notifier.show(low("Low"))
        qtbot.waitUntil(lambda: "refuses" in caplog.text)
    daemon.refuse.clear()
    show(qtbot, notifier, low("Critical"))
    assert daemon.screen == {1: "Critical"}


# the end, and before the beginning


def test_nothing_is_imported_or_started_before_the_first_notification():
    script = (
        "import sys, threading\n"
        "from wallet_tray.desktop.dbus.thread import make_buses\n"
        "from wallet_tray.desktop.notifications.notifier import make_notifier\n"
        "from wallet_tray.desktop.events import DesktopEvents\n"
        "buses = make_buses()\n"
        "notifier = make_notifier(buses.session)\n"
        "DesktopEvents(buses)\n"
        "notifier.close('default'); notifier.stop(); buses.stop()\n"
        "assert type(notifier).__name__ == 'FreedesktopNotifier'\n"
        "assert 'jeepney' not in sys.modules\n"
        "assert threading.active_count() == 1\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, timeout=300)


def test_nothing_is_reported_or_shown_after_stop(
    qtbot, notifier, listener, bus_thread, make_daemon
):
    daemon = make_daemon()
    show(qtbot, notifier, low())
    with OwnSeconds() as own:
        notifier.stop()
        bus_thread.stop()
    assert own.seconds < 0.3
    daemon.end(99)
    notifier.show(low("Too late"))
    qtbot.waitUntil(lambda: not bus_thread.is_running)
    assert daemon.screen == {1: "Low"}
    assert listener.heard == [("delivered", "default")]


def test_stop_does_not_wait_for_a_hanging_daemon(qtbot, notifier, bus_thread, make_daemon):
    daemon = make_daemon(hang=("Notify",))
    notifier.show(low())
    daemon.wait(lambda: daemon.notified)
    with OwnSeconds() as own:
        notifier.stop()
        bus_thread.stop()
    assert own.seconds < 0.3
    qtbot.waitUntil(lambda: not bus_thread.is_running)


def test_notifier_deleted_by_qt_is_ignored(qtbot, notifier, bus_thread, make_daemon):
    from shiboken6 import Shiboken

    daemon = make_daemon(hang=("Notify",))
    notifier.show(low())
    daemon.wait(lambda: daemon.notified)
    Shiboken.delete(notifier)
    daemon.release()
    survivor = FreedesktopNotifier(bus_thread)
    show(qtbot, survivor, low("Other", slot="other"))
    survivor.stop()


def test_an_idle_thread_sleeps(qtbot, notifier, bus_thread, make_daemon):
    make_daemon()
    show(qtbot, notifier, low())
    thread = next(each for each in threading.enumerate() if each.name == "session bus")
    status = Path(f"/proc/self/task/{thread.native_id}/status")

    def switches() -> int:
        line = next(
            line for line in status.read_text().splitlines() if line.startswith("voluntary")
        )
        return int(line.split()[1])

    # The one timer (for a daemon that does not answer) is not due before 5 s.
    before = switches()
    with qtbot.waitSignal(_after(500)):
        pass
    assert switches() - before <= 1


def _after(milliseconds: int) -> Any:
    timer = QTimer(singleShot=True, interval=milliseconds)
    timer.start()
    _after.kept = timer  # type: ignore[attr-defined]
    return timer.timeout


def test_without_a_bus_no_notifier_is_made(qapp):
    notifier = make_notifier()
    assert type(notifier) is NoNotifier
    notifier.show(low())
    notifier.close("default")
    notifier.stop()
