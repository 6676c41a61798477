"""Reading of recorded balances and hourly spending.

Rows with unreadable amounts or times are skipped.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from operator import itemgetter
from typing import TYPE_CHECKING

from wallet_tray.domain.account import Account
from wallet_tray.domain.balance import Balance, WalletId, WalletKey
from wallet_tray.domain.credential import Credential
from wallet_tray.domain.exact import exact_difference
from wallet_tray.domain.history_values import HourSpending, Sample
from wallet_tray.domain.money import NO_AMOUNT, Figure, Money
from wallet_tray.history.amounts import Amounts
from wallet_tray.history.order import Row, is_in_order, put_in_order
from wallet_tray.history.schema import by_time
from wallet_tray.history.tiers import COLUMNS, DAY, EVER, FIGURES, FINE, FULL, HOUR, THE_REST
from wallet_tray.history.wallets import as_text, asked_wallet, find_wallet

if TYPE_CHECKING:
    import sqlite3

SPENDING_SPAN = timedelta(days=14)

# Raised by rows that none of our programs has written.
UNREADABLE = (ValueError, ArithmeticError, OSError)

# The rows of a wallet (1) in a tier (2) that overlap the time from a moment (3) to another (4). All
# rows inserted after them and the one before are included: only their order shows which times are
# right. The index finds the first row; the rest is read in sequence.
_INSERTED_SINCE = """
    WITH first AS (SELECT coalesce(
        (SELECT min(seq) FROM samples {by_time}
            WHERE wallet = ?1 AND width = ?2 AND until BETWEEN ?3 AND ?4),
        (SELECT min(seq) FROM samples {by_time}
            WHERE wallet = ?1 AND width = ?2 AND until >= ?3)) AS seq)
    SELECT {columns} FROM samples WHERE wallet = ?1 AND width = ?2 AND seq >= (SELECT coalesce(
        (SELECT max(seq) FROM samples
            WHERE wallet = ?1 AND width = ?2 AND seq < (SELECT seq FROM first)),
        (SELECT seq FROM first)))
"""

Raw = tuple[int, tuple[WalletId, str, str], Row]

# The columns of a sample's row, for ``samples_of``.
_SAMPLE = f"since, until, {COLUMNS}"
_TOTAL, _RESERVED, _DUE, _GRANTED, _LINE, _HOURLY = FIGURES


@dataclass(frozen=True, slots=True)
class Recorded:
    """A sample and its wallet: the service's id of it, and the units.

    ``due_unit`` is "" if the wallet never stated an amount due.
    """

    wallet_id: WalletId
    unit: str
    due_unit: str
    sample: Sample


def latest_balance(
    connection: "sqlite3.Connection",
    account: Account,
    env_credential: Credential | None,
    now: datetime,
) -> Balance | None:
    """Return the newest balance of the wallet that the credential belongs to.

    If its clock was behind, it was fetched no earlier than the one before: it has that one's time.
    """
    wallet = asked_wallet(connection, account, env_credential)
    found = connection.execute(
        f"SELECT wallet_id, unit, due_unit, {_SAMPLE}"  # noqa: S608  constants
        " FROM wallets JOIN samples ON samples.wallet = wallets.id"
        " WHERE wallets.id = ? AND width = ? ORDER BY seq DESC LIMIT 1",
        (wallet, FULL),
    ).fetchone()
    if found is None:
        return None
    since, until = _newest_time(connection, wallet, found[3], found[4], seconds_of(now))
    for sample in samples_of([(since, until, *found[5:])]):
        unit, due_unit = as_text(found[1]), as_text(found[2])
        return Balance(
            wallet_id=WalletId(as_text(found[0])),
            available=Money(sample.available, unit),
            figures={
                figure: Money(amount, due_unit if figure is Figure.DUE else unit)
                for figure, amount in sample.figures.items()
            },
            fetched_at=sample.until,
        )
    return None


def _newest_time(
    connection: "sqlite3.Connection", wallet: int | None, since: int, until: int, now: int
) -> tuple[int, int]:
    """Return the corrected time of the row that was inserted last."""
    later = connection.execute(
        f"SELECT 1 FROM samples {by_time(connection)}"  # noqa: S608  a constant
        " WHERE wallet = ? AND width = ? AND until > ? AND until <= ? LIMIT 1",
        (wallet, FULL, until, now),
    ).fetchone()
    if later is None:
        return since, until
    rows = inserted_since(connection, wallet, FULL, "since, until", until, now)
    newest = put_in_order(rows, now)[-1]
    return newest[0], newest[1]


def spending_until(
    connection: "sqlite3.Connection", account: Account, key: WalletKey, now: datetime
) -> tuple[HourSpending, ...]:
    """Return the hours of the last 14 days, oldest first."""
    wallet = find_wallet(connection, account, key)
    begin, end = seconds_of(now - SPENDING_SPAN) // HOUR * HOUR, seconds_of(now)
    if not is_in_order(inserted_since(connection, wallet, HOUR, "since, until", begin, end)):
        # The stored hours follow the clock at that time, which was wrong.
        from wallet_tray.history.writer import spending_of  # rarely needed to read

        columns = "since, until, steady, available, total"
        fine = inserted_since(connection, wallet, FINE, columns, begin, end)
        return tuple(_hours_of(spending_of(put_in_order(fine, end), begin, end)))
    rows = connection.execute(
        "SELECT hour, spent, topped_up, seconds FROM hours"
        " WHERE wallet = ? AND hour BETWEEN ? AND ? ORDER BY hour",
        (wallet, begin, end),
    ).fetchall()
    return tuple(_hours_of(rows))


def full_samples(
    connection: "sqlite3.Connection",
    account: Account,
    key: WalletKey,
    since: datetime,
    now: datetime,
) -> tuple[Sample, ...]:
    """Return the full-resolution samples that extend beyond ``since``, oldest first."""
    wallet, begin = find_wallet(connection, account, key), seconds_of(since)
    rows = inserted_since(connection, wallet, FULL, _SAMPLE, begin, seconds_of(now))
    ordered = put_in_order(rows, seconds_of(now))
    return tuple(samples_of(row for row in ordered if row[1] >= begin))


def inserted_since(
    connection: "sqlite3.Connection",
    wallet: int | None,
    width: int,
    columns: str,
    begin: int,
    end: int,
) -> list[Row]:
    """Return a tier's rows that overlap ``begin`` to ``end``, with their neighbours.

    The rows are in insertion order. If a clock was wrong, more rows are returned to show which one.
    """
    question = (
        f"{_INSERTED_SINCE.format(columns=columns, by_time=by_time(connection))} ORDER BY seq"
    )
    return connection.execute(question, (wallet, width, begin, end)).fetchall()


def all_recorded(
    connection: "sqlite3.Connection", account: Account, since: datetime | None, now: datetime
) -> list[Raw]:
    """Return all rows of the account's wallets, each period from the finest tier that has it."""
    begin, end = -EVER if since is None else seconds_of(since), seconds_of(now)
    wallets = connection.execute(
        "SELECT id, wallet_id, unit, due_unit FROM wallets WHERE account = ? AND host = ?",
        (account.id, account.host),
    ).fetchall()
    parts = []
    columns = f"{_SAMPLE}, seq"
    for wallet, *texts in wallets:
        names = (WalletId(as_text(texts[0])), as_text(texts[1]), as_text(texts[2]))
        finer = EVER
        rows: list[Row] = []
        for width in (FULL, HOUR, DAY):
            coarser = inserted_since(connection, wallet, width, columns, begin, end)
            rows[:0] = [row for row in coarser if row[-1] < finer]
            (first,) = connection.execute(
                "SELECT min(seq) FROM samples WHERE wallet = ? AND width = ?", (wallet, width)
            ).fetchone()
            finer = finer if first is None else min(finer, first)
        ordered = put_in_order(rows, end)
        parts.append([(row[1], names, row[:-1]) for row in ordered if row[1] >= begin])
    import heapq

    return list(heapq.merge(*parts, key=itemgetter(0)))


def recorded_of(raw: Iterable[Raw]) -> Iterator[Recorded]:
    """Convert the rows of ``all_recorded`` to values."""
    for _, names, row in raw:
        for sample in samples_of([row]):
            yield Recorded(*names, sample)


def _hours_of(rows: Iterable[tuple[int, str, str, int]]) -> Iterator[HourSpending]:
    amounts = Amounts()
    for hour, spent, topped_up, seconds in rows:
        looked = min(max(seconds, 0), HOUR)
        try:
            known = HourSpending(
                hour=moment(hour),
                spent=amounts[spent],
                topped_up=amounts[topped_up],
                seconds=looked,
            )
        except UNREADABLE:
            continue
        yield known


def samples_of(rows: Iterable[Row]) -> Iterator[Sample]:
    """Convert the rows to samples; skip unreadable ones."""
    amounts = Amounts()
    for since, until, available, total, reserved, due, granted, line, hourly in rows:
        figures: dict[Figure, Decimal] = {}
        try:
            begin = moment(since)
            end = begin if since == until else moment(until)
            rest = amounts[available]
            if total is not None:
                figures[_TOTAL] = amounts[total]
            if reserved == THE_REST and total is not None:
                equal = total == available  # in most rows
                figures[_RESERVED] = NO_AMOUNT if equal else exact_difference(figures[_TOTAL], rest)
            elif reserved is not None:
                figures[_RESERVED] = amounts[reserved]
            if due is not None:
                figures[_DUE] = amounts[due]
            if granted is not None:
                figures[_GRANTED] = amounts[granted]
            if line is not None:
                figures[_LINE] = amounts[line]
            if hourly is not None:
                figures[_HOURLY] = amounts[hourly]
            sample = Sample(since=begin, until=end, available=rest, figures=figures)
        except UNREADABLE:
            continue
        yield sample


def moment(seconds: int) -> datetime:
    """Return the recorded time. Raises ValueError or an arithmetic error beyond the year 9999."""
    return datetime.fromtimestamp(seconds, UTC)


def seconds_of(time: datetime) -> int:
    """Return whole seconds since 1970, rounded down."""
    return int(time.timestamp() // 1)
