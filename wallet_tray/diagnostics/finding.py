"""The findings of checks, and their sentences.

Each check has its sentences beside it. The finding fills in the ``{names}`` in braces. No sentence
has a placeholder for a credential.
"""

import re
import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from pathlib import Path

from wallet_tray.domain.account import NO_ACCOUNT_ID, Account, AccountId
from wallet_tray.domain.credential import CredentialKind
from wallet_tray.text.locale import ENGLISH, Locale, translatable
from wallet_tray.text.problems import a_credential, the_credential

_PLACE = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Message:
    """The source sentences of a finding; their use here marks them for the catalogues.

    ``todo`` is "" if there is nothing to do.
    """

    found: str
    todo: str = ""


@dataclass(frozen=True, slots=True)
class Translatable:
    """Words of ours that fill a placeholder; ``number`` is for a source with "%n"."""

    source: str
    number: int | None = None

    def __call__(self, locale: Locale) -> str:
        if self.number is None:
            return locale.translate(self.source)
        return locale.plural(self.source, self.number)


Value = str | Callable[[Locale], str]
"""The value of a placeholder: a literal name, or words in the reader's language."""


def filled(
    words: Message, values: Mapping[str, Value], locale: Locale = ENGLISH
) -> tuple[str, str]:
    """Return both sentences with their placeholders filled in a single pass.

    Braces in an inserted value are left alone.
    """

    def fill(place: re.Match[str]) -> str:
        value = values[place[1]]
        return value if isinstance(value, str) else value(locale)

    found, todo = (
        _PLACE.sub(fill, locale.translate(sentence)) if sentence else ""
        for sentence in (words.found, words.todo)
    )
    return found, todo


FAULT = Message(
    "This check failed by a fault of the program.", "The log tells more; please report it."
)


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
        "key_variable": account.suggested_variable,
    }
