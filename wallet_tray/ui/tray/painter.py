"""The tray icon: pictures of a state, exact at every size that a panel requests."""

import os
import sys
from collections import OrderedDict
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QImage,
    QPainter,
    QPalette,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtSvg import QSvgRenderer

from wallet_tray.domain.account_snapshot import Mark
from wallet_tray.domain.settings import IconTheme
from wallet_tray.ui.tray.number_glyphs import Line, bar_pieces, glyphs_of, set_line
from wallet_tray.ui.tray.parts import IconState, Step, drawing, icons_folder

__all__ = ["SIZES", "IconPainter", "IconState", "Mark", "Step"]

# Each size in px: the grid it is drawn on, and the px per grid unit.
SIZES: dict[int, tuple[int, int]] = {
    16: (16, 1),
    20: (20, 1),
    22: (22, 1),
    24: (24, 1),
    32: (16, 2),
    44: (22, 2),
    48: (24, 2),
    64: (16, 4),
}

_ON_DARK = "#ffffff"
_ON_LIGHT = "#1e2124"
_AMBER = {True: "#ffb52e", False: "#b35c00"}
_RED = {True: "#ff6b5e", False: "#c4161c"}
_OUTLINE_OPACITY = 0.77  # 3 : 1 on middle grey
_CACHE_LIMIT = 64

# Marks that leave room for a number. The others matter more than a number, so the wallet is drawn.
_BESIDE_A_NUMBER = (Mark.NONE, Mark.STALE, Mark.SNOOZED, Mark.NOTICE)

# A problem breaks the outline. A notice shows the same sign beside a monitored wallet.
_SIGNS = {Mark.NOTICE: Mark.PROBLEM.value}

# The figures may be out of date: the wallet's outline has gaps.
_NOT_WATCHED = (Mark.STALE, Mark.PAUSED)


class IconPainter:
    """A painter of icon states for one theme and one kind of panel; it caches the last 64 icons.

    ``dark_panel`` counts unless the theme itself names the panel.
    """

    def __init__(self, theme: IconTheme = IconTheme.AUTO, dark_panel: bool = True) -> None:
        if theme in (IconTheme.LIGHT, IconTheme.DARK):
            dark_panel = theme is IconTheme.DARK
        self._colored = theme is IconTheme.COLOR
        # macOS recolours a template image itself; a hairline would only blur its shape.
        self._template = sys.platform == "darwin" and not self._colored
        self._ink = _ON_DARK if dark_panel else _ON_LIGHT
        self._hairline = _ON_LIGHT if dark_panel else _ON_DARK
        self._accents = {
            Step.LOW: _AMBER[dark_panel],
            Step.CRITICAL: _RED[dark_panel],
            Step.EMPTY: _RED[dark_panel],
        }
        self._icons: OrderedDict[IconState, QIcon] = OrderedDict()

    def icon(self, state: IconState) -> QIcon:
        """Return the icon with a picture of every size in SIZES; cached by state."""
        known = self._icons.get(state)
        if known is not None:
            self._icons.move_to_end(state)
            return known
        icon = QIcon()
        for size in SIZES:
            icon.addPixmap(self.pixmap(state, size))
        icon.setIsMask(self._template)
        self._icons[state] = icon
        if len(self._icons) > _CACHE_LIMIT:
            self._icons.popitem(last=False)
        return icon

    def pixmap(self, state: IconState, size: int) -> QPixmap:
        """Return one picture of ``size`` x ``size`` px, ``size`` from SIZES (else KeyError)."""
        return QPixmap.fromImage(self._image(state, size))

    def _image(self, state: IconState, size: int) -> QImage:
        grid, scale = SIZES[size]
        image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        if not self._paint_number(image, state):
            self._paint_wallet(image, state, grid)
        if not self._template:
            _add_hairline(image, 1 if scale == 1 else 2, QColor(self._hairline))
        return image

    def _paint_wallet(self, image: QImage, state: IconState, grid: int) -> None:
        accent = self._accent(state.step)
        for name in _parts_of(state):
            cut = name.startswith("cut-")
            color = accent if name.startswith(("fill-", "inset-")) else self._ink
            painter = QPainter(image)
            if cut:
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
            QSvgRenderer(drawing(grid, name, color)).render(
                painter, QRectF(0, 0, image.width(), image.height())
            )
            painter.end()

    def _accent(self, step: Step) -> str:
        return self._accents.get(step, self._ink) if self._colored else self._ink

    def _paint_number(self, image: QImage, state: IconState) -> bool:
        if state.number is None or state.mark not in _BESIDE_A_NUMBER:
            return False
        size = image.width()
        margin = 1 if size < 32 else 2
        room = size - 2 * margin
        bar = max(2, size // 8)
        glyphs = glyphs_of(state.number)
        if glyphs is None:
            return False
        height = room - bar - margin
        line = set_line(glyphs, room, height) or set_line(glyphs, size, height)
        if line is None:
            return False
        painter = QPainter(image)
        accent = QColor(self._accent(state.step))
        unit = max(1, room // 14)
        for left, right in bar_pieces(state.step, state.mark, room // unit):
            painter.fillRect(
                margin + left * unit, size - margin - bar, (right - left) * unit, bar, accent
            )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = margin + (height - line.height) // 2
        _paint_line(painter, line, (size - line.width) // 2, top, QColor(self._ink))
        painter.end()
        return True


def _parts_of(state: IconState) -> list[str]:
    """Return the parts to draw, the lowest layer first."""
    unknown = state.step is Step.UNKNOWN or state.mark in (Mark.LOADING, Mark.SIGNED_OUT)
    step = "" if unknown else state.step.value
    broken = state.mark in _NOT_WATCHED or (state.mark is Mark.PROBLEM and not unknown)
    names = ["broken" if broken else "outline"]
    if step == "empty":
        names += ["cut-empty", "fill-empty"]
    elif step:
        names.append(f"inset-{step}" if broken else f"fill-{step}")
    mark = _SIGNS.get(state.mark, state.mark.value)
    if state.mark is Mark.LOADING:
        names.append("mark-loading")
    elif state.mark not in (Mark.NONE, Mark.STALE):
        names += [f"cut-{mark}", f"mark-{mark}"]
    return names


def _paint_line(painter: QPainter, line: Line, left: int, top: int, ink: QColor) -> None:
    pen = QPen(ink, line.stem, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.translate(left, top)
    for stroke in line.strokes:
        points = [QPointF(x, y) for x, y in stroke]
        if len(points) == 1:
            painter.drawPoint(points[0])
        else:
            painter.drawPolyline(QPolygonF(points))


def _add_hairline(image: QImage, width: int, color: QColor) -> None:
    """Put ``width`` px of ``color`` around the drawing, for panels in the drawing's colour.

    Many panels are dark under a light theme and do not report it. There only the hairline is
    visible.
    """
    shape = image.copy()
    tint = QPainter(shape)
    tint.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    tint.fillRect(shape.rect(), color)
    tint.end()
    around = QImage(image.size(), image.format())
    around.fill(Qt.GlobalColor.transparent)
    spread = QPainter(around)
    for dx in range(-width, width + 1):
        for dy in range(-width, width + 1):
            if dx * dx + dy * dy <= width * width + 1:
                spread.drawImage(dx, dy, shape)
    spread.end()
    below = QPainter(image)
    below.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOver)
    below.setOpacity(_OUTLINE_OPACITY)
    below.drawImage(0, 0, around)
    below.end()


_SIZES = (16, 24, 32, 48, 64, 128, 256)


@cache
def application_icon() -> QIcon:
    """Return the icon in sizes from 16 to 256 px; the same object every time.

    It is drawn here because Qt reads SVG icons with a plug-in that may be missing.
    """
    renderer = QSvgRenderer(str(icons_folder() / "wallet-tray.svg"))
    icon = QIcon()
    for size in _SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        icon.addPixmap(QPixmap.fromImage(image))
    return icon


_DARK_BARS = frozenset(
    {"gnome", "gnome-classic", "gnome-flashback", "sway", "hyprland", "niri", "river", "i3"}
)


def panel_is_dark() -> bool:
    """Guess whether the panel is dark; the icon's hairline keeps it readable after a wrong guess.

    No desktop reveals the icon's background. GNOME's bar is dark in both of its styles. So are the
    default bars of tiling window managers (waybar, i3bar). The Windows taskbar has its own theme.
    Other panels follow the desktop's scheme.
    """
    if sys.platform == "win32":
        return _windows_taskbar_is_dark()
    if _DARK_BARS.intersection(os.environ.get("XDG_CURRENT_DESKTOP", "").lower().split(":")):
        return True
    scheme = QGuiApplication.styleHints().colorScheme()
    if scheme is not Qt.ColorScheme.Unknown:
        return scheme is Qt.ColorScheme.Dark
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128


if sys.platform == "win32":

    def _windows_taskbar_is_dark() -> bool:
        import winreg

        path = r"Software\Microsoft\Windows\CurrentVersion\Themes\Personalize"
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as key:
                return winreg.QueryValueEx(key, "SystemUsesLightTheme")[0] == 0
        except OSError:
            return True
