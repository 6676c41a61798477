"""The kind of keyring that a run uses, found without reading from it."""

from enum import Enum

from wallet_tray.credentials.keyring_backend import Keyring, SystemKeyring
from wallet_tray.domain.problem import WalletTrayError


class KeyringKind(Enum):
    """The place where credentials are stored; the value is its display name."""

    MEMORY = "memory, as this is the demo"
    SECRET_SERVICE = "Secret Service"  # noqa: S105  a name
    KWALLET = "KWallet"
    WINDOWS = "Windows Credential Manager"
    MACOS = "macOS Keychain"

    @property
    def can_be_silent(self) -> bool:
        """True if the program can tell without a prompt whether it is locked."""
        return self not in (KeyringKind.KWALLET, KeyringKind.MACOS)


_BY_NAME = {
    "SecretService": KeyringKind.SECRET_SERVICE,
    "kwallet": KeyringKind.KWALLET,
    "Windows": KeyringKind.WINDOWS,
    "macOS": KeyringKind.MACOS,
}


def keyring_kind(keyring: Keyring) -> KeyringKind | None:
    """Return the kind of a run's keyring, None if the system has none; may block."""
    if not isinstance(keyring, SystemKeyring):
        return KeyringKind.MEMORY
    try:
        name = keyring.kind()
    except WalletTrayError:  # a session bus that does not respond
        return None
    return None if name is None else _BY_NAME[name]
