"""A part of a window that is as high as its content, and scrolls if the screen is too low."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

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
        """Set the height needed for ``width``, minus ``excess``, all in logical pixels.

        Return the extra width needed for a scroll bar; 0 if everything is visible.
        """
        needed = self._needed(width)
        least = _LEAST_LINES * self.fontMetrics().lineSpacing()
        height = needed if excess <= 0 else min(needed, max(needed - excess, least))
        if height != self.minimumHeight():
            self.setFixedHeight(height)
        scrolls = height < needed
        on, off = Qt.ScrollBarPolicy.ScrollBarAlwaysOn, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(on if scrolls else off)
        return self.verticalScrollBar().sizeHint().width() if scrolls else 0

    def _needed(self, width: int) -> int:
        layout = self._inside.layout()
        if layout is None:
            return self._inside.sizeHint().height()
        layout.invalidate()  # before it is shown, it does not notice changed children
        layout.activate()
        if not layout.hasHeightForWidth():
            return layout.totalSizeHint().height()
        return layout.totalHeightForWidth(width)
