"""Zones that POSIX allows and Python does not."""

import os
import subprocess
import sys

import pytest

TOLD = """
from datetime import datetime
from wallet_tray.startup.possible_zone import use_a_possible_zone
use_a_possible_zone()
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
        [sys.executable, "-c", TOLD],
        env={**os.environ, "TZ": zone},
        capture_output=True,
        text=True,
        check=True,
    )
    assert float(done.stdout) == offset
