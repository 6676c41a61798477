"""The permission to record what is about to be asked for. Erasing takes it back.

It stands in the history's own file, so that it holds for every process: a refresh that another one
has under way brings nothing back. It goes with the rows of its account, and with the file.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wallet_tray.domain.account import Account
from wallet_tray.services.history_tiers import FULL

if TYPE_CHECKING:
    import sqlite3

_IS_THERE = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'permission'"
# Older versions of the program leave alone what they do not know.
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
    """``newest`` is what had been recorded last of each wallet at the time: seq and until."""

    token: bytes
    newest: Mapping[int, tuple[int, int]]


def permission_of(connection: "sqlite3.Connection", account: Account) -> Permission | None:
    """The permission that stands there, None for none."""
    token = _token(connection, account.id)
    if token is None:
        return None
    rows = connection.execute(_NEWEST, (account.id, account.host, FULL)).fetchall()
    return Permission(token, {wallet: (seq, until) for wallet, seq, until in rows})


def permit(connection: "sqlite3.Connection", account: Account) -> None:
    """Give the permission where there is none; inside a transaction."""
    connection.execute(_TABLE)
    connection.execute(
        "INSERT OR IGNORE INTO permission VALUES (?, ?)", (account.id, os.urandom(16))
    )


def is_permitted(
    connection: "sqlite3.Connection", account: Account, permission: Permission
) -> bool:
    """Whether nothing of the account was erased since the permission was given."""
    return _token(connection, account.id) == permission.token


def take_back(connection: "sqlite3.Connection", account_id: str) -> None:
    """What is asked for by now is not recorded any more; inside a transaction."""
    if connection.execute(_IS_THERE).fetchone() is not None:
        connection.execute("DELETE FROM permission WHERE account = ?", (account_id,))


def _token(connection: "sqlite3.Connection", account_id: str) -> bytes | None:
    if connection.execute(_IS_THERE).fetchone() is None:
        return None
    row = connection.execute(
        "SELECT token FROM permission WHERE account = ?", (account_id,)
    ).fetchone()
    return None if row is None else row[0]
