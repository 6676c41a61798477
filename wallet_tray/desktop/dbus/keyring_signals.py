"""D-Bus signals of the session's keyrings: appeared, unlocked or changed.

Runs in the session bus thread and is imported there. Listening starts no daemon.
"""

import time
from collections.abc import Callable

from jeepney import HeaderFields, Message

from wallet_tray.desktop.dbus.connection import PROPERTIES, BusLink, arguments, is_signal
from wallet_tray.desktop.dbus.thread import BusClient

NAMES = ("org.freedesktop.secrets", "org.kde.kwalletd6", "org.kde.kwalletd5")
_PATHS = "/org/freedesktop/secrets"
_PREFIX = "org.freedesktop.Secret."

# Which of these announces an unlocking depends on the service.
_CHANGES = (
    (f"{_PREFIX}Service", "CollectionChanged"),
    (f"{_PREFIX}Service", "CollectionCreated"),
    (f"{_PREFIX}Collection", "ItemChanged"),
    (f"{_PREFIX}Collection", "ItemCreated"),
    ("org.kde.KWallet", "walletOpened"),
    ("org.kde.KWallet", "walletCreated"),
)

# An unlocking is announced per item, and one check covers all of them. If a service announces
# the check itself, or never falls silent, checks become less and less frequent.
_GAP_SECONDS = 1.0
_LONGEST_GAP_SECONDS = 60.0


class KeyringClient(BusClient):
    """Calls ``on_change`` in the bus thread when a keyring may return something new.

    This is a hint and never a requirement. The check that follows raises no prompt, so a false
    alarm costs one check.
    """

    def __init__(self, on_change: Callable[[], None]) -> None:
        self._on_change = on_change
        self._link: BusLink | None = None
        self._is_due = False
        self._gap = _GAP_SECONDS
        self._last_notice = -_LONGEST_GAP_SECONDS  # monotonic clock

    def on_connected(self, link: BusLink) -> None:
        """Listen to all keyrings, including those that appear later."""
        self._link = link
        self._is_due = False
        for name in NAMES:
            link.watch_owner(name, self._on_owner)
        for interface, member in _CHANGES:
            link.add_match(interface=interface, member=member)
        link.add_match(interface=PROPERTIES, member="PropertiesChanged", path_namespace=_PATHS)

    def on_disconnected(self) -> None:
        """Drop the link; a returning bus reports the owners again."""
        self._link = None

    def on_signal(self, signal: Message) -> None:
        """Handle a change or an unlocking."""
        if any(is_signal(signal, *change) for change in _CHANGES) or _opens(signal):
            self._change()

    def _on_owner(self, owner: str | None) -> None:
        if owner is not None:  # the next call notices a keyring that is gone
            self._change()

    def _change(self) -> None:
        if self._link is not None and not self._is_due:
            self._is_due = True
            silent = time.monotonic() - self._last_notice
            chatty = silent < 2 * self._gap
            self._gap = min(2 * self._gap, _LONGEST_GAP_SECONDS) if chatty else _GAP_SECONDS
            self._link.later(self._gap, self._report_change)

    def _report_change(self) -> None:
        self._is_due = False
        self._last_notice = time.monotonic()
        self._on_change()


def _opens(signal: Message) -> bool:
    path = str(signal.header.fields.get(HeaderFields.path, ""))
    if not (is_signal(signal, PROPERTIES, "PropertiesChanged") and path.startswith(_PATHS)):
        return False
    changed = arguments(signal, "sa{sv}as")
    if changed is None or not changed[0].startswith(_PREFIX):
        return False
    return changed[1].get("Locked") == ("b", False) or "Locked" in changed[2]
