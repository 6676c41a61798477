"""Tooltip, menu and popup, as a panel sees and drives them over D-Bus."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from tests.end_to_end.dbus_client import wait_until
from tests.end_to_end.screen import press, wait_for_window, windows
from tests.end_to_end.tray_program import TrayApp, run_command, sign_in, write_settings
from tests.end_to_end.virtual_desktop import VirtualDesktop
from tests.support.own_seconds import OwnSeconds, end_of
from wallet_tray.simulator.server import BALANCE, SimulatedService

ROWS = [
    "Open wallet",
    "Refresh now",
    "Top up…",
    "Snooze alerts",
    "Hide amounts",
    "Settings…",
    "Quit",
]


@pytest.fixture
def desktop(
    make_desktop: Callable[..., VirtualDesktop], service: SimulatedService
) -> VirtualDesktop:
    desktop = make_desktop()
    write_settings(desktop, service.api_url)
    sign_in(desktop, service.api_key)
    return desktop


@pytest.fixture
def program(desktop: VirtualDesktop, start_program: Callable[..., TrayApp]) -> TrayApp:
    program = start_program(desktop)
    program.wait_for_tooltip("512.34")
    return program


def test_tooltip_holds_name_balance_and_unit(program: TrayApp) -> None:
    tooltip = program.item.tooltip

    assert tooltip.startswith("Wallet Tray")
    assert "512.34" in tooltip
    assert "BYC" in tooltip
    assert len(tooltip) <= 127


def test_menu_has_the_figures_first_and_then_the_commands(program: TrayApp) -> None:
    rows = [row for row in program.item.menu() if " > " not in row]

    first_command = rows.index("Open wallet")
    assert any("512.34" in row for row in rows[:first_command])
    # "Top up…" needs a billing page, which an address that is not ByteNite's own does not have.
    assert [row for row in rows[first_command:] if row in ROWS] == [
        row for row in ROWS if row in rows
    ]
    assert set(ROWS) - set(rows) <= {"Top up…"}
    assert program.item.menu()["Refresh now"][1]


def test_refresh_now_asks_the_service(program: TrayApp, service: SimulatedService) -> None:
    asked = service.request_count(BALANCE)
    service.set_balance(available=Decimal("432.10"))

    program.item.click("Refresh now")

    program.wait_for_tooltip("432.10")
    assert service.request_count(BALANCE) == asked + 1


def test_open_wallet_shows_the_popup_and_escape_closes_it(
    desktop: VirtualDesktop, program: TrayApp
) -> None:
    program.item.click("Open wallet")
    wait_for_window(desktop.env, program.process.pid)

    press(desktop.env, "Escape")

    wait_until(lambda: not windows(desktop.env, program.process.pid), "the popup to be gone")


def test_a_click_on_the_icon_shows_the_popup(desktop: VirtualDesktop, program: TrayApp) -> None:
    program.item.activate()

    wait_for_window(desktop.env, program.process.pid)


def test_a_second_start_shows_the_popup_of_the_first(
    desktop: VirtualDesktop, program: TrayApp
) -> None:
    second = run_command(desktop)

    assert second.returncode == 0
    wait_for_window(desktop.env, program.process.pid)
    assert program.process.poll() is None


def test_hide_amounts_masks_tooltip_and_menu(program: TrayApp) -> None:
    program.item.click("Hide amounts")

    wait_until(lambda: "512.34" not in program.item.tooltip, "the masked tooltip")
    assert not any("512.34" in row for row in program.item.menu())


def test_quit_ends_the_program(program: TrayApp) -> None:
    item = program.item
    with OwnSeconds(program.process.pid) as own:
        item.click("Quit")
        end_of(program.process)

    assert program.process.wait() == 0
    assert own.seconds < 2
