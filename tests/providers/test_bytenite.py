"""ByteNite's answers, read through its description, and its access tokens.

Bodies are written by hand from the proto3 JSON mapping.
"""

import contextlib
import gzip
import json
import math
import time
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.support.wallet_answers import shipped
from wallet_tray.domain.money import Figure, Money
from wallet_tray.providers import DEFAULT
from wallet_tray.providers.json_reader import MAX_DEPTH, NotUnderstoodError
from wallet_tray.providers.model import Answer, Meaning
from wallet_tray.providers.reader import BalanceReading, Refusal
from wallet_tray.providers.reader import read as read_answers
from wallet_tray.providers.strategies import access_token_from, retry_delay_from

PROVIDER = shipped(DEFAULT)
CPU_LIMIT = 0.1  # seconds for any body; the worst of these take a few milliseconds


def found(body: bytes) -> BalanceReading | Refusal:
    started = time.thread_time()
    answer = read_answers(PROVIDER, [Answer(200, body)])
    assert time.thread_time() - started < CPU_LIMIT
    return answer


def read(body: bytes) -> BalanceReading:
    reading = found(body)
    assert isinstance(reading, BalanceReading), reading
    return reading


def refusal(body: bytes) -> Refusal:
    refused = found(body)
    assert isinstance(refused, Refusal), refused
    assert refused.meaning is Meaning.NOT_UNDERSTOOD
    return refused


def number(reading: BalanceReading, figure: Figure) -> Decimal:
    return reading.figures[figure].amount


def amount(text: str) -> bytes:
    return b'{"accountId":"a","availableBalance":%s}' % text.encode("utf-8", "surrogatepass")


GOOD_NUMBERS = [
    # as it arrives, and the amount it is
    ("0", "0"),
    ("18335", "18335"),
    ('"18335"', "18335"),
    ("12.50", "12.50"),
    ('"12.50"', "12.50"),
    ("0.1", "0.1"),
    ("-3.25", "-3.25"),
    ('"-3.25"', "-3.25"),
    ("1e3", "1000"),
    ("1E+3", "1000"),
    ("1.5e-3", "0.0015"),
    ('"1e3"', "1000"),
    ("-0", "0"),
    ("-0.0", "0"),
    ('"-0"', "0"),
    ("10000000000000000000", "10000000000000000000"),
    ('"9223372036854775807"', "9223372036854775807"),
    ("123456789.123456789123456789", "123456789.123456789123456789"),
    ("1.7976931348623157e+308", "1.7976931348623157E+308"),
    ("5e-324", "5E-324"),
    ("1e-99999", "0"),
    ("-1e-99999", "0"),
    ("0e999999999999999999", "0"),
    ("0.000e-999999999999999999", "0"),
    ('"1e-99999999999999999999999999"', "0"),
    ("0." + "1" * 398, "0." + "1" * 398),
    ("1" * 300, "1" * 300),
]

BAD_NUMBERS = [
    "true",
    "false",
    "null",
    "[]",
    "[1]",
    "{}",
    '{"value":1}',
    "NaN",
    "Infinity",
    "-Infinity",
    '"NaN"',
    '"Infinity"',
    '"-Infinity"',
    "1e400",
    "-1e400",
    '"1e400"',
    "1e9999999",
    "1e99999999999999999999",
    "1.7976931348623159e308",
    "9" * 5000,
    '"' + "9" * 5000 + '"',
    "0." + "1" * 399,
    '""',
    '" "',
    '" 12 "',
    '"12\\n"',
    '"12\\u0000"',
    '"+12"',
    '"012"',
    '".5"',
    '"5."',
    '"1_000"',
    '"1,000"',
    '"0x10"',
    '"1e"',
    '"12 BYC"',
    '"\u0661\u0662"',
    '"\\u0661\\u0662"',
    '"\uff11\uff12"',
    '"\u221212"',
    '"\\ud800"',
    "+1",
    "01",
    ".5",
    "1.",
    "--1",
    "0x10",
    "1_000",
]

BAD_BODIES = {
    "empty": b"",
    "blank": b"  \n",
    "no field": b"{}",
    "only unknown fields": b'{"code":13,"message":"an error that calls itself 200","details":[]}',
    "an empty account id alone": b'{"accountId":""}',
    "null": b"null",
    "a number": b"12",
    "a text": b'"12"',
    "a list": b"[]",
    "a list of one": b'[{"accountId":"a","availableBalance":1}]',
    "truncated": b'{"accountId":"a","availableBalance":1',
    "truncated in a number's field": b'{"accountId":"a","availableBalance":',
    "trailing junk": b'{"accountId":"a","availableBalance":1}x',
    "two documents": b'{"accountId":"a"}{"accountId":"b"}',
    "utf-16": '{"accountId":"a","availableBalance":1}'.encode("utf-16"),
    "utf-16 without a mark": '{"accountId":"a"}'.encode("utf-16-le"),
    "utf-32": '{"accountId":"a"}'.encode("utf-32"),
    "bad utf-8": b'{"accountId":"\xff","availableBalance":1}',
    "overlong utf-8": b'{"accountId":"\xc0\xaf","availableBalance":1}',
    "latin-1": '{"accountId":"ä"}'.encode("latin-1"),
    "100,000 brackets": b"[" * 100_000,
    "100,000 braces": b'{"a":' * 100_000,
    "deep unknown field": b'{"accountId":"a","x":' + b"[" * 50_000 + b"]" * 50_000 + b"}",
    "duplicate amount": b'{"accountId":"a","availableBalance":1,"availableBalance":2}',
    "both spellings": b'{"accountId":"a","availableBalance":1,"available_balance":1}',
    "both spellings of the id": b'{"accountId":"a","account_id":"a"}',
    "duplicate unknown": b'{"accountId":"a","x":1,"x":1}',
    "NaN in an unknown field": b'{"accountId":"a","x":NaN}',
    "account id a number": b'{"accountId":12,"availableBalance":1}',
    "account id null": b'{"accountId":null,"availableBalance":1}',
    "account id a list": b'{"accountId":["a"],"availableBalance":1}',
    "single quotes": b"{'accountId':'a'}",
    "a comment": b'{"accountId":"a"/*x*/}',
    "trailing comma": b'{"accountId":"a",}',
    "raw newline in a text": b'{"accountId":"a\nb"}',
    "protobuf": b"\n\x01a\x11\x00\x00\x00\x00\x00\x00Y@",
    "gzip": gzip.compress(b'{"accountId":"a"}', mtime=0),
    "NULs": b"\x00" * 1000,
}

WEB_PAGES = [
    b"<!doctype html><title>Sign in</title>",
    b"\n\n  <html></html>",
    b"\xef\xbb\xbf<html>",
    b'<?xml version="1.0"?>',
]


@pytest.mark.parametrize(("arrives", "is_amount"), GOOD_NUMBERS)
def test_amount_is_exactly_what_arrived(arrives: str, is_amount: str) -> None:
    available = read(amount(arrives)).available.amount
    assert available == Decimal(is_amount)
    assert not (available.is_zero() and available.is_signed())
    assert len(format(available, "f")) < 1000


@pytest.mark.parametrize("arrives", BAD_NUMBERS)
def test_invalid_amount_is_refused(arrives: str) -> None:
    assert not refusal(amount(arrives)).markup


@pytest.mark.parametrize("body", BAD_BODIES.values(), ids=BAD_BODIES.keys())
def test_invalid_balance_is_refused(body: bytes) -> None:
    assert not refusal(body).markup


@pytest.mark.parametrize("body", WEB_PAGES)
def test_web_page_is_recognised(body: bytes) -> None:
    assert refusal(body).markup


def test_whole_answer() -> None:
    body = b'{"accountId":"0f6a","totalBalance":120.5,"availableBalance":"100.25","amountDue":7.30}'
    reading = read(body)
    assert reading.wallet_id == "0f6a"
    assert reading.flags == frozenset()
    assert reading.figures == {
        Figure.AVAILABLE: Money(Decimal("100.25"), "BYC"),
        Figure.TOTAL: Money(Decimal("120.5"), "BYC"),
        Figure.RESERVED: Money(Decimal("20.25"), "BYC"),
        Figure.DUE: Money(Decimal("7.30"), "USD"),
    }


@pytest.mark.parametrize(
    ("body", "total", "available", "due", "wallet_id"),
    [
        (b'{"accountId":"a"}', "0", "0", "0", "a"),
        (b'{"accountId":"a","totalBalance":5}', "5", "0", "0", "a"),
        (b'{"amountDue":0}', "0", "0", "0", ""),
        (b'{"availableBalance":3}', "0", "3", "0", ""),
        (
            b'{"account_id":"a","total_balance":1,"available_balance":2,"amount_due":3}',
            "1",
            "2",
            "3",
            "a",
        ),
        (b'{"amountDue":3,"x":{"y":[null,true]},"accountId":"a"}', "0", "0", "3", "a"),
        (b'\t\r\n {"accountId":"a"} \n', "0", "0", "0", "a"),
    ],
)
def test_defaults_spellings_and_unknown_fields(
    body: bytes, total: str, available: str, due: str, wallet_id: str
) -> None:
    reading = read(body)
    assert reading.wallet_id == wallet_id
    assert number(reading, Figure.TOTAL) == Decimal(total)
    assert number(reading, Figure.AVAILABLE) == Decimal(available)
    assert number(reading, Figure.DUE) == Decimal(due)
    assert number(reading, Figure.RESERVED) == Decimal(total) - Decimal(available)


@pytest.mark.parametrize(
    ("arrives", "is_kept"),
    [
        ("0f6a-11", "0f6a-11"),
        ("<b>x</b>", "<b>x</b>"),  # plain text, wherever it is shown
        ("a\\u0000b\\nc\\u001bd\\u007f", "abcd"),
        ("\\u202egnp.exe", "gnp.exe"),
        ("a\\u200bb\\ufeffc\\u2066d", "abcd"),
        ("\\ud800a\\udfff", "a"),
        ("\\ue000a\\u2028b\\u2029", "ab"),
        ("e\\u0301", "\u00e9"),
        ("\\ud83d\\ude00", "\U0001f600"),
        ("a" * 60_000, "a" * 80),
    ],
)
def test_account_id_is_plain_and_short(arrives: str, is_kept: str) -> None:
    assert read(f'{{"accountId":"{arrives}"}}'.encode()).wallet_id == is_kept


def oracle(text: str) -> Fraction | None:
    """What the standard library's JSON reader, which is more generous, makes of a number."""
    if len(text) > 400 or text != text.strip() or not text.isascii() or "\n" in text:
        return None
    try:
        value = json.loads(text)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return None
        as_double = float(value)
    except (ValueError, OverflowError, RecursionError):
        return None
    if not math.isfinite(as_double):
        return None
    return Fraction(text) if as_double else Fraction(0)


numberlike = st.one_of(
    st.text("0123456789+-.eE_ \nNaInf\u0661", max_size=12),
    st.floats().map(repr),
    st.floats().map(lambda value: f"{value:e}"),
    st.integers().map(str),
    st.decimals().map(str),
    st.builds("{}e{}".format, st.integers(-99, 99), st.integers(-400, 400)),
)


@settings(max_examples=400, deadline=None, database=None)
@given(numberlike)
@example("1e309")
@example("-0e9")
def test_number_in_a_string_agrees_with_the_oracle(text: str) -> None:
    expected = oracle(text)
    body = json.dumps({"accountId": "a", "amountDue": text}).encode()
    if expected is None:
        refusal(body)
    else:
        assert Fraction(number(read(body), Figure.DUE)) == expected


@settings(max_examples=300, deadline=None, database=None)
@given(st.data())
def test_damaged_body_gives_the_true_numbers_or_none(data: st.DataObject) -> None:
    body = bytearray(
        b'{"accountId":"0f6a","totalBalance":120.5,"availableBalance":"1e2","amountDue":-7}'
    )
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(body) - 1))
        match data.draw(st.sampled_from(["change", "cut", "insert", "repeat"])):
            case "change":
                body[place] = data.draw(st.integers(0, 255))
            case "cut":
                del body[place : place + data.draw(st.integers(1, 9))]
            case "insert":
                body[place:place] = data.draw(st.sampled_from([b'"', b"{", b"0", b"e", b"-", b","]))
            case _:
                body[place:place] = body[: data.draw(st.integers(0, 40))]
        if not body:
            break
    reading = found(bytes(body))
    if isinstance(reading, Refusal):
        return
    document = json.loads(bytes(body).decode("utf-8-sig"))
    for name, figure in (
        ("totalBalance", Figure.TOTAL),
        ("availableBalance", Figure.AVAILABLE),
        ("amountDue", Figure.DUE),
    ):
        value = number(reading, figure)
        assert float(value) == float(document.get(name, 0))


FIELDS = ["accountId", "account_id", "totalBalance", "availableBalance", "amountDue"]
VALUES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.decimals().map(str)
    | st.text(max_size=4)
    | st.just([])
    | st.just({})
)


@settings(max_examples=600, deadline=None, database=None)
@given(st.dictionaries(st.sampled_from(FIELDS), VALUES))
@example({"accountId": "", "totalBalance": None})
@example({"accountId": "a", "availableBalance": 0.1, "totalBalance": 1e300})
def test_any_fields_give_their_numbers_or_none(fields: dict[str, object]) -> None:
    reading = found(json.dumps(fields).encode())
    if isinstance(reading, Refusal):
        assert reading.meaning is Meaning.NOT_UNDERSTOOD
        return
    for name, figure in (
        ("totalBalance", Figure.TOTAL),
        ("availableBalance", Figure.AVAILABLE),
        ("amountDue", Figure.DUE),
    ):
        value = fields.get(name, 0)
        expected = oracle(value if isinstance(value, str) else json.dumps(value))
        assert Fraction(number(reading, figure)) == expected


def test_byte_order_mark_is_allowed() -> None:
    assert read(b'\xef\xbb\xbf{"availableBalance":1}').available == Money(Decimal(1), "BYC")


@pytest.mark.parametrize(("depth", "is_read"), [(MAX_DEPTH, True), (MAX_DEPTH + 1, False)])
def test_depth_has_a_limit_of_its_own(depth: int, is_read: bool) -> None:
    body = b'{"accountId":"a","x":' + b"[" * (depth - 1) + b"]" * (depth - 1) + b"}"
    assert isinstance(found(body), BalanceReading) is is_read


GOOD_TOKENS = [
    (b'{"token":"t0k.en-_=","expiresIn":"3600","scope":"x"}', 3600),
    (b'{"token":"t0k.en-_=","expiresIn":3600}', 3600),
    (b'{"token":"t0k.en-_=","expires_in":"120"}', 120),
    (b'{"token":"t0k.en-_="}', 3000),
    (b'{"token":"t0k.en-_=","expiresIn":"0"}', 60),
    (b'{"token":"t0k.en-_=","expiresIn":"-1"}', 60),
    (b'{"token":"t0k.en-_=","expiresIn":"1e9"}', 86_400),
    (b'{"token":"t0k.en-_=","expiresIn":1e308}', 86_400),
    (b'{"token":"t0k.en-_=","expiresIn":-1e308}', 60),
    (b'{"token":"t0k.en-_=","expiresIn":"9223372036854775807"}', 86_400),
    (b'{"token":"t0k.en-_=","expiresIn":3.6e3}', 3600),
]

BAD_TOKENS = [
    b"",
    b"{}",
    b"[]",
    b'"token"',
    b'{"expiresIn":"3600"}',
    b'{"token":""}',
    b'{"token":null}',
    b'{"token":12}',
    b'{"token":["t"]}',
    b'{"token":"a b"}',
    b'{"token":"a\\r\\nX-Evil: 1"}',
    b'{"token":"a\\n"}',
    b'{"token":"a\\u0000"}',
    b'{"token":"\\u00e4"}',
    b'{"token":"\\ud800"}',
    b'{"token":"t","token":"u"}',
    b'{"token":"t","expiresIn":"3600s"}',
    b'{"token":"t","expiresIn":"3600.5"}',
    b'{"token":"t","expiresIn":"soon"}',
    b'{"token":"t","expiresIn":true}',
    b'{"token":"t","expiresIn":null}',
    b'{"token":"t","expiresIn":NaN}',
    b'{"token":"t","expiresIn":"1e400"}',
    b'{"token":"t","expiresIn":"1","expires_in":"1"}',
    b'{"token":"' + b"t" * 8193 + b'"}',
    b'{"token":"' + b"t" * 1_000_000 + b'"}',
]


@pytest.mark.parametrize(("body", "seconds"), GOOD_TOKENS)
def test_token_and_its_lifetime(body: bytes, seconds: int) -> None:
    issued = access_token_from(body)
    assert issued.text == "t0k.en-_="
    assert issued.lifetime == timedelta(seconds=seconds)
    assert "t0k" not in repr(issued)


@pytest.mark.parametrize("body", BAD_TOKENS, ids=lambda body: repr(body[:40]))
def test_unusable_token_is_not_understood(body: bytes) -> None:
    with pytest.raises(NotUnderstoodError):
        access_token_from(body)


def test_longest_token() -> None:
    assert len(access_token_from(b'{"token":"' + b"t" * 8192 + b'"}').text) == 8192


def details(delay: str, name: str = "type.googleapis.com/google.rpc.RetryInfo") -> bytes:
    return f'{{"code":8,"details":[{{"@type":"{name}","retryDelay":{delay}}}]}}'.encode()


@pytest.mark.parametrize(
    ("body", "seconds"),
    [
        (details('"30s"'), 30),
        (details('"1.5s"'), 1.5),
        (details('"0s"'), 0),
        (details('"999999999999s"'), 10**9),
        (details('"1e9s"'), None),
        (details('"-30s"'), None),
        (details('"30"'), None),
        (details('"\\u0663s"'), None),
        (details("30"), None),
        (details("null"), None),
        (details('{"seconds":30}'), None),
        (details('"30s"', "type.googleapis.com/google.rpc.DebugInfo"), None),
        (b'{"details":{}}', None),
        (b'{"details":[null,1,[],{},{"@type":7}]}', None),
        (b"", None),
        (b"<html>", None),
        (b"[" * 100_000, None),
    ],
)
def test_wait_in_an_error_body(body: bytes, seconds: float | None) -> None:
    wait = None if seconds is None else timedelta(seconds=seconds)
    assert retry_delay_from(body) == wait


def test_longest_wait_counts() -> None:
    one = json.loads(details('"30s"'))
    one["details"] += json.loads(details('"90s"'))["details"]
    assert retry_delay_from(json.dumps(one).encode()) == timedelta(seconds=90)


@pytest.mark.parametrize("parse", [access_token_from, found])
@settings(max_examples=200, deadline=None, database=None)
@given(body=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(parse: Callable[[bytes], object], body: bytes) -> None:
    with contextlib.suppress(NotUnderstoodError):
        parse(body)
