"""Small files are opened here, so that nothing else in their place can hold up a thread.

A pipe waits for its other side, a device may never end, and both may be put there at any time: so
what was opened is looked at, and not what a name stood for a moment before. Each call looks at the
name afresh, and goes on as soon as a regular file is there. Used by rooms that must not import
each other.
"""

import errno
import os
import stat
from pathlib import Path

# O_NONBLOCK ends the wait of a pipe; it means nothing to a regular file. Windows has none of these.
_AT_ONCE: int = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
_PLAIN: int = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def open_regular(path: Path, flags: int) -> int:
    """A descriptor of the regular file; one that is made is readable by its owner alone.

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
    """At most ``limit`` bytes of the file's beginning. Raises OSError."""
    with os.fdopen(open_regular(path, os.O_RDONLY), "rb") as file:
        return file.read(limit)


def refuse_irregular(path: Path) -> None:
    """Raises OSError where something else than a regular file is in the place of one."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "no regular file")
