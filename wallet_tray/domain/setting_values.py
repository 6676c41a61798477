"""The values that settings can have: each function reads one from a parsed document, or None."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlsplit

from wallet_tray.domain.account import canonical_url, is_account_id, is_page_url
from wallet_tray.domain.provider import PROVIDERS, Provider

INTERVAL_SECONDS = (30, 86_400)
LABEL_LENGTH = 80
SYSTEM_PROXY = "system"
NO_PROXY = "none"
_PROXY_SCHEMES = ("http", "https", "socks5", "socks5h", "socks")
_LIMIT_CAP = Decimal("1e15")
_LIMIT_PLACES = 20
_INTEGER_BITS = 63

# Where a key stands, which is known, and its name: a few short words of letters, as ours are.
_NAMEABLE = re.compile(
    r"(accounts\[\d+\]\.(alerts\.)?|(alerts|display|network|refresh)\.)?"
    r"(?=.{1,20}\Z)[a-z]{1,12}(_[a-z]{1,12}){0,3}"
)

E = TypeVar("E", bound=StrEnum)


class IconStyle(StrEnum):
    """What the tray icon shows."""

    METER = "meter"
    NUMBER = "number"


class IconTheme(StrEnum):
    """For which panel the tray icon is drawn."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"
    COLOR = "color"


def is_nameable(key: str) -> bool:
    """Whether an unknown key may be shown and logged. What looks unlike a name might be a secret
    that was pasted in the place of one: it has digits, capitals, or letters in a long row."""
    return _NAMEABLE.fullmatch(key) is not None


def version(raw: object) -> int | None:
    """A whole number from 1 on."""
    return raw if isinstance(raw, int) and not isinstance(raw, bool) and raw >= 1 else None


def interval(raw: object) -> int | None:
    """Seconds within INTERVAL_SECONDS, parts of a second cut off."""
    number = _number(raw)
    low, high = INTERVAL_SECONDS
    return int(number) if number is not None and low <= number <= high else None


def limit(raw: object) -> Decimal | None:
    """A number from 0 to 1e15 with at most 20 decimal places."""
    number = _number(raw)
    if number is None or not 0 <= number <= _LIMIT_CAP:
        return None
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -_LIMIT_PLACES:
        return None  # 1e-999999 is a number, but a million digits when it is shown
    return number.copy_abs()  # there is a minus zero


def flag(raw: object) -> bool | None:
    """True or False and nothing like them."""
    return raw if isinstance(raw, bool) else None


def table(raw: object) -> Mapping[str, object] | None:
    """A table."""
    return raw if isinstance(raw, Mapping) else None


def choice(kind: type[E]) -> Callable[[object], E | None]:
    """Reads one of the words of ``kind``."""

    def parse(raw: object) -> E | None:
        return kind(raw) if isinstance(raw, str) and raw in list(kind) else None

    return parse


def language(raw: object) -> str | None:
    """ "auto" or a language code such as "de" or "pt_BR"."""
    if isinstance(raw, str) and re.fullmatch(r"auto|[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8})*", raw):
        return raw
    return None


def proxy(raw: object) -> str | None:
    """ "system", "none" or a proxy's URL in plain ASCII."""
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


def account_id(raw: object) -> str | None:
    """What ``is_account_id`` takes."""
    return raw if isinstance(raw, str) and is_account_id(raw) else None


def label(raw: object) -> str | None:
    """A printable text of up to LABEL_LENGTH characters, not all of them blank."""
    if isinstance(raw, str) and raw.strip() and len(raw) <= LABEL_LENGTH and raw.isprintable():
        return raw
    return None


def provider(raw: object) -> Provider | None:
    """A provider by its name."""
    return PROVIDERS.get(raw) if isinstance(raw, str) else None


def api_url(raw: object) -> str | None:
    """The canonical form of an address that a credential may be sent to."""
    return canonical_url(raw, allow_http_on_loopback=True) if isinstance(raw, str) else None


def page(raw: object) -> str | None:
    """An address for a browser, or ""."""
    if raw == "":
        return ""
    return raw if isinstance(raw, str) and is_page_url(raw) else None


def _number(raw: object) -> Decimal | None:
    if isinstance(raw, bool) or not isinstance(raw, int | float | Decimal):
        return None
    if isinstance(raw, int) and raw.bit_length() > _INTEGER_BITS:
        return None  # Python reads longer ones than TOML has, and then takes minutes over them
    number = Decimal(str(raw))
    return number if number.is_finite() else None
