"""Parsers of ByteNite's transactions and ByteChip exchange rate.

Both calls are known only from documentation pages (https://docs.bytenite.com, Wallet API). The
pages rarely say which fields may be missing. So a missing field is accepted if nothing depends on
it, and every field in use must be valid. Two rules are not documented there:

- Amounts have no sign. The payer follows from ``accountFrom`` and ``accountTo``, else from a
  minus in the amount, else from the type. A "payment" leaves the wallet, all else enters it.
- ``exchangeRate`` may mean ByteChips per dollar or dollars per ByteChip. The two amounts beside
  it decide, and the rate must agree with them. Without the amounts, a ByteChip is assumed to
  cost at most one dollar. It buys one hour of a CPU core with a GiB of memory.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Context, Decimal

from wallet_tray.domain.balance import WalletId
from wallet_tray.domain.history_values import Transaction
from wallet_tray.providers.json_reader import (
    NotUnderstoodError,
    fields_of,
    number_in,
    showable,
    value_of,
)
from wallet_tray.providers.strategies import MAX_WALLET_ID_LENGTH

MAX_NAME_LENGTH = 80
CURRENCY = "USD"
PRICE_LIMITS = (Decimal("1e-9"), Decimal("1e9"))

_TIME = (
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt]([0-9]{2}:[0-9]{2}):([0-9]{2})"
    r"(?:\.([0-9]{1,30}))?([Zz]|[+-][0-9]{2}:[0-9]{2})"
)
_LEAP_SECOND = "60"
_ROUNDING = Decimal("0.01")  # allowed mismatch of rate and amounts, as each is rounded separately
_AS_DOUBLE = Context(prec=15)  # the digits that the service's doubles have
_MAX_TOTAL = 10**9  # entries; beyond any real wallet, and well within an offset's range


def transactions_from(body: bytes, wallet_id: WalletId) -> tuple[Transaction, ...]:
    """Return the transactions in the reply's body, newest first.

    ``wallet_id`` is the wallet's own, as in ``Balance.wallet_id``, or "" if unknown. Entries that
    are unreadable or move no money are skipped. Raises NotUnderstoodError if the body is not a list
    of transactions.
    """
    found = [
        transaction
        for entry in _entries(fields_of(body))
        if (transaction := _transaction(entry, wallet_id)) is not None
    ]
    return tuple(sorted(found, key=lambda transaction: transaction.at, reverse=True))


def offset_of_newest(body: bytes, size: int) -> int:
    """Return the offset of the page of ``size`` with the newest transactions; 0 for the first page.

    ``body`` is the first page. The order of the list is undocumented. If the oldest come first and
    this page does not hold them all, the newest are on the last page. Raises NotUnderstoodError.
    """
    fields = fields_of(body)
    entries = list(_entries(fields))
    pagination = fields.get("pagination")
    if len(entries) < 2 or not isinstance(pagination, dict):
        return 0
    try:
        begin, end = (_time(_created_at(entry)) for entry in (entries[0], entries[-1]))
        total = number_in(pagination.get("total", "0"))
    except NotUnderstoodError:
        return 0
    if begin >= end or not len(entries) < total <= _MAX_TOTAL:
        return 0
    return max(int(total) - size, 0)


def unit_price_from(body: bytes) -> Decimal:
    """Return the price of one ByteChip in US dollars, more than 0, in at most 15 digits.

    Raises NotUnderstoodError, also for another currency or if amounts and rate disagree.
    """
    fields = fields_of(body)
    currency = fields.get("currency")
    if type(currency) is not str or currency.upper() != CURRENCY:
        raise NotUnderstoodError("no price in dollars")
    unit_price = _positive(value_of(fields, "currencyAmount", "currency_amount"))
    units = _positive(fields.get("amount"))
    rate = _positive(value_of(fields, "exchangeRate", "exchange_rate"))
    if unit_price is not None and units is not None:
        price = _AS_DOUBLE.divide(unit_price, units)
        if rate is not None and not (_agree(price, rate) or _agree(price, _inverse(rate))):
            raise NotUnderstoodError("amounts and rate disagree")
    elif rate is not None:
        price = min(_AS_DOUBLE.plus(rate), _inverse(rate))
    else:
        raise NotUnderstoodError("neither amounts nor a rate")
    lowest, highest = PRICE_LIMITS
    if not lowest <= price <= highest:
        raise NotUnderstoodError("an impossible price")
    return price


def _entries(fields: dict[str, object]) -> Iterator[dict[str, object]]:
    if "data" not in fields and "pagination" not in fields:
        raise NotUnderstoodError("no known field")
    entries = fields.get("data", [])
    if not isinstance(entries, list):
        raise NotUnderstoodError("no list of transactions")
    return (entry for entry in entries if isinstance(entry, dict))


def _transaction(entry: dict[str, object], wallet_id: WalletId) -> Transaction | None:
    try:
        at = _time(_created_at(entry))
        amount = number_in(entry.get("amount"))
        leaves = _leaves(entry, amount, wallet_id)
    except NotUnderstoodError:
        return None
    if not amount:
        return None
    size = amount.copy_abs()  # unlike abs() and minus, this never rounds
    return Transaction(at, size.copy_negate() if leaves else size, _name(entry))


def _leaves(entry: dict[str, object], amount: Decimal, wallet_id: WalletId) -> bool:
    if wallet_id:
        if _account(value_of(entry, "accountFrom", "account_from")) == wallet_id:
            return True
        if _account(value_of(entry, "accountTo", "account_to")) == wallet_id:
            return False
    if amount < 0:
        return True
    kind = value_of(entry, "transactionType", "transaction_type")
    return isinstance(kind, str) and kind.strip().lower() == "payment"


def _account(raw: object) -> str:
    return showable(raw, MAX_WALLET_ID_LENGTH) if type(raw) is str else ""


def _name(entry: dict[str, object]) -> str:
    """Return the job's name, else another description, else ""."""
    related = entry.get("relatedEntityData", entry.get("related_entity_data"))
    details = related if isinstance(related, dict) else {}
    for raw in (
        details.get("jobName", details.get("job_name")),
        details.get("name"),
        details.get("description"),
        entry.get("description"),
    ):
        if type(raw) is str and (name := _one_line(raw)):
            return name
    return ""


def _one_line(text: str) -> str:
    return showable(" ".join(text.split()), MAX_NAME_LENGTH).strip()


def _created_at(entry: dict[str, object]) -> object:
    return value_of(entry, "createdAt", "created_at")


def _time(raw: object) -> datetime:
    """Parse an RFC 3339 time, in UTC; digits below a microsecond are cut off."""
    parts = re.fullmatch(_TIME, raw) if type(raw) is str else None
    if parts is None:
        raise NotUnderstoodError("no time")
    day, minute, second, fraction, zone = parts.groups()
    is_leap = second == _LEAP_SECOND  # the next minute's start, as on most clocks
    text = f"{day}T{minute}:{'59' if is_leap else second}.{(fraction or '0')[:6]:0<6}"
    try:
        at = datetime.fromisoformat(text + ("+00:00" if zone in "Zz" else zone))
        return at.astimezone(UTC) + timedelta(seconds=is_leap)
    except (ValueError, OverflowError):  # whose texts contain pieces of the body
        raise NotUnderstoodError("no time") from None


def _positive(raw: object) -> Decimal | None:
    """Return the number, or None if it is missing or 0, which proto3 cannot distinguish."""
    if raw is None:
        return None
    number = number_in(raw)
    if number < 0:
        raise NotUnderstoodError("a price below nothing")
    return number or None


def _inverse(rate: Decimal) -> Decimal:
    return _AS_DOUBLE.divide(Decimal(1), rate)


def _agree(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= _ROUNDING * max(one, other)
