"""The program's full-colour icon, for windows and message boxes."""

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from wallet_tray.ui.tray.parts import icons_folder

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
