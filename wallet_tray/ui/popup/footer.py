"""The popup's last row: the age of the figures, and buttons."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from wallet_tray.ui.widgets.accessibility import announce
from wallet_tray.ui.widgets.labels import ElidedLabel, muted_label


class PopupFooter(QWidget):
    """A row whose refresh button alone shows a refresh in progress.

    ``width_of_quit`` is the width of the quit button, 0 without one.

    Signals:
        refresh_requested(), settings_requested(), quit_requested(): the user's requests.
    """

    refresh_requested = Signal()
    settings_requested = Signal()
    quit_requested = Signal()

    def __init__(self, *, with_quit: bool = False) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._updated = muted_label(self.tr("Updated"))
        self._updated.setWordWrap(True)
        row.addWidget(self._updated, stretch=1)
        row.addSpacing(4)
        self._refresh = _button(self.tr("Refresh"))
        self._refresh.clicked.connect(self.refresh_requested)
        # Wide enough for both of its texts, so that the row does not move at each refresh.
        self._refresh.setText(self.tr("Refreshing…"))
        self._refresh.setMinimumWidth(self._refresh.sizeHint().width())
        self._refresh.setText(self.tr("Refresh"))
        settings = _button(self.tr("Settings…"))
        settings.clicked.connect(self.settings_requested)
        quit_button = _button(self.tr("Quit"))
        quit_button.clicked.connect(self.quit_requested)
        quit_button.setVisible(with_quit)
        self.width_of_quit = quit_button.sizeHint().width() + row.spacing() if with_quit else 0
        for button in (self._refresh, settings, quit_button):
            row.addWidget(button)

    def show_updated(self, text: str, *, refreshing: bool) -> None:
        """Show when the figures were read, and whether a refresh is in progress."""
        self._updated.setText(text)
        self._refresh.setText(self.tr("Refreshing…") if refreshing else self.tr("Refresh"))
        self._refresh.setEnabled(True)

    def show_nothing(self) -> None:
        """Show the row without a wallet to refresh."""
        self._updated.setText("")
        self._refresh.setEnabled(False)

    def focus_refresh(self) -> None:
        """Focus the refresh button, the default when the popup opens."""
        self._refresh.setFocus(Qt.FocusReason.PopupFocusReason)


def _button(text: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


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
        row.addWidget(muted_label(text=self.tr("Account ID")))
        self._wallet_id = ElidedLabel(self.tr("Account ID"), Qt.TextElideMode.ElideMiddle)
        row.addWidget(self._wallet_id, stretch=1)
        self._copy = QToolButton()
        self._copy.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._copy.setAccessibleName(self.tr("Copy account ID"))
        self._copy.clicked.connect(self._copy_wallet_id)
        # Wide enough for both texts, so that the layout stays the same when pressed.
        self._copy.setText(self.tr("Copied"))
        self._copy.setMinimumWidth(self._copy.sizeHint().width())
        self._show_copy()
        row.addWidget(self._copy)

    def show_wallet_id(self, wallet_id: str | None) -> None:
        """Show the ID, a dash for "" (unknown), or no row for None (there is none)."""
        self.setVisible(wallet_id is not None)
        self._text = text = wallet_id or ""
        self._wallet_id.setText(text or "–")
        self._copy.setEnabled(bool(text))

    def _copy_wallet_id(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self._copy.setText(self.tr("Copied"))
        self._copied.start()
        announce(self._copy, self._copy.text())

    def _show_copy(self) -> None:
        self._copy.setText(self.tr("Copy"))
