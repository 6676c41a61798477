"""The balance of a prepaid compute wallet in the system tray."""

__version__ = "0.9.0"

APP_ID = "io.github.wallet_tray.WalletTray"
"""The id on the desktop: of the menu entry, the start at login and the notifications."""

PROGRAM_NAME = "wallet-tray"
"""The name of the command, the folders, the icon and the entries in the keyring."""

DISPLAY_NAME = "Wallet Tray"
"""The name that the user sees; it is not translated."""
