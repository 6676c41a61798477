"""One process at a time in a folder: for files that are read, changed and replaced."""

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
# Those who wait ask again and again: a holder that comes back at once must not always be first.
_GAP_SECONDS = 0.004
_LOCK_FILE = ".wallet-tray.lock"


@contextlib.contextmanager
def locked(folder: Path, patience: timedelta = _PATIENCE) -> Iterator[bool]:
    """No other process and no other thread that asks for this folder is inside meanwhile.

    The operating system drops the lock with the process. It lies on the folder and not on a file
    in it, which would be replaced; a file of its own carries it where folders cannot be locked
    (Windows, NFS). True where it is held. A holder that does not let go within ``patience``, or a
    file system without locks, is no reason to stand still: False then.
    """
    descriptor = _held(folder, patience)
    try:
        yield descriptor is not None
    finally:
        if descriptor is not None:
            os.close(descriptor)
            time.sleep(_GAP_SECONDS)


def _held(folder: Path, patience: timedelta) -> int | None:
    """The descriptor that carries the lock, None where it is not to be had."""
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
    """Raises OSError where this descriptor cannot carry a lock."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True
