"""The position of the popup, near the tray icon as far as it is known."""

import sys

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QCursor, QGuiApplication, QScreen

_GAP = 4
_HIDDEN_PANEL = 32  # a self-hiding panel lies over windows and reserves no space


def popup_position(size: QSize) -> QPoint:
    """Return the top left corner for a popup of ``size``, in the screen's logical pixels."""
    mouse = QCursor.pos()
    screen = QGuiApplication.screenAt(mouse) or QGuiApplication.primaryScreen()
    return position_near(mouse, size, screen.geometry(), free_of_panels(screen))


def position_near(mouse: QPoint, size: QSize, whole: QRect, free: QRect) -> QPoint:
    """Return the position on a screen with area ``whole``, of which panels leave ``free``.

    Trays do not reveal the icon's position. A click leaves the mouse on the panel, so the popup
    opens there, beside the panel. Otherwise (keyboard, a second start) the mouse position is
    meaningless, and the popup opens in the usual tray corner.
    """
    if whole.contains(mouse) and _on_panel(mouse, whole, free):
        free = _beside_panel_under(mouse, whole, free)
        return _within(free, QPoint(mouse.x() - size.width() // 2, mouse.y()), size)
    if free == whole:
        free = whole.adjusted(0, _HIDDEN_PANEL, 0, -_HIDDEN_PANEL)
    return _within(free, _tray_corner(whole, free), size)


def kept_on_screen(place: QRect) -> QPoint:
    """Return a position that keeps a grown popup on the screen; unchanged if there is room."""
    screen = QGuiApplication.screenAt(place.center()) or QGuiApplication.primaryScreen()
    free = free_of_panels(screen)
    if free.contains(place):
        return place.topLeft()
    return _within(free, place.topLeft(), place.size())


def free_of_panels(screen: QScreen) -> QRect:
    """Return the area without panels, in logical pixels."""
    return unscaled_offset_mended(
        screen.geometry(), screen.availableGeometry(), screen.devicePixelRatio()
    )


def unscaled_offset_mended(whole: QRect, free: QRect, ratio: float) -> QRect:
    """Correct the free area on X11: Qt 6 scales its size, but not its offset on the screen.

    The error is recognized if the area extends beyond the screen. An area on the screen is returned
    unchanged.
    """
    if whole.contains(free):
        return free
    offset = free.topLeft() - whole.topLeft()
    moved = QPoint(round(offset.x() / ratio), round(offset.y() / ratio))
    return QRect(whole.topLeft() + moved, free.size()).intersected(whole)


def _on_panel(mouse: QPoint, whole: QRect, free: QRect) -> bool:
    edge = _HIDDEN_PANEL
    inner = free.intersected(whole.adjusted(edge, edge, -edge, -edge))
    return not inner.contains(mouse)


def _beside_panel_under(mouse: QPoint, whole: QRect, free: QRect) -> QRect:
    """Guess the free area from the mouse: with several screens on X11, Qt knows no panels.

    The mouse is on an icon in the panel's middle. So the panel is twice as thick as the mouse's
    distance from the edge. In a corner of the screen it may be on either edge.
    """
    if not free.contains(mouse):
        return free
    edges = (
        mouse.x() - whole.left(),
        mouse.y() - whole.top(),
        whole.right() - mouse.x(),
        whole.bottom() - mouse.y(),
    )
    left, top, right, bottom = (
        max(_HIDDEN_PANEL, 2 * edge) if edge < _HIDDEN_PANEL else 0 for edge in edges
    )
    return free.intersected(whole.adjusted(left, top, -right, -bottom))


def _tray_corner(whole: QRect, free: QRect) -> QPoint:
    at_top, at_bottom = free.top() > whole.top(), free.bottom() < whole.bottom()
    if at_top and at_bottom:  # two panels, or none known
        at_bottom = sys.platform == "win32"
    if at_top or at_bottom:
        return free.bottomRight() if at_bottom else free.topRight()
    # The tray is at the lower end of a vertical panel.
    return free.bottomLeft() if free.left() > whole.left() else free.bottomRight()


def _within(free: QRect, wanted: QPoint, size: QSize) -> QPoint:
    left, top = free.left() + _GAP, free.top() + _GAP
    right = free.right() - size.width() - _GAP
    bottom = free.bottom() - size.height() - _GAP
    return QPoint(max(left, min(wanted.x(), right)), max(top, min(wanted.y(), bottom)))
