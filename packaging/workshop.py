"""The basis of all builds: folders, the environment with the tools, and the source date."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

PACKAGING = Path(__file__).resolve().parent
ROOT = PACKAGING.parent
WORK = ROOT / "build" / "installer"
OUTPUT = ROOT / "dist"
APP_ID = "io.github.wallet_tray.WalletTray"

_VENV = WORK / "venv"
PYTHON = _VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
_LISTS = ("constraints.txt", "build-tools.txt")


def say(text: str) -> None:
    """Print one line of progress."""
    print(text, flush=True)


def run(*command: str | Path, **options: object) -> str:
    """Run a command and return its output; end the build with that output if it fails."""
    settings: dict = {"cwd": ROOT, "env": build_environment(), **options}
    done = subprocess.run(
        [str(part) for part in command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        **settings,
    )
    if done.returncode != 0:
        lines = done.stdout.splitlines()[-40:]
        sys.exit("\n".join([*lines, f"This failed: {' '.join(map(str, command))}"]))
    return done.stdout


def build_environment() -> dict[str, str]:
    """Return the environment of every step: the same sources give the same bytes."""
    return {
        **os.environ,
        "SOURCE_DATE_EPOCH": str(source_date()),
        "PYTHONHASHSEED": "0",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }


def source_date() -> int:
    """Return the time of files and archives, in seconds since 1970.

    SOURCE_DATE_EPOCH comes first, then the commit's time, then the changelog's.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdecimal():
        return int(given)
    asked = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    try:
        answer = subprocess.run(asked, capture_output=True, text=True).stdout.strip()
    except OSError:
        answer = ""
    return int(answer) if answer.isdecimal() else int((ROOT / "CHANGELOG.md").stat().st_mtime)


def prepare_tools() -> None:
    """Make an environment with exactly the listed versions; reuse it until the lists change."""
    state = hashlib.sha256(sys.version.encode())
    for name in _LISTS:
        state.update((PACKAGING / name).read_bytes())
    stamp = WORK / "venv.stamp"
    if stamp.exists() and stamp.read_text() == state.hexdigest() and PYTHON.exists():
        return
    say("Installing the listed versions of all parts and tools …")
    shutil.rmtree(_VENV, ignore_errors=True)
    WORK.mkdir(parents=True, exist_ok=True)
    base = getattr(sys, "_base_executable", None) or sys.executable
    run(base, "-m", "venv", _VENV)
    lists = [part for name in _LISTS for part in ("-r", PACKAGING / name)]
    run(PYTHON, "-m", "pip", "install", "--quiet", "--require-hashes", *lists)
    stamp.write_text(state.hexdigest())


def version() -> str:
    """Return the version of the program from the one place that states it."""
    text = (ROOT / "wallet_tray" / "__init__.py").read_text(encoding="utf-8")
    return text.partition('__version__ = "')[2].partition('"')[0]
