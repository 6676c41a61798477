"""Invalid balance replies with status 200, and unusual but valid ones."""

import json
import re
from collections.abc import Callable

from wallet_tray.simulator.replies import Reply, balance_body
from wallet_tray.simulator.wallet import Statement

_HTML = b"<!doctype html><title>Welcome</title><h1>Sign in to this network</h1>"


def _number(text: str) -> Callable[[Statement], Reply]:
    return lambda statement: Reply(
        200, f'{{"accountId":"{statement.wallet_id}","availableBalance":{text}}}'.encode()
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
    return Reply(200, json.dumps({"accountId": statement.wallet_id, **amounts}).encode())


def _without_defaults(statement: Statement) -> Reply:
    amounts = {
        "totalBalance": statement.total,
        "availableBalance": statement.available,
        "amountDue": statement.amount_due,
    }
    members = "".join(f',"{name}":{amount:f}' for name, amount in amounts.items() if amount)
    return Reply(200, f'{{"accountId":"{statement.wallet_id}"{members}}}'.encode())


def _with_unknown_fields(statement: Statement) -> Reply:
    more = b',"currency":"BYC","limits":{"daily":null,"list":[1,2]}}'
    return Reply(200, balance_body(statement)[:-1] + more)


def _with_exponents(statement: Statement) -> Reply:
    return Reply(
        200,
        f'{{"accountId":"{statement.wallet_id}","totalBalance":{statement.total * 100:f}e-2,'
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


_CREATED = "2026-05-04T12:00:00Z"
_CAPITAL = re.compile(r"[A-Z]")


def _entries(*entries: object) -> Reply:
    return Reply(200, json.dumps({"pagination": {}, "data": entries}).encode())


def _named(name: object) -> dict[str, object]:
    return {
        "createdAt": _CREATED,
        "amount": 1,
        "transactionType": "payment",
        "relatedEntityData": {"jobName": name},
    }


MALFORMED_TRANSACTIONS: tuple[Reply, ...] = (
    Reply(200, b"<!doctype html><title>Welcome</title>", {"Content-Type": "text/html"}),
    Reply(200, b""),
    Reply(200, b"null"),
    Reply(200, b"{}"),
    Reply(200, b'{"data":{}}'),
    Reply(200, b'{"data":[{"amount":1},'),
    Reply(200, b'{"data":' + b"[" * 20_000),
    Reply(200, b'{"data":[{"amount":NaN}]}'),
    Reply(200, b'{"currency":"USD","exchangeRate":1e400}'),
    Reply(200, b'{"currency":"EUR","currencyAmount":1,"amount":12.5}'),
    Reply(200, b'{"currency":"USD","currencyAmount":1,"exchangeRate":3,"amount":12.5}'),
    Reply(200, json.dumps({"data": [], "notes": "x" * 70_000}).encode()),
    _entries(
        None,
        [],
        {"createdAt": _CREATED},
        {"createdAt": "yesterday", "amount": 1},
        {"createdAt": _CREATED, "amount": "Infinity"},
    ),
    _entries(
        _named('<img src="file:///etc/hostname"><a href="https://example.com">click</a>'),
        _named("\u202egnp.exe\u2066\u0000\u001b[31m"),
        _named("two\nlines and \u2028 three"),
        _named("W" * 20_000),
        _named({"jobName": "nested"}),
        _named("%s %n {0} {name} $(id) &amp; &Quit"),
    ),
)
"""Hostile bodies. A client must reject them, or show only harmless, short, plain text."""


def spelled_otherwise(reply: Reply) -> Reply:
    """Return the same reply in another valid proto3 JSON encoding.

    Numbers become text, names become snake_case, and default values are omitted.
    """
    return Reply(reply.status, json.dumps(_respelled(json.loads(reply.body))).encode())


def _respelled(value: object) -> object:
    if isinstance(value, dict):
        return {
            _CAPITAL.sub(lambda letter: "_" + letter[0].lower(), name): _respelled(part)
            for name, part in value.items()
            if part or isinstance(part, dict)
        }
    if isinstance(value, list):
        return [_respelled(part) for part in value]
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return str(value) if is_number else value
