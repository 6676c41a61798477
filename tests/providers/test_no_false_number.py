"""No reading of any answer turns something else into an amount."""

import itertools
import json
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.builders import make_account
from tests.support.fault_server import FaultServer, in_order, response
from tests.support.wallet_answers import (
    SavedAnswer,
    answers_of,
    described,
    saved_answers,
    shipped,
    shipped_ids,
)
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.exit_code import ExitCode
from wallet_tray.domain.money import Figure, Money
from wallet_tray.domain.problem import Problem, WalletTrayError
from wallet_tray.http.client import WalletApi
from wallet_tray.providers.json_reader import Pointer
from wallet_tray.providers.model import Answer, Meaning
from wallet_tray.providers.provider import Provider
from wallet_tray.providers.reader import BalanceReading, Refusal, read

PROVIDERS = {identity: shipped(identity) for identity in shipped_ids()}
STRICT = [identity for identity, provider in PROVIDERS.items() if not provider.strategies.answer]
SAVED = saved_answers()
GOOD = [saved for saved in SAVED if saved.provider in STRICT and "problem" not in saved.expect]

# As they stand in the body. "-" removes the value.
NO_AMOUNTS = [
    "-",
    "null",
    "true",
    "false",
    '""',
    '" "',
    '"n/a"',
    '"NaN"',
    '"Infinity"',
    "NaN",
    "Infinity",
    "-Infinity",
    '"1,234.56"',
    '"1.234,56"',
    '"1 234"',
    '"1\\u00a0234"',
    '"1_234"',
    '"1\'234"',
    '"$5"',
    '"5 USD"',
    '"+5"',
    '"05"',
    '"5."',
    '".5"',
    '"0x5"',
    '"\\u0665"',
    '"\\uff15"',
    '"5\\n"',
    '"5\\u0000"',
    "1e999999999",
    "1e-999999999",
    "1e31",
    "9" * 41,
    "0." + "9" * 41,
    "9" * 5000,
    f'"{"9" * 5000}"',
    "[]",
    "[5]",
    "{}",
    '{"value":5}',
    "05",
    "+5",
]


def places(provider: Provider, variant: str) -> Iterator[tuple[Pointer, bool]]:
    """Yield the pointers to the numbers that are read, and whether each is in a list's entry."""
    chosen = provider.variant(variant)
    for terms in provider.description.amounts.values():
        for term in terms.of(chosen.id if chosen else ""):
            yield term.pointer, term.in_entry


def replaced(
    provider: Provider, body: bytes, pointer: Pointer, entry: int | None, by: str
) -> bytes:
    """Return the body with the text ``by`` at the place, in an entry of the list or outside."""
    document = json.loads(body)
    value: Any = document
    if entry is not None:
        assert provider.description.pick is not None
        for token in provider.description.pick.list.tokens:
            value = value[token]
        value = value[entry]
    *way, last = pointer.tokens
    for token in way:
        value = value[token]
    if by == "-":
        value.pop(last, None)
        return json.dumps(document).encode()
    value[last] = "the place"
    return json.dumps(document).replace('"the place"', by).encode()


def entries_of(provider: Provider, body: bytes) -> int:
    assert provider.description.pick is not None
    listed = provider.description.pick.list.find(json.loads(body))
    assert isinstance(listed, list)
    return len(listed)


@pytest.mark.parametrize("saved", GOOD, ids=[saved.name for saved in GOOD])
def test_other_value_in_the_place_of_a_number_is_no_amount(saved: SavedAnswer) -> None:
    provider = PROVIDERS[saved.provider]
    before = read(provider, answers_of(provider, Answer(200, saved.body)), saved.variant)
    assert isinstance(before, BalanceReading)
    for pointer, in_entry in places(provider, saved.variant):
        entries = range(entries_of(provider, saved.body)) if in_entry else [None]
        for entry, value in itertools.product(entries, NO_AMOUNTS):
            body = replaced(provider, saved.body, pointer, entry, value)
            after = read(provider, answers_of(provider, Answer(200, body)), saved.variant)
            if isinstance(after, Refusal):
                continue
            if after == before:  # the entry is not the picked one
                assert len(entries) > 1
                continue
            assert value in ("-", "null"), (pointer, value)
            left = {figure: before.figures[figure] for figure in after.figures}
            assert after.figures == left
            assert len(left) < len(before.figures)


SENT = [
    "deepseek",
    "deepgram",
    "openrouter",
    "twilio",
    "serpapi",
    "anticaptcha",
    "tensordock",
    "runpod",
    "akash",
]
"""Wallets of each form of sign-in, with a picked entry, two requests, a scale."""


@pytest.fixture
def server() -> Iterator[FaultServer]:
    server = FaultServer(b"")
    yield server
    server.close()


@pytest.fixture
def api() -> Iterator[WalletApi]:
    api = WalletApi("none")
    yield api
    api.close()


@pytest.mark.parametrize("identity", SENT)
def test_other_value_in_the_place_of_a_number_is_no_balance(
    identity: str, server: FaultServer, api: WalletApi
) -> None:
    """The whole way from a socket to the balance."""
    provider = PROVIDERS[identity]
    saved = next(saved for saved in GOOD if saved.provider == identity)
    account = make_account(
        of=identity,
        api_url=f"http://127.0.0.1:{server.port}",
        variant=saved.variant,
        fields=tuple((part.id, "AC1") for part in provider.fields),
    )

    def sent(body: bytes) -> Balance | Problem:
        answers = answers_of(provider, Answer(200, body))
        server.script = in_order(*(response(answer.status, answer.body) for answer in answers))
        try:
            return api.balance(account, "key", timedelta(seconds=30))
        except WalletTrayError as error:
            return error.problem

    def figures(balance: Balance) -> dict[Figure, Money]:
        return {Figure.AVAILABLE: balance.available, **balance.figures}

    before = sent(saved.body)
    assert isinstance(before, Balance)
    refused = 0
    for pointer, in_entry in places(provider, saved.variant):
        entry = 0 if in_entry else None
        for value in NO_AMOUNTS:
            after = sent(replaced(provider, saved.body, pointer, entry, value))
            if isinstance(after, Problem):
                assert after.kind.exit_code in (ExitCode.NO_BALANCE, ExitCode.NO_SERVICE)
                refused += 1
                continue
            assert value in ("-", "null"), (pointer, value)
            left = figures(after)
            assert left.items() < figures(before).items()
    assert refused >= len(NO_AMOUNTS) - 2


def oracle(value: object) -> Fraction | None:
    """Return the number that a document's value is, by the standard library alone."""
    if isinstance(value, str):
        try:
            inner = json.loads(value, parse_float=str, parse_int=str, parse_constant=lambda _: None)
        except (ValueError, RecursionError):
            return None
        if inner != value:  # blanks around it, or a text in quotes
            return None
    elif not isinstance(value, Decimal):
        return None
    text = str(value)
    return Fraction(text) if len(text) < 80 else None


JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**12), 10**12)
    | st.floats(-1e12, 1e12, allow_subnormal=False).filter(lambda x: x == 0 or abs(x) > 1e-9)
    | st.text("0123456789.-+eE ,_", max_size=6)
    | st.decimals(-(10**9), 10**9, places=6).map(str)
    | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from("abu"), inner),
    max_leaves=4,
)
THREE = described(
    '[flags]\nblocked = { at = "/f", is = true }',
    available='available.terms = [{ at = "/a" }, { at = "/b", scale = "-0.01" }]\n'
    'total.terms = [{ at = "/n/t", magnitude = true }]\ndue.terms = [{ at = "/a", scale = "-1" }]',
)


@settings(max_examples=1500, deadline=None, database=None)
@given(a=JSON_VALUES, b=JSON_VALUES, n=JSON_VALUES, t=JSON_VALUES, nests=st.booleans())
def test_any_values_give_their_exact_sum_or_none(
    a: object, b: object, n: object, t: object, *, nests: bool
) -> None:
    body = json.dumps({"a": a, "b": b, "n": {"t": t} if nests else n}).encode()
    found = read(THREE, [Answer(200, body)])
    document = json.loads(body, parse_float=Decimal, parse_int=Decimal)
    first, second = oracle(document["a"]), oracle(document["b"])
    if isinstance(found, Refusal):
        assert found.meaning is Meaning.NOT_UNDERSTOOD
        if first is not None and second is not None and nests:
            assert t is not None
            assert oracle(document["n"]["t"]) is None
        return
    assert first is not None
    assert second is not None
    assert Fraction(found.available.amount) == first - second / 100
    assert Fraction(found.figures[Figure.DUE].amount) == max(-first, Fraction(0))
    if Figure.TOTAL in found.figures:
        total = oracle(document["n"]["t"])
        assert total is not None
        assert Fraction(found.figures[Figure.TOTAL].amount) == abs(total)


@pytest.mark.parametrize("identity", shipped_ids())
@settings(max_examples=60, deadline=None, database=None)
@given(data=st.data())
def test_any_bytes_are_read_or_refused(identity: str, data: st.DataObject) -> None:
    provider = PROVIDERS[identity]
    bodies = [saved.body for saved in SAVED if saved.provider == identity]
    body = bytearray(data.draw(st.binary(max_size=40) | st.sampled_from(bodies)))
    for _ in range(data.draw(st.integers(0, 4))):
        place = data.draw(st.integers(0, len(body)))
        pieces = [
            b'"',
            b"{",
            b"[",
            b"]",
            b"0",
            b"e9",
            b"-",
            b",",
            b"null",
            b"true",
            b"NaN",
            b"\xff",
        ]
        match data.draw(st.sampled_from(["cut", "insert", "change"])):
            case "cut":
                del body[place : place + data.draw(st.integers(1, 9))]
            case "insert":
                body[place:place] = data.draw(st.sampled_from(pieces))
            case _:
                body[place : place + 1] = data.draw(st.sampled_from(pieces))
    status = data.draw(st.sampled_from([200, 200, 200, 204, 301, 401, 403, 404, 422, 429, 500]))
    answers = answers_of(provider, Answer(status, bytes(body)))
    for variant in [chosen.id for chosen in provider.variants] or [""]:
        found = read(provider, answers, variant)
        if isinstance(found, BalanceReading):
            assert all(money.amount.is_finite() for money in found.figures.values())
            assert 200 <= status < 300
        else:
            assert isinstance(found, Refusal)
