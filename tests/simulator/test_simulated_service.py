"""The simulated service over a real socket: the calls, the credentials, the steering."""

import json
import threading
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from tests.support.clocks import HandClock
from wallet_tray.domain.credential import CredentialKind, credential_from
from wallet_tray.simulator.server import ACCESS_TOKEN, BALANCE, SimulatedService
from wallet_tray.simulator.service import TOKENS_KEPT, AccessTokens

Serve = Callable[..., Any]  # gives the client of conftest.py


def test_balance_is_reported_in_json_numbers(serve: Serve) -> None:
    client = serve()
    answer = client.ask(headers={"Accept": "application/x-protobuf"})
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "application/json"
    document = json.loads(answer.body, parse_float=Decimal, parse_int=Decimal)
    assert set(document) == {"accountId", "totalBalance", "availableBalance", "amountDue"}
    assert isinstance(document.pop("accountId"), str)
    assert all(isinstance(amount, Decimal) for amount in document.values())


def test_exchange_gives_a_token_that_opens_the_balance(serve: Serve) -> None:
    client = serve()
    answer = client.exchange()
    assert answer.status == 200
    assert answer.json["expiresIn"] == "3600"
    assert client.ask(token=answer.json["token"]).status == 200


def test_api_key_looks_like_one_and_follows_from_the_seed() -> None:
    one, same, other = SimulatedService(seed=5), SimulatedService(seed=5), SimulatedService(seed=6)
    assert one.api_key == same.api_key != other.api_key
    assert 300 <= len(one.api_key) <= 1280
    assert credential_from(one.api_key, CredentialKind.API_KEY).text == one.api_key


def test_wrong_tokens_are_401(serve: Serve) -> None:
    client = serve()
    valid = client.service.access_token
    for token in (
        "",
        "nonsense",
        f"Bearer {valid}",
        valid + "x",
        valid[:-1],
        client.service.api_key,
    ):
        answer = client.ask(token=token)
        assert (answer.status, answer.json["code"]) == (401, 16)


def test_tokens_expire(serve: Serve, clock: HandClock) -> None:
    client = serve(token_life=timedelta(seconds=90))
    answer = client.exchange()
    assert answer.json["expiresIn"] == "90"
    clock.pass_by(89.9)
    assert client.ask(token=answer.json["token"]).status == 200
    clock.pass_by(0.1)
    assert client.ask(token=answer.json["token"]).status == 401
    assert client.ask().status == 200, "access_token is a valid one at any time"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b'{"apiKey": "wrong"}', 401),
        (b"", 400),
        (b"{", 400),
        (b"[]", 400),
        (b"{}", 400),
        (b'{"apiKey": ""}', 400),
        (b'{"apiKey": 5}', 400),
        (b"\xff\xfe", 400),
        (b"[" * 60_000, 400),
        (b" " * (64 * 1024 + 1), 413),
    ],
)
def test_wrong_exchanges(serve: Serve, body: bytes, status: int) -> None:
    answer = serve().ask("POST", "/auth/access_token", token="", body=body)
    assert answer.status == status
    assert set(answer.json) == {"code", "message", "details"}


@pytest.mark.parametrize(
    ("method", "path", "allow"),
    [
        ("POST", "/wallet/balance", "GET, HEAD"),
        ("OPTIONS", "/wallet/balance", "GET, HEAD"),
        ("BREW", "/wallet/balance", "GET, HEAD"),
        ("GET", "/auth/access_token", "POST"),
        ("TRACE", "/auth/access_token", "POST"),
    ],
)
def test_wrong_methods(serve: Serve, method: str, path: str, allow: str) -> None:
    answer = serve().ask(method, path)
    assert (answer.status, answer.headers["Allow"]) == (405, allow)
    assert answer.json["code"] == 12


@pytest.mark.parametrize("path", ["", "/", "/wallet", "/wallet/balance/", "/wallet/transactions/"])
def test_unknown_paths(serve: Serve, path: str) -> None:
    answer = serve().ask(path=path)
    assert (answer.status, answer.json["code"]) == (404, 5)


def test_head_has_no_body_and_queries_are_ignored(serve: Serve) -> None:
    client = serve()
    head = client.ask("HEAD")
    assert (head.status, head.body) == (200, b"")
    assert int(head.headers["Content-Length"]) == len(client.ask(path="/wallet/balance?a=b").body)


def test_set_balance_is_reported_digit_by_digit(serve: Serve) -> None:
    client = serve()
    client.service.set_balance(
        available=Decimal("-0.10"), total=Decimal("12345678901234567890.123456789"), amount_due=7
    )
    body = client.ask().body
    assert b'"totalBalance":12345678901234567890.123456789,' in body
    assert b'"availableBalance":-0.10,' in body
    assert b'"amountDue":7}' in body
    client.service.set_balance(available=5, total=8)
    client.service.set_balance(available=Decimal("0.9"))
    assert client.service.statement.total == Decimal("3.9"), "3 stay reserved"
    with pytest.raises(ValueError, match="finite"):
        client.service.set_balance(total=Decimal("NaN"))
    client.service.unpin()
    assert client.service.statement.total == Decimal("1842.50")


def test_queued_answers_come_first_and_once(serve: Serve) -> None:
    client = serve()
    client.service.answer_next(429, "", {"Retry-After": "7"}, times=2)
    client.service.answer_next(200, b"<html>", {"Content-Type": "text/html"})
    client.service.answer_next(503, "null", path=ACCESS_TOKEN)
    answers = [client.ask(token="") for _ in range(4)]
    assert [answer.status for answer in answers] == [429, 429, 200, 401]
    assert answers[0].headers["Retry-After"] == "7"
    assert answers[2].headers.get_all("Content-Type") == ["text/html"]
    assert [client.exchange().status for _ in range(2)] == [503, 200]


def test_dropped_answers_end_the_connection(serve: Serve) -> None:
    client = serve()
    client.service.answer_next(0, drop=True)
    with pytest.raises(ConnectionError):
        client.ask()
    assert client.ask().status == 200


def test_revoking(serve: Serve) -> None:
    client = serve()
    old = client.service.access_token
    client.service.revoke_access_tokens()
    assert client.ask(token=old).status == 401
    assert client.ask(token=client.exchange().json["token"]).status == 200
    client.service.revoke_api_key()
    assert client.exchange().status == 401
    assert client.ask().status == 401


def test_requests_are_counted_and_kept_without_showing_credentials(serve: Serve) -> None:
    client = serve()
    client.ask()
    client.ask(path="/nowhere")
    client.exchange()
    service = client.service
    assert service.request_count(BALANCE) == service.request_count(ACCESS_TOKEN) == 1
    assert service.request_count() == 3
    assert service.requests[0].headers["authorization"] == service.access_token
    assert service.api_key not in repr(service.requests)
    assert service.access_token not in repr(service.requests)


def test_many_threads_at_once(serve: Serve) -> None:
    client = serve()
    statuses: list[int] = []

    def work() -> None:
        for _ in range(10):
            client.service.set_balance(available=5, total=5)
            statuses.append(client.ask(token=client.exchange().json["token"]).status)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses == [200] * 80
    assert client.service.request_count(BALANCE) == 80


@pytest.mark.parametrize("pace", [0, -1, 1000.1, float("nan"), float("inf")])
def test_an_impossible_pace_is_refused(pace: float) -> None:
    with pytest.raises(ValueError, match="pace"):
        SimulatedService(pace=pace)


def test_a_client_in_a_loop_fills_no_memory() -> None:
    tokens = AccessTokens(1, timedelta(hours=1))
    issued = [tokens.issue(0) for _ in range(TOKENS_KEPT + 1)]
    assert [tokens.is_valid(token, 1) for token in issued] == [False] + [True] * TOKENS_KEPT
