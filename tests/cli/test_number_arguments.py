"""Numbers and times as people type them."""

import argparse
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from wallet_tray.cli.arguments import plain_number, seconds, since

NOW = datetime(2026, 11, 3, 12, 0, tzinfo=UTC)

NO_NUMBERS = [
    "",
    " ",
    "-1",
    "+1",
    "nan",
    "NaN",
    "inf",
    "Infinity",
    "1e400",
    "1e1000",
    "1e",
    "e3",
    "1e3.5",
    "٣",
    "１",
    "1_000",
    "1,000",
    "1 000",
    " 1",
    "1\n",
    "0x10",
    "1.",
    ".",
    "1.2.3",
    "9" * 401,
]


@pytest.mark.parametrize(
    "text", ["0", "12", "12.50", ".5", "007", "0.000001", "1e3", "1.5E+308", "1e-05", "9" * 400]
)
def test_number(text: str) -> None:
    assert plain_number(text) == Decimal(text)


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_no_number(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError) as raised:
        plain_number(text)
    assert "must be a plain number from 0 on" in str(raised.value)


def test_seconds() -> None:
    assert seconds("1.5") == timedelta(seconds=1.5)
    assert seconds("9" * 400) > timedelta(days=36_000)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("30m", datetime(2026, 11, 3, 11, 30, tzinfo=UTC)),
        ("12h", datetime(2026, 11, 3, 0, 0, tzinfo=UTC)),
        ("7d", datetime(2026, 10, 27, 12, 0, tzinfo=UTC)),
        ("4w", datetime(2026, 10, 6, 12, 0, tzinfo=UTC)),
        ("0d", NOW),
        ("2026-11-01T10:00:00Z", datetime(2026, 11, 1, 10, 0, tzinfo=UTC)),
        ("2026-11-01t10:00:00.5z", datetime(2026, 11, 1, 10, 0, 0, 500_000, tzinfo=UTC)),
        ("2026-11-01 10:00+02:00", datetime(2026, 11, 1, 8, 0, tzinfo=UTC)),
    ],
)
def test_since(text: str, moment: datetime) -> None:
    assert since(text, NOW) == moment


@pytest.mark.parametrize("text", ["2026-11-01", "2026-11-01T00:00"])
def test_date_begins_here(text: str) -> None:
    assert since(text, NOW) == datetime(2026, 11, 1).astimezone(UTC)


@pytest.mark.parametrize("text", ["999999999w", "999999999d"])
def test_longer_ago_than_there_are_dates(text: str) -> None:
    assert since(text, NOW) <= datetime(1, 1, 3, tzinfo=UTC)


NO_TIMES = [
    *("", "7", "d", "-7d", "7y", "7 d", "7D", "٧d", "1.5h", "9" * 50 + "d"),
    *("2026-13-01", "2026-02-30", "0000-00-00", "2026-W45", "20261103", "yesterday"),
    "2026-11-03T25:00",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_no_time(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        since(text, NOW)
