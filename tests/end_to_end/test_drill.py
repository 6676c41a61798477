"""The drill on a real desktop: `doctor --alerts` and "Test my alerts", on a desktop each."""

from collections.abc import Callable

from tests.end_to_end.dbus_client import wait_until
from tests.end_to_end.screen import press, wait_for_focus, wait_for_window
from tests.end_to_end.tray_program import TrayApp
from tests.end_to_end.virtual_desktop import VirtualDesktop
from tests.end_to_end.wallet_story import WalletStory, on_screen
from wallet_tray.simulator.server import SimulatedService

TITLES = ["Low balance: 84.10 BYC", "Critical balance: 12.30 BYC", "Amount due: 25.60 USD"]
NORMAL, CRITICAL = 1, 2
SELF_TEST_SECONDS = 120
# By the letters of the settings window: the page "Alerts", then "Test my alerts".
KEYS_TO_SELF_TEST = ("alt+a", "alt+m")


def test_every_way_walks_through_low_critical_due_and_topped_up(
    make_desktop: Callable[..., VirtualDesktop],
    start_program: Callable[..., TrayApp],
    service: SimulatedService,
) -> None:
    # All three at once, as they take their time.
    bare = make_desktop(tray="none", notifications="none", keyring="absent")
    helpless = start_program(bare, "doctor", "--alerts")
    tested = make_desktop(tray="none", keyring="absent")
    doctor = start_program(tested, "doctor", "--alerts")
    desktop = make_desktop(keyring="absent")
    story = WalletStory.begin(desktop, service, start_program)
    story.item.click("Settings…")
    wait_for_focus(desktop.env, wait_for_window(desktop.env, story.program.process.pid))
    press(desktop.env, *KEYS_TO_SELF_TEST)

    assert doctor.process.wait(SELF_TEST_SECONDS) == 0
    assert_self_test_shown(tested)
    assert doctor.end().splitlines() == [*TITLES, "Topped up: the alert is taken away."]

    assert helpless.process.wait(SELF_TEST_SECONDS) == 1
    # What it tried, and on one line what was wrong and what to do.
    tried, advice = helpless.end().splitlines()
    assert tried == TITLES[0]
    assert advice.startswith("No notification service took the alert. Start one")

    assert_self_test_shown(desktop)
    # The drill is not the wallet's: nothing of it is remembered, nothing of it is on the icon.
    assert story.memory()["said"] == []
    assert "512.34" in story.item.tooltip


def assert_self_test_shown(desktop: VirtualDesktop) -> None:
    """Each step was shown, and nothing is left on the screen."""
    log = desktop.log
    # Between two steps the screen may be empty for a moment.
    wait_until(lambda: len(set(log.close_calls)) == len(TITLES), "the end", SELF_TEST_SECONDS)
    wait_until(lambda: on_screen(desktop) == 0, "an empty screen")
    assert [note.summary.replace("\xa0", " ") for note in log.notifications] == TITLES
    assert [note.urgency for note in log.notifications] == [NORMAL, CRITICAL, NORMAL]
    # A worse alert is a notification of its own, and each of them was taken away.
    assert set(log.close_calls) == {note.id for note in log.notifications}
