"""A provider as its description states it: pure data, checked by ``description``.

``reading_model`` has the part on the reading of an answer. Records are named tuples, because a
start waits for them and a dataclass takes five times as long to define. The cases of a union are
dataclasses: two of them must never be equal.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import quote

from wallet_tray.domain.money import Figure
from wallet_tray.providers.json_reader import Pointer
from wallet_tray.providers.reading_model import (
    ErrorRule,
    Expect,
    FixedUnit,
    FlagSpec,
    PickSpec,
    Terms,
    UnitKind,
    UnitSpec,
    Unknown,
    VariantUnit,
)


class Confidence(StrEnum):
    """How well the form of the answers is known."""

    DOCUMENTED = "documented"
    SEEN = "seen"
    YOURS = "yours"


class AtZero(StrEnum):
    """What the service does at a balance of 0."""

    STOPS = "stops"
    DELETES = "deletes"
    DEBT = "debt"
    BLOCKS = "blocks"
    NORMAL = "normal"  # postpaid: 0 is neither empty nor overdrawn


class KeyKind(StrEnum):
    """The rights of the key that reads the balance."""

    ORDINARY = "ordinary"
    MANAGEMENT = "management"
    ADMIN = "admin"
    READ_ONLY = "read-only"


class FieldPattern(StrEnum):
    """The characters of a field's value; there are at most 128."""

    DIGITS = "digits"
    HEX = "hex"
    WORD = "word"
    TOKEN = "token"  # noqa: S105  a word

    @property
    def regex(self) -> str:
        """The pattern of a whole value."""
        return _CHARACTERS[self] + "{1,128}"


_CHARACTERS = {
    FieldPattern.DIGITS: "[0-9]",
    FieldPattern.HEX: "[0-9A-Fa-f]",
    FieldPattern.WORD: "[A-Za-z0-9_-]",
    FieldPattern.TOKEN: r"[\x21-\x7e]",  # visible ASCII
}


class Variant(NamedTuple):
    """A choice that the provider offers, such as a region; "" where it changes nothing."""

    id: str
    name: str
    base: str = ""
    unit: str = ""
    kind: UnitKind | None = None
    top_up: str = ""
    page: str = ""


class Field(NamedTuple):
    """A part of the address or of the sign-in that is no secret. An optional one may be empty."""

    id: str
    name: str
    hint: str = ""
    pattern: FieldPattern = FieldPattern.TOKEN
    environment: tuple[str, ...] = ()
    optional: bool = False


class Key(NamedTuple):
    """The credential: its name, its rights, where it is made, and how it looks."""

    name: str
    kind: KeyKind
    page: str = ""
    hint: str = ""
    can_spend: bool | None = None
    environment: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    wrong_prefixes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BearerAuth:
    """The key in ``Authorization: Bearer``."""


@dataclass(frozen=True, slots=True)
class HeaderAuth:
    """The key in a header, after a prefix that contains its own blank."""

    name: str
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class BasicAuth:
    """HTTP basic: the field ``user`` as the user name, the key as the password."""

    user: str


@dataclass(frozen=True, slots=True)
class QueryAuth:
    """The key as a parameter of the address."""

    name: str


@dataclass(frozen=True, slots=True)
class BodyAuth:
    """The key as an entry of the body."""

    name: str


Auth = BearerAuth | HeaderAuth | BasicAuth | QueryAuth | BodyAuth


class Take(NamedTuple):
    """What the second request's path needs from the first answer."""

    name: str
    at: Pointer


class RequestSpec(NamedTuple):
    """One request. A segment of ``path`` or a header's value may be a ``{field}``.

    ``body`` is a JSON object as text; None sends no body.
    """

    path: str
    method: str = "GET"
    query: tuple[tuple[str, str], ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    body: str | None = None
    take: Take | None = None

    def path_with(self, values: Mapping[str, str]) -> str:
        """Return the path with the fields, each one percent-encoded segment.

        ``values`` also has what was taken from the first answer. Raises ValueError for a value that
        would change the path: "", "." or "..".
        """
        return _PLACE.sub(lambda place: _segment(values[place[1]]), self.path)

    def headers_with(self, values: Mapping[str, str]) -> dict[str, str]:
        """Return the headers with the fields; one that names an empty field is left out."""
        return {
            name: _PLACE.sub(lambda place: values[place[1]], text)
            for name, text in self.headers
            if all(values.get(field) for field in _PLACE.findall(text))
        }


_PLACE = re.compile(r"\{([a-z_]+)\}")


def _segment(value: str) -> str:
    if value in ("", ".", ".."):
        raise ValueError("no segment of a path")
    return quote(value, safe="")


class Limits(NamedTuple):
    """The limits of a new account; None where the user is asked."""

    low: Decimal | None = None
    critical: Decimal | None = None


MONEY_LIMITS = Limits(Decimal(10), Decimal(2))
YUAN_LIMITS = Limits(Decimal(70), Decimal(15))  # about as much as ``MONEY_LIMITS``


class Pages(NamedTuple):
    """Pages for the browser; "" where none is known."""

    top_up: str = ""
    console: str = ""


class Strategies(NamedTuple):
    """Names of the code in ``strategies`` for what no description can say; "" is the usual way."""

    auth: str = ""
    answer: str = ""
    details: str = ""


class Provider(NamedTuple):
    """A service with prepaid wallets, as one description states it."""

    id: str
    name: str
    source: tuple[str, ...]
    checked: date
    confidence: Confidence
    base: str  # "" where the user gives the address
    key: Key
    auth: Auth
    requests: tuple[RequestSpec, ...]
    amounts: Mapping[Figure, Terms]
    unit: UnitSpec
    doubt: str = ""
    lag: str = ""
    min_interval: timedelta | None = None
    at_zero: AtZero | None = None  # None if it is not known
    refills: bool = False
    variants: tuple[Variant, ...] = ()
    fields: tuple[Field, ...] = ()
    pick: PickSpec | None = None
    expect: tuple[Expect, ...] = ()
    errors: tuple[ErrorRule, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    flags: tuple[FlagSpec, ...] = ()
    limits: Limits | None = None
    pages: Pages = Pages()
    strategies: Strategies = Strategies()

    @property
    def zero_is_normal(self) -> bool:
        """True for a postpaid wallet: it is never empty or overdrawn."""
        return self.at_zero is AtZero.NORMAL

    def variant(self, chosen: str) -> Variant | None:
        """Return the chosen variant, by default the first; None without variants.

        Raises LookupError for one that the description does not offer.
        """
        if not chosen:
            return self.variants[0] if self.variants else None
        for variant in self.variants:
            if variant.id == chosen:
                return variant
        raise LookupError("no such variant")

    def base_of(self, chosen: str) -> str:
        """Return the address of the chosen variant; "" where the user gives it."""
        variant = self.variant(chosen)
        return (variant.base if variant else "") or self.base

    def top_up_page(self, chosen: str) -> str:
        """Return the page that tops up the chosen variant; "" if none is known."""
        variant = self.variant(chosen)
        return (variant.top_up if variant else "") or self.pages.top_up

    def key_page(self, chosen: str) -> str:
        """Return the page where the key of the chosen variant is made; "" if none is known."""
        variant = self.variant(chosen)
        return (variant.page if variant else "") or self.key.page

    def known_unit(self, chosen: str) -> str:
        """Return the unit of the balance; "" if only an answer names it."""
        match self.unit.source:
            case FixedUnit(unit):
                return unit
            case VariantUnit():
                variant = self.variant(chosen)
                return variant.unit if variant else ""
            case _:
                return ""

    def kind_of(self, unit: str, chosen: str = "") -> UnitKind:
        """Return the stated kind of a unit; three letters are money by default."""
        variant = self.variant(chosen)
        stated = (variant.kind if variant else None) or self.unit.kind
        return stated or (UnitKind.MONEY if len(unit) == 3 else UnitKind.POINTS)

    def usual_limits(self, unit: str, chosen: str = "") -> Limits:
        """Return the limits of a new account in this unit; none in a unit that is not known yet."""
        if self.limits is not None:
            return self.limits
        if not unit or self.kind_of(unit, chosen) is UnitKind.POINTS:
            return Limits()
        return YUAN_LIMITS if unit == "CNY" else MONEY_LIMITS
