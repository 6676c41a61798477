"""The first start, start at login and the settings window on a real desktop, by keyboard alone."""

import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.dbus_client import wait_until
from tests.end_to_end.screen import press, type_text, wait_for_focus, wait_for_window, windows
from tests.end_to_end.tray_item import TrayItem, tray_items
from tests.end_to_end.tray_program import TrayApp, run_command, sign_in, write_settings
from tests.end_to_end.virtual_desktop import VirtualDesktop
from tests.support.own_seconds import OwnSeconds
from wallet_tray.simulator.server import SimulatedService

Make = Callable[..., VirtualDesktop]
Start = Callable[..., TrayApp]

SECONDS_ON_DISK_TO_SCREEN = 2

_LOG_IN = """
import ctypes, sys
gio = ctypes.CDLL("libgio-2.0.so.0")
new = gio.g_desktop_app_info_new_from_filename
new.restype, new.argtypes = ctypes.c_void_p, [ctypes.c_char_p]
launch = gio.g_app_info_launch
launch.restype, launch.argtypes = ctypes.c_int, [ctypes.c_void_p] * 4
sys.exit(0 if launch(new(sys.argv[1].encode()), None, None, None) else 1)
"""


def settings_file(desktop: VirtualDesktop) -> Path:
    return Path(desktop.env["XDG_CONFIG_HOME"], "wallet-tray", "settings.toml")


def autostart_file(desktop: VirtualDesktop) -> Path:
    folder = Path(desktop.env["XDG_CONFIG_HOME"], "autostart")
    return folder / "io.github.wallet_tray.WalletTray.desktop"


def log_in(desktop: VirtualDesktop, entry: str) -> None:
    """Starts the entry as a desktop does that is built on GLib, which reads it by itself."""
    command = [sys.executable, "-c", _LOG_IN, entry]
    assert subprocess.run(command, env=dict(desktop.env), timeout=60).returncode == 0


def focus_the_window(desktop: VirtualDesktop, program: TrayApp) -> int:
    window = wait_for_window(desktop.env, program.process.pid)
    wait_for_focus(desktop.env, window)
    return window


def read(desktop: VirtualDesktop) -> dict[str, Any]:
    return tomllib.loads(settings_file(desktop).read_text())


@pytest.fixture
def desktop(make_desktop: Make) -> VirtualDesktop:
    return make_desktop(keyring="unlocked")


def test_the_welcome_offers_start_at_login_and_comes_once(
    desktop: VirtualDesktop, start_program: Start
) -> None:
    program = start_program(desktop)
    focus_the_window(desktop, program)

    press(desktop.env, "alt+a")

    wait_until(autostart_file(desktop).exists, "the entry")
    entry = str(autostart_file(desktop))
    assert subprocess.run(["desktop-file-validate", "--no-hints", entry]).returncode == 0
    assert not settings_file(desktop).exists()

    press(desktop.env, "Escape")

    wait_until(settings_file(desktop).exists, "the settings file")
    wait_until(lambda: windows(desktop.env, program.process.pid) == [], "no window")
    # What the desktop does at login; the program runs already, so that one shows its popup.
    log_in(desktop, entry)
    wait_for_window(desktop.env, program.process.pid)
    program.end()

    again = start_program(desktop)
    again.wait_for_tooltip("signed")
    assert windows(desktop.env, again.process.pid) == []


def test_the_welcome_ends_with_the_demo(desktop: VirtualDesktop, start_program: Start) -> None:
    program = start_program(desktop)
    program.wait_for_tooltip("signed")
    focus_the_window(desktop, program)

    press(desktop.env, "alt+l")

    assert program.process.wait(60) == 0

    def demo() -> TrayItem | None:
        items = [item for item in tray_items(desktop.bus) if item.value("Id") == "wallet-tray"]
        return next((item for item in items if item.process != program.process.pid), None)

    item = wait_until(demo, "the demo's tray icon")
    assert item is not None
    wait_until(lambda: re.search(r"\d BYC", item.tooltip.replace("\xa0", " ")), "a balance")
    item.click("Quit")
    wait_until(lambda: tray_items(desktop.bus) == [], "the demo's end")
    assert not settings_file(desktop).exists()


def test_settings_are_changed_by_keyboard_and_followed_from_the_disk(
    desktop: VirtualDesktop, start_program: Start, service: SimulatedService
) -> None:
    write_settings(desktop, service.api_url)
    sign_in(desktop, service.api_key)
    program = start_program(desktop)
    program.wait_for_tooltip("512.34")
    program.item.click("Settings…")
    focus_the_window(desktop, program)

    press(desktop.env, "alt+h")  # "Hide amounts", live

    wait_until(lambda: "display" in read(desktop), "the save")
    assert read(desktop)["display"] == {"hide_amounts": True}
    wait_until(lambda: "512" not in program.item.tooltip, "the masked tooltip")

    press(desktop.env, "alt+a", "Tab", "ctrl+a")  # page "Alerts", the first number
    type_text(desktop.env, "600")

    wait_until(lambda: "alerts" in read(desktop)["accounts"][0], "the save of what was typed")
    assert read(desktop)["accounts"][0]["alerts"] == {"low_balance": 600}
    assert read(desktop)["accounts"][0]["api_url"] == service.api_url

    text = settings_file(desktop).read_text()
    shown = text.replace("hide_amounts = true", "hide_amounts = false")
    with OwnSeconds(program.process.pid) as own:
        settings_file(desktop).write_text(shown)
        wait_until(lambda: "512.34" in program.item.tooltip, "the amounts again")
    assert own.seconds < SECONDS_ON_DISK_TO_SCREEN


def test_a_second_account_is_added_by_keyboard_and_removed_with_its_key(
    desktop: VirtualDesktop, start_program: Start, service: SimulatedService
) -> None:
    write_settings(desktop, service.api_url)
    sign_in(desktop, service.api_key)
    program = start_program(desktop)
    program.wait_for_tooltip("512.34")
    program.item.click("Settings…")
    main = focus_the_window(desktop, program)
    pid = program.process.pid

    press(desktop.env, "alt+c", "alt+d")  # page "Accounts", "Add…"
    wait_until(lambda: len(windows(desktop.env, pid)) == 2, "the question")
    (question,) = set(windows(desktop.env, pid)) - {main}
    wait_for_focus(desktop.env, question)
    type_text(desktop.env, "Lab")
    press(desktop.env, "Tab", "ctrl+a")
    type_text(desktop.env, service.api_url)
    press(desktop.env, "Return")

    wait_until(lambda: len(read(desktop)["accounts"]) == 2, "the second account")
    assert read(desktop)["accounts"][1]["id"] == "lab"
    done = run_command(desktop, "sign-in", "--account", "lab", typed=service.api_key + "\n")
    assert done.returncode == 0, done.stderr
    shown = run_command(desktop, "balance", "--account", "lab")
    assert "512.34" in shown.stdout

    wait_for_focus(desktop.env, main)
    press(desktop.env, "alt+e")  # "Remove…" of the account that was added
    wait_until(lambda: len(windows(desktop.env, pid)) == 2, "the question")
    (question,) = set(windows(desktop.env, pid)) - {main}
    wait_for_focus(desktop.env, question)
    press(desktop.env, "alt+r")

    wait_until(lambda: len(read(desktop)["accounts"]) == 1, "one account")
    wait_until(lambda: "Lab" not in program.item.tooltip, "one account in the tray")
    settings_file(desktop).write_text(
        settings_file(desktop).read_text()
        + f'\n[[accounts]]\nid = "lab"\napi_url = "{service.api_url}"\n'
    )
    asked = ("balance", "--account", "lab")
    wait_until(lambda: run_command(desktop, *asked).returncode == 3, "to be signed out")
    assert run_command(desktop, "balance", "--cached", "--account", "lab").returncode == 6
    assert run_command(desktop, "balance").returncode == 0
