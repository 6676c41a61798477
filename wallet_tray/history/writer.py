"""Recording of one balance: in all tiers, in the hourly spending, and as a top-up."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain
from typing import TYPE_CHECKING, Any

from wallet_tray.domain.account import Account
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.credential import Credential
from wallet_tray.domain.exact import BOUNDED, SHARE, exact_difference
from wallet_tray.domain.money import Figure
from wallet_tray.history.amounts import (
    amount_or_none,
    difference,
    text_of,
)
from wallet_tray.history.retention import downsample, limit_size
from wallet_tray.history.tiers import (
    COLUMNS,
    DAY,
    FIGURES,
    FULL,
    HOUR,
    OVERTAKEN_SECONDS,
    THE_REST,
    WATCHED_SECONDS,
    WIDTHS,
    Amounts,
    Row,
    next_row,
)
from wallet_tray.history.wallets import note_asked, wallet_of

if TYPE_CHECKING:
    import sqlite3


LONGEST_SECONDS = 30 * 86_400

_NONE = Decimal(0)


@dataclass(frozen=True, slots=True)
class Share:
    """The part of a change that belongs to one hour; ``hour`` is its first second since 1970."""

    hour: int
    spent: Decimal
    topped_up: Decimal
    seconds: int


def shares(begin: int, end: int, change: Decimal) -> Iterator[Share]:
    """Yield the hours between two records at ``begin`` and ``end`` (seconds since 1970).

    ``change`` is the increase of the counted amount. A rise is a top-up at ``end``. After a long
    gap, the spending before a rise is unknown, so no seconds are accounted for. A fall is spread
    evenly, and its shares add up to it. Over more than 30 days nothing is assigned. If the clock
    was set back, the whole fall is in the hour of ``end``.
    """
    length = end - begin
    if length > LONGEST_SECONDS:
        if change > 0:
            yield Share(_hour(end), _NONE, change, 0)
        return
    if change > 0:
        yield Share(_hour(end), _NONE, change, 0)
        if length > WATCHED_SECONDS:
            return
    fall = -change if change < 0 else _NONE
    if length <= 0:
        if fall:
            yield Share(_hour(end), fall, _NONE, 0)
        return
    counted = _NONE
    for hour in range(_hour(begin), end, HOUR):
        to = min(hour + HOUR, end)
        seconds = to - max(hour, begin)
        so_far = fall if to == end else _part(fall, to - begin, length)
        yield Share(hour, BOUNDED.subtract(so_far, counted), _NONE, seconds)
        counted = so_far


def spending_of(
    rows: Iterable[tuple[Any, ...]], begin: int, end: int
) -> list[tuple[int, str, str, int]]:
    """Return the hours from ``begin`` to ``end`` as these rows would have recorded them.

    The rows (since, until, steady, available, total) are in order. The hours have the columns of
    their table.
    """
    hours: dict[int, tuple[Decimal, Decimal, int]] = {}
    before: tuple[int, Amounts] | None = None
    for since, until, steady, *amounts in rows:
        texts = tuple(amounts)
        if amount_or_none(texts[0]) is None:
            continue
        parts = [shares(since, until, _NONE)] if steady else []
        if before is not None:
            then = since if steady else until
            change = _counted_change(before[1], texts)
            if change is not None:
                parts.append(shares(before[0], then, change))
        for share in chain(*parts):
            spent, topped_up, seconds = hours.get(share.hour, (_NONE, _NONE, 0))
            hours[share.hour] = (
                BOUNDED.add(spent, share.spent),
                BOUNDED.add(topped_up, share.topped_up),
                min(HOUR, seconds + share.seconds),
            )
        before = until, texts
    return [
        (hour, text_of(spent), text_of(topped_up), seconds)
        for hour, (spent, topped_up, seconds) in sorted(hours.items())
        if begin <= hour <= end
    ]


def _part(fall: Decimal, seconds: int, length: int) -> Decimal:
    return SHARE.divide(SHARE.multiply(fall, Decimal(seconds)), Decimal(length)) if fall else fall


def _hour(at: int) -> int:
    return at - at % HOUR


def record_balance(
    connection: "sqlite3.Connection",
    account: Account,
    balance: Balance,
    env_credential: Credential | None,
    newest: Mapping[int, tuple[int, int]] | None = None,
) -> None:
    """Record the balance; call it inside a transaction. Raises ValueError for an invalid amount.

    ``newest`` holds each wallet's last row when the balance was requested, if known. A balance
    counts as overtaken only by one that was recorded after that.
    """
    amounts = _texts_of(balance)
    at = int(balance.fetched_at.timestamp() // 1)
    wallet = wallet_of(connection, account, balance)
    note_asked(connection, account, env_credential, wallet)
    last = newest_row(connection, wallet, FULL)
    if last is not None and 0 < last.until - at <= OVERTAKEN_SECONDS:
        was_there = newest is not None and newest.get(wallet) == (last.seq, last.until)
        if not was_there:
            return
    seq = 1 if last is None else last.seq
    inserted = set()
    for width in WIDTHS:
        before = last if width == FULL else newest_row(connection, wallet, width)
        row = next_row(before, width, at, amounts, seq + 1 if width == FULL else seq)
        if width == FULL:
            seq = row.seq
        if before is None or row.seq != before.seq:
            inserted.add(width)
        _put(connection, wallet, width, row)
    if last is not None:
        _spend(connection, wallet, seq, last, at, amounts)
    if DAY in inserted:
        downsample(connection, wallet, at)
    if HOUR in inserted:
        limit_size(connection)


def _texts_of(balance: Balance) -> Amounts:
    """Return the balance as it is stored.

    Only what is due may have its own unit; another figure in another unit is not recorded.
    """
    texts: list[str | None] = [text_of(balance.available.amount)]
    for figure in FIGURES:
        money = balance.figures.get(figure)
        is_kept = money is not None and (figure is Figure.DUE or money.unit == balance.unit)
        texts.append(text_of(money.amount) if money is not None and is_kept else None)
    if texts[1] is not None and texts[2] is not None:
        usual = exact_difference(balance.counted.amount, balance.available.amount)
        if texts[2] == str(usual):
            texts[2] = THE_REST
    return tuple(texts)


def newest_row(connection: "sqlite3.Connection", wallet: int, width: int) -> Row | None:
    """Return the row of a tier that was inserted last."""
    found = connection.execute(
        f"SELECT seq, since, until, steady, {COLUMNS} FROM samples"  # noqa: S608  constants
        " WHERE wallet = ? AND width = ? ORDER BY seq DESC LIMIT 1",
        (wallet, width),
    ).fetchone()
    if found is None:
        return None
    seq, since, until, steady, *amounts = found
    return Row(seq, since, until, bool(steady), tuple(amounts))


def _put(connection: "sqlite3.Connection", wallet: int, width: int, row: Row) -> None:
    connection.execute(
        f"INSERT OR REPLACE INTO samples VALUES (?{', ?' * (5 + len(row.amounts))})",  # noqa: S608
        (wallet, width, row.seq, row.since, row.until, row.steady, *row.amounts),
    )


def _spend(
    connection: "sqlite3.Connection", wallet: int, seq: int, last: Row, at: int, amounts: Amounts
) -> None:
    change = _counted_change(last.amounts, amounts)
    if change is None:
        return
    if change > 0:
        connection.execute(
            "INSERT OR REPLACE INTO top_ups VALUES (?, ?, ?, ?)", (wallet, at, seq, str(change))
        )
    for share in shares(last.until, at, change):
        _add(connection, wallet, seq, share)


def _counted_change(before: Amounts, after: Amounts) -> Decimal | None:
    """Return the change of the total where both rows have one, else of the available amount.

    None if a stored amount is damaged.
    """
    place = 1 if before[1] is not None and after[1] is not None else 0
    one, two = amount_or_none(before[place]), amount_or_none(after[place])
    return None if one is None or two is None else difference(two, one)


def _add(connection: "sqlite3.Connection", wallet: int, seq: int, share: Share) -> None:
    spent, topped_up, seconds = share.spent, share.topped_up, share.seconds
    known = connection.execute(
        "SELECT spent, topped_up, seconds FROM hours WHERE wallet = ? AND hour = ?",
        (wallet, share.hour),
    ).fetchone()
    if known is not None:
        spent = BOUNDED.add(amount_or_none(known[0]) or 0, spent)
        topped_up = BOUNDED.add(amount_or_none(known[1]) or 0, topped_up)
        seconds = min(HOUR, max(0, known[2]) + seconds)
    connection.execute(
        "INSERT OR REPLACE INTO hours VALUES (?, ?, ?, ?, ?, ?)",
        (wallet, share.hour, seq, text_of(spent), text_of(topped_up), seconds),
    )
