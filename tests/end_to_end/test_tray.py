"""The icon comes into every kind of tray, also when the tray comes late or comes back."""

from collections.abc import Callable

import pytest

from tests.end_to_end.dbus_client import wait_until
from tests.end_to_end.screen import window_box, windows
from tests.end_to_end.tray_program import TrayApp, sign_in, write_settings
from tests.end_to_end.virtual_desktop import VirtualDesktop
from tests.support.own_seconds import OwnSeconds
from wallet_tray.simulator.server import SimulatedService

Make = Callable[..., VirtualDesktop]
Start = Callable[..., TrayApp]

PANEL_IS_LATE_SECONDS = 3
ICON_SECONDS = 15
BALANCE = "512.34"


@pytest.mark.parametrize("tray", ["xfce", "lxqt"])
def test_icon_registers(
    make_desktop: Make, start_program: Start, service: SimulatedService, tray: str
) -> None:
    desktop = make_desktop(tray=tray)
    _prepare(desktop, service)

    program = start_program(desktop)

    program.wait_for_tooltip(BALANCE)
    assert program.item.value("Id") == "wallet-tray"
    assert {16, 22, 32} <= program.item.pixmap_sizes()


def test_icon_is_embedded_in_an_xembed_tray(
    make_desktop: Make, start_program: Start, service: SimulatedService
) -> None:
    desktop = make_desktop(tray="xembed")
    _prepare(desktop, service)

    program = start_program(desktop)

    wait_until(lambda: _embedded(desktop, program), "the icon in the tray")


@pytest.mark.parametrize("tray", ["xfce", "lxqt", "xembed"])
def test_icon_comes_when_the_tray_comes_late(
    make_desktop: Make, start_program: Start, service: SimulatedService, tray: str
) -> None:
    desktop = make_desktop(tray="none")
    _prepare(desktop, service)
    program = start_program(desktop)
    with pytest.raises(Exception, match="waited"):  # the program lives without a tray meanwhile
        wait_until(lambda: program.process.poll() is not None, "its end", PANEL_IS_LATE_SECONDS)

    desktop.start("tray", tray)

    _expect_the_icon(desktop, program, tray)


@pytest.mark.parametrize("tray", ["xfce", "lxqt", "xembed"])
def test_icon_comes_back_with_a_restarted_tray(
    make_desktop: Make, start_program: Start, service: SimulatedService, tray: str
) -> None:
    desktop = make_desktop(tray=tray)
    _prepare(desktop, service)
    program = start_program(desktop)
    if tray == "xembed":
        wait_until(lambda: _embedded(desktop, program), "the icon in the tray")
    else:
        program.wait_for_tooltip(BALANCE)

    desktop.kill("tray")
    desktop.start("tray")

    _expect_the_icon(desktop, program, tray)


def test_icon_registers_with_waybar_on_wayland(
    make_desktop: Make, start_program: Start, service: SimulatedService
) -> None:
    desktop = make_desktop(display="wayland")
    _prepare(desktop, service)

    program = start_program(desktop)

    program.wait_for_tooltip(BALANCE)


def _prepare(desktop: VirtualDesktop, service: SimulatedService) -> None:
    write_settings(desktop, service.api_url)
    sign_in(desktop, service.api_key)


def _expect_the_icon(desktop: VirtualDesktop, program: TrayApp, tray: str) -> None:
    """Within the time that the program may take from when there is a tray."""
    with OwnSeconds(program.process.pid) as own:
        if tray == "xembed":
            wait_until(lambda: _embedded(desktop, program), "the icon in the tray")
        else:
            program.wait_for_tooltip(BALANCE)
    assert own.seconds < ICON_SECONDS


def _embedded(desktop: VirtualDesktop, program: TrayApp) -> bool:
    """True when a window of the program, of an icon's size, stands where the tray is."""
    program.check_running()
    for window in windows(desktop.env, program.process.pid):
        left, top, right, bottom = window_box(desktop.env, window)
        if right - left <= 40 and bottom - top <= 40 and top < 40:
            return True
    return False
