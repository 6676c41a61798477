"""A program that crashes says where, and after three times it starts cautiously."""

import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.dbus_client import wait_until
from tests.end_to_end.tray_item import tray_items
from tests.end_to_end.tray_program import TrayApp, run_command, write_settings
from tests.end_to_end.virtual_desktop import VirtualDesktop
from wallet_tray.simulator.server import SimulatedService


def test_after_three_crashes_nothing_is_asked_until_the_user_wants(
    make_desktop: Callable[..., VirtualDesktop],
    start_program: Callable[..., TrayApp],
    service: SimulatedService,
) -> None:
    desktop = make_desktop(keyring="absent", notifications="none")
    write_settings(desktop, service.api_url)
    env = {**desktop.env, "BYTENITE_API_KEY": service.api_key}
    for _ in range(3):
        program = start_program(desktop, env=env)
        program.wait_for_tooltip("512.34")
        program.process.kill()
        program.process.wait(60)
        wait_until(lambda: not tray_items(desktop.bus), "the icon to go")
    asked = service.request_count()

    program = start_program(desktop, env=env)
    program.wait_for_tooltip("refreshing paused")
    program.wait_for_tooltip("512.34")  # what was recorded is on show
    assert "refreshing paused" in program.item.tooltip
    assert service.request_count() == asked
    program.item.click("Pause refreshing")
    wait_until(lambda: "paused" not in program.item.tooltip, "it to go on")
    wait_until(lambda: service.request_count() > asked, "a refresh")

    program.item.click("Quit")  # in order, though early
    assert program.process.wait(60) == 0
    assert not Path(desktop.env["XDG_STATE_HOME"], "wallet-tray", "starts").exists()
    start_program(desktop, env=env).wait_for_tooltip("512.34")


def test_a_crash_leaves_the_places_it_was_at(
    make_desktop: Callable[..., VirtualDesktop],
    start_program: Callable[..., TrayApp],
    service: SimulatedService,
) -> None:
    desktop = make_desktop(keyring="absent", notifications="none")
    write_settings(desktop, service.api_url)
    env = {**desktop.env, "BYTENITE_API_KEY": service.api_key}
    program = start_program(desktop, env=env)
    program.wait_for_tooltip("512.34")
    log = Path(desktop.env["XDG_STATE_HOME"], "wallet-tray", "log")
    crash = log / "wallet-tray-crash.log"
    assert crash.read_bytes() == b""

    program.process.send_signal(signal.SIGSEGV)

    assert program.process.wait(60) == -signal.SIGSEGV
    report = crash.read_text()
    assert "Segmentation fault" in report
    assert "app/main.py" in report
    assert service.api_key not in report

    start_program(desktop, env=env).wait_for_tooltip("512.34")
    assert "see wallet-tray-crash.log.1" in (log / "wallet-tray.log").read_text()


@pytest.mark.parametrize(
    ("display", "style"), [("x11", "XFCE"), ("x11", ""), ("wayland", "sway"), ("wayland", "GNOME")]
)
def test_sessions_that_end_right_after_the_start_are_no_crashes(
    make_desktop: Callable[..., VirtualDesktop],
    start_program: Callable[..., TrayApp],
    service: SimulatedService,
    display: str,
    style: str,
) -> None:
    """``style``: with GTK's theme it is GTK that loses the display first, else Qt."""
    desktop = make_desktop(keyring="absent", notifications="none", display=display)
    write_settings(desktop, service.api_url)
    state = Path(desktop.env["XDG_STATE_HOME"], "wallet-tray")
    own = {"BYTENITE_API_KEY": service.api_key, "XDG_CURRENT_DESKTOP": style}
    program = start_program(desktop, env={**desktop.env, **own})
    program.wait_for_tooltip("512.34")
    assert (state / "starts").read_text()[0] == "1"

    desktop.end_session()

    assert program.process.wait(60) in (1, 7, 255)
    assert "Traceback" not in program.end()
    # Another session, in which the same program is started.
    again = make_desktop(keyring="absent", notifications="none", display=display)
    own["XDG_STATE_HOME"] = desktop.env["XDG_STATE_HOME"]
    program = start_program(again, env={**again.env, **own})
    program.wait_for_tooltip("Wallet Tray")
    assert (state / "starts").read_text()[0] == "1"
    crash = state / "log" / "wallet-tray-crash.log"
    assert not crash.with_name("wallet-tray-crash.log.1").exists()


def test_start_beside_a_hanging_program_is_reported_on_screen(
    make_desktop: Callable[..., VirtualDesktop],
    start_program: Callable[..., TrayApp],
    service: SimulatedService,
) -> None:
    desktop = make_desktop(keyring="absent")
    write_settings(desktop, service.api_url)
    program = start_program(desktop, env=desktop.env)
    program.wait_for_tooltip("no keyring")
    program.process.send_signal(signal.SIGSTOP)
    try:
        second = run_command(desktop)
    finally:
        program.process.send_signal(signal.SIGCONT)

    assert second.returncode == 7
    assert f"PID {program.process.pid}" in second.stderr
    (note,) = desktop.log.notifications
    assert note.summary == "Wallet Tray"
    assert second.stderr.strip() == note.body
