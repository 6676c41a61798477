"""The available balance: large figures, and less large where they would not fit."""

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QLabel, QWidget

from wallet_tray.ui.labels import plain_label

_SCALES = (2.4, 2.1, 1.8, 1.5, 1.2, 1.0)


def balance_label(name: str) -> QLabel:
    """A plain label for figures of one width, so that nothing moves while the balance changes."""
    label = plain_label(name, selectable=True)
    label.setFont(_font(label, _SCALES[0]))
    label.setMinimumHeight(label.sizeHint().height())  # what stands below keeps its place
    return label


def fit_figures(label: QLabel, unit: QLabel, room: int) -> None:
    """Give ``label`` the largest font in which its text fits into ``room`` logical pixels.

    ``unit`` stands beside it in its usual size, on the same base line.
    """
    for scale in _SCALES:
        font = _font(unit, scale)
        metrics = QFontMetrics(font)
        if metrics.horizontalAdvance(label.text()) <= room:
            break
    if font != label.font():
        label.setFont(font)
    unit.setContentsMargins(0, 0, 0, max(0, metrics.descent() - unit.fontMetrics().descent()))


def _font(like: QWidget, scale: float) -> QFont:
    font = QFont(like.font())
    font.setPointSizeF(QFont().pointSizeF() * scale)
    font.setWeight(QFont.Weight.DemiBold)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
