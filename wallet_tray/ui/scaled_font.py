"""The system's font in another size, with figures of one width."""

import contextlib

from PySide6.QtGui import QFont


def scaled_font(font: QFont, scale: float) -> QFont:
    """``font`` times ``scale``, whether its size is told in points or in pixels."""
    scaled = QFont(font)
    if font.pointSizeF() > 0:
        scaled.setPointSizeF(font.pointSizeF() * scale)
    else:
        scaled.setPixelSize(max(1, round(font.pixelSize() * scale)))
    # PySide6 before 6.8.3 (Debian 13 has 6.8.2) can make no tag; most fonts need none for this.
    with contextlib.suppress(TypeError):
        scaled.setFeature(QFont.Tag("tnum"), 1)
    return scaled
