"""Settings of the process and its interpreter: core dumps, output, end, imports, garbage."""

import builtins
import codecs
import contextlib
import gc
import os
from collections.abc import Callable, Iterator

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


PLAIN = "wallet_tray.plain"
"""The name of the error handler, for a stream's ``errors``; valid after ``register``."""

_PLAIN = {
    "\N{MINUS SIGN}": "-",
    "\N{EN DASH}": "-",
    "\N{BULLET}": "*",
    "\N{MIDDLE DOT}": "-",
    "\N{HORIZONTAL ELLIPSIS}": "...",
    "\N{NO-BREAK SPACE}": " ",
    "\N{NARROW NO-BREAK SPACE}": " ",
    "\N{ZERO WIDTH SPACE}": "",
}


def register() -> None:
    """Register the error handler. A minus must not become a question mark."""
    codecs.register_error(PLAIN, _plain)


def _plain(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    unknown = error.object[error.start : error.end]
    return "".join(_PLAIN.get(one, "?") for one in unknown), error.end


def exit_quietly_on_signals(before: Callable[[], object] = lambda: None) -> None:
    """Exit with 0 on SIGTERM, SIGINT and SIGHUP, after calling ``before``: this is no failure.

    The exit is immediate. An exception from a handler may be raised inside an import, which
    swallows it or treats it as an error. ``EndSignals`` takes over once there is an event loop.
    """
    import signal  # commands that run for a moment need no handler

    def end(_number: int, _frame: object) -> None:
        before()
        os._exit(0)

    for name in ("SIGTERM", "SIGINT", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, end)


def remove_import_hook() -> None:
    """Put back the import function that PySide6 replaced; do nothing without a hook.

    PySide6 sets ``builtins.__import__`` to ``__feature_import__`` when its first module is
    imported, in 6.8, 6.11 and 6.12 alike. For each later import, the hook searches the source for
    the word "PySide6". The module ``linecache`` then keeps that source for ever: 4 to 10 MiB. The
    hook only serves ``from __feature__ import``, which this program does not use. The function that
    it replaced is Shiboken's ``__lazy_import__``, which resolves lazy classes. That one stays.
    """
    if getattr(builtins.__import__, "__name__", "") == "__feature_import__":
        builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def collect_in_gui_thread() -> None:
    """Disable automatic garbage collection; the GUI thread calls ``collect`` from now on.

    The automatic collector may run in any thread. It would then delete Qt objects in a thread that
    they do not belong to, which crashes.
    """
    gc.disable()
    gc.freeze()  # objects from start-up stay anyway: exclude them from every collection


def collect() -> None:
    """Collect if the thresholds are exceeded. Call it in the GUI thread."""
    young, middle, old = gc.get_count()
    thresholds = gc.get_threshold()
    if young > thresholds[0]:
        gc.collect(2 if old > thresholds[2] else 1 if middle > thresholds[1] else 0)
