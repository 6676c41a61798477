"""The key lies in gnome-keyring and nowhere else."""

import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.end_to_end import secret_service
from tests.end_to_end.dbus_client import DesktopError, wait_until
from tests.end_to_end.screen import press, type_text, wait_for_keyring_prompt
from tests.end_to_end.tray_program import TrayApp, run_command, sign_in, write_settings
from tests.end_to_end.virtual_desktop import VirtualDesktop
from wallet_tray.simulator.server import SimulatedService

Make = Callable[..., VirtualDesktop]
Start = Callable[..., TrayApp]


def test_key_is_in_the_keyring_and_in_no_file(
    make_desktop: Make, start_program: Start, service: SimulatedService
) -> None:
    desktop = make_desktop()
    write_settings(desktop, service.api_url)
    sign_in(desktop, service.api_key)
    program = start_program(desktop)
    program.wait_for_tooltip("512.34")
    program.item.click("Refresh now")

    account = f"default@{urlsplit(service.api_url).netloc}"
    assert secret_service.entries(desktop.bus) == [("wallet-tray", account)]
    for name in ("cmdline", "environ"):
        visible = Path(f"/proc/{program.process.pid}/{name}").read_bytes()
        assert service.api_key.encode() not in visible
        assert service.access_token.encode() not in visible
    loose = [path for path in _own_files(desktop.root) if path.stat().st_mode & 0o077]
    assert loose == []
    program.item.click("Quit")
    assert program.process.wait(60) == 0
    written = program.end()
    for secret in (service.api_key, service.access_token):
        assert secret not in written
        assert _files_with(desktop.root, secret) == []


def test_opened_programs_inherit_no_credential(
    make_desktop: Make, start_program: Start, service: SimulatedService, tmp_path: Path
) -> None:
    """The browser of "Top up…" is no program that a key was entrusted to."""
    desktop = make_desktop(keyring="absent")
    write_settings(desktop, service.api_url)
    with Path(desktop.env["XDG_CONFIG_HOME"], "wallet-tray", "settings.toml").open("a") as file:
        file.write('top_up_url = "https://wallet.example/top-up"\n')
    opened, opener = tmp_path / "opened", tmp_path / "bin" / "xdg-open"
    opener.parent.mkdir()
    opener.write_text(f'#!/bin/sh\n(echo "$@"; env) > {opened}.new\nmv {opened}.new {opened}\n')
    opener.chmod(0o755)
    env = {
        **desktop.env,
        "PATH": f"{opener.parent}:{desktop.env['PATH']}",
        "BROWSER": "",
        "BYTENITE_API_KEY": service.api_key,
        "BYTENITE_ACCESS_TOKEN": service.access_token,
        "WALLET_TRAY_KEY_OTHER": "WTSENTINEL",
        "DEEPSEEK_API_KEY": "WTSENTINEL",
    }
    program = start_program(desktop, env=env)
    program.wait_for_tooltip("512.34")

    program.item.click("Top up…")

    wait_until(opened.exists, "the page to be opened")
    inherited = opened.read_text()
    assert inherited.startswith("https://wallet.example/top-up\n")
    assert "XDG_CONFIG_HOME=" in inherited
    assert "BYTENITE" not in inherited
    assert "WTSENTINEL" not in inherited
    program.item.click("Refresh now")
    wait_until(lambda: service.request_count() > 2, "a refresh with the same key")
    program.wait_for_tooltip("512.34")


def test_a_locked_keyring_is_opened_by_its_own_prompt(
    make_desktop: Make, start_program: Start, service: SimulatedService
) -> None:
    desktop = make_desktop()
    write_settings(desktop, service.api_url)
    sign_in(desktop, service.api_key)
    secret_service.lock(desktop.bus)
    program = start_program(desktop)

    wait_for_keyring_prompt(desktop.env)
    type_text(desktop.env, secret_service.PASSWORD)
    press(desktop.env, "Return")

    program.wait_for_tooltip("512.34")


def test_a_cancelled_keyring_prompt_is_not_repeated(
    make_desktop: Make, start_program: Start, service: SimulatedService
) -> None:
    desktop = make_desktop()
    write_settings(desktop, service.api_url)
    sign_in(desktop, service.api_key)
    secret_service.lock(desktop.bus)
    asked_at_sign_in = service.request_count()
    program = start_program(desktop)
    wait_for_keyring_prompt(desktop.env)

    press(desktop.env, "Escape")

    wait_until(lambda: "keyring locked" in program.item.tooltip, "its state")
    with pytest.raises(DesktopError, match="waited"):
        wait_for_keyring_prompt(desktop.env, 10)
    assert service.request_count() == asked_at_sign_in


def test_sign_out_is_noticed_at_once(
    make_desktop: Make, start_program: Start, service: SimulatedService
) -> None:
    desktop = make_desktop()
    write_settings(desktop, service.api_url)
    sign_in(desktop, service.api_key)
    program = start_program(desktop)
    program.wait_for_tooltip("512.34")

    run_command(desktop, "sign-out").check_returncode()

    wait_until(lambda: "512.34" not in program.item.tooltip, "the tooltip to lose the balance")
    assert secret_service.entries(desktop.bus) == []


def test_sign_in_is_noticed_at_once(
    make_desktop: Make, start_program: Start, service: SimulatedService
) -> None:
    desktop = make_desktop()
    write_settings(desktop, service.api_url)
    program = start_program(desktop)
    assert "BYC" not in program.item.tooltip

    sign_in(desktop, service.api_key)

    program.wait_for_tooltip("512.34")


@pytest.mark.parametrize("locked", [False, True])
def test_erase_finds_keys_of_former_addresses_and_no_others(
    make_desktop: Make, service: SimulatedService, locked: bool
) -> None:
    desktop = make_desktop(tray="none", notifications="none")
    for address in ("https://former.example/v1", service.api_url):
        write_settings(desktop, address)
        typed = service.api_key + "\n"
        run_command(desktop, "sign-in", "--no-verify", typed=typed).check_returncode()
    foreign = "import keyring; keyring.set_password('another program', 'user', 'secret')"
    assert desktop.run([sys.executable, "-c", foreign]).wait(60) == 0
    assert len(secret_service.entries(desktop.bus)) == 3
    if locked:
        secret_service.lock(desktop.bus)

    erasing = desktop.run([sys.executable, "-m", "wallet_tray", "erase", "--yes"])

    if locked:
        wait_for_keyring_prompt(desktop.env)
        type_text(desktop.env, secret_service.PASSWORD)
        press(desktop.env, "Return")
    assert erasing.wait(60) == 0
    assert secret_service.entries(desktop.bus) == [("another program", "user")]


def _own_files(root: Path) -> list[Path]:
    """All that the program made, folders as well."""
    own = [path for path in root.rglob("wallet-tray") if path.is_dir()]
    assert len(own) >= 3, "configuration, data and state"
    made = [path for folder in own for path in (folder, *folder.rglob("*"))]
    # The test has made the settings.
    return [one for one in made if one.name != "settings.toml"]


def _files_with(root: Path, secret: str) -> list[Path]:
    return [
        path
        for path in root.rglob("*")
        if path.is_file() and not path.is_symlink() and secret.encode() in path.read_bytes()
    ]
