"""A part of a window that is as high as its content, and scrolls if the screen is too low."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget


def settle(window: QWidget) -> None:
    """Make every layout below ``window`` measure its parts again, the innermost first."""
    for layout in reversed(window.findChildren(QLayout)):
        layout.invalidate()
    for layout in reversed(window.findChildren(QLayout)):
        layout.activate()


def height_needed(window: QWidget, width: int) -> int:
    """Return the height that the layout needs; 0 without a layout."""
    layout = window.layout()
    if layout is None:
        return 0
    if not layout.hasHeightForWidth():  # Qt's height for width is wrong then
        return layout.totalSizeHint().height()
    return layout.totalHeightForWidth(width)


def grow(window: QWidget) -> None:
    """Enlarge a visible window to fit longer content; Qt does not do that by itself."""
    if window.isVisible():
        settle(window)
        needed = height_needed(window, window.width())
        if needed > window.height():
            window.resize(window.width(), needed)


_LEAST_LINES = 6


class FittingScrollArea(QScrollArea):
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
        """Set the height that ``width`` requires, less ``excess``, all in logical pixels.

        The content must be settled (see ``settle``). Returns the width that a scroll bar needs in
        addition, or 0 if all content is visible.
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
