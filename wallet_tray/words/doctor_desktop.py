"""Findings about the tray and notifications."""

from wallet_tray.text.doctor import Words

TRAY_BUILT_IN = Words("The tray is part of this system.")
NO_DISPLAY_HERE = Words(
    "There is no display here, and so no tray.",
    "Run this on the desktop to examine its tray; 'wallet-tray balance' works everywhere.",
)
DISPLAY_SILENT = Words(
    "The display that DISPLAY or WAYLAND_DISPLAY names cannot be used.",
    "Run this in a terminal of the desktop itself.",
)
LIBRARY_MISSING = Words(
    "The tray icon cannot be shown: the system library {library} is missing.",
    "Install {library} with the system's package manager.",
)
TRAY_FOUND = Words("There is a tray{by}, and it shows tooltips.")
TRAY_WITHOUT_TOOLTIPS = Words(
    "There is a tray{by}, but this desktop shows no tooltips.",
    "Open the icon's menu: its first rows carry the figures.",
)
XEMBED_TRAY = Words("There is a tray of the older kind (XEmbed), and it shows tooltips.")
NO_TRAY = Words(
    "No panel here has a tray.",
    "Add a tray (also called notification area or status notifier) to your panel, or start a "
    "panel that has one.",
)
NO_TRAY_ON_GNOME = Words(
    "GNOME has no tray of its own.",
    "Install the extension 'AppIndicator and KStatusNotifierItem Support' and switch it on.",
)
TRAY_WITHOUT_PANEL = Words(
    "Tray icons are registered here{by}, but no panel shows them.",
    "Restart your panel, or add a tray to it.",
)
TRAY_SILENT = Words("The tray does not answer.", "Restart your panel, or log out and in again.")
NO_BUS = Words(
    "The session bus (D-Bus) cannot be reached, and trays are found through it.",
    "Log out and in again; DBUS_SESSION_BUS_ADDRESS must name the bus of this session.",
)

NOTIFIED_BY_SYSTEM = Words("Notifications come through the tray icon on this system.")
NOTIFIED = Words("{daemon} shows notifications, with buttons.")
NO_BUTTONS = Words(
    "{daemon} shows notifications, but no buttons on them.",
    "Open the wallet by the tray icon; or use another notification service.",
)
NO_BODY = Words(
    "{daemon} shows only the title of a notification.",
    "The title carries the balance; for more, use another notification service.",
)
NOTIFIED_ON_DEMAND = Words(
    "No notification service runs now; one is started for the first notification.",
    "Run 'wallet-tray doctor --alerts' to see what comes.",
)
NO_NOTIFICATIONS = Words(
    "There is no notification service, so no alert can be shown.",
    "Start one, such as dunst or mako; the tray icon carries every alert as well.",
)
NOTIFICATIONS_NOT_HERE = Words(
    "There is no desktop here that shows notifications.",
    "Run this on the desktop to examine them.",
)
NOTIFICATIONS_SILENT = Words(
    "The notification service does not answer, so alerts may not be shown.",
    "Restart it, or log out and in again.",
)
NO_BUS_FOR_NOTIFICATIONS = Words(
    "The session bus (D-Bus) cannot be reached, so no alert can be shown.",
    "Log out and in again; DBUS_SESSION_BUS_ADDRESS must name the bus of this session.",
)
