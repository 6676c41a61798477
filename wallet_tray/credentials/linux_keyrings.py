"""The stores of a Linux session: the Secret Service first, then KWallet.

Every call looks for the names on the session bus and starts services that are not running. An
earlier result says nothing about the services that run now.
"""

import contextlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

import secretstorage
from jeepney.io.blocking import DBusConnection
from secretstorage.util import BUS_NAME

from wallet_tray.credentials.kwallet import DAEMONS, KWallet
from wallet_tray.credentials.secret_service import SecretService
from wallet_tray.credentials.session_bus import comes_within, is_owned, is_there

if TYPE_CHECKING:
    from wallet_tray.credentials.keyring_backend import Store

_SECOND_NAME_SECONDS = 5.0  # KWallet takes the Secret Service's name shortly after its own


def linux_keyrings(service: str) -> "Sequence[Store]":
    """Return the stores available now; none without a session bus."""
    try:
        connection = secretstorage.dbus_init()
    except (secretstorage.SecretServiceNotAvailableException, OSError):
        return []
    with contextlib.closing(connection) as bus:
        has_secrets = is_there(bus, BUS_NAME)
        has_kwallet = any(is_owned(bus, name) for name in DAEMONS)
        if not (has_secrets or has_kwallet) and _start_kwallet(bus):
            has_kwallet = True
            has_secrets = comes_within(bus, BUS_NAME, _SECOND_NAME_SECONDS)
    stores: list[Store] = [SecretService(service)] if has_secrets else []
    return [*stores, KWallet(service)] if has_kwallet else stores


def _start_kwallet(bus: DBusConnection) -> bool:
    return any(is_there(bus, name) for name in DAEMONS)
