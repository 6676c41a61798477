"""KWallet by its own interface, for desktops where it gives no Secret Service.

Texts lie where keyring puts them: in the folder named like the service, one entry a user.
Every call finds the daemon and the wallet again; nothing is remembered between two calls.
"""

import contextlib
from collections.abc import Iterator
from typing import Any

import secretstorage
from jeepney import DBusAddress, HeaderFields, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection

from wallet_tray.services.session_bus_names import is_owned

# Plasma 6, Plasma 5: bus names and the paths of their objects.
DAEMONS = {
    "org.kde.kwalletd6": "/modules/kwalletd6",
    "org.kde.kwalletd5": "/modules/kwalletd5",
}
_INTERFACE = "org.kde.KWallet"
_NO_REPLY = "org.freedesktop.DBus.Error.NoReply"
_FIRST_WALLET = "kdewallet"
_OUR_NAME = "wallet-tray"  # what KWallet asks about: "wallet-tray wants to open the wallet"


class KWalletFailedError(Exception):
    """KWallet answered with an error, or did not do what was asked of it."""


class KWallet:
    """The texts of one service name. Raises LockedException where the wallet stays closed."""

    name = "kwallet"

    def __init__(self, service: str) -> None:
        self._folder = service

    def read(self, user: str, *, may_prompt: bool = True) -> str | None:
        """The text. Without ``may_prompt`` a closed wallet that may hold it stays closed."""
        with _visit() as visit:
            for wallet in visit.wallets_with(self._folder, user):
                if not may_prompt and not visit.is_open(wallet):
                    raise secretstorage.LockedException
                text = visit.text(visit.opened(wallet), self._folder, user)
                if text is not None:
                    return text
        return None

    def write(self, user: str, text: str) -> None:
        """Store the text in the wallet that is the default now; older ones elsewhere go."""
        with _visit() as visit:
            handle = visit.opened(visit.default)
            if not visit.call("hasFolder", "iss", handle, self._folder, _OUR_NAME):
                visit.call("createFolder", "iss", handle, self._folder, _OUR_NAME)
            visit.call("writePassword", "issss", handle, self._folder, user, text, _OUR_NAME)
            if visit.text(handle, self._folder, user) != text:
                raise KWalletFailedError
            others = [one for one in visit.wallets_with(self._folder, user) if one != visit.default]
            for wallet in others:
                # What stays closed is behind what was written now.
                with contextlib.suppress(secretstorage.LockedException):
                    visit.remove(visit.opened(wallet), self._folder, user)

    def delete(self, user: str) -> None:
        """Remove the text from every wallet; one that surely lacks it is not opened."""
        with _visit() as visit:
            for wallet in visit.wallets_with(self._folder, user):
                visit.remove(visit.opened(wallet), self._folder, user)

    def users(self) -> list[str]:
        """The users that a text is stored for."""
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
    """One connection to the daemon that runs."""

    def __init__(self, bus: DBusConnection) -> None:
        self._bus = bus
        name = next((one for one in DAEMONS if is_owned(bus, one)), None)
        if name is None:
            raise secretstorage.SecretServiceNotAvailableException
        self._address = DBusAddress(DAEMONS[name], bus_name=name, interface=_INTERFACE)
        known = [str(wallet) for wallet in self.call("wallets")]
        # Without any, KWallet of Plasma 6.4 and later cannot tell the default's name.
        self.default = str(self.call("networkWallet")) if known else _FIRST_WALLET
        self.wallets = sorted(known, key=lambda wallet: wallet != self.default)

    def call(self, method: str, signature: str = "", *body: Any) -> Any:
        """The answer, however long the user thinks about it: no limit here."""
        message = new_method_call(self._address, method, signature or None, body)
        reply = self._bus.send_and_get_reply(message)
        if reply.header.message_type is MessageType.error:
            name = reply.header.fields.get(HeaderFields.error_name)
            if method == "open" and name == _NO_REPLY:
                raise secretstorage.LockedException  # it ended with its question on the screen
            raise KWalletFailedError
        return reply.body[0] if reply.body else None

    def wallets_with(self, folder: str, user: str) -> list[str]:
        """Those that may hold it, the default first; by their indexes, none is opened."""
        lacks = "keyDoesNotExist"
        return [one for one in self.wallets if not self.call(lacks, "sss", one, folder, user)]

    def is_open(self, wallet: str) -> bool:
        return bool(self.call("isOpen", "s", wallet))

    def opened(self, wallet: str) -> int:
        """The wallet's handle; its first wizard, or its question for the password, may come."""
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
