"""What a run of the program leaves on the screen, and what the next one makes of it."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from tests.support.notification_daemons import FakeDaemon, PlasmaDaemon
from tests.support.own_seconds import OwnSeconds
from tests.support.session_bus import SessionBus
from wallet_tray.desktop.dbus.connection import BusLink
from wallet_tray.desktop.dbus.thread import BusThread
from wallet_tray.desktop.notifications.freedesktop import FreedesktopNotifier
from wallet_tray.desktop.notifications.model import Notification

ACTIONS = (("top-up", "Top up"), ("snooze", "Snooze"), ("default", "Open"))
LIMIT = timedelta(seconds=60)


def alert(title: str, slot: str = "default") -> Notification:
    return Notification(slot, title, "Below your limit.", actions=ACTIONS)


class Run(QObject):
    """One run of the program, as far as it notifies; it knows of the others by the ledger."""

    def __init__(self, qtbot: Any, ledger: Path) -> None:
        super().__init__()
        self._qtbot = qtbot
        self.bus = BusThread("session")
        self.notifier = FreedesktopNotifier(self.bus, ledger_file=ledger)
        self.heard: list[tuple[str, ...]] = []
        self.notifier.delivered.connect(self.on_delivered)
        self.notifier.action_invoked.connect(self.on_action)
        self.notifier.dismissed.connect(self.on_dismissed)

    @Slot(str)
    def on_delivered(self, slot: str) -> None:
        self.heard.append(("delivered", slot))

    @Slot(str, str)
    def on_action(self, slot: str, key: str) -> None:
        self.heard.append(("action", slot, key))

    @Slot(str)
    def on_dismissed(self, slot: str) -> None:
        self.heard.append(("dismissed", slot))

    def show(self, title: str, slot: str = "default") -> None:
        self.notifier.show(alert(title, slot))
        self.wait_for("delivered", slot)

    def wait_for(self, *words: str) -> None:
        self._qtbot.waitUntil(lambda: words in self.heard)
        self.heard.remove(words)

    def kill(self) -> None:
        """It ends without a word."""
        self.notifier.stop()
        self.bus.stop()
        self._qtbot.waitUntil(lambda: not self.bus.is_running)

    def quit(self) -> None:
        self.notifier.withdraw(LIMIT)
        self.kill()


@pytest.fixture
def start(qtbot: QtBot, session_bus: SessionBus, tmp_path: Path) -> Iterator[Callable[[], Run]]:
    runs: list[Run] = []

    def make() -> Run:
        runs.append(Run(qtbot, tmp_path / "notifications.json"))
        return runs[-1]

    yield make
    for run in runs:
        run.kill()


# the end


def test_quitting_takes_everything_off_the_screen(
    start: Callable[[], Run], make_daemon: Callable[..., FakeDaemon]
) -> None:
    daemon = make_daemon()
    run = start()
    run.show("Low")
    run.show("Other", slot="other")
    run.quit()
    daemon.wait(lambda: daemon.screen == {})
    assert sorted(daemon.closed) == [1, 2]
    next_run = start()
    next_run.notifier.take_over([alert("Low"), alert("Other", "other")])
    next_run.wait_for("dismissed", "default")
    next_run.wait_for("dismissed", "other")
    assert not next_run.bus.is_running, "nothing was left, so there is nothing to ask"


def test_notification_delivered_during_quit_is_closed(
    start: Callable[[], Run], make_daemon: Callable[..., FakeDaemon]
) -> None:
    daemon = make_daemon(hang=("Notify",))
    run = start()
    run.notifier.show(alert("Low"))
    daemon.wait(lambda: daemon.notified)
    run.notifier.withdraw(timedelta(0))
    daemon.release()
    daemon.wait(lambda: daemon.closed == [1])
    assert daemon.screen == {}


def test_quitting_does_not_wait_for_a_daemon_that_hangs(
    start: Callable[[], Run], make_daemon: Callable[..., FakeDaemon]
) -> None:
    daemon = make_daemon()
    run = start()
    run.show("Low")
    daemon.hang.add("Notify")
    daemon.hang.add("CloseNotification")
    run.notifier.show(alert("Other", slot="other"))
    daemon.wait(lambda: len(daemon.notified) == 2)
    with OwnSeconds() as own:
        run.notifier.withdraw(timedelta(seconds=0.2))
    assert own.seconds < 1
    run.kill()
    daemon.release()
    daemon.wait(lambda: 1 in daemon.closed)


def test_quitting_without_a_notification_opens_no_bus(start: Callable[[], Run]) -> None:
    run = start()
    run.notifier.withdraw(LIMIT)
    assert not run.bus.is_running


# the next run


def test_notification_of_a_killed_run_is_replaced_in_place(
    start: Callable[[], Run], make_daemon: Callable[..., FakeDaemon]
) -> None:
    daemon = make_daemon()
    killed = start()
    killed.show("Low")
    killed.kill()
    run = start()
    run.notifier.take_over([alert("Low")])
    run.notifier.reword(alert("Niedrig"))
    run.wait_for("delivered", "default")
    assert daemon.screen == {1: "Niedrig"}
    assert daemon.closed == []
    daemon.invoke(1, "snooze")
    run.wait_for("action", "default", "snooze")
    run.wait_for("dismissed", "default")
    assert daemon.screen == {}


@pytest.mark.parametrize("key", ["default", "top-up", "snooze"])
def test_its_buttons_work_before_the_daemon_has_heard_of_the_new_run(
    start: Callable[[], Run], make_daemon: Callable[..., FakeDaemon], key: str
) -> None:
    daemon = make_daemon()
    killed = start()
    killed.show("Low")
    killed.kill()
    daemon.hang.add("GetCapabilities")
    run = start()
    run.notifier.take_over([alert("Low")])
    run.notifier.reword(alert("Low"))
    daemon.wait(lambda: daemon.asked.count("GetCapabilities") == 2)
    daemon.invoke(1, key)
    run.wait_for("action", "default", key)
    run.wait_for("dismissed", "default")
    daemon.release()
    run.show("Other", slot="other")
    assert [call[3] for call in daemon.notified] == ["Low", "Other"], "it was dismissed"


@pytest.mark.parametrize("key", ["default", "top-up", "snooze"])
def test_notification_of_a_killed_run_is_taken_over_silently(
    start: Callable[[], Run], make_daemon: Callable[..., FakeDaemon], key: str
) -> None:
    """Its figures may be out of date: it is sent again once they are known."""
    daemon = make_daemon()
    killed = start()
    killed.show("Low")
    killed.kill()
    run = start()
    run.notifier.take_over([alert("Low")])
    run.show("Other", slot="other")
    assert daemon.screen == {1: "Low", 2: "Other"}
    assert [call[3] for call in daemon.notified] == ["Low", "Other"]
    daemon.invoke(1, key)
    run.wait_for("action", "default", key)
    run.wait_for("dismissed", "default")
    assert daemon.closed == [1]


def test_notification_taken_over_silently_goes_when_the_program_quits(
    start: Callable[[], Run], make_daemon: Callable[..., FakeDaemon]
) -> None:
    daemon = make_daemon()
    killed = start()
    killed.show("Low")
    killed.kill()
    run = start()
    run.notifier.take_over([alert("Low")])
    run.quit()
    daemon.wait(lambda: daemon.closed == [1])
    assert daemon.screen == {}


def test_notification_of_two_killed_runs_is_still_known(
    start: Callable[[], Run], make_daemon: Callable[..., FakeDaemon]
) -> None:
    daemon = make_daemon()
    killed = start()
    killed.show("Low")
    killed.kill()
    for _ in range(2):
        run = start()
        run.notifier.take_over([alert("Low")])
        run.show("Other", slot="other")
        run.kill()
    run = start()
    run.notifier.take_over([alert("Low")])
    run.notifier.reword(alert("Low, and less"))
    run.wait_for("delivered", "default")
    assert daemon.screen[1] == "Low, and less"


def test_it_can_be_dismissed_worsen_and_be_closed(
    start: Callable[[], Run], make_daemon: Callable[..., FakeDaemon]
) -> None:
    daemon = make_daemon()
    killed = start()
    for slot in ("dismissed", "worse", "over"):
        killed.show("Low", slot)
    killed.kill()
    run = start()
    run.notifier.take_over([alert("Low", slot) for slot in ("dismissed", "worse", "over")])
    run.show("Critical", "worse")
    daemon.end(1)
    run.wait_for("dismissed", "dismissed")
    run.notifier.close("over")
    daemon.wait(lambda: daemon.screen == {4: "Critical"})


def test_notification_of_a_removed_account_is_closed(
    start: Callable[[], Run], make_daemon: Callable[..., FakeDaemon]
) -> None:
    daemon = make_daemon()
    killed = start()
    killed.show("Low")
    killed.show("Removed while the program was off", slot="removed")
    killed.kill()
    run = start()
    run.notifier.take_over([alert("Low")])
    daemon.wait(lambda: daemon.closed == [2])
    assert daemon.screen == {1: "Low"}


def test_new_alert_at_the_start_is_a_separate_notification(
    start: Callable[[], Run], make_daemon: Callable[..., FakeDaemon]
) -> None:
    daemon = make_daemon()
    killed = start()
    killed.show("Low")
    killed.kill()
    run = start()
    run.notifier.take_over([alert("Low")])
    run.show("Critical")
    daemon.wait(lambda: daemon.screen == {2: "Critical"})


def test_expired_notification_is_not_shown_again(
    start: Callable[[], Run], plasma: PlasmaDaemon
) -> None:
    killed = start()
    killed.show("Low")
    killed.kill()
    plasma.expire(1)
    run = start()
    run.notifier.take_over([alert("Low")])
    run.notifier.reword(alert("Low"))
    run.wait_for("delivered", "default")
    assert plasma.screen == {}
    run.show("Critical")
    assert plasma.screen == {2: "Critical"}


@pytest.mark.parametrize("world", ["another daemon", "another session"])
def test_ids_are_good_for_one_run_of_one_daemon(
    start: Callable[[], Run],
    make_daemon: Callable[..., FakeDaemon],
    session_bus: SessionBus,
    world: str,
) -> None:
    daemon = make_daemon()
    killed = start()
    killed.show("Low")
    killed.kill()
    daemon.die()
    if world == "another session":
        session_bus.stop()
        session_bus.start()
    successor: FakeDaemon = make_daemon()
    successor.screen[1] = "Another program's"  # it counts from 1 as well
    run = start()
    run.notifier.take_over([alert("Low")])
    run.wait_for("dismissed", "default")
    run.show("Other", slot="other")
    assert (successor.closed, len(successor.notified)) == ([], 1)


def test_without_a_daemon_nothing_stands_and_none_is_started(
    start: Callable[[], Run], make_daemon: Callable[..., FakeDaemon], session_bus: SessionBus
) -> None:
    daemon = make_daemon()
    killed = start()
    killed.show("Low")
    killed.kill()
    daemon.die()
    run = start()
    run.notifier.take_over([alert("Low")])
    run.wait_for("dismissed", "default")
    successor = make_daemon()
    run.show("Other", slot="other")
    assert [call[3] for call in successor.notified] == ["Other"]


# the connection alone is lost


def test_after_a_lost_connection_the_buttons_work_again(
    start: Callable[[], Run],
    make_daemon: Callable[..., FakeDaemon],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    daemon = make_daemon()
    run = start()
    run.show("Low")
    receive = BusLink.receive

    def fail(_link: BusLink, _on_signal: object) -> None:
        monkeypatch.setattr(BusLink, "receive", receive)
        raise ConnectionResetError

    monkeypatch.setattr(BusLink, "receive", fail)
    daemon.emit("ActionInvoked", "us", (77, "default"))  # something to read
    run.wait_for("delivered", "default")
    assert daemon.screen == {1: "Low"}
    daemon.invoke(1, "top-up")
    run.wait_for("action", "default", "top-up")
