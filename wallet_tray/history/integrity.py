"""The state of the history's file: damage, errors, and log lines about them (rate-limited)."""

import contextlib
import logging
import os
import threading
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from wallet_tray.history.schema import VERSION
from wallet_tray.storage.files import LogLimit

if TYPE_CHECKING:
    import sqlite3


_log = logging.getLogger(__name__)

# Device and inode of a file: another file may take its place at any time.
Identity = tuple[int, int]

_QUARANTINED = ".corrupt-"
_BESIDE = ("-wal", "-shm")
# The check reads the whole file. A short command writes only once, so it never pays for the check.
_CHECKED_AT_WRITE = 2

_lock = threading.Lock()
_writes: dict[tuple[Path, Identity], int] = {}
_log_limit = LogLimit(timedelta(hours=1))


def identity_of(path: Path) -> Identity | None:
    """Return the file's identity, None without a file. Raises OSError if it is unknown."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status.st_dev, status.st_ino


def is_check_due(path: Path, identity: Identity) -> bool:
    """Count this process's writes to the file; return True if this one must check it first."""
    with _lock:
        count = _writes.get((path, identity), 0) + 1
        _writes[path, identity] = count
        return count == _CHECKED_AT_WRITE


def note_suspicion(path: Path, identity: Identity) -> None:
    """Note that a reader found damage: the next write checks the file (again)."""
    with _lock:
        _writes[path, identity] = _CHECKED_AT_WRITE - 1


def is_sound(connection: "sqlite3.Connection") -> bool:
    """Run SQLite's own check of the whole file. May also raise sqlite3.Error if it is damaged."""
    return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))


def quarantine(path: Path, identity: Identity | None) -> None:
    """Rename the file and its companions; remove the files that were set aside earlier.

    Does nothing if another file has taken its place. Raises OSError if the file cannot be renamed.
    """
    if identity_of(path) != identity:
        return
    older = quarantined_files(path)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    target = path.with_name(f"{path.name}{_QUARANTINED}{stamp}")
    path.rename(target)
    for ending in _BESIDE:
        with contextlib.suppress(OSError):
            path.with_name(path.name + ending).rename(target.with_name(target.name + ending))
    for file in older:
        if not file.name.startswith(target.name):
            with contextlib.suppress(OSError):
                file.unlink()


def quarantined_files(path: Path) -> list[Path]:
    """Return the damaged files that were set aside earlier."""
    if not path.parent.is_dir():
        return []
    return [
        file for file in path.parent.iterdir() if file.name.startswith(path.name + _QUARANTINED)
    ]


def complain(path: Path, what: str, error: Exception | None = None) -> None:
    """Log one line, at most once an hour for each file and complaint."""
    if not _log_limit.passes((path, what)):
        return
    code = getattr(error, "sqlite_errorname", None)
    kind = "" if error is None else f" ({code or type(error).__name__})"
    _log.warning("%s %s%s", path.name, what, kind)


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


def has_empty_log(path: Path) -> bool:
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
    if has_empty_log(path):
        return _connect_read_only(path)
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


def _connect_read_only(path: Path) -> "sqlite3.Connection":
    import sqlite3

    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)


_BUSY_SECONDS = 0.5


class Condition(Enum):
    """The possible conditions of the file."""

    ABSENT = "absent"
    FINE = "fine"
    NEWER = "newer"
    DAMAGED = "damaged"
    UNREADABLE = "unreadable"  # no permission, an I/O error, or locked for long
    TOO_LONG = "its path is too long"
    NO_SQLITE = "no SQLite"  # some systems package it separately


@dataclass(frozen=True, slots=True)
class HistoryState:
    """The file's condition and size; ``size`` is in bytes and includes SQLite's log."""

    condition: Condition
    size: int = 0


def history_state(file: Path) -> HistoryState:
    """Return the current state; reads the whole file. Never raises."""
    try:
        import sqlite3
    except ImportError:
        return HistoryState(Condition.NO_SQLITE)
    if is_too_long(file):
        return HistoryState(Condition.TOO_LONG)
    try:
        size = _size(file)
        if not file.is_file():
            return HistoryState(Condition.DAMAGED)
        return HistoryState(_condition_of(file), size)
    except FileNotFoundError:
        return HistoryState(Condition.ABSENT)
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        damaged = code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
        return HistoryState(Condition.DAMAGED if damaged else Condition.UNREADABLE, size)
    except OSError:
        return HistoryState(Condition.UNREADABLE)


def _size(file: Path) -> int:
    size = file.stat().st_size
    with contextlib.suppress(OSError):
        size += file.with_name(f"{file.name}-wal").stat().st_size
    return size


def _condition_of(file: Path) -> Condition:
    import sqlite3

    # "rw" creates no file; read-only, SQLite could not read beside a writer.
    uri = f"{file.absolute().as_uri()}?mode=rw"
    try:
        with contextlib.closing(
            sqlite3.connect(uri, timeout=_BUSY_SECONDS, uri=True)
        ) as connection:
            return _condition(connection)
    except sqlite3.Error as error:
        look = connect_for_one_look(file, error, _BUSY_SECONDS)
        if look is None:
            raise
    with contextlib.closing(look):
        return _condition(look)


def _condition(connection: "sqlite3.Connection") -> Condition:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > VERSION:
        return Condition.NEWER
    rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    tables = {name for (name,) in rows}
    if version == 0 and not tables:  # created, and nothing written yet
        return Condition.FINE
    ours = version > 0 and ("samples" if version == VERSION else "sample") in tables
    return Condition.FINE if ours and is_sound(connection) else Condition.DAMAGED
