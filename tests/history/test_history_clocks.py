"""Balances that were recorded under wrong clocks, as everything that reads them shows them."""

import sqlite3
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from time import perf_counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.builders import balance, make_account, total_of, wallet_key
from tests.support.history_story import WALLET, Story
from wallet_tray.domain.balance_series import ChartRange
from wallet_tray.domain.spending_periods import last_drops
from wallet_tray.history.history import History
from wallet_tray.history.order import put_in_order
from wallet_tray.history.schema import VERSION
from wallet_tray.history.tiers import WIDTHS

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
EVERY = 5 * MINUTE

WRONG = [HOUR, 7 * HOUR, 3 * DAY, 20 * DAY, 3650 * DAY]
BOTH = [*WRONG, *(-wrong for wrong in WRONG)]


class Clocks:
    """A wallet that loses 10 every five minutes, asked under clocks that may be wrong."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.total = 1_000
        self.real = story.now
        self.asked: dict[int, datetime] = {}  # when it was asked in truth, by its total

    def ask(self, count: int, wrong: timedelta = timedelta(0)) -> None:
        for _ in range(count):
            self.total -= 10
            self.real += EVERY
            self.story.now = self.real + wrong
            self.asked[self.total] = self.real
            self.story.tell(self.total, timedelta(0))
        self.story.now = self.real

    def restart(self) -> None:
        self.story.history.close()
        self.story.history = History(self.story.file)

    def recorded(self) -> list[Any]:
        history, account = self.story.history, self.story.account
        return [one.sample for one in history.recorded(account, None, self.real)]


@pytest.fixture
def clocks(story: Story) -> Clocks:
    return Clocks(story)


def assert_all_is_true(clocks: Clocks, right: set[int]) -> None:
    """``right`` are the totals that were asked under the right clock."""
    story, real = clocks.story, clocks.real
    rows = clocks.recorded()
    assert [total_of(row) for row in rows] == sorted(clocks.asked, reverse=True)
    times = [row.until for row in rows]
    assert times == sorted(times)
    for row in rows:
        if total_of(row) in right:
            assert (row.since, row.until) == (clocks.asked[total_of(row)],) * 2
        else:
            later = [clocks.asked[total] for total in right if total < total_of(row)]
            sooner = [clocks.asked[total] for total in right if total > total_of(row)]
            assert max(sooner, default=row.until) <= row.until <= min(later, default=real)

    samples = story.history.samples(make_account(), wallet_key("w1"), real - 14 * DAY, real)
    assert [total_of(one) for one in samples] == [
        total_of(row) for row in rows if row.until >= real - 14 * DAY
    ]
    drops = last_drops(samples, HOUR)
    assert all(drop.amount < 1_000 for drop in drops)

    curve = story.history.curve(make_account(), wallet_key("w1"), ChartRange.DAY, real, 15 * MINUTE)
    points = [point for segment in curve.segments for point in segment]
    assert [point.at for point in points] == sorted(point.at for point in points)
    values = [point.available for point in points]
    assert values == sorted(values, reverse=True), "no needle"

    hours = story.history.spending(make_account(), wallet_key("w1"), real)
    assert sum(hour.topped_up for hour in hours) == 0
    assert sum(hour.spent for hour in hours) == total_of(rows[0]) - total_of(rows[-1])
    begin = min(clocks.asked.values())
    assert all(begin - HOUR < hour.hour <= real for hour in hours)
    assert max(hour.spent for hour in hours) <= 12 * 10 + 10 * (len(rows) - len(right))
    assert total_of(story.latest()) == clocks.total


@pytest.mark.parametrize("wrong", BOTH, ids=str)
@pytest.mark.parametrize("count", [1, 5, 20])
def test_a_clock_that_was_wrong_for_a_while(clocks: Clocks, wrong: timedelta, count: int) -> None:
    clocks.ask(12)
    clocks.ask(count, wrong)
    clocks.restart()
    clocks.ask(6)
    right = {total for total in clocks.asked if not 1_000 - 10 * (12 + count) <= total < 880}
    if (
        abs(wrong) == HOUR and count == 20
    ):  # longer than it was wrong: which half was, none can know
        rows = clocks.recorded()
        assert [total_of(row) for row in rows] == sorted(clocks.asked, reverse=True)
        assert [row.until for row in rows] == sorted(row.until for row in rows)
        return
    assert_all_is_true(clocks, right)


@pytest.mark.parametrize("wrong", [HOUR, 7 * HOUR, 3 * DAY, 8 * DAY], ids=str)
@pytest.mark.parametrize("seen", [False, True])
@pytest.mark.parametrize("before", [0, 12])
def test_the_date_of_a_clock_that_was_ahead_has_passed(
    clocks: Clocks, wrong: timedelta, seen: bool, before: int
) -> None:
    """Whether or not anything is recorded after that date."""
    clocks.ask(before)
    clocks.ask(1, wrong)
    clocks.ask(6)
    right = set(clocks.asked) - {1_000 - 10 * (before + 1)}
    clocks.real += wrong + HOUR
    if seen:
        clocks.ask(3)
        right |= {clocks.total, clocks.total + 10, clocks.total + 20}
    clocks.story.now = clocks.real
    assert_all_is_true(clocks, right)


@pytest.mark.parametrize("wrong", [3 * DAY, 3650 * DAY], ids=str)
def test_the_same_fault_again_and_again(clocks: Clocks, wrong: timedelta) -> None:
    """A clock without a battery: each start is under a wrong one."""
    clocks.ask(3)
    right = set(clocks.asked)
    for _ in range(6):
        clocks.ask(1, -wrong)
        clocks.ask(7)
        right |= {total for total in clocks.asked if total < clocks.total + 70}
    assert_all_is_true(clocks, right)


def test_while_the_clock_is_wrong_the_newest_is_shown(clocks: Clocks) -> None:
    clocks.ask(12)
    for wrong in (-3650 * DAY, -HOUR, HOUR, 3650 * DAY):
        clocks.ask(1, wrong)
        now = clocks.real + wrong
        curve = clocks.story.history.curve(
            make_account(), wallet_key("w1"), ChartRange.DAY, now, 15 * MINUTE
        )
        assert curve.segments[-1][-1].available == clocks.total
        assert total_of(clocks.story.latest()) == clocks.total


def test_samples_in_the_future_are_not_charted(clocks: Clocks) -> None:
    clocks.ask(3)
    clocks.ask(1, 3 * DAY)
    curve = clocks.story.history.curve(
        make_account(), wallet_key("w1"), ChartRange.DAY, clocks.real, 15 * MINUTE
    )
    assert [point.available for point in curve.segments[-1]] == [990, 980, 970]


@pytest.mark.parametrize("wrong", [3 * DAY, -3 * DAY], ids=str)
def test_a_top_up_stands_where_its_row_stands(clocks: Clocks, wrong: timedelta) -> None:
    clocks.ask(3)
    clocks.total += 510
    clocks.ask(1, wrong)
    clocks.ask(3)
    clocks.real += 3 * DAY
    sooner, later = clocks.asked[970], clocks.asked[1_460]
    curve = clocks.story.history.curve(
        make_account(), wallet_key("w1"), ChartRange.WEEK, clocks.real, 15 * MINUTE
    )
    (top_up,) = curve.top_ups
    assert top_up.amount == 500
    assert sooner - HOUR <= top_up.at <= later


def test_nothing_is_written_to_mend_it(clocks: Clocks) -> None:
    """A correction is made by each reading."""
    clocks.ask(3)
    clocks.ask(1, 3 * DAY)
    clocks.ask(3)
    clocks.recorded()
    database = sqlite3.connect(clocks.story.file)
    try:
        rows = database.execute("SELECT until FROM samples WHERE width = 1 ORDER BY seq").fetchall()
        (version,) = database.execute("PRAGMA user_version").fetchone()
    finally:
        database.close()
    assert [until for (until,) in rows] == [
        int((at + (3 * DAY if total == 960 else timedelta(0))).timestamp())
        for total, at in clocks.asked.items()
    ]
    assert version == VERSION


@pytest.mark.parametrize("wrong", [3650 * DAY, -3650 * DAY], ids=str)
def test_a_clock_that_flickers_thins_out_nothing(story: Story, wrong: timedelta) -> None:
    """Each start is under a wrong clock: those are no days on which anything was recorded."""
    for number in range(40):
        story.tell(2 * number, 2 * HOUR)
        story.now += wrong
        story.tell(2 * number + 1, timedelta(minutes=1))
        story.now -= wrong
    assert story.totals() == list(range(80))
    database = sqlite3.connect(story.file)
    try:
        counts = dict(database.execute("SELECT width, count(*) FROM samples GROUP BY width"))
    finally:
        database.close()
    assert counts == dict.fromkeys(WIDTHS, 80)


def ask_in_turn(clocks: Clocks, periods: list[tuple[int, timedelta]]) -> set[int]:
    """Ask under each clock in turn; return the totals asked under the right one."""
    right: set[int] = set()
    for count, wrong in periods:
        before = clocks.total
        clocks.ask(count, wrong)
        if not wrong:
            right.update(range(clocks.total, before, 10))
    return right


NO = timedelta(0)
SEVERAL = {
    "ahead, then behind": [(12, NO), (1, 30 * HOUR), (1, -3 * DAY), (4, NO)],
    "behind, then ahead": [(12, NO), (1, -3 * DAY), (1, 30 * HOUR), (4, NO)],
    "ahead of ahead": [(12, NO), (2, 3 * DAY), (2, 20 * DAY), (5, NO)],
    "behind of behind": [(12, NO), (2, -20 * DAY), (2, -3 * DAY), (5, NO)],
    "right in between": [(9, NO), (3, 3 * DAY), (2, NO), (3, -3 * DAY), (8, NO)],
    "three": [(9, NO), (2, -3 * DAY), (4, NO), (2, 20 * DAY), (3, NO), (2, -HOUR * 30), (7, NO)],
}


@pytest.mark.parametrize("name", SEVERAL)
@pytest.mark.parametrize("passed", [NO, 2 * DAY, 25 * DAY], ids=["now", "days", "weeks"])
def test_several_wrong_clocks(clocks: Clocks, name: str, passed: timedelta) -> None:
    """In both directions, with a restart, and after the date of the one ahead has passed."""
    right = ask_in_turn(clocks, SEVERAL[name])
    clocks.restart()
    clocks.real += passed
    clocks.story.now = clocks.real
    right |= ask_in_turn(clocks, [(2, NO)])
    if passed < 14 * DAY:
        assert_all_is_true(clocks, right)
    times = {total_of(row): row.until for row in clocks.recorded()}
    assert {total: times[total] for total in right} == {
        total: clocks.asked[total] for total in right
    }


def test_one_balance_a_day_under_a_clock_ahead_then_behind() -> None:
    hours = [-240, -24, -2, 30, -72, 0, 0]
    begin = int(datetime(2026, 11, 1, tzinfo=UTC).timestamp())
    rows = [(at, at, number) for number, hour in enumerate(hours) for at in [begin + hour * 3600]]
    for now in (begin, begin + 86_400):
        times = [row[1] for row in put_in_order(rows, now)]
        assert [(at - begin) // 3600 for at in times] == [-240, -24, -2, 0, 0, 0, 0]


COUNTS = st.lists(st.integers(1, 4), min_size=0, max_size=3)
FAR = st.integers(20 * 86_400, 200 * 86_400)


@settings(max_examples=500)
@given(data=st.data(), counts=COUNTS)
def test_fewer_rows_under_wrong_clocks_move_no_right_one(
    data: st.DataObject, counts: list[int]
) -> None:
    """Up to three wrong clocks, of fewer rows than were recorded before and after them."""
    begin = int(datetime(2027, 3, 2, tzinfo=UTC).timestamp())
    least = sum(counts) + 1
    real, rows, right = begin, [], set()
    for place in range(len(counts) + 1):
        edge = place in (0, len(counts))
        true = data.draw(st.integers(least if edge else 0, least + 5))
        wrong = data.draw(FAR) * data.draw(st.sampled_from([1, -1]))
        for number in range(true + (0 if place == len(counts) else counts[place])):
            real += data.draw(st.integers(0, 3_600))
            at = real if number < true else real + wrong
            if number < true:
                right.add(len(rows))
            rows.append((at, at, len(rows)))
    ordered = put_in_order(rows, real + data.draw(st.integers(0, 300 * 86_400)))
    assert {number: ordered[number] for number in right} == {
        number: rows[number] for number in right
    }
    assert all(one[1] <= other[1] for one, other in pairwise(ordered))


def test_years_of_rows_under_changing_clocks_are_read_at_once() -> None:
    begin = int(datetime(2026, 3, 2, tzinfo=UTC).timestamp())
    times = [begin + 300 * number for number in range(30_000)]
    for number in range(50, 30_000, 100):
        times[number] += 86_400 * (1 if number % 200 == 50 else -1)
    rows = [(at, at) for at in times]
    started = perf_counter()
    ordered = put_in_order(rows, times[-1])
    assert perf_counter() - started < 1
    right = [number for number in range(30_000) if number % 100 != 50]
    assert [ordered[number] for number in right] == [rows[number] for number in right]


def test_the_newest_balance_is_as_new_as_the_one_before(clocks: Clocks) -> None:
    """Its clock was behind, but it was asked for after all others."""
    clocks.ask(12)
    clocks.ask(1, -6 * DAY)
    latest = clocks.story.history.latest(make_account(), None, clocks.real)
    assert latest is not None
    assert (total_of(latest), latest.fetched_at) == (870, clocks.asked[880])
    while_wrong = clocks.story.history.latest(make_account(), None, clocks.real - 6 * DAY)
    assert while_wrong is not None
    assert while_wrong.fetched_at == clocks.real - 6 * DAY
    clocks.ask(1, 6 * DAY)
    ahead = clocks.story.history.latest(make_account(), None, clocks.real)
    assert ahead is not None
    assert ahead.fetched_at == clocks.real + 6 * DAY, "nothing else is known of it"


TIMES = st.lists(st.integers(0, 50), min_size=1, max_size=12)


@given(times=TIMES, now=st.integers(0, 60))
def test_whatever_the_clocks_said_the_order_is_kept(times: list[int], now: int) -> None:
    rows = [(at, at, number) for number, at in enumerate(times)]
    ordered = put_in_order(rows, now)
    assert [row[2] for row in ordered] == list(range(len(times)))
    assert all(one[1] <= other[1] for one, other in pairwise(ordered))
    assert all(since <= until for since, until, _ in ordered)
    assert {until for _, until, _ in ordered} <= set(times)
    if times == sorted(times):
        assert ordered == rows


def test_an_amount_that_is_none_spoils_no_hour(clocks: Clocks) -> None:
    clocks.ask(3)
    clocks.ask(1, 3 * DAY)
    clocks.ask(20)
    database = sqlite3.connect(clocks.story.file)
    with database:
        database.execute("UPDATE samples SET total = 'x' WHERE seq = 2")
    database.close()
    hours = clocks.story.history.spending(make_account(), wallet_key("w1"), clocks.real)
    assert sum(hour.spent for hour in hours) == Decimal(220)


@pytest.mark.parametrize("back", [1, 20, 59, 60, 61, 3_600])
def test_an_answer_that_was_asked_for_last_is_news(story: Story, back: int) -> None:
    """The clock is set back by some seconds, and no other process has recorded anything since."""
    story.tell(100)
    permission = story.history.permission(story.account)
    at = story.now - timedelta(seconds=back)
    late = balance(90, at=at, wallet_id=WALLET)
    story.history.record_permitted(story.account, late, None, permission)
    assert total_of(story.latest()) == 90
    assert story.totals() == [100, 90]
    assert sum(hour.spent for hour in story.spending()) == 10


@pytest.mark.parametrize("unchanged", [False, True])
def test_an_answer_that_another_process_has_overtaken(story: Story, unchanged: bool) -> None:
    story.tell(100)
    permission = story.history.permission(story.account)
    late = balance(95, at=story.now + timedelta(seconds=5), wallet_id=WALLET)
    other = History(story.file)
    newest = Decimal(100 if unchanged else 90)
    later = balance(newest, at=story.now + timedelta(seconds=20), wallet_id=WALLET)
    other.record(story.account, later)
    other.close()
    story.history.record_permitted(story.account, late, None, permission)
    assert total_of(story.latest()) == newest
    assert 95 not in story.totals()
