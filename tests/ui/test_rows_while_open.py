"""What changes in an open window finds its room at once: nothing overlaps, nothing is squeezed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).with_name("rows_while_open.py")


@pytest.mark.parametrize(
    ("language", "points"), [("en", 9), ("en", 17), ("de", 10), ("es", 9), ("fr", 14), ("zh_CN", 9)]
)
def test_rows_neither_overlap_nor_are_squeezed(language: str, points: int) -> None:
    """A banner, another account, drops, a chart that come while the popup is open."""
    command = [sys.executable, str(PROGRAM), language, str(points)]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == []
