"""What a run of the program leaves on the screen, and a dismissal of what is being replaced."""

import json
import os
import signal
from decimal import Decimal
from pathlib import Path

import pytest

from tests.end_to_end.bus_log import NOTIFICATIONS
from tests.end_to_end.dbus_client import wait_until
from tests.end_to_end.test_alert_buttons import install_xdg_open
from tests.end_to_end.wallet_story import TOP_UP_PAGE, WalletStory, on_screen

pytestmark = pytest.mark.parametrize("display", ["x11", "wayland"])

SNOOZED = "Snooze alerts > Resume alerts"


def end(story: WalletStory, how: signal.Signals) -> None:
    wait_until(lambda: story.memory().get("undelivered") is False, "the delivery on disk")
    story.program.process.send_signal(how)
    story.program.process.wait(60)


def test_quitting_takes_the_alert_away_and_the_next_run_repeats_nothing(story: WalletStory) -> None:
    desktop = story.desktop
    for how in ("Quit", "the session's end"):
        story.hold("84.10" if how == "Quit" else "9.50")
        wait_until(lambda: on_screen(desktop) == 1, "the alert")
        wait_until(lambda: story.memory().get("undelivered") is False, "the delivery on disk")
        if how == "Quit":
            story.item.click("Quit")
        else:
            story.program.process.terminate()
        assert story.program.process.wait(60) == 0
        assert on_screen(desktop) == 0, how
        story.start_again()
        story.refresh()
    story.hold("0")
    story.wait_until_said("Low balance", "Critical balance", "Wallet empty")


def test_a_restarted_program_goes_on_with_what_a_killed_one_left(story: WalletStory) -> None:
    desktop = story.desktop
    opened = install_xdg_open(desktop)
    story.env["PATH"] = desktop.env["PATH"]
    story.hold("9.50")
    story.wait_until_said("Critical balance")
    end(story, signal.SIGKILL)
    assert on_screen(desktop) == 1

    story.start_again()
    critical, again = story.wait_until_said("Critical balance", "Critical balance")
    assert (again.replaces_id, again.summary) == (critical.id, critical.summary)
    assert on_screen(desktop) == 1
    desktop.choose_action(again.id, "top-up")
    wait_until(lambda: opened.exists() and opened.read_text(), "the page to be opened")
    assert opened.read_text() == f"{TOP_UP_PAGE}\n"
    wait_until(lambda: on_screen(desktop) == 0, "the pressed notification to leave")

    story.hold("0")
    story.wait_until_said("Critical balance", "Critical balance", "Wallet empty")
    end(story, signal.SIGKILL)
    story.start_again()
    titles = ("Critical balance", "Critical balance", "Wallet empty", "Wallet empty")
    *_, empty = story.wait_until_said(*titles)
    desktop.choose_action(empty.id, "snooze")
    wait_until(lambda: SNOOZED in story.item.menu(), "the menu to say that alerts are snoozed")
    wait_until(lambda: on_screen(desktop) == 0, "the pressed notification to leave")


def test_topped_up_while_the_program_was_off(story: WalletStory) -> None:
    desktop = story.desktop
    story.hold("0")
    story.wait_until_said("Wallet empty")
    end(story, signal.SIGKILL)
    story.service.set_balance(available=600, total=600)
    story.start_again()
    wait_until(lambda: on_screen(desktop) == 0, "an empty screen after the top-up")


def test_an_alert_of_a_killed_run_gets_its_new_figures_before_it_is_sent_again(
    story: WalletStory,
) -> None:
    desktop = story.desktop
    story.hold("15")
    story.wait_until_said("Critical balance")
    end(story, signal.SIGKILL)
    story.service.set_balance(available=Decimal("7.25"), total=Decimal("7.25"))
    story.start_again()
    old, new = story.wait_until_said("Critical balance", "Critical balance")
    assert new.replaces_id == old.id
    assert ("15.00" in old.summary, "7.25" in new.summary) == (True, True)
    assert on_screen(desktop) == 1


def test_a_snooze_that_ended_while_the_program_was_off_raises_no_false_alarm(
    story: WalletStory,
) -> None:
    story.hold("300")
    story.item.click("Snooze alerts > For 1 hour")
    wait_until(lambda: story.memory().get("snooze"), "the snooze on the disk")
    story.hold("50")
    story.item.click("Quit")
    assert story.program.process.wait(60) == 0
    file = Path(story.desktop.env["XDG_STATE_HOME"], "wallet-tray", "alerts.json")
    known = json.loads(file.read_text())
    assert known["accounts"]["default"]["seen"]["available"] == "50"
    known["accounts"]["default"]["snooze"] = "2026-01-01T00:00:00+00:00"
    file.write_text(json.dumps(known))
    story.service.set_balance(available=300, total=300)
    story.start_again()
    story.hold("90")
    (low,) = story.wait_until_said("Low balance")
    assert "90.00" in low.summary


def test_a_dismissed_one_is_not_brought_back(story: WalletStory) -> None:
    desktop = story.desktop
    story.hold("9.50")
    (critical,) = story.wait_until_said("Critical balance")
    end(story, signal.SIGKILL)
    story.start_again()
    story.wait_until_said("Critical balance", "Critical balance")
    path = "/org/freedesktop/Notifications"
    desktop.bus.send(NOTIFICATIONS, path, NOTIFICATIONS, "CloseNotification", "u", critical.id)
    wait_until(lambda: story.memory().get("shown", 0) is None, "the dismissal on the disk")
    end(story, signal.SIGKILL)
    story.start_again()
    story.hold("9.40")
    assert on_screen(desktop) == 0


def test_the_alert_of_an_account_that_was_removed_meanwhile_goes(story: WalletStory) -> None:
    desktop = story.desktop
    story.hold("9.50")
    story.wait_until_said("Critical balance")
    end(story, signal.SIGKILL)
    settings = Path(desktop.env["XDG_CONFIG_HOME"], "wallet-tray", "settings.toml")
    settings.write_text(settings.read_text().replace('"default"', '"another"'))
    memory = Path(desktop.env["XDG_STATE_HOME"], "wallet-tray", "alerts.json")
    assert "default" in json.loads(memory.read_text())["accounts"]
    story.service.set_balance(available=600, total=600)
    story.start_again()
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
