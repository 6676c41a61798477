"""What every test gets: Qt without a screen, and a check that nothing is left behind."""

import gc
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import hypothesis
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from wallet_tray.startup.process import collect, collect_in_gui_thread

# Before any import of Qt: without a display it would abort the whole run. Tests that need a real
# screen start the program as a child inside a virtual desktop (tests/end_to_end).
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The texts that tests expect are English, whatever this computer speaks.
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)


# A shell ignores Ctrl+C for what it puts into the background, nohup SIGHUP, and children inherit
# that. With a handler of ours in the way they do not; the tests send these signals to programs.
for name in ("SIGINT", "SIGHUP"):
    number = getattr(signal, name, None)
    if number is not None and signal.getsignal(number) is signal.SIG_IGN:
        signal.signal(number, lambda *_: None)

# How long a thread that is already ending may take to be gone.
_THREAD_GRACE_SECONDS = 20.0

# How long to wait for what has to come. It costs nothing where it comes, and what never comes is
# shown by it as well as by a shorter time, which a busy machine would exceed now and then.
_PATIENCE_MS = 30_000

# Qt objects may be deleted in their own thread only, and the automatic collector runs in any.
collect_in_gui_thread()

# No example has to be ready within a time: that would be a test of the machine.
hypothesis.settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("any machine")


class PatientBot(QtBot):
    """pytest-qt's own, which waits five seconds unless a test says otherwise."""

    def waitSignal(self, signal: Any, *, timeout: int = _PATIENCE_MS, **more: Any) -> Any:  # noqa: N802
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitSignals(self, signals: Any, *, timeout: int = _PATIENCE_MS, **more: Any) -> Any:  # noqa: N802
        return super().waitSignals(signals, timeout=timeout, **more)

    def waitUntil(self, callback: Callable[[], Any], *, timeout: int = _PATIENCE_MS) -> None:  # noqa: N802
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """In the place of pytest-qt's."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def garbage_collected_in_the_gui_thread() -> Iterator[None]:
    """Collect after each test, as the program does after each refresh."""
    yield
    assert not gc.isenabled(), "a test left the automatic garbage collector on"
    collect()


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
    """The top-level widgets by C++ address; none as long as QtWidgets is not loaded."""
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
