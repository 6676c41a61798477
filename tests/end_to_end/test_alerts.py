"""What dunst receives while the wallet drains."""

from collections.abc import Callable
from itertools import pairwise

from tests.end_to_end.dbus_client import wait_until
from tests.end_to_end.tray_program import TrayApp, sign_in, write_settings
from tests.end_to_end.virtual_desktop import VirtualDesktop
from tests.support.clocks import HandClock
from wallet_tray.simulator.server import SimulatedService

# Two or three refreshes on every level; each takes up to five seconds, by the program's own choice.
STEP_SECONDS = 12.0
STORY_SECONDS = 95.0
NORMAL, CRITICAL = 1, 2


def test_a_draining_wallet_is_announced_once_low_and_once_critical(
    make_desktop: Callable[..., VirtualDesktop], start_program: Callable[..., TrayApp]
) -> None:
    clock = HandClock(0.0)
    desktop = make_desktop()
    with SimulatedService("drain", clock=clock) as service:
        write_settings(desktop, service.api_url)
        sign_in(desktop, service.api_key)
        program = start_program(desktop)
        available = service.statement.available
        program.wait_for_tooltip(f"{available:.2f}")
        while clock.now < STORY_SECONDS - STEP_SECONDS:
            clock.now += STEP_SECONDS
            # A new amount in the tooltip is the sign that a refresh is over.
            if service.statement.available != available:
                available = service.statement.available
                program.item.click("Refresh now")
                program.wait_for_tooltip(f" {available:.2f}")
        assert available == 0

    wait_until(lambda: all(note.id for note in desktop.log.notifications), "dunst's answers")
    said = [(note.summary.partition(":")[0], note.urgency) for note in desktop.log.notifications]
    assert said.count(("Low balance", NORMAL)) == 1
    assert said.count(("Critical balance", CRITICAL)) == 1
    assert not any(note.error for note in desktop.log.notifications)
    # One slot: the one before is closed, or has expired on the screen.
    gone = {number for number, _reason in desktop.log.closed} | set(desktop.log.close_calls)
    for before, note in pairwise(desktop.log.notifications):
        assert note.replaces_id == 0
        assert before.id in gone
