"""Waking up without a network for a while: no alarm, and alerts come as due."""

import time
from collections.abc import Callable
from decimal import Decimal

from tests.end_to_end.dbus_client import wait_until
from tests.end_to_end.screen_locker import wait_until_read
from tests.end_to_end.tray_program import TrayApp
from tests.end_to_end.virtual_desktop import VirtualDesktop
from tests.end_to_end.wallet_story import WalletStory
from wallet_tray.domain.refresh_policy import RESUME_DELAY
from wallet_tray.simulator.server import BALANCE, SimulatedService

# The program's timers may fire 5 % early.
EARLIEST = 0.9 * RESUME_DELAY[0].total_seconds()
LATEST = 30


def test_errors_after_waking_are_not_announced_and_the_alert_is(
    make_desktop: Callable[..., VirtualDesktop],
    start_program: Callable[..., TrayApp],
    service: SimulatedService,
) -> None:
    desktop = make_desktop(logind=True, keyring="absent")
    story = WalletStory.begin(desktop, service, start_program)
    before = story.item.tooltip
    desktop.suspend()
    asked = service.request_count(BALANCE)
    service.set_balance(available=Decimal("84.10"), total=Decimal("84.10"))
    service.answer_next(503, times=2)

    resumed = time.monotonic()
    desktop.resume()

    wait_until(lambda: service.request_count(BALANCE) > asked, "a refresh", LATEST)
    assert time.monotonic() - resumed >= EARLIEST
    wait_until(lambda: story.item.tooltip != before, "the tooltip to say that it fails")
    story.refresh()
    wait_until(lambda: service.request_count(BALANCE) == asked + 2, "the second error")
    wait_until_read(desktop.bus, story.program.process.pid)
    assert "512.34" in story.item.tooltip

    story.refresh()
    # All that was ever said: nothing of the errors.
    (note,) = story.wait_until_said("Low balance")
    assert "84.10" in note.summary
    assert service.request_count(BALANCE) == asked + 3
    assert desktop.log.notifications == [note]
