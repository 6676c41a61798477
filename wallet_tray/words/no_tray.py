"""The note for desktops without tray icons, and how to get a tray there."""

from wallet_tray.text.locale import ENGLISH, Regional, marked

_NO_TRAY = marked("This desktop shows no tray icons, so the wallet has a window of its own.")
_AGAIN = marked("Start Wallet Tray once more to see this window again after closing it.")
_ANY_PANEL = marked(
    "For an icon, add a tray (also called notification area or status notifier) to your panel, or "
    "start a panel that has one."
)
_BAR = marked("For an icon, start a bar that has a tray, such as waybar with its module 'tray'.")

# By lower-case name in XDG_CURRENT_DESKTOP; the first match counts.
_ADVICE = {
    "gnome": marked(
        "For an icon, install the extension 'AppIndicator and KStatusNotifierItem Support' and "
        "switch it on."
    ),
    "kde": marked("For an icon, add the widget 'System Tray' to a panel."),
    "xfce": marked("For an icon, add 'Status Tray Plugin' to the panel."),
    "lxqt": marked("For an icon, add the widget 'Status Notifier' to the panel."),
    "mate": marked("For an icon, add 'Notification Area' to the panel."),
    "x-cinnamon": marked("For an icon, add 'XApp Status Applet' to the panel."),
    "sway": _BAR,
    "hyprland": _BAR,
    "niri": _BAR,
    "river": _BAR,
    "labwc": _BAR,
    "wayfire": _BAR,
}


def no_tray_note(current_desktop: str, regional: Regional = ENGLISH) -> str:
    """Explain why there is a window, and how to get a tray on this ``XDG_CURRENT_DESKTOP``.

    The names match the panels' own lists (Xfce 4.18, LXQt 1.2, Plasma 5.27 and 6, MATE, Cinnamon).
    """
    names = current_desktop.lower().replace(";", ":").split(":")
    advice = next((_ADVICE[name] for name in names if name in _ADVICE), _ANY_PANEL)
    return " ".join(regional.translate(part) for part in (_NO_TRAY, advice, _AGAIN))
