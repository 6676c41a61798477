"""Invalid transaction and rate replies with status 200, hostile entries, other encodings."""

import json
import re

from wallet_tray.simulator.replies import Reply

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


GARBAGE_BOOKS: tuple[Reply, ...] = (
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
