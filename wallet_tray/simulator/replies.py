"""Replies of the simulated service, as plain values."""

import hashlib
import json
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http import HTTPStatus
from itertools import islice
from urllib.parse import parse_qs

from wallet_tray.domain.balance import WalletId
from wallet_tray.simulator.wallet import Entry, Ledger, Statement

# HTTP status -> google.rpc.Code, as mapped in google/rpc/code.proto.
_RPC_CODES = {400: 3, 401: 16, 403: 7, 404: 5, 405: 12, 429: 8, 500: 13, 501: 12, 503: 14}
_RPC_UNKNOWN = 2


@dataclass(frozen=True, slots=True)
class Reply:
    """One reply. Its Content-Type is JSON unless ``headers`` has one.

    ``delay`` is the wait before the first byte. With ``drop`` the connection closes without a
    reply.
    """

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: timedelta = timedelta(0)
    drop: bool = False


DROPPED = Reply(0, drop=True)


def balance_reply(statement: Statement) -> Reply:
    """Return the 200 reply of the balance call."""
    return Reply(200, balance_body(statement))


def balance_body(statement: Statement) -> bytes:
    """Return the wallet as JSON, with amounts as numbers with the exact digits of the statement."""
    wallet_id = json.dumps(statement.wallet_id)
    return (
        f'{{"accountId":{wallet_id},"totalBalance":{statement.total:f},'
        f'"availableBalance":{statement.available:f},"amountDue":{statement.amount_due:f}}}'
    ).encode()


def token_reply(token: str, life: timedelta) -> Reply:
    """Return the 200 reply of the token exchange.

    ``expiresIn`` is an int64, which proto3 JSON encodes as text.
    """
    seconds = str(int(life.total_seconds()))
    body = json.dumps({"token": token, "expiresIn": seconds, "scope": "wallet:read"})
    return Reply(200, body.encode(), {"Cache-Control": "no-store"})


def error_reply(
    status: int, message: str | None = None, headers: Mapping[str, str] | None = None
) -> Reply:
    """Return an error reply with a google.rpc.Status as its body."""
    text = message or HTTPStatus(status).phrase
    code = _RPC_CODES.get(status, _RPC_UNKNOWN)
    body = json.dumps({"code": code, "message": text, "details": []}).encode()
    return Reply(status, body, headers or {})


BYC_PER_DOLLAR = 12.5
"""A made-up rate."""

PAGE_LIMIT = 100
_PAGE_DEFAULT = 20
_LONGEST_NUMBER = 9  # digits
_SERVICE_ACCOUNT = "simulated-service"
_BANK_ACCOUNT = "simulated-bank"


def exchange_rate_reply() -> Reply:
    """Return the 200 reply of the exchange rate call."""
    body = {
        "currency": "USD",
        "currencyAmount": 1,
        "exchangeRate": BYC_PER_DOLLAR,
        "amount": BYC_PER_DOLLAR,
    }
    return Reply(200, json.dumps(body).encode())


def transactions_reply(
    ledger: Ledger, wallet_id: WalletId, created_at: Callable[[timedelta], datetime], query: str
) -> Reply:
    """Return one page of transactions, newest first regardless of ``orderBy``.

    ``created_at`` converts a scenario time to wall-clock time (aware, UTC). The reply is a 400 if
    limit or offset is not a number.
    """
    asked = parse_qs(query)
    limit = _number(asked, "pagination.limit", _PAGE_DEFAULT)
    offset = _number(asked, "pagination.offset", 0)
    if limit is None or offset is None:
        return error_reply(400, "limit and offset are whole numbers from 0 on.")
    page = islice(ledger.newest_first(), offset, offset + min(limit, PAGE_LIMIT))
    data = [_transaction(entry, wallet_id, created_at(entry.at)) for entry in page]
    total = len(ledger)
    pagination = {
        "total": str(total),  # an int64: text in proto3 JSON
        "offset": str(offset),
        "hasPrevious": offset > 0,
        "hasNext": offset + len(data) < total,
    }
    return Reply(200, json.dumps({"pagination": pagination, "data": data}).encode())


def _number(asked: dict[str, list[str]], name: str, default: int) -> int | None:
    text = asked.get(name, [str(default)])[-1]
    usable = text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER
    return int(text) if usable else None


def _transaction(entry: Entry, wallet_id: WalletId, created_at: datetime) -> dict[str, object]:
    leaves = entry.amount < 0
    other = _SERVICE_ACCOUNT if leaves else _BANK_ACCOUNT
    identity = uuid.uuid5(uuid.UUID(wallet_id), f"transaction {entry.number}")
    return {
        "id": str(identity),
        "createdAt": created_at.isoformat(timespec="microseconds").replace("+00:00", "Z"),
        "accountFrom": wallet_id if leaves else other,
        "accountTo": other if leaves else wallet_id,
        "amount": float(abs(entry.amount)),  # whole cents, so a double is exact
        "transactionType": "payment" if leaves else "top-up",
        "description": f"Payment of {entry.name}" if entry.job else entry.name,
        "balance": float(entry.balance),
        "notes": "",
        "hash": hashlib.sha256(identity.bytes).hexdigest(),
        "relatedEntityData": dict(_related(entry, wallet_id)),
    }


def _related(entry: Entry, wallet_id: WalletId) -> Iterator[tuple[str, object]]:
    if entry.job:
        yield "type", "job"
        yield "jobId", str(uuid.uuid5(uuid.UUID(wallet_id), f"job {entry.job}"))
        yield "jobName", entry.name
    elif entry.amount > 0:
        yield "type", "payment"
        yield "currency", "USD"
        yield "currencyAmount", round(float(entry.amount) / BYC_PER_DOLLAR, 2)
        yield "exchangeRate", BYC_PER_DOLLAR
    else:
        yield "type", "charge"
        yield "name", entry.name
