"""Settings of the Python interpreter that a Qt program needs."""

import builtins
import gc


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
