"""Transactions and exchange rates, good and bad. Bodies are written by hand from the wire's rules:
the proto3 JSON mapping, and ByteNite's documentation pages."""

import json
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from itertools import pairwise
from typing import Any
from unicodedata import category

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from wallet_tray.domain.history_values import Transaction
from wallet_tray.providers.bytenite_transactions import (
    offset_of_newest,
    transactions_from,
    unit_price_from,
)
from wallet_tray.providers.json_reader import NotUnderstoodError

OURS = "a946a5f3-f430-4f1d-ac58-165190436c7c"
AT = "2024-12-12T06:59:38.653263Z"
MOMENT = datetime(2024, 12, 12, 6, 59, 38, 653263, tzinfo=UTC)
CPU_LIMIT = 0.2  # seconds for any body of 64 KiB or a little more


def timed(parse: Callable[[], Any]) -> Any:
    started = time.thread_time()
    try:
        return parse()
    finally:
        assert time.thread_time() - started < CPU_LIMIT


def read(body: bytes | dict[str, object], wallet_id: str = OURS) -> tuple[Transaction, ...]:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    found: tuple[Transaction, ...] = timed(lambda: transactions_from(raw, wallet_id))
    return found


def one(wallet_id: str = OURS, **fields: object) -> Transaction | None:
    """The transaction that an entry is; ``fields`` stand in for, or are added to, a good one's."""
    good: dict[str, object] = {"createdAt": AT, "amount": 5, "accountFrom": OURS}
    entry = {name: value for name, value in (good | fields).items() if value is not ...}
    found = read({"data": [entry]}, wallet_id)
    assert len(found) <= 1
    return found[0] if found else None


def test_an_entry_as_the_documentation_shows_it() -> None:
    body = {
        "pagination": {"total": 1, "offset": 1, "hasPrevious": True, "hasNext": True},
        "data": [
            {
                "id": "18bea1a1-85c9-4652-a32f-4bad10c45d2b",
                "createdAt": AT,
                "accountFrom": OURS,
                "accountTo": "stripe-main",
                "amount": 0.00022723,
                "transactionType": "payment",
                "notes": "",
                "hash": "00",
                "relatedEntityData": {
                    "type": "payment",
                    "name": "",
                    "jobName": "Job 4ce8",
                    "description": "Payment of Job 4ce8",
                    "currency": "USD",
                },
                "description": "a description",
                "balance": 0,
            }
        ],
    }
    assert read(body) == (Transaction(MOMENT, Decimal("-0.00022723"), "Job 4ce8"),)


@pytest.mark.parametrize(
    ("arrives", "moment"),
    [
        ("2024-12-12T06:59:38Z", MOMENT.replace(microsecond=0)),
        ("2024-12-12t06:59:38z", MOMENT.replace(microsecond=0)),
        ("2024-12-12T06:59:38.6Z", MOMENT.replace(microsecond=600_000)),
        ("2024-12-12T06:59:38.653263999Z", MOMENT),
        ("2024-12-12T06:59:38.000000000000000000000001Z", MOMENT.replace(microsecond=0)),
        ("2024-12-12T08:59:38.653263+02:00", MOMENT),
        ("2024-12-11T19:29:38.653263-11:30", MOMENT),
        ("2024-12-12T06:59:38.653263-00:00", MOMENT),
        ("2016-12-31T23:59:60Z", datetime(2017, 1, 1, tzinfo=UTC)),
        ("2017-01-01T01:59:60.5+02:00", datetime(2017, 1, 1, 0, 0, 0, 500_000, tzinfo=UTC)),
        ("2024-02-29T00:00:00Z", datetime(2024, 2, 29, tzinfo=UTC)),
        ("9999-12-31T23:59:59Z", datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)),
    ],
)
def test_times_of_any_offset_and_fraction(arrives: str, moment: datetime) -> None:
    found = one(createdAt=arrives)
    assert found is not None
    assert found.at == moment
    assert found.at.utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    "arrives",
    [
        ...,
        None,
        "",
        5,
        1734000000,
        "1734000000",
        [AT],
        {"seconds": 1734000000},
        "2024-12-12",
        "2024-12-12T06:59:38",
        "2024-12-12 06:59:38Z",
        "2024-12-12T06:59Z",
        "2024-12-12T06:59:38+0200",
        "2024-12-12T06:59:38 Z",
        "2024-12-12T06:59:38.Z",
        "2024-12-12T06:59:38." + "1" * 31 + "Z",
        "2024-13-12T06:59:38Z",
        "2023-02-29T06:59:38Z",
        "2024-12-12T24:00:00Z",
        "2024-12-12T06:60:38Z",
        "2024-12-12T06:59:61Z",
        "2024-12-12T06:59:38+24:00",
        "0000-12-12T06:59:38Z",
        "0001-01-01T00:00:00+00:01",
        "9999-12-31T23:59:59-00:01",
        "9999-12-31T23:59:60Z",
        "２０２４-12-12T06:59:38Z",
        AT + "\n",
        "<b>" + AT,
    ],
)
def test_an_entry_without_a_time_is_left_out(arrives: object) -> None:
    assert one(createdAt=arrives) is None


@pytest.mark.parametrize(
    ("arrives", "amount"),
    [
        (b"5", "-5"),
        (b'"5"', "-5"),
        (b'"1e2"', "-1e2"),
        (b"0.1", "-0.1"),
        (b"-5", "-5"),
        (b"1" * 60 + b"." + b"1" * 60, "-" + "1" * 60 + "." + "1" * 60),
        (b"1.7976931348623157e308", "-1.7976931348623157e308"),
        (b"0", None),
        (b"-0.0", None),
        (b"1e-99999999", None),
        (b"null", None),
        (b'""', None),
        (b'"NaN"', None),
        (b'"Infinity"', None),
        (b"1e400", None),
        (b"9" * 401, None),
        (b"true", None),
        (b"[5]", None),
        (b'"1_0"', None),
        ('"\u0661"'.encode(), None),
    ],
)
def test_amounts_are_exact_or_the_entry_is_left_out(arrives: bytes, amount: str | None) -> None:
    bad = b'{"createdAt":"%s","accountFrom":"%s","amount":%s}'
    good = b'{"createdAt":"%s","accountFrom":"%s","amount":7}'
    who = (AT.encode(), OURS.encode())
    found = read(b'{"data":[%s,%s]}' % (bad % (*who, arrives), good % who))
    expected = [] if amount is None else [amount]
    assert [str(t.amount) for t in found] == [str(Decimal(text)) for text in (*expected, "-7")]


def test_an_entry_without_an_amount_is_left_out() -> None:
    assert one(amount=...) is None


OTHER = "stripe-main"
DIRECTIONS = [
    # accountFrom, accountTo, type, amount: does it leave?
    (OURS, OTHER, "payment", 5, True),
    (OTHER, OURS, "payment", 5, False),
    (OURS, OTHER, "top-up", 5, True),
    (OTHER, OURS, "top-up", -5, False),
    (OURS, OTHER, "coupon", -5, True),
    (OURS, ..., ..., 5, True),
    (..., OURS, ..., 5, False),
    ("x", "y", "payment", 5, True),
    ("x", "y", " Payment", 5, True),
    ("x", "y", "top-up", 5, False),
    ("x", "y", "top-up", -5, True),
    (..., ..., "payment", -5, True),
    (..., ..., "payment", 5, True),
    (..., ..., "coupon", 5, False),
    (..., ..., ..., 5, False),
    (..., ..., ..., -5, True),
    ("", "", "", 5, False),
    (5, [OURS], {}, 5, False),
]


@pytest.mark.parametrize(("sender", "taker", "kind", "amount", "leaves"), DIRECTIONS)
def test_direction(sender: object, taker: object, kind: object, amount: int, leaves: bool) -> None:
    found = one(accountFrom=sender, accountTo=taker, transactionType=kind, amount=amount)
    assert found is not None
    assert found.amount == (-5 if leaves else 5)


def test_direction_without_an_id_of_our_own() -> None:
    for kind, amount in (("payment", -5), ("coupon", 5)):
        found = one("", accountFrom="", accountTo=OURS, transactionType=kind)
        assert found is not None
        assert found.amount == amount


def test_our_id_is_compared_as_it_is_kept() -> None:
    found = one("ab", accountFrom="a\u200bb\n", transactionType="coupon")
    assert found is not None
    assert found.amount == -5


@pytest.mark.parametrize("field", ["createdAt", "amount", "accountFrom", "transactionType"])
@pytest.mark.parametrize("value", [None, {}, []])
def test_used_fields_of_a_wrong_kind_never_raise(field: str, value: object) -> None:
    one(**{field: value})


NAMES = [
    ({"jobName": "Render", "name": "n", "description": "d"}, "e", "Render"),
    ({"name": "n", "description": "d"}, "e", "n"),
    ({"jobName": "", "name": " ", "description": "d"}, "e", "d"),
    ({"jobName": None, "name": 5}, "e", "e"),
    ({"job_name": "Render"}, "e", "Render"),
    ({}, "e", "e"),
    (None, "e", "e"),
    (..., "e", "e"),
    ([], ..., ""),
    ("text", None, ""),
    (..., ..., ""),
    ({"jobName": "two\nlines\tand\u2028more  blanks "}, "", "two lines and more blanks"),
    ({"jobName": "\u202egnp.exe"}, "", "gnp.exe"),
    ({"jobName": "\x00\x1b[31m\x7f"}, "", "[31m"),
    ({"jobName": "\u200b\u2066\ufeff"}, "next", "next"),
    ({"jobName": "\ud800x"}, "", "x"),
    ({"jobName": "<b onclick=x>&amp;"}, "", "<b onclick=x>&amp;"),  # plain text wherever shown
    ({"jobName": "e\u0301"}, "", "\u00e9"),
    ({"jobName": "x" * 60_000}, "", "x" * 80),
    ({"jobName": "x" * 79 + " y"}, "", "x" * 79),
    ({"jobName": "\ufdfa" * 20_000}, "", "\ufdfa" * 80),
    ({"jobName": "\U0001f600 Job"}, "", "\U0001f600 Job"),
]


@pytest.mark.parametrize(("related", "description", "name"), NAMES)
def test_name(related: object, description: object, name: str) -> None:
    found = one(relatedEntityData=related, description=description)
    assert found is not None
    assert found.name == name


def test_snake_case_and_both_spellings() -> None:
    entry = {"created_at": AT, "account_from": OURS, "amount": "5", "transaction_type": "x"}
    related = {"related_entity_data": {"job_name": "Render"}}
    assert read({"data": [entry | related]}) == (Transaction(MOMENT, Decimal(-5), "Render"),)
    assert read({"data": [entry | {"createdAt": AT}]}) == ()
    assert read({"data": [entry | {"accountFrom": OURS}]}) == ()


def test_bad_entries_leave_the_others() -> None:
    good = {"createdAt": AT, "accountFrom": OURS, "amount": 1, "new": {"x": [1, None]}}
    entries = [None, 5, "x", [], [good], {}, good, {"amount": 5}, {"createdAt": AT}, good]
    assert read({"data": entries}) == (Transaction(MOMENT, Decimal(-1), ""),) * 2


def test_newest_first_whatever_the_order() -> None:
    days = [3, 1, 9, 4]
    entries = [{"createdAt": f"2024-12-0{day}T00:00:00Z", "amount": day} for day in days]
    assert [int(t.amount) for t in read({"data": entries})] == [9, 4, 3, 1]


@pytest.mark.parametrize(
    "body",
    [
        {"data": []},
        {"pagination": {"total": "0"}},
        {"pagination": None, "data": []},
        {"pagination": {}, "new": 1},
    ],
)
def test_no_transactions(body: dict[str, object]) -> None:
    assert read(body) == ()


BAD_BODIES = {
    "empty": b"",
    "no known field": b"{}",
    "an error that calls itself 200": b'{"code":13,"message":"","details":[]}',
    "a list": b"[]",
    "null": b"null",
    "data null": b'{"data":null}',
    "data an object": b'{"data":{"createdAt":"x"}}',
    "data a text": b'{"data":"x"}',
    "truncated": b'{"data":[{"amount":1},',
    "trailing junk": b'{"data":[]}x',
    "bad utf-8": b'{"data":["\xff"]}',
    "byte order mark": b'\xef\xbb\xbf{"data":[]}',
    "NaN": b'{"data":[{"amount":NaN}]}',
    "twice": b'{"data":[],"data":[]}',
    "twice in an entry": b'{"data":[{"amount":1,"amount":2}]}',
    "deep": b'{"data":' + b"[" * 60_000,
    "deep entries": b'{"data":' + b"[" * 30_000 + b"]" * 30_000 + b"}",
    "deep related": b'{"data":[{"relatedEntityData":' + b'{"a":' * 12_000,
    "protobuf": b"\n\x01a\x11\x00\x00\x00\x00\x00\x00Y@",
}


@pytest.mark.parametrize("body", BAD_BODIES.values(), ids=BAD_BODIES.keys())
@pytest.mark.parametrize("parse", [read, unit_price_from, lambda b: offset_of_newest(b, 50)])
def test_invalid_answer_is_refused(body: bytes, parse: Callable[[bytes], object]) -> None:
    with pytest.raises(NotUnderstoodError) as caught:
        timed(lambda: parse(body))
    assert caught.value.__cause__ is None
    assert not caught.value.markup


@pytest.mark.parametrize("parse", [read, unit_price_from])
def test_a_web_page_is_recognised(parse: Callable[[bytes], object]) -> None:
    with pytest.raises(NotUnderstoodError) as caught:
        parse(b"\n<html>")
    assert caught.value.markup


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
FIELDS = ["createdAt", "amount", "accountFrom", "accountTo", "transactionType", "description"]
entries = st.fixed_dictionaries(
    {},
    optional=dict.fromkeys(FIELDS, json_values)
    | {
        "createdAt": st.datetimes(timezones=st.just(timezone(timedelta(hours=3)))).map(
            datetime.isoformat
        ),
        "amount": st.floats() | st.floats().map(repr) | st.integers(),
        "relatedEntityData": st.dictionaries(
            st.sampled_from(["jobName", "name", "description"]), json_values
        ),
    },
)


@settings(max_examples=300, deadline=None, database=None)
@given(st.lists(entries | json_values, max_size=6), st.sampled_from(["", OURS]))
@example([{"createdAt": AT, "amount": "1e308", "accountFrom": OURS}], OURS)
def test_any_entry_gives_valid_transactions(listed: list[Any], ours: str) -> None:
    try:
        body = json.dumps({"data": listed}, allow_nan=False).encode()
    except ValueError:
        return
    found = read(body, ours)
    for transaction in found:
        assert transaction.at.utcoffset() == timedelta(0)
        assert transaction.amount.is_finite()
        assert transaction.amount != 0
        assert len(transaction.name) <= 80
        assert not {"Cc", "Cf", "Cs", "Zl", "Zp"} & set(map(category, transaction.name))
        assert transaction.name == transaction.name.strip()
    assert all(newer.at >= older.at for newer, older in pairwise(found))


def page(first: int, last: int, total: object, count: int = 3) -> bytes:
    """A first page whose entries were made from day ``first`` to day ``last``."""
    days = [first + (last - first) * number // max(count - 1, 1) for number in range(count)]
    data = [{"createdAt": f"2024-12-{day:02}T00:00:00Z", "amount": 1} for day in days]
    return json.dumps({"pagination": {"total": total}, "data": data}).encode()


@pytest.mark.parametrize(
    ("body", "offset"),
    [
        (page(9, 1, 400), 0),  # the newest come first
        (page(1, 9, 400), 397),
        (page(1, 9, "400"), 397),  # an int64 is a text
        (page(1, 9, 4), 1),
        (page(1, 9, 3), 0),  # there are no more
        (page(1, 9, 0), 0),
        (page(5, 5, 400), 0),
        (page(1, 9, "many"), 0),
        (page(1, 9, -5), 0),
        (page(1, 9, "1e300"), 0),
        (page(1, 9, None), 0),
        (page(1, 9, 400, count=1), 0),
        (b'{"data":[]}', 0),
        (b'{"data":[{},{}],"pagination":{"total":400}}', 0),
        (b'{"data":[{},{}],"pagination":[]}', 0),
        (b'{"pagination":{"total":400}}', 0),
    ],
)
def test_offset_of_the_newest_transactions(body: bytes, offset: int) -> None:
    assert offset_of_newest(body, 3) == offset


def rate(text: str) -> Decimal:
    price: Decimal = timed(lambda: unit_price_from(text.encode()))
    return price


PRICES = [
    # amounts and a rate that agrees, either way round
    ('{"currency":"USD","currencyAmount":1,"exchangeRate":12.5,"amount":12.5}', "0.08"),
    ('{"currency":"USD","currencyAmount":1,"exchangeRate":0.08,"amount":12.5}', "0.08"),
    ('{"currency":"USD","currencyAmount":"100","exchangeRate":"12.5","amount":"1250"}', "0.08"),
    ('{"currency":"USD","currency_amount":1,"exchange_rate":12.5,"amount":12.5}', "0.08"),
    ('{"currency":"usd","currencyAmount":2,"amount":25}', "0.08"),
    ('{"currency":"USD","currencyAmount":1,"exchangeRate":12.4999,"amount":12.5}', "0.08"),
    ('{"currency":"USD","currencyAmount":3,"exchangeRate":3,"amount":1}', "3"),  # amounts decide
    ('{"currency":"USD","currencyAmount":1,"exchangeRate":1,"amount":1}', "1"),
    ('{"currency":"USD","currencyAmount":1,"exchangeRate":0,"amount":12.5}', "0.08"),
    ('{"currency":"USD","currencyAmount":1,"amount":3}', "0.333333333333333"),
    # a rate alone, as proto3 leaves out zeros: a core for an hour costs a dollar at most
    ('{"currency":"USD","exchangeRate":0.08}', "0.08"),
    ('{"currency":"USD","exchangeRate":12.5}', "0.08"),
    ('{"currency":"USD","currencyAmount":0,"exchangeRate":12.5,"amount":0}', "0.08"),
    ('{"currency":"USD","currencyAmount":1,"exchangeRate":12.5}', "0.08"),
    ('{"currency":"USD","exchangeRate":12.5,"amount":7,"new":[1]}', "0.08"),
    ('{"currency":"USD","exchangeRate":1}', "1"),
]

NO_PRICES = [
    "{}",
    '{"currency":"USD"}',
    '{"exchangeRate":0.08}',
    '{"currency":"","exchangeRate":0.08}',
    '{"currency":"EUR","currencyAmount":1,"exchangeRate":12.5,"amount":12.5}',
    '{"currency":null,"exchangeRate":0.08}',
    '{"currency":["USD"],"exchangeRate":0.08}',
    '{"currency":"USD","exchangeRate":0}',
    '{"currency":"USD","currencyAmount":1}',
    '{"currency":"USD","amount":1}',
    '{"currency":"USD","exchangeRate":null}',
    '{"currency":"USD","exchangeRate":-0.08}',
    '{"currency":"USD","currencyAmount":-1,"amount":-12.5}',
    '{"currency":"USD","currencyAmount":1,"exchangeRate":13,"amount":12.5}',
    '{"currency":"USD","currencyAmount":1,"exchangeRate":12.5,"exchange_rate":12.5}',
    '{"currency":"USD","exchangeRate":"NaN"}',
    '{"currency":"USD","exchangeRate":Infinity}',
    '{"currency":"USD","exchangeRate":1e400}',
    '{"currency":"USD","exchangeRate":1e300}',
    '{"currency":"USD","currencyAmount":1e300,"amount":1e-300}',
    '{"currency":"USD","currencyAmount":1e-300,"amount":1e300}',
    '{"currency":"USD","exchangeRate":true}',
    '{"currency":"USD","exchangeRate":0.08,"currency":"USD"}',
]


@pytest.mark.parametrize(("body", "price"), PRICES)
def test_price_of_a_unit(body: str, price: str) -> None:
    assert rate(body) == Decimal(price)


@pytest.mark.parametrize("body", NO_PRICES)
def test_no_price_is_better_than_a_wrong_one(body: str) -> None:
    with pytest.raises(NotUnderstoodError):
        rate(body)


@settings(max_examples=300, deadline=None, database=None)
@given(st.floats(0.001, 1.0), st.floats(0.01, 1e6), st.booleans(), st.booleans())
def test_both_ways_round_are_the_same_price(
    price: float, unit_price: float, inverse: bool, with_amounts: bool
) -> None:
    document: dict[str, object] = {
        "currency": "USD",
        "exchangeRate": 1 / price if inverse else price,
    }
    if with_amounts:
        document |= {"currencyAmount": unit_price, "amount": unit_price / price}
    assert float(rate(json.dumps(document))) == pytest.approx(price, rel=1e-9)
