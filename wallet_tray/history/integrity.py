"""Handling of a damaged file, and rate-limited logging about it."""

import contextlib
import logging
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_log = logging.getLogger(__name__)

# Device and inode of a file: another file may take its place at any time.
Identity = tuple[int, int]

_SET_ASIDE = ".corrupt-"
_BESIDE = ("-wal", "-shm")
_QUIET_SECONDS = 3_600
# The check reads the whole file. A short command writes only once, so it never pays for the check.
_CHECKED_AT_WRITE = 2

_lock = threading.Lock()
_writes: dict[tuple[Path, Identity], int] = {}
_told: dict[tuple[Path, str], float] = {}


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


def set_aside(path: Path, identity: Identity | None) -> None:
    """Rename the file and its companions; remove the files that were set aside earlier.

    Does nothing if another file has taken its place. Raises OSError if the file cannot be renamed.
    """
    if identity_of(path) != identity:
        return
    older = files_set_aside(path)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    target = path.with_name(f"{path.name}{_SET_ASIDE}{stamp}")
    path.rename(target)
    for ending in _BESIDE:
        with contextlib.suppress(OSError):
            path.with_name(path.name + ending).rename(target.with_name(target.name + ending))
    for file in older:
        if not file.name.startswith(target.name):
            with contextlib.suppress(OSError):
                file.unlink()


def files_set_aside(path: Path) -> list[Path]:
    """Return the damaged files that were set aside earlier."""
    if not path.parent.is_dir():
        return []
    return [file for file in path.parent.iterdir() if file.name.startswith(path.name + _SET_ASIDE)]


def complain(path: Path, what: str, error: Exception | None = None) -> None:
    """Log one line, at most once an hour for each file and complaint."""
    now = time.monotonic()
    with _lock:
        told = _told.get((path, what))
        if told is not None and now - told < _QUIET_SECONDS:
            return
        _told[path, what] = now
    code = getattr(error, "sqlite_errorname", None)
    kind = "" if error is None else f" ({code or type(error).__name__})"
    _log.warning("%s %s%s", path.name, what, kind)
