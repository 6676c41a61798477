"""Moments and segments in their shortest words, also across a change of the clock."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from wallet_tray.startup.time_zone import LOCAL_ZONE
from wallet_tray.text.times import moment_text, stretch_text

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 10, 26, 9, 30, tzinfo=BERLIN)  # a Monday, the day after the clock was changed


def local(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 10, day, hour, minute, tzinfo=BERLIN).astimezone(UTC)


@pytest.mark.parametrize(
    ("at", "text"),
    [
        (local(26, 9, 5), "09:05"),
        (local(26, 0), "00:00"),
        (local(25, 23, 59), "Sun 23:59"),
        (local(24, 12), "Sat 12:00"),
        (local(20, 12), "Tue 12:00"),
        (local(19, 12), "19 Oct 12:00"),
        (local(28, 12), "28 Oct 12:00"),  # the clock was set back
    ],
)
def test_moment(at: datetime, text: str) -> None:
    assert moment_text(at, NOW) == text


@pytest.mark.parametrize(
    ("begin", "end", "text"),
    [
        (local(26, 8, 2), local(26, 8, 30), "08:02–08:30"),
        (local(26, 8, 2), local(26, 8, 2), "08:02"),
        (local(24, 8, 2), local(24, 9, 30), "Sat 08:02–09:30"),
        (local(24, 22), local(25, 3), "Sat 22:00 – Sun 03:00"),
        (local(25, 22), local(26, 3), "Sun 22:00 – 03:00"),
        (local(1, 8), local(1, 9), "1 Oct 08:00–09:00"),
    ],
)
def test_stretch(begin: datetime, end: datetime, text: str) -> None:
    assert stretch_text(begin, end, NOW) == text


PROGRAM = """
from datetime import UTC, datetime
from wallet_tray.startup.time_zone import LOCAL_ZONE
for hour in (0, 1, 2):
    at = datetime(2026, 10, 25, hour, 30, tzinfo=UTC).astimezone(LOCAL_ZONE)
    print(at.isoformat(), at.tzname(), at.astimezone(UTC).hour)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not know TZ")
def test_the_zone_of_this_computer_has_clock_changes() -> None:
    program = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={"TZ": "Europe/Berlin"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert program.stdout.splitlines() == [
        "2026-10-25T02:30:00+02:00 CEST 0",
        "2026-10-25T02:30:00+01:00 CET 1",
        "2026-10-25T03:30:00+01:00 CET 2",
    ]


def test_the_zone_of_this_computer_is_that_of_the_system() -> None:
    for days in range(0, 400, 7):
        at = datetime(2026, 1, 1, 12, tzinfo=UTC) + timedelta(days=days)
        assert at.astimezone(LOCAL_ZONE).replace(tzinfo=None) == at.astimezone().replace(
            tzinfo=None
        )
        assert at.astimezone(LOCAL_ZONE).astimezone(UTC) == at
