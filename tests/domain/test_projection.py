"""How long a wallet lasts: what is exact about it, and what must hold whatever was spent."""

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wallet_tray.domain.forecast.forecast import project
from wallet_tray.domain.forecast.outlook import LONGEST, Forecast, NoProjection, Projection
from wallet_tray.domain.history_values import HourSpending
from wallet_tray.simulator.generated_history import past

HOUR = timedelta(hours=1)
NOW = datetime(2026, 3, 18, 15, 0, tzinfo=UTC)
NONE = Decimal(0)


def hour(back: int, spent: Decimal | int | str, seconds: int = 3600) -> HourSpending:
    """The hour that began ``back`` hours before NOW."""
    return HourSpending(
        hour=NOW - back * HOUR, spent=Decimal(spent), topped_up=NONE, seconds=seconds
    )


def spent_by(
    pace: Callable[[int], Decimal | int], hours: int, now: datetime = NOW
) -> list[HourSpending]:
    """The last hours until NOW; ``pace`` is asked for the hour that began so many hours before."""
    return [replace(hour(back, pace(back)), hour=now - back * HOUR) for back in range(hours, 0, -1)]


def shown(outlook: Forecast) -> Projection:
    assert isinstance(outlook, Projection)
    return outlook


# ---- plain cases -------------------------------------------------------------------------------


@pytest.mark.parametrize("known", [25, 48, 100, 168, 336])
def test_an_even_wallet_lasts_for_the_balance_over_the_pace(known: int) -> None:
    outlook = shown(project(Decimal(240), spent_by(lambda _back: 2, known), NOW))
    assert outlook.at == NOW
    assert outlook.hours == 120
    assert outlook.shortest < 120 < outlook.longest


def test_nothing_known_is_not_enough() -> None:
    assert project(Decimal(5), [], NOW) is NoProjection.NOT_ENOUGH_DATA


def test_less_than_an_hour_is_not_enough() -> None:
    assert project(Decimal(5), [hour(1, 1, 3500)], NOW) is NoProjection.NOT_ENOUGH_DATA


def test_an_hour_of_history_projects_hours_and_not_days() -> None:
    spending = [hour(1, 1)]
    assert shown(project(Decimal(5), spending, NOW)).hours == 5
    assert project(Decimal(7), spending, NOW) is NoProjection.NOT_ENOUGH_DATA


def test_a_day_of_history_projects_any_time_ahead() -> None:
    assert shown(project(Decimal(900), spent_by(lambda _back: 1, 24), NOW)).hours == 900


@pytest.mark.parametrize("available", ["0", "-0.01", "-1.8e308"])
@pytest.mark.parametrize("spending", [[], [hour(1, 1)], [hour(1, 0)]])
def test_an_empty_wallet_has_no_time_left(available: str, spending: list[HourSpending]) -> None:
    outlook = shown(project(Decimal(available), spending, NOW))
    assert (outlook.shortest, outlook.hours, outlook.longest) == (0, 0, 0)


def test_tiny_time_left_is_not_zero() -> None:
    outlook = shown(project(Decimal("1e-300"), spent_by(lambda _back: 1, 30), NOW))
    assert outlook.hours > 0


def test_a_day_without_spending_does_not_fall() -> None:
    assert project(Decimal(5), spent_by(lambda _back: 0, 24), NOW) is NoProjection.NOT_FALLING
    # Half a day of nothing may be a night.
    assert project(Decimal(5), spent_by(lambda _back: 0, 12), NOW) is NoProjection.NOT_ENOUGH_DATA


def test_a_week_without_spending_does_not_fall_whatever_was_before() -> None:
    spending = spent_by(lambda back: 1 if back > 168 else 0, 336)
    assert project(Decimal(5), spending, NOW) is NoProjection.NOT_FALLING


def test_next_to_nothing_is_not_falling() -> None:
    spending = spent_by(lambda _back: 1, 336)
    assert project(Decimal(10**6), spending, NOW) is NoProjection.NOT_FALLING


def test_nothing_is_projected_beyond_a_year() -> None:
    outlook = shown(project(Decimal(9000), spent_by(lambda _back: 1, 336), NOW))
    assert outlook.hours == outlook.longest == LONGEST
    assert outlook.shortest < LONGEST


def test_top_ups_are_neither_spent_nor_earned() -> None:
    spending = spent_by(lambda _back: 1, 100)
    topped_up = [replace(item, topped_up=Decimal(500)) for item in spending]
    assert project(Decimal(50), topped_up, NOW) == project(Decimal(50), spending, NOW)


# ---- times of the day, trends, jumps -----------------------------------------------------------


def test_a_night_off_is_waited_for() -> None:
    # Spent from 8 to 20 o'clock: at 15 o'clock five hours of work are left today.
    def pace(back: int) -> int:
        return 10 if 8 <= (NOW - back * HOUR).hour < 20 else 0

    spending = spent_by(pace, 240)
    today = shown(project(Decimal(40), spending, NOW))
    tomorrow = shown(project(Decimal(70), spending, NOW))
    assert today.hours == pytest.approx(Decimal(4), abs=Decimal("0.5"))
    assert tomorrow.hours == pytest.approx(Decimal(19), abs=Decimal(1))


def test_a_weekend_that_was_not_seen_yet_is_in_the_range() -> None:
    # From Monday morning to Friday afternoon: it is not known whether it rests on Saturday.
    friday = datetime(2026, 3, 20, 15, 0, tzinfo=UTC)
    spending = spent_by(
        lambda back: 10 if 8 <= (friday - back * HOUR).hour < 20 else 0, 103, friday
    )
    outlook = shown(project(Decimal(120), spending, friday))
    assert outlook.longest > 17 + 48 + 7


@pytest.mark.parametrize(("a_day", "lasts"), [(8, 203), (-4, 272)])
def test_a_trend_that_goes_on_is_in_the_range(a_day: int, lasts: int) -> None:
    def pace(back: int) -> int:
        return 200 - a_day * (back - 1) // 24

    now_spent = Decimal(200)
    outlook = shown(project(now_spent * 24 * 10, spent_by(pace, 336), NOW))
    assert outlook.shortest < lasts < outlook.longest


def test_a_jump_to_another_level_is_the_new_level() -> None:
    spending = spent_by(lambda back: 10 if back <= 240 else 1, 336)
    outlook = shown(project(Decimal(1000), spending, NOW))
    assert outlook.hours == pytest.approx(Decimal(100), rel=Decimal("0.2"))


@pytest.mark.parametrize("days", [3, 6])
def test_after_a_jump_the_last_days_say_more_than_the_week(days: int) -> None:
    spending = spent_by(lambda back: 10 if back <= 24 * days else 1, 336)
    jumped = shown(project(Decimal(100), spending, NOW))
    assert jumped.hours == pytest.approx(Decimal(10), rel=Decimal("0.3"))


def test_a_wallet_that_begins_to_be_spent_has_no_past() -> None:
    spending = spent_by(lambda back: 10 if back <= 6 else 0, 240)
    assert shown(project(Decimal(100), spending, NOW)).hours == 10
    assert project(Decimal(1000), spending, NOW) is NoProjection.NOT_ENOUGH_DATA


def test_a_wallet_of_uneven_days_has_a_wider_range_than_an_even_one() -> None:
    even = shown(project(Decimal(100), spent_by(lambda _back: 1, 336), NOW))
    uneven = shown(
        project(Decimal(100), spent_by(lambda back: 4 if back // 24 % 4 == 1 else 0, 336), NOW)
    )
    assert uneven.longest - uneven.shortest > 1.5 * float(even.longest - even.shortest)


# ---- the last hour -----------------------------------------------------------------------------


@pytest.mark.parametrize("known", [6, 30, 100, 336])
@pytest.mark.parametrize("minutes", [20, 30, 50, 60, 90])
def test_a_wallet_that_empties_within_the_hour_has_two_hours_at_most(
    known: int, minutes: int
) -> None:
    """It burned one an hour for long; then all the rest goes in ``minutes``."""
    slow, rest = spent_by(lambda _back: 1, known), Decimal(500)
    for minute in range(1, minutes):
        now, gone = NOW + timedelta(minutes=minute), rest * minute / minutes
        in_this_hour = rest * (minute % 60 if minute >= 60 else minute) / minutes
        hours = [hour(0, gone - in_this_hour)] if minute >= 60 else []
        if minute % 60:
            current = hour(0, in_this_hour, minute % 60 * 60)
            hours.append(replace(current, hour=NOW + minute // 60 * HOUR))
        outlook = project(rest - gone, slow + hours, now)
        if minutes - minute <= 60 and minute * 3 >= min(minutes, 60):
            assert shown(outlook).hours <= 2, minute
            assert shown(outlook).longest >= shown(outlook).hours * 2


def test_the_demo_does_not_contradict_itself() -> None:
    """A month of jobs, then all is spent within a minute and a half."""
    before = list(past(7, NOW))
    ledger: dict[datetime, Decimal] = {}
    for one, other in pairwise(before):
        begin = other.at.replace(minute=0, second=0)
        spent = max(NONE, one.total - other.total)
        ledger[begin] = ledger.get(begin, NONE) + spent
    spending = [
        HourSpending(hour=at, spent=spent, topped_up=NONE, seconds=3600)
        for at, spent in ledger.items()
    ]
    for left in (60, 26, 18, 2):
        burnt = HourSpending(hour=NOW, spent=Decimal(180 - left), topped_up=NONE, seconds=80)
        outlook = project(Decimal(left), [*spending, burnt], NOW + timedelta(seconds=80))
        assert shown(outlook).hours <= 2


def test_an_hour_as_fast_as_on_other_days_says_nothing_new() -> None:
    def pace(back: int) -> int:
        return 40 if back % 24 == 1 else 1

    today = shown(project(Decimal(70), spent_by(pace, 336), NOW))
    assert today.hours > 20


# ---- refreshes ---------------------------------------------------------------------------------


@given(
    st.sampled_from([1, 5, 15, 60]),
    st.integers(60, 336 * 60),
    st.integers(30, 600),
    st.lists(st.integers(80, 120), min_size=1, max_size=50),
)
@settings(max_examples=8, deadline=None)
def test_one_more_refresh_of_an_unchanged_pace_moves_the_estimate_by_less_than_a_tenth(
    step: int, known: int, lasts: int, paces: list[int]
) -> None:
    """``known`` and ``step`` are in minutes; ``lasts`` is in hours from the first refresh."""
    begin = NOW - timedelta(minutes=known)
    first = begin.replace(minute=0)

    def spent_until(at: datetime) -> Decimal:
        hours, rest = divmod(at - first, HOUR)
        whole = sum(paces[number % len(paces)] for number in range(hours))
        return whole + Decimal(paces[hours % len(paces)]) * (rest // timedelta(seconds=1)) / 3600

    balance = spent_until(NOW) + lasts * 100
    before = None
    for number in range(200):
        now = NOW + timedelta(minutes=step * number)
        available = balance - spent_until(now)
        if available < 20 * step:  # so little that a minute is a share of it
            break
        starts = [begin, *(first + count * HOUR for count in range(1, (now - first) // HOUR + 1))]
        spending = [
            HourSpending(
                hour=start.replace(minute=0),
                spent=spent_until(end) - spent_until(start),
                topped_up=NONE,
                seconds=(end - start) // timedelta(seconds=1),
            )
            for start, end in pairwise([*starts, now])
            if now - start <= 340 * HOUR
        ]
        outlook = project(available, spending, now)
        if isinstance(before, Projection) and isinstance(outlook, Projection):
            assert outlook.hours == pytest.approx(before.hours_at(now), rel=Decimal("0.1"))
        before = outlook


def test_the_same_history_gives_the_same_answer() -> None:
    spending = spent_by(lambda back: back * back % 7, 300)
    random.seed(1)
    state = random.getstate()
    one = project(Decimal(50), spending, NOW)
    assert random.getstate() == state
    random.seed(2)
    assert project(Decimal(50), spending, NOW) == one


@pytest.mark.parametrize("known", [30, 47, 336])
@pytest.mark.parametrize("lasts", [10, 500, 8000])
def test_a_projection_takes_less_than_five_milliseconds(known: int, lasts: int) -> None:
    spending = spent_by(lambda back: 3 + back * back % 7, known)
    times = []
    for _ in range(20):  # the least of them is without the delays of a busy machine
        begin = time.thread_time()
        project(Decimal(lasts * 5), spending, NOW)
        times.append(time.thread_time() - begin)
    assert min(times) < 0.005


# ---- gaps --------------------------------------------------------------------------------------


def test_forecast_uses_a_known_window() -> None:
    # Awake again: of the last two days nothing is known.
    spending = [hour(back, 2) for back in range(120, 48, -1)]
    outlook = shown(project(Decimal(100), spending, NOW))
    assert outlook.hours == 50


def test_hours_in_the_future_and_from_long_ago_are_left_out() -> None:
    spending = spent_by(lambda _back: 1, 100)
    odd = [hour(-1, 1000), hour(-90_000, 1000), hour(400, 1000), hour(90_000, 1000)]
    assert project(Decimal(50), odd + spending, NOW) == project(Decimal(50), spending, NOW)


def test_the_order_of_the_hours_says_nothing() -> None:
    spending = spent_by(lambda back: back % 5, 100)
    assert project(Decimal(50), spending[::-1], NOW) == project(Decimal(50), spending, NOW)


def test_the_later_of_two_records_of_an_hour_counts() -> None:
    spending = spent_by(lambda _back: 1, 100)
    twice = [hour(7, 1000), *spending]
    assert project(Decimal(50), twice, NOW) == project(Decimal(50), spending, NOW)


def test_missing_hours_are_taken_to_be_like_the_others() -> None:
    spending = [item for item in spent_by(lambda _back: 3, 300) if item.hour.day not in (10, 16)]
    assert shown(project(Decimal(300), spending, NOW)).hours == 100


def test_an_hour_known_in_part_counts_by_that_part() -> None:
    spending = [hour(back, 2, 1800) for back in range(200, 0, -1)]
    assert shown(project(Decimal(300), spending, NOW)).hours == 75


def test_the_zone_of_now_says_nothing() -> None:
    spending = spent_by(lambda back: back % 5, 100)
    abroad = NOW.astimezone(timezone(timedelta(hours=5, minutes=45)))
    assert project(Decimal(50), spending, abroad) == project(Decimal(50), spending, NOW)


# ---- whatever was spent ------------------------------------------------------------------------

SIZES = st.sampled_from([Decimal(f"1e{size}") for size in (-400, -308, -6, 0, 6, 290, 307)])
AMOUNTS = st.one_of(
    st.just(NONE),
    st.just(Decimal("1.8e308")),
    st.builds(lambda size, part: size * part, SIZES, st.decimals("0", "17", places=6)),
)


@st.composite
def spendings(draw: st.DrawFn) -> list[HourSpending]:
    """Hours with gaps, in any order, some of them twice, in the future, or of nothing known."""
    pace = draw(AMOUNTS)
    pattern = draw(st.lists(st.one_of(st.integers(0, 9), AMOUNTS), min_size=1, max_size=30))
    first = draw(st.integers(-5, 400))
    whole = [
        hour(back, value if isinstance(value, Decimal) else value * pace / 9)
        for number, back in enumerate(range(first, 0, -1))
        for value in [pattern[number % len(pattern)]]
    ]
    odd = draw(
        st.lists(st.builds(hour, st.integers(-400, 400), AMOUNTS, st.integers(0, 7200)), max_size=9)
    )
    return draw(st.permutations(odd)) + whole


MOMENTS = st.integers(0, 7199).map(lambda seconds: NOW + timedelta(seconds=seconds))


@given(AMOUNTS, spendings(), MOMENTS)
@settings(max_examples=300, deadline=None)
def test_every_outlook_is_in_order_and_finite(
    available: Decimal, spending: Sequence[HourSpending], now: datetime
) -> None:
    outlook = project(available, spending, now)
    if isinstance(outlook, Projection):
        assert 0 <= outlook.shortest <= outlook.hours <= outlook.longest <= LONGEST


@given(AMOUNTS, AMOUNTS, spendings(), MOMENTS)
@settings(max_examples=200, deadline=None)
def test_more_money_never_lasts_shorter(
    one: Decimal, other: Decimal, spending: Sequence[HourSpending], now: datetime
) -> None:
    less, more = project(min(one, other), spending, now), project(max(one, other), spending, now)
    if isinstance(less, Projection) and isinstance(more, Projection):
        assert less.shortest <= more.shortest
        assert less.hours <= more.hours
        assert less.longest <= more.longest
    assert not isinstance(more, Projection) or isinstance(less, Projection)


@given(st.decimals("0", "1e6", places=3), spendings(), MOMENTS, st.integers(-40, 40))
@settings(max_examples=150, deadline=None)
def test_the_unit_of_the_money_says_nothing(
    available: Decimal, spending: Sequence[HourSpending], now: datetime, zeros: int
) -> None:
    other_unit = [replace(item, spent=item.spent.scaleb(zeros)) for item in spending]
    here = project(available, spending, now)
    there = project(available.scaleb(zeros), other_unit, now)
    assert there == here


@given(AMOUNTS, spendings(), MOMENTS, st.integers(-200_000, 200_000))
@settings(max_examples=150, deadline=None)
def test_the_date_says_nothing(
    available: Decimal, spending: Sequence[HourSpending], now: datetime, hours: int
) -> None:
    later = [replace(item, hour=item.hour + hours * HOUR) for item in spending]
    here = project(available, spending, now)
    there = project(available, later, now + hours * HOUR)
    assert there == (replace(here, at=now + hours * HOUR) if isinstance(here, Projection) else here)
