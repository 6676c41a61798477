"""The settings file, opened in the user's own editor."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal

from wallet_tray.app.background import DiskThread
from wallet_tray.desks.opening import open_outside
from wallet_tray.services.settings_template import write_where_missing

_WRITTEN = "settings file"


class SettingsFile(QObject):
    """Creates the settings file if missing, and opens it.

    Signals:
        not_opened(str): no program took the file; a sentence that names its path.
    """

    not_opened = Signal(str)

    def __init__(
        self,
        path: Path,
        disk: DiskThread,
        parent: QObject,
        make: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._path = path
        self._make = make or partial(write_where_missing, path)
        self._disk = disk
        disk.done.connect(self._on_done)

    def make(self) -> None:
        """Create the file if missing."""
        self._disk.do(self._make)

    def open(self) -> None:
        """Open the file; create it first if missing."""
        self._disk.do(self._make, _WRITTEN)

    def _on_done(self, name: str, result: object) -> None:
        if name != _WRITTEN:
            return
        url = QUrl.fromLocalFile(str(self._path))
        if isinstance(result, Exception) or not open_outside(url):
            sentence = self.tr("No program took the settings file. It is {path}.")
            self.not_opened.emit(sentence.replace("{path}", str(self._path)))
