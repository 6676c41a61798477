"""The computer's zone changes while the program runs; zones that Python cannot reckon with."""

import os
import shutil
import struct
import subprocess
import sys
import time
from pathlib import Path

import pytest

from wallet_tray.startup import time_zone

PRINT_OFFSET = """
from datetime import datetime
from wallet_tray.startup.time_zone import use_valid_timezone
use_valid_timezone()
print(datetime.now().astimezone().utcoffset().total_seconds())
"""


@pytest.mark.skipif(os.name == "nt", reason="TZ is read by POSIX's rules")
@pytest.mark.parametrize(
    ("zone", "offset"),
    [
        ("UTC-99", 0),
        ("XXX+167:59", 0),
        ("UTC+24", 0),
        ("UTC-23:59:59", 86_399),
        ("<-03>3", -10_800),
        ("No/Such", 0),
    ],
)
def test_a_zone_too_far_away_is_utc_and_any_other_stays(zone: str, offset: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PRINT_OFFSET],
        env={**os.environ, "TZ": zone},
        capture_output=True,
        text=True,
        check=True,
    )
    assert float(done.stdout) == offset


FOLLOWS = """
import os, sys, time
from datetime import UTC, datetime
from pathlib import Path
from wallet_tray.startup.time_zone import LOCAL_ZONE, follow_zone

def hour(at):
    return at.astimezone(LOCAL_ZONE).hour, at.astimezone().hour, time.localtime(43200).tm_hour

noon = datetime(1970, 1, 1, 12, tzinfo=UTC)
follow_zone()
seen = [(False, *hour(noon))]
for step in sys.argv[2:]:
    source, how = step.rsplit(":", 1)
    target = Path(sys.argv[1])
    if how == "link":
        target.with_name("new").symlink_to(source)
        target.with_name("new").replace(target)
    elif how == "file":
        target.with_name("new").write_bytes(Path(source).read_bytes())
        target.with_name("new").replace(target)
    elif how == "gone":
        target.unlink()
    seen.append((follow_zone(), *hour(noon)))
    assert follow_zone() is False
print(seen)
"""
SAME = [(False, 13, 13, 13), (False, 13, 13, 13)]
MOVES = [(True, 19, 19, 19), (True, 1, 1, 1), (False, 1, 1, 1), (True, 12, 12, 12)]


def zone_file(path: Path, hours: int, name: str) -> Path:
    """A zone without clock changes (tzfile(5), version 1)."""
    counts = struct.pack(">6l", 0, 0, 0, 0, 1, 4)
    kind = struct.pack(">lbb", hours * 3600, 0, 0)
    path.write_bytes(b"TZif" + bytes(16) + counts + kind + name.encode() + b"\0")
    return path


@pytest.fixture
def zones(tmp_path: Path) -> list[Path]:
    kinds = [("one", 1, "ONE"), ("seven", 7, "SVN"), ("minus", -11, "MNS")]
    return [zone_file(tmp_path / file, hours, name) for file, hours, name in kinds]


def seen_by(command: list[str], environment: dict[str, str]) -> list[object]:
    rest = {key: value for key, value in os.environ.items() if key not in ("TZ", "TZDIR")}
    done = subprocess.run(
        command, env={**rest, **environment}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    seen: list[object] = eval(done.stdout)  # noqa: S307  what the program above printed
    return seen


@pytest.mark.skipif(os.name == "nt", reason="TZ is read by POSIX's rules")
@pytest.mark.parametrize("spelling", ["{file}", ":{file}", "of a folder"])
def test_a_zone_that_is_named_changes(tmp_path: Path, zones: list[Path], spelling: str) -> None:
    one, seven, minus = zones
    (tmp_path / "etc").mkdir()
    target = tmp_path / "etc" / "localtime"
    target.symlink_to(one)
    environment = {"TZ": spelling.replace("{file}", str(target))}
    if spelling == "of a folder":
        environment = {"TZ": "localtime", "TZDIR": str(target.parent)}
    steps = ["x:same", f"{seven}:link", f"{minus}:file", "x:same", "x:gone"]
    seen = seen_by([sys.executable, "-c", FOLLOWS, str(target), *steps], environment)
    assert seen == [*SAME, *MOVES]


@pytest.mark.skipif(
    os.name == "nt" or os.geteuid() != 0 or shutil.which("unshare") is None,
    reason="a private /etc needs root and unshare(1)",
)
def test_the_zone_of_the_computer_changes(tmp_path: Path, zones: list[Path]) -> None:
    one, seven, minus = zones
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc" / "localtime").symlink_to(one)
    steps = ["x:same", f"{seven}:link", f"{minus}:file", "x:same", "x:gone"]
    script = 'mount --bind "$1" /etc && shift && exec "$@"'
    command = [sys.executable, "-c", FOLLOWS, "/etc/localtime", *steps]
    made = subprocess.run(
        ["unshare", "-m", "sh", "-c", script, "sh", str(tmp_path / "etc"), "true"], check=False
    )
    if made.returncode:
        pytest.skip("this system allows no mount namespace of our own")
    seen = seen_by(["unshare", "-m", "sh", "-c", script, "sh", str(tmp_path / "etc"), *command], {})
    assert seen == [*SAME, *MOVES]


@pytest.mark.skipif(os.name == "nt", reason="TZ is read by POSIX's rules")
def test_the_variable_itself_may_come_change_and_go(
    zones: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    offsets = []
    for name in (None, str(zones[0]), f":{zones[1]}", "CET-1CEST", "", None, str(zones[2])):
        if name is None:
            monkeypatch.delenv("TZ", raising=False)
        else:
            monkeypatch.setenv("TZ", name)
        time_zone.follow_zone()
        assert time_zone.follow_zone() is False
        offsets.append(time.localtime(0).tm_gmtoff // 3600)
    monkeypatch.undo()
    time_zone.follow_zone()
    assert offsets[1:5] == [1, 7, 1, 0]
    assert offsets[5] == offsets[0]
    assert offsets[6] == -11
