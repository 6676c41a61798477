"""Transactions and exchange rates over real sockets: the simulated service, and worse ones."""

import json
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from tests.http.conftest import Client
from tests.support.builders import make_account
from wallet_tray.domain.history_values import Transaction
from wallet_tray.domain.money import Money
from wallet_tray.domain.problem import Problem, WalletTrayError
from wallet_tray.domain.problem import ProblemKind as Kind
from wallet_tray.http import client as wallet_api
from wallet_tray.http.client import PAGE_SIZE

OURS = "a946a5f3"
IN_TIME = 15  # seconds on a machine however busy; every fault here would go on for longer
ENTRY = {
    "createdAt": "2026-05-04T12:00:00Z",
    "accountFrom": OURS,
    "amount": 4.5,
    "relatedEntityData": {"jobName": "Render"},
}
BOOKS = json.dumps({"pagination": {"total": 1}, "data": [ENTRY]}).encode()
RENDER = Transaction(datetime(2026, 5, 4, 12, tzinfo=UTC), Decimal("-4.5"), "Render")
RATE = b'{"currency":"USD","currencyAmount":1,"exchangeRate":12.5,"amount":12.5}'
HTML = b"<!doctype html><title>Sign in to this network</title>"


def answer(status: int, body: bytes = b"", headers: dict[str, str] | None = None) -> bytes:
    defaults = {"Content-Type": "application/json", "Content-Length": str(len(body))}
    lines = [f"{name}: {text}" for name, text in (defaults | (headers or {})).items()]
    return "\r\n".join([f"HTTP/1.1 {status} Words", *lines, "", ""]).encode() + body


def url(server: Any) -> str:
    return f"http://127.0.0.1:{server.port}/v1"


@pytest.fixture(params=["transactions", "exchange_rate"])
def ask(request: pytest.FixtureRequest, client: Client) -> Callable[..., Any]:
    """Makes one of the two calls with a client that watches over its secrets."""

    def call(api_url: str, limit: float = 60.0) -> Any:
        account, seconds = make_account(api_url=api_url), timedelta(seconds=limit)
        if request.param == "transactions":
            return client._ask(
                lambda: client.api().transactions(account, client.token, OURS, seconds)
            )
        return client._ask(lambda: client.api().exchange_rate(account, client.token, seconds))

    return call


def test_transactions_are_asked_for_and_read(
    client: Client, fault_server: Callable[..., Any]
) -> None:
    server = fault_server(answer(200, BOOKS))
    account = make_account(api_url=url(server))
    limit = timedelta(seconds=30)
    assert client.api().transactions(account, client.token, OURS, limit) == (RENDER,)
    server.close()
    (request,) = server.requests
    head = request.decode("ascii").split("\r\n")
    assert head[0] == (
        "GET /v1/wallet/transactions?pagination.limit=50&pagination.offset=0 HTTP/1.1"
    )
    assert "authorization: wtsentinel-access-token" in request.decode("ascii").lower()
    assert "accept-encoding: identity" in request.decode("ascii").lower()


def test_the_price_is_asked_for_and_read(client: Client, fault_server: Callable[..., Any]) -> None:
    server = fault_server(answer(200, RATE))
    account = make_account(api_url=url(server))
    price = client.api().exchange_rate(account, client.token, timedelta(seconds=30))
    assert price == Money(Decimal("0.08"), "USD")
    server.close()
    assert server.requests[0].startswith(b"GET /v1/wallet/exchange_rate HTTP/1.1\r\n")


def test_a_service_that_lists_the_oldest_first_is_asked_for_its_last_page(
    client: Client, fault_server: Callable[..., Any]
) -> None:
    def entry(day: int) -> dict[str, object]:
        return {"createdAt": f"2026-05-{day:02}T12:00:00Z", "amount": day}

    first = {"pagination": {"total": "120"}, "data": [entry(1), entry(2)]}
    last = {"pagination": {"total": "120"}, "data": [entry(8), entry(9)]}

    def play(connection: Any) -> None:
        request = connection.read_request()
        page = last if b"offset=70 " in request else first
        connection.send(answer(200, json.dumps(page).encode()))

    server = fault_server(play)
    account = make_account(api_url=url(server))
    found = client.api().transactions(account, client.token, OURS, timedelta(seconds=30))
    assert [int(transaction.amount) for transaction in found] == [9, 8]
    assert server.connections == 2
    assert PAGE_SIZE == 50


def test_both_pages_end_within_one_limit(
    client: Client, fault_server: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first one takes 30 seconds of 31, by the clock that the limit is counted with."""
    taken = 0.0
    page = {
        "pagination": {"total": 120},
        "data": [{"createdAt": f"2026-05-0{day}T00:00:00Z", "amount": 1} for day in (1, 2)],
    }

    def play(connection: Any) -> None:
        nonlocal taken
        if b"offset=0 " in connection.read_request():
            taken = 30.0
            connection.send(answer(200, json.dumps(page).encode()))
        else:
            connection.silence()

    clock = SimpleNamespace(monotonic=lambda: time.monotonic() + taken)
    monkeypatch.setattr(wallet_api, "time", clock)
    server = fault_server(play)
    account = make_account(api_url=url(server))
    started = time.monotonic()
    with pytest.raises(WalletTrayError) as caught:
        client.api().transactions(account, client.token, OURS, timedelta(seconds=31))
    assert caught.value.problem.kind is Kind.TIMED_OUT
    assert time.monotonic() - started < IN_TIME


STATUSES = [
    (400, Kind.BAD_REQUEST),
    (401, Kind.CREDENTIAL_REJECTED),
    (403, Kind.FORBIDDEN),
    (404, Kind.NOT_FOUND),
    (429, Kind.RATE_LIMITED),
    (500, Kind.SERVICE_FAILED),
    (501, Kind.SERVICE_FAILED),
    (503, Kind.SERVICE_FAILED),
]


@pytest.mark.parametrize(("status", "kind"), STATUSES)
def test_statuses(
    ask: Callable[..., Any], fault_server: Callable[..., Any], status: int, kind: Kind
) -> None:
    problem = ask(url(fault_server(answer(status, b'{"code":1,"message":"WTx"}')))).problem
    assert (problem.kind, problem.status) == (kind, status)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize(
    "place", ["http://127.0.0.1:{}/v1/wallet/x", "//127.0.0.1:{}/", "file:///"]
)
def test_redirects_are_not_followed(
    ask: Callable[..., Any], fault_server: Callable[..., Any], status: int, place: str
) -> None:
    other = fault_server(answer(200, BOOKS))
    location = place.format(other.port)
    problem = ask(url(fault_server(answer(status, b"", {"Location": location})))).problem
    assert problem.kind is Kind.REDIRECTED
    assert other.connections == 0


BAD_BODIES = {
    "nothing": (answer(200), Kind.NOT_UNDERSTOOD),
    "204": (answer(204), Kind.NOT_UNDERSTOOD),
    "{}": (answer(200, b"{}"), Kind.NOT_UNDERSTOOD),
    "a balance": (answer(200, b'{"accountId":"a","totalBalance":1}'), Kind.NOT_UNDERSTOOD),
    "a web page": (answer(200, HTML), Kind.NOT_THE_SERVICE),
    "html by name": (
        answer(200, b"{}", {"Content-Type": "text/html"}),
        Kind.NOT_THE_SERVICE,
    ),
    "nested": (answer(200, b'{"data":' + b"[" * 60_000), Kind.NOT_UNDERSTOOD),
    "packed": (answer(200, RATE, {"Content-Encoding": "gzip"}), Kind.NOT_UNDERSTOOD),
    "too long": (answer(200, BOOKS + b" " * 262_144), Kind.NOT_UNDERSTOOD),
    "2 GiB, it says": (
        answer(200, b"", {"Content-Length": str(2**31)}),
        Kind.NOT_UNDERSTOOD,
    ),
    "cut off": (answer(200, BOOKS[:30], {"Content-Length": "300"}), Kind.PROTOCOL_BROKEN),
    "two lengths": (
        b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
        Kind.PROTOCOL_BROKEN,
    ),
    "no HTTP": (b"220 mail.example ESMTP\r\n", Kind.PROTOCOL_BROKEN),
}


@pytest.mark.parametrize(("script", "kind"), BAD_BODIES.values(), ids=BAD_BODIES.keys())
def test_garbage(
    ask: Callable[..., Any], fault_server: Callable[..., Any], script: bytes, kind: Kind
) -> None:
    asked = ask(url(fault_server(script)))
    assert asked.problem.kind is kind
    assert asked.seconds < IN_TIME


def test_an_endless_body_is_refused(
    ask: Callable[..., Any], fault_server: Callable[..., Any]
) -> None:
    def play(connection: Any) -> None:
        connection.read_request()
        connection.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        connection.flood(b"1000\r\n" + b" " * 4096 + b"\r\n")

    asked = ask(url(fault_server(play)))
    assert asked.problem.kind is Kind.NOT_UNDERSTOOD
    assert asked.seconds < IN_TIME


@pytest.mark.parametrize("what", ["silent", "headers", "body"])
def test_a_slow_service_ends_in_time(
    ask: Callable[..., Any], fault_server: Callable[..., Any], what: str
) -> None:
    def play(connection: Any) -> None:
        connection.read_request()
        if what == "silent":
            connection.silence()
        elif what == "headers":
            connection.drip(b"HTTP/1.1 200 OK\r\n" + b"X-Drip: y\r\n" * 50, 0.1)
        else:
            connection.send(answer(200, b"", {"Content-Length": "400"}))
            connection.drip(b" " * 400, 0.1)

    asked = ask(url(fault_server(play)), limit=0.6)
    assert asked.problem.kind is Kind.TIMED_OUT
    assert 0.4 < asked.seconds < IN_TIME


def test_a_service_without_the_calls_is_not_asked(
    client: Client, fault_server: Callable[..., Any]
) -> None:
    server = fault_server(answer(200, BOOKS))
    account = make_account(of="deepseek", api_url=url(server))
    api, limit = client.api(), timedelta(seconds=30)

    def problem_of(call: Callable[[], object]) -> Problem:
        with pytest.raises(WalletTrayError) as caught:
            call()
        return caught.value.problem

    for call in (
        lambda: api.transactions(account, client.token, OURS, limit),
        lambda: api.exchange_rate(account, client.token, limit),
    ):
        assert problem_of(call).kind is Kind.NOT_FOUND
    assert server.connections == 0


@pytest.mark.parametrize("token", ["", "a b", "a\nb", "\u00e4", "x" * 8193])
def test_a_token_that_no_header_can_carry_is_not_sent(
    ask: Callable[..., Any], client: Client, fault_server: Callable[..., Any], token: str
) -> None:
    server = fault_server(answer(200, BOOKS))
    client.token = token
    assert ask(url(server)).problem.kind is Kind.CREDENTIAL_UNUSABLE
    assert server.connections == 0
