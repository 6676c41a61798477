"""Where the popup opens: near the tray icon as far as the desktop tells where that is."""

import sys

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QCursor, QGuiApplication, QScreen

_GAP = 4


def popup_position(size: QSize) -> QPoint:
    """The top left corner for a popup of ``size``, in the screen's logical pixels.

    Trays do not tell where their icon is. A click leaves the mouse on the panel, outside of what
    the panels leave to windows: then the popup opens there. Otherwise (keyboard, a second start)
    the mouse says nothing, and the popup opens in the corner where trays are.
    """
    mouse = QCursor.pos()
    screen = QGuiApplication.screenAt(mouse) or QGuiApplication.primaryScreen()
    whole, free = screen.geometry(), screen.availableGeometry()
    if whole.contains(mouse) and not free.contains(mouse):
        return _within(free, QPoint(mouse.x() - size.width() // 2, mouse.y()), size)
    return _within(free, _tray_corner(screen), size)


def kept_on_screen(place: QRect) -> QPoint:
    """Where a popup that has grown stays whole; where it is, if there is room for it."""
    screen = QGuiApplication.screenAt(place.center()) or QGuiApplication.primaryScreen()
    free = screen.availableGeometry()
    if free.contains(place):
        return place.topLeft()
    return _within(free, place.topLeft(), place.size())


def _tray_corner(screen: QScreen) -> QPoint:
    whole, free = screen.geometry(), screen.availableGeometry()
    panel_at_bottom = free.bottom() < whole.bottom()
    panel_at_top = free.top() > whole.top()
    at_bottom = panel_at_bottom or (sys.platform == "win32" and not panel_at_top)
    return free.bottomRight() if at_bottom else free.topRight()


def _within(free: QRect, wish: QPoint, size: QSize) -> QPoint:
    left, top = free.left() + _GAP, free.top() + _GAP
    right = free.right() - size.width() - _GAP
    bottom = free.bottom() - size.height() - _GAP
    return QPoint(max(left, min(wish.x(), right)), max(top, min(wish.y(), bottom)))
