"""A page is opened in the user's browser as the user has set things up, not as we need them."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.dbus_client import wait_until
from tests.end_to_end.tray_program import COMMAND, TrayApp
from tests.end_to_end.virtual_desktop import VirtualDesktop
from wallet_tray.simulator.server import SimulatedService

OPENER = """#!/bin/bash
{ umask; ulimit -S -c; } > "$OPENED.part"
mv "$OPENED.part" "$OPENED"
"""
STARTED = 'umask {mask}; ulimit -S -c {core}; exec "$@"'


@pytest.mark.parametrize(("mask", "core"), [("0000", "4096"), ("0002", "0")])
def test_a_browser_has_our_user_s_mask_and_limits_and_our_files_are_private(
    make_desktop: Callable[..., VirtualDesktop],
    start_program: Callable[..., TrayApp],
    service: SimulatedService,
    mask: str,
    core: str,
) -> None:
    desktop = make_desktop(keyring="absent", notifications="dunst")
    programs, opened = desktop.root / "programs", desktop.root / "opened"
    programs.mkdir()
    for name in ("xdg-open", "x-www-browser", "firefox", "gio", "exo-open"):
        (programs / name).write_text(OPENER)
        (programs / name).chmod(0o755)
    folder = Path(desktop.env["XDG_CONFIG_HOME"], "wallet-tray")
    folder.mkdir(mode=0o700)
    (folder / "settings.toml").write_text(
        f'[[accounts]]\napi_url = "{service.api_url}"\ntop_up_url = "https://pay.example/"\n'
    )
    (folder / "settings.toml").chmod(0o600)
    env = {
        **desktop.env,
        "BYTENITE_API_KEY": service.api_key,
        "PATH": f"{programs}:{desktop.env['PATH']}",
        "OPENED": str(opened),
    }
    shell = STARTED.format(mask=mask, core=core)
    program = start_program(desktop, env=env, command=["bash", "-c", shell, "-", *COMMAND])
    program.wait_for_tooltip("512.34")
    program.item.click("Hide amounts")  # writes the settings
    program.wait_for_tooltip("•••")

    program.item.click("Top up…")

    wait_until(opened.exists, "the browser")
    assert opened.read_text().split() == [mask, core]
    limits = Path(f"/proc/{program.process.pid}/limits").read_text().splitlines()
    (line,) = (line for line in limits if line.startswith("Max core file size"))
    assert int(line.split()[4]) <= 1, "a dump of ours is forbidden again"
    program.item.click("Quit")
    assert program.process.wait(60) == 0
    names = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")
    folders = [Path(desktop.env[name], "wallet-tray") for name in names]
    ours = [*folders, *(path for folder in folders for path in folder.rglob("*"))]
    loose = [path for path in ours if stat.S_IMODE(path.lstat().st_mode) & 0o077]
    assert {"history.sqlite3", "settings.toml"} <= {path.name for path in ours}
    assert loose == []
