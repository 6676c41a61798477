"""Pipes and folders in the place of all small files: the program starts, shows, and ends."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.integration.running_program import RunningProgram
from tests.support.builders import make_account
from wallet_tray.simulator.server import SimulatedService
from wallet_tray.storage.paths import Folders

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pipes as POSIX has them")
KINDS: list[Callable[[Path], object]] = [os.mkfifo, Path.mkdir]


def small_files(folders: Folders) -> list[Path]:
    return [
        folders.alert_memory_file,
        folders.history_file,
        folders.notifications_file,
        folders.log_file,
        folders.crash_file,
        folders.starts_file,
    ]


@pytest.mark.parametrize("make", KINDS)
def test_the_program_shows_its_balance(
    running: RunningProgram,
    make_service: Callable[..., SimulatedService],
    make: Callable[[Path], object],
) -> None:
    service = make_service("512.34")
    running.write_settings([{"id": "own", "label": "Own", "api_url": service.api_url}])
    running.keyring.write(
        make_account(id="own", api_url=service.api_url).keyring_user, service.api_key
    )
    for file in small_files(running.folders):
        make(file)
    running.start()
    running.wait(lambda: "512.34" in running.tooltip())
    running.choose("Pause refreshing")
    running.wait(lambda: "paused" in running.tooltip())


@pytest.mark.parametrize("make", KINDS)
@pytest.mark.parametrize("settings", [False, True])
def test_a_command_ends(tmp_path: Path, make: Callable[[Path], object], settings: bool) -> None:
    names = ("config", "data", "state", "cache")
    parts = {name: tmp_path / name / "wallet-tray" for name in names}
    for part in parts.values():
        part.mkdir(parents=True, mode=0o700)
    (parts["state"] / "log").mkdir(mode=0o700)
    folders = Folders(
        parts["config"], parts["data"], parts["state"], parts["state"] / "log", tmp_path
    )
    for file in small_files(folders):
        make(file)
    if settings:
        make(folders.settings_file)
    places = {f"XDG_{name.upper()}_HOME": str(tmp_path / name) for name in names}
    for command in (["balance", "--cached"], ["history"], ["doctor", "--json"]):
        done = subprocess.run(
            [sys.executable, "-m", "wallet_tray", *command],
            env={**os.environ, **places, "HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode in (0, 1, 2, 6), done.stderr
