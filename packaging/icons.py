"""The program's icon, drawn into files: python icons.py FILE[@SIZE]...

Runs in the environment with the tools, which has Qt. .ico and .icns hold several sizes only where
Qt writes them so; 256 px serve both.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

_DRAWING = Path(__file__).resolve().parents[1] / "resources" / "icons" / "wallet-tray.svg"


def draw(path: Path, size: int) -> None:
    """Draw one square picture of ``size`` px; the file's name sets the format."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(_DRAWING)).render(painter)
    painter.end()
    path.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(path)):
        sys.exit(f"{path} could not be written.")


if __name__ == "__main__":
    application = QGuiApplication(sys.argv[:1])
    for argument in sys.argv[1:]:
        name, _, pixels = argument.partition("@")
        draw(Path(name), int(pixels or 256))
