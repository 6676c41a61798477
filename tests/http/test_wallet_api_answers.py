"""Statuses and bodies over a real socket, each with the problem and exit code it becomes."""

import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from email.utils import format_datetime

import pytest

from wallet_tray.domain.balance import Balance
from wallet_tray.domain.money import Figure, Money
from wallet_tray.domain.problem import ProblemKind as Kind
from wallet_tray.http import client as wallet_api
from wallet_tray.providers.strategies import IssuedToken

GOOD = b'{"accountId":"a","totalBalance":"120.5","availableBalance":100.25,"amountDue":7.30}'
GOOD_TOKEN = b'{"token":"WTSENTINEL-new","expiresIn":"3600","scope":"wallet"}'
HTML = b"<!doctype html><title>Welcome</title><h1>Sign in to this network</h1>"
RETRY_INFO = "type.googleapis.com/google.rpc.RetryInfo"


def answer(status: int | str, body: bytes = b"", headers: dict[str, str] | None = None) -> bytes:
    defaults = {"Content-Type": "application/json", "Content-Length": str(len(body))}
    lines = [f"{name}: {text}" for name, text in (defaults | (headers or {})).items()]
    reason = "" if isinstance(status, str) and " " in status else " Some Words"
    return "\r\n".join([f"HTTP/1.1 {status}{reason}", *lines, "", ""]).encode("latin-1") + body


def test_balance_arrives_exactly(client, fault_server) -> None:
    server = fault_server(answer(200, GOOD))
    before = datetime.now(UTC)
    balance = client.balance(f"http://127.0.0.1:{server.port}/v1").result
    assert isinstance(balance, Balance)
    assert balance.wallet_id == "a"
    assert balance.available == Money(Decimal("100.25"), "BYC")
    assert balance.figures == {
        Figure.TOTAL: Money(Decimal("120.5"), "BYC"),
        Figure.RESERVED: Money(Decimal("20.25"), "BYC"),
        Figure.DUE: Money(Decimal("7.30"), "USD"),
    }
    assert before <= balance.fetched_at <= datetime.now(UTC)


def test_balance_request_is_what_the_service_wants(client, fault_server) -> None:
    server = fault_server(answer(200, GOOD))
    client.balance(f"http://127.0.0.1:{server.port}/v1")
    server.close()
    head, _, body = server.requests[0].partition(b"\r\n\r\n")
    request_line, *lines = head.decode("ascii").split("\r\n")
    headers = {name.lower(): text for name, text in (line.split(": ") for line in lines)}
    assert request_line == "GET /v1/wallet/balance HTTP/1.1"
    assert headers == {
        "host": f"127.0.0.1:{server.port}",
        "authorization": "WTSENTINEL-access-token",
        "accept": "application/json",
        "accept-encoding": "identity",
        "connection": "close",
        "user-agent": headers["user-agent"],
    }
    assert headers["user-agent"].startswith("wallet-tray/")
    assert body == b""


def test_exchange_request_is_what_the_service_wants(client, fault_server) -> None:
    server = fault_server(answer(200, GOOD_TOKEN))
    issued = client.exchange(f"http://127.0.0.1:{server.port}/v1").result
    assert issued == IssuedToken("WTSENTINEL-new", timedelta(hours=1))
    server.close()
    head, _, body = server.requests[0].partition(b"\r\n\r\n")
    assert head.startswith(b"POST /v1/auth/access_token HTTP/1.1\r\n")
    assert b"authorization" not in head.lower()
    assert b"content-type: application/json" in head.lower()
    assert json.loads(body) == {"apiKey": "WTSENTINEL-api-key"}


BALANCE_STATUSES = [
    (400, Kind.BAD_REQUEST, 4),
    (401, Kind.CREDENTIAL_REJECTED, 3),
    (403, Kind.FORBIDDEN, 3),
    (404, Kind.NOT_FOUND, 4),
    (429, Kind.RATE_LIMITED, 4),
    *((status, Kind.REDIRECTED, 4) for status in (300, 301, 302, 303, 307, 308)),
    (304, Kind.SERVICE_FAILED, 4),
    *(
        (status, Kind.SERVICE_FAILED, 4)
        for status in (
            402,
            405,
            408,
            410,
            418,
            425,
            451,
            499,
            500,
            501,
            502,
            503,
            504,
            599,
            999,
        )
    ),
]


@pytest.mark.parametrize(("status", "kind", "exit_code"), BALANCE_STATUSES)
def test_status_of_the_balance(client, fault_server, status, kind, exit_code) -> None:
    body = b"" if status == 304 else b'{"code":2,"message":"<b>words of theirs</b>","details":[]}'
    server = fault_server(answer(status, body))
    problem = client.balance(f"http://127.0.0.1:{server.port}/v1").problem
    assert (problem.kind, problem.status, problem.kind.exit_code) == (kind, status, exit_code)
    assert "theirs" not in repr(problem)
    assert server.connections == 1


@pytest.mark.parametrize(
    ("status", "kind", "exit_code"),
    [
        (400, Kind.CREDENTIAL_REJECTED, 3),
        (401, Kind.CREDENTIAL_REJECTED, 3),
        (403, Kind.CREDENTIAL_REJECTED, 3),
        (404, Kind.NOT_FOUND, 4),
        (429, Kind.RATE_LIMITED, 4),
        (500, Kind.SERVICE_FAILED, 4),
        (503, Kind.SERVICE_FAILED, 4),
        (307, Kind.REDIRECTED, 4),
        (204, Kind.NOT_UNDERSTOOD, 6),
    ],
)
def test_status_of_the_exchange(client, fault_server, status, kind, exit_code) -> None:
    server = fault_server(answer(status))
    problem = client.exchange(f"http://127.0.0.1:{server.port}/v1").problem
    assert (problem.kind, problem.status, problem.kind.exit_code) == (kind, status, exit_code)


ERROR_BODIES = [
    b"",
    b"null",
    b"{}",
    b"[]",
    b'{"code":"16"}',
    b'{"code":16,"message":"' + b"m" * 1_000_000 + b'"}',
    b'{"code":16,"details":[[[[{}]]]]}',
    b"\xff\xfe",
    b"[" * 100_000,
]


@pytest.mark.parametrize("status", [401, 403, 500])
@pytest.mark.parametrize("body", ERROR_BODIES, ids=lambda body: repr(body[:24]))
def test_the_status_decides_whatever_the_error_body_is(client, fault_server, status, body) -> None:
    server = fault_server(answer(status, body))
    problem = client.balance(f"http://127.0.0.1:{server.port}/v1").problem
    assert problem.status == status
    assert (
        problem.kind
        is {
            401: Kind.CREDENTIAL_REJECTED,
            403: Kind.FORBIDDEN,
            500: Kind.SERVICE_FAILED,
        }[status]
    )


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (401, Kind.SERVICE_FAILED),
        (403, Kind.SERVICE_FAILED),
        (404, Kind.NOT_FOUND),
        (429, Kind.RATE_LIMITED),
        (500, Kind.SERVICE_FAILED),
    ],
)
@pytest.mark.parametrize("page", [HTML, b"\r\n " + HTML, HTML.ljust(400_000)], ids=len)
def test_a_page_of_a_network_rejects_no_key(client, fault_server, status, kind, page) -> None:
    url = f"http://127.0.0.1:{fault_server(answer(status, page)).port}/v1"
    for asked in (client.balance(url), client.exchange(url)):
        assert (asked.problem.kind, asked.problem.kind.exit_code) == (kind, 4)


def test_a_page_that_breaks_off_rejects_no_key(client, fault_server) -> None:
    server = fault_server(answer(401, HTML, {"Content-Length": "5000"}))
    problem = client.balance(f"http://127.0.0.1:{server.port}/v1").problem
    assert problem.kind is Kind.SERVICE_FAILED


UNUSABLE_SUCCESSES = {
    "204": (answer(204), Kind.NOT_UNDERSTOOD),
    "204 that lies about a body": (answer(204, GOOD), Kind.NOT_UNDERSTOOD),
    "205": (answer(205), Kind.NOT_UNDERSTOOD),
    "206": (answer(206, GOOD, {"Content-Range": "bytes 0-9/99"}), Kind.NOT_UNDERSTOOD),
    "200 without a body": (answer(200), Kind.NOT_UNDERSTOOD),
    "201 without a body": (answer(201), Kind.NOT_UNDERSTOOD),
    "200 {}": (answer(200, b"{}"), Kind.NOT_UNDERSTOOD),
    "200 null": (answer(200, b"null"), Kind.NOT_UNDERSTOOD),
    "200 error": (answer(200, b'{"code":13,"message":"x"}'), Kind.NOT_UNDERSTOOD),
    "200 brackets": (answer(200, b"[" * 60_000), Kind.NOT_UNDERSTOOD),
    "web page": (answer(200, HTML, {"Content-Type": "text/html"}), Kind.NOT_THE_SERVICE),
    "web page called JSON": (answer(200, HTML), Kind.NOT_THE_SERVICE),
    "long web page": (
        answer(200, HTML + b" " * 400_000, {"Content-Type": "text/html; charset=utf-8"}),
        Kind.NOT_THE_SERVICE,
    ),
    "gzip": (answer(200, GOOD, {"Content-Encoding": "gzip"}), Kind.NOT_UNDERSTOOD),
    "gzip,gzip": (answer(200, GOOD, {"Content-Encoding": "gzip, gzip"}), Kind.NOT_UNDERSTOOD),
    "br": (answer(200, GOOD, {"Content-Encoding": "br"}), Kind.NOT_UNDERSTOOD),
    "zstd": (answer(200, GOOD, {"Content-Encoding": "zstd"}), Kind.NOT_UNDERSTOOD),
    "one byte too long": (answer(200, GOOD.ljust(262_145)), Kind.NOT_UNDERSTOOD),
    "5,000 digits": (
        answer(200, b'{"accountId":"a","availableBalance":%s}' % (b"9" * 5000)),
        Kind.NOT_UNDERSTOOD,
    ),
    "number that never ends as an int": (
        answer(200, b'{"accountId":"a","availableBalance":1E+9999999}'),
        Kind.NOT_UNDERSTOOD,
    ),
}


@pytest.mark.parametrize("name", UNUSABLE_SUCCESSES)
def test_success_without_a_usable_body(client, fault_server, name) -> None:
    raw, kind = UNUSABLE_SUCCESSES[name]
    server = fault_server(raw)
    problem = client.balance(f"http://127.0.0.1:{server.port}/v1").problem
    assert (problem.kind, problem.kind.exit_code) == (kind, 6)


@pytest.mark.parametrize(
    "raw",
    [
        answer(201, GOOD),
        answer(200, GOOD, {"Content-Encoding": "identity"}),
        answer(200, GOOD, {"Content-Type": "text/plain; charset=utf-16"}),
        answer(200, GOOD.ljust(262_144)),
        b"HTTP/1.1 200 OK\r\n\r\n" + GOOD,
        b"HTTP/1.0 200 OK\r\n\r\n" + GOOD,
        b"HTTP/1.1 102 Processing\r\n\r\n" * 3 + answer(200, GOOD),
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n"
        % (len(GOOD), GOOD),
    ],
    ids=lambda raw: repr(raw[:60]),
)
def test_unusual_answers_that_are_a_balance(client, fault_server, raw) -> None:
    server = fault_server(raw)
    balance = client.balance(f"http://127.0.0.1:{server.port}/v1").result
    assert balance.available.amount == Decimal("100.25")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{}",
        b'{"token":""}',
        b'{"token":"WTSENTINEL\\r\\nX: y"}',
        b'{"token":"WTSENTINEL\\u0000"}',
        b'{"token":"WTSENTINEL \\u00e4"}',
        b'{"token":"' + b"t" * 60_000 + b'"}',
        b'{"token":"WTSENTINEL","expiresIn":"3600s"}',
    ],
    ids=lambda body: repr(body[:40]),
)
def test_unusable_token(client, fault_server, body) -> None:
    server = fault_server(answer(200, body))
    problem = client.exchange(f"http://127.0.0.1:{server.port}/v1").problem
    assert (problem.kind, problem.kind.exit_code) == (Kind.NOT_UNDERSTOOD, 6)


@pytest.mark.parametrize(
    "secret", ["", "WTSENTINEL\n", " WTSENTINEL", "WTSENTINEL\x00", "WTSENTINELä", "x" * 8193]
)
def test_secret_that_no_header_can_carry_is_never_sent(client, fault_server, secret) -> None:
    server = fault_server(answer(200, GOOD))
    client.token = client.key = secret
    url = f"http://127.0.0.1:{server.port}/v1"
    assert client.balance(url).problem.kind is Kind.CREDENTIAL_UNUSABLE
    assert client.exchange(url).problem.kind is Kind.CREDENTIAL_UNUSABLE
    assert server.connections == 0


@pytest.mark.parametrize(
    "api_url",
    [
        "http://wallet.example/v1",
        "http://192.0.2.1/v1",
        "ftp://127.0.0.1/v1",
        "https://user:pass@wallet.example/v1",
        "https://",
        "",
        "https://wallet.example/v1?x=y",
    ],
)
def test_no_credential_goes_to_an_unsafe_address(client, api_url) -> None:
    assert client.balance(api_url).problem.kind is Kind.ACCOUNT_UNUSABLE
    assert client.exchange(api_url).problem.kind is Kind.ACCOUNT_UNUSABLE


def in_future(seconds: int) -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("header", "body", "seconds"),
    [
        ("120", b"", 120),
        (None, b"", None),
        ("99999999999999", b"", 3600),
        ("9999999999", b"", 3600),
        (None, b'{"details":[{"@type":"%s","retryDelay":"30s"}]}', 30),
        ("10", b'{"details":[{"@type":"%s","retryDelay":"30s"}]}', 30),
        ("60", b'{"details":[{"@type":"%s","retryDelay":"30s"}]}', 60),
        (None, b'{"details":[{"@type":"%s","retryDelay":"99999999s"}]}', 3600),
        (None, b'{"details":[{"@type":"%s","retryDelay":"1e9s"}]}', None),
    ],
)
def test_wait_that_the_service_asks_for(
    client, fault_server, status, header, body, seconds
) -> None:
    headers = {} if header is None else {"Retry-After": header}
    server = fault_server(answer(status, body.replace(b"%s", RETRY_INFO.encode()), headers))
    problem = client.balance(f"http://127.0.0.1:{server.port}/v1").problem
    assert problem.retry_after == (None if seconds is None else timedelta(seconds=seconds))


def test_wait_until_a_date(client, fault_server) -> None:
    server = fault_server(answer(503, b"", {"Retry-After": in_future(600)}))
    problem = client.balance(f"http://127.0.0.1:{server.port}/v1").problem
    assert timedelta(seconds=580) < problem.retry_after <= timedelta(seconds=600)


def test_two_waits_are_none(client, fault_server) -> None:
    raw = answer(503, b"", {"Retry-After": "120\r\nRetry-After: 60"})
    server = fault_server(raw)
    assert client.balance(f"http://127.0.0.1:{server.port}/v1").problem.retry_after is None


def test_error_body_that_breaks_off_changes_nothing(client, fault_server) -> None:
    raw = b"HTTP/1.1 503 Gone\r\nRetry-After: 7\r\nContent-Length: 500\r\n\r\n{"
    server = fault_server(raw)
    problem = client.balance(f"http://127.0.0.1:{server.port}/v1").problem
    assert (problem.kind, problem.retry_after) == (Kind.SERVICE_FAILED, timedelta(seconds=7))


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1:{other}/v1/wallet/balance",
        "https://127.0.0.1:{other}/",
        "//127.0.0.1:{other}/x",
        "/v1/elsewhere",
        "file:///etc/passwd",
        "http://[::1",
        "x" * 5000,
        "",
    ],
)
def test_no_redirect_is_followed(client, fault_server, status, location) -> None:
    other = fault_server(answer(200, GOOD))
    target = location.format(other=other.port)
    server = fault_server(answer(status, b"", {"Location": target}))
    url = f"http://127.0.0.1:{server.port}/v1"
    for asked in (client.balance(url), client.exchange(url)):
        assert (asked.problem.kind, asked.problem.kind.exit_code) == (Kind.REDIRECTED, 4)
    assert (server.connections, other.connections) == (2, 0)


def test_no_cookie_comes_back(client, fault_server) -> None:
    server = fault_server(answer(200, GOOD, {"Set-Cookie": "track=me; Path=/"}))
    url = f"http://127.0.0.1:{server.port}/v1"
    client.balance(url)
    client.balance(url)
    server.close()
    assert len(server.requests) == 2
    assert all(b"cookie" not in request.lower() for request in server.requests)


def test_limit_of_a_request_is_fifteen_seconds() -> None:
    assert timedelta(seconds=15) == wallet_api.REQUEST_LIMIT
