"""The notification daemon or the program dies: the alert comes, and never twice on the screen."""

import os
import shutil
import signal
from collections.abc import Callable
from decimal import Decimal

import pytest

from tests.end_to_end.bus_log import NOTIFICATIONS
from tests.end_to_end.dbus_client import wait_until
from tests.end_to_end.tray_program import TrayApp
from tests.end_to_end.virtual_desktop import VirtualDesktop
from tests.end_to_end.wallet_story import WalletStory, on_screen
from wallet_tray.simulator.server import SimulatedService

pytestmark = pytest.mark.parametrize("display", ["x11", "wayland"])


def test_the_daemon_dies_before_after_and_during_an_alert(story: WalletStory) -> None:
    desktop = story.desktop

    desktop.kill("notifications")
    story.hold("84.10")
    assert any("84.10" in row for row in story.item.menu())
    desktop.start("notifications")
    story.wait_until_said("Low balance")
    assert on_screen(desktop) == 1

    desktop.kill("notifications")
    desktop.start("notifications")
    story.hold("83.30")
    story.hold("9.50")
    # The critical one is all that was said since: the low one was not repeated.
    low, critical = story.wait_until_said("Low balance", "Critical balance")
    assert critical.replaces_id == 0
    assert on_screen(desktop) == 1

    os.kill(desktop.bus.process_of(NOTIFICATIONS), signal.SIGSTOP)
    story.hold("0")
    wait_until(lambda: len(desktop.log.notifications) == 3, "the call on the bus")
    desktop.kill("notifications")
    desktop.start("notifications")
    story.wait_until_said("Low balance", "Critical balance", "Wallet empty")
    assert on_screen(desktop) == 1
    assert [note.summary for note in desktop.log.notifications if not note.id] == [
        note.summary for note in story.said()[2:]
    ]

    story.hold("600")
    wait_until(lambda: on_screen(desktop) == 0, "an empty screen")
    assert low.urgency == 1


def test_the_alert_that_starts_the_daemon_is_sent_once(
    display: str,
    make_desktop: Callable[..., VirtualDesktop],
    start_program: Callable[..., TrayApp],
    service: SimulatedService,
) -> None:
    desktop = make_desktop(display=display, keyring="absent", notifications="none")
    daemon = shutil.which("mako" if display == "wayland" else "dunst")
    names = ("DISPLAY", "XAUTHORITY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME")
    env = " ".join(f"{name}={desktop.env[name]}" for name in names if name in desktop.env)
    (desktop.root / "bus-config/services/notifications.service").write_text(
        f"[D-BUS Service]\nName={NOTIFICATIONS}\nExec=/usr/bin/env {env} {daemon}\n"
    )
    desktop.bus.daemon("ReloadConfig")
    story = WalletStory.begin(desktop, service, start_program)
    assert not desktop.bus.owned(NOTIFICATIONS)
    story.hold("84.10")
    story.wait_until_said("Low balance")
    story.hold("83.20")
    story.hold("9.50")
    story.wait_until_said("Low balance", "Critical balance")
    assert [note.error for note in desktop.log.notifications] == ["", ""]


def test_the_program_dies_before_and_after_an_alert(story: WalletStory) -> None:
    desktop = story.desktop

    def die_with_an_alert_that_was_not_taken() -> None:
        desktop.kill("notifications")
        story.hold("84.10")
        wait_until(lambda: story.memory().get("undelivered"), "the alert to be remembered")
        story.program.process.kill()
        story.program.process.wait(60)

    die_with_an_alert_that_was_not_taken()
    story.service.set_balance(available=600, total=600)
    desktop.start("notifications")
    story.start_again()
    # Topped up meanwhile: the first alert ever is that of the next crossing.
    die_with_an_alert_that_was_not_taken()
    story.service.set_balance(available=Decimal("83.20"))
    desktop.start("notifications")
    story.start_again()
    (low,) = story.wait_until_said("Low balance")
    assert "83.20" in low.summary
    wait_until(lambda: not story.memory().get("undelivered"), "the delivery on the disk")

    for ending in (signal.SIGKILL, signal.SIGTERM):
        story.program.process.send_signal(ending)
        story.program.process.wait(60)
        story.start_again()
        story.hold("82.20")
        story.hold("81.10")
        assert on_screen(desktop) <= (1 if ending == signal.SIGKILL else 0)
    story.hold("9.50")
    # What a killed program left was taken over, in its place. The third start after kills is
    # paused: it sends the alert again, so that its buttons work, and the first answer brings its
    # figures.
    titles = ("Low balance", "Low balance", "Low balance", "Critical balance")
    low, again, current, critical = story.wait_until_said(*titles)
    assert [note.replaces_id for note in (low, again, current, critical)] == [0, low.id, low.id, 0]
    assert ("83.20" in again.summary, "82.20" in current.summary) == (True, True)
