"""With a large font nothing is cut, and every window fits on a usual screen."""

import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).with_name("large_font_windows.py")


@pytest.mark.parametrize(
    ("points", "screen"),
    [
        (10, (1024, 600)),
        (18, (1280, 800)),
        (18, (1366, 768)),
        (24, (1366, 768)),
        (24, (1920, 1080)),
    ],
)
def test_no_text_is_cut_and_every_window_fits(points: int, screen: tuple[int, int]) -> None:
    command = [sys.executable, str(PROGRAM), str(points), *map(str, screen)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == []
