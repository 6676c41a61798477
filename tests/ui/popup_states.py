"""Wallets in all the states in which the popup is looked at: made up, the same at every run."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from tests.support import builders
from tests.support.builders import make_account
from wallet_tray.domain.account_snapshot import Wallet
from wallet_tray.domain.account_state import Failed, Fresh, Stale
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.balance_series import BalanceSeries, ChartRange, Point, TopUp
from wallet_tray.domain.forecast.outlook import Forecast, NoProjection, Projection
from wallet_tray.domain.money import Figure, Money
from wallet_tray.domain.problem import Problem, ProblemKind
from wallet_tray.domain.spending_periods import Drop
from wallet_tray.text.status import DisplayOptions

NOW = datetime(2026, 11, 22, 14, 2, tzinfo=ZoneInfo("Europe/Berlin"))
MANNER = DisplayOptions(NOW)
ACCOUNT_ID = "9725d173-f91f-4411-beb1-a62e9a26c8a0"
_END = NOW.astimezone(UTC)
_STEPS = {
    ChartRange.DAY: timedelta(minutes=5),
    ChartRange.WEEK: timedelta(minutes=20),
    ChartRange.MONTH: timedelta(hours=1),
}


def _course(begin: datetime, step: timedelta, last: Decimal) -> Iterator[tuple[datetime, Decimal]]:
    """Backwards from ``last``: jobs by day, less at night, a top-up of 500 now and then."""
    chance = random.Random(4)
    at, amount, job = _END, last, False
    while at >= begin:
        yield at, amount
        by_day = 8 <= at.astimezone(NOW.tzinfo).hour < 20 and at.weekday() < 5
        job = chance.random() < (0.75 if job else 0.3 if by_day else 0.06)
        if job:
            rate = Decimal(chance.randrange(200, 700)) / 100  # an hour
            amount += rate * int(step.total_seconds()) / 3600
        if amount > 540:
            amount -= 500
        at -= step


def curve(
    span: ChartRange, last: str = "84.10", factor: str = "1", known: timedelta | None = None
) -> BalanceSeries:
    """A curve that ends at ``last``, with gaps at weekends.

    All of it is times ``factor``; nothing is known before ``known``.
    """
    begin = _END - span.value
    points = [*_course(begin, _STEPS[span], Decimal(last))][::-1]
    segments: list[list[Point]] = [[]]
    top_ups: list[TopUp] = []
    for at, amount in points:
        if known is not None and _END - at > known:
            continue
        asleep = span is not ChartRange.DAY and at.weekday() == 6 and at.date() != _END.date()
        if asleep and segments[-1]:
            segments.append([])
        if asleep:
            continue
        if segments[-1] and amount - segments[-1][-1].available > 100:
            top_ups.append(TopUp(at, Decimal(500) * Decimal(factor)))
        segments[-1].append(Point(at, amount * Decimal(factor)))
    kept = tuple(tuple(segment) for segment in segments if segment)
    return BalanceSeries(span, begin, _END, segments=kept, top_ups=tuple(top_ups))


def balance(available: str = "84.10", total: str = "100.10", due: str = "3.20") -> Balance:
    return builders.balance(available, total=total, due=due, at=_END, wallet_id=ACCOUNT_ID)


def everything() -> Balance:
    """All figures that a wallet may state."""
    amounts = {Figure.GRANTED: "10", Figure.CREDIT_LINE: "2500", Figure.PER_HOUR: "0.39"}
    more = {figure: Money(Decimal(amount), "BYC") for figure, amount in amounts.items()}
    known = balance()
    return replace(known, figures={**known.figures, **more})


def projection(days: str = "9", shortest: str = "7", longest: str = "12") -> Projection:
    hours = [Decimal(days) * 24, Decimal(shortest) * 24, Decimal(longest) * 24]
    return Projection(_END, *hours)


def drops() -> tuple[Drop, ...]:
    def drop(minutes_ago: int, minutes: int, amount: str, name: str = "", more: int = 0) -> Drop:
        end = _END - timedelta(minutes=minutes_ago)
        return Drop(end - timedelta(minutes=minutes), end, Decimal(amount), name, more)

    return (
        drop(12, 28, "42.10", "render-frames-0412"),
        drop(260, 65, "7.35", "protein-folding-batch-with-a-long-name", 2),
        drop(1500, 190, "118.00"),
    )


def full(span: ChartRange = ChartRange.WEEK, outlook: Forecast | None = None) -> Wallet:
    """Everything is known."""
    state = Fresh(balance(), outlook or projection())
    return Wallet(
        make_account(),
        state,
        curve=curve(span),
        drops=drops(),
        unit_price=Money(Decimal("0.15"), "USD"),
    )


def _with(wallet: Wallet, available: str, total: str, known: BalanceSeries) -> Wallet:
    state = Fresh(balance(available, total), NoProjection.NOT_ENOUGH_DATA)
    return replace(wallet, state=state, curve=known)


def wallets() -> dict[str, Wallet]:
    """By the name of the state."""
    week = full()
    offline = Problem(ProblemKind.OFFLINE, _END)
    old = replace(balance(), fetched_at=_END - timedelta(hours=26))
    week_curve = curve(ChartRange.WEEK)
    ended = replace(
        week_curve,
        segments=tuple(
            tuple(point for point in segment if point.at < old.fetched_at)
            for segment in week_curve.segments
        ),
    )
    empty = BalanceSeries(ChartRange.WEEK, _END - ChartRange.WEEK.value, _END)
    first = replace(empty, segments=((Point(_END, Decimal("84.10")),),))
    blank = Wallet(make_account(), Fresh(balance()))
    signed_out = Failed(Problem(ProblemKind.SIGNED_OUT, _END), _END)
    return {
        "a week": week,
        "a month": full(ChartRange.MONTH),
        "a day": full(ChartRange.DAY),
        "empty history": replace(blank, curve=empty),
        "first refresh": replace(blank, curve=first),
        "stale": replace(
            week, state=Stale(old, offline, old.fetched_at, projection()), curve=ended
        ),
        "signed out": Wallet(make_account(), signed_out),
        "negative": _with(week, "-412.75", "-400", curve(ChartRange.WEEK, "-412.75")),
        "1.8e308": _with(
            replace(week, drops=(), unit_price=None),
            "1.7976931348623157e308",
            "1.7976931348623157e308",
            curve(ChartRange.WEEK, "530", "3.391881e305"),
        ),
        "every figure": replace(week, state=Fresh(everything(), projection())),
        "not falling": full(outlook=NoProjection.NOT_FALLING),
    }
