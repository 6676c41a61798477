"""Replies of the simulated service, as plain values."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from http import HTTPStatus

from wallet_tray.simulator.wallet import Statement

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
    account_id = json.dumps(statement.account_id)
    return (
        f'{{"accountId":{account_id},"totalBalance":{statement.total:f},'
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
