"""Until tomorrow: eight o'clock there, whatever the clocks do in the night between."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from wallet_tray.app.account_session import snooze_until
from wallet_tray.domain.alert_memory import LONGEST_SNOOZE
from wallet_tray.startup.time_zone import LOCAL_ZONE
from wallet_tray.ui.widgets.snooze_menu import SnoozeChoice

ZONES = {
    "Berlin": "CET-1CEST,M3.5.0,M10.5.0/3",
    "New York": "EST5EDT,M3.2.0,M11.1.0",
    "Santiago, at midnight": "<-04>4<-03>,M9.1.6/24,M4.1.6/24",
    "Lord Howe, by half an hour": "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0",
    "Kathmandu": "<+0545>-5:45",
}


@pytest.fixture(params=ZONES.values(), ids=ZONES)
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("zone")
def test_until_tomorrow_is_eight_in_the_morning_there_and_never_further_ahead() -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    longest = timedelta(0)
    while now.year == 2026:
        here = now.astimezone(LOCAL_ZONE)
        end = snooze_until(SnoozeChoice.UNTIL_TOMORROW, here)
        assert isinstance(end, datetime)
        there = end.astimezone(LOCAL_ZONE)
        assert (there.hour, there.minute) == (8, 0)
        assert there.date() == here.date() + timedelta(days=1)
        longest = max(longest, end - now)
        now += timedelta(minutes=30)
    assert timedelta(hours=31) < longest <= LONGEST_SNOOZE


@pytest.mark.parametrize(
    ("now", "end"),
    [
        ("2999-03-01T23:59:00+05:30", "2999-03-02T08:00:00+05:30"),
        ("2998-12-31T10:00:00-08:00", "2999-01-01T08:00:00-08:00"),
    ],
)
def test_tomorrow_is_that_of_the_user(now: str, end: str) -> None:
    until = snooze_until(SnoozeChoice.UNTIL_TOMORROW, datetime.fromisoformat(now))
    assert until == datetime.fromisoformat(end)


def test_tomorrow_begins_at_eight_also_after_a_clock_change(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TZ", ZONES["Berlin"])
    time.tzset()
    try:
        summer = datetime(2090, 10, 28, 22, 0, tzinfo=LOCAL_ZONE)
        until = snooze_until(SnoozeChoice.UNTIL_TOMORROW, summer)
    finally:
        monkeypatch.undo()
        time.tzset()
    assert until == datetime(2090, 10, 29, 7, 0, tzinfo=UTC)
