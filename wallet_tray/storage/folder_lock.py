"""A lock on a folder, for files that are read, changed and replaced by one process at a time."""

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_PATIENCE = timedelta(seconds=20)
_PAUSE_SECONDS = 0.001
# Waiting processes poll the lock. The pause gives them a chance against a holder that locks again
# at once.
_GAP_SECONDS = 0.004
_LOCK_FILE = ".wallet-tray.lock"


@contextlib.contextmanager
def locked(folder: Path, patience: timedelta = _PATIENCE) -> Iterator[bool]:
    """Hold the folder's lock, against other processes and other threads of this one.

    The operating system releases the lock when the process ends. The lock is on the folder, as a
    file in it would be replaced. If folders cannot be locked (Windows, NFS), a separate file
    carries it. Yields True while the lock is held. Yields False, and continues, if the holder does
    not release it within ``patience`` or the file system has no locks.
    """
    descriptor = _held(folder, patience)
    try:
        yield descriptor is not None
    finally:
        if descriptor is not None:
            os.close(descriptor)
            time.sleep(_GAP_SECONDS)


def _held(folder: Path, patience: timedelta) -> int | None:
    """Return the descriptor that carries the lock, None if it is not available."""
    deadline = time.monotonic() + patience.total_seconds()
    for path, flags in _carriers(folder):
        try:
            descriptor = os.open(path, flags, 0o600)
        except OSError:
            continue
        try:
            while not _taken(descriptor):
                if time.monotonic() >= deadline:
                    break
                time.sleep(_PAUSE_SECONDS)
            else:
                return descriptor
            os.close(descriptor)
            return None
        except OSError:
            os.close(descriptor)
    return None


def _carriers(folder: Path) -> Iterator[tuple[Path, int]]:
    if sys.platform != "win32":
        yield folder, os.O_RDONLY | os.O_DIRECTORY
    yield folder / _LOCK_FILE, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


def _taken(descriptor: int) -> bool:
    """Return True if the lock was taken.

    Raises OSError if this descriptor cannot carry a lock.
    """
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True
