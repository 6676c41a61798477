"""How to get a tray, desktop by desktop."""

import pytest

from wallet_tray.text.results import no_tray_note


@pytest.mark.parametrize(
    ("desktop", "advice"),
    [
        ("GNOME", "AppIndicator"),
        ("ubuntu:GNOME", "AppIndicator"),
        ("KDE", "System Tray"),
        ("XFCE", "Status Tray Plugin"),
        ("LXQt", "Status Notifier"),
        ("sway", "waybar"),
        ("sway:wlroots", "waybar"),
        ("X-Cinnamon", "XApp"),
        ("openbox", "to your panel"),
        ("", "to your panel"),
    ],
)
def test_each_desktop_has_its_own_way(desktop: str, advice: str) -> None:
    assert advice in no_tray_note(desktop)
