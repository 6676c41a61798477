"""The tray program from start to exit; ``TrayApp`` runs in between."""

import os
import sys
from dataclasses import replace
from typing import NoReturn

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from wallet_tray import APP_ID, DISPLAY_NAME, PROGRAM_NAME, __version__
from wallet_tray.app.second_start import (
    CannotRunError,
    claim_or_reach,
    make_folders,
    reach_first,
    say_cannot_run,
)
from wallet_tray.app.tray_app import DISK_LIMIT, TrayApp
from wallet_tray.context import AppContext
from wallet_tray.desktop.single_instance import lock
from wallet_tray.desktop.single_instance.instance import SingleInstance
from wallet_tray.domain.exit_code import ExitCode
from wallet_tray.providers.registry import key_variables
from wallet_tray.startup.process import exit_quietly_on_signals
from wallet_tray.startup.unhandled_errors import log_unhandled_errors
from wallet_tray.storage.crash_guard import SETTLED, TOO_MANY, CrashGuard, CrashLog
from wallet_tray.storage.paths import Folders


def run(context: AppContext) -> int:
    """Run the tray program until it quits; return 0 if another one runs and shows its popup.

    Returns 7 if it cannot run here: another one does not respond, or no private folder is
    available.
    """
    context = _with_environment_of_its_own(context)
    try:
        return _run(context)
    except CannotRunError as error:
        why, settings_file = error.why, context.folders.settings_file
    context.close()
    return _leave(say_cannot_run(why, settings_file))


def _run(context: AppContext) -> int:
    folders, instance_folders = context.folders, context.instance
    if reach_first(instance_folders):
        context.close()
        return ExitCode.OK
    make_folders(folders, instance_folders)
    traces = _Traces(folders)
    log_unhandled_errors(traces.leave_without_display)  # before Qt can log anything
    QApplication.setApplicationName(PROGRAM_NAME)
    QApplication.setApplicationDisplayName(DISPLAY_NAME)
    QApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName(APP_ID)
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    instance = SingleInstance(instance_folders.lock_file, instance_folders.socket_file)
    if not claim_or_reach(instance, instance_folders):
        context.close()
        return ExitCode.OK
    exit_quietly_on_signals(traces.over)  # until the program handles the signals
    crashes = traces.begin()
    program = TrayApp(context, instance)
    if crashes >= TOO_MANY:
        program.enter_safe_mode()
    program.start()
    QTimer.singleShot(int(SETTLED.total_seconds() * 1000), traces.settled)
    code = app.exec()
    program.close()
    traces.over()
    return _leave(code)


class _Traces:
    """Files that remain after a crash; any other exit removes them, also the end of the session."""

    def __init__(self, folders: Folders) -> None:
        self._record = CrashLog(folders.crash_file)
        self._starts = CrashGuard(folders.starts_file)
        self._begun = False

    def begin(self) -> int:
        """Start recording crashes, and return how many runs in a row crashed before."""
        self._begun = True
        crashed = self._record.begin()
        return self._starts.begin(lock.server(os.environ), crashed=crashed)

    def settled(self) -> None:
        """Reset the count: from now on, a crash is not caused by the start."""
        self._starts.over()

    def over(self) -> None:
        """Remove the files: the program ends in order."""
        if self._begun:
            self._record.over()
            self._starts.over(DISK_LIMIT)

    def leave_without_display(self) -> NoReturn:
        """End in order when the session takes the display away; Qt would exit with an error."""
        self.over()
        os._exit(ExitCode.CANNOT_RUN)


def _with_environment_of_its_own(context: AppContext) -> AppContext:
    """Remove credentials from the process environment: a browser opened from here inherits none."""
    own = dict(context.environment)
    for name in key_variables(os.environ):
        os.environ.pop(name, None)
    return replace(context, environment=own)


def _leave(code: int) -> NoReturn:
    """End the process at once.

    A worker may still wait for a server or a keyring. An orderly interpreter shutdown around it
    would sometimes abort. The reason: a daemon thread inside Qt that requests the interpreter's
    lock is unwound through Qt's own code.
    """
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    os._exit(code)
