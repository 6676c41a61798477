"""The tray program from its start to its end; what is in between is ``tray_program``."""

import os
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from wallet_tray import __version__
from wallet_tray.desktop.instance_message import SHOW, tell_running
from wallet_tray.desktop.single_instance import SingleInstance
from wallet_tray.services.environment_key import VARIABLES
from wallet_tray.services.paths import make_private
from wallet_tray.services.unfinished_starts import SETTLED, TOO_MANY, UnfinishedStarts
from wallet_tray.startup.crash_record import CrashRecord
from wallet_tray.startup.unhandled_errors import log_unhandled_errors
from wallet_tray.surroundings import Surroundings
from wallet_tray.tray_program import TrayProgram

APP_ID = "io.github.wallet_tray.WalletTray"

_DISK_LIMIT = timedelta(seconds=0.5)


def run(surroundings: Surroundings) -> int:
    """Run the tray program until it is quit; 0 where another one runs and shows its popup."""
    surroundings = _with_environment_of_its_own(surroundings)
    instance_folders = surroundings.instance
    if tell_running(instance_folders.socket_file, SHOW):
        surroundings.close()
        return 0
    folders = surroundings.folders
    for folder in (folders.config, folders.state, instance_folders.lock_file.parent):
        _try_private(folder)
    _try_private(instance_folders.socket_file.parent)
    log_unhandled_errors()  # before Qt has anything to say
    QApplication.setApplicationName("wallet-tray")
    QApplication.setApplicationDisplayName("Wallet Tray")
    QApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName(APP_ID)
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    instance = SingleInstance(instance_folders.lock_file, instance_folders.socket_file)
    if not instance.claim():
        # It holds the lock but did not listen yet; it is starting, and will be seen.
        tell_running(instance_folders.socket_file, SHOW)
        surroundings.close()
        return 0
    record, starts = CrashRecord(folders.crash_file), UnfinishedStarts(folders.starts_file)
    record.begin()
    crashes = starts.begin()
    program = TrayProgram(surroundings, instance)
    if crashes >= TOO_MANY:
        program.be_cautious()
    program.start()
    QTimer.singleShot(int(SETTLED.total_seconds() * 1000), starts.over)
    code = app.exec()
    program.close()
    record.over()
    starts.over(_DISK_LIMIT)
    return _leave(code)


def _with_environment_of_its_own(surroundings: Surroundings) -> Surroundings:
    """A browser or an editor that is opened from here inherits no credential."""
    own = dict(surroundings.environment)
    for name in VARIABLES:
        os.environ.pop(name, None)
    return replace(surroundings, environment=own)


def _try_private(folder: Path) -> None:
    try:
        make_private(folder)
    except OSError:
        # A folder that cannot be made costs what would be kept in it; it is said where that is.
        return


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
