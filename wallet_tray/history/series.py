"""A curve of all recorded balances, thinned to what a chart can show."""

from bisect import bisect_right
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from wallet_tray.domain.account import Account
from wallet_tray.domain.balance import WalletKey
from wallet_tray.domain.balance_series import (
    BalanceSeries,
    ChartRange,
    Point,
    TopUp,
    extreme_indexes,
)
from wallet_tray.history.amounts import amount_of, amount_or_none
from wallet_tray.history.order import Row, put_in_order
from wallet_tray.history.reader import UNREADABLE, inserted_since, moment, seconds_of
from wallet_tray.history.tiers import EVER, WIDTHS
from wallet_tray.history.wallets import find_wallet

if TYPE_CHECKING:
    import sqlite3

# A curve with more points is thinned to four points in each of these slots of its time.
_MOST_POINTS = 400
_SLOTS = 90
_MOST_TOP_UPS = 100

_Point = tuple[int, Decimal]


def read_curve(
    connection: "sqlite3.Connection",
    account: Account,
    key: WalletKey,
    span: ChartRange,
    now: datetime,
    gap: timedelta,
) -> BalanceSeries:
    """Return the curve up to ``now``, with a gap wherever samples are further apart than ``gap``.

    Rows with times later than ``now`` are left out.
    """
    begin, end = seconds_of(now - span.value), seconds_of(now)
    wallet = find_wallet(connection, account, key)
    inserted = _inserted(connection, wallet, begin, end)
    ordered = put_in_order(inserted, end)
    top_ups = connection.execute(
        "SELECT at, amount, seq FROM top_ups WHERE wallet = ? AND at BETWEEN ? AND ?"
        " ORDER BY at DESC LIMIT ?",
        (wallet, begin, end, _MOST_TOP_UPS),
    ).fetchall()
    if ordered is not inserted:
        top_ups = _in_their_rows(connection, wallet, ordered, begin, end)
    segments = _thinned(_segments(ordered, begin, end, int(gap.total_seconds())))
    return BalanceSeries(
        span=span,
        begin=now - span.value,
        end=now,
        segments=tuple(
            tuple(Point(moment(at), amount) for at, amount in segment)
            for segment in segments
            if segment
        ),
        top_ups=tuple(
            TopUp(moment(at), amount)
            for at, text, _ in reversed(top_ups)
            if (amount := amount_or_none(text)) is not None
        ),
    )


def _inserted(
    connection: "sqlite3.Connection", wallet: int | None, begin: int, end: int
) -> list[Row]:
    """Return the rows in insertion order, each period from the finest tier that has it.

    Coarser tiers keep the last amount of a segment, not the lowest.
    """
    rows: list[Row] = []
    finer = EVER
    for width in WIDTHS:
        columns = "since, until, steady, available, seq"
        coarser = inserted_since(connection, wallet, width, columns, begin, end)
        # The finer tier has a complete segment if it has the segment's first row.
        rows[:0] = [row for row in coarser if row[4] < finer and (not rows or row[1] <= rows[0][0])]
        (first,) = connection.execute(
            "SELECT min(seq) FROM samples WHERE wallet = ? AND width = ?", (wallet, width)
        ).fetchone()
        finer = finer if first is None else min(finer, first)
    return rows


def _in_their_rows(
    connection: "sqlite3.Connection", wallet: int | None, rows: list[Row], begin: int, end: int
) -> list[tuple[int, str, int]]:
    """Return the top-ups, moved into the times of the rows that contain them, newest first."""
    found = connection.execute(
        "SELECT at, amount, seq FROM top_ups WHERE wallet = ? AND seq >= ? ORDER BY seq DESC",
        (wallet, rows[0][4]),
    ).fetchall()
    seqs = [row[4] for row in rows]
    moved = []
    for at, amount, seq in found:
        since, until = rows[bisect_right(seqs, seq) - 1][:2]
        if begin <= (then := min(max(at, since), until)) <= end:
            moved.append((then, amount, seq))
    return moved[:_MOST_TOP_UPS]


def _segments(rows: list[Row], begin: int, end: int, gap: int) -> list[list[_Point]]:
    """Return the points between two gaps, clipped to the span; ``rows`` is empty afterwards.

    A steady row gives both of its ends, any other row only its end. Each row is freed before the
    next one gives its points: a month may have 20 000 of them.
    """
    segments: list[list[_Point]] = []
    looked = begin
    known, amount = "0", Decimal(0)  # many amounts repeat the one before
    rows.reverse()
    while rows:
        since, until, steady, text, _ = rows.pop()
        if until < begin or since > end:
            continue
        if not segments or since - looked > gap:
            segments.append([])
        points = segments[-1]
        begun, looked = max(since, begin), min(until, end)
        if text != known:
            try:
                known, amount = text, amount_of(text)
            except UNREADABLE:
                continue
        if steady and begun < looked and (not points or begun > points[-1][0]):
            points.append((begun, amount))
        if not points or looked > points[-1][0] or amount != points[-1][1]:
            points.append((looked, amount))
    return segments


def _thinned(segments: list[list[_Point]]) -> list[list[_Point]]:
    if sum(map(len, segments)) <= _MOST_POINTS:
        return segments
    times = [at for segment in segments for at, _ in segment]
    slot = (times[-1] - times[0]) / _SLOTS
    return [_extremes(segment, slot) for segment in segments]


def _extremes(points: list[_Point], slot: float) -> list[_Point]:
    times, amounts = [at for at, _ in points], [amount for _, amount in points]
    return [points[place] for place in extreme_indexes(times, amounts, slot)]
