"""What NetworkManager tells on the system bus: that there is a network again.

Runs in the thread of the system bus and is imported there. Its states are NMState of
NetworkManager's D-Bus interface; a connection that the site or a sign-in page limits is 60.
"""

from collections.abc import Callable

from jeepney import DBusAddress, Message, Properties

from wallet_tray.desktop.bus_link import BusLink
from wallet_tray.desktop.bus_message import arguments, is_error, is_signal, sender

NAME = "org.freedesktop.NetworkManager"
PATH = "/org/freedesktop/NetworkManager"
CONNECTED_SITE = 60


class NetworkClient:
    """Calls ``on_return`` in the thread of the bus when the network got better.

    Only the owner of NetworkManager's name is believed: anybody may send signals on that bus.
    """

    def __init__(self, on_return: Callable[[], None]) -> None:
        self._on_return = on_return
        self._link: BusLink | None = None
        self._owner: str | None = None
        self._state: int | None = None  # None: not told yet

    def on_connected(self, link: BusLink) -> None:
        """Find NetworkManager."""
        self._link = link
        link.add_match(sender=NAME, path=PATH, interface=NAME, member="StateChanged")
        link.watch_owner(NAME, self._on_owner)

    def on_disconnected(self) -> None:
        """Nothing is known any more."""
        self._link = None
        self._owner = self._state = None

    def on_woken(self) -> None:
        """Nothing to do."""

    def on_signal(self, signal: Message) -> None:
        """StateChanged, if NetworkManager itself says so."""
        if self._owner is None or sender(signal) != self._owner:
            return
        if is_signal(signal, NAME, "StateChanged") and (told := arguments(signal, "u")):
            before, self._state = self._state, told[0]
            if self._state >= CONNECTED_SITE and (before is None or self._state > before):
                self._on_return()

    def _on_owner(self, owner: str | None) -> None:
        self._owner, self._state = owner, None
        if owner is None or self._link is None:
            return

        def told(reply: Message) -> None:
            state = None if is_error(reply) else arguments(reply, "v")
            if state is not None and state[0][0] == "u" and self._state is None:
                self._state = state[0][1]

        manager = DBusAddress(PATH, bus_name=owner, interface=NAME)
        self._link.call(Properties(manager).get("State"), told)
