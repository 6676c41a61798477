"""Whether the panel that holds the tray icon is dark, as far as anybody can know."""

import os
import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette

_DARK_BARS = frozenset(
    {"gnome", "gnome-classic", "gnome-flashback", "sway", "hyprland", "niri", "river", "i3"}
)


def panel_is_dark() -> bool:
    """A guess; the icon's hairline keeps it readable where the guess is wrong.

    No desktop tells an icon what it stands on. GNOME's bar is dark in both of its styles, so are
    the bars beside tiling window managers (waybar, i3bar) as they come; on Windows the taskbar has
    a theme of its own; elsewhere panels follow the desktop's scheme.
    """
    if sys.platform == "win32":
        return _windows_taskbar_is_dark()
    if _DARK_BARS.intersection(os.environ.get("XDG_CURRENT_DESKTOP", "").lower().split(":")):
        return True
    scheme = QGuiApplication.styleHints().colorScheme()
    if scheme is not Qt.ColorScheme.Unknown:
        return scheme is Qt.ColorScheme.Dark
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128


if sys.platform == "win32":

    def _windows_taskbar_is_dark() -> bool:
        import winreg

        path = r"Software\Microsoft\Windows\CurrentVersion\Themes\Personalize"
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as key:
                return winreg.QueryValueEx(key, "SystemUsesLightTheme")[0] == 0
        except OSError:
            return True
