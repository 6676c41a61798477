"""ByteNite read through its description gives what its own reader gives."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.providers.test_bytenite import BAD_BODIES, BAD_NUMBERS, GOOD_NUMBERS, WEB_PAGES, amount
from tests.support.wallet_answers import saved_answers, shipped
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.money import Figure
from wallet_tray.domain.provider import BYTENITE as TODAY
from wallet_tray.providers import DEFAULT
from wallet_tray.providers.bytenite import balance_from
from wallet_tray.providers.json_reader import MAX_DEPTH, NotUnderstoodError
from wallet_tray.providers.model import HeaderAuth, UnitKind
from wallet_tray.providers.reader import BalanceReading, Refusal, read
from wallet_tray.providers.reading_model import Answer, Meaning
from wallet_tray.providers.strategies import AUTH, DETAILS, Exchange

NOW = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)
PROVIDER = shipped(DEFAULT)
BYTE_ORDER_MARK = b"\xef\xbb\xbf"  # refused by today's reader, allowed by the format's page

SAVED = [saved.body for saved in saved_answers() if saved.provider == DEFAULT]
WHOLE = (
    b'{"accountId":"0f6a","totalBalance":120.5,"availableBalance":"1e2","amountDue":-7}',
    b'{"account_id":"a","total_balance":1,"available_balance":2,"amount_due":3}',
    b'{"accountId":"a"}',
    b'{"accountId":"a","totalBalance":5}',
    b'{"amountDue":0}',
    b'{"availableBalance":3}',
    b'\t\r\n {"accountId":"a"} \n',
    b'{"accountId":"' + b"a" * 60_000 + b'"}',
    b'{"accountId":"\\u202egnp.exe","amountDue":1}',
    b'{"accountId":"a","totalBalance":1,"availableBalance":2,"x":[[[1]]],"y":{"z":null}}',
)
BODIES = [
    *SAVED,
    *WHOLE,
    *WEB_PAGES,
    *(body for body in BAD_BODIES.values() if not body.startswith(BYTE_ORDER_MARK)),
    *(amount(arrives) for arrives, _is_amount in GOOD_NUMBERS),
    *(amount(arrives) for arrives in BAD_NUMBERS),
]


def today(body: bytes) -> Balance | NotUnderstoodError:
    try:
        return balance_from(body, NOW)
    except NotUnderstoodError as error:
        return error


def same(body: bytes) -> None:
    """Read the body both ways, and compare all of it, digits included."""
    reading = read(PROVIDER, [Answer(200, body)])
    balance = today(body)
    if isinstance(balance, NotUnderstoodError):
        assert isinstance(reading, Refusal)
        assert reading.meaning is Meaning.NOT_UNDERSTOOD
        assert reading.markup == balance.markup
        return
    assert isinstance(reading, BalanceReading)
    assert reading.wallet_id == balance.wallet_id
    assert {figure: (str(m.amount), m.unit) for figure, m in reading.figures.items()} == {
        Figure.AVAILABLE: (str(balance.available), balance.unit),
        Figure.TOTAL: (str(balance.total), balance.unit),
        Figure.RESERVED: (str(balance.reserved), balance.unit),
        Figure.DUE: (str(balance.amount_due), balance.amount_due_unit),
    }


@pytest.mark.parametrize("body", BODIES, ids=lambda body: repr(body[:40]))
def test_body_is_read_as_today(body: bytes) -> None:
    same(body)


@settings(max_examples=600, deadline=None, database=None)
@given(st.data())
def test_damaged_body_is_read_as_today(data: st.DataObject) -> None:
    body = bytearray(data.draw(st.sampled_from([*SAVED, *WHOLE[:7]])))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, max(len(body) - 1, 0)))
        match data.draw(st.sampled_from(["change", "cut", "insert", "repeat"])):
            case "change":
                body[place : place + 1] = bytes([data.draw(st.integers(0, 255))])
            case "cut":
                del body[place : place + data.draw(st.integers(1, 9))]
            case "insert":
                pieces = [b'"', b"{", b"0", b"e", b"-", b",", b"null", b"true", b"1e999", b"_"]
                body[place:place] = data.draw(st.sampled_from(pieces))
            case _:
                body[place:place] = body[: data.draw(st.integers(0, 40))]
    if not body.startswith(BYTE_ORDER_MARK):
        same(bytes(body))


FIELDS = ["accountId", "account_id", "totalBalance", "total_balance", "availableBalance"]
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.decimals().map(str),
    st.text(max_size=4),
    st.just([]),
    st.just({}),
)


@settings(max_examples=600, deadline=None, database=None)
@given(st.dictionaries(st.sampled_from([*FIELDS, "amountDue", "amount_due", "x"]), VALUES))
@example({"accountId": "", "totalBalance": None})
@example({"accountId": "a", "availableBalance": 0.1, "totalBalance": 1e300})
def test_any_fields_are_read_as_today(fields: dict[str, object]) -> None:
    same(json.dumps(fields).encode())


def test_byte_order_mark_is_allowed() -> None:
    reading = read(PROVIDER, [Answer(200, BYTE_ORDER_MARK + WHOLE[0])])
    assert isinstance(reading, BalanceReading)
    assert str(reading.available.amount) == "1E+2"


@pytest.mark.parametrize(("depth", "is_read"), [(MAX_DEPTH, True), (MAX_DEPTH + 1, False)])
def test_depth_has_a_limit_of_its_own(depth: int, is_read: bool) -> None:
    body = b'{"accountId":"a","x":' + b"[" * (depth - 1) + b"]" * (depth - 1) + b"}"
    same(body)
    assert isinstance(read(PROVIDER, [Answer(200, body)]), BalanceReading) is is_read


def test_description_has_the_facts_of_today() -> None:
    details = DETAILS[PROVIDER.strategies.details]
    exchange = AUTH[PROVIDER.strategies.auth]
    assert isinstance(exchange, Exchange)
    assert (PROVIDER.id, PROVIDER.name, PROVIDER.base) == (TODAY.name, TODAY.label, TODAY.api_url)
    assert [request.path for request in PROVIDER.requests] == [TODAY.balance_path]
    assert exchange.path == TODAY.access_token_path
    assert exchange.body("k") == b'{"apiKey": "k"}'
    assert PROVIDER.auth == HeaderAuth("Authorization")
    assert (details.transactions_path, details.price_path) == (
        TODAY.transactions_path,
        TODAY.exchange_rate_path,
    )
    assert (PROVIDER.pages.top_up, PROVIDER.key.page) == (TODAY.top_up_url, TODAY.api_keys_url)
    assert PROVIDER.kind_of(TODAY.unit) is UnitKind.POINTS


def test_limits_are_those_of_the_settings() -> None:
    from wallet_tray.domain.alert import AlertLimits

    limits, today = PROVIDER.usual_limits("BYC"), AlertLimits()
    assert (limits.low, limits.critical) == (today.low_balance, today.critical_balance)


def test_specification_names_the_fields() -> None:
    """The pointers of the description are the fields of the specification."""
    names = {str(term.pointer) for terms in PROVIDER.amounts.values() for term in terms.parts}
    assert names == {"/totalBalance", "/availableBalance", "/amountDue"}
