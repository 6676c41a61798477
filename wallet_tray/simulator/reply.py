"""What the simulated service answers, as plain values."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from http import HTTPStatus

from wallet_tray.simulator.wallet import Statement

# HTTP status -> google.rpc.Code, as google/rpc/code.proto maps them.
_RPC_CODES = {400: 3, 401: 16, 403: 7, 404: 5, 405: 12, 429: 8, 500: 13, 501: 12, 503: 14}
_RPC_UNKNOWN = 2


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer. Without a Content-Type among ``headers`` it is called JSON.

    ``delay`` passes before the first byte; with ``drop`` the connection ends without an answer.
    """

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: timedelta = timedelta(0)
    drop: bool = False


DROPPED = Reply(0, drop=True)


def balance_reply(statement: Statement) -> Reply:
    """The 200 of the balance call."""
    return Reply(200, balance_body(statement))


def balance_body(statement: Statement) -> bytes:
    """The wallet as JSON; amounts are numbers, digit by digit as they are in the statement."""
    account_id = json.dumps(statement.account_id)
    return (
        f'{{"accountId":{account_id},"totalBalance":{statement.total:f},'
        f'"availableBalance":{statement.available:f},"amountDue":{statement.amount_due:f}}}'
    ).encode()


def token_reply(token: str, life: timedelta) -> Reply:
    """The 200 of the exchange. ``expiresIn`` is an int64, which proto3 JSON carries as text."""
    seconds = str(int(life.total_seconds()))
    body = json.dumps({"token": token, "expiresIn": seconds, "scope": "wallet:read"})
    return Reply(200, body.encode(), {"Cache-Control": "no-store"})


def error_reply(
    status: int, message: str | None = None, headers: Mapping[str, str] | None = None
) -> Reply:
    """An error with a google.rpc.Status as its body."""
    text = message or HTTPStatus(status).phrase
    code = _RPC_CODES.get(status, _RPC_UNKNOWN)
    body = json.dumps({"code": code, "message": text, "details": []}).encode()
    return Reply(status, body, headers or {})
