"""The notification daemon or the whole session bus never answers: nothing else is held up."""

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.bus_log import NOTIFICATIONS
from tests.end_to_end.dbus_client import Bus, wait_until
from tests.end_to_end.tray_program import TrayApp, run_command
from tests.end_to_end.virtual_desktop import VirtualDesktop
from tests.end_to_end.wallet_story import WalletStory, program_windows
from tests.support.own_seconds import OwnSeconds, end_of
from wallet_tray.simulator.server import SimulatedService

LONGEST_WAIT_MS = 100
QUIT_SECONDS = 2
PROGRAM = (sys.executable, str(Path(__file__).parents[1] / "support" / "loop_gap_program.py"))


@pytest.mark.parametrize("display", ["x11", "wayland"])
def test_the_event_loop_goes_on_and_the_icon_carries_the_alert(
    display: str,
    make_desktop: Callable[..., VirtualDesktop],
    start_program: Callable[..., TrayApp],
    service: SimulatedService,
) -> None:
    desktop = make_desktop(display=display, keyring="absent", notifications="none")
    gaps = desktop.root / "gaps"
    with Bus(desktop.env["DBUS_SESSION_BUS_ADDRESS"]) as hung:
        hung.daemon("RequestName", "su", NOTIFICATIONS, 0)
        story = WalletStory.begin(desktop, service, start_program, command=(*PROGRAM, str(gaps)))
        began = time.monotonic()
        pictures = [story.item.pixmap(22).tobytes()]
        for amount in ("84.10", "9.50", "0"):
            story.hold(amount)
            pictures.append(story.item.pixmap(22).tobytes())
            assert any(
                f"{story.service.statement.available:.2f}" in row for row in story.item.menu()
            )
        story.item.click("Snooze alerts > For 1 hour")
        wait_until(lambda: "Snooze alerts > Resume alerts" in story.item.menu(), "the snooze")
        story.item.click("Snooze alerts > Resume alerts")
        for cents in range(10):
            story.hold(f"600.{cents:02}")
            story.hold(f"12.{cents:02}")
        story.item.click("Open wallet")
        wait_until(lambda: program_windows(desktop, story.program.process.pid), "the popup")
        ended = time.monotonic()
        with OwnSeconds(story.program.process.pid) as leaving:
            story.item.click("Quit")
            end_of(story.program.process)
        assert story.program.process.wait() == 0
        assert leaving.seconds < QUIT_SECONDS

    # It was asked what it can do and never answered; so no notification was sent to it.
    assert desktop.log.notifications == []
    assert len(set(pictures)) == len(pictures)
    assert_no_gap(gaps, began, ended)


@pytest.mark.parametrize("display", ["x11", "wayland"])
def test_a_session_bus_that_stops_answering_holds_up_nothing(
    display: str,
    make_desktop: Callable[..., VirtualDesktop],
    start_program: Callable[..., TrayApp],
    service: SimulatedService,
) -> None:
    desktop = make_desktop(display=display, keyring="absent")
    gaps = desktop.root / "gaps"
    story = WalletStory.begin(desktop, service, start_program, command=(*PROGRAM, str(gaps)))
    process = story.program.process
    bus = desktop.bus.process_of("org.freedesktop.DBus")
    began = time.monotonic()
    os.kill(bus, signal.SIGSTOP)
    try:
        for amount in ("84.10", "9.50", "0"):
            story.hold_unseen(amount)
        assert run_command(desktop, env={**desktop.env, **story.env}).returncode == 0
        wait_until(lambda: program_windows(desktop, process.pid), "the popup")
        ended = time.monotonic()
        with OwnSeconds(process.pid) as leaving:
            process.terminate()
            end_of(process)
    finally:
        os.kill(bus, signal.SIGCONT)
    assert process.wait() == 0
    assert leaving.seconds < QUIT_SECONDS
    assert_no_gap(gaps, began, ended)


def assert_no_gap(gaps: Path, began: float, ended: float) -> None:
    """The event loop never waited for long between these two."""
    lines = [line.split() for line in gaps.read_text().splitlines()]
    measured = [(float(at) - began, float(gap)) for at, gap in lines if began < float(at) < ended]
    print(f"waits in {ended - began:.1f} s: {measured}")
    assert max((gap for _at, gap in measured), default=0) < LONGEST_WAIT_MS
