"""Named code for what no description can say. A user's own description names none of it.

The names are the keys of ``AUTH``, ``ANSWERS`` and ``DETAILS``. ByteNite's service is a gRPC
gateway, so ``fields_of`` reads its bodies; its details are in ``bytenite_transactions``.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from typing import Final, Protocol
from urllib.parse import urlencode

from wallet_tray.domain.balance import WalletId
from wallet_tray.domain.history_values import Transaction
from wallet_tray.domain.money import Figure, Money, exact_product, exact_sum
from wallet_tray.providers.json_reader import (
    NotUnderstoodError,
    Pointer,
    fields_of,
    number_in,
    showable,
    value_of,
)
from wallet_tray.providers.model import BodyAuth
from wallet_tray.providers.provider import EXCHANGE, Provider

MAX_WALLET_ID_LENGTH = 80
LIFETIME_DEFAULT = timedelta(seconds=3_000)
LIFETIME_LIMITS = (timedelta(seconds=60), timedelta(seconds=86_400))

_TOKEN = re.compile(r"[\x21-\x7e]{1,8192}")
_DURATION = r"[0-9]{1,12}(\.[0-9]{1,9})?s"
_RETRY_INFO = "google.rpc.RetryInfo"
_MAX_DELAY = 10**9  # seconds; a timedelta overflows at 86 trillion, callers clamp far below
_HUMP = re.compile(r"(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class IssuedToken:
    """An access token of 1 to 8192 visible ASCII characters, and its lifetime."""

    text: str = field(repr=False)
    lifetime: timedelta


def access_token_from(body: bytes) -> IssuedToken:
    """Return the access token in the body of an exchange reply.

    Its lifetime is clamped to 60 … 86,400 s, and is 3,000 s if not stated. Raises
    NotUnderstoodError.
    """
    fields = fields_of(body)
    token = fields.get("token")
    # A token that is invalid in a header would appear in the HTTP library's exception.
    if type(token) is not str or not _TOKEN.fullmatch(token):
        raise NotUnderstoodError("no usable token")
    expires_in = value_of(fields, "expiresIn", "expires_in")
    if expires_in is None:
        return IssuedToken(token, LIFETIME_DEFAULT)
    seconds = number_in(expires_in)
    if seconds != seconds.to_integral_value():
        raise NotUnderstoodError("the lifetime is no whole number")
    shortest, longest = LIFETIME_LIMITS
    seconds = min(max(seconds, Decimal(shortest.seconds)), Decimal(longest.total_seconds()))
    return IssuedToken(token, timedelta(seconds=int(seconds)))


def retry_delay_from(body: bytes) -> timedelta | None:
    """Return the delay that an error body requests (google.rpc.RetryInfo), or None.

    Never raises.
    """
    try:
        details = fields_of(body).get("details")
    except NotUnderstoodError:
        return None
    longest: timedelta | None = None
    for detail in details if isinstance(details, list) else ():
        if not isinstance(detail, dict) or not str(detail.get("@type")).endswith(_RETRY_INFO):
            continue
        delay = detail.get("retryDelay", detail.get("retry_delay"))
        if type(delay) is str and re.fullmatch(_DURATION, delay):
            wait = timedelta(seconds=min(float(delay[:-1]), _MAX_DELAY))
            longest = wait if longest is None else max(longest, wait)
    return longest


@dataclass(frozen=True, slots=True)
class Exchange:
    """The key is exchanged for a short-lived access token, which is then sent in its place."""

    path: str
    key_name: str
    token_from: Callable[[bytes], IssuedToken]
    key_refused: tuple[int, ...] = (400, 401, 403)  # statuses

    def body(self, key: str) -> bytes:
        """Return the body of the exchange: JSON, sent as POST."""
        return json.dumps({self.key_name: key}).encode("ascii")


def exchange_of(provider: Provider) -> Exchange | None:
    """Return the exchange of the provider's key; None if the key itself is sent."""
    strategy = AUTH.get(provider.strategies.auth)
    return strategy if isinstance(strategy, Exchange) else None


@dataclass(frozen=True, slots=True)
class FormBody:
    """The fields and the key are sent as a form, not as JSON."""

    content_type: str = "application/x-www-form-urlencoded"

    def body(self, provider: Provider, fields: Mapping[str, str], key: str) -> bytes:
        """Return the body. The key's entry has the name in ``auth``."""
        auth = provider.description.auth
        name = auth.name if isinstance(auth, BodyAuth) else ""
        parts = {part.id: fields[part.id] for part in provider.fields if part.id in fields}
        return urlencode({**parts, name: key} if name else parts).encode("ascii")


class Details(Protocol):
    """Transactions and the price of a unit; both are optional, and the balance counts alone."""

    transactions_path: str
    price_path: str

    def page_query(self, size: int, offset: int) -> tuple[tuple[str, str], ...]: ...
    def offset_of_newest(self, body: bytes, size: int) -> int: ...
    def transactions(self, body: bytes, wallet_id: WalletId) -> tuple[Transaction, ...]: ...
    def unit_price(self, body: bytes) -> Money: ...


class ByteniteDetails:
    """ByteNite's transactions and the price of a ByteChip. All parsers raise NotUnderstoodError."""

    transactions_path = "/wallet/transactions"
    price_path = "/wallet/exchange_rate"

    def page_query(self, size: int, offset: int) -> tuple[tuple[str, str], ...]:
        """Return the query of one page. No order is asked for: its syntax is undocumented."""
        return ("pagination.limit", str(size)), ("pagination.offset", str(offset))

    def offset_of_newest(self, body: bytes, size: int) -> int:
        """Return the offset of the page with the newest transactions; 0 for the first page."""
        from wallet_tray.providers import bytenite_transactions

        return bytenite_transactions.offset_of_newest(body, size)

    def transactions(self, body: bytes, wallet_id: WalletId) -> tuple[Transaction, ...]:
        """Return the transactions of the wallet, newest first."""
        from wallet_tray.providers import bytenite_transactions

        return bytenite_transactions.transactions_from(body, wallet_id)

    def unit_price(self, body: bytes) -> Money:
        """Return the price of one unit, more than 0."""
        from wallet_tray.providers import bytenite_transactions

        price = bytenite_transactions.unit_price_from(body)
        return Money(price, bytenite_transactions.CURRENCY)


def proto3_balance(provider: Provider, document: object) -> tuple[dict[Figure, Money], WalletId]:
    """Return the figures and the wallet id in a document of the proto3 JSON mapping.

    A missing number is 0, because proto3 omits default values. A document with neither an account
    id nor a known number is refused. Nothing is clamped: a double's range is the only limit. Raises
    NotUnderstoodError.
    """
    if not isinstance(document, dict):
        raise NotUnderstoodError("no JSON object")
    wallet_id = value_of(document, "accountId", "account_id")
    if wallet_id is not None and type(wallet_id) is not str:
        raise NotUnderstoodError("the account id is no text", pointer="/accountId")
    amounts = provider.description.amounts
    terms = [term for figure in amounts.values() for term in figure.parts]
    found = {term.pointer: _proto3_value(document, term.pointer) for term in terms}
    if not wallet_id and all(raw is None for raw in found.values()):
        raise NotUnderstoodError("no known field")
    numbers = {
        pointer: Decimal(0) if raw is None else _proto3_number(raw, pointer)
        for pointer, raw in found.items()
    }
    figures = {
        figure: Money(
            exact_sum(exact_product(numbers[term.pointer], term.scale) for term in parts.parts),
            parts.unit or provider.unit,
        )
        for figure, parts in amounts.items()
    }
    return figures, WalletId(showable(wallet_id or "", MAX_WALLET_ID_LENGTH))


def _proto3_value(fields: dict[str, object], pointer: Pointer) -> object:
    """Return the value of a top field in either spelling, or None if it is missing."""
    (camel,) = pointer.tokens
    try:
        return value_of(fields, camel, _HUMP.sub("_", camel).lower())
    except NotUnderstoodError as error:
        raise NotUnderstoodError(error.reason, pointer=str(pointer)) from None


def _proto3_number(raw: object, pointer: Pointer) -> Decimal:
    try:
        return number_in(raw)
    except NotUnderstoodError as error:
        raise NotUnderstoodError(error.reason, pointer=str(pointer)) from None


@dataclass(frozen=True, slots=True)
class AnswerForm:
    """A form of answers that pointers alone cannot read.

    ``figures`` reads a document; it raises NotUnderstoodError. ``retry_delay`` finds the waiting
    time in the body of an error, if there is one.
    """

    figures: Callable[[Provider, object], tuple[dict[Figure, Money], WalletId]]
    retry_delay: Callable[[bytes], timedelta | None]


AUTH: Final[Mapping[str, Exchange | FormBody]] = {
    EXCHANGE: Exchange("/auth/access_token", "apiKey", access_token_from),
    "form-body": FormBody(),
}
ANSWERS: Final[Mapping[str, AnswerForm]] = {
    "proto3-balance": AnswerForm(proto3_balance, retry_delay_from)
}
DETAILS: Final[Mapping[str, Details]] = {"bytenite": ByteniteDetails()}
