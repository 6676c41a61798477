"""A notice that the program on the disk is no longer the running one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMessageBox

from wallet_tray.ui.widgets.mnemonics import Mnemonics


class UpgradeNotice(QMessageBox):
    """A non-modal notice, shown in place of the window that the user wanted to see.

    Signals:
        quit_requested(): the user wants to end the program now.
    """

    quit_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setModal(False)
        self.setWindowTitle(self.tr("Wallet Tray was upgraded"))
        self.setIcon(QMessageBox.Icon.Information)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(
            self.tr(
                "Wallet Tray was upgraded or removed since it was started. "
                "Quit it and start it again."
            )
        )
        letters = Mnemonics()
        end = self.addButton(letters.give(self.tr("Quit")), QMessageBox.ButtonRole.AcceptRole)
        later = self.addButton(letters.give(self.tr("Later")), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(end)
        self.setEscapeButton(later)
        end.clicked.connect(self.quit_requested)
