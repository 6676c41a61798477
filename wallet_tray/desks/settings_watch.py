"""The settings in force: read anew when the file changes, saved without stopping the screen."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from wallet_tray.domain.settings import Settings
from wallet_tray.services.settings_store import (
    LoadedSettings,
    NotSavedReason,
    SettingsNotSavedError,
    SettingsStore,
    SettingsTrouble,
)
from wallet_tray.startup.disk_thread import DiskThread
from wallet_tray.words.regional import ENGLISH, Regional
from wallet_tray.words.settings_notes import (
    NEWER_NOT_SAVED,
    NOT_SAVED,
    NOT_TOML,
    UNREADABLE,
    faults_note,
)

_SETTLE_MS = 150  # an editor saves in several steps
_LOADED, _SAVED = "settings loaded", "settings saved"


class SettingsWatch(QObject):
    """Owns the settings in force. A file that cannot be read leaves the last good ones in force.

    Signals:
        changed(Settings): other settings are in force now.
        loaded(): the file was read, whether it changed anything or not.
        note_changed(): there is something else to say about them.
    """

    changed = Signal(object)
    loaded = Signal()
    note_changed = Signal()

    def __init__(
        self, store: SettingsStore, disk: DiskThread, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._disk = disk
        first = store.load()
        self.settings: Settings = first.reading.settings
        self._said: Callable[[Regional], str] = partial(load_sentence, first)
        self._hide_amounts: bool | None = None  # wished, and not in the file yet
        self._saving = 0
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self.load)
        self._watcher: QFileSystemWatcher | None = None
        disk.done.connect(self._on_done)

    @property
    def note(self) -> str:
        """What is wrong with the file, in English; "" where nothing is."""
        return self._said(ENGLISH)

    def note_in(self, regional: Regional) -> str:
        """The same in the reader's language."""
        return self._said(regional)

    def start(self) -> None:
        """Watch the file's folder; the folder and not the file, as editors replace files."""
        self._watcher = QFileSystemWatcher([str(self._store.path.parent)], self)
        self._watcher.directoryChanged.connect(self._settle_soon)
        self._watcher.fileChanged.connect(self._settle_soon)
        self.load()  # it may have changed since it was read first

    def load(self) -> None:
        """Read the file now, outside the GUI thread; ``loaded`` follows."""
        self._watch_file()  # before it is read, so that no change falls in between
        self._disk.do(self._store.load, _LOADED)

    def save(self, changes: Mapping[str, object]) -> None:
        """Save the changed values, outside the GUI thread, and put them into force."""
        self._saving += 1
        self._disk.do(partial(self._store.save, dict(changes)), _SAVED)

    def hide_amounts(self, hide: bool) -> None:
        """At once, and for this run where the file cannot be written: somebody may be looking."""
        self._hide_amounts = hide
        self._put_into_force(self.settings)
        self.save({"display.hide_amounts": hide})

    def _settle_soon(self) -> None:
        self._settle.start()

    def _watch_file(self) -> None:
        """A change in place leaves the folder as it is, so the file is watched as well.

        Anew each time: Qt goes on to watch a file that was moved or that has another name left.
        """
        path = str(self._store.path)
        if self._watcher is not None:
            if path in self._watcher.files():
                self._watcher.removePath(path)
            if self._store.path.exists():
                self._watcher.addPath(path)

    def _on_done(self, name: str, result: object) -> None:
        if name == _SAVED:
            self._saving -= 1
            if isinstance(result, Exception):
                self._say(partial(not_saved_sentence, result))
            else:
                if self._saving == 0:
                    self._hide_amounts = None
                self.load()
        elif name == _LOADED and isinstance(result, LoadedSettings):
            self._say(partial(load_sentence, result))
            if result.trouble is None:
                self._put_into_force(result.reading.settings)
            self.loaded.emit()
        elif name == _LOADED:  # a fault of ours; the last good settings stay in force
            self._say(_unreadable_sentence)
            self.loaded.emit()

    def _put_into_force(self, settings: Settings) -> None:
        if self._hide_amounts is not None:
            settings = replace(settings, hide_amounts=self._hide_amounts)
        if settings != self.settings:
            self.settings = settings
            self.changed.emit(settings)

    def _say(self, said: Callable[[Regional], str]) -> None:
        before, self._said = self.note, said
        if self.note != before:
            self.note_changed.emit()


def load_sentence(loaded: LoadedSettings, regional: Regional = ENGLISH) -> str:
    """What is wrong with the settings file, in a sentence; "" where nothing is."""
    match loaded.trouble:
        case SettingsTrouble.NOT_TOML:
            return regional.translate(NOT_TOML)
        case SettingsTrouble.UNREADABLE:
            return regional.translate(UNREADABLE)
        case None:
            return faults_note(loaded.reading.faults, regional)


def _unreadable_sentence(regional: Regional) -> str:
    return regional.translate(UNREADABLE)


def not_saved_sentence(error: Exception, regional: Regional = ENGLISH) -> str:
    """Why the settings were not saved."""
    newer = isinstance(error, SettingsNotSavedError) and error.reason is NotSavedReason.NEWER
    return regional.translate(NEWER_NOT_SAVED if newer else NOT_SAVED)
