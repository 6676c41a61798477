"""Times: a clock time for today, else date and time, in the reader's own zone."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from wallet_tray.text.locale import Locale, time_text

BERLIN = timezone(timedelta(hours=2))
NOW = datetime(2026, 6, 15, 9, 30, tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("at", "text"),
    [
        (datetime(2026, 6, 15, 7, 5, tzinfo=UTC), "09:05"),
        (datetime(2026, 6, 14, 22, 0, tzinfo=UTC), "00:00"),
        (datetime(2026, 6, 14, 21, 59, tzinfo=UTC), "14 Jun 23:59"),
        (datetime(2026, 6, 15, 21, 59, 59, tzinfo=UTC), "23:59"),
        (datetime(2026, 6, 15, 22, 0, tzinfo=UTC), "16 Jun 00:00"),
        (datetime(2025, 12, 31, 23, 30, tzinfo=UTC), "1 Jan 01:30"),
    ],
)
def test_time(at: datetime, text: str) -> None:
    assert time_text(at, NOW) == text


def test_the_hour_that_comes_twice() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    now = datetime(2026, 10, 25, 12, 0, tzinfo=berlin)
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert [time_text(first + timedelta(hours=h), now) for h in (0, 1)] == ["02:30", "02:30"]


def test_in_the_readers_own_way() -> None:
    own = Locale(clock=lambda at: f"{at:%I:%M %p}", date_and_clock=lambda at: f"{at:%d.%m.}")
    assert time_text(NOW, NOW, own) == "09:30 AM"
    assert time_text(NOW - timedelta(days=3), NOW, own) == "12.06."
