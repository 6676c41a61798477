"""Reading what was recorded. Rows that hold no amounts or times are left out."""

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from operator import itemgetter
from typing import TYPE_CHECKING

from wallet_tray.domain.account import Account
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.credential import Credential
from wallet_tray.domain.sample import Sample
from wallet_tray.domain.spending import HourSpending
from wallet_tray.services.history_amounts import Amounts
from wallet_tray.services.history_tiers import DAY, FULL, HOUR
from wallet_tray.services.history_wallets import as_text, asked_wallet, find_wallet

if TYPE_CHECKING:
    import sqlite3

SPENDING_SPAN = timedelta(days=14)

# What a row raises that none of our programs has written.
UNREADABLE = (ValueError, ArithmeticError, OSError)

_EVER = 1 << 62

# The rows of a wallet (1) in a tier (2) that reach beyond a moment (3). The index says where the
# first of them lies; from there on they are read in a row, not looked up one by one.
SINCE = (
    "wallet = ?1 AND width = ?2 AND +until >= ?3 AND seq >="
    " (SELECT min(seq) FROM sample INDEXED BY sample_by_time"
    " WHERE wallet = ?1 AND width = ?2 AND until >= ?3)"
)

RawSample = tuple[int, int, str, str, str]
Raw = tuple[int, tuple[str, str, str], RawSample]


@dataclass(frozen=True, slots=True)
class Recorded:
    """A sample and the wallet it is of: the service's account id, and the units."""

    account_id: str
    unit: str
    amount_due_unit: str
    sample: Sample


def latest_balance(
    connection: "sqlite3.Connection", account: Account, borrowed: Credential | None
) -> Balance | None:
    """The newest balance of the wallet that the credential is of."""
    wallet = asked_wallet(connection, account, borrowed)
    found = connection.execute(
        "SELECT account_id, unit, amount_due_unit, since, until, total, available, amount_due"
        " FROM wallet JOIN sample ON sample.wallet = wallet.id"
        " WHERE wallet.id = ? AND width = ? ORDER BY seq DESC LIMIT 1",
        (wallet, FULL),
    ).fetchone()
    if found is None:
        return None
    for sample in samples_of([found[3:]]):
        return Balance(
            account_id=as_text(found[0]),
            total=sample.total,
            available=sample.available,
            amount_due=sample.amount_due,
            unit=as_text(found[1]),
            amount_due_unit=as_text(found[2]),
            fetched_at=sample.until,
        )
    return None


def spending_until(
    connection: "sqlite3.Connection", account: Account, account_id: str, now: datetime
) -> tuple[HourSpending, ...]:
    """The hours of the last 14 days, oldest first."""
    wallet = find_wallet(connection, account, account_id)
    rows = connection.execute(
        "SELECT hour, spent, topped_up, seconds FROM spending"
        " WHERE wallet = ? AND hour BETWEEN ? AND ? ORDER BY hour",
        (wallet, seconds_of(now - SPENDING_SPAN) // HOUR * HOUR, seconds_of(now)),
    ).fetchall()
    return tuple(_hours_of(rows))


def full_samples(
    connection: "sqlite3.Connection", account: Account, account_id: str, since: datetime
) -> tuple[Sample, ...]:
    """The samples of full resolution that reach beyond ``since``, oldest first.

    What claims to be later than the newest one was recorded while the clock was ahead; it is left
    out.
    """
    wallet = find_wallet(connection, account, account_id)
    rows = connection.execute(
        "SELECT since, until, total, available, amount_due FROM sample"  # noqa: S608  our words
        f" WHERE {SINCE} AND +until <= (SELECT until FROM sample"
        " WHERE wallet = ?1 AND width = ?2 ORDER BY seq DESC LIMIT 1) ORDER BY seq",
        (wallet, FULL, seconds_of(since)),
    ).fetchall()
    rows.sort(key=itemgetter(1))
    return tuple(samples_of(rows))


def all_recorded(
    connection: "sqlite3.Connection", account: Account, since: datetime | None
) -> list[Raw]:
    """What is kept of all wallets of the account: each time by the finest tier that has it."""
    begin = -_EVER if since is None else seconds_of(since)
    wallets = connection.execute(
        "SELECT id, account_id, unit, amount_due_unit FROM wallet WHERE account = ? AND host = ?",
        (account.id, account.host),
    ).fetchall()
    parts = []
    for wallet, *texts in wallets:
        names = (as_text(texts[0]), as_text(texts[1]), as_text(texts[2]))
        finer = _EVER
        for width in (FULL, HOUR, DAY):
            rows = connection.execute(
                "SELECT since, until, total, available, amount_due FROM sample"
                " WHERE wallet = ? AND width = ? AND seq < ? AND until >= ? ORDER BY until, seq",
                (wallet, width, finer, begin),
            ).fetchall()
            parts.append([(row[1], names, row) for row in rows])
            (first,) = connection.execute(
                "SELECT min(seq) FROM sample WHERE wallet = ? AND width = ?", (wallet, width)
            ).fetchone()
            finer = finer if first is None else min(finer, first)
    return list(heapq.merge(*parts, key=itemgetter(0)))


def recorded_of(raw: Iterable[Raw]) -> Iterator[Recorded]:
    """The values of the rows of ``all_recorded``."""
    for _, names, row in raw:
        for sample in samples_of([row]):
            yield Recorded(*names, sample)


def _hours_of(rows: Iterable[tuple[int, str, str, int]]) -> Iterator[HourSpending]:
    amounts = Amounts()
    for hour, spent, topped_up, seconds in rows:
        looked = min(max(seconds, 0), HOUR)
        try:
            known = HourSpending(moment(hour), amounts[spent], amounts[topped_up], looked)
        except UNREADABLE:
            continue
        yield known


def samples_of(rows: Iterable[RawSample]) -> Iterator[Sample]:
    """The rows as values."""
    amounts = Amounts()
    for since, until, total, available, due in rows:
        try:
            begin = moment(since)
            end = begin if since == until else moment(until)
            sample = Sample(begin, end, amounts[total], amounts[available], amounts[due])
        except UNREADABLE:
            continue
        yield sample


def moment(seconds: int) -> datetime:
    """The time that was recorded. Raises ValueError or an arithmetic error beyond the year 9999."""
    return datetime.fromtimestamp(seconds, UTC)


def seconds_of(time: datetime) -> int:
    """Whole seconds since 1970, rounded down."""
    return int(time.timestamp() // 1)
