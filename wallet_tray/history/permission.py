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

_NEWEST = """
    SELECT wallets.id, newest.seq, newest.until FROM wallets JOIN samples AS newest
    ON newest.wallet = wallets.id AND newest.width = ?3 AND newest.seq =
        (SELECT max(seq) FROM samples WHERE samples.wallet = wallets.id AND width = ?3)
    WHERE wallets.account = ?1 AND wallets.host = ?2
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
    connection.execute(
        "INSERT OR IGNORE INTO permissions VALUES (?, ?)", (account.id, os.urandom(16))
    )


def is_permitted(
    connection: "sqlite3.Connection", account: Account, permission: Permission
) -> bool:
    """Return True if nothing of the account was erased since the permission was given."""
    return _token(connection, account.id) == permission.token


def take_back(connection: "sqlite3.Connection", account_id: AccountId) -> None:
    """Revoke the permission, so that pending requests are not recorded; inside a transaction."""
    connection.execute("DELETE FROM permissions WHERE account = ?", (account_id,))


def _token(connection: "sqlite3.Connection", account_id: AccountId) -> bytes | None:
    row = connection.execute(
        "SELECT token FROM permissions WHERE account = ?", (account_id,)
    ).fetchone()
    return None if row is None else row[0]
