"""While the screen is locked no alert is shown, and no amount stands on it.

At unlock the alert comes, with the newest figures.
"""

from collections.abc import Callable

import pytest

from tests.end_to_end.screen_locker import ScreenLocker
from tests.end_to_end.tray_program import TrayApp
from tests.end_to_end.virtual_desktop import VirtualDesktop
from tests.end_to_end.wallet_story import WalletStory
from wallet_tray.simulator.server import SimulatedService


@pytest.mark.parametrize("display", ["x11", "wayland"])
def test_a_locked_screen_keeps_the_alert_until_it_is_unlocked(
    display: str,
    make_desktop: Callable[..., VirtualDesktop],
    start_program: Callable[..., TrayApp],
    service: SimulatedService,
) -> None:
    desktop = make_desktop(display=display, keyring="absent")
    story = WalletStory.begin(desktop, service, start_program)
    process = story.program.process.pid
    with ScreenLocker(desktop) as locker:
        locker.cover(True, process)
        for amount in ("84.10", "83.20", "82.30"):
            story.hold_unseen(amount)
        assert not any("82.30" in row for row in story.item.menu())
        assert "•••" in story.item.tooltip

        locker.cover(False, process)
        (note,) = story.wait_until_said("Low balance")
        assert "82.30" in note.summary
        story.wait_for_amount()

        locker.cover(True, process)
        *_, note = story.wait_until_said("Low balance", "Low balance")
        assert "•••" in note.summary  # in place of the one that stands on the screen
        story.hold_unseen("9.10")  # critical, and topped up before anybody has seen it
        story.hold_unseen("600")
        locker.cover(False, process)
        story.hold("81.40")
        *_, note = story.wait_until_said("Low balance", "Low balance", "Low balance")
        assert "81.40" in note.summary
