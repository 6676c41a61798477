"""The tray program from its start to its end; what is in between is ``tray_program``."""

import os
import sys
from dataclasses import replace
from datetime import timedelta
from typing import NoReturn

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from wallet_tray import __version__
from wallet_tray.beside_another import (
    CANNOT_RUN,
    CannotRunError,
    claim_or_reach,
    make_folders,
    reach_first,
    say_cannot_run,
)
from wallet_tray.desktop import displays
from wallet_tray.desktop.single_instance import SingleInstance
from wallet_tray.services.environment_key import VARIABLES
from wallet_tray.services.paths import Folders
from wallet_tray.services.unfinished_starts import SETTLED, TOO_MANY, UnfinishedStarts
from wallet_tray.startup.crash_record import CrashRecord
from wallet_tray.startup.quiet_end import end_quietly_when_told
from wallet_tray.startup.unhandled_errors import log_unhandled_errors
from wallet_tray.surroundings import Surroundings
from wallet_tray.tray_program import TrayProgram

APP_ID = "io.github.wallet_tray.WalletTray"

_DISK_LIMIT = timedelta(seconds=0.5)


def run(surroundings: Surroundings) -> int:
    """Run the tray program until it is quit; 0 where another one runs and shows its popup.

    7 where it cannot run here: another one does not answer, or no folder is its own.
    """
    surroundings = _with_environment_of_its_own(surroundings)
    try:
        return _run(surroundings)
    except CannotRunError as error:
        why, settings_file = error.why, surroundings.folders.settings_file
    surroundings.close()
    return _leave(say_cannot_run(why, settings_file))


def _run(surroundings: Surroundings) -> int:
    folders, instance_folders = surroundings.folders, surroundings.instance
    if reach_first(instance_folders):
        surroundings.close()
        return 0
    make_folders(folders, instance_folders)
    traces = _Traces(folders)
    log_unhandled_errors(traces.leave_without_display)  # before Qt has anything to say
    QApplication.setApplicationName("wallet-tray")
    QApplication.setApplicationDisplayName("Wallet Tray")
    QApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName(APP_ID)
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    instance = SingleInstance(instance_folders.lock_file, instance_folders.socket_file)
    if not claim_or_reach(instance, instance_folders):
        surroundings.close()
        return 0
    end_quietly_when_told(traces.over)  # until the program has taken the signals over
    crashes = traces.begin()
    program = TrayProgram(surroundings, instance)
    if crashes >= TOO_MANY:
        program.be_cautious()
    program.start()
    QTimer.singleShot(int(SETTLED.total_seconds() * 1000), traces.settled)
    code = app.exec()
    program.close()
    traces.over()
    return _leave(code)


class _Traces:
    """What a crash leaves behind; every other end takes it away, also that of the session."""

    def __init__(self, folders: Folders) -> None:
        self._record = CrashRecord(folders.crash_file)
        self._starts = UnfinishedStarts(folders.starts_file)
        self._begun = False

    def begin(self) -> int:
        """From now on an end is a crash; how many there were in a row before."""
        self._begun = True
        crashed = self._record.begin()
        return self._starts.begin(displays.server(os.environ), crashed=crashed)

    def settled(self) -> None:
        """The start is no cause of an end any more."""
        self._starts.over()

    def over(self) -> None:
        """The end is an orderly one."""
        if self._begun:
            self._record.over()
            self._starts.over(_DISK_LIMIT)

    def leave_without_display(self) -> NoReturn:
        """A session that ends takes its display away; Qt would end the process as if it failed."""
        self.over()
        os._exit(CANNOT_RUN)


def _with_environment_of_its_own(surroundings: Surroundings) -> Surroundings:
    """A browser or an editor that is opened from here inherits no credential."""
    own = dict(surroundings.environment)
    for name in VARIABLES:
        os.environ.pop(name, None)
    return replace(surroundings, environment=own)


def _leave(code: int) -> NoReturn:
    """End the process here and now.

    A worker may still wait for a server or a keyring. Taking the interpreter apart around it would
    end in an abort now and then: a daemon thread that asks for the interpreter's lock while it is
    inside Qt is unwound through Qt's own code.
    """
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    os._exit(code)
