"""A part of a window that is as high as its content, and scrolls if the screen is too low."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from wallet_tray.ui.fitting import height_needed

_LEAST_LINES = 6


class AsHighAsNeeded(QScrollArea):
    """A scroll area at most as high as ``inside``; it keeps the focused widget visible."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = inside
        self.setWidget(inside)
        for ground in (self.viewport(), inside):  # the window's background shows through
            ground.setAutoFillBackground(False)

    def fit(self, width: int, excess: int = 0) -> int:
        """Take the height that ``width`` asks for, less ``excess``, all in logical pixels.

        What is inside must be settled (see ``fitting``).
        Returns how much wider it has to be for a scroll bar; 0 where everything is in sight.
        """
        needed = height_needed(self._inside, width)
        least = _LEAST_LINES * self.fontMetrics().lineSpacing()
        height = needed if excess <= 0 else min(needed, max(needed - excess, least))
        if height != self.minimumHeight():
            self.setFixedHeight(height)
        scrolls = height < needed
        on, off = Qt.ScrollBarPolicy.ScrollBarAlwaysOn, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(on if scrolls else off)
        return self.verticalScrollBar().sizeHint().width() if scrolls else 0
