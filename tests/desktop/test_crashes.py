"""A program that crashes says where, and after three times it starts cautiously."""

import signal
from collections.abc import Callable
from pathlib import Path

from dbus_client import wait_until
from tray_item import tray_items
from tray_program import TrayProgram, write_settings
from virtual_desktop import VirtualDesktop

from wallet_tray.simulator.server import SimulatedService


def test_after_three_crashes_nothing_is_asked_until_the_user_wants(
    make_desktop: Callable[..., VirtualDesktop],
    start_program: Callable[..., TrayProgram],
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
    start_program: Callable[..., TrayProgram],
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
    told = crash.read_text()
    assert "Segmentation fault" in told
    assert "app.py" in told
    assert service.api_key not in told

    start_program(desktop, env=env).wait_for_tooltip("512.34")
    assert "see wallet-tray-crash.log.1" in (log / "wallet-tray.log").read_text()
