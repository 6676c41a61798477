"""The slot outlives the program, and a dismissal never frees it of what is on its way there."""

import os
import signal

import pytest
from bus_log import NOTIFICATIONS
from dbus_client import wait_until
from wallet_story import WalletStory, on_screen

pytestmark = pytest.mark.parametrize("display", ["x11", "wayland"])


def test_a_restarted_program_replaces_and_takes_away_what_it_had_shown(story: WalletStory) -> None:
    desktop = story.desktop
    expected: list[str] = []
    for ending, amount, title in (
        (signal.SIGTERM, "84.10", "Low balance"),
        (signal.SIGKILL, "9.50", "Critical balance"),
        (signal.SIGTERM, "0", "Wallet empty"),
    ):
        story.hold(amount)
        expected.append(title)
        story.wait_until_said(*expected)
        assert on_screen(desktop) == 1
        wait_until(lambda: story.memory().get("undelivered") is False, "the delivery on disk")
        story.program.process.send_signal(ending)
        story.program.process.wait(60)
        story.start_again()
    assert len({note.id for note in story.said()}) == 1

    story.hold("600")

    wait_until(lambda: on_screen(desktop) == 0, "an empty screen")


def test_dismissed_while_a_worse_one_is_on_its_way(story: WalletStory) -> None:
    desktop = story.desktop
    story.hold("84.10")
    (low,) = story.wait_until_said("Low balance")
    daemon = desktop.bus.process_of(NOTIFICATIONS)
    os.kill(daemon, signal.SIGSTOP)
    path = "/org/freedesktop/Notifications"
    desktop.bus.send(NOTIFICATIONS, path, NOTIFICATIONS, "CloseNotification", "u", low.id)
    story.hold("9.50")
    os.kill(daemon, signal.SIGCONT)
    story.wait_until_said("Low balance", "Critical balance")

    story.hold("600")

    wait_until(lambda: on_screen(desktop) == 0, "an empty screen")
