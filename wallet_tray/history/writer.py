"""Recording of one balance: in all tiers, in the hourly spending, and as a top-up."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from wallet_tray.domain.account import Account
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.credential import Credential
from wallet_tray.history.amounts import (
    SUMS,
    amount_of,
    amount_or_none,
    difference,
    text_of,
)
from wallet_tray.history.retention import keep_small, thin_out
from wallet_tray.history.tiers import (
    DAY,
    FULL,
    HOUR,
    OVERTAKEN_SECONDS,
    WIDTHS,
    Amounts,
    Row,
    next_row,
)
from wallet_tray.history.wallets import note_asked, wallet_of
from wallet_tray.services.history_spending import Share, shares

if TYPE_CHECKING:
    import sqlite3


def record_balance(
    connection: "sqlite3.Connection",
    account: Account,
    balance: Balance,
    borrowed: Credential | None,
    newest: Mapping[int, tuple[int, int]] | None = None,
) -> None:
    """Record the balance; call it inside a transaction. Raises ValueError for an invalid amount.

    ``newest`` holds each wallet's last row when the balance was requested, if known. A balance
    counts as overtaken only by one that was recorded after that.
    """
    amounts = (text_of(balance.total), text_of(balance.available), text_of(balance.amount_due))
    at = int(balance.fetched_at.timestamp() // 1)
    wallet = wallet_of(connection, account, balance)
    note_asked(connection, account, borrowed, wallet)
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
        thin_out(connection, wallet, at)
    if HOUR in inserted:
        keep_small(connection)


def newest_row(connection: "sqlite3.Connection", wallet: int, width: int) -> Row | None:
    """Return the row of a tier that was inserted last."""
    found = connection.execute(
        "SELECT seq, since, until, steady, total, available, amount_due FROM sample"
        " WHERE wallet = ? AND width = ? ORDER BY seq DESC LIMIT 1",
        (wallet, width),
    ).fetchone()
    if found is None:
        return None
    seq, since, until, steady, *amounts = found
    return Row(seq, since, until, bool(steady), (amounts[0], amounts[1], amounts[2]))


def _put(connection: "sqlite3.Connection", wallet: int, width: int, row: Row) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO sample VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (wallet, width, row.seq, row.since, row.until, row.steady, *row.amounts),
    )


def _spend(
    connection: "sqlite3.Connection", wallet: int, seq: int, last: Row, at: int, amounts: Amounts
) -> None:
    before = amount_or_none(last.amounts[0])
    if before is None:
        return
    change = difference(amount_of(amounts[0]), before)
    if change > 0:
        connection.execute(
            "INSERT OR REPLACE INTO top_up VALUES (?, ?, ?, ?)", (wallet, at, seq, str(change))
        )
    for share in shares(last.until, at, change):
        _add(connection, wallet, seq, share)


def _add(connection: "sqlite3.Connection", wallet: int, seq: int, share: Share) -> None:
    spent, topped_up, seconds = share.spent, share.topped_up, share.seconds
    known = connection.execute(
        "SELECT spent, topped_up, seconds FROM spending WHERE wallet = ? AND hour = ?",
        (wallet, share.hour),
    ).fetchone()
    if known is not None:
        spent = SUMS.add(amount_or_none(known[0]) or 0, spent)
        topped_up = SUMS.add(amount_or_none(known[1]) or 0, topped_up)
        seconds = min(HOUR, max(0, known[2]) + seconds)
    connection.execute(
        "INSERT OR REPLACE INTO spending VALUES (?, ?, ?, ?, ?, ?)",
        (wallet, share.hour, seq, text_of(spent), text_of(topped_up), seconds),
    )
