"""What the icon's panel is taken for."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from wallet_tray.ui.tray.painter import panel_is_dark

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the taskbar has its own theme")


@pytest.mark.parametrize(
    ("desktop", "dark_in_a_light_style"),
    [
        ("GNOME", True),
        ("ubuntu:GNOME", True),
        ("sway", True),
        ("Hyprland", True),
        ("i3", True),
        ("KDE", False),
        ("XFCE", False),
        ("LXQt", False),
        ("", False),
    ],
)
def test_known_desktop_comes_before_its_style(
    desktop: str, dark_in_a_light_style: bool, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", desktop)
    hints = QGuiApplication.styleHints()
    try:
        hints.setColorScheme(Qt.ColorScheme.Light)
        assert panel_is_dark() is dark_in_a_light_style
        hints.setColorScheme(Qt.ColorScheme.Dark)
        # The offscreen platform may have no dark style to offer; then the light one stays.
        dark = hints.colorScheme() is Qt.ColorScheme.Dark
        assert panel_is_dark() is (dark or dark_in_a_light_style)
    finally:
        hints.unsetColorScheme()
