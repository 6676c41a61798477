"""The last drops of wallets that are written down as rows of minutes and totals."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support import builders
from tests.support.builders import total_of
from wallet_tray.domain.history_values import Sample, Transaction
from wallet_tray.domain.spending_periods import Drop, last_drops, named

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
PAUSE = timedelta(minutes=30)


def minute(number: float) -> datetime:
    return NOON + timedelta(minutes=number)


def sample(since: float, until: float, total: str, available: str | None = None) -> Sample:
    return builders.sample(minute(since), minute(until), total, available=available)


def rows(drops: Iterable[Drop]) -> list[tuple[float, float, str]]:
    """begin and end in minutes after noon, and what fell."""
    return [
        (
            (drop.begin - NOON) / timedelta(minutes=1),
            (drop.end - NOON) / timedelta(minutes=1),
            str(drop.amount),
        )
        for drop in drops
    ]


STORIES = {
    "nothing was seen": ([], []),
    "one sample": ([(0, 60, "100")], []),
    "nothing happened, with a gap": ([(0, 60, "100"), (500, 560, "100")], []),
    "one fall": ([(0, 60, "100"), (65, 90, "57.90")], [(60, 65, "42.10")]),
    "falls in a row are one drop": (
        [(0, 0, "100"), (5, 5, "99"), (10, 10, "97.5"), (15, 40, "97.25")],
        [(0, 15, "2.75")],
    ),
    "a pause of less than half an hour is bridged": (
        [(0, 0, "100"), (5, 34, "90"), (39, 60, "80")],
        [(0, 39, "20")],
    ),
    "a pause of half an hour is one": (
        [(0, 0, "100"), (5, 35, "90"), (40, 60, "80")],
        [(35, 40, "10"), (0, 5, "10")],
    ),
    "a pause counts from fall to fall, whatever was reserved in it": (
        [(0, 0, "100"), (5, 10, "90"), (15, 30, "90", "70"), (35, 40, "80")],
        [(0, 35, "20")],
    ),
    "a long pause with reservations in it": (
        [(0, 0, "100"), (5, 20, "90"), (25, 40, "90", "70"), (45, 60, "80")],
        [(40, 45, "10"), (0, 5, "10")],
    ),
    "a top-up splits": (
        [(0, 0, "100"), (5, 5, "90"), (10, 10, "590"), (15, 15, "580")],
        [(10, 15, "10"), (0, 5, "10")],
    ),
    "a top-up alone is none": ([(0, 5, "10"), (10, 60, "510")], []),
    "what is only reserved is none": ([(0, 5, "100", "100"), (10, 60, "100", "20")], []),
    "what is freed again is none": ([(0, 5, "100", "20"), (10, 60, "100", "100")], []),
    "a fall over a night in which no one looked": (
        [(0, 60, "100"), (720, 730, "40")],
        [(60, 720, "60")],
    ),
    "it stands alone between the falls around it": (
        [(0, 0, "100"), (5, 5, "95"), (700, 700, "40"), (705, 705, "35")],
        [(700, 705, "5"), (5, 700, "55"), (0, 5, "5")],
    ),
    "a gap without a fall is a pause": (
        [(0, 0, "100"), (5, 5, "95"), (700, 700, "95"), (705, 705, "90")],
        [(700, 705, "5"), (0, 5, "5")],
    ),
    "below zero": ([(0, 0, "1"), (5, 5, "-2.5")], [(0, 5, "3.5")]),
    "a clock that was put back": ([(0, 100, "100"), (50, 60, "90")], [(50, 50, "10")]),
    "one sample that stands for a moment": ([(0, 0, "2"), (1, 1, "1")], [(0, 1, "1")]),
}


@pytest.mark.parametrize(("course", "expected"), STORIES.values(), ids=STORIES.keys())
def test_story(course: list[tuple], expected: list[tuple[float, float, str]]) -> None:
    assert rows(last_drops([sample(*row) for row in course], PAUSE)) == expected


def test_amounts_are_exact_where_28_digits_are_not_enough() -> None:
    many = "1" * 60 + "." + "1" * 60
    (drop,) = last_drops([sample(0, 0, many), sample(5, 5, "0.3"), sample(10, 10, "1e-300")], PAUSE)
    assert Fraction(drop.amount) == Fraction(many) - Fraction("1e-300")


def test_as_many_as_asked_for_the_newest_first() -> None:
    hourly = [sample(hour * 60, hour * 60, str(1000 - hour)) for hour in range(10)]
    assert rows(last_drops(hourly, PAUSE, 3)) == [
        (480, 540, "1"),
        (420, 480, "1"),
        (360, 420, "1"),
    ]
    assert len(last_drops(hourly, PAUSE)) == 5
    assert last_drops(hourly, PAUSE, 0) == ()


amounts = st.decimals(-1000, 1000, allow_nan=False, allow_infinity=False, places=4)
walks = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 90), amounts), max_size=40)


@settings(max_examples=300, deadline=None, database=None)
@given(walks)
def test_all_that_fell_is_reported_once(walk: list[tuple[int, int, Decimal]]) -> None:
    samples: list[Sample] = []
    now = 0
    for stays, passes, total in walk:
        now += passes
        samples.append(sample(now, now + stays, str(total)))
        now += stays
    drops = last_drops(samples, PAUSE, len(samples))
    fallen = [max(total_of(a) - total_of(b), Decimal(0)) for a, b in pairwise(samples)]
    assert sum((drop.amount for drop in drops), Decimal(0)) == sum(fallen, Decimal(0))
    assert all(drop.amount > 0 and drop.begin <= drop.end for drop in drops)
    assert all(newer.begin >= older.end for newer, older in pairwise(drops))
    for count in range(len(drops)):
        assert last_drops(samples, PAUSE, count) == drops[:count]


def entry(at: float, amount: str, name: str) -> Transaction:
    return Transaction(minute(at), Decimal(amount), name)


MORNING = Drop(minute(0), minute(30), Decimal(20))
EVENING = Drop(minute(36), minute(60), Decimal(30))
SLACK = timedelta(minutes=5)


def names(*transactions: Transaction) -> list[tuple[str, int]]:
    found = named([EVENING, MORNING], transactions, SLACK)
    assert [(drop.begin, drop.end, drop.amount) for drop in found] == [
        (drop.begin, drop.end, drop.amount) for drop in (EVENING, MORNING)
    ]
    return [(drop.name, drop.more) for drop in found]


def test_names_of_what_was_paid_within_the_time() -> None:
    assert names(entry(10, "-20", "Render"), entry(50, "-30", "Train")) == [
        ("Train", 0),
        ("Render", 0),
    ]


def test_the_edges_and_the_slack_belong_to_a_drop_and_no_more() -> None:
    assert names(entry(0, "-1", "a"), entry(60, "-1", "b")) == [("b", 0), ("a", 0)]
    assert names(entry(-5, "-1", "a"), entry(65, "-1", "b")) == [("b", 0), ("a", 0)]
    assert names(entry(-5.1, "-1", "a"), entry(65.1, "-1", "b")) == [("", 0), ("", 0)]


def test_near_to_two_drops_is_the_nearest() -> None:
    assert names(entry(32, "-1", "a")) == [("", 0), ("a", 0)]
    assert names(entry(35, "-1", "a")) == [("a", 0), ("", 0)]


def test_the_dearest_name_first_and_the_others_counted() -> None:
    entries = [
        entry(10, "-3", "small"),
        entry(11, "-2", "often"),
        entry(12, "-2", "often"),
        entry(13, "-1", "least"),
    ]
    assert names(*entries) == [("", 0), ("often", 2)]


def test_income_and_nameless_entries_name_no_drop() -> None:
    assert names(entry(10, "500", "Top-up"), entry(50, "-3", "")) == [("", 0), ("", 0)]
    assert named([], [entry(10, "-1", "a")], SLACK) == ()
    assert named([MORNING], [], SLACK) == (MORNING,)
