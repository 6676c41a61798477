"""The named code that descriptions refer to."""

from datetime import timedelta
from decimal import Decimal
from urllib.parse import parse_qs

import pytest

from tests.support.wallet_answers import described, shipped, shipped_ids
from wallet_tray.domain.balance import WalletId
from wallet_tray.domain.money import Money
from wallet_tray.providers.json_reader import NotUnderstoodError
from wallet_tray.providers.strategies import ANSWERS, AUTH, DETAILS, Exchange, FormBody


def test_exchange_sends_the_key_as_json_and_reads_a_token() -> None:
    exchange = AUTH["exchange"]
    assert isinstance(exchange, Exchange)
    assert exchange.body('k"\u00e9') == b'{"apiKey": "k\\"\\u00e9"}'
    issued = exchange.token_from(b'{"token":"t0k","expiresIn":"3600"}')
    assert (issued.text, issued.lifetime) == ("t0k", timedelta(hours=1))


def test_form_body_carries_fields_and_key() -> None:
    form = AUTH["form-body"]
    assert isinstance(form, FormBody)
    body = form.body(shipped("tensordock"), {"api_key": "a&b=ä", "other": "x"}, "t k")
    assert parse_qs(body.decode("ascii")) == {"api_key": ["a&b=ä"], "api_token": ["t k"]}


def test_details_read_transactions_and_price() -> None:
    details = DETAILS["bytenite"]
    page = (
        b'{"data":[{"createdAt":"2026-05-01T12:00:00Z","amount":5,"accountFrom":"w",'
        b'"description":"job"}]}'
    )
    (transaction,) = details.transactions(page, WalletId("w"))
    assert transaction.amount == Decimal(-5)
    assert details.offset_of_newest(page, 50) == 0
    query = (("pagination.limit", "50"), ("pagination.offset", "100"))
    assert details.page_query(50, 100) == query
    price = b'{"currency":"USD","currencyAmount":5,"amount":100}'
    assert details.unit_price(price) == Money(Decimal("0.05"), "USD")
    with pytest.raises(NotUnderstoodError):
        details.unit_price(b"{}")


def test_every_strategy_is_in_use() -> None:
    used = [shipped(identity).strategies for identity in shipped_ids()]
    assert {strategies.auth for strategies in used} - {""} == set(AUTH)
    assert {strategies.answer for strategies in used} - {""} == set(ANSWERS)
    assert {strategies.details for strategies in used} - {""} == set(DETAILS)


@pytest.mark.parametrize("name", ["auth", "answer", "books"])
def test_description_names_a_known_strategy_only(name: str) -> None:
    with pytest.raises(ValueError, match="write one of"):
        described(f"[strategies]\n{name} = 'other'")
