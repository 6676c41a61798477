"""The calls to a notification daemon, by its unique name: so it is known who was told what.

Imported in the thread of the session bus only.
"""

from jeepney import DBusAddress, Message, new_method_call

from wallet_tray.desktop.notification import Notification
from wallet_tray.desktop.notification_text import marked_up, plain_body, plain_title

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
APP_NAME = "Wallet Tray"
DESKTOP_ENTRY = "io.github.wallet_tray.WalletTray"
CATEGORY = "x-wallet-tray.balance"

_NORMAL, _CRITICAL = 1, 2  # never 0, low: GNOME Shell shows no banner for it
_SERVER_DECIDES = -1  # for how long it stays


def notify(
    owner: str, capabilities: frozenset[str], replaces: int, icon: str, wanted: Notification
) -> Message:
    """Shows ``wanted`` in place of the notification ``replaces`` (0: of none)."""
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
    """Takes a notification off the screen."""
    return _call(owner, "CloseNotification", "u", (ident,))


def get_capabilities(owner: str) -> Message:
    """Asks what the daemon can do; the answer's signature is "as"."""
    return _call(owner, "GetCapabilities", None, ())


def _call(owner: str, method: str, signature: str | None, body: tuple[object, ...]) -> Message:
    address = DBusAddress(PATH, bus_name=owner, interface=NAME)
    return new_method_call(address, method, signature, body)
