"""The settings in force and small choices of the user, saved without blocking the GUI.

The settings are reloaded when their file changes.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl, Signal

from wallet_tray.app.background import BackgroundThread, on_result
from wallet_tray.app.path_watch import PathWatch
from wallet_tray.desktop.events import open_outside
from wallet_tray.domain.balance_series import ChartRange
from wallet_tray.domain.settings import NotSavedReason, Settings
from wallet_tray.storage.settings_file import (
    LoadedSettings,
    Presence,
    SettingsNotSavedError,
    SettingsStore,
    SettingsTrouble,
    write_where_missing,
)
from wallet_tray.storage.state_file import StateFile
from wallet_tray.text.locale import ENGLISH, Locale
from wallet_tray.text.results import (
    GONE,
    NOT_TOML,
    UNREADABLE,
    faults_note,
    not_saved_sentence,
)

_SETTLE_MS = 150  # an editor saves in several steps

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
        self, store: SettingsStore, disk: BackgroundThread, parent: QObject | None = None
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
        future = self._disk.submit(partial(self.store.save, dict(changes)))
        on_result(future, self._on_saved, self._on_not_saved)

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
        on_result(self._disk.submit(self.store.load), self._on_loaded, self._on_not_loaded)

    def _on_saved(self, _result: object) -> None:
        self._saving -= 1
        if self._saving == 0:
            self._hide_amounts = None
        self._say(self._load_said, None)
        self.load()

    def _on_not_saved(self, error: BaseException) -> None:
        self._saving -= 1
        reason = NotSavedReason.UNWRITABLE
        if isinstance(error, SettingsNotSavedError):
            reason = error.reason
        self._say(self._load_said, partial(not_saved_sentence, reason))
        self.refused.emit()

    def _on_loaded(self, loaded: LoadedSettings) -> None:
        before, self._content = self._content, loaded.content
        save_said = self._save_said if loaded.content == before else None
        self._say(partial(load_sentence, loaded), save_said)
        if loaded.counts:
            self._put_into_force(loaded.reading.settings)
        self.loaded.emit()

    def _on_not_loaded(self, _error: BaseException) -> None:
        """Keep the last good settings in force after an internal error."""
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


_SPAN, _PAUSED = "span", "paused"


class UiState:
    """Keeps the chart's span and the pause that the user chose, from one run to the next.

    They are loaded at once and saved in the disk thread. Use it only in the GUI thread.
    """

    def __init__(self, file: StateFile, disk: BackgroundThread) -> None:
        self._file = file
        self._disk = disk

    def load(self) -> tuple[ChartRange | None, bool]:
        """Return the chosen span, None without a choice, and whether refreshing is paused."""
        kept = self._file.load_window()
        span = next((one for one in ChartRange if one.name.lower() == kept.get(_SPAN)), None)
        return span, kept.get(_PAUSED) is True

    def save(self, span: ChartRange | None, *, paused: bool) -> None:
        """Save what ``load`` returns in the next run."""
        window: dict[str, object] = {} if span is None else {_SPAN: span.name.lower()}
        if paused:
            window[_PAUSED] = True
        self._disk.submit(partial(self._file.save_window, window))


class SettingsFile(QObject):
    """Creates the settings file if missing, and opens it.

    Signals:
        not_opened(str): no program took the file; a sentence that names its path.
    """

    not_opened = Signal(str)

    def __init__(
        self,
        path: Path,
        disk: BackgroundThread,
        parent: QObject,
        make: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._path = path
        self._make = make or partial(write_where_missing, path)
        self._disk = disk

    def make(self) -> None:
        """Create the file if missing."""
        self._disk.submit(self._make)

    def open(self) -> None:
        """Open the file; create it first if missing."""
        on_result(self._disk.submit(self._make), self._on_made, self._on_not_made)

    def _on_made(self, _result: object) -> None:
        if not open_outside(QUrl.fromLocalFile(str(self._path))):
            self._say_not_opened()

    def _on_not_made(self, _error: BaseException) -> None:
        self._say_not_opened()

    def _say_not_opened(self) -> None:
        sentence = self.tr("No program took the settings file. It is {path}.")
        self.not_opened.emit(sentence.replace("{path}", str(self._path)))
