"""One alert's life with the whole program: one stands at a time, and it leaves with the trouble."""

from collections.abc import Callable

import pytest

from tests.end_to_end.dbus_client import wait_until
from tests.end_to_end.tray_program import TrayApp
from tests.end_to_end.virtual_desktop import VirtualDesktop
from tests.end_to_end.wallet_story import WalletStory, on_screen
from wallet_tray.simulator.server import SimulatedService

NORMAL, CRITICAL = 1, 2


@pytest.mark.parametrize("display", ["x11", "wayland"])
def test_a_worse_one_takes_its_place_and_the_top_up_closes_it(
    display: str,
    make_desktop: Callable[..., VirtualDesktop],
    start_program: Callable[..., TrayApp],
    service: SimulatedService,
) -> None:
    desktop = make_desktop(display=display, keyring="absent")
    story = WalletStory.begin(desktop, service, start_program)
    pictures = [story.item.pixmap(22).tobytes()]
    expected: list[str] = []
    for amount, title in (
        ("84.10", "Low balance"),
        ("9.50", "Critical balance"),
        ("0", "Wallet empty"),
    ):
        story.hold(amount)
        story.wait_until_said(*expected, title)
        expected.append(title)
        assert on_screen(desktop) == 1
        # Icon and menu have changed by the time the notification is there.
        assert any(f" {service.statement.available:.2f}" in row for row in story.item.menu())
        pictures.append(story.item.pixmap(22).tobytes())

    story.hold("600")

    wait_until(lambda: on_screen(desktop) == 0, "an empty screen")
    notes = story.wait_until_said(*expected)
    # Each is a new one: not every daemon shows what replaces one that has expired.
    assert [note.replaces_id for note in notes] == [0, 0, 0]
    assert desktop.log.close_calls == [note.id for note in notes]
    assert [note.urgency for note in notes] == [NORMAL, CRITICAL, CRITICAL]
    assert {note.app_name for note in notes} == {"Wallet Tray"}
    entries = {note.hints["desktop-entry"] for note in notes}
    assert entries == {"io.github.wallet_tray.WalletTray"}
    assert [list(note.actions) for note in notes] == [["top-up", "snooze", "default"]] * 3
    assert len(set(pictures)) == len(pictures)
