"""The tables of the history and their migrations, version by version."""

from typing import TYPE_CHECKING

from wallet_tray.history.retention import vacuum

if TYPE_CHECKING:
    import sqlite3

VERSION = 2

# External text (account ids, units) is a BLOB of UTF-8, which preserves lone surrogates and zeros.
# All times are whole seconds since 1970; amounts are decimal text.
_SALT = (
    "CREATE TABLE salt (value BLOB NOT NULL) STRICT",
    "INSERT INTO salt VALUES (randomblob(16))",
)

# A figure that the wallet did not state is NULL. All but ``due`` are in the wallet's unit. An empty
# text as ``reserved`` is exactly ``total`` minus ``available``, which is the usual case. The tables
# have new names: a program of version 1 that still runs can write to none of them.
_CURRENT = (
    """CREATE TABLE wallets (
        id INTEGER PRIMARY KEY,
        account TEXT NOT NULL,
        host TEXT NOT NULL,
        wallet_id BLOB NOT NULL,
        unit BLOB NOT NULL,
        due_unit BLOB NOT NULL,
        UNIQUE (account, host, wallet_id, unit)
    ) STRICT""",
    """CREATE TABLE credentials (
        account TEXT NOT NULL,
        host TEXT NOT NULL,
        credential BLOB NOT NULL,
        wallet INTEGER NOT NULL,
        turn INTEGER NOT NULL,
        PRIMARY KEY (account, host, credential)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE samples (
        wallet INTEGER NOT NULL,
        width INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        since INTEGER NOT NULL,
        until INTEGER NOT NULL,
        steady INTEGER NOT NULL,
        available TEXT NOT NULL,
        total TEXT,
        reserved TEXT,
        due TEXT,
        granted TEXT,
        credit_line TEXT,
        per_hour TEXT,
        PRIMARY KEY (wallet, width, seq)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE hours (
        wallet INTEGER NOT NULL,
        hour INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        spent TEXT NOT NULL,
        topped_up TEXT NOT NULL,
        seconds INTEGER NOT NULL,
        PRIMARY KEY (wallet, hour)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE top_ups (
        wallet INTEGER NOT NULL,
        at INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        amount TEXT NOT NULL,
        PRIMARY KEY (wallet, at)
    ) STRICT, WITHOUT ROWID""",
    "CREATE TABLE permissions"
    " (account TEXT PRIMARY KEY, token BLOB NOT NULL) STRICT, WITHOUT ROWID",
)

# How the tables of version 2 follow from those of version 1. Its wallets stated a total, and
# computed what is reserved.
_FROM_VERSION_1 = {
    "wallets": "SELECT id, account, host, account_id AS wallet_id, unit,"
    " amount_due_unit AS due_unit FROM wallet",
    "credentials": "SELECT account, host, credential, wallet, turn FROM asked",
    "samples": "SELECT wallet, width, seq, since, until, steady, available, total,"
    " '' AS reserved, amount_due AS due,"
    " NULL AS granted, NULL AS credit_line, NULL AS per_hour FROM sample",
    "hours": "SELECT wallet, hour, seq, spent, topped_up, seconds FROM spending",
    "top_ups": "SELECT wallet, at, seq, amount FROM top_up",
}
_PERMISSIONS_OF_VERSION_1 = "SELECT account, token FROM permission"
_NO_PERMISSIONS = "SELECT NULL AS account, NULL AS token WHERE 0"
_TABLES_OF_VERSION_1 = ("wallet", "asked", "sample", "spending", "top_up")

# Made when the rows are copied. A running program of version 1 would create the table "permission"
# where it is missing, and write into it; it has no values for this one. (A view would do, but
# SQLite 3.40 then skips a part of quick_check.)
_LAST = (
    "CREATE INDEX samples_by_time ON samples (wallet, width, until)",
    "CREATE TABLE permission (unused INTEGER NOT NULL) STRICT",
)

# Tables with one wallet's own rows.
WALLET_TABLES = ("samples", "hours", "top_ups", "credentials")
_TABLES = {
    1: frozenset({"salt", *_TABLES_OF_VERSION_1}),
    2: frozenset({"salt", "wallets", "permissions", *WALLET_TABLES}),
}


def version_and_tables(connection: "sqlite3.Connection") -> tuple[int, bool, bool]:
    """Return the version of the tables (0 for none), and whether none and all of ours exist."""
    names = _tables_in(connection)
    version = _version_of(connection)
    return version, not names, names >= _TABLES.get(version, _TABLES[VERSION])


def show_as_current(connection: "sqlite3.Connection") -> None:
    """Give a file of version 1 the tables of the current version, as views; writes nothing."""
    for table, rows in _FROM_VERSION_1.items():
        connection.execute(f"CREATE TEMP VIEW {table} AS {rows}")
    has_permissions = "permission" in _tables_in(connection)
    rows = _PERMISSIONS_OF_VERSION_1 if has_permissions else _NO_PERMISSIONS
    connection.execute(f"CREATE TEMP VIEW permissions AS {rows}")


def by_time(connection: "sqlite3.Connection") -> str:
    """Return the clause that has the samples searched by time; a view has no index of its own."""
    return "INDEXED BY samples_by_time" if _version_of(connection) == VERSION else ""


def prepare_new(connection: "sqlite3.Connection") -> None:
    """Set the file's permanent options, before the first table is created."""
    connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
    connection.execute("PRAGMA journal_mode = WAL").fetchone()


def migrate(connection: "sqlite3.Connection") -> None:
    """Migrate to VERSION in one transaction; another program may already have done so.

    A file of the current version is left alone.
    """
    if _version_of(connection) == VERSION:
        return
    import sqlite3

    strict = sqlite3.sqlite_version_info >= (3, 37)
    # No row may survive its erasure in the pages of the tables that are dropped.
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = _version_of(connection)
        if version < VERSION:
            statements = (*(_SALT if version == 0 else ()), *_CURRENT)
            for statement in statements:
                connection.execute(statement if strict else _without_strict(statement))
            if version == 1:
                _copy_version_1(connection)
            for statement in _LAST:
                connection.execute(statement if strict else _without_strict(statement))
            connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("PRAGMA secure_delete = OFF")


def _copy_version_1(connection: "sqlite3.Connection") -> None:
    for table, rows in _FROM_VERSION_1.items():
        connection.execute(f"INSERT INTO main.{table} {rows}")
    if "permission" in _tables_in(connection):
        connection.execute(f"INSERT INTO permissions {_PERMISSIONS_OF_VERSION_1}")
        connection.execute("DROP TABLE permission")
    for table in _TABLES_OF_VERSION_1:
        connection.execute(f"DROP TABLE {table}")
    vacuum(connection)


def _tables_in(connection: "sqlite3.Connection") -> set[str]:
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {name for (name,) in rows}


def _version_of(connection: "sqlite3.Connection") -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _without_strict(statement: str) -> str:
    """Adapt a statement for SQLite before 3.37, as in long-lived distributions."""
    return statement.replace(") STRICT, WITHOUT", ") WITHOUT").replace(") STRICT", ")")
