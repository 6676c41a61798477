"""The whole program on each kind of desktop, from the icon to the end: see docs/desktops.md."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from tests.end_to_end import screen
from tests.end_to_end.dbus_client import PATIENCE_SECONDS, DesktopError, wait_until
from tests.end_to_end.desktop_config import PANEL_HEIGHT
from tests.end_to_end.tray_program import TrayApp, run_command, write_settings
from tests.end_to_end.virtual_desktop import VirtualDesktop
from tests.end_to_end.walk import POPUP, SETTINGS, Walk, empty_panel, sway, sway_boxes
from tests.end_to_end.wallet_story import WalletStory, program_windows
from wallet_tray.desktop.single_instance.message import CREDENTIALS_CHANGED, notify_running
from wallet_tray.simulator.server import BALANCE, SimulatedService

Make = Callable[..., VirtualDesktop]
Start = Callable[..., TrayApp]
DOCUMENTATION = Path(__file__).parents[2] / "docs" / "desktops.md"
NO_TRAY_SECONDS = 30
ICON_CELL = 40


@pytest.mark.parametrize("tray", ["xfce", "lxqt", "waybar"])
def test_walk(
    make_desktop: Make, start_program: Start, service: SimulatedService, tray: str
) -> None:
    kind = {"display": "wayland"} if tray == "waybar" else {"tray": tray}
    desktop = make_desktop(keyring="absent", **kind)
    panel = empty_panel(desktop)
    walk = Walk(WalletStory.begin(desktop, service, start_program), panel)

    icon = walk.icon()
    walk.tooltip()
    walk.menu()
    popup = walk.popup_by_icon()
    walk.popup_by_menu()
    walk.settings()
    walk.notification()
    walk.quit()

    if tray != "waybar":  # Wayland's windows stand where the compositor puts them
        assert PANEL_HEIGHT <= popup[1] <= PANEL_HEIGHT + 10
        assert popup[0] < icon[2] + 10
        assert popup[2] > icon[0] - 10


def test_walk_in_an_xembed_tray(
    make_desktop: Make, start_program: Start, service: SimulatedService
) -> None:
    """Such a tray is not on D-Bus: everything is done by mouse and keyboard."""
    desktop = make_desktop(tray="xembed", keyring="absent")
    write_settings(desktop, service.api_url)
    program = start_program(desktop, env={"BYTENITE_API_KEY": service.api_key})
    process = program.process.pid

    def boxes(*, of_icon: bool) -> list[screen.Box]:
        found = [
            screen.window_box(desktop.env, one) for one in screen.windows(desktop.env, process)
        ]
        return [box for box in found if (box[2] - box[0] <= ICON_CELL) is of_icon]

    def click(button: int) -> None:
        ((left, top, right, bottom),) = boxes(of_icon=True)
        screen.click(desktop.env, (left + right) // 2, (top + bottom) // 2, button)

    def wait_for(number: int) -> None:
        wait_until(lambda: len(boxes(of_icon=False)) == number, f"{number} windows")

    def open_menu() -> None:
        def opened() -> bool:
            click(3)
            with suppress(DesktopError):
                wait_until(lambda: boxes(of_icon=False), "the menu", 5)
            return bool(boxes(of_icon=False))

        # The first click may be too early: a popup that has just closed still holds the mouse.
        wait_until(opened, "the menu")

    wait_until(lambda: boxes(of_icon=True), "the icon")
    wait_until(lambda: service.request_count(BALANCE), "the first balance")
    click(1)
    wait_for(1)
    (icon,), (popup,) = boxes(of_icon=True), boxes(of_icon=False)
    assert PANEL_HEIGHT <= popup[1] <= PANEL_HEIGHT + 10
    assert popup[0] < icon[2]
    assert popup[2] > icon[0] - 10
    click(1)
    wait_for(0)

    open_menu()
    screen.press(desktop.env, "Down", "Return")  # the first row is the balance
    wait_until(lambda: boxes(of_icon=False) == [popup], "the popup in its place")
    screen.press(desktop.env, "Escape")
    wait_for(0)

    open_menu()
    screen.press(desktop.env, "Up", "Up", "Return")  # the last row but one
    wait_until(lambda: SETTINGS in program_windows(desktop, process), "the settings")

    def closed() -> bool:
        screen.press(desktop.env, "Escape")  # the first one may come before it has the keyboard
        return not boxes(of_icon=False)

    wait_until(closed, "the settings to be closed")

    service.set_balance(available=Decimal("84.10"))
    socket = Path(desktop.env["XDG_RUNTIME_DIR"], "wallet-tray", "instance.sock")
    assert notify_running(socket, CREDENTIALS_CHANGED, timedelta(seconds=PATIENCE_SECONDS))
    wait_until(lambda: [one.summary for one in desktop.log.notifications if one.id], "the alert")

    open_menu()
    screen.press(desktop.env, "Up", "Return")  # the last row
    assert program.process.wait(60) == 0


def test_the_window_rule_of_the_documentation_places_the_popup_on_sway(
    make_desktop: Make, start_program: Start, service: SimulatedService
) -> None:
    text = DOCUMENTATION.read_text(encoding="utf-8")
    rule = re.search(r"```\n(for_window .*?)```", text, re.DOTALL)
    assert rule is not None
    desktop = make_desktop(display="wayland", keyring="absent")
    with (desktop.root / "sway.conf").open("a") as settings:
        settings.write(rule[1])
    sway(desktop, "reload")
    story = WalletStory.begin(desktop, service, start_program)
    process = story.program.process.pid

    story.item.click("Open wallet")

    ((left, top, right, _bottom),) = wait_until(lambda: sway_boxes(desktop, process), "it")
    assert right - left < 400
    assert 1280 - 40 <= right <= 1280
    assert PANEL_HEIGHT <= top <= PANEL_HEIGHT + 20


def test_without_a_tray_there_is_a_window_and_a_late_tray_has_the_icon(
    make_desktop: Make, start_program: Start, service: SimulatedService
) -> None:
    desktop = make_desktop(tray="none", keyring="absent")
    write_settings(desktop, service.api_url)
    program = start_program(desktop, env={"BYTENITE_API_KEY": service.api_key})
    process = program.process.pid
    shown = lambda: program_windows(desktop, process)  # noqa: E731

    wait_until(shown, "the window", NO_TRAY_SECONDS + PATIENCE_SECONDS)

    window = screen.wait_for_window(desktop.env, process)
    screen.wait_for_focus(desktop.env, window)
    screen.press(desktop.env, "Escape")
    wait_until(lambda: not shown(), "the window to be closed")
    assert run_command(desktop).returncode == 0
    wait_until(shown, "the window of the program that runs")

    desktop.start("tray", "xfce")
    program.wait_for_tooltip("512.34")
    assert shown() == [POPUP]
    program.item.activate()
    wait_until(lambda: not shown(), "the icon's click to close the window")
