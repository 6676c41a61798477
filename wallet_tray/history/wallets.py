"""Wallets, and the credentials that they were last fetched with."""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from wallet_tray.domain.account import Account, AccountId, keyring_user
from wallet_tray.domain.balance import Balance, WalletKey
from wallet_tray.domain.credential import Credential
from wallet_tray.domain.money import Figure
from wallet_tray.history.database import HistoryDatabase
from wallet_tray.history.integrity import quarantined_files
from wallet_tray.history.permission import take_back
from wallet_tray.history.retention import vacuum
from wallet_tray.history.schema import WALLET_TABLES
from wallet_tray.history.tiers import DAY
from wallet_tray.storage.files import remove_with_companions

if TYPE_CHECKING:
    import sqlite3


# Far more wallets than a real account has. A service that returns a new account id every time
# cannot fill the disk.
MOST_WALLETS = 100
MOST_CREDENTIALS = 100


def as_bytes(text: str) -> bytes:
    """Encode any text for the disk, including lone surrogates."""
    return text.encode("utf-8", "surrogatepass")


def as_text(data: bytes) -> str:
    """Decode text from ``as_bytes``."""
    return data.decode("utf-8", "surrogatepass")


def find_wallet(
    connection: "sqlite3.Connection", account: Account, wallet: WalletKey
) -> int | None:
    """Return the row of the wallet, or None."""
    row = connection.execute(
        "SELECT id FROM wallets WHERE account = ? AND host = ? AND wallet_id = ? AND unit = ?",
        (account.id, account.host, as_bytes(wallet.id), as_bytes(wallet.unit)),
    ).fetchone()
    return None if row is None else int(row[0])


def wallet_of(connection: "sqlite3.Connection", account: Account, balance: Balance) -> int:
    """Return the row of the balance's wallet; create it if missing."""
    due = balance.figures.get(Figure.DUE)
    due_unit = as_bytes("" if due is None else due.unit)
    row = connection.execute(
        "SELECT id, due_unit FROM wallets"
        " WHERE account = ? AND host = ? AND wallet_id = ? AND unit = ?",
        (account.id, account.host, as_bytes(balance.wallet_id), as_bytes(balance.unit)),
    ).fetchone()
    if row is None:
        _make_room(connection, account)
        row = connection.execute(
            "INSERT INTO wallets VALUES (NULL, ?, ?, ?, ?, ?)",
            (
                account.id,
                account.host,
                as_bytes(balance.wallet_id),
                as_bytes(balance.unit),
                due_unit,
            ),
        )
        return int(row.lastrowid or 0)
    if due is not None and row[1] != due_unit:
        connection.execute("UPDATE wallets SET due_unit = ? WHERE id = ?", (due_unit, row[0]))
    return int(row[0])


def asked_wallet(
    connection: "sqlite3.Connection", account: Account, env_credential: Credential | None
) -> int | None:
    """Return the wallet that the credential last belonged to, or None if it is unknown."""
    row = connection.execute(
        "SELECT wallet FROM credentials WHERE account = ? AND host = ? AND credential = ?",
        (account.id, account.host, _mark(connection, env_credential)),
    ).fetchone()
    return None if row is None else int(row[0])


def note_asked(
    connection: "sqlite3.Connection",
    account: Account,
    env_credential: Credential | None,
    wallet: int,
) -> None:
    """Record that the credential belongs to the wallet."""
    key = (account.id, account.host, _mark(connection, env_credential))
    known = connection.execute(
        "SELECT wallet FROM credentials WHERE account = ? AND host = ? AND credential = ?", key
    ).fetchone()
    if known == (wallet,):
        return
    (turn,) = connection.execute("SELECT coalesce(max(turn), 0) + 1 FROM credentials").fetchone()
    connection.execute(
        "INSERT OR REPLACE INTO credentials VALUES (?, ?, ?, ?, ?)", (*key, wallet, turn)
    )
    connection.execute(
        "DELETE FROM credentials WHERE credential != x'' AND turn <= ?", (turn - MOST_CREDENTIALS,)
    )


def keyring_users(connection: "sqlite3.Connection") -> list[str]:
    """Return all possible user names in the keyring: every account at every host it had."""
    rows = connection.execute("SELECT DISTINCT account, host FROM wallets").fetchall()
    return [keyring_user(account, host) for account, host in rows]


def erase_account(connection: "sqlite3.Connection", account_id: AccountId) -> None:
    """Delete all rows of one account of the settings, at any host."""
    rows = connection.execute("SELECT id FROM wallets WHERE account = ?", (account_id,)).fetchall()
    for (wallet,) in rows:
        _delete(connection, wallet)


def _mark(connection: "sqlite3.Connection", env_credential: Credential | None) -> bytes:
    """Return two bytes that distinguish a user's wallets but reveal nothing about a credential."""
    if env_credential is None:
        return b""
    try:
        from _blake2 import blake2b  # CPython's own: hashlib would load OpenSSL for two bytes
    except ImportError:
        from hashlib import blake2b

    (salt,) = connection.execute("SELECT value FROM salt").fetchone()
    text = f"{env_credential.kind.value} {env_credential.text}".encode()
    return blake2b(text, key=salt, digest_size=2).digest()


def _make_room(connection: "sqlite3.Connection", account: Account) -> None:
    """Delete the wallets with the fewest days if there are too many."""
    rows = connection.execute(
        "SELECT id FROM wallets WHERE account = ? AND host = ? ORDER BY"
        " (SELECT count(*) FROM samples WHERE wallet = wallets.id AND width = ?) DESC, id DESC"
        " LIMIT -1 OFFSET ?",
        (account.id, account.host, DAY, MOST_WALLETS - 1),
    ).fetchall()
    for (wallet,) in rows:
        _delete(connection, wallet)


def _delete(connection: "sqlite3.Connection", wallet: int) -> None:
    for table in WALLET_TABLES:
        connection.execute(f"DELETE FROM {table} WHERE wallet = ?", (wallet,))  # noqa: S608  ours
    connection.execute("DELETE FROM wallets WHERE id = ?", (wallet,))


def erase_all(path: Path) -> bool:
    """Remove the file and its companions; return False if one of them could not be removed."""
    return remove_with_companions(path) is None


def erase_one(path: Path, file: HistoryDatabase, account_id: AccountId) -> bool:
    """Remove one account's rows, and all files set aside: they may contain such rows, too."""
    done = True
    for damaged in quarantined_files(path):
        try:
            damaged.unlink()
        except OSError:
            done = False
    if not path.exists():
        return done

    def erase(connection: "sqlite3.Connection") -> None:
        connection.execute("PRAGMA secure_delete = ON")
        erase_account(connection, account_id)
        take_back(connection, account_id)
        vacuum(connection)

    def empty_log(connection: "sqlite3.Connection") -> None:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    erased = file.write(erase)
    if erased:
        file.read(empty_log, None)
    file.close()
    for damaged in quarantined_files(path):  # quarantined just now, if the file was damaged
        with contextlib.suppress(OSError):
            damaged.unlink()
    return done and erased
