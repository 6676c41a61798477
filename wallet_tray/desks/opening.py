"""Opens what is the user's in the user's own program, a browser or an editor."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from wallet_tray.startup.no_core_dump import limits_of_before


def open_outside(url: QUrl) -> bool:
    """False where no program takes it. What is opened inherits no limit that is for us alone."""
    with limits_of_before():
        return QDesktopServices.openUrl(url)
