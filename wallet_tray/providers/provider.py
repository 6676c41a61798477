"""A provider as the program sees it: light, because every start waits for it.

What only a request needs is in its ``description``: the grammar reads that at the first use.
Records are named tuples, because a dataclass takes three times as long to define.
"""

import tomllib
from collections.abc import Mapping
from contextlib import suppress
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from wallet_tray.domain.money import Figure

if TYPE_CHECKING:
    from wallet_tray.providers.model import Description

MAX_SIZE = 65_536  # bytes of a file

YOURS = "yours"
"""The confidence in a user's own description."""

EXCHANGE = "exchange"
"""The name of the strategy that exchanges the key for an access token."""


class DescriptionError(ValueError):
    """A description cannot be used. Its text names file, line and key, and what to write."""

    def __init__(self, file: str, line: int, key: str, reason: str) -> None:
        self.sentence = f"{file}:{line}: {f'{key}: ' if key else ''}{reason}"
        super().__init__(self.sentence)
        self.file = file
        self.line = line
        self.key = key
        self.reason = reason


class AtZero(StrEnum):
    """What the service does at a balance of 0."""

    STOPS = "stops"
    DELETES = "deletes"
    DEBT = "debt"
    BLOCKS = "blocks"
    NORMAL = "normal"  # postpaid: 0 is neither empty nor overdrawn


class UnitKind(StrEnum):
    """Whether amounts are money of a currency or another kind of credit."""

    MONEY = "money"
    POINTS = "points"


FIELD_PATTERNS = {
    "digits": "[0-9]{1,128}",
    "hex": "[0-9A-Fa-f]{1,128}",
    "word": "[A-Za-z0-9_-]{1,128}",
    "token": r"[\x21-\x7e]{1,128}",  # visible ASCII
}
"""The forms of a field's value: each has at most 128 characters."""


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
    """A part of the address or of the sign-in that is no secret. An optional one may be empty.

    ``pattern`` is a name in ``FIELD_PATTERNS``.
    """

    id: str
    name: str
    hint: str = ""
    pattern: str = "token"
    environment: tuple[str, ...] = ()
    optional: bool = False


class Key(NamedTuple):
    """The credential: its name, its rights, where it is made, and how it looks."""

    name: str
    kind: str
    page: str = ""
    hint: str = ""
    can_spend: bool | None = None
    environment: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    wrong_prefixes: tuple[str, ...] = ()


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


class Written:
    """A description as it is written. Two of the same text are equal.

    ``checked`` is what the grammar has read from it already.
    """

    def __init__(self, body: bytes, file: str, checked: "Description | None" = None) -> None:
        self._body = body
        self._file = file
        self._description = checked

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Written) and self._body == other._body

    def __hash__(self) -> int:
        return hash(self._body)

    @property
    def description(self) -> "Description":
        """What only a request needs. Raises DescriptionError."""
        if self._description is None:
            from wallet_tray.providers.description import parse  # the whole grammar

            self._description = parse(self._body, self._file).description
        return self._description


class Provider(NamedTuple):
    """A service with prepaid wallets, as one description states it.

    ``figures`` are what its answers state. ``unit`` is "" where a variant or an answer names it,
    ``due_unit`` is "" where it is that of the balance.
    """

    id: str
    name: str
    written: Written
    confidence: str
    base: str  # "" where the user gives the address
    key: Key
    figures: tuple[Figure, ...]
    unit: str = ""
    unit_kind: UnitKind | None = None
    due_unit: str = ""
    doubt: str = ""
    lag: str = ""
    min_interval: timedelta | None = None
    at_zero: AtZero | None = None  # None if it is not known
    refills: bool = False
    variants: tuple[Variant, ...] = ()
    fields: tuple[Field, ...] = ()
    limits: Limits | None = None
    pages: Pages = Pages()
    strategies: Strategies = Strategies()

    @property
    def description(self) -> "Description":
        """What only a request needs. Raises DescriptionError if a shipped file is broken."""
        return self.written.description

    @property
    def zero_is_normal(self) -> bool:
        """True for a postpaid wallet: it is never empty or overdrawn."""
        return self.at_zero is AtZero.NORMAL

    @property
    def exchanges_key(self) -> bool:
        """Whether an access token is sent in place of the key."""
        return self.strategies.auth == EXCHANGE

    def is_token_variable(self, variable: str) -> bool:
        """Return whether the provider's variable holds an access token, not the key for one."""
        return self.exchanges_key and variable.endswith("_ACCESS_TOKEN")

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
        variant = self.variant(chosen)
        return (variant.unit if variant else "") or self.unit

    def kind_of(self, unit: str, chosen: str = "") -> UnitKind:
        """Return the stated kind of a unit; three letters are money by default."""
        variant = self.variant(chosen)
        stated = (variant.kind if variant else None) or self.unit_kind
        return stated or (UnitKind.MONEY if len(unit) == 3 else UnitKind.POINTS)

    def usual_limits(self, unit: str, chosen: str = "") -> Limits:
        """Return the limits of a new account in this unit; none in a unit that is not known yet."""
        if self.limits is not None:
            return self.limits
        if not unit or self.kind_of(unit, chosen) is UnitKind.POINTS:
            return Limits()
        return YUAN_LIMITS if unit == "CNY" else MONEY_LIMITS


def provider_from(body: bytes, file: str) -> Provider:
    """Return the provider of a shipped description. Raises DescriptionError.

    The tests check these files, so the grammar reads one here only to name its mistake.
    """
    with suppress(Exception):  # whatever is wrong with it
        if len(body) <= MAX_SIZE:
            return stated(tomllib.loads(body.decode()), Written(body, file))
    from wallet_tray.providers.description import parse

    return parse(body, file)


def stated(entries: Mapping[str, Any], written: Written) -> Provider:
    """Return the provider that the entries state.

    They are those that the grammar accepts; others may raise any exception.
    """
    unit, amounts = entries.get("unit", {}), entries["amounts"]
    pages, strategies = entries.get("pages", {}), entries.get("strategies", {})
    seconds = entries.get("min_interval_seconds")
    return Provider(
        id=_text(entries, "id"),
        name=_text(entries, "name"),
        written=written,
        confidence=_text(entries, "confidence") or YOURS,
        base=_text(entries, "base"),
        key=_key(entries["key"]),
        figures=tuple(figure for figure in Figure if figure in amounts),
        unit=_text(unit, "fixed"),
        unit_kind=_kind(unit),
        due_unit=_text(amounts.get(Figure.DUE, {}), "unit"),
        doubt=_text(entries, "doubt"),
        lag=_text(entries, "lag"),
        min_interval=None if seconds is None else timedelta(seconds=seconds),
        at_zero=AtZero(entries["at_zero"]) if "at_zero" in entries else None,
        refills=entries.get("refills") is True,
        variants=tuple(_variant(table) for table in entries.get("variant", ())),
        fields=tuple(_field(table) for table in entries.get("field", ())),
        limits=_limits(entries["limits"]) if "limits" in entries else None,
        pages=Pages(_text(pages, "top_up"), _text(pages, "console")),
        strategies=Strategies(*(_text(strategies, key) for key in ("auth", "answer", "books"))),
    )


def _key(table: Mapping[str, Any]) -> Key:
    return Key(
        name=_text(table, "name"),
        kind=_text(table, "kind"),
        page=_text(table, "page"),
        hint=_text(table, "hint"),
        can_spend=table.get("can_spend"),
        environment=_texts(table, "environment"),
        prefixes=_texts(table, "prefixes"),
        wrong_prefixes=_texts(table, "wrong_prefixes"),
    )


def _variant(table: Mapping[str, Any]) -> Variant:
    return Variant(
        id=_text(table, "id"),
        name=_text(table, "name"),
        base=_text(table, "base"),
        unit=_text(table, "unit"),
        kind=_kind(table),
        top_up=_text(table, "top_up"),
        page=_text(table, "page"),
    )


def _field(table: Mapping[str, Any]) -> Field:
    return Field(
        id=_text(table, "id"),
        name=_text(table, "name"),
        hint=_text(table, "hint"),
        pattern=_text(table, "pattern") or "token",
        environment=_texts(table, "environment"),
        optional=table.get("optional") is True,
    )


def _limits(table: Mapping[str, Any]) -> Limits:
    return Limits(*(Decimal(table[key]) if key in table else None for key in ("low", "critical")))


def _kind(table: Mapping[str, Any]) -> UnitKind | None:
    return UnitKind(table["kind"]) if "kind" in table else None


def _text(table: Mapping[str, Any], key: str) -> str:
    text = table.get(key, "")
    if type(text) is not str:
        raise TypeError("no text")
    return text


def _texts(table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    texts = tuple(table.get(key, ()))
    "".join(texts)  # raises TypeError for what is no text
    return texts
