"""The permission to record the result of a request. Erasing revokes it.

It is stored in the history's own file, so it holds for every process: a pending refresh of another
process cannot restore erased data. It is removed with its account's rows, and with the file.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wallet_tray.domain.account import Account, AccountId
from wallet_tray.history.tiers import FULL

if TYPE_CHECKING:
    import sqlite3

_IS_THERE = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'permission'"
# Older versions of the program ignore tables that they do not know.
_TABLE = (
    "CREATE TABLE IF NOT EXISTS permission"
    " (account TEXT PRIMARY KEY, token BLOB NOT NULL) WITHOUT ROWID"
)
_NEWEST = """
    SELECT wallet.id, sample.seq, sample.until FROM wallet JOIN sample
    ON sample.wallet = wallet.id AND sample.width = ?3 AND sample.seq =
        (SELECT max(seq) FROM sample WHERE wallet = wallet.id AND width = ?3)
    WHERE wallet.account = ?1 AND wallet.host = ?2
"""


@dataclass(frozen=True, slots=True)
class Permission:
    """A permission; ``newest`` holds each wallet's last row at that time: seq and until."""

    token: bytes
    newest: Mapping[int, tuple[int, int]]


def permission_of(connection: "sqlite3.Connection", account: Account) -> Permission | None:
    """Return the stored permission, None if there is none."""
    token = _token(connection, account.id)
    if token is None:
        return None
    rows = connection.execute(_NEWEST, (account.id, account.host, FULL)).fetchall()
    return Permission(token, {wallet: (seq, until) for wallet, seq, until in rows})


def permit(connection: "sqlite3.Connection", account: Account) -> None:
    """Store a permission if there is none; call it inside a transaction."""
    connection.execute(_TABLE)
    connection.execute(
        "INSERT OR IGNORE INTO permission VALUES (?, ?)", (account.id, os.urandom(16))
    )


def is_permitted(
    connection: "sqlite3.Connection", account: Account, permission: Permission
) -> bool:
    """Return True if nothing of the account was erased since the permission was given."""
    return _token(connection, account.id) == permission.token


def take_back(connection: "sqlite3.Connection", account_id: AccountId) -> None:
    """Revoke the permission, so that pending requests are not recorded; inside a transaction."""
    if connection.execute(_IS_THERE).fetchone() is not None:
        connection.execute("DELETE FROM permission WHERE account = ?", (account_id,))


def _token(connection: "sqlite3.Connection", account_id: AccountId) -> bytes | None:
    if connection.execute(_IS_THERE).fetchone() is None:
        return None
    row = connection.execute(
        "SELECT token FROM permission WHERE account = ?", (account_id,)
    ).fetchone()
    return None if row is None else row[0]
