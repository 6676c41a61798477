"""The condition of the history's file, examined without changing the file."""

import contextlib
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from wallet_tray.history.integrity import is_sound
from wallet_tray.history.schema import VERSION
from wallet_tray.services.history_at_rest import connect_for_one_look, is_too_long

if TYPE_CHECKING:
    import sqlite3

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
    ours = version > 0 and "sample" in tables  # older versions have this table, too
    return Condition.FINE if ours and is_sound(connection) else Condition.DAMAGED
