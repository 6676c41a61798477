"""Calls to a notification daemon by its unique name, so that the receiver is always known.

Import it only in the session bus thread.
"""

import unicodedata
from html import escape

from jeepney import DBusAddress, Message, new_method_call

from wallet_tray import APP_ID, DISPLAY_NAME
from wallet_tray.desktop.notifications.model import Notification

TITLE_LIMIT = 120
BODY_LIMIT = 500

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co"})
"""Controls (NUL truncates D-Bus text), bidi and zero-width marks, surrogates, private use."""


def plain_title(text: str) -> str:
    """Return one line of at most 120 characters."""
    return _cut(" ".join(_visible(text).split("\n")), TITLE_LIMIT)


def plain_body(text: str) -> str:
    """Return at most 500 characters; line breaks are kept."""
    return _cut(_visible(text), BODY_LIMIT)


def marked_up(text: str) -> str:
    """Return the same text for a desktop that reads markup in the body."""
    return escape(text, quote=False)


def _visible(text: str) -> str:
    # Cut generously before processing: the text may be huge.
    kept = "".join(
        character
        for character in text[: 4 * BODY_LIMIT]
        if character == "\n" or unicodedata.category(character) not in _HIDDEN
    )
    return unicodedata.normalize("NFC", kept)


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"


NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
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
        "desktop-entry": ("s", APP_ID),
        "category": ("s", CATEGORY),
    }
    arguments = (
        DISPLAY_NAME,
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
