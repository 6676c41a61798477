"""Confirmations before data is erased or an account removed; they list what goes and stays."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QMessageBox, QWidget

from wallet_tray.domain.account import Account
from wallet_tray.ui.widgets.mnemonics import Mnemonics


class EraseConfirmation(QMessageBox):
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


class RemovalConfirmation(QMessageBox):
    """A confirmation opened with ``open``; it does not block.

    Signals:
        agreed(str, bool): remove the account with this id; if True, also its key and its recorded
            balances.
    """

    agreed = Signal(str, bool)

    def __init__(self, account: Account, parent: QWidget) -> None:
        super().__init__(parent)
        self._id = account.id
        self.setWindowTitle(self.tr("Remove an account"))
        self.setIcon(QMessageBox.Icon.Question)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(self.tr("Remove the account “{name}”?").replace("{name}", account.label))
        letters = Mnemonics()
        remove = letters.give(self.tr("Remove"))
        erase_data = letters.give(self.tr("Its key and its recorded balances as well"))
        self._erase_data = QCheckBox(erase_data)
        self._erase_data.setChecked(True)
        self.setCheckBox(self._erase_data)
        self._remove = self.addButton(remove, QMessageBox.ButtonRole.DestructiveRole)
        cancel = self.addButton(QMessageBox.StandardButton.Cancel)
        self.setDefaultButton(cancel)
        self.setEscapeButton(cancel)
        self._remove.clicked.connect(self._on_remove)

    def _on_remove(self) -> None:
        self.agreed.emit(self._id, self._erase_data.isChecked())
