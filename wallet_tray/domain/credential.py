"""API keys and pasted access tokens."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

MAX_LENGTH = 8192

# Characters that clipboards add around a key: white space, a byte order mark, zero-width
# characters.
_AROUND = " \t\r\n\v\f\u00a0\ufeff\u200b\u200c\u200d\u2060"
_USABLE = r"[\x21-\x7e]+"

OWN_PREFIX = "WALLET_TRAY_KEY_"
"""An account's own variable has this name and the account's id."""

_ENDINGS = ("_KEY", "_TOKEN", "_SECRET")  # of the variables of all shipped descriptions
_OF_THE_DESKTOP = "XDG_"  # such as XDG_ACTIVATION_TOKEN


def is_key_variable(name: str) -> bool:
    """Return whether an environment variable of this name may hold a key.

    This needs no description, so it also finds the variables of other programs.
    """
    if name.startswith(OWN_PREFIX):
        return True
    return name.endswith(_ENDINGS) and not name.startswith(_OF_THE_DESKTOP)


class CredentialKind(StrEnum):
    """The kinds of credential, named as in settings.toml."""

    API_KEY = "api-key"
    ACCESS_TOKEN = "access-token"  # noqa: S105  a kind, not a token


class UnusableReason(StrEnum):
    """The reasons why a text cannot be a credential."""

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
    """A usable credential: 1 to 8192 characters of visible ASCII. repr() never shows it."""

    kind: CredentialKind
    text: str = field(repr=False)


def credential_from(text: str, kind: CredentialKind) -> Credential:
    """Return the credential in ``text``, without surrounding white space.

    Raises UnusableCredentialError if it is invalid. The HTTP library would reject such a text with
    an exception that contains it.
    """
    core = text.strip(_AROUND)
    while len(core) >= 2 and core[0] == core[-1] and core[0] in "\"'":
        core = core[1:-1].strip(_AROUND)  # pasted with its quotes
    if not core:
        raise UnusableCredentialError(UnusableReason.EMPTY)
    if len(core) > MAX_LENGTH:
        raise UnusableCredentialError(UnusableReason.TOO_LONG)
    if not re.fullmatch(_USABLE, core):
        raise UnusableCredentialError(_reason(core))
    return Credential(kind, core)


def _reason(core: str) -> UnusableReason:
    if any(not c.isascii() for c in core):
        return UnusableReason.NON_ASCII
    if any(c in " \t\r\n\v\f" for c in core):
        return UnusableReason.BLANKS
    return UnusableReason.CONTROLS


def access_token_end(credential: Credential) -> datetime | None:
    """Return the "exp" of a JSON Web Token (RFC 7519, 4.1.4), or None if there is none.

    Nothing is verified, so use it only to warn in time.
    """
    if credential.kind is not CredentialKind.ACCESS_TOKEN:
        return None
    parts = credential.text.split(".")
    if len(parts) != 3:
        return None
    import json  # most users have an API key
    from base64 import urlsafe_b64decode

    claims = parts[1]
    try:
        # JWTs omit the padding that Python requires.
        content = json.loads(urlsafe_b64decode(claims + "=" * (-len(claims) % 4)))
        seconds = content.get("exp") if isinstance(content, dict) else None
        if isinstance(seconds, bool) or not isinstance(seconds, int | float):
            return None
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError, RecursionError):
        return None
