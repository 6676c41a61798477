"""Bodies of a 200 over a real socket: the balance that each is, or the problem that it becomes."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from tests.http.conftest import Client
from wallet_tray.domain.problem import ProblemKind as Kind


def with_available(text: str) -> bytes:
    """A balance whose available amount is written like this."""
    return f'{{"accountId":"a","totalBalance":1,"availableBalance":{text}}}'.encode()


READABLE = {
    "a number": (with_available("18335.25"), "18335.25"),
    "a string, as an older version sent it": (with_available('"18335"'), "18335"),
    "decimal zeros are kept": (with_available("1.500"), "1.500"),
    "an exponent": (with_available("1.5e3"), "1.5e3"),
    "a large exponent sign": (with_available("1E+2"), "1E+2"),
    "negative": (with_available("-3.5"), "-3.5"),
    "minus zero": (with_available("-0.0"), "0"),
    "the largest double": (with_available("1.7976931348623157e+308"), "1.7976931348623157e+308"),
    "more digits than a double has": (
        with_available("0.10000000000000000555"),
        "0.10000000000000000555",
    ),
    "too small for a double": (with_available("1e-99999"), "0"),
    "zero with a wild exponent": (with_available("0e999999999"), "0"),
    "more than an int64": (with_available("10000000000000000000"), "10000000000000000000"),
    "400 digits behind the point": (with_available("0." + "1" * 398), "0." + "1" * 398),
    "left out, so 0": (b'{"accountId":"a","totalBalance":5}', "0"),
    "only the account, so 0": (b'{"accountId":"a"}', "0"),
    "only a known number": (b'{"availableBalance":7}', "7"),
    "unknown fields": (b'{"availableBalance":7,"new":{"x":[1,null]},"accountId":"a"}', "7"),
    "another spelling": (b'{"account_id":"a","available_balance":7}', "7"),
    "another order": (
        b'{"amountDue":1,"availableBalance":7,"totalBalance":9,"accountId":"a"}',
        "7",
    ),
    "a byte order mark": (b'\xef\xbb\xbf{"availableBalance":7}', "7"),
    "white space around": (b' \r\n\t{"availableBalance":7,"accountId":"a"}\n', "7"),
    "escapes in the name of a field": (b'{"available\\u0042alance":7,"accountId":"a"}', "7"),
}

UNREADABLE = {
    "nothing": b"",
    "white space": b" \n",
    "{}": b"{}",
    "[]": b"[]",
    "null": b"null",
    "true": b"true",
    "a number": b"5",
    "a string": b'"balance"',
    "a balance in a list": b'[{"accountId":"a","availableBalance":1}]',
    "cut off": b'{"accountId":"a","availableBalance":1',
    "cut off in a string": b'{"accountId":"a',
    "more behind it": b'{"accountId":"a"} {"accountId":"b"}',
    "single quotes": b"{'accountId':'a'}",
    "a comma too many": b'{"accountId":"a",}',
    "a comment": b'{"accountId":"a"/* id */}',
    "UTF-16": '{"accountId":"a"}'.encode("utf-16"),
    "bad UTF-8": b'{"accountId":"\xff\xfe"}',
    "a NUL byte": b'{"accountId":"a"}\x00',
    "twice the same field": b'{"accountId":"a","availableBalance":1,"availableBalance":2}',
    "an id that is a number": b'{"accountId":5,"availableBalance":1}',
    "an error with status 200": b'{"code":16,"message":"x","details":[]}',
    "100,000 brackets": b"[" * 100_000,
    "60,000 brackets": b"[" * 60_000,
    "60,000 objects": b'{"a":' * 10_000,
    "NaN": with_available("NaN"),
    '"NaN"': with_available('"NaN"'),
    "Infinity": with_available("Infinity"),
    '"-Infinity"': with_available('"-Infinity"'),
    "1e400": with_available("1e400"),
    '"1e400"': with_available('"1e400"'),
    "1E+9999999": with_available("1E+9999999"),
    "5,000 digits": with_available("9" * 5000),
    "5,000 digits in a string": with_available(f'"{"9" * 5000}"'),
    "true as an amount": with_available("true"),
    "null as an amount": with_available("null"),
    "a list as an amount": with_available("[1]"),
    "an object as an amount": with_available('{"units":1}'),
    "an empty string": with_available('""'),
    "blanks around": with_available('" 12 "'),
    "a line end behind": with_available('"12\\n"'),
    "an underscore": with_available('"1_000"'),
    "a comma": with_available('"1,000"'),
    "a plus sign": with_available('"+5"'),
    "a zero in front": with_available('"007"'),
    "hexadecimal": with_available('"0x10"'),
    "Arabic digits": with_available('"\u0661\u0662"'),
    "full-width digits": with_available('"\uff11\uff12"'),
    "a unit": with_available('"5 BYC"'),
    "no digits before the point": with_available('".5"'),
    "no digits behind the point": with_available('"5."'),
}


def served(body: bytes) -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
    return head.encode() + b"\r\n\r\n" + body


@pytest.mark.parametrize("name", READABLE)
def test_a_readable_body_is_a_balance(
    client: Client, fault_server: Callable[..., Any], name: str
) -> None:
    body, available = READABLE[name]
    server = fault_server(served(body))
    balance = client.balance(f"http://127.0.0.1:{server.port}/v1").result
    assert balance is not None
    # As text too: no digit is lost or added, and a zero has no exponent.
    amount = balance.available.amount
    assert amount == Decimal(available)
    assert str(amount) == str(Decimal(available))


@pytest.mark.parametrize("name", UNREADABLE)
def test_an_unreadable_body_is_never_a_balance(
    client: Client, fault_server: Callable[..., Any], name: str
) -> None:
    server = fault_server(served(UNREADABLE[name]))
    asked = client.balance(f"http://127.0.0.1:{server.port}/v1")
    assert asked.result is None
    assert (asked.problem.kind, asked.problem.kind.exit_code) == (Kind.NOT_UNDERSTOOD, 6)
    assert asked.busy_seconds < 1
