"""The curves of a day, a week and a month: segments, gaps, top-ups, and not too many points."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest

from tests.support.history_story import Story
from wallet_tray.domain.balance_series import BalanceSeries, ChartRange, Point, TopUp

BEGIN = datetime(2026, 3, 2, 8, tzinfo=UTC)
A_MINUTE = timedelta(minutes=1)
AN_HOUR = timedelta(hours=1)
A_DAY = timedelta(days=1)
EVERY_SPAN = list(ChartRange)


def check(curve: BalanceSeries) -> None:
    """What holds for any curve."""
    points = [point for segment in curve.segments for point in segment]
    times = [point.at for point in points]
    assert all(segment for segment in curve.segments)
    assert times == sorted(set(times))
    assert all(curve.begin <= at <= curve.end for at in times)
    assert all(curve.begin <= top_up.at <= curve.end for top_up in curve.top_ups)
    assert len(points) <= 400
    assert curve.end - curve.begin == curve.span.value


@pytest.mark.parametrize("span", EVERY_SPAN)
@pytest.mark.parametrize("minutes", [1, 5, 30])
def test_a_wallet_that_falls_all_the_time(story: Story, span: ChartRange, minutes: int) -> None:
    length = min(span.value + 2 * AN_HOUR, 1_500 * minutes * A_MINUTE)
    for number in range(length // (minutes * A_MINUTE)):
        story.tell(10_000 - number * minutes, minutes * A_MINUTE)

    curve = story.curve(span, AN_HOUR)

    check(curve)
    (points,) = curve.segments
    assert points[-1] == Point(story.now, story.latest().available.amount)
    assert len(points) > 10
    for point in points:
        minutes_in = (point.at - BEGIN) // A_MINUTE
        assert point.available == 10_000 - (minutes_in - minutes), "a balance that there was then"


@pytest.mark.parametrize("span", EVERY_SPAN)
def test_a_steady_wallet_is_a_line_from_end_to_end(story: Story, span: ChartRange) -> None:
    for _ in range(32 * 96):
        story.tell(7, 15 * A_MINUTE)

    curve = story.curve(span)

    check(curve)
    assert curve.segments == ((Point(curve.begin, Decimal(7)), Point(story.now, Decimal(7))),)


def test_a_value_that_held_falls_at_once(story: Story) -> None:
    """Not on a slope from where it began to hold."""
    for _ in range(5 * 60):
        story.tell(100)
    for _ in range(60):
        story.tell(40)

    (points,) = story.curve(ChartRange.DAY).segments
    fall = BEGIN + 5 * AN_HOUR
    assert [(point.at, point.available) for point in points] == [
        (BEGIN + A_MINUTE, 100),
        (fall, 100),
        (fall + A_MINUTE, 40),
        (story.now, 40),
    ]


@pytest.mark.parametrize("span", EVERY_SPAN)
def test_time_without_samples_is_a_gap(story: Story, span: ChartRange) -> None:
    for _ in range(3):
        for number in range(3 * 60):
            story.tell(1_000 - number)
        story.now += 4 * AN_HOUR

    story.now -= 4 * AN_HOUR
    curve = story.curve(span)

    check(curve)
    assert len(curve.segments) == 3
    for before, after in pairwise(curve.segments):
        silence = after[0].at - before[-1].at
        assert timedelta(hours=4) <= silence <= timedelta(hours=6)


def test_the_reader_says_what_a_gap_is(story: Story) -> None:
    """Who refreshes every two hours has watched all the time."""
    for number in range(10):
        story.tell(10 - number, 2 * AN_HOUR)

    assert len(story.curve(ChartRange.DAY).segments) == 10
    assert len(story.curve(ChartRange.DAY, 6 * AN_HOUR).segments) == 1


def test_a_curve_ends_where_the_last_sample_was_seen(story: Story) -> None:
    for number in range(30):
        story.tell(10 - number)
    last = story.now
    story.now += 5 * AN_HOUR

    for span in EVERY_SPAN:
        curve = story.curve(span)
        assert curve.end == story.now
        assert curve.segments[-1][-1] == Point(last, Decimal(-19))


def test_samples_before_the_range_are_left_out(story: Story) -> None:
    story.tell(5)
    story.now += 31 * A_DAY

    for span in EVERY_SPAN:
        assert story.curve(span).segments == ()


def test_top_ups(story: Story) -> None:
    story.tell(100)
    story.tell(90)
    first = story.tell(140)
    story.tell(130, available=100)
    second = story.tell("130.5", available="100.5")

    for span in EVERY_SPAN:
        assert story.curve(span).top_ups == (
            TopUp(first.fetched_at, Decimal(50)),
            TopUp(second.fetched_at, Decimal("0.5")),
        )


def test_a_freed_reservation_is_no_top_up(story: Story) -> None:
    story.tell(100, available=10)
    story.tell(100)

    assert story.curve(ChartRange.DAY).top_ups == ()


def test_top_ups_are_there_for_a_month_and_then_go(story: Story) -> None:
    for day in range(60):
        story.tell(day, A_DAY)

    assert len(story.curve(ChartRange.MONTH).top_ups) == 31
    assert len(story.curve(ChartRange.WEEK).top_ups) == 8


def test_a_wallet_that_is_topped_up_all_the_time(story: Story) -> None:
    for number in range(1_000):
        story.tell(number)

    assert len(story.curve(ChartRange.DAY).top_ups) == 100
    assert story.curve(ChartRange.DAY).top_ups[-1].at == story.now


@pytest.mark.parametrize("span", EVERY_SPAN)
def test_a_wallet_that_is_watched_every_second(story: Story, span: ChartRange) -> None:
    for number in range(3_000):
        story.tell(9_000 - number, timedelta(seconds=1))

    curve = story.curve(span)

    check(curve)
    assert curve.segments[0][-1] == Point(story.now, Decimal(6_001))


def test_other_wallets_are_not_in_it(story: Story) -> None:
    story.tell(5, wallet_id="w2")
    story.tell(7, wallet_id="w2")

    assert story.curve(ChartRange.DAY) == BalanceSeries(
        ChartRange.DAY, story.now - A_DAY, story.now
    )
