"""Keyrings that die, come back, are opened elsewhere, and have another default than before."""

import os
import signal
import sys
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest

from tests.end_to_end import secret_service
from tests.end_to_end.dbus_client import wait_until
from tests.end_to_end.screen import press, type_text, wait_for_keyring_prompt, wait_for_window
from tests.end_to_end.tray_program import TrayApp, run_command, sign_in, write_settings
from tests.end_to_end.virtual_desktop import VirtualDesktop
from wallet_tray.simulator.server import SimulatedService

Make = Callable[..., VirtualDesktop]
Start = Callable[..., TrayApp]

ANOTHER_PROGRAM = "import keyring; keyring.get_password('another program', 'user')"


@pytest.fixture
def asked(
    make_desktop: Make, start_program: Start, service: SimulatedService
) -> tuple[VirtualDesktop, TrayApp]:
    """The program is signed in, and its locked keyring asks."""
    desktop = make_desktop()
    write_settings(desktop, service.api_url)
    sign_in(desktop, service.api_key)
    secret_service.lock(desktop.bus)
    program = start_program(desktop)
    wait_for_keyring_prompt(desktop.env)
    return desktop, program


def test_a_daemon_that_dies_while_it_asks_and_comes_back(
    asked: tuple[VirtualDesktop, TrayApp],
) -> None:
    desktop, program = asked
    wait_until(lambda: "waiting for keyring" in program.item.tooltip, "its state")
    desktop.kill("keyring")
    wait_until(lambda: "waiting for keyring" not in program.item.tooltip, "the wait to end")
    desktop.start("keyring")
    program.wait_for_tooltip("512.34")


def test_a_dialog_that_dies_is_a_dismissed_question(
    asked: tuple[VirtualDesktop, TrayApp],
) -> None:
    """gnome-keyring's is a process of its own."""
    desktop, program = asked
    wait_until(lambda: "waiting for keyring" in program.item.tooltip, "its state")
    prompter = desktop.bus.process_of("org.gnome.keyring.SystemPrompter")
    os.kill(prompter, signal.SIGKILL)
    wait_until(lambda: "keyring locked" in program.item.tooltip, "its state")


def test_an_unlocking_elsewhere_after_a_dismissed_question(
    asked: tuple[VirtualDesktop, TrayApp],
) -> None:
    desktop, program = asked
    press(desktop.env, "Escape")
    wait_until(lambda: "keyring locked" in program.item.tooltip, "its state")
    desktop.run([sys.executable, "-c", ANOTHER_PROGRAM])
    wait_for_keyring_prompt(desktop.env)
    type_text(desktop.env, secret_service.PASSWORD)
    press(desktop.env, "Return")
    program.wait_for_tooltip("512.34")


def test_prompt_takes_typing_after_a_request_in_the_popup(
    asked: tuple[VirtualDesktop, TrayApp],
) -> None:
    desktop, program = asked
    press(desktop.env, "Escape")
    wait_until(lambda: "keyring locked" in program.item.tooltip, "its state")
    program.item.click("Open wallet")
    wait_for_window(desktop.env, program.process.pid)
    press(desktop.env, "space")  # its refresh button has the focus
    wait_for_keyring_prompt(desktop.env)
    type_text(desktop.env, secret_service.PASSWORD)
    press(desktop.env, "Return")
    program.wait_for_tooltip("512.34")


@pytest.mark.parametrize("command", ["erase", "sign-out"])
def test_a_key_in_an_earlier_default_collection_is_removed(
    make_desktop: Make, service: SimulatedService, command: str
) -> None:
    desktop = make_desktop(tray="none", notifications="none")
    write_settings(desktop, service.api_url)
    sign_in(desktop, service.api_key)
    secret_service.make_default_collection(desktop.bus, "second")
    yes = ["--yes"] if command == "erase" else []

    shown = run_command(desktop, "balance")
    assert "512.34" in shown.stdout, "it is read from where it lies"
    run_command(desktop, command, *yes).check_returncode()

    assert secret_service.entries(desktop.bus) == []


def test_a_sign_in_leaves_no_key_in_an_earlier_default_collection(
    make_desktop: Make, service: SimulatedService
) -> None:
    desktop = make_desktop(tray="none", notifications="none")
    write_settings(desktop, service.api_url)
    run_command(
        desktop, "sign-in", "--no-verify", typed="an outdated key\n".replace(" ", "-")
    ).check_returncode()
    secret_service.make_default_collection(desktop.bus, "second")

    sign_in(desktop, service.api_key)

    account = f"default@{urlsplit(service.api_url).netloc}"
    assert secret_service.entries(desktop.bus) == [("wallet-tray", account)]
    assert "512.34" in run_command(desktop, "balance").stdout
