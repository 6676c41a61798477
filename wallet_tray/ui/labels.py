"""Labels that take text as it is: Qt would read markup in it otherwise, and load pictures."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel


def plain_label(name: str = "", text: str = "", *, selectable: bool = False) -> QLabel:
    """A label for plain text. ``name`` is its accessible name; its text is the description."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setOpenExternalLinks(False)
    if name:
        label.setAccessibleName(name)
    if selectable:
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return label


def quiet_label(name: str = "", text: str = "") -> QLabel:
    """A plain label in a quieter colour, mixed from the palette so that it suits every theme."""
    label = plain_label(name, text)
    label.setWordWrap(False)
    palette = label.palette()
    text_color = palette.color(QPalette.ColorRole.WindowText)
    ground = palette.color(QPalette.ColorRole.Window)
    palette.setColor(QPalette.ColorRole.WindowText, mixed(text_color, ground, 0.75))
    label.setPalette(palette)
    return label


def mixed(color: QColor, ground: QColor, share: float) -> QColor:
    """``share`` (0 … 1) of ``color`` over ``ground``."""
    return QColor.fromRgbF(
        share * color.redF() + (1 - share) * ground.redF(),
        share * color.greenF() + (1 - share) * ground.greenF(),
        share * color.blueF() + (1 - share) * ground.blueF(),
    )
