"""No core dump: it would hold the key that is in memory."""

import contextlib
from collections.abc import Iterator

# Linux looks at no limit where it hands the dump to a program (core(5)), but at this one: less than
# any dump, and more than nothing (fs/coredump.c).
_LIMIT = 1

_before: list[tuple[int, int]] = []  # the limits that this process was started with, once changed


def forbid_core_dumps() -> None:
    """For this process and what it starts outside ``limits_of_before``; nothing on Windows."""
    try:
        import resource
    except ImportError:
        return
    soft, most = resource.getrlimit(resource.RLIMIT_CORE)
    if not _before:
        _before.append((soft, most))
    limit = _LIMIT if most == resource.RLIM_INFINITY else min(_LIMIT, most)
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (limit, most))


@contextlib.contextmanager
def limits_of_before() -> Iterator[None]:
    """A program of the user's that is started inside has the limits that we were started with.

    For the moment of a start alone: a crash of ours just then could leave a dump.
    """
    try:
        import resource
    except ImportError:
        yield
        return
    try:
        for limits in _before:
            with contextlib.suppress(OSError, ValueError):
                resource.setrlimit(resource.RLIMIT_CORE, limits)
        yield
    finally:
        if _before:
            forbid_core_dumps()
