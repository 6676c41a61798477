"""KWallet through its own interface, for desktops where it provides no Secret Service.

Texts are stored where keyring stores them: in a folder named like the service, one entry per user.
Every call finds the daemon and the wallet again; nothing is remembered between two calls.
"""

import contextlib
from collections.abc import Iterator
from typing import Any

import secretstorage
from jeepney import DBusAddress, HeaderFields, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection

from wallet_tray import PROGRAM_NAME
from wallet_tray.credentials.session_bus import is_owned

# Plasma 6, Plasma 5: bus names and the paths of their objects.
DAEMONS = {
    "org.kde.kwalletd6": "/modules/kwalletd6",
    "org.kde.kwalletd5": "/modules/kwalletd5",
}
_INTERFACE = "org.kde.KWallet"
_NO_REPLY = "org.freedesktop.DBus.Error.NoReply"
_FIRST_WALLET = "kdewallet"
# KWallet shows it in its prompt: "wallet-tray wants to open the wallet".
_OUR_NAME = PROGRAM_NAME


class KWalletFailedError(Exception):
    """KWallet answered with an error, or did not perform the call."""


class KWallet:
    """The texts of one service name. Raises LockedException if the wallet stays closed."""

    name = "kwallet"

    def __init__(self, service: str) -> None:
        self._folder = service

    def read(self, user: str, *, may_prompt: bool = True) -> str | None:
        """Return the text, or None.

        Without ``may_prompt`` a closed wallet that may contain the text stays closed.
        """
        with _visit() as visit:
            for wallet in visit.wallets_with(self._folder, user):
                if not may_prompt and not visit.is_open(wallet):
                    raise secretstorage.LockedException
                text = visit.text(visit.opened(wallet), self._folder, user)
                if text is not None:
                    return text
        return None

    def write(self, user: str, text: str) -> None:
        """Store the text in the current default wallet; remove older ones elsewhere."""
        with _visit() as visit:
            handle = visit.opened(visit.default)
            if not visit.call("hasFolder", "iss", handle, self._folder, _OUR_NAME):
                visit.call("createFolder", "iss", handle, self._folder, _OUR_NAME)
            visit.call("writePassword", "issss", handle, self._folder, user, text, _OUR_NAME)
            if visit.text(handle, self._folder, user) != text:
                raise KWalletFailedError
            others = [one for one in visit.wallets_with(self._folder, user) if one != visit.default]
            for wallet in others:
                # An old text in a wallet that stays closed ranks behind the new one.
                with contextlib.suppress(secretstorage.LockedException):
                    visit.remove(visit.opened(wallet), self._folder, user)

    def delete(self, user: str) -> None:
        """Remove the text from every wallet; a wallet that surely lacks it is not opened."""
        with _visit() as visit:
            for wallet in visit.wallets_with(self._folder, user):
                visit.remove(visit.opened(wallet), self._folder, user)

    def users(self) -> list[str]:
        """Return the users with a stored text."""
        found: set[str] = set()
        with _visit() as visit:
            for wallet in visit.wallets:
                if not visit.call("folderDoesNotExist", "ss", wallet, self._folder):
                    handle = visit.opened(wallet)
                    found.update(visit.call("entryList", "iss", handle, self._folder, _OUR_NAME))
        return sorted(found)


@contextlib.contextmanager
def _visit() -> "Iterator[_Visit]":
    with contextlib.closing(secretstorage.dbus_init()) as bus:
        yield _Visit(bus)


class _Visit:
    """One connection to the running daemon."""

    def __init__(self, bus: DBusConnection) -> None:
        self._bus = bus
        name = next((one for one in DAEMONS if is_owned(bus, one)), None)
        if name is None:
            raise secretstorage.SecretServiceNotAvailableException
        self._address = DBusAddress(DAEMONS[name], bus_name=name, interface=_INTERFACE)
        known = [str(wallet) for wallet in self.call("wallets")]
        # Without any wallet, KWallet of Plasma 6.4 and later cannot name the default one.
        self.default = str(self.call("networkWallet")) if known else _FIRST_WALLET
        self.wallets = sorted(known, key=lambda wallet: wallet != self.default)

    def call(self, method: str, signature: str = "", *body: Any) -> Any:
        """Return the reply. There is no time limit, as the user may be looking at a prompt."""
        message = new_method_call(self._address, method, signature or None, body)
        reply = self._bus.send_and_get_reply(message)
        if reply.header.message_type is MessageType.error:
            name = reply.header.fields.get(HeaderFields.error_name)
            if method == "open" and name == _NO_REPLY:
                raise secretstorage.LockedException  # it ended while its prompt was open
            raise KWalletFailedError
        return reply.body[0] if reply.body else None

    def wallets_with(self, folder: str, user: str) -> list[str]:
        """Return the wallets that may contain the text, the default first; opens none of them."""
        lacks = "keyDoesNotExist"
        return [one for one in self.wallets if not self.call(lacks, "sss", one, folder, user)]

    def is_open(self, wallet: str) -> bool:
        return bool(self.call("isOpen", "s", wallet))

    def opened(self, wallet: str) -> int:
        """Return the wallet's handle; may show its setup wizard or its password prompt."""
        handle = int(self.call("open", "sxs", wallet, 0, _OUR_NAME))
        if handle < 0:
            raise secretstorage.LockedException
        return handle

    def text(self, handle: int, folder: str, user: str) -> str | None:
        if not self.call("hasEntry", "isss", handle, folder, user, _OUR_NAME):
            return None
        return str(self.call("readPassword", "isss", handle, folder, user, _OUR_NAME))

    def remove(self, handle: int, folder: str, user: str) -> None:
        self.call("removeEntry", "isss", handle, folder, user, _OUR_NAME)
        if self.text(handle, folder, user) is not None:
            raise KWalletFailedError
