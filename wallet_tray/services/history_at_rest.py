"""Reading a history without write access: in a backup, or on a full disk.

SQLite reads a file with a log only if it can keep the log's index beside it. A file that no program
has open needs neither; "immutable" declares this to SQLite (sqlite.org/uri.html). For a file with a
non-empty log, an exclusive connection keeps the index in memory (sqlite.org/wal.html, "Use of WAL
Without Shared-Memory").

What makes it look again: a connection made here serves one look only. The next look tries the usual
way first.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


# SQLite's own limit is 512 bytes; the names of the companion files need some of them.
_LONGEST_PATH = 504


def is_closed_to_writing(error: "sqlite3.Error") -> bool:
    """Return True if SQLite could create no file beside the history, or not open it at all."""
    import sqlite3

    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)


def is_without_room(error: "sqlite3.Error") -> bool:
    """Return True if SQLite could not create the log's index, as on a full disk."""
    import sqlite3

    code = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF == sqlite3.SQLITE_FULL or code in (
        sqlite3.SQLITE_IOERR_SHMSIZE,
        sqlite3.SQLITE_IOERR_SHMOPEN,
        sqlite3.SQLITE_IOERR_SHMMAP,
        sqlite3.SQLITE_IOERR_WRITE,
    )


def is_too_long(path: Path) -> bool:
    """Return True if the path, with links resolved, is too long for SQLite to open."""
    return os.name != "nt" and len(os.fsencode(os.path.realpath(path))) > _LONGEST_PATH


def is_at_rest(path: Path) -> bool:
    """Return False if a log beside the file has newer rows, or parts of rows."""
    try:
        return path.with_name(f"{path.name}-wal").stat().st_size == 0
    except FileNotFoundError:
        return True
    except OSError:
        return False


def connect_for_one_look(
    path: Path, error: "sqlite3.Error", timeout: float
) -> "sqlite3.Connection | None":
    """Return a connection that needs no file beside the history; None if it would not help.

    It helps only if ``error`` is about write access or space. Close it after one look: it sees no
    changes, or keeps others out.
    """
    if not is_closed_to_writing(error) and not is_without_room(error):
        return None
    if is_at_rest(path):
        return _connect_at_rest(path)
    return _connect_alone(path, timeout) if is_without_room(error) else None


def _connect_alone(path: Path, timeout: float) -> "sqlite3.Connection":
    import sqlite3

    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        timeout=timeout,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.execute("PRAGMA locking_mode = EXCLUSIVE").fetchone()
    return connection


def _connect_at_rest(path: Path) -> "sqlite3.Connection":
    import sqlite3

    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
