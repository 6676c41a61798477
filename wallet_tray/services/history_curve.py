"""A curve from the tier that has as many points as a chart can show."""

import contextlib
from bisect import bisect_right
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from wallet_tray.domain.account import Account
from wallet_tray.domain.curve import Curve, Point, Span, TopUp
from wallet_tray.services.history_amounts import Amounts, amount_or_none
from wallet_tray.services.history_order import Row, put_in_order
from wallet_tray.services.history_reader import UNREADABLE, inserted_since, moment, seconds_of
from wallet_tray.services.history_tiers import FINE, HOUR
from wallet_tray.services.history_wallets import find_wallet

if TYPE_CHECKING:
    import sqlite3

_WIDTH = {Span.DAY: FINE, Span.WEEK: HOUR, Span.MONTH: HOUR}
# Points nearer to each other than this part of the span are one.
_PARTS = 360
_MOST_TOP_UPS = 100


def read_curve(
    connection: "sqlite3.Connection",
    account: Account,
    account_id: str,
    span: Span,
    now: datetime,
    gap: timedelta,
) -> Curve:
    """The curve up to ``now``; its stretches are cut where nobody looked for longer than ``gap``.

    What claims to be later than ``now`` is left out.
    """
    begin, end = seconds_of(now - span.value), seconds_of(now)
    wallet = find_wallet(connection, account, account_id)
    columns = "since, until, steady, available, seq"
    inserted = inserted_since(connection, wallet, _WIDTH[span], columns, begin, end)
    ordered = put_in_order(inserted, end)
    rows = [row[:4] for row in ordered if row[1] >= begin and row[0] <= end]
    top_ups = connection.execute(
        "SELECT at, amount, seq FROM top_up WHERE wallet = ? AND at BETWEEN ? AND ?"
        " ORDER BY at DESC LIMIT ?",
        (wallet, begin, end, _MOST_TOP_UPS),
    ).fetchall()
    if ordered is not inserted:
        top_ups = _in_their_rows(connection, wallet, ordered, begin, end)
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
            for at, text, _ in reversed(top_ups)
            if (amount := amount_or_none(text)) is not None
        ),
    )


def _in_their_rows(
    connection: "sqlite3.Connection", wallet: int | None, rows: list[Row], begin: int, end: int
) -> list[tuple[int, str, int]]:
    """The top-ups as the rows have it that hold them, the newest first."""
    found = connection.execute(
        "SELECT at, amount, seq FROM top_up WHERE wallet = ? AND seq >= ? ORDER BY seq DESC",
        (wallet, rows[0][4]),
    ).fetchall()
    seqs = [row[4] for row in rows]
    moved = []
    for at, amount, seq in found:
        since, until = rows[bisect_right(seqs, seq) - 1][:2]
        if begin <= (then := min(max(at, since), until)) <= end:
            moved.append((then, amount, seq))
    return moved[:_MOST_TOP_UPS]


def _stretches(rows: list[Row], begin: int, end: int, gap: int) -> list[list[Row]]:
    """The rows between two gaps, cut off at the ends of the span."""
    stretches: list[list[Row]] = []
    looked = begin
    for since, until, steady, available in rows:
        if not stretches or since - looked > gap:
            stretches.append([])
        looked = min(until, end)
        stretches[-1].append((max(since, begin), looked, steady, available))
    return stretches


def _points(stretch: list[Row], span: Span) -> list[Point]:
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
