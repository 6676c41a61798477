"""Without a display the program says so in a sentence, and Qt's own abort is never seen."""

import os
import subprocess

import pytest

from tests.end_to_end.tray_program import COMMAND

DISPLAYS = {
    "none": {},
    "no server": {"DISPLAY": ":65000"},
    "no such socket": {"WAYLAND_DISPLAY": "wayland-none"},
}


@pytest.mark.parametrize("display", DISPLAYS.values(), ids=DISPLAYS)
def test_says_what_to_use_instead(
    display: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = tmp_path_factory.mktemp("home")
    env = {"PATH": os.environ["PATH"], "HOME": str(home), "XDG_RUNTIME_DIR": str(home), **display}

    done = subprocess.run(COMMAND, env=env, capture_output=True, text=True, timeout=60)

    assert done.returncode == 7, done.stderr
    assert "wallet-tray balance" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stdout == ""
