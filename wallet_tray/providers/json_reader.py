"""A strict reader of the proto3 JSON mapping, for every reply of a gRPC gateway.

A number may be a number or a string, and a field with its default value may be missing. Unknown
fields may appear, and names may be in camelCase or snake_case
(https://protobuf.dev/programming-guides/json/). Anything else is rejected: a wrong number on the
screen would be worse than none.
"""

import json
import math
import re
import unicodedata
from decimal import Decimal

MAX_NUMBER_LENGTH = 400

_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
# Controls, invisible format characters (including those that change the writing direction), lone
# surrogates, private use, line and paragraph separators.
_UNSHOWABLE = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


class NotUnderstoodError(ValueError):
    """The reply is not in the service's format. ``reason`` is a short word of ours, never its text.

    ``markup`` is True if it looks like a web page, such as a public network's sign-in page.
    """

    def __init__(self, reason: str, *, markup: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.markup = markup


class _NumberText(str):
    """A JSON number as it was written; a JSON string is a plain str."""

    __slots__ = ()


def fields_of(body: bytes) -> dict[str, object]:
    """Return the fields of the body's JSON object. Raises NotUnderstoodError.

    A duplicate field is rejected at any depth. Numbers stay as written; only ``number_in`` reads
    them.
    """
    if body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        raise NotUnderstoodError("markup", markup=True)
    try:
        document = json.loads(
            body.decode("utf-8"),
            parse_int=_NumberText,
            parse_float=_NumberText,
            parse_constant=_refuse_constant,
            object_pairs_hook=_unique,
        )
    except NotUnderstoodError:
        raise
    except (ValueError, RecursionError):  # these errors' texts contain pieces of the body
        document = None
    if not isinstance(document, dict):
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

    It must be finite as a double, the service's own type. A value that a double rounds to 0 is
    returned as 0, so that exponents of a million digits go no further. Raises NotUnderstoodError.
    """
    if not isinstance(raw, str) or len(raw) > MAX_NUMBER_LENGTH or not _NUMBER.fullmatch(raw):
        raise NotUnderstoodError("an amount is no number")
    as_double = float(raw)
    if math.isinf(as_double):
        raise NotUnderstoodError("an amount is too large")
    return Decimal(raw) if as_double else Decimal(0)


def showable(text: str, length: int) -> str:
    """Return the text without unprintable characters, cut to ``length`` characters."""
    kept = "".join(c for c in text if unicodedata.category(c) not in _UNSHOWABLE)
    return unicodedata.normalize("NFC", kept)[:length]


def _refuse_constant(_name: str) -> object:
    raise NotUnderstoodError("NaN or Infinity")


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise NotUnderstoodError("a field comes twice")
    return fields
