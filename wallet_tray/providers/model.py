"""A description as pure data: what is asked, and how an answer is read.

``description`` makes and checks it. The cases of a union are dataclasses: two of them must never be
equal. Other records are named tuples, which are faster to define.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import quote

from wallet_tray.domain.balance import Flag
from wallet_tray.domain.money import Figure
from wallet_tray.providers.json_reader import Pointer


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


@dataclass(frozen=True, slots=True)
class Answer:
    """One reply of the service.

    ``flaw`` says in our own words why the body is not the whole and plain one, else it is "".
    ``is_page`` is True if the reply calls itself a web page. ``retry_after`` is the waiting time
    in its header.
    """

    status: int
    body: bytes = field(repr=False)
    flaw: str = ""
    is_page: bool = False
    retry_after: timedelta | None = None

    @property
    def is_good(self) -> bool:
        """Whether the status is 2xx."""
        return 200 <= self.status < 300


class Meaning(StrEnum):
    """The meanings of an answer that is no balance."""

    BAD_KEY = "bad-key"
    NO_PERMISSION = "no-permission"
    RATE_LIMITED = "rate-limited"
    NO_WALLET = "no-wallet"
    SERVICE = "service"
    BLOCKED = "blocked"
    NOT_UNDERSTOOD = "not-understood"  # the reader's own: no description may claim it


class Advice(StrEnum):
    """What the user can do; ``text`` has the sentences, which ``Key.name`` completes."""

    MANAGEMENT_KEY = "management-key"
    ADMIN_KEY = "admin-key"
    BILLING_PERMISSION = "billing-permission"
    MAIN_ACCOUNT = "main-account"
    ALLOW_ADDRESS = "allow-address"
    OTHER_REGION = "other-region"
    OTHER_FORM = "other-form"  # another wallet of the same service fits
    CHECK_FIELDS = "check-fields"
    ASK_ADMINISTRATOR = "ask-administrator"
    SEE_CONSOLE = "see-console"


class Confidence(StrEnum):
    """How well the form of the answers is known."""

    DOCUMENTED = "documented"
    SEEN = "seen"
    YOURS = "yours"


class KeyKind(StrEnum):
    """The rights of the key that reads the balance."""

    ORDINARY = "ordinary"
    MANAGEMENT = "management"
    ADMIN = "admin"
    READ_ONLY = "read-only"


class PickSpec(NamedTuple):
    """One entry of a list, chosen by its unit and its worth."""

    list: Pointer
    unit: Pointer
    worth: Pointer
    prefer: tuple[str, ...] = ()
    sum: bool = False


class Term(NamedTuple):
    """One number of the answer, or of the picked entry, and its factor.

    With ``magnitude`` the number's sign is dropped first. A term of a ``variant`` counts for it
    alone.
    """

    pointer: Pointer
    in_entry: bool = False
    scale: Decimal = Decimal(1)
    magnitude: bool = False
    variant: str = ""


class Terms(NamedTuple):
    """A figure is the sum of its terms.

    ``deducted`` is of ``Figure.RESERVED``: whether the available amount has it taken off already.
    ``unit`` is "" where it is the balance's.
    """

    parts: tuple[Term, ...]
    unit: str = ""
    deducted: bool = True

    def of(self, variant: str) -> tuple[Term, ...]:
        """Return the terms that count for the variant."""
        return tuple(term for term in self.parts if term.variant in ("", variant))


@dataclass(frozen=True, slots=True)
class FixedUnit:
    """Every answer is in this unit."""

    unit: str


@dataclass(frozen=True, slots=True)
class UnitAt:
    """The answer names its unit."""

    pointer: Pointer


@dataclass(frozen=True, slots=True)
class PickedUnit:
    """The unit is that of the picked entry."""


@dataclass(frozen=True, slots=True)
class VariantUnit:
    """The unit is that of the variant."""


UnitSource = FixedUnit | UnitAt | PickedUnit | VariantUnit


Scalar = str | int | bool


@dataclass(frozen=True, slots=True)
class Is:
    """The value is this text, whole number or truth; their types count."""

    value: Scalar


@dataclass(frozen=True, slots=True)
class Contains:
    """The value is a text that contains this one, in upper or lower case."""

    text: str


@dataclass(frozen=True, slots=True)
class Present:
    """The value is there and not null."""


class Expect(NamedTuple):
    """A value that every good answer has; another value means ``otherwise``."""

    at: Pointer
    value: Scalar
    otherwise: Meaning = Meaning.SERVICE
    advice: Advice | None = None


class ErrorRule(NamedTuple):
    """An answer with this status, where given, and this value, where given, means an error."""

    means: Meaning
    status: int | None = None
    at: Pointer | None = None
    condition: Is | Contains | Present = Present()
    advice: Advice | None = None


@dataclass(frozen=True, slots=True)
class AllZero:
    """All of these are there, numbers, and zero."""

    pointers: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True)
class Null:
    """This is null, or missing from an object that is there."""

    pointer: Pointer


@dataclass(frozen=True, slots=True)
class Empty:
    """This is an empty list."""

    pointer: Pointer


class Unknown(NamedTuple):
    """A reading that looks like a number and is none."""

    condition: AllZero | Null | Empty
    means: Meaning
    advice: Advice | None = None


class FlagSpec(NamedTuple):
    """A flag is up where the value is this one; by default, true."""

    flag: Flag
    at: Pointer
    value: Scalar = True


class Description(NamedTuple):
    """What only a request needs: where the key goes, what is asked, and how answers are read."""

    source: tuple[str, ...]
    checked: date
    auth: Auth
    requests: tuple[RequestSpec, ...]
    amounts: Mapping[Figure, Terms]
    unit: UnitSource
    pick: PickSpec | None = None
    expect: tuple[Expect, ...] = ()
    errors: tuple[ErrorRule, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    flags: tuple[FlagSpec, ...] = ()
