"""Labels for plain text; Qt's own labels would interpret markup and load pictures."""

import contextlib

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

QUIET = 0.75
"""The share of the text colour in a quiet colour; at least 4.5 : 1 on every common palette."""


class PlainLabel(QLabel):
    """A label for plain text. If it has an accessible name, its text is the description.

    Qt aligns a label by its text. Figures are not right-to-left text, but here they are aligned
    like the text in such a language.
    """

    def __init__(self, name: str = "", text: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setOpenExternalLinks(False)
        if name:
            self.setAccessibleName(name)
        self._align()
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802  Qt's name
        if text == self.text():
            return
        super().setText(text)
        if self.accessibleName():
            self.setAccessibleDescription(text)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._align()
        super().changeEvent(event)

    def _align(self) -> None:
        alignment = self.alignment()
        side = alignment & Qt.AlignmentFlag.AlignHorizontal_Mask
        if side == Qt.AlignmentFlag.AlignLeft or side & Qt.AlignmentFlag.AlignAbsolute:
            left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
            side = right if self.isRightToLeft() else left
            vertical = alignment & Qt.AlignmentFlag.AlignVertical_Mask
            self.setAlignment(vertical | side | Qt.AlignmentFlag.AlignAbsolute)


class SelectableLabel(PlainLabel):
    """A label whose text can be selected and copied, with mouse and keyboard.

    Qt shows the keyboard focus only as a thin line before the text, so this label adds a frame.
    """

    def __init__(self, name: str = "", text: str = "") -> None:
        super().__init__(name, text)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            from wallet_tray.ui.widgets.focus_frame import draw_focus_frame

            painter = QPainter(self)
            draw_focus_frame(self, painter)
            painter.end()


class MutedLabel(PlainLabel):
    """A label in a quieter colour, mixed from the palette so that it suits every theme."""

    def __init__(self, name: str = "", text: str = "") -> None:
        super().__init__(name, text)
        fade(self)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:  # the desktop changed between light and dark
            fade(self)
        super().changeEvent(event)


def fade(label: QLabel) -> None:
    """Give a label the quiet colour of the current palette."""
    like, palette = QApplication.palette(label), label.palette()
    text, ground = QPalette.ColorRole.WindowText, QPalette.ColorRole.Window
    color = mixed(like.color(text), like.color(ground), QUIET)
    if palette.color(text) != color:
        palette.setColor(text, color)
        label.setPalette(palette)


def plain_label(name: str = "", text: str = "", *, selectable: bool = False) -> QLabel:
    """Return a plain-text label. ``name`` is its accessible name; its text is the description."""
    return SelectableLabel(name, text) if selectable else PlainLabel(name, text)


def muted_label(name: str = "", text: str = "") -> QLabel:
    """Return a plain label in a quieter colour."""
    return MutedLabel(name, text)


def mixed(color: QColor, ground: QColor, share: float) -> QColor:
    """Return ``share`` (0 … 1) of ``color`` mixed over ``ground``."""
    return QColor.fromRgbF(
        share * color.redF() + (1 - share) * ground.redF(),
        share * color.greenF() + (1 - share) * ground.greenF(),
        share * color.blueF() + (1 - share) * ground.blueF(),
    )


class ElidedLabel(PlainLabel):
    """Plain text only, and no hover: a hover would read markup. ``text()`` holds the whole.

    The end that ``keep_end`` names is not cut off, where there is room for it.
    """

    def __init__(self, name: str, mode: Qt.TextElideMode, *, quiet: bool = False) -> None:
        super().__init__(name)
        self._mode, self._quiet, self._end = mode, quiet, 0
        if quiet:
            fade(self)

    def keep_end(self, length: int) -> None:
        """Cut the text before its last ``length`` characters, and not there."""
        if length != self._end:
            self._end = length
            self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("…") * 4, super().sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange and self._quiet:
            fade(self)
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        place = self.contentsRect()
        metrics, text = self.fontMetrics(), self.text()
        end = text[len(text) - self._end :]
        room = place.width() - metrics.horizontalAdvance(end)
        if room < 2 * metrics.horizontalAdvance("…"):
            room, end = place.width(), ""
        text = metrics.elidedText(text.removesuffix(end), self._mode, room) + end
        painter.setLayoutDirection(self.layoutDirection())
        painter.drawText(place, int(self.alignment()), text)
        painter.end()


class HintLabel(PlainLabel):
    """Plain text in several lines, quieter than the fields except for advice; hidden if empty.

    The control that it belongs to has the same text as its description.
    """

    _is_quiet = True

    def __init__(self, text: str = "", control: QWidget | None = None) -> None:
        super().__init__()
        self._help = text
        self._control = control
        self.setWordWrap(True)
        policy = self.sizePolicy()  # its height depends on its width; a new policy would lose that
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        self.show_advice("")

    def show_advice(self, advice: str) -> None:
        """Show advice on what to enter instead; "" restores the help."""
        self._is_quiet = not advice
        text = advice or self._help
        self.setText(text)
        if self.parent() is not None or not text:  # a label without a parent would be a window
            self.setVisible(bool(text))
        if self._control is not None:
            self._control.setAccessibleDescription(text)
        self._color()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the desktop's colours at once."""
        if event.type() is QEvent.Type.PaletteChange:
            self._color()
        super().changeEvent(event)

    def _color(self) -> None:
        if self._is_quiet:
            fade(self)
            return
        role, palette = QPalette.ColorRole.WindowText, self.palette()
        color = QApplication.palette(self).color(role)
        if palette.color(role) != color:
            palette.setColor(role, color)
            self.setPalette(palette)


def scaled_font(font: QFont, scale: float) -> QFont:
    """Return ``font`` scaled by ``scale``, whether its size is in points or in pixels."""
    scaled = QFont(font)
    if font.pointSizeF() > 0:
        scaled.setPointSizeF(font.pointSizeF() * scale)
    else:
        scaled.setPixelSize(max(1, round(font.pixelSize() * scale)))
    # PySide6 before 6.8.3 (Debian 13 has 6.8.2) cannot create a tag; most fonts do not need it
    # here.
    with contextlib.suppress(TypeError):
        scaled.setFeature(QFont.Tag("tnum"), 1)
    return scaled
