"""Labels for plain text; Qt's own labels would interpret markup and load pictures."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QLabel

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


class QuietLabel(PlainLabel):
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


def quiet_label(name: str = "", text: str = "") -> QLabel:
    """Return a plain label in a quieter colour."""
    return QuietLabel(name, text)


def mixed(color: QColor, ground: QColor, share: float) -> QColor:
    """Return ``share`` (0 … 1) of ``color`` mixed over ``ground``."""
    return QColor.fromRgbF(
        share * color.redF() + (1 - share) * ground.redF(),
        share * color.greenF() + (1 - share) * ground.greenF(),
        share * color.blueF() + (1 - share) * ground.blueF(),
    )
