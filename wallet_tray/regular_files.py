"""Opening of small files, such that nothing else in their place can block a thread.

A pipe waits for its other end, a device may never end, and either may appear at any time. So the
opened descriptor is checked, and not the name before it is opened. Each call checks the name again,
and succeeds as soon as a regular file is there. It is a top-level module because packages that must
not import each other use it.
"""

import errno
import os
import stat
from pathlib import Path

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
