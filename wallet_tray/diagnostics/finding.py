"""The findings of checks."""

import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from pathlib import Path

from wallet_tray.domain.account import NO_ACCOUNT_ID, Account, AccountId
from wallet_tray.domain.credential import CredentialKind
from wallet_tray.text.doctor import Message, Translatable, Value, filled
from wallet_tray.text.locale import ENGLISH, Locale, translatable
from wallet_tray.text.problems import a_credential, the_credential


class State(StrEnum):
    """The severity of a finding, named as in ``doctor --json``."""

    OK = "ok"
    NOTE = "note"  # worth knowing, but nothing is broken
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding of ``check``, about one account (its id) or none.

    ``values`` fill the placeholders of ``words``; neither ever contains a credential.
    """

    check: str
    state: State
    words: Message
    values: Mapping[str, Value] = field(default_factory=dict)
    account: AccountId = NO_ACCOUNT_ID

    def sentences(self, locale: Locale = ENGLISH) -> tuple[str, str]:
        """Return what was found, and what to do ("" for nothing)."""
        return filled(self.words, self.values, locale)


PROXY = "proxy"
TLS = "tls"
SERVICE = "service"


_LONGEST = 60


def short_path(path: Path) -> str:
    """Return the path with the user's home as "~", which hides the user name."""
    try:
        return str(Path("~", path.relative_to(Path.home())))
    except (ValueError, RuntimeError):  # outside the home, or the home is unknown
        return str(path)


def shell_path(path: Path) -> str:
    """Return the same, quoted for a shell whatever the path contains."""
    text = short_path(path)
    return f"~/{shlex.quote(text[2:])}" if text.startswith("~/") else shlex.quote(text)


def plain(text: str) -> str:
    """Return another program's text, bounded and without characters that control a terminal."""
    return "".join(c for c in text if c.isprintable()).strip()[:_LONGEST]


_NAMES = {
    CredentialKind.API_KEY: translatable("API key"),
    CredentialKind.ACCESS_TOKEN: translatable("access token"),
}


def account_values(account: Account, variable: str | None = None) -> dict[str, Value]:
    """Return the placeholder values.

    ``variable`` is the environment variable with the credential, or None for the keyring.
    """
    return {
        "service": account.label,
        "host": account.host,
        "credential": Translatable(_NAMES[account.credential]),
        "the_credential": partial(the_credential, account.credential),
        "a_credential": partial(a_credential, account.credential),
        "variable": variable or "",
    }
