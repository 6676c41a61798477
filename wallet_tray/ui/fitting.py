"""The size that a window needs now, after its parts have changed.

Qt reports a part's change at once only to its parent. Further parents learn it from a later event.
A window that resizes at once would use the old size of its parts.
"""

from PySide6.QtWidgets import QLayout, QWidget


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
