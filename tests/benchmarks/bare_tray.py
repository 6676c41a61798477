"""The floor of a tray program: Qt, an icon, an event loop, and nothing else."""

import sys

from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

app = QApplication(["bare"])
app.setQuitOnLastWindowClosed(False)
pixmap = QPixmap(22, 22)
pixmap.fill("red")
icon = QSystemTrayIcon(QIcon(pixmap))
icon.setToolTip("bare")
icon.show()
print("stands", flush=True)
sys.exit(app.exec())
