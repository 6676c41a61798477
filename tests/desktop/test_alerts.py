"""What dunst is told while the wallet drains."""

from collections.abc import Callable

from dbus_client import wait_until
from tray_program import TrayProgram, sign_in, write_settings
from virtual_desktop import VirtualDesktop

from wallet_tray.simulator.server import BALANCE, SimulatedService

STEP_SECONDS = 4.0
STORY_SECONDS = 95.0
NORMAL, CRITICAL = 1, 2


class Clock:
    """The scenario's time, which the test moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_draining_wallet_is_announced_once_low_and_once_critical(
    make_desktop: Callable[..., VirtualDesktop], start_program: Callable[..., TrayProgram]
) -> None:
    clock = Clock()
    desktop = make_desktop()
    with SimulatedService("drain", clock=clock) as service:
        write_settings(desktop, service.api_url)
        sign_in(desktop, service.api_key)
        program = start_program(desktop)
        program.wait_for_tooltip("180.00")
        while clock.now < STORY_SECONDS - STEP_SECONDS:
            clock.now += STEP_SECONDS
            _refresh(program, service)
        wait_until(lambda: "0.00" in program.item.tooltip, "the empty wallet", 5)

    wait_until(lambda: all(note.id for note in desktop.log.notifications), "dunst's answers", 5)
    said = [(note.summary.partition(":")[0], note.urgency) for note in desktop.log.notifications]
    assert said.count(("Low balance", NORMAL)) == 1
    assert said.count(("Critical balance", CRITICAL)) == 1
    assert not any(note.error for note in desktop.log.notifications)
    # One slot, replaced as it worsens.
    assert len({note.id for note in desktop.log.notifications}) == 1


def _refresh(program: TrayProgram, service: SimulatedService) -> None:
    asked = service.request_count(BALANCE)
    program.item.click("Refresh now")
    wait_until(lambda: service.request_count(BALANCE) > asked, "a request", 5)
    program.wait_for_tooltip(f"{service.statement.available:.2f}", 5)
