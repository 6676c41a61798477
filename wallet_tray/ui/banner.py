"""The banner on top of the popup: one sentence, one button."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from wallet_tray.ui.labels import plain_label
from wallet_tray.ui.presenter import Banner


class BannerBox(QFrame):
    """Hidden while nothing is wrong.

    Signals:
        remedy_requested(Remedy): its button was pressed.
    """

    remedy_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setVisible(False)
        self._banner: Banner | None = None
        self._text = plain_label(self.tr("Problem"))
        self._text.setWordWrap(True)
        self._button = QPushButton()
        self._button.clicked.connect(self._pressed)
        layout = QVBoxLayout(self)
        layout.addWidget(self._text)
        layout.addWidget(self._button)

    def show_banner(self, banner: Banner | None) -> None:
        """Show it, or hide it with None."""
        self._banner = banner
        if banner is not None:
            self._text.setText(banner.text)
            self._button.setText(banner.button)
            self._button.setVisible(bool(banner.button))
        self.setVisible(banner is not None)

    def _pressed(self) -> None:
        if self._banner is not None:
            self.remedy_requested.emit(self._banner.remedy)
