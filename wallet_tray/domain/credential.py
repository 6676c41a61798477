"""What proves who asks: an API key, or an access token that somebody pasted."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

MAX_LENGTH = 8192

# What people's clipboards put around a key: white space, a byte order mark, zero-width characters.
_AROUND = " \t\r\n\v\f\u00a0\ufeff\u200b\u200c\u200d\u2060"
_USABLE = re.compile(r"[\x21-\x7e]+\Z")


class CredentialKind(StrEnum):
    """The names are those of settings.toml."""

    API_KEY = "api-key"
    ACCESS_TOKEN = "access-token"  # noqa: S105  a kind, not a token


class UnusableReason(StrEnum):
    """Why a text cannot be a credential."""

    EMPTY = "empty"
    TOO_LONG = "too-long"
    BLANKS = "blanks"
    CONTROLS = "controls"
    NON_ASCII = "non-ascii"


class UnusableCredentialError(ValueError):
    """The text cannot be a credential. Carries the reason, never the text."""

    def __init__(self, reason: UnusableReason) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Credential:
    """A usable credential: 1 to 8192 characters of visible ASCII. Never shown by repr()."""

    kind: CredentialKind
    text: str = field(repr=False)


def credential_from(text: str, kind: CredentialKind) -> Credential:
    """The credential that ``text`` holds, without the white space around it.

    Raises UnusableCredentialError where it cannot be one: such a text would be refused by the HTTP
    library with an exception that contains it.
    """
    core = text.strip(_AROUND)
    while len(core) >= 2 and core[0] == core[-1] and core[0] in "\"'":
        core = core[1:-1].strip(_AROUND)  # copied together with its quotes
    if not core:
        raise UnusableCredentialError(UnusableReason.EMPTY)
    if len(core) > MAX_LENGTH:
        raise UnusableCredentialError(UnusableReason.TOO_LONG)
    if not _USABLE.match(core):
        raise UnusableCredentialError(_reason(core))
    return Credential(kind, core)


def _reason(core: str) -> UnusableReason:
    if any(not c.isascii() for c in core):
        return UnusableReason.NON_ASCII
    if any(c in " \t\r\n\v\f" for c in core):
        return UnusableReason.BLANKS
    return UnusableReason.CONTROLS
