"""How samples thin out with age: full for 14 days, hourly for 400, daily for good."""

import random
import sqlite3
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.builders import due_of, total_of
from tests.support.history_story import Story
from wallet_tray.domain.balance_series import ChartRange
from wallet_tray.history import retention
from wallet_tray.history.tiers import (
    DAY,
    FULL,
    WATCHED_SECONDS,
    WIDTHS,
    Row,
    first_kept,
    next_row,
)

BEGIN = datetime(2026, 3, 2, 8, tzinfo=UTC)
A_MINUTE = timedelta(minutes=1)
AN_HOUR = timedelta(hours=1)
A_DAY = timedelta(days=1)
TEN_YEARS = 3650 * A_DAY

looks = st.lists(
    st.tuples(
        st.sampled_from([1, 5, 60, 300, 899, 900, 901, 3_600, 90_000, 400_000]),
        st.integers(0, 3),
    ),
    min_size=1,
    max_size=80,
)


@given(width=st.sampled_from(WIDTHS), looks=looks)
def test_a_tier_holds_the_last_amounts_of_each_stretch_of_time(width: int, looks: Any) -> None:
    """Against the whole course, which is here kept in full."""
    rows: dict[int, Row] = {}
    at = 0
    seen: dict[int, str] = {}
    last = None
    for seq, (after, value) in enumerate(looks):
        at += after
        amounts = (str(value), "", "")
        last = next_row(last, width, at, amounts, seq)
        rows[last.seq] = last
        seen[at] = amounts[0]
        assert last.until == at
        assert last.amounts == amounts
    ordered = [rows[seq] for seq in sorted(rows)]
    assert all(row.since <= row.until for row in ordered)
    assert all(one.until < other.since for one, other in pairwise(ordered))
    for row in ordered:
        assert seen[row.until] == row.amounts[0]
        inside = {value for moment, value in seen.items() if row.since <= moment <= row.until}
        if row.steady:
            assert inside == {row.amounts[0]}
        else:
            assert row.since // width == row.until // width
    # What was last seen in a segment is the last that the tier shows of it.
    for bucket in {moment // width for moment in seen}:
        moment = max(moment for moment in seen if moment // width == bucket)
        (row,) = [row for row in ordered if row.since <= moment <= row.until]
        assert row.amounts[0] == seen[moment]
    # One row a segment, besides those that go on unchanged over its end.
    ends = [row.until // width for row in ordered]
    assert all(ends.count(end) <= 2 for end in ends)


@given(looks=looks)
def test_looking_again_in_time_shows_one_row(looks: Any) -> None:
    last: Row | None = None
    for after, _ in looks:
        before = last
        at = after if last is None else last.until + after
        last = next_row(last, FULL, at, ("7", "7", "0"), 1 if last is None else last.seq + 1)
        if before is not None:
            assert (last.seq == before.seq) == (after <= WATCHED_SECONDS)


def test_days_are_counted_in_the_order_of_insertion() -> None:
    rows = [(seq, seq * DAY, seq * DAY + 5_000) for seq in range(100, 0, -1)]

    assert first_kept(rows, 14) == 100 - 14
    assert first_kept(rows, 100) is None
    assert first_kept([], 14) is None


def test_a_day_in_two_rows_counts_once() -> None:
    """A value that held over days, up to noon, and another one after."""
    rows = [(3, 30 * DAY + 50_000, 30 * DAY + 60_000), (2, 20 * DAY, 30 * DAY + 40_000), (1, 0, 9)]

    assert first_kept(rows, 10) == 2
    assert first_kept(rows, 11) == 1


def tiers(story: Story) -> dict[int, int]:
    """How many rows each tier has."""
    database = sqlite3.connect(story.file)
    rows = dict(database.execute("SELECT width, count(*) FROM samples GROUP BY width"))
    database.close()
    return rows


def test_full_then_hourly(story: Story) -> None:
    """Every five minutes for thirty days, from midnight to midnight."""
    story.now = BEGIN.replace(hour=0)
    for number in range(30 * 288):
        story.tell(number, timedelta(0) if number == 0 else 5 * A_MINUTE)

    recorded = list(story.history.recorded(story.account, None))
    times = [one.sample.until for one in recorded]
    assert times == sorted(times)
    full = story.samples()
    assert len(full) == 15 * 288, "fourteen days, and the last one"
    hourly = recorded[: -len(full)]
    assert len(hourly) == 15 * 24
    assert {one.sample.until.minute for one in hourly} == {55}, "the last of each hour"
    assert all(one.sample.since.minute == 0 for one in hourly), "it stands for its hour"
    assert total_of(hourly[0].sample) == 11


def test_hourly_then_daily(story: Story) -> None:
    story.now = BEGIN.replace(hour=0)
    for number in range(500 * 12):
        story.tell(number, timedelta(0) if number == 0 else 2 * AN_HOUR)

    recorded = list(story.history.recorded(story.account, None))
    assert len(recorded) == 99 * 1 + 401 * 12
    daily = recorded[:99]
    assert {one.sample.until.hour for one in daily} == {22}
    assert [total_of(one.sample) for one in daily][:2] == [11, 23]
    assert tiers(story) == {1: 15 * 12, 300: 15 * 12, 3_600: 401 * 12, 86_400: 500}


def test_a_wallet_that_rests_for_months_is_one_row(story: Story) -> None:
    for _ in range(60 * 96):
        story.tell(7, 15 * A_MINUTE)

    assert len(story.totals()) == 1
    assert tiers(story) == dict.fromkeys(WIDTHS, 1)
    (segment,) = story.curve(ChartRange.MONTH).segments
    assert [point.available for point in segment] == [7, 7]


def test_a_wallet_that_is_looked_at_once_a_week_keeps_its_days(story: Story) -> None:
    """Fourteen days are those on which the balance was asked for."""
    for week in range(40):
        story.tell(week, 7 * A_DAY)

    assert len(story.samples()) == 15
    assert len(story.totals()) == 40


@pytest.mark.parametrize("jump", [TEN_YEARS, -TEN_YEARS])
def test_a_clock_that_is_wrong_for_a_while(story: Story, jump: timedelta) -> None:
    total = 100_000
    for _ in range(10 * 24):
        total -= 1
        story.tell(total, AN_HOUR)
    before, samples = story.now, story.samples()
    story.now += jump
    for _ in range(12):
        total -= 1
        newest = story.tell(total, AN_HOUR)
        assert story.latest() == newest, "the newest is the one that was recorded last"
        assert story.curve(ChartRange.DAY).segments[-1][-1].available == total
    story.now = before
    for _ in range(2 * 24):
        total -= 1
        newest = story.tell(total, AN_HOUR)
        assert story.latest() == newest

    left = story.samples()
    assert all(one in left for one in samples), "nothing was deleted"
    assert len(story.totals()) == 10 * 24 + 12 + 2 * 24
    day = story.curve(ChartRange.DAY, 2 * AN_HOUR)
    assert len(day.segments) == 1
    assert len(day.segments[0]) in (24, 25)
    assert all(hour.hour <= story.now for hour in story.spending())
    assert all(sample.until <= story.now for sample in story.samples())
    # The right clock's hours of spending are all there.
    hours = [hour for hour in story.spending() if hour.hour >= story.now - A_DAY]
    assert sum(hour.spent for hour in hours) == 24


def test_a_clock_that_goes_back_by_an_hour(story: Story) -> None:
    for number in range(3 * 60):
        story.tell(1_000 - number)
    story.now -= AN_HOUR
    for number in range(2 * 60):
        story.tell(500 - number)

    assert total_of(story.latest()) == 381
    (segment,) = story.curve(ChartRange.DAY).segments
    assert [point.at for point in segment] == sorted(point.at for point in segment)
    assert segment[-1].available == 381


def test_overtaken_answer_is_not_the_latest(story: Story) -> None:
    """Two programs asked at once, and the slower one has the older balance."""
    story.tell(100)
    newest = story.tell(90)
    story.now -= timedelta(seconds=20)
    story.tell(100, timedelta(0))
    story.now += timedelta(seconds=40)
    story.tell(90, timedelta(0))

    assert total_of(story.latest()) == total_of(newest)
    assert sum(hour.spent for hour in story.spending()) == 10
    assert sum(hour.topped_up for hour in story.spending()) == 0


def fill(story: Story, seconds: int, count: int, digits: int = 300) -> None:
    """Amounts that are as long as a service may send them."""
    walk = random.Random(4)
    for _ in range(count):
        story.tell(walk.randrange(10**digits), timedelta(seconds=seconds))


def test_too_large_a_file_thins_out_earlier(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    largest = 1 << 20
    monkeypatch.setattr(retention.limit_size, "__defaults__", (largest,))
    sizes = []
    for _ in range(12):
        fill(story, 30, 300)
        sizes.append(story.file.stat().st_size)
    story.history.close()

    # An hour's rows may come on top, before the next one begins.
    an_hour = 120 * 3 * 300 * 2
    assert max(sizes) < largest + an_hour
    assert len(story.samples()) < 12 * 300, "the oldest went"
    assert story.latest().fetched_at == story.now
    recorded = list(story.history.recorded(story.account, None))
    assert recorded[0].sample.until < BEGIN + 2 * AN_HOUR, "as hours they are still there"
    assert [one.sample.until for one in recorded] == sorted(one.sample.until for one in recorded)


def test_when_nothing_else_is_left_days_go(story: Story) -> None:
    for day in range(300):
        story.tell(day, A_DAY)
    database = sqlite3.connect(story.file, isolation_level=None)
    retention.limit_size(database, 4096)
    database.close()

    assert tiers(story) == {1: 15, 300: 15, 3_600: 38, 86_400: 38}
    assert total_of(story.latest()) == 299


def test_the_file_does_not_grow_by_free_pages(story: Story) -> None:
    """Each day goes as another one comes."""
    story.now = BEGIN.replace(hour=0)
    sizes = []
    for day in range(40):
        for number in range(144):
            story.tell(day * 1_000 + number, 10 * A_MINUTE)
        story.history.close()
        sizes.append(story.file.stat().st_size)

    # Hours and days are still added; the two fine tiers of 144 rows a day are not.
    grown = (sizes[-1] - sizes[19]) / 20
    assert grown < 24 * 200 + 8_192
    database = sqlite3.connect(story.file)
    (free,) = database.execute("PRAGMA freelist_count").fetchone()
    assert database.execute("PRAGMA auto_vacuum").fetchone() == (2,)
    database.close()
    assert free <= 128


def test_free_pages_are_given_back(story: Story) -> None:
    fill(story, 60, 1_000)
    story.history.close()
    large = story.file.stat().st_size

    database = sqlite3.connect(story.file, isolation_level=None)
    retention.limit_size(database, 200_000)
    database.close()

    assert story.file.stat().st_size < large / 2


def test_a_service_with_a_new_account_id_each_time(story: Story) -> None:
    story.tell(1)
    for day in range(3):
        story.tell(5 + day, A_DAY)
    for number in range(300):
        story.tell(9, wallet_id=f"other-{number}")

    names = {one.wallet_id for one in story.history.recorded(story.account, None)}
    assert len(names) == 100
    assert "w1" in names, "the one with a history stays"
    assert "other-299" in names
    assert len(story.samples()) == 4


def test_tokens_that_change_every_hour_are_not_remembered_for_ever(story: Story) -> None:
    from wallet_tray.domain.credential import Credential, CredentialKind

    tokens = [Credential(CredentialKind.ACCESS_TOKEN, f"t{number}") for number in range(300)]
    own = story.tell(1, wallet_id="own")
    for number, token in enumerate(tokens):
        last = story.tell(number, env_credential=token)

    assert story.latest(tokens[-1]) == last
    assert story.latest() == own
    database = sqlite3.connect(story.file)
    (count,) = database.execute("SELECT count(*) FROM credentials").fetchone()
    database.close()
    assert count <= 101


def test_amounts_keep_their_digits_in_every_tier(story: Story) -> None:
    """From one day to the next, an amount is the same in each of them."""
    story.tell("1.50", available="1.5E-7", due="100E+1")
    for day in range(420):
        story.tell(day, A_DAY)

    first = next(story.history.recorded(story.account, None)).sample
    assert [str(amount) for amount in (total_of(first), first.available, due_of(first))] == [
        "1.50",
        "1.5E-7",
        "1.00E+3",
    ]
    assert total_of(first) == Decimal("1.5")
