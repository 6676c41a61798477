"""Two builds of the wheel and the source archive are the same, byte for byte."""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "run.py", ".gitignore")
FOLDERS = ("wallet_tray", "resources", "packaging")

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("hatchling") is None, reason="hatchling is not installed"
)


def built(place: Path, second: int) -> dict[str, str]:
    """The sums of what is built from a copy of the sources whose files are of another time."""
    place.mkdir()
    for name in PARTS:
        shutil.copyfile(ROOT / name, place / name)
    for name in FOLDERS:
        leave = shutil.ignore_patterns("__pycache__", "*.pyc")
        shutil.copytree(ROOT / name, place / name, ignore=leave, copy_function=shutil.copyfile)
    for path in place.rglob("*"):
        os.utime(path, (second, second))
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000"}
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", "out"],
        cwd=place,
        env=environment,
        check=True,
        capture_output=True,
        timeout=300,
    )
    out = place / "out"
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in out.iterdir()}


def test_two_builds_are_the_same(tmp_path: Path) -> None:
    first = built(tmp_path / "here", 1_600_000_000)
    second = built(tmp_path / "there, of another name", 1_650_000_000)
    assert len(first) == 2
    assert first == second
