"""The system's font in another size, with figures of one width."""

from PySide6.QtGui import QFont


def scaled_font(font: QFont, scale: float) -> QFont:
    """``font`` times ``scale``, whether its size is told in points or in pixels."""
    scaled = QFont(font)
    if font.pointSizeF() > 0:
        scaled.setPointSizeF(font.pointSizeF() * scale)
    else:
        scaled.setPixelSize(max(1, round(font.pixelSize() * scale)))
    scaled.setFeature(QFont.Tag("tnum"), 1)
    return scaled
