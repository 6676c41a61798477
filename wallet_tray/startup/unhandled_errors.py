"""Hooks that log unhandled exceptions (type and location only) and keep the program running."""

import logging
import os
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_log = logging.getLogger("wallet_tray.unhandled")
_qt_log = logging.getLogger("wallet_tray.qt")

_listeners: list[Callable[[BaseException], None]] = []

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

# Qt's theme plug-ins report missing parts of the desktop, mostly a portal. This program does not
# need them.
_ABOUT_THE_DESKTOP = ("qt.qpa.theme", "qt.qpa.services")


# Qt's messages before it ends the process (Qt 6.5 to 6.11). With the variable it goes on instead.
_DISPLAY_LOST = ("The X11 connection broke", "The Wayland connection broke")
_WAITS_FOR_WAYLAND = "QT_WAYLAND_RECONNECT"


def log_unhandled_errors(on_display_lost: Callable[[], object] = lambda: None) -> None:
    """Install the hooks of Python and Qt.

    The texts of exceptions are omitted: a foreign one may hold a token. ``on_display_lost`` is
    called when the display is gone, just before Qt ends the process.
    """
    global _on_display_lost
    _on_display_lost = on_display_lost
    sys.excepthook = _on_exception
    threading.excepthook = _on_thread_exception
    sys.unraisablehook = _on_unraisable
    qInstallMessageHandler(_on_qt_message)


def _nothing() -> None:
    """Do nothing, as no program is running yet."""


_on_display_lost: Callable[[], object] = _nothing


def hear_of_errors(listener: Callable[[BaseException], None] | None) -> None:
    """Call ``listener`` with each exception of a slot or a background task; None removes it."""
    _listeners[:] = [] if listener is None else [listener]


def report_error(error: BaseException) -> None:
    """Pass an exception to the listener; call it in the GUI thread."""
    for listener in _listeners:
        listener(error)


def _on_exception(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    _log.error("%s\n%s", kind.__name__, _places(trace))
    if threading.current_thread() is threading.main_thread():
        report_error(error)


def _on_thread_exception(args: Any) -> None:
    if args.exc_type is not SystemExit:
        _log.error("%s in a thread\n%s", args.exc_type.__name__, _places(args.exc_traceback))


def _on_unraisable(args: Any) -> None:
    _log.error("%s, ignored\n%s", args.exc_type.__name__, _places(args.exc_traceback))


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    level = _LEVELS.get(kind, logging.WARNING)
    if (context.category or "").startswith(_ABOUT_THE_DESKTOP):
        level = min(level, logging.DEBUG)
    _qt_log.log(level, "%s", message)
    if message and message.startswith(_DISPLAY_LOST) and _WAITS_FOR_WAYLAND not in os.environ:
        _on_display_lost()


def _places(trace: TracebackType | None) -> str:
    return "".join(traceback.format_tb(trace)).rstrip()
