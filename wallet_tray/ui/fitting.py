"""The size that a window asks for now, and not before its parts changed.

Qt notes the change of a part at its parent alone, and at further parents in an event of its own
later on. A window that sizes itself at once would go by what its parts asked for before.
"""

from PySide6.QtWidgets import QLayout, QWidget


def settle(window: QWidget) -> None:
    """Let every layout below ``window`` ask its parts again, the innermost first."""
    for layout in reversed(window.findChildren(QLayout)):
        layout.invalidate()
    for layout in reversed(window.findChildren(QLayout)):
        layout.activate()


def height_needed(window: QWidget, width: int) -> int:
    """The height that the layout asks for; 0 without a layout."""
    layout = window.layout()
    if layout is None:
        return 0
    if not layout.hasHeightForWidth():  # then Qt answers the other question with nonsense
        return layout.totalSizeHint().height()
    return layout.totalHeightForWidth(width)


def grow(window: QWidget) -> None:
    """Make room for what has become longer; a window on the screen does not do so by itself."""
    if window.isVisible():
        settle(window)
        needed = height_needed(window, window.width())
        if needed > window.height():
            window.resize(window.width(), needed)
