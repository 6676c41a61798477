"""A start beside a running program: it reaches the first one, or says why it cannot run."""

import os
import sys
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from wallet_tray import DISPLAY_NAME
from wallet_tray.cli.output import write_stderr
from wallet_tray.desktop.dbus.thread import make_buses
from wallet_tray.desktop.notifications.model import Notification
from wallet_tray.desktop.single_instance import lock
from wallet_tray.desktop.single_instance.instance import SingleInstance
from wallet_tray.desktop.single_instance.lock import Holder
from wallet_tray.desktop.single_instance.message import Answer, ask_running, show_at
from wallet_tray.domain.exit_code import ExitCode
from wallet_tray.storage.paths import Folders, ForeignFolderError, make_own, make_private
from wallet_tray.storage.settings_file import SettingsStore
from wallet_tray.text import results
from wallet_tray.text.locale import ENGLISH, Locale

# A first program that is still starting answers once its event loop runs.
_PATIENCE = timedelta(seconds=5)
_PAUSE_SECONDS = 0.1
_NOTIFICATION_LIMIT = timedelta(seconds=3)

Why = Callable[[Locale], str]


class CannotRunError(Exception):
    """The tray program cannot run here; ``why`` returns the reason as a sentence in a language."""

    def __init__(self, why: Why) -> None:
        super().__init__()
        self.why = why


def reach_first(instance: Folders) -> bool:
    """Return True if a running program shows its popup now, False if none answers.

    Raises CannotRunError if it runs on another display.
    """
    message = show_at(lock.mark(os.environ))
    for file in instance.socket_files:
        answer = ask_running(file, message)
        if answer is Answer.ELSEWHERE:
            raise CannotRunError(results.elsewhere_sentence)
        if answer is Answer.HEARD:
            return True
    return False


def make_folders(folders: Folders, instance: Folders) -> None:
    """Create the private folders. Raises CannotRunError for a folder that is not the user's own.

    A folder that cannot be created, on a full or read-only disk, only costs its contents. The code
    that needs them reports that. Writers check the config and log folders again before each write.
    """
    private, own = partial(_make, make_private), partial(_make, make_own)
    private(folders.state)
    private(instance.state)
    own(instance.runtime)
    for folder in (folders.config, folders.log):
        try:
            private(folder)
        except CannotRunError:
            continue  # still read, as a folder made by an administrator is meant to be


def claim_or_reach(instance: SingleInstance, folders: Folders) -> bool:
    """Return True if this is the running program, False if another one shows its popup now.

    Waits for a first one that is starting or ending. Raises CannotRunError if it does not respond,
    or if no lock is available.
    """
    deadline = time.monotonic() + _PATIENCE.total_seconds()
    while True:
        try:
            if instance.claim():
                return True
        except OSError:
            raise CannotRunError(
                partial(results.no_lock_sentence, str(folders.lock_file.parent))
            ) from None
        if reach_first(folders):
            return False
        if time.monotonic() > deadline:
            raise CannotRunError(partial(_silent, instance.holder()))
        time.sleep(_PAUSE_SECONDS)


def say_cannot_run(why: Why, settings_file: Path) -> ExitCode:
    """Print the reason to standard error, and show it for starts from a menu."""
    write_stderr(why(ENGLISH))
    buses = make_buses()
    if buses.session is not None:
        from wallet_tray.desktop.notifications.outbox import NotificationOutbox

        events = _Delivery()
        outbox = NotificationOutbox(buses.session, events)
        outbox.show(Notification("instance", DISPLAY_NAME, why(_locale(settings_file))))
        events.delivered.wait(_NOTIFICATION_LIMIT.total_seconds())
        buses.stop()
    return ExitCode.CANNOT_RUN


def _make(make: Callable[[Path], None], folder: Path) -> None:
    try:
        make(folder)
    except ForeignFolderError as error:
        raise CannotRunError(partial(results.foreign_folder_sentence, str(error.folder))) from None
    except OSError:
        return


def _silent(holder: Holder | None, locale: Locale) -> str:
    if holder is None:
        return results.silent_sentence(None, "", locale)
    elsewhere = "" if holder.is_here else holder.computer
    return results.silent_sentence(holder.process, elsewhere, locale)


def _locale(settings_file: Path) -> Locale:
    """Return the screen's language from the settings."""
    from wallet_tray.ui.language import LanguageController

    if QCoreApplication.instance() is None:
        _kept.append(QCoreApplication(sys.argv[:1]))  # translations need it
    language = LanguageController()
    language.use(SettingsStore(settings_file).load().reading.settings.language)
    _kept.append(language)
    return language.locale


_kept: list[object] = []


class _Delivery:
    """Receives delivery events in the thread of the bus."""

    def __init__(self) -> None:
        self.delivered = threading.Event()

    def on_delivered(self, slot: str) -> None:
        """Record that the notification was taken."""
        self.delivered.set()

    def on_action_invoked(self, slot: str, key: str) -> None:
        """Do nothing: the notification has no buttons."""

    def on_dismissed(self, slot: str) -> None:
        """Do nothing: the user has seen it."""
