"""The confirmation before everything is erased; it lists what is erased and what stays."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from wallet_tray.ui.widgets.mnemonics import Mnemonics


class EraseQuestion(QMessageBox):
    """A confirmation opened with ``open``; it does not block.

    Signals:
        agreed(): erase everything.
    """

    agreed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Erase everything"))
        self.setIcon(QMessageBox.Icon.Warning)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(
            self.tr(
                "Erase the keys of all accounts, the recorded balances and the remembered alerts?"
            )
        )
        self.setInformativeText(
            self.tr("You are signed out everywhere. Your settings stay. This cannot be undone.")
        )
        erase = self.addButton(
            Mnemonics().give(self.tr("Erase")), QMessageBox.ButtonRole.DestructiveRole
        )
        cancel = self.addButton(QMessageBox.StandardButton.Cancel)
        self.setDefaultButton(cancel)
        self.setEscapeButton(cancel)
        erase.clicked.connect(self.agreed)
        self.finished.connect(self.deleteLater)
