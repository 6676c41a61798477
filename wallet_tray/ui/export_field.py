"""The row of an account's history in the settings window: a button that writes it to a file."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from wallet_tray.ui.note_label import NoteLabel


class ExportField(QWidget):
    """Belongs to one account at a time; ``note`` says what became of its last export.

    Signals:
        export_requested(str, str, bool): the account's id, a path, and whether the user has agreed
            to replace the file that is there.
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
        """Another account is shown; "" for none."""
        if account_id != self._account_id:
            self._account_id = account_id
            self.note.show_advice("")
        self.setEnabled(bool(account_id))

    def show_done(self, account_id: str, sentence: str) -> None:
        """What became of the export of that account."""
        if account_id == self._account_id:
            self.note.show_advice(sentence)

    # -- inside

    def _ask(self) -> None:
        today = date.today().isoformat()  # noqa: DTZ011  the user's own day, as in their folders
        name = f"wallet-tray-{self._account_id}-{today}.csv"
        folder = _documents()
        dialog = QFileDialog(self, self.tr("Export history"), str(folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilters([self.tr("Tables (*.csv)"), self.tr("All files (*)")])
        # No default ending: some desktops ask about the name without it and then replace the
        # file with it.
        dialog.selectFile(str(folder / name))
        dialog.fileSelected.connect(self._on_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_chosen(self, path: str) -> None:
        # The dialog has asked about a file that is there. One that comes from now on stays.
        self.export_requested.emit(self._account_id, path, Path(path).exists())


def _documents() -> Path:
    """The user's documents; their home where there is no such folder (it is only a name then)."""
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(documents))
    return folder if folder.is_dir() else Path.home()
