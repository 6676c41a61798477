"""Prevention of core dumps, which would contain the key in memory."""

import contextlib
from collections.abc import Iterator

# Linux ignores the limit if it pipes the dump to a program (core(5)), except for this value. It is
# smaller than any dump, and more than zero (fs/coredump.c).
_LIMIT = 1

_before: list[tuple[int, int]] = []  # this process's limits at its start, once they are changed


def forbid_core_dumps() -> None:
    """Forbid core dumps of this process and of those it starts outside ``limits_of_before``.

    Does nothing on Windows.
    """
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
    """Restore the limits of this process's start while a program of the user is started inside.

    Use it only for the moment of a start: a crash of this process at that moment could leave a
    dump.
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
