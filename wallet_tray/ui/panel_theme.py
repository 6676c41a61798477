"""Detection of whether the tray's panel is dark, as far as possible."""

import os
import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette

_DARK_BARS = frozenset(
    {"gnome", "gnome-classic", "gnome-flashback", "sway", "hyprland", "niri", "river", "i3"}
)


def panel_is_dark() -> bool:
    """Guess whether the panel is dark; the icon's hairline keeps it readable after a wrong guess.

    No desktop reveals the icon's background. GNOME's bar is dark in both of its styles. So are the
    default bars of tiling window managers (waybar, i3bar). The Windows taskbar has its own theme.
    Other panels follow the desktop's scheme.
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
