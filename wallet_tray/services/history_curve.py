"""A curve from the tier that has as many points as a chart can show."""

import contextlib
from datetime import datetime, timedelta
from operator import itemgetter
from typing import TYPE_CHECKING

from wallet_tray.domain.account import Account
from wallet_tray.domain.curve import Curve, Point, Span, TopUp
from wallet_tray.services.history_amounts import Amounts, amount_or_none
from wallet_tray.services.history_reader import SINCE, UNREADABLE, moment, seconds_of
from wallet_tray.services.history_tiers import FINE, HOUR
from wallet_tray.services.history_wallets import find_wallet

if TYPE_CHECKING:
    import sqlite3

_WIDTH = {Span.DAY: FINE, Span.WEEK: HOUR, Span.MONTH: HOUR}
# Points nearer to each other than this part of the span are one.
_PARTS = 360
_MOST_TOP_UPS = 100

_Row = tuple[int, int, int, str]


def read_curve(
    connection: "sqlite3.Connection",
    account: Account,
    account_id: str,
    span: Span,
    now: datetime,
    gap: timedelta,
) -> Curve:
    """The curve up to ``now``; its stretches are cut where nobody looked for longer than ``gap``.

    What was recorded with a clock that was ahead of ``now`` is left out.
    """
    begin, end = seconds_of(now - span.value), seconds_of(now)
    wallet = find_wallet(connection, account, account_id)
    rows = connection.execute(
        "SELECT since, until, steady, available FROM sample"  # noqa: S608  our words
        f" WHERE {SINCE} AND since <= ?4 ORDER BY seq",
        (wallet, _WIDTH[span], begin, end),
    ).fetchall()
    rows.sort(key=itemgetter(1))
    top_ups = connection.execute(
        "SELECT at, amount FROM top_up WHERE wallet = ? AND at BETWEEN ? AND ?"
        " ORDER BY at DESC LIMIT ?",
        (wallet, begin, end, _MOST_TOP_UPS),
    ).fetchall()
    stretches = _stretches(rows, begin, end, int(gap.total_seconds()))
    return Curve(
        span=span,
        begin=now - span.value,
        end=now,
        stretches=tuple(
            points for stretch in stretches if (points := tuple(_points(stretch, span)))
        ),
        top_ups=tuple(
            TopUp(moment(at), amount)
            for at, text in reversed(top_ups)
            if (amount := amount_or_none(text)) is not None
        ),
    )


def _stretches(rows: list[_Row], begin: int, end: int, gap: int) -> list[list[_Row]]:
    """The rows between two gaps, cut off at the ends of the span."""
    stretches: list[list[_Row]] = []
    looked = begin
    for since, until, steady, available in rows:
        if not stretches or since - looked > gap:
            stretches.append([])
        looked = min(until, end)
        stretches[-1].append((max(since, begin), looked, steady, available))
    return stretches


def _points(stretch: list[_Row], span: Span) -> list[Point]:
    """A point at the end of each row, and one at the beginning of those that show as a line."""
    apart = int(span.value.total_seconds()) // _PARTS
    points: list[tuple[int, str]] = []
    for since, until, steady, available in stretch:
        is_line = until - since > 2 * apart or not points
        if steady and since < until and is_line and (not points or since > points[-1][0]):
            points.append((since, available))
        if len(points) > 1 and until // apart == points[-1][0] // apart:
            points.pop()
        points.append((until, available))
    amounts = Amounts()
    drawn = []
    for at, text in points:
        with contextlib.suppress(*UNREADABLE):
            drawn.append(Point(moment(at), amounts[text]))
    return drawn
