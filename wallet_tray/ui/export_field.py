"""The history row of an account in the settings window: a button that exports to a file."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from wallet_tray.ui.note_label import NoteLabel


class ExportField(QWidget):
    """A field for one account at a time; ``note`` shows the result of its last export.

    Signals:
        export_requested(str, str, bool): the account's id, a path, and whether the user has agreed
            to replace the existing file.
    """

    export_requested = Signal(str, str, bool)

    def __init__(self, text: str) -> None:
        super().__init__()
        self._button = QPushButton(text, autoDefault=False)
        self._button.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._button)
        row.addStretch()
        help_text = self.tr("All that was recorded of this account, as a table (CSV).")
        self.note = NoteLabel(help_text, self._button)
        self._account_id = ""

    def show_account(self, account_id: str) -> None:
        """Show another account; "" for none."""
        if account_id != self._account_id:
            self._account_id = account_id
            self.note.show_advice("")
        self.setEnabled(bool(account_id))

    def show_done(self, account_id: str, sentence: str) -> None:
        """Show the result of that account's export."""
        if account_id == self._account_id:
            self.note.show_advice(sentence)

    def _ask(self) -> None:
        today = date.today().isoformat()  # noqa: DTZ011  the user's own day, as in their folders
        name = f"wallet-tray-{self._account_id}-{today}.csv"
        folder = _documents()
        dialog = QFileDialog(self, self.tr("Export history"), str(folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilters([self.tr("Tables (*.csv)"), self.tr("All files (*)")])
        # No default extension: some desktops ask about the name without it, then replace the file
        # with it.
        dialog.selectFile(str(folder / name))
        dialog.fileSelected.connect(self._on_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_chosen(self, path: str) -> None:
        # The dialog asked about an existing file. A file created after this moment is kept.
        self.export_requested.emit(self._account_id, path, Path(path).exists())


def _documents() -> Path:
    """Return the user's documents folder, or the home if there is none (it is only a name then)."""
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(documents))
    return folder if folder.is_dir() else Path.home()
