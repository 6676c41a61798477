"""The system's font in another size, with fixed-width figures."""

import contextlib

from PySide6.QtGui import QFont


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
