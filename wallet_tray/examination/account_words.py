"""How the sentences about an account speak of it."""

from wallet_tray.domain.account import Account
from wallet_tray.domain.credential import CredentialKind

_NAMES = {CredentialKind.API_KEY: "API key", CredentialKind.ACCESS_TOKEN: "access token"}


def account_values(account: Account, variable: str | None = None) -> dict[str, str]:
    """What fills the places; ``variable`` holds the credential, None where the keyring does."""
    return {
        "service": account.label,
        "host": account.host,
        "credential": _NAMES[account.credential],
        "variable": variable or "",
    }
