"""The banner at the top of the popup: one sentence, one button."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout

from wallet_tray.ui.popup.presenter import Banner
from wallet_tray.ui.widgets.accessibility import announce
from wallet_tray.ui.widgets.labels import mixed, plain_label

_AMBER = QColor("#e0a020")


class BannerBox(QFrame):
    """A banner that is hidden without a problem.

    Signals:
        remedy_requested(Remedy): its button was pressed.
    """

    remedy_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self._tint()
        self.setVisible(False)
        self._banner: Banner | None = None
        self._text = plain_label(self.tr("Problem"))
        self._text.setWordWrap(True)
        self._button = QPushButton()
        self._button.clicked.connect(self._pressed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.addWidget(self._text)
        layout.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignRight)

    def show_banner(self, banner: Banner | None) -> None:
        """Show the banner; hide it if None."""
        is_news = banner is not None and banner != self._banner
        self._banner = banner
        if banner is not None:
            self._text.setText(banner.text)
            self._button.setText(banner.button)
            self._button.setVisible(bool(banner.button))
        self.setVisible(banner is not None)
        if is_news:
            announce(self._text, self._text.text())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:  # the desktop changed between light and dark
            self._tint()
        super().changeEvent(event)

    def _tint(self) -> None:
        role = QPalette.ColorRole.Window
        palette = self.palette()
        color = mixed(_AMBER, QApplication.palette(self).color(role), 0.2)
        if palette.color(role) != color:
            palette.setColor(role, color)
            self.setPalette(palette)

    def _pressed(self) -> None:
        if self._banner is not None:
            self.remedy_requested.emit(self._banner.remedy)
