"""What ByteNite's answers say: the proto3 JSON mapping read strictly, as plain values.

The service is a gRPC gateway (https://protobuf.dev/programming-guides/json/): a number may come
as a number or as a string, a field with its default value may be left out, fields may be added at
any time, and the names may be in camelCase or snake_case. All else is not understood; a wrong
number on the screen would be worse than none.
"""

import json
import math
import re
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal

from wallet_tray.domain.balance import Balance
from wallet_tray.domain.provider import BYTENITE

MAX_NUMBER_LENGTH = 400
MAX_ACCOUNT_ID_LENGTH = 80
LIFETIME_DEFAULT = timedelta(seconds=3_000)
LIFETIME_LIMITS = (timedelta(seconds=60), timedelta(seconds=86_400))

_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_TOKEN = re.compile(r"[\x21-\x7e]{1,8192}")
_DURATION = re.compile(r"[0-9]{1,12}(\.[0-9]{1,9})?s")
_RETRY_INFO = "google.rpc.RetryInfo"
_MAX_DELAY = 10**9  # seconds; a timedelta overflows at 86 trillion, callers clamp far below
# Controls, invisible format characters (also those that turn the direction of writing), lone
# surrogates, private use, line and paragraph separators.
_UNSHOWABLE = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


class NotUnderstoodError(ValueError):
    """The answer is not what ByteNite sends. ``reason`` is our own short word, never its text.

    ``markup`` is True where it looks like a web page, as the sign-in pages of public networks do.
    """

    def __init__(self, reason: str, *, markup: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.markup = markup


@dataclass(frozen=True, slots=True)
class IssuedToken:
    """An access token of 1 to 8192 visible ASCII characters, and how long it lives."""

    text: str = field(repr=False)
    lifetime: timedelta


class _NumberText(str):
    """A JSON number as it was written; a JSON string is a plain str."""

    __slots__ = ()


def balance_from(body: bytes, fetched_at: datetime) -> Balance:
    """The balance in the body of a balance answer; ``fetched_at`` is aware and in UTC.

    A missing amount is 0, as proto3 leaves out defaults, but an answer without an account id and
    without any known amount is not understood. Raises NotUnderstoodError.
    """
    fields = _fields(body)
    account_id = _one(fields, "accountId", "account_id")
    if account_id is not None and type(account_id) is not str:
        raise NotUnderstoodError("the account id is no text")
    amounts = {
        name: _one(fields, name, snake)
        for name, snake in (
            ("totalBalance", "total_balance"),
            ("availableBalance", "available_balance"),
            ("amountDue", "amount_due"),
        )
    }
    if not account_id and all(raw is None for raw in amounts.values()):
        raise NotUnderstoodError("no known field")
    total, available, due = (
        Decimal(0) if raw is None else _amount(raw) for raw in amounts.values()
    )
    return Balance(
        account_id=_showable(account_id or ""),
        total=total,
        available=available,
        amount_due=due,
        unit=BYTENITE.unit,
        amount_due_unit=BYTENITE.amount_due_unit,
        fetched_at=fetched_at,
    )


def access_token_from(body: bytes) -> IssuedToken:
    """The access token in the body of an exchange's answer.

    Its lifetime is clamped to 60 … 86,400 s and is 3,000 s where none is told.
    Raises NotUnderstoodError.
    """
    fields = _fields(body)
    token = fields.get("token")
    # A token that no header can carry would come back inside the HTTP library's exception.
    if type(token) is not str or not _TOKEN.fullmatch(token):
        raise NotUnderstoodError("no usable token")
    expires_in = _one(fields, "expiresIn", "expires_in")
    if expires_in is None:
        return IssuedToken(token, LIFETIME_DEFAULT)
    seconds = _amount(expires_in)
    if seconds != seconds.to_integral_value():
        raise NotUnderstoodError("the lifetime is no whole number")
    shortest, longest = LIFETIME_LIMITS
    seconds = min(max(seconds, Decimal(shortest.seconds)), Decimal(longest.total_seconds()))
    return IssuedToken(token, timedelta(seconds=int(seconds)))


def retry_delay_from(body: bytes) -> timedelta | None:
    """How long an error's body asks us to wait (google.rpc.RetryInfo), or None. Never raises."""
    try:
        details = _fields(body).get("details")
    except NotUnderstoodError:
        return None
    longest: timedelta | None = None
    for detail in details if isinstance(details, list) else ():
        if not isinstance(detail, dict) or not str(detail.get("@type")).endswith(_RETRY_INFO):
            continue
        delay = detail.get("retryDelay", detail.get("retry_delay"))
        if type(delay) is str and _DURATION.fullmatch(delay):
            wait = timedelta(seconds=min(float(delay[:-1]), _MAX_DELAY))
            longest = wait if longest is None else max(longest, wait)
    return longest


def _fields(body: bytes) -> dict[str, object]:
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


def _refuse_constant(_name: str) -> object:
    raise NotUnderstoodError("NaN or Infinity")


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise NotUnderstoodError("a field comes twice")
    return fields


def _one(fields: dict[str, object], camel: str, snake: str) -> object:
    """The field of either spelling; None where there is none. JSON's null is refused."""
    if camel in fields and snake in fields:
        raise NotUnderstoodError("a field comes twice")
    name = snake if snake in fields else camel
    if name in fields and fields[name] is None:
        raise NotUnderstoodError("a field is null")
    return fields.get(name)


def _amount(raw: object) -> Decimal:
    """Exactly the number as received: a JSON number, or a string that holds one.

    It must be finite as a double, which is what the service computes in. What a double cannot
    tell from 0 is 0, so that no exponent of a million digits gets any further.
    """
    if not isinstance(raw, str) or len(raw) > MAX_NUMBER_LENGTH or not _NUMBER.fullmatch(raw):
        raise NotUnderstoodError("an amount is no number")
    as_double = float(raw)
    if math.isinf(as_double):
        raise NotUnderstoodError("an amount is too large")
    return Decimal(raw) if as_double else Decimal(0)


def _showable(text: str) -> str:
    kept = "".join(c for c in text if unicodedata.category(c) not in _UNSHOWABLE)
    return unicodedata.normalize("NFC", kept)[:MAX_ACCOUNT_ID_LENGTH]
