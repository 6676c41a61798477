"""Invalid balance replies with status 200, and unusual but valid ones."""

import json
from collections.abc import Callable

from wallet_tray.simulator.replies import Reply, balance_body
from wallet_tray.simulator.wallet import Statement

_HTML = b"<!doctype html><title>Welcome</title><h1>Sign in to this network</h1>"


def _number(text: str) -> Callable[[Statement], Reply]:
    return lambda statement: Reply(
        200, f'{{"accountId":"{statement.account_id}","availableBalance":{text}}}'.encode()
    )


def _body(body: bytes, content_type: str = "application/json") -> Callable[[Statement], Reply]:
    return lambda _statement: Reply(200, body, {"Content-Type": content_type})


GARBAGE: tuple[Callable[[Statement], Reply], ...] = (
    _body(_HTML, "text/html; charset=utf-8"),
    lambda statement: Reply(200, balance_body(statement)[:-20]),
    _body(b"null"),
    _number("NaN"),
    _number('"NaN"'),
    _number("Infinity"),
    _number("1e400"),
    _number("true"),
    _number("9" * 5000),
    _body(b""),
    _body(b"{}"),
    _body(b"[]"),
    _body(b"[" * 20_000),
    _body(b"\xff\xfe{\x00}\x00"),
    lambda statement: Reply(200, balance_body(statement), {"Content-Encoding": "gzip"}),
    lambda statement: Reply(200, balance_body(statement) + b"garbage"),
    _body(b'{"code": 13, "message": "an error that calls itself 200", "details": []}'),
)
"""Bodies that a client must reject regardless of the status."""


def _as_strings(statement: Statement) -> Reply:
    amounts = {
        "totalBalance": f"{statement.total:f}",
        "availableBalance": f"{statement.available:f}",
        "amountDue": f"{statement.amount_due:f}",
    }
    return Reply(200, json.dumps({"accountId": statement.account_id, **amounts}).encode())


def _without_defaults(statement: Statement) -> Reply:
    amounts = {
        "totalBalance": statement.total,
        "availableBalance": statement.available,
        "amountDue": statement.amount_due,
    }
    told = "".join(f',"{name}":{amount:f}' for name, amount in amounts.items() if amount)
    return Reply(200, f'{{"accountId":"{statement.account_id}"{told}}}'.encode())


def _with_unknown_fields(statement: Statement) -> Reply:
    more = b',"currency":"BYC","limits":{"daily":null,"list":[1,2]}}'
    return Reply(200, balance_body(statement)[:-1] + more)


def _with_exponents(statement: Statement) -> Reply:
    return Reply(
        200,
        f'{{"accountId":"{statement.account_id}","totalBalance":{statement.total * 100:f}e-2,'
        f'"availableBalance":{statement.available * 100:f}E-2,'
        f'"amountDue":{statement.amount_due:f}e0}}'.encode(),
    )


UNUSUAL: tuple[Callable[[Statement], Reply], ...] = (
    _as_strings,
    _without_defaults,
    _with_unknown_fields,
    _with_exponents,
)
"""Valid alternative encodings in proto3 JSON, which a client must accept."""
