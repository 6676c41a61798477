"""The tables of the history and their migrations, version by version."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

VERSION = 1

# External text (account ids, units) is a BLOB of UTF-8, which preserves lone surrogates and zeros.
# All times are whole seconds since 1970; amounts are decimal text.
_FIRST = (
    "CREATE TABLE salt (value BLOB NOT NULL) STRICT",
    """CREATE TABLE wallet (
        id INTEGER PRIMARY KEY,
        account TEXT NOT NULL,
        host TEXT NOT NULL,
        account_id BLOB NOT NULL,
        unit BLOB NOT NULL,
        amount_due_unit BLOB NOT NULL,
        UNIQUE (account, host, account_id)
    ) STRICT""",
    # The wallet that a credential last belonged to; "" for the keyring's own credential.
    """CREATE TABLE asked (
        account TEXT NOT NULL,
        host TEXT NOT NULL,
        credential BLOB NOT NULL,
        wallet INTEGER NOT NULL,
        turn INTEGER NOT NULL,
        PRIMARY KEY (account, host, credential)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE sample (
        wallet INTEGER NOT NULL,
        width INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        since INTEGER NOT NULL,
        until INTEGER NOT NULL,
        steady INTEGER NOT NULL,
        total TEXT NOT NULL,
        available TEXT NOT NULL,
        amount_due TEXT NOT NULL,
        PRIMARY KEY (wallet, width, seq)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX sample_by_time ON sample (wallet, width, until)",
    """CREATE TABLE spending (
        wallet INTEGER NOT NULL,
        hour INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        spent TEXT NOT NULL,
        topped_up TEXT NOT NULL,
        seconds INTEGER NOT NULL,
        PRIMARY KEY (wallet, hour)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE top_up (
        wallet INTEGER NOT NULL,
        at INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        amount TEXT NOT NULL,
        PRIMARY KEY (wallet, at)
    ) STRICT, WITHOUT ROWID""",
    "INSERT INTO salt VALUES (randomblob(16))",
)

# The statements at index n migrate from version n to version n + 1.
_MIGRATIONS = (_FIRST,)

# Tables with one wallet's own rows.
WALLET_TABLES = ("sample", "spending", "top_up", "asked")
_TABLES = frozenset({"salt", "wallet", *WALLET_TABLES})


def version_and_tables(connection: "sqlite3.Connection") -> tuple[int, bool, bool]:
    """Return the version of the tables (0 for none), and whether none and all of ours exist."""
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    names = {name for (name,) in rows}
    return _version_of(connection), not names, names >= _TABLES


def prepare_new(connection: "sqlite3.Connection") -> None:
    """Set the file's permanent options, before the first table is created."""
    connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
    connection.execute("PRAGMA journal_mode = WAL").fetchone()


def migrate(connection: "sqlite3.Connection") -> None:
    """Migrate to VERSION in one transaction; another program may already have done so."""
    import sqlite3

    strict = sqlite3.sqlite_version_info >= (3, 37)
    connection.execute("BEGIN IMMEDIATE")
    try:
        for number in range(_version_of(connection), VERSION):
            for statement in _MIGRATIONS[number]:
                connection.execute(statement if strict else _without_strict(statement))
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _version_of(connection: "sqlite3.Connection") -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _without_strict(statement: str) -> str:
    """Adapt a statement for SQLite before 3.37, as in long-lived distributions."""
    return statement.replace(") STRICT, WITHOUT", ") WITHOUT").replace(") STRICT", ")")
