"""Every button of a notification, pressed in the notification daemon itself."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.dbus_client import wait_until
from tests.end_to_end.tray_program import TrayApp
from tests.end_to_end.virtual_desktop import VirtualDesktop
from tests.end_to_end.wallet_story import TOP_UP_PAGE, WalletStory, on_screen, program_windows
from wallet_tray.simulator.server import SimulatedService

_XDG_OPEN = '#!/bin/sh\nprintf "%s\\n" "$@" >> "{opened}"\n'


def install_xdg_open(desktop: VirtualDesktop) -> Path:
    """An xdg-open that writes down what it was to open; gives the file it writes to."""
    folder, opened = desktop.root / "bin", desktop.root / "opened"
    folder.mkdir()
    script = folder / "xdg-open"
    script.write_text(_XDG_OPEN.format(opened=opened))
    script.chmod(0o700)
    desktop.env["PATH"] = f"{folder}:{desktop.env['PATH']}"
    return opened


@pytest.mark.parametrize("display", ["x11", "wayland"])
def test_each_button_does_what_it_says(
    display: str,
    make_desktop: Callable[..., VirtualDesktop],
    start_program: Callable[..., TrayApp],
    service: SimulatedService,
) -> None:
    desktop = make_desktop(display=display, keyring="absent")
    opened = install_xdg_open(desktop)
    story = WalletStory.begin(desktop, service, start_program)
    process = story.program.process.pid

    def press(*titles: str, key: str) -> None:
        desktop.choose_action(story.wait_until_said(*titles)[-1].id, key)
        wait_until(lambda: on_screen(desktop) == 0, "the pressed notification to leave")

    assert program_windows(desktop, process) == []
    story.hold("84.10")
    press("Low balance", key="default")
    wait_until(lambda: program_windows(desktop, process), "the popup")
    assert not opened.exists()

    story.hold("9.50")
    press("Low balance", "Critical balance", key="top-up")
    wait_until(lambda: opened.exists() and opened.read_text(), "the page to be opened")
    assert opened.read_text() == f"{TOP_UP_PAGE}\n"

    story.hold("600")
    story.hold("84.20")
    press("Low balance", "Critical balance", "Low balance", key="snooze")
    snoozed = "Snooze alerts > Resume alerts"
    wait_until(lambda: snoozed in story.item.menu(), "the menu to say that alerts are snoozed")
    story.hold("9.40")  # nothing is said of this one
    story.hold("8.80")
    story.item.click(snoozed)
    notes = story.wait_until_said(
        "Low balance", "Critical balance", "Low balance", "Critical balance"
    )
    assert "8.80" in notes[-1].summary
    assert opened.read_text() == f"{TOP_UP_PAGE}\n"
    assert desktop.log.invoked == [
        (note.id, key) for note, key in zip(notes, ("default", "top-up", "snooze"), strict=False)
    ]
