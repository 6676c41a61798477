"""Strict JSON: documents as they were written, pointers into them, and exact numbers.

A wrong number on the screen would be worse than none, so anything doubtful is refused.
``fields_of``, ``value_of`` and ``number_in`` read the proto3 JSON mapping of a gRPC gateway
(https://protobuf.dev/programming-guides/json/). There a number may be a string, and a field with
its default value may be missing.
"""

import json
import math
import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

MAX_DEPTH = 64  # as far as any real answer goes; the interpreter's own limit varies
MAX_NUMBER_LENGTH = 400
MAX_EXPONENT = 30

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_BLANKS = b" \t\r\n"
# A whole text, or a run of brackets outside of texts.
_STRUCTURE = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|[\[{]+|[\]}]+', re.DOTALL)
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,39})(\.[0-9]{1,40})?(?:[eE]([+-]?[0-9]{1,3}))?")
_PROTO_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_POINTER = re.compile(r"(/([^~/]|~[01])*)*")
_INDEX = re.compile(r"0|[1-9][0-9]{0,8}")
# Controls, invisible format characters (including those that change the writing direction), lone
# surrogates, private use, line and paragraph separators.
_UNSHOWABLE = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


class NotUnderstoodError(ValueError):
    """The reply is not in the service's format. ``reason`` is a short word of ours, never its text.

    ``markup`` is True if it looks like a web page, such as a public network's sign-in page.
    ``pointer`` names the place in the document, if there is one.
    """

    def __init__(self, reason: str, *, markup: bool = False, pointer: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.markup = markup
        self.pointer = pointer


class NumberText(str):
    """A JSON number as it was written; a JSON string is a plain str."""

    __slots__ = ()


class _Absent:
    """The type of ``ABSENT``."""

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Final = _Absent()


@dataclass(frozen=True, slots=True)
class Pointer:
    """A JSON pointer (RFC 6901): the names and indices on the way to a value."""

    tokens: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> "Pointer | None":
        """Return the pointer that the text is, or None."""
        if not _POINTER.fullmatch(text):
            return None
        parts = text.split("/")[1:]
        return cls(tuple(part.replace("~1", "/").replace("~0", "~") for part in parts))

    def __str__(self) -> str:
        return "".join(f"/{token.replace('~', '~0').replace('/', '~1')}" for token in self.tokens)

    @property
    def parent(self) -> "Pointer":
        """The pointer to the container of the value."""
        return Pointer(self.tokens[:-1])

    def find(self, document: object) -> object:
        """Return the value; ABSENT if it, or a container on the way, is missing or null.

        Raises NotUnderstoodError if a container on the way is of another type.
        """
        value = document
        for token in self.tokens:
            if isinstance(value, dict):
                value = value.get(token, ABSENT)
            elif isinstance(value, list):
                value = self._entry(value, token)
            elif value is None:
                return ABSENT
            else:
                raise NotUnderstoodError("a value where a container belongs", pointer=str(self))
            if value is ABSENT:
                break
        return value

    def look(self, document: object) -> object:
        """Return the value, or ABSENT for any reason."""
        try:
            return self.find(document)
        except NotUnderstoodError:
            return ABSENT

    def _entry(self, entries: list[object], index: str) -> object:
        if index == "-":  # RFC 6901: the entry after the last
            return ABSENT
        if not _INDEX.fullmatch(index):
            raise NotUnderstoodError("a list where an object belongs", pointer=str(self))
        return entries[int(index)] if int(index) < len(entries) else ABSENT


def is_markup(body: bytes) -> bool:
    """Return whether the body begins like a web page."""
    return body.lstrip(_BYTE_ORDER_MARK + _BLANKS)[:1] == b"<"


def document_of(body: bytes) -> object:
    """Return the body's JSON document, whatever its type. Raises NotUnderstoodError.

    A byte order mark is allowed. A field that comes twice is refused at any depth. Numbers keep
    their text: only ``exact_number`` and ``number_in`` read them.
    """
    if is_markup(body):
        raise NotUnderstoodError("markup", markup=True)
    try:
        text = body.removeprefix(_BYTE_ORDER_MARK).decode("utf-8")
        _check_depth(text)
        return json.loads(
            text,
            parse_int=NumberText,
            parse_float=NumberText,
            parse_constant=_refuse_constant,
            object_pairs_hook=_unique,
        )
    except NotUnderstoodError:
        raise
    except (ValueError, RecursionError):  # these errors' texts contain pieces of the body
        pass
    raise NotUnderstoodError("no JSON")


def exact_number(raw: object) -> Decimal:
    """Return exactly the number: a JSON number, or a text that is one and nothing else.

    The length and the exponent are checked before Decimal sees the text. A zero is plain 0. Raises
    NotUnderstoodError.
    """
    if not isinstance(raw, str) or (number := _NUMBER.fullmatch(raw)) is None:
        raise NotUnderstoodError("an amount is no number")
    if abs(int(number[3] or "0")) > MAX_EXPONENT:
        raise NotUnderstoodError("an amount has an endless exponent")
    return Decimal(raw) or Decimal(0)


def fields_of(body: bytes) -> dict[str, object]:
    """Return the fields of the body's JSON object, as a gRPC gateway sends it.

    It sends no byte order mark. Raises NotUnderstoodError.
    """
    document = document_of(body)
    if not isinstance(document, dict) or body.startswith(_BYTE_ORDER_MARK):
        raise NotUnderstoodError("no JSON object")
    return document


def value_of(fields: dict[str, object], camel: str, snake: str) -> object:
    """Return the field's value in either spelling, or None if it is missing.

    JSON's null is rejected. Raises NotUnderstoodError.
    """
    if camel in fields and snake in fields:
        raise NotUnderstoodError("a field comes twice")
    name = snake if snake in fields else camel
    if name in fields and fields[name] is None:
        raise NotUnderstoodError("a field is null")
    return fields.get(name)


def number_in(raw: object) -> Decimal:
    """Return exactly the received number: a JSON number, or a string that holds one.

    It must be finite as a double, the gateway's own type. A value that a double rounds to 0 is
    returned as 0, so that exponents of a million digits go no further. Raises NotUnderstoodError.
    """
    if not isinstance(raw, str) or len(raw) > MAX_NUMBER_LENGTH or not _PROTO_NUMBER.fullmatch(raw):
        raise NotUnderstoodError("an amount is no number")
    as_double = float(raw)
    if math.isinf(as_double):
        raise NotUnderstoodError("an amount is too large")
    return Decimal(raw) if as_double else Decimal(0)


def showable(text: str, length: int) -> str:
    """Return the text without unprintable characters, cut to ``length`` characters."""
    kept = "".join(c for c in text if unicodedata.category(c) not in _UNSHOWABLE)
    return unicodedata.normalize("NFC", kept)[:length]


def _check_depth(text: str) -> None:
    depth = 0
    for match in _STRUCTURE.finditer(text):
        piece = match.group()
        if piece[0] in "[{":
            depth += len(piece)
            if depth > MAX_DEPTH:
                raise NotUnderstoodError("nested too deep")
        elif piece[0] != '"':
            depth -= len(piece)


def _refuse_constant(_name: str) -> object:
    raise NotUnderstoodError("NaN or Infinity")


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise NotUnderstoodError("a field comes twice")
    return fields
