"""What a curve never leaves out: the lowest, highest, first and last of what was recorded."""

import random
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support import builders
from tests.support.builders import make_account, wallet_key
from tests.support.history_story import Story
from wallet_tray.domain.account_snapshot import Wallet
from wallet_tray.domain.account_state import Fresh
from wallet_tray.domain.balance_series import BalanceSeries, ChartRange, Point
from wallet_tray.history.history import History
from wallet_tray.text.amounts import amount_with_unit
from wallet_tray.text.status import DisplayOptions
from wallet_tray.ui.chart.presenter import chart_view

BEGIN = datetime(2026, 3, 2, 8, tzinfo=UTC)
A_SECOND = timedelta(seconds=1)
A_MINUTE = timedelta(minutes=1)
AN_HOUR = timedelta(hours=1)
A_DAY = timedelta(days=1)
EVERY_SPAN = list(ChartRange)

PAUSES = st.sampled_from([1, 5, 30, 60, 299, 300, 301, 900, 901, 3_600, 20_000])
AMOUNTS = st.decimals(-1_000, 1_000, places=2)
COURSES = st.lists(st.tuples(PAUSES, AMOUNTS, st.integers(1, 20)), min_size=1, max_size=30)
FULL_DAYS = 13 * A_DAY  # what is older is kept by the hour


def recorded(course: list[tuple[int, Decimal, int]], history: History) -> list[Point]:
    """Record each amount so many times, so many seconds apart, for two weeks at most."""
    at, seen = BEGIN, []
    for pause, amount, times in course:
        for _ in range(times):
            if at - BEGIN + timedelta(seconds=pause) > FULL_DAYS:
                return seen
            at += timedelta(seconds=pause)
            history.record(make_account(), builders.balance(amount, at=at, wallet_id="w1"))
            seen.append(Point(at, amount))
    return seen


def extremes(points: list[Point]) -> tuple[Decimal, Decimal, Point, Point]:
    amounts = [point.available for point in points]
    return min(amounts), max(amounts), points[0], points[-1]


def shown_points(curve: BalanceSeries) -> list[Point]:
    return [point for segment in curve.segments for point in segment]


@settings(max_examples=40, deadline=None)
@given(course=COURSES)
def test_lowest_highest_first_and_last_are_in_the_curve_and_on_the_chart(
    course: list[tuple[int, Decimal, int]],
) -> None:
    """In the picture, in what the mouse reads, and in what a screen reader says."""
    with TemporaryDirectory() as folder:
        history = History(Path(folder) / "history.sqlite3")
        seen = recorded(course, history)
        now = seen[-1].at
        curves = [
            history.curve(make_account(), wallet_key("w1"), one, now, AN_HOUR) for one in EVERY_SPAN
        ]
        history.close()
    for curve in curves:
        inside = [point for point in seen if point.at >= curve.begin]
        points = shown_points(curve)
        lowest, highest, first, last = extremes(points)
        assert last == inside[-1]
        amounts = {point.available for point in inside}
        held = {point.available for point in points} - amounts
        assert held <= {point.available for point in seen}, "what held as the span began"
        assert lowest == min(amounts | held)
        assert highest == max(amounts | held)
        assert first.at <= inside[0].at
        _check_chart(curve, points)


def _check_chart(curve: BalanceSeries, points: list[Point]) -> None:
    lowest, highest, first, last = extremes(points)
    balance = builders.balance(last.available, at=last.at, wallet_id="w1")
    wallet = Wallet(make_account(), Fresh(balance), curve=curve)
    view = chart_view(wallet, DisplayOptions(curve.end), curve.span)
    places = [place for line in view.lines for place in line]
    heights = [height for _, height in places]
    limits = (wallet.account.limits.low_balance, wallet.account.limits.critical_balance)
    said = {amount_with_unit(one, "BYC", limits=limits) for one in (lowest, highest)}
    texts = (view.readings[place].value for place in range(len(view.readings)))
    read = [text.split(" after ")[0] for text in texts]
    assert len(read) == len(places)
    assert said <= set(read)
    assert read[heights.index(min(heights))] == amount_with_unit(lowest, "BYC", limits=limits)
    assert read[heights.index(max(heights))] == amount_with_unit(highest, "BYC", limits=limits)
    for one in (lowest, highest, first.available, last.available):
        assert amount_with_unit(one, "BYC", limits=limits) in view.summary
    assert read[0] == amount_with_unit(first.available, "BYC", limits=limits)
    assert read[-1] == amount_with_unit(last.available, "BYC", limits=limits)
    assert all(0 <= share <= 1 for place in places for share in place)


@pytest.mark.parametrize("span", EVERY_SPAN)
@pytest.mark.parametrize("seconds", [5, 30, 61])
def test_a_low_of_a_moment_is_kept(story: Story, span: ChartRange, seconds: int) -> None:
    """A wallet that is seen empty once, and topped up before the next look but one."""
    for number in range(2_000):
        story.tell(500 - number % 7, timedelta(seconds=seconds))
        if number == 700:
            story.tell(0, A_SECOND)
            story.tell(900, A_SECOND)

    lowest, highest, *_ = extremes(shown_points(story.curve(span)))
    assert (lowest, highest) == (0, 900)


@pytest.mark.parametrize("span", EVERY_SPAN)
def test_a_rest_is_level_to_its_end(story: Story, span: ChartRange) -> None:
    """As in the demo: hours of rest, then a job empties the wallet and it is topped up."""
    for number in range(40):
        story.tell(200 - number, 5 * A_MINUTE)
    rests_from = story.now
    for _ in range(30):
        story.tell(161, 5 * A_MINUTE)
    rests_until = story.now
    for amount in (100, 40, 0, 0, 225):
        story.tell(amount, 5 * A_SECOND)

    points = shown_points(story.curve(span))
    assert Point(rests_until, Decimal(161)) in points
    assert Point(rests_until + 15 * A_SECOND, Decimal(0)) in points
    assert points[-1] == Point(story.now, Decimal(225))
    assert {point.available for point in points if rests_from <= point.at <= rests_until} == {161}


@pytest.mark.parametrize("span", EVERY_SPAN)
def test_no_slope_where_the_balance_was_level(story: Story, span: ChartRange) -> None:
    """Rests of all lengths, one look a minute: what rises or falls does so between two looks."""
    chance = random.Random(7)
    level: dict[datetime, int] = {}
    amount = 900
    for _ in range(60):
        amount -= chance.randrange(1, 30)
        for _ in range(chance.randrange(1, 60)):
            story.tell(amount)
            level[story.now] = amount

    (points,) = story.curve(span, AN_HOUR).segments
    for before, after in pairwise(points):
        if before.available != after.available:
            assert after.at - before.at == A_MINUTE
        else:
            inside = {level[at] for at in level if before.at <= at <= after.at}
            assert inside == {int(after.available)}


def test_hours_older_than_two_weeks_keep_their_last_balance(story: Story) -> None:
    story.now = BEGIN.replace(hour=0)
    for number in range(25 * 24 * 4):
        story.tell(9_000 - number, 15 * A_MINUTE)

    curve = story.curve(ChartRange.MONTH)
    (points,) = curve.segments
    times = [point.at for point in points]
    assert times == sorted(set(times))
    assert points[0].at < BEGIN + A_DAY
    assert points[-1] == Point(story.now, Decimal(9_000 - 25 * 24 * 4 + 1))
    assert all(one.available > other.available for one, other in pairwise(points))


def test_coarser_tiers_fill_in_what_was_deleted(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wallet_tray.history import retention

    monkeypatch.setattr(retention.limit_size, "__defaults__", (100_000,))
    for number in range(2_000):
        story.tell(5_000 - number)

    for span in EVERY_SPAN:
        points = shown_points(story.curve(span))
        assert points[0].at < BEGIN + 8 * AN_HOUR or span is ChartRange.DAY
        assert points[-1].at == story.now
        assert all(one.available > other.available for one, other in pairwise(points))
