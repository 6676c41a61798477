"""What the keyrings of the session say of themselves: that they came, opened or changed.

Runs in the thread of the session bus and is imported there. Listening starts no daemon.
"""

import time
from collections.abc import Callable

from jeepney import HeaderFields, Message

from wallet_tray.desktop.bus_link import BusLink
from wallet_tray.desktop.bus_message import arguments, is_signal

NAMES = ("org.freedesktop.secrets", "org.kde.kwalletd6", "org.kde.kwalletd5")
_PATHS = "/org/freedesktop/secrets"
_PREFIX = "org.freedesktop.Secret."
_PROPERTIES = "org.freedesktop.DBus.Properties"

# Services differ in which of these announces an unlocking.
_CHANGES = (
    (f"{_PREFIX}Service", "CollectionChanged"),
    (f"{_PREFIX}Service", "CollectionCreated"),
    (f"{_PREFIX}Collection", "ItemChanged"),
    (f"{_PREFIX}Collection", "ItemCreated"),
    ("org.kde.KWallet", "walletOpened"),
    ("org.kde.KWallet", "walletCreated"),
)

# An unlocking is announced for every item, and one look does for all of them. Should a service
# announce that look itself, or never be silent, the looks become ever more seldom.
_GAP_SECONDS = 1.0
_LONGEST_GAP_SECONDS = 60.0


class KeyringClient:
    """Calls ``on_change`` in the thread of the bus when a keyring may give what it did not before.

    A hint and never a gate: the look that follows brings up no question, so a false one costs
    that look and no more.
    """

    def __init__(self, on_change: Callable[[], None]) -> None:
        self._on_change = on_change
        self._link: BusLink | None = None
        self._is_due = False
        self._gap = _GAP_SECONDS
        self._last_notice = -_LONGEST_GAP_SECONDS  # by the monotonic clock

    def on_connected(self, link: BusLink) -> None:
        """Listen to all of them, there or not yet."""
        self._link = link
        self._is_due = False
        for name in NAMES:
            link.watch_owner(name, self._on_owner)
        for interface, member in _CHANGES:
            link.add_match(interface=interface, member=member)
        link.add_match(interface=_PROPERTIES, member="PropertiesChanged", path_namespace=_PATHS)

    def on_disconnected(self) -> None:
        """A bus that comes back names the owners again."""
        self._link = None

    def on_woken(self) -> None:
        """Nothing to do."""

    def on_signal(self, signal: Message) -> None:
        """One of the changes, or a lock that was opened."""
        if any(is_signal(signal, *change) for change in _CHANGES) or _opens(signal):
            self._change()

    def _on_owner(self, owner: str | None) -> None:
        if owner is not None:  # one that goes is noticed by the next call
            self._change()

    def _change(self) -> None:
        if self._link is not None and not self._is_due:
            self._is_due = True
            silent = time.monotonic() - self._last_notice
            chatty = silent < 2 * self._gap
            self._gap = min(2 * self._gap, _LONGEST_GAP_SECONDS) if chatty else _GAP_SECONDS
            self._link.later(self._gap, self._tell)

    def _tell(self) -> None:
        self._is_due = False
        self._last_notice = time.monotonic()
        self._on_change()


def _opens(signal: Message) -> bool:
    path = str(signal.header.fields.get(HeaderFields.path, ""))
    if not (is_signal(signal, _PROPERTIES, "PropertiesChanged") and path.startswith(_PATHS)):
        return False
    changed = arguments(signal, "sa{sv}as")
    if changed is None or not changed[0].startswith(_PREFIX):
        return False
    return changed[1].get("Locked") == ("b", False) or "Locked" in changed[2]
