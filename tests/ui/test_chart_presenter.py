"""From a curve to shares of a chart: axes, thinning, limits, readings."""

import math
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.builders import balance, make_account
from wallet_tray.domain.account_snapshot import Wallet
from wallet_tray.domain.account_state import Failed, Fresh, Loading
from wallet_tray.domain.alert import AlertLimits
from wallet_tray.domain.balance_series import BalanceSeries, ChartRange, Point, TopUp
from wallet_tray.domain.problem import Problem, ProblemKind
from wallet_tray.text.status import DisplayOptions
from wallet_tray.ui.chart.axes import value_axis
from wallet_tray.ui.chart.presenter import ChartView, chart_view

END = datetime(2026, 11, 22, 13, 0, tzinfo=UTC)
MANNER = DisplayOptions(END)
HIDDEN = replace(MANNER, hide_amounts=True)
HOUR = timedelta(hours=1)


def points(*amounts: str, step: timedelta = HOUR, end: datetime = END) -> tuple[Point, ...]:
    """One point a step, the last one at ``end``."""
    begin = end - step * (len(amounts) - 1)
    return tuple(Point(begin + step * place, Decimal(one)) for place, one in enumerate(amounts))


def curve(*segments: tuple[Point, ...], top_ups: tuple[TopUp, ...] = ()) -> BalanceSeries:
    return BalanceSeries(
        ChartRange.DAY, END - ChartRange.DAY.value, END, segments=segments, top_ups=top_ups
    )


def wallet(known: BalanceSeries | None) -> Wallet:
    return Wallet(make_account(), Fresh(balance(84, total=100, at=END)), curve=known)


def view(*segments: tuple[Point, ...], options: DisplayOptions = MANNER) -> ChartView:
    return chart_view(wallet(curve(*segments)), options, ChartRange.DAY)


# -- places


def test_a_line_in_shares_of_width_and_height() -> None:
    shown = view(points("300", "150", "0", step=12 * HOUR))
    assert shown.lines == (((0.0, 1.0), (0.5, 0.5), (1.0, 0.0)),)
    assert [label.text for label in shown.values] == ["0", "100", "200", "300"]
    assert [label.place for label in shown.values] == pytest.approx([0, 1 / 3, 2 / 3, 1])
    assert shown.base == 0.0


def test_gaps_are_gaps_and_the_line_ends_where_it_was_last_known() -> None:
    shown = view(points("90", "80", end=END - 12 * HOUR), points("70", "60", end=END - 6 * HOUR))
    assert [len(line) for line in shown.lines] == [2, 2]
    assert shown.lines[-1][-1][0] == pytest.approx(0.75)


def test_a_single_look_is_a_line_of_one_point() -> None:
    shown = view(points("84"))
    assert len(shown.lines) == 1
    ((x, y),) = shown.lines[0]
    assert x == 1.0
    assert 0 < y < 1


def test_points_outside_the_time_are_left_out() -> None:
    shown = view(points("50", "40", "30", step=20 * HOUR, end=END + 20 * HOUR))
    assert [x for x, _ in shown.lines[0]] == pytest.approx([4 / 24, 1.0])


def test_limits_are_drawn_where_they_are_near() -> None:
    near = view(points("150", "60"))
    assert [limit.critical for limit in near.limits] == [False, True]
    assert near.limits[0].height == pytest.approx(100 / 150)
    assert view(points("9000", "8000")).limits == ()


def test_limits_too_close_to_zero_are_not_drawn() -> None:
    assert [limit.critical for limit in view(points("2900", "0")).limits] == [False]
    assert view(points("1.7976931348623157e308", "0")).limits == ()


def test_a_limit_of_0_is_off() -> None:
    account = make_account(limits=AlertLimits(critical_balance=Decimal(20)))
    shown = chart_view(replace(wallet(curve(points("150", "60"))), account=account), MANNER)
    assert [limit.critical for limit in shown.limits] == [True]


def test_top_ups_have_their_place() -> None:
    known = curve(points("10", "510"), top_ups=(TopUp(END, Decimal(500)),))
    shown = chart_view(wallet(known), MANNER)
    assert shown.top_ups == (1.0,)
    assert "510.00\u00a0BYC after topping up 500.00\u00a0BYC" in shown.readings[1].value
    assert "topping" not in shown.readings[0].value


def test_below_zero_the_area_hangs_from_zero() -> None:
    shown = view(points("-200", "-400"))
    assert [label.text for label in shown.values] == ["−400", "−200", "0"]
    assert shown.base == 1.0


# -- the time that it shows

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


def spanned(span: ChartRange, *segments: tuple[Point, ...]) -> ChartView:
    return chart_view(
        wallet(BalanceSeries(span, END - span.value, END, segments=segments)), MANNER, span
    )


@pytest.mark.parametrize("span", ChartRange)
@pytest.mark.parametrize(
    "step", [5 * SECOND, MINUTE, 10 * MINUTE, HOUR], ids=["seconds", "minutes", "tens", "hours"]
)
def test_a_young_wallet_has_the_whole_width(span: ChartRange, step: timedelta) -> None:
    shown = spanned(span, points(*map(str, range(112, 100, -1)), step=step))
    (line,) = shown.lines
    assert line[-1][0] == 1.0
    assert line[0][0] == (0.0 if step > 5 * SECOND else pytest.approx(5 / 60))
    assert 1 <= len(shown.times) <= 4
    assert all(0 <= label.place <= 1 for label in shown.times)


def test_a_first_minute_is_marked_in_minutes() -> None:
    shown = spanned(ChartRange.WEEK, points(*["9"] * 20, step=10 * SECOND))
    assert [label.text for label in shown.times] == ["12:57", "12:58", "12:59", "13:00"]


@pytest.mark.parametrize(
    ("age", "begin"),
    [(timedelta(0), -MINUTE), (30 * SECOND, -MINUTE), (9 * HOUR, -MINUTE)],
    ids=["now", "soon", "long ago"],
)
def test_a_single_look_stands_in_the_right_half(age: timedelta, begin: timedelta) -> None:
    shown = spanned(ChartRange.WEEK, points("84", end=END - age))
    (((x, _),),) = shown.lines
    end = min(age, MINUTE)
    assert x == pytest.approx(-begin / (end - begin))
    assert 0.5 <= x <= 1


def test_short_history_uses_half_of_the_width_even_if_old() -> None:
    shown = spanned(ChartRange.WEEK, points("90", "80", "70", end=END - 30 * HOUR))
    assert [x for x, _ in shown.lines[0]] == pytest.approx([0, 0.25, 0.5])


@pytest.mark.parametrize("span", ChartRange)
def test_from_half_of_the_span_on_all_of_it_is_shown(span: ChartRange) -> None:
    half = span.value / 2
    assert spanned(span, points("9", "8", step=half)).lines[0][0][0] == 0.5
    assert spanned(span, points("9", "8", step=half - SECOND)).lines[0][0][0] == 0.0


def test_a_top_up_of_a_young_wallet_has_its_place() -> None:
    known = curve(points("10", "510", step=MINUTE), top_ups=(TopUp(END - MINUTE, Decimal(500)),))
    assert chart_view(wallet(known), MANNER).top_ups == (0.0,)


@pytest.mark.parametrize(
    ("balance", "limits", "ticks"),
    [
        ("84", [False, True], ["0", "50", "100"]),
        ("26", [True], ["0", "10", "20", "30"]),
        ("15", [True], ["0", "10", "20"]),
        ("225", [], ["222", "224", "226", "228"]),
        ("0", [], ["0", "0.2", "0.4", "0.6"]),
        ("-3", [], ["−3.02", "−3.00", "−2.98"]),
    ],
)
def test_a_level_balance_is_seen_beside_a_limit_that_is_near(
    balance: str, limits: list[bool], ticks: list[str]
) -> None:
    shown = view(points(balance, balance, step=5 * SECOND))
    assert [limit.critical for limit in shown.limits] == limits
    assert [label.text for label in shown.values] == ticks


# -- what it says


@pytest.mark.parametrize(
    ("known", "message"),
    [(None, ""), (curve(), "No history yet"), (curve(()), "No history yet")],
    ids=["not read yet", "empty", "an empty segment"],
)
def test_without_a_line(known: BalanceSeries | None, message: str) -> None:
    shown = chart_view(wallet(known), MANNER)
    assert (shown.message, shown.lines, len(shown.readings)) == (message, (), 0)


@pytest.mark.parametrize("state", [Loading(), Failed(Problem(ProblemKind.SIGNED_OUT, END), END)])
def test_unknown_wallet_has_no_chart_message(state: object) -> None:
    """Signed out there may be a history; only whose it is, is unknown."""
    assert chart_view(replace(wallet(None), state=state), MANNER).message == ""


@pytest.mark.parametrize("span", list(ChartRange))
def test_until_the_user_chooses_the_span_is_that_of_the_curve(span: ChartRange) -> None:
    known = curve(points("2", "1"))
    shown = chart_view(wallet(replace(known, span=span, begin=known.end - span.value)), MANNER)
    assert shown.span is span


def test_the_chosen_span_is_marked_while_its_curve_is_still_being_read() -> None:
    shown = chart_view(wallet(curve(points("2", "1"))), MANNER, ChartRange.MONTH)
    assert shown.span is ChartRange.MONTH
    assert shown.lines


def test_readings_belong_to_the_points() -> None:
    shown = view(points("90", "99.996", end=END - HOUR), points("84.1"))
    assert len(shown.readings) == sum(len(line) for line in shown.lines)
    pairs = [(one.value.replace("\u00a0", " "), one.time) for one in shown.readings]
    assert pairs == [("90.00 BYC", "11:00"), ("99.99 BYC", "12:00"), ("84.10 BYC", "13:00")]


def test_the_summary_is_for_those_who_do_not_see_the_line() -> None:
    summary = view(points("90", "120", "60", "84")).summary.replace("\u00a0", " ")
    assert summary == "From 90.00 BYC to 84.00 BYC; lowest 60.00 BYC, highest 120.00 BYC"


def test_hidden_amounts_keep_the_shape_without_digits() -> None:
    segment = points("90", "120", "60", "84")
    known = curve(segment, top_ups=(TopUp(segment[1].at, Decimal(30)),))
    open_view, hidden = (chart_view(wallet(known), one, ChartRange.DAY) for one in (MANNER, HIDDEN))
    assert hidden.lines == open_view.lines
    assert hidden.limits == open_view.limits
    texts = [hidden.summary, *(one.text for one in hidden.values)]
    texts += [one.value for one in hidden.readings]
    assert not any(re.search(r"\d", text) for text in texts)
    assert "•••" in hidden.readings[0].value


# -- thinning


def test_a_day_of_minutes_is_thinned_and_keeps_its_extremes() -> None:
    amounts = [str(500 - minute // 10) for minute in range(1440)]
    amounts[700], amounts[901] = "9", "777"
    shown = view(points(*amounts, step=timedelta(minutes=1)))
    assert len(shown.readings) <= 1200
    shown_values = {one.value.replace("\u00a0", " ") for one in shown.readings}
    assert {"9.00 BYC", "777.00 BYC"} <= shown_values
    xs = [x for x, _ in shown.lines[0]]
    assert xs == sorted(xs)
    assert xs[-1] == 1.0


def test_few_points_stay_as_they_are() -> None:
    assert len(view(points(*["5"] * 200, step=timedelta(minutes=5))).readings) == 200


# -- the axis of values

AMOUNTS = st.decimals(allow_nan=False, allow_infinity=False, places=3).filter(
    lambda amount: abs(amount) <= 10**12
) | st.sampled_from(
    [
        Decimal("1.7976931348623157e308"),
        Decimal("-1.7976931348623157e308"),
        Decimal("5e-324"),
        Decimal("-1e-300"),
        Decimal(0),
        Decimal("0E+292"),
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(AMOUNTS, min_size=1, max_size=6), st.lists(AMOUNTS.map(abs), max_size=2))
def test_every_axis_holds_its_values(values: list[Decimal], limits: list[Decimal]) -> None:
    axis = value_axis(values, limits)
    assert 2 <= len(axis.ticks) <= 4
    for value in values:
        height = axis.height(value)
        assert math.isfinite(height)
        assert 0 <= height <= 1
    digits = axis.step.normalize().as_tuple().digits
    assert digits in ((1,), (2,), (5,), (2, 5))
    if min(values) >= 0:
        assert axis.ticks[0] >= 0


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        (("84", "523"), ("0", "200", "400", "600")),
        (("0",), ("0", "0.2", "0.4", "0.6")),
        (("9910", "10090"), ("9900", "10000", "10100")),
        (("-412", "-200"), ("-600", "-400", "-200", "0")),
        (("1000000", "1000001"), ("995000", "1000000", "1005000", "1010000")),
    ],
)
def test_steps_that_people_count_in(values: tuple[str, ...], ticks: tuple[str, ...]) -> None:
    axis = value_axis(map(Decimal, values), (Decimal(0),))
    assert axis.ticks == tuple(map(Decimal, ticks))


def test_a_cent_is_no_cliff() -> None:
    shown = view(points("523.25", "523.24"))
    (first, last) = (y for _, y in shown.lines[0])
    assert abs(first - last) < 0.01


def test_the_largest_balances_are_drawn() -> None:
    shown = view(points("1.7976931348623157e308", "-1.7976931348623157e308", "0"))
    assert all(0 <= y <= 1 for line in shown.lines for _, y in line)
    assert [label.text for label in shown.values][-1].endswith("e308")
