"""The popup grows and shrinks with what is in it, in windows of a real X server."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.virtual_desktop import VirtualDesktop

PROGRAM = Path(__file__).parents[1] / "ui" / "rows_while_open.py"


@pytest.mark.parametrize(("language", "points"), [("de", 10), ("en", 15)])
def test_rows_neither_overlap_nor_are_squeezed(
    make_desktop: Callable[..., VirtualDesktop], language: str, points: int
) -> None:
    desktop = make_desktop(tray="none")
    command = [sys.executable, str(PROGRAM), language, str(points)]
    env = {**desktop.env, "QT_QPA_PLATFORM": "xcb"}
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == []
