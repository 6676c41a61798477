"""Opening of files and pages in the user's own programs, a browser or an editor."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from wallet_tray.startup.process import limits_of_before


def open_outside(url: QUrl) -> bool:
    """Open a URL in another program; return False if no program takes it.

    That program does not inherit the limits that apply only to this process.
    """
    with limits_of_before():
        return QDesktopServices.openUrl(url)
