"""What every test gets: Qt without a screen, and a check that nothing is left behind."""

import gc
import os
import sys
import threading
import time
from collections.abc import Iterator

import pytest

# Before any import of Qt: without a display it would abort the whole run. Tests that need a real
# screen start the program as a child inside a virtual desktop (tests/desktop).
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The texts that tests expect are English, whatever this computer speaks.
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)

# How long a thread that is already ending may take to be gone.
_THREAD_GRACE_SECONDS = 2.0


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Fails a test that leaves a running non-daemon thread or a top-level widget behind.

    Daemon threads are ours by design: the refresh worker must never hold up the end of the program.
    """
    threads = set(threading.enumerate())
    windows = set(_top_level_windows())
    yield
    left_threads = _wait_for_end(set(threading.enumerate()) - threads)
    left_windows = _left_windows(windows)
    assert not left_threads, f"threads left running: {left_threads}"
    assert not left_windows, f"top-level widgets left: {left_windows}"


def _wait_for_end(started: set[threading.Thread]) -> list[str]:
    """Names of the threads that hold up the end of the process, after a short grace."""
    deadline = time.monotonic() + _THREAD_GRACE_SECONDS
    left = [thread for thread in started if not thread.daemon]
    for thread in left:
        thread.join(max(0.0, deadline - time.monotonic()))
    return [thread.name for thread in left if thread.is_alive()]


def _left_windows(before: set[int]) -> list[str]:
    """Descriptions of the widgets that are still there once everything due for deletion is gone."""
    if not set(_top_level_windows()) - before:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent

    # deleteLater() waits for an event loop, and cycles wait for the collector; a test has neither.
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return [text for address, text in _top_level_windows().items() if address not in before]


def _top_level_windows() -> dict[int, str]:
    """The top-level widgets by C++ address; none as long as nobody has loaded QtWidgets."""
    if "PySide6.QtWidgets" not in sys.modules:
        return {}
    from PySide6.QtWidgets import QApplication
    from shiboken6 import Shiboken

    if not isinstance(QApplication.instance(), QApplication):
        return {}
    return {
        Shiboken.getCppPointer(widget)[0]: f"{type(widget).__name__} {widget.objectName()!r}"
        for widget in QApplication.topLevelWidgets()
    }
