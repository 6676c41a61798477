"""Placeholder values for sentences about an account."""

from functools import partial

from wallet_tray.domain.account import Account
from wallet_tray.domain.credential import CredentialKind
from wallet_tray.text.doctor import Told, Value
from wallet_tray.text.locale import marked
from wallet_tray.text.problems import a_credential, the_credential

_NAMES = {
    CredentialKind.API_KEY: marked("API key"),
    CredentialKind.ACCESS_TOKEN: marked("access token"),
}


def account_values(account: Account, variable: str | None = None) -> dict[str, Value]:
    """Return the placeholder values.

    ``variable`` is the environment variable with the credential, or None for the keyring.
    """
    return {
        "service": account.label,
        "host": account.host,
        "credential": Told(_NAMES[account.credential]),
        "the_credential": partial(the_credential, account.credential),
        "a_credential": partial(a_credential, account.credential),
        "variable": variable or "",
    }
