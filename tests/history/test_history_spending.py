"""Each fall and rise of the total goes to its hours, and nothing gets lost on the way."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.builders import balance, make_account, wallet_key
from tests.support.history_story import Story
from wallet_tray.domain.exact import BOUNDED
from wallet_tray.history.writer import LONGEST_SECONDS, shares

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
BEGIN = datetime(2026, 3, 2, 8, tzinfo=UTC)

amounts = st.decimals(
    min_value=Decimal("0.00000001"), max_value=Decimal("1e9"), allow_nan=False, places=8
)
moments = st.integers(min_value=0, max_value=4_000_000_000)


def added(values: Any) -> Decimal:
    total = Decimal(0)
    for value in values:
        total = BOUNDED.add(total, value)
    return total


@given(begin=moments, length=st.integers(0, LONGEST_SECONDS), fall=amounts)
def test_the_shares_of_a_fall_add_up_to_it(begin: int, length: int, fall: Decimal) -> None:
    parts = list(shares(begin, begin + length, -fall))

    assert added(part.spent for part in parts) == fall
    assert all(part.spent >= 0 for part in parts)
    assert all(part.topped_up == 0 for part in parts)
    assert sum(part.seconds for part in parts) == length
    assert all(0 <= part.seconds <= 3_600 and part.hour % 3_600 == 0 for part in parts)
    assert len({part.hour for part in parts}) == len(parts)


@given(begin=moments, length=st.integers(-(10**9), 10**9), rise=amounts)
def test_a_rise_is_a_top_up_in_the_hour_it_was_seen_in(
    begin: int, length: int, rise: Decimal
) -> None:
    parts = list(shares(begin, begin + length, rise))

    assert [(part.hour, part.topped_up) for part in parts if part.topped_up] == [
        ((begin + length) // 3_600 * 3_600, rise)
    ]
    assert all(part.spent == 0 for part in parts)
    # What was spent while no one looked is not known.
    assert sum(part.seconds for part in parts) == (length if 0 < length <= 900 else 0)


@given(begin=moments, length=st.integers(-(10**9), 0), fall=amounts)
def test_a_fall_while_the_clock_went_back(begin: int, length: int, fall: Decimal) -> None:
    (part,) = shares(begin, begin + length, -fall)

    assert (part.hour, part.spent) == ((begin + length) // 3_600 * 3_600, fall)
    assert part.seconds == 0


def test_no_spending_over_more_than_thirty_days() -> None:
    assert list(shares(0, LONGEST_SECONDS + 1, Decimal(-5))) == []
    assert list(shares(0, LONGEST_SECONDS + 1, Decimal(0))) == []
    assert len(list(shares(0, LONGEST_SECONDS, Decimal(-5)))) == 30 * 24


def test_a_fall_is_spread_evenly() -> None:
    parts = list(shares(1_800, 3 * 3_600 + 1_800, Decimal(-6)))

    assert [(part.hour // 3_600, part.spent, part.seconds) for part in parts] == [
        (0, 1, 1_800),
        (1, 2, 3_600),
        (2, 2, 3_600),
        (3, 1, 1_800),
    ]


steps = st.lists(
    st.tuples(
        st.sampled_from([-7, -1, 0, 0, 3, 50]),
        st.sampled_from([1, 7, 30, 300, 901, 3_600, 40_000]),
    ),
    min_size=1,
    max_size=60,
)


@given(steps=steps)
def test_over_a_whole_course_falls_and_rises_add_up(
    tmp_path_factory: pytest.TempPathFactory, steps: Any
) -> None:
    from wallet_tray.history.history import History

    history = History(tmp_path_factory.mktemp("course") / "history.sqlite3")
    now, total = BEGIN, 0
    for change, seconds in [(0, 1), *steps]:
        now += timedelta(seconds=seconds)
        total += change
        recorded = balance(total, at=now, wallet_id="w")
        history.record(make_account(), recorded)
    hours = history.spending(make_account(), wallet_key("w"), now)
    history.close()

    begin = (now - 14 * DAY).replace(minute=0, second=0)
    if begin <= BEGIN:
        assert added(hour.spent for hour in hours) == -sum(step[0] for step in steps if step[0] < 0)
        assert added(hour.topped_up for hour in hours) == sum(
            step[0] for step in steps if step[0] > 0
        )
    assert [hour.hour for hour in hours] == sorted({hour.hour for hour in hours})
    assert all(0 <= hour.seconds <= 3_600 for hour in hours)


def test_hour_by_hour(story: Story) -> None:
    story.tell(100, timedelta(0))
    story.tell("98.5", 10 * MINUTE)
    story.tell(98, 10 * MINUTE)
    story.tell(148, 10 * MINUTE)
    story.tell(147, HOUR)

    first, second = story.spending()
    assert (first.hour, first.spent, first.topped_up) == (BEGIN, Decimal("2.5"), 50)
    assert (second.hour, second.spent, second.topped_up) == (BEGIN + HOUR, Decimal("0.5"), 0)
    assert (first.seconds, second.seconds) == (3_600, 1_800)


def test_reservation_is_neither_spending_nor_top_up(story: Story) -> None:
    story.tell(100)
    story.tell(100, available=20)
    story.tell(60, available=20)
    story.tell(60, available=60)

    (hour,) = story.spending()
    assert (hour.spent, hour.topped_up) == (40, 0)


def test_an_hour_without_spending_is_known_to_be_one(story: Story) -> None:
    for _ in range(120):
        story.tell(5)

    assert [(hour.spent, hour.seconds) for hour in story.spending()][1] == (0, 3_600)


def test_only_the_last_fourteen_days_are_reported(story: Story) -> None:
    for day in range(20):
        story.tell(100 - day, DAY)

    hours = story.spending()
    assert hours[0].hour == story.now - 14 * DAY
    assert hours[-1].hour == story.now - HOUR
    assert added(hour.spent for hour in hours) == 14


def test_spending_after_now_is_left_out(story: Story) -> None:
    for _ in range(4):
        story.tell(story.now.hour * -1, HOUR)

    assert all(hour.hour <= BEGIN + HOUR for hour in story.spending(BEGIN + HOUR))
    assert len(story.spending()) > len(story.spending(BEGIN + HOUR))


@pytest.mark.parametrize("text", ["0.1", "99.99999999999997", "0.00000012", "123456789.123456789"])
def test_thousands_of_small_falls_are_exact(story: Story, text: str) -> None:
    step, total = Decimal(text), Decimal(text) * 2_000
    for number in range(1_001):
        story.tell(total - number * step, timedelta(seconds=61))

    assert added(hour.spent for hour in story.spending()) == 1_000 * step
