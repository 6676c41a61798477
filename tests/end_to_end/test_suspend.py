"""Suspend and resume, as logind announces them: one refresh on waking, and no alarm."""

from collections.abc import Callable
from decimal import Decimal

from tests.end_to_end.tray_program import TrayApp, sign_in, write_settings
from tests.end_to_end.virtual_desktop import VirtualDesktop
from wallet_tray.simulator.server import BALANCE, SimulatedService

# The network gets a moment to come back before the program asks.
WAKING_SECONDS = 30


def test_resume_refreshes_once_and_reports_nothing(
    make_desktop: Callable[..., VirtualDesktop],
    start_program: Callable[..., TrayApp],
    service: SimulatedService,
) -> None:
    desktop = make_desktop(logind=True)
    write_settings(desktop, service.api_url)
    sign_in(desktop, service.api_key)
    program = start_program(desktop)
    program.wait_for_tooltip("512.34")
    desktop.suspend()
    asked = service.request_count(BALANCE)
    service.set_balance(available=Decimal("498.76"))

    desktop.resume()

    program.wait_for_tooltip("498.76", WAKING_SECONDS)
    assert service.request_count(BALANCE) == asked + 1
    assert desktop.log.notifications == []
