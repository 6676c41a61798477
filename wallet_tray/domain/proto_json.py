"""The proto3 JSON mapping read strictly, for every answer of a gRPC gateway.

A number may come as a number or as a string, a field with its default value may be left out,
fields may be added at any time, and the names may be in camelCase or snake_case
(https://protobuf.dev/programming-guides/json/). All else is not understood; a wrong number on the
screen would be worse than none.
"""

import json
import math
import re
import unicodedata
from decimal import Decimal

MAX_NUMBER_LENGTH = 400

_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
# Controls, invisible format characters (also those that turn the direction of writing), lone
# surrogates, private use, line and paragraph separators.
_UNSHOWABLE = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


class NotUnderstoodError(ValueError):
    """The answer is not what the service sends. ``reason`` is our own short word, never its text.

    ``markup`` is True where it looks like a web page, as the sign-in pages of public networks do.
    """

    def __init__(self, reason: str, *, markup: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.markup = markup


class _NumberText(str):
    """A JSON number as it was written; a JSON string is a plain str."""

    __slots__ = ()


def fields_of(body: bytes) -> dict[str, object]:
    """The fields of the JSON object that the body is. Raises NotUnderstoodError.

    A field that comes twice is refused at any depth. Numbers stay as they were written: only
    ``number_in`` reads them.
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
    except (ValueError, RecursionError):  # the texts of these errors hold pieces of the body
        document = None
    if not isinstance(document, dict):
        raise NotUnderstoodError("no JSON object")
    return document


def value_of(fields: dict[str, object], camel: str, snake: str) -> object:
    """The value of the field in either spelling; None where there is none.

    JSON's null is refused. Raises NotUnderstoodError.
    """
    if camel in fields and snake in fields:
        raise NotUnderstoodError("a field comes twice")
    name = snake if snake in fields else camel
    if name in fields and fields[name] is None:
        raise NotUnderstoodError("a field is null")
    return fields.get(name)


def number_in(raw: object) -> Decimal:
    """Exactly the number as received: a JSON number, or a string that holds one.

    It must be finite as a double, which is what the service computes in. What a double cannot
    tell from 0 is 0, so that no exponent of a million digits gets any further.
    Raises NotUnderstoodError.
    """
    if not isinstance(raw, str) or len(raw) > MAX_NUMBER_LENGTH or not _NUMBER.fullmatch(raw):
        raise NotUnderstoodError("an amount is no number")
    as_double = float(raw)
    if math.isinf(as_double):
        raise NotUnderstoodError("an amount is too large")
    return Decimal(raw) if as_double else Decimal(0)


def showable(text: str, length: int) -> str:
    """The text without characters that cannot be shown, cut to ``length`` characters."""
    kept = "".join(c for c in text if unicodedata.category(c) not in _UNSHOWABLE)
    return unicodedata.normalize("NFC", kept)[:length]


def _refuse_constant(_name: str) -> object:
    raise NotUnderstoodError("NaN or Infinity")


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise NotUnderstoodError("a field comes twice")
    return fields
