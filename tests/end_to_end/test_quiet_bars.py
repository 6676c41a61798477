"""A real locked keyring and the commands that run by themselves: no question on the screen."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end import secret_service
from tests.end_to_end.dbus_client import wait_until
from tests.end_to_end.tray_program import run_command, sign_in, write_settings
from tests.end_to_end.virtual_desktop import VirtualDesktop
from wallet_tray.simulator.server import BALANCE, SimulatedService

PROMPTER = "org.gnome.keyring.SystemPrompter"


@pytest.fixture
def desktop(
    make_desktop: Callable[..., VirtualDesktop], service: SimulatedService
) -> VirtualDesktop:
    """Signed in, a balance is recorded, and the keyring is locked."""
    desktop = make_desktop(tray="none", notifications="none")
    write_settings(desktop, service.api_url)
    sign_in(desktop, service.api_key)
    assert run_command(desktop, "balance").returncode == 0
    secret_service.lock(desktop.bus)
    return desktop


def test_bars_never_prompt_to_unlock_the_keyring(
    desktop: VirtualDesktop, service: SimulatedService
) -> None:
    asked = service.request_count(BALANCE)

    for bar in ("waybar", "tmux", "polybar", "xbar"):
        done = run_command(desktop, "balance", "--format", bar)
        assert done.returncode == 0
        assert "512.34 BYC, stale, keyring locked" in done.stdout
    for command in (("balance",), ("balance", "--json"), ("can-afford", "5")):
        done = run_command(desktop, *command, "--max-age", "0")
        assert (done.returncode, done.stdout) == (5, "")
        assert run_command(desktop, *command, "--max-age", "3600").returncode == 0
    assert run_command(desktop, "balance", "--cached").returncode == 0
    for file in Path(desktop.env["XDG_DATA_HOME"], "wallet-tray").iterdir():
        file.unlink()  # or the watch would be content with what was recorded
    assert run_command(desktop, "balance", "--watch").returncode == 5

    assert not desktop.bus.owned(PROMPTER)
    assert service.request_count(BALANCE) == asked


def test_plain_balance_does_ask(desktop: VirtualDesktop) -> None:
    """So that its absence above says something."""
    desktop.run([sys.executable, "-m", "wallet_tray", "balance"])

    wait_until(lambda: desktop.bus.owned(PROMPTER), "the keyring's question")
