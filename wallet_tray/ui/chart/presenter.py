"""The conversion of a curve to what the chart draws, as shares of its width and height. No Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal

from wallet_tray.domain.account_snapshot import Wallet, limits_of, unit_in
from wallet_tray.domain.balance_series import (
    USUAL_SPAN,
    BalanceSeries,
    ChartRange,
    Point,
    extreme_indexes,
)
from wallet_tray.text.amounts import MASK, amount_with_unit, axis_labels
from wallet_tray.text.status import DisplayOptions
from wallet_tray.text.times import moment_text
from wallet_tray.ui.chart.axes import ValueAxis, time_labels, value_axis


@dataclass(frozen=True, slots=True)
class Reading:
    """The value at one point of the chart, and its time."""

    value: str
    time: str


class Readings:
    """The readings of all points, from the oldest to the newest.

    Each text is made when it is read. A refresh would otherwise make a few hundred unread texts.
    """

    def __init__(
        self,
        points: Sequence[Point] = (),
        unit: str = "",
        options: DisplayOptions | None = None,
        limits: Sequence[Decimal] = (),
        top_ups: Mapping[int, Decimal] | None = None,
    ) -> None:
        self._points, self._unit, self._options = points, unit, options
        self._limits = limits
        self._top_ups = top_ups or {}

    def __len__(self) -> int:
        return len(self._points)

    def __getitem__(self, place: int) -> Reading:
        point, options = self._points[place], self._options
        if options is None:
            raise IndexError(place)
        locale, hidden = options.locale, options.hide_amounts
        value = amount_with_unit(point.available, self._unit, locale, self._limits, hidden=hidden)
        added = self._top_ups.get(place % len(self._points))
        if added is not None:
            amount = amount_with_unit(added, self._unit, locale, hidden=hidden)
            value = locale.translate("{amount} after topping up {added}").replace("{amount}", value)
            value = value.replace("{added}", amount)
        return Reading(value, moment_text(point.at, options.now, locale))


_COLUMNS = 300  # about one per pixel: more than four points in a column look the same
_SHORTEST = timedelta(minutes=1)  # minimum time that a chart shows, for a single sample

Location = tuple[float, float]
"""Share of the width from the oldest to the newest, share of the height from the bottom."""


@dataclass(frozen=True, slots=True)
class AxisLabel:
    """A text at a position on an axis, 0 (left, bottom) to 1."""

    place: float
    text: str


@dataclass(frozen=True, slots=True)
class LimitLine:
    """The height of a limit, and whether it is the critical one."""

    height: float
    critical: bool


@dataclass(frozen=True, slots=True)
class ChartView:
    """Everything the chart draws and says.

    ``lines`` are drawn separately: there are no samples between two of them. ``base`` is the height
    that the area below them extends down to. ``message`` replaces the lines if there are none.
    ``readings`` belong to the points of all lines, in their order.
    """

    span: ChartRange = USUAL_SPAN
    message: str = ""
    summary: str = ""
    lines: tuple[tuple[Location, ...], ...] = ()
    base: float = 0.0
    values: tuple[AxisLabel, ...] = ()
    times: tuple[AxisLabel, ...] = ()
    limits: tuple[LimitLine, ...] = ()
    top_ups: tuple[float, ...] = ()
    readings: Readings = field(default_factory=Readings, compare=False)


def chart_view(
    wallet: Wallet, options: DisplayOptions, span: ChartRange | None = None
) -> ChartView:
    """Return the chart of one account; ``span`` is the user's choice, None for no choice yet."""
    curve = wallet.curve
    span = span or (curve.span if curve else USUAL_SPAN)
    if curve is None:  # not read yet, or the history's owner is unknown
        return ChartView(span)
    inside = [
        [point for point in segment if curve.begin <= point.at <= curve.end]
        for segment in curve.segments
    ]
    if not any(inside):
        return ChartView(span, options.locale.translate("No history yet"))
    begin, end = _shown_time(curve, [point.at for segment in inside for point in segment])
    segments = [_thinned(segment, begin, end) for segment in inside if segment]
    points = [point for segment in segments for point in segment]
    axis = value_axis((point.available for point in points), limits_of(wallet))
    share = _Shares(begin, end, axis)
    labels = axis_labels(axis.ticks, axis.step, options.locale)
    return ChartView(
        span=span,
        summary=_summary(points, wallet, options),
        lines=tuple(tuple(share.place(point) for point in segment) for segment in segments),
        base=min(1.0, max(0.0, axis.height(Decimal(0)))),
        values=tuple(
            AxisLabel(axis.height(tick), MASK if options.hide_amounts else label)
            for tick, label in zip(axis.ticks, labels, strict=True)
        ),
        times=tuple(
            AxisLabel(share.width(at), text)
            for at, text in time_labels(curve.span, begin, end, options.now.tzinfo, options.locale)
        ),
        limits=tuple(
            LimitLine(axis.height(limit), critical)
            for limit, critical in zip(limits_of(wallet), (False, True), strict=True)
            if axis.is_distinct_from_zero(limit)
        ),
        top_ups=tuple(share.width(one.at) for one in curve.top_ups if begin <= one.at <= end),
        readings=_readings(points, curve, wallet, options),
    )


class _Shares:
    """Times and amounts as shares of the chart's width and height."""

    def __init__(self, begin: datetime, end: datetime, axis: ValueAxis) -> None:
        self._begin, self._axis = begin, axis
        self._seconds = (end - begin).total_seconds() or 1.0

    def width(self, at: datetime) -> float:
        return (at - self._begin).total_seconds() / self._seconds

    def place(self, point: Point) -> Location:
        return self.width(point.at), self._axis.height(point.available)


def _shown_time(curve: BalanceSeries, times: Sequence[datetime]) -> tuple[datetime, datetime]:
    """Return all of the curve's time, or only the known part if that is less than half of it.

    The known part takes at least half of the width, however long ago it was.
    """
    first, last = times[0], times[-1]
    if curve.end - first >= (curve.end - curve.begin) / 2:
        return curve.begin, curve.end
    known = max(last - first, _SHORTEST)
    return last - known, min(curve.end, last + known)


def _thinned(segment: Sequence[Point], begin: datetime, end: datetime) -> Sequence[Point]:
    """Return the first, lowest, highest and last point of each column: more are not visible."""
    if len(segment) <= _COLUMNS:
        return segment
    column = (end - begin).total_seconds() / _COLUMNS
    times = [(point.at - begin).total_seconds() for point in segment]
    places = extreme_indexes(times, [point.available for point in segment], column)
    return [segment[place] for place in places]


def _readings(
    points: list[Point], curve: BalanceSeries, wallet: Wallet, options: DisplayOptions
) -> Readings:
    at_points = {point.at: place for place, point in enumerate(points)}
    top_ups = {at_points[one.at]: one.amount for one in curve.top_ups if one.at in at_points}
    return Readings(points, unit_in(wallet), options, limits_of(wallet), top_ups)


def _summary(points: list[Point], wallet: Wallet, options: DisplayOptions) -> str:
    """Return one sentence for users who cannot see the line."""
    amounts = [point.available for point in points]
    sentence = options.locale.translate(
        "From {first} to {last}; lowest {lowest}, highest {highest}"
    )
    for slot, amount in (
        ("{first}", amounts[0]),
        ("{last}", amounts[-1]),
        ("{lowest}", min(amounts)),
        ("{highest}", max(amounts)),
    ):
        text = amount_with_unit(
            amount, unit_in(wallet), options.locale, limits_of(wallet), hidden=options.hide_amounts
        )
        sentence = sentence.replace(slot, text)
    return sentence
