"""The available balance in large figures, or smaller ones if they do not fit."""

from collections.abc import Sequence

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QLabel, QWidget

from wallet_tray.ui.scaled_font import scaled_font
from wallet_tray.ui.widgets.labels import plain_label

_SCALES = (2.4, 2.1, 1.8, 1.5, 1.2, 1.0)
_SMALL_SCALES = (1.0, 0.92, 0.84, 0.76)


def balance_label(name: str) -> QLabel:
    """Return a plain label with fixed-width figures, so that a changing balance moves nothing."""
    label = plain_label(name, selectable=True)
    label.setFont(_font(label, _SCALES[0]))
    label.setMinimumHeight(label.sizeHint().height())  # widgets below keep their place
    return label


def fit_figures(label: QLabel, unit: QLabel, room: int) -> None:
    """Give ``label`` the largest font in which its text fits into ``room`` logical pixels.

    ``unit`` is beside it in its usual size, on the same base line.
    """
    for scale in _SCALES:
        font = _font(unit, scale)
        metrics = QFontMetrics(font)
        if metrics.horizontalAdvance(label.text()) <= room:
            break
    if font != label.font():
        label.setFont(font)
    unit.setContentsMargins(0, 0, 0, max(0, metrics.descent() - unit.fontMetrics().descent()))


def fit_beside(labels: Sequence[QLabel], like: QFont, room: int) -> None:
    """Give all ``labels`` the largest of the small fonts in which each fits into ``room``."""
    for scale in _SMALL_SCALES:
        font = scaled_font(like, scale)
        metrics = QFontMetrics(font)
        if all(metrics.horizontalAdvance(label.text()) <= room for label in labels):
            break
    for label in labels:
        if font != label.font():
            label.setFont(font)


def _font(like: QWidget, scale: float) -> QFont:
    font = scaled_font(QFont(), scale)
    font.setWeight(QFont.Weight.DemiBold)
    return font
