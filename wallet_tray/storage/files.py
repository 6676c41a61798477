"""Atomic file writes: after a crash the file has either its old or its new content.

``LogLimit`` keeps a lasting failure, such as a full disk, from filling the log.
"""

import contextlib
import errno
import io
import os
import stat
import tempfile
import threading
import time
from collections.abc import Callable, Hashable
from datetime import timedelta
from pathlib import Path

from wallet_tray.storage.paths import refuse_foreign_links

# O_NONBLOCK ends the wait of a pipe and has no effect on a regular file. Windows has none of these.
_AT_ONCE: int = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
_PLAIN: int = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def open_regular(path: Path, flags: int) -> int:
    """Return a descriptor of the regular file; a new file is readable only by its owner.

    Raises OSError, also for a pipe, a socket, a device or a folder.
    """
    descriptor = os.open(path, flags & ~os.O_TRUNC | _AT_ONCE | _PLAIN, 0o600)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "no regular file")
        if flags & os.O_TRUNC:
            os.ftruncate(descriptor, 0)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def read_regular(path: Path, limit: int) -> bytes:
    """Return at most ``limit`` bytes from the start of the file. Raises OSError."""
    with os.fdopen(open_regular(path, os.O_RDONLY), "rb") as file:
        return file.read(limit)


def refuse_irregular(path: Path) -> None:
    """Raise OSError if the path exists and is not a regular file."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "no regular file")


# A process killed while writing leaves its temporary file behind. One this old is abandoned.
_ABANDONED_AFTER = timedelta(minutes=10)


def write_atomically(path: Path, data: bytes) -> None:
    """Replace the content of ``path``; only the owner can read the new file (0600).

    A symbolic link stays and its target is replaced, unless the link belongs to another user. The
    folder must exist. Raises OSError; then the old content is untouched and no temporary file
    remains.
    """
    refuse_foreign_links(path)
    target = Path(os.path.realpath(path))
    refuse_irregular(target)  # a device would be replaced, too
    _replace(target, data)


def write_own_file(path: Path, data: bytes) -> None:
    """Replace a file of the program itself; a link in its place is replaced, not followed.

    Otherwise like ``write_atomically``.
    """
    refuse_irregular(path)
    _replace(path, data)


def _replace(target: Path, data: bytes) -> None:
    prefix = f".{target.name}."
    _sweep(target.parent, prefix)
    descriptor, name = tempfile.mkstemp(prefix=prefix, suffix=".tmp", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


def write_in_place(path: Path, data: bytes, copy: Path) -> None:
    """Replace the content of a file that cannot be renamed over, such as a mount.

    The old content is saved to ``copy`` first and stays there, as a power loss may leave the file
    half written. Raises OSError after restoring the old content as far as possible.
    """
    with path.open("r+b", buffering=0) as file:  # without write permission nothing is copied
        old = file.readall()
        write_own_file(copy, old)
        try:
            _overwrite(file, data)
        except OSError:
            with contextlib.suppress(OSError):
                _overwrite(file, old)
            raise


def _overwrite(file: io.FileIO, data: bytes) -> None:
    file.seek(0)
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]
    file.truncate(len(data))
    os.fsync(file.fileno())


def _sweep(folder: Path, prefix: str) -> None:
    oldest = time.time() - _ABANDONED_AFTER.total_seconds()
    for entry in folder.iterdir():
        if entry.name.startswith(prefix) and entry.name.endswith(".tmp"):
            with contextlib.suppress(OSError):
                if entry.lstat().st_mtime < oldest:
                    entry.unlink()


def _sync_folder(folder: Path) -> None:
    """Make the new name survive a power loss. The content is safe either way."""
    if os.name == "nt":  # Windows cannot open folders
        return
    with contextlib.suppress(OSError):  # not supported by some file systems
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def remove_with_companions(file: Path) -> Path | None:
    """Remove the file and its companions, such as a damaged file that was set aside.

    Returns the first file that could not be removed.
    """
    left: Path | None = None
    try:
        there = [path for path in file.parent.iterdir() if path.name.startswith(file.name)]
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        return file
    for path in there:
        try:
            path.unlink(missing_ok=True)
        except OSError:
            left = left or path
    return left


class LogLimit:
    """Passes each log line once, and again after ``again``. Any thread may call the methods.

    ``monotonic`` is a clock in seconds.
    """

    def __init__(
        self, again: timedelta = timedelta.max, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._again = again.total_seconds()
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._passed: dict[Hashable, float] = {}

    def passes(self, line: Hashable) -> bool:
        """Return True if the line is to be logged now."""
        now = self._monotonic()
        with self._lock:
            last = self._passed.get(line)
            if last is not None and now - last < self._again:
                return False
            self._passed[line] = now
            return True

    def reset(self) -> bool:
        """Let every line pass again; return True if there was one."""
        with self._lock:
            had_some = bool(self._passed)
            self._passed.clear()
            return had_some
