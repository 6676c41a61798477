"""The labels below the chart: round times of the reader's own clock, also when it is changed."""

from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest

from wallet_tray.domain.balance_series import ChartRange
from wallet_tray.text.locale import ENGLISH
from wallet_tray.ui.chart.axes import time_labels

BERLIN = ZoneInfo("Europe/Berlin")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")  # its clock is changed by half an hour
BEIRUT = ZoneInfo("Asia/Beirut")  # its clock is changed at midnight


def labels(span: ChartRange, end: datetime) -> list[tuple[datetime, str]]:
    return list(time_labels(span, end.astimezone(UTC) - span.value, end, end.tzinfo, ENGLISH))


def texts(span: ChartRange, end: datetime) -> list[str]:
    return [text for _, text in labels(span, end)]


def test_a_day_has_its_round_hours() -> None:
    end = datetime(2026, 11, 22, 14, 2, tzinfo=BERLIN)
    assert texts(ChartRange.DAY, end) == ["18:00", "00:00", "06:00", "12:00"]


def test_no_more_than_four_even_where_five_fit() -> None:
    end = datetime(2026, 11, 22, 18, 0, tzinfo=BERLIN)
    assert texts(ChartRange.DAY, end) == ["00:00", "06:00", "12:00", "18:00"]


def test_a_week_has_weekdays_at_midnight() -> None:
    end = datetime(2026, 11, 22, 14, 2, tzinfo=BERLIN)  # a Sunday
    shown = labels(ChartRange.WEEK, end)
    assert [text for _, text in shown] == ["Mon", "Wed", "Fri", "Sun"]
    assert all(at.astimezone(BERLIN).hour == 0 for at, _ in shown)


def test_a_month_has_the_days_on_which_weeks_begin() -> None:
    end = datetime(2026, 11, 22, 14, 2, tzinfo=BERLIN)
    assert texts(ChartRange.MONTH, end) == ["26 Oct", "2 Nov", "9 Nov", "16 Nov"]


@pytest.mark.parametrize(
    ("end", "between"),
    [
        (datetime(2026, 3, 29, 14, 0, tzinfo=BERLIN), 5),  # an hour less
        (datetime(2026, 10, 25, 14, 0, tzinfo=BERLIN), 7),  # an hour more
    ],
    ids=["spring", "autumn"],
)
def test_a_day_with_a_clock_change_keeps_its_round_hours(end: datetime, between: int) -> None:
    shown = labels(ChartRange.DAY, end)
    assert [text for _, text in shown] == ["18:00", "00:00", "06:00", "12:00"]
    assert shown[2][0] - shown[1][0] == timedelta(hours=between)


@pytest.mark.parametrize("zone", [BERLIN, LORD_HOWE, BEIRUT], ids=str)
@pytest.mark.parametrize("span", ChartRange, ids=lambda span: span.name)
def test_a_whole_year_has_labels_at_round_times(span: ChartRange, zone: ZoneInfo) -> None:
    for day in range(0, 366, 1):
        end = datetime(2026, 1, 1, 9, 30, tzinfo=UTC) + timedelta(days=day)
        shown = labels(span, end.astimezone(zone))
        assert 3 <= len(shown) <= 4
        times = [at for at, _ in shown]
        assert times == sorted(times)
        assert end - span.value <= times[0]
        assert times[-1] <= end
        for at, _ in shown:
            local = at.astimezone(zone)
            # Where midnight does not exist, the day begins at one.
            assert local.minute == 0
            assert local.hour % 6 == 0 or (zone is BEIRUT and local.hour == 1)


@pytest.mark.parametrize(
    "zone", [UTC, BERLIN, LORD_HOWE, BEIRUT, ZoneInfo("Asia/Kathmandu")], ids=str
)
@pytest.mark.parametrize("span", ChartRange, ids=lambda span: span.name)
def test_any_shorter_time_has_labels(span: ChartRange, zone: tzinfo) -> None:
    length = timedelta(minutes=1)
    while length < span.value / 2:
        for day in (3, 84, 87, 95, 201, 276, 297, 303):  # some with a clock change
            end = datetime(2026, 1, 1, 1, 7, 31, tzinfo=UTC) + timedelta(days=day)
            found = time_labels(span, end - length, end, zone, ENGLISH)
            times = [at for at, _ in found]
            assert 1 <= len(found) <= 4, length
            assert times == sorted(set(times))
            assert end - length <= times[0]
            assert times[-1] <= end
            if all(at.astimezone(zone).fold == 0 for at in times):  # no hour comes twice
                assert len({text for _, text in found}) == len(found)
        length *= 1.3


@pytest.mark.parametrize(
    ("length", "expected"),
    [
        (timedelta(minutes=1), ["14:02"]),
        (timedelta(minutes=7), ["13:56", "13:58", "14:00", "14:02"]),
        (timedelta(minutes=45), ["13:30", "13:45", "14:00"]),
        (timedelta(hours=1), ["13:15", "13:30", "13:45", "14:00"]),
        (timedelta(hours=9), ["06:00", "09:00", "12:00"]),
        (timedelta(hours=40), ["Sat", "Sun"]),
        (timedelta(days=3), ["Fri", "Sat", "Sun"]),
    ],
)
def test_minutes_hours_and_days(length: timedelta, expected: list[str]) -> None:
    end = datetime(2026, 11, 22, 14, 2, 31, tzinfo=BERLIN)
    found = time_labels(ChartRange.WEEK, end.astimezone(UTC) - length, end, BERLIN, ENGLISH)
    assert [text for _, text in found] == expected


def test_the_days_of_a_month_have_dates() -> None:
    end = datetime(2026, 11, 22, 14, 2, tzinfo=BERLIN)
    found = time_labels(
        ChartRange.MONTH, end.astimezone(UTC) - timedelta(days=6), end, BERLIN, ENGLISH
    )
    assert [text for _, text in found] == ["18 Nov", "20 Nov", "22 Nov"]
