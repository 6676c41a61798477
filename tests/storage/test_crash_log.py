"""A crash in a library leaves the places it was at, and no memory: neither values nor a core."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import ctypes, os, sys
from pathlib import Path
from wallet_tray.storage.crash_guard import CrashLog
from wallet_tray.startup.logging_setup import set_up_logging
from wallet_tray.startup.process import forbid_core_dumps

forbid_core_dumps()
folder = Path(sys.argv[1])
set_up_logging(folder / "wallet-tray.log")
record = CrashLog(folder / "crash.log")
record.begin()

def a_place_to_crash_at(secret):
    if sys.argv[2] == "segmentation":
        ctypes.string_at(0)
    elif sys.argv[2] == "abort":
        os.abort()

a_place_to_crash_at("WTSENTINEL")
record.over()
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and core dumps are Unix's")


# As a developer has it set.
WITH_CORES = ["bash", "-c", 'ulimit -S -c unlimited 2>&-; exec "$@"', "-"]


def run(folder: Path, way: str, cwd: Path | None = None) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*WITH_CORES, sys.executable, "-c", PROGRAM, str(folder), way],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=300,
    )


@pytest.mark.parametrize("way", ["segmentation", "abort"])
def test_the_place_is_kept_and_reported_by_the_next_run_once(tmp_path: Path, way: str) -> None:
    folder = tmp_path / "log"
    assert run(folder, way, tmp_path).returncode < 0
    crash, older = folder / "crash.log", folder / "crash.log.1"
    kept = crash.read_text(encoding="ascii")
    assert "a_place_to_crash_at" in kept
    assert "WTSENTINEL" not in kept
    assert stat.S_IMODE(crash.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    log = folder / "wallet-tray.log"
    assert not log.exists()

    assert run(folder, "in order").returncode == 0
    assert older.read_text(encoding="ascii") == kept
    assert not crash.exists()
    assert run(folder, "in order").returncode == 0
    (line,) = log.read_text(encoding="utf-8").splitlines()
    assert line.endswith("the run before this one crashed: see crash.log.1")
    assert sorted(path.name for path in folder.iterdir()) == [older.name, log.name]
    assert list(tmp_path.glob("core*")) == []


def test_an_orderly_run_leaves_nothing(tmp_path: Path) -> None:
    assert run(tmp_path / "log", "in order").returncode == 0
    assert list((tmp_path / "log").iterdir()) == []


def test_a_folder_that_cannot_be_made_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run(tmp_path / "file" / "log", "in order")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(sys.platform != "linux", reason="the limits are read from /proc")
def test_every_run_of_the_program_forbids_core_dumps() -> None:
    program = subprocess.Popen(
        [*WITH_CORES, sys.executable, "-m", "wallet_tray", "simulate"],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert program.stdout is not None
        assert "api_key" in program.stdout.readline()
        limits = Path(f"/proc/{program.pid}/limits").read_text(encoding="ascii")
    finally:
        program.terminate()
        program.communicate(timeout=300)
    (line,) = (line for line in limits.splitlines() if line.startswith("Max core file size"))
    assert int(line.split()[4]) <= 1
