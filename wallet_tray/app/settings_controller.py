"""The settings in force and small choices of the user, saved without blocking the GUI.

The settings are reloaded when their file changes.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from wallet_tray.app.background import DiskThread
from wallet_tray.app.path_watch import PathWatch
from wallet_tray.domain.history_values import ChartRange
from wallet_tray.domain.settings import Settings
from wallet_tray.storage.settings_file import (
    LoadedSettings,
    NotSavedReason,
    Presence,
    SettingsNotSavedError,
    SettingsStore,
    SettingsTrouble,
)
from wallet_tray.storage.state_file import StateFile
from wallet_tray.text.locale import ENGLISH, Locale
from wallet_tray.text.results import (
    DISK_FULL,
    GONE,
    NEWER_NOT_SAVED,
    NOT_SAVED,
    NOT_TOML,
    UNREADABLE,
    faults_note,
)

_SETTLE_MS = 150  # an editor saves in several steps
_LOADED, _SAVED = "settings loaded", "settings saved"

Sentence = Callable[[Locale], str]


class SettingsController(QObject):
    """Owns the settings in force.

    If the file is gone or unreadable, the last good settings stay in force. ``PathWatch`` lists
    what triggers another load.

    Signals:
        changed(Settings): other settings are in force now.
        loaded(): the file was read, with or without a change.
        note_changed(): the note about the settings is another one.
        refused(): a change was not saved, so the windows may differ from the settings in force.
    """

    changed = Signal(object)
    loaded = Signal()
    note_changed = Signal()
    refused = Signal()

    def __init__(
        self, store: SettingsStore, disk: DiskThread, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.store = store
        self._disk = disk
        first = store.load()
        self.settings: Settings = first.reading.settings
        self.is_first_start = first.presence is Presence.NEVER_THERE
        self._load_said: Sentence = partial(load_sentence, first)
        # Kept until a save succeeds or the file's content changes: a failed save touches the
        # folder, which triggers a load.
        self._save_said: Sentence | None = None
        self._content = first.content
        self._hide_amounts: bool | None = None  # requested, and not in the file yet
        self._saving = 0
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self.load)
        self._paths = PathWatch(store.path, disk, self)
        self._paths.touched.connect(self._settle_soon)
        self._paths.ready.connect(self._read)
        disk.done.connect(self._on_done)

    @property
    def note(self) -> str:
        """Return the problem with the file in English; "" without one."""
        return self.note_in(ENGLISH)

    def note_in(self, locale: Locale) -> str:
        """Return the note in the reader's language; "" without a problem."""
        return (self._save_said or self._load_said)(locale)

    def start(self) -> None:
        """Start to watch the file."""
        self._paths.start()
        self.load()  # it may have changed since the first load

    def load(self) -> None:
        """Read the file now, outside the GUI thread; ``loaded`` follows."""
        self._paths.renew()  # before the file is read, so that no change in between is missed

    def save(self, changes: Mapping[str, object]) -> None:
        """Save the changed values outside the GUI thread, then put them into force."""
        self._saving += 1
        self._disk.do(partial(self.store.save, dict(changes)), _SAVED)

    def hide_amounts(self, hide: bool) -> None:
        """Hide or show amounts at once and save that, as someone may be watching the screen.

        If the file cannot be written, the choice holds for this run.
        """
        self._hide_amounts = hide
        self._put_into_force(self.settings)
        self.save({"display.hide_amounts": hide})

    def _settle_soon(self) -> None:
        if not self._settle.isActive():  # steady events in the folder must not delay it forever
            self._settle.start()

    def _read(self) -> None:
        self._disk.do(self.store.load, _LOADED)

    def _on_done(self, name: str, result: object) -> None:
        if name == _SAVED:
            self._saving -= 1
            if isinstance(result, Exception):
                self._say(self._load_said, partial(not_saved_sentence, result))
                self.refused.emit()
            else:
                if self._saving == 0:
                    self._hide_amounts = None
                self._say(self._load_said, None)
                self.load()
        elif name == _LOADED and isinstance(result, LoadedSettings):
            before, self._content = self._content, result.content
            save_said = self._save_said if result.content == before else None
            self._say(partial(load_sentence, result), save_said)
            if result.counts:
                self._put_into_force(result.reading.settings)
            self.loaded.emit()
        elif name == _LOADED:  # an internal error; the last good settings stay in force
            self._say(_unreadable_sentence, self._save_said)
            self.loaded.emit()

    def _put_into_force(self, settings: Settings) -> None:
        if self._hide_amounts is not None:
            settings = replace(settings, hide_amounts=self._hide_amounts)
        if settings != self.settings:
            self.settings = settings
            self.changed.emit(settings)

    def _say(self, load_said: Sentence, save_said: Sentence | None) -> None:
        before = self.note
        self._load_said, self._save_said = load_said, save_said
        if self.note != before:
            self.note_changed.emit()


def load_sentence(loaded: LoadedSettings, locale: Locale = ENGLISH) -> str:
    """Return the problem with the settings file as a sentence; "" without one."""
    match loaded.trouble:
        case SettingsTrouble.NOT_TOML:
            return locale.translate(NOT_TOML)
        case SettingsTrouble.UNREADABLE:
            return locale.translate(UNREADABLE)
        case None if loaded.presence is Presence.GONE:
            return locale.translate(GONE)
        case None:
            return faults_note(loaded.reading.faults, locale)


def _unreadable_sentence(locale: Locale) -> str:
    return locale.translate(UNREADABLE)


def not_saved_sentence(error: Exception, locale: Locale = ENGLISH) -> str:
    """Return a sentence that says why the settings were not saved."""
    reason = error.reason if isinstance(error, SettingsNotSavedError) else None
    match reason:
        case NotSavedReason.NEWER:
            return locale.translate(NEWER_NOT_SAVED)
        case NotSavedReason.FULL:
            return locale.translate(DISK_FULL)
        case _:
            return locale.translate(NOT_SAVED)


_SPAN, _PAUSED = "span", "paused"


class UiState:
    """The last chosen span of the chart, None without a choice, and whether refreshing is paused.

    Values are loaded at once and saved in the disk thread. Use it only in the GUI thread.
    """

    def __init__(self, file: StateFile, disk: DiskThread) -> None:
        self._file = file
        self._disk = disk
        kept = file.load_window()
        self.span = next((one for one in ChartRange if one.name.lower() == kept.get(_SPAN)), None)
        self.paused = kept.get(_PAUSED) is True

    def keep_span(self, span: ChartRange | None) -> None:
        """Remember another span."""
        self.span = span
        self._keep()

    def keep_paused(self, paused: bool) -> None:
        """Remember whether refreshing is paused."""
        self.paused = paused
        self._keep()

    def reset(self) -> None:
        """Reset to the initial state; call it before erasing the file."""
        self.span, self.paused = None, False

    def reset_erased(self) -> None:
        """Reset after another process erased the file, and save the new state."""
        self.reset()
        self._keep()

    def _keep(self) -> None:
        window: dict[str, object] = {} if self.span is None else {_SPAN: self.span.name.lower()}
        if self.paused:
            window[_PAUSED] = True
        self._disk.do(partial(self._file.save_window, window))
