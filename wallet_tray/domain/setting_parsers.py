"""The possible values of settings.

Each function returns the value from a parsed document, or None if it is invalid.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlsplit

from wallet_tray.domain.account import AccountId, canonical_url, is_account_id, is_page_url

INTERVAL_SECONDS = (30, 86_400)
LABEL_LENGTH = 80
SYSTEM_PROXY = "system"
NO_PROXY = "none"
_PROXY_SCHEMES = ("http", "https", "socks5", "socks5h", "socks")
_LIMIT_CAP = Decimal("1e15")
_LIMIT_PLACES = 20
_INTEGER_BITS = 63

# The known place of a key, and its name: a few short words of letters, like all known keys.
_NAMEABLE = (
    r"(accounts\[\d+\]\.(alerts\.)?|(alerts|display|network|refresh)\.)?"
    r"(?=.{1,20}\Z)[a-z]{1,12}(_[a-z]{1,12}){0,3}"
)

E = TypeVar("E", bound=StrEnum)


class IconStyle(StrEnum):
    """Content of the tray icon."""

    METER = "meter"
    NUMBER = "number"


class IconTheme(StrEnum):
    """The panel that the tray icon is drawn for."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"
    COLOR = "color"


def is_nameable(key: str) -> bool:
    """Return whether an unknown key may be shown and logged.

    Other keys might be a secret pasted in place of a name. Secrets have digits, capitals or long
    rows of letters.
    """
    return re.fullmatch(_NAMEABLE, key) is not None


def version(raw: object) -> int | None:
    """Return a whole number from 1 on."""
    return raw if isinstance(raw, int) and not isinstance(raw, bool) and raw >= 1 else None


def interval(raw: object) -> int | None:
    """Return seconds within INTERVAL_SECONDS, truncated to whole seconds."""
    number = _number(raw)
    low, high = INTERVAL_SECONDS
    return int(number) if number is not None and low <= number <= high else None


def limit(raw: object) -> Decimal | None:
    """Return a number from 0 to 1e15 with at most 20 decimal places."""
    number = _number(raw)
    if number is None or not 0 <= number <= _LIMIT_CAP:
        return None
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -_LIMIT_PLACES:
        return None  # 1e-999999 is a valid number, but shown as a million digits
    return number.copy_abs()  # turns -0 into 0


def flag(raw: object) -> bool | None:
    """Return True or False; other truthy or falsy values are invalid."""
    return raw if isinstance(raw, bool) else None


def table(raw: object) -> Mapping[str, object] | None:
    """Return a table."""
    return raw if isinstance(raw, Mapping) else None


def choice(kind: type[E]) -> Callable[[object], E | None]:
    """Return a parser for the words of ``kind``."""

    def parse(raw: object) -> E | None:
        return kind(raw) if isinstance(raw, str) and raw in list(kind) else None

    return parse


def language(raw: object) -> str | None:
    """Return "auto" or a language code such as "de" or "pt_BR"."""
    if isinstance(raw, str) and re.fullmatch(r"auto|[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8})*", raw):
        return raw
    return None


def proxy(raw: object) -> str | None:
    """Return "system", "none" or a proxy URL in plain ASCII."""
    if not isinstance(raw, str) or not raw.isascii() or re.search(r"[\s\x00-\x1f\x7f]", raw):
        return None
    if raw in (SYSTEM_PROXY, NO_PROXY):
        return raw
    try:
        parts = urlsplit(raw)
        usable = parts.scheme in _PROXY_SCHEMES and parts.hostname and parts.port != 0
    except ValueError:
        return None
    return raw if usable else None


def account_id(raw: object) -> AccountId | None:
    """Return an id that ``is_account_id`` accepts."""
    return AccountId(raw) if isinstance(raw, str) and is_account_id(raw) else None


def label(raw: object) -> str | None:
    """Return printable text of up to LABEL_LENGTH characters that is not blank."""
    if isinstance(raw, str) and raw.strip() and len(raw) <= LABEL_LENGTH and raw.isprintable():
        return raw
    return None


def word(raw: object) -> str | None:
    """Return a word of up to 32 characters, such as the id of a provider or a variant."""
    return raw if isinstance(raw, str) and re.fullmatch("[a-z0-9_-]{1,32}", raw) else None


def field_values(raw: object) -> tuple[tuple[str, str], ...] | None:
    """Return the texts of a table by their names; a service's description judges them."""
    if not isinstance(raw, Mapping) or not all(isinstance(text, str) for text in raw.values()):
        return None
    return tuple((str(name), str(text)) for name, text in raw.items())


def api_url(raw: object) -> str | None:
    """Return the canonical form of an address that a credential may be sent to."""
    return canonical_url(raw, allow_http_on_loopback=True) if isinstance(raw, str) else None


def page(raw: object) -> str | None:
    """Return an address for a browser, or an empty string."""
    if raw == "":
        return ""
    return raw if isinstance(raw, str) and is_page_url(raw) else None


def _number(raw: object) -> Decimal | None:
    if isinstance(raw, bool) or not isinstance(raw, int | float | Decimal):
        return None
    if isinstance(raw, int) and raw.bit_length() > _INTEGER_BITS:
        return None  # Python accepts longer ones than TOML, and needs minutes for them
    number = Decimal(str(raw))
    return number if number.is_finite() else None
