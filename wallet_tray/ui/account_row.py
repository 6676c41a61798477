"""The account's ID, to read and copy."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from wallet_tray.ui.announcement import announce
from wallet_tray.ui.elided_label import ElidedLabel
from wallet_tray.ui.widgets.labels import quiet_label

_COPIED_MS = 1500


class AccountRow(QWidget):
    """A row with the ID, the service's text, shown and copied unchanged."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._copied = QTimer(self, singleShot=True, interval=_COPIED_MS)
        self._copied.timeout.connect(self._show_copy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(quiet_label(text=self.tr("Account ID")))
        self._account_id = ElidedLabel(self.tr("Account ID"), Qt.TextElideMode.ElideMiddle)
        row.addWidget(self._account_id, stretch=1)
        self._copy = QToolButton()
        self._copy.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._copy.setAccessibleName(self.tr("Copy account ID"))
        self._copy.clicked.connect(self._copy_account_id)
        # Wide enough for both texts, so that the layout stays the same when pressed.
        self._copy.setText(self.tr("Copied"))
        self._copy.setMinimumWidth(self._copy.sizeHint().width())
        self._show_copy()
        row.addWidget(self._copy)

    def show_account_id(self, text: str) -> None:
        """Show the ID, or nothing if it is "" (unknown)."""
        self._text = text
        self._account_id.setText(text or "–")
        self._copy.setEnabled(bool(text))

    def _copy_account_id(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self._copy.setText(self.tr("Copied"))
        self._copied.start()
        announce(self._copy, self._copy.text())

    def _show_copy(self) -> None:
        self._copy.setText(self.tr("Copy"))
