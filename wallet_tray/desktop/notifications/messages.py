"""Calls to a notification daemon by its unique name, so that the receiver is always known.

Import it only in the session bus thread.
"""

from jeepney import DBusAddress, Message, new_method_call

from wallet_tray.desktop.notification_text import marked_up, plain_body, plain_title
from wallet_tray.desktop.notifications.model import Notification

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
APP_NAME = "Wallet Tray"
DESKTOP_ENTRY = "io.github.wallet_tray.WalletTray"
CATEGORY = "x-wallet-tray.balance"

_NORMAL, _CRITICAL = 1, 2  # never 0 (low): GNOME Shell shows no banner for it
_SERVER_DECIDES = -1  # the display time


def notify(
    owner: str, capabilities: frozenset[str], replaces: int, icon: str, wanted: Notification
) -> Message:
    """Return the call that shows ``wanted`` in place of notification ``replaces`` (0: none)."""
    body = plain_body(wanted.body)
    actions = [text for action in wanted.actions for text in action]
    hints = {
        "urgency": ("y", _CRITICAL if wanted.urgent else _NORMAL),
        "desktop-entry": ("s", DESKTOP_ENTRY),
        "category": ("s", CATEGORY),
    }
    arguments = (
        APP_NAME,
        replaces,
        icon,
        plain_title(wanted.title),
        marked_up(body) if "body-markup" in capabilities else body,
        actions if "actions" in capabilities else [],
        hints,
        _SERVER_DECIDES,
    )
    return _call(owner, "Notify", "susssasa{sv}i", arguments)


def close_notification(owner: str, ident: int) -> Message:
    """Return the call that removes a notification from the screen."""
    return _call(owner, "CloseNotification", "u", (ident,))


def get_capabilities(owner: str) -> Message:
    """Return the call for the daemon's capabilities; the reply's signature is "as"."""
    return _call(owner, "GetCapabilities", None, ())


def _call(owner: str, method: str, signature: str | None, body: tuple[object, ...]) -> Message:
    address = DBusAddress(PATH, bus_name=owner, interface=NAME)
    return new_method_call(address, method, signature, body)
