"""No core dump: it would hold the key that is in memory."""

import contextlib

# Linux looks at no limit where it hands the dump to a program (core(5)), but at this one: less than
# any dump, and more than nothing (fs/coredump.c).
_LIMIT = 1


def forbid_core_dumps() -> None:
    """For this process, and those that it starts unless they say otherwise; nothing on Windows."""
    try:
        import resource
    except ImportError:
        return
    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    limit = _LIMIT if most == resource.RLIM_INFINITY else min(_LIMIT, most)
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (limit, most))
