"""The way to a service, over real connections that fail in every way."""

import socket
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
import trustme

from tests.support.builders import make_account
from tests.support.fault_server import response
from tests.support.own_seconds import OwnSeconds
from wallet_tray.diagnostics import service as service_check
from wallet_tray.diagnostics.service import ServiceCheck
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.simulator.server import SimulatedService

pytestmark = pytest.mark.usefixtures("no_proxy_around")
NOW = datetime.now(UTC)
REFUSED = b"HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n"
SENTINEL = "WTSENTINEL-0123456789"
KEY = Credential(CredentialKind.API_KEY, SENTINEL)


def look(
    api_url: str,
    credential: Credential | None = None,
    *,
    proxy: str = "system",
    variable: str | None = None,
    kind: CredentialKind = CredentialKind.API_KEY,
) -> list[Any]:
    account = make_account(api_url=api_url, credential=kind)
    check = ServiceCheck(account, proxy, "settings.toml", lambda _: credential, variable)
    return list(check.look())


def url_of(server: Any, scheme: str = "https") -> str:
    return f"{scheme}://127.0.0.1:{server.port}/v1"


def test_all_is_well(said) -> None:
    with SimulatedService() as service:
        key = Credential(CredentialKind.API_KEY, service.api_key)
        host = service.api_url.split("/")[2]
        assert said(look(service.api_url, key)) == [
            ("proxy", "ok", f"{host} is asked directly, without a proxy."),
            ("tls", "ok", f"{host} is this computer itself, asked without TLS."),
            ("clock", "ok", f"This computer's clock agrees with that of {host}."),
            ("service", "ok", "ByteNite accepts the API key and tells the balance."),
        ]


def test_without_a_credential_the_service_is_asked_for_a_sign_of_life(
    said, fault_server, server_tls
) -> None:
    server = fault_server(REFUSED + b"\r\n", server_tls("127.0.0.1"))
    findings = said(look(url_of(server)))
    assert findings[1:] == [
        (
            "tls",
            "ok",
            f"The connection to 127.0.0.1:{server.port} is private: its certificate is trusted.",
        ),
        ("service", "ok", f"127.0.0.1:{server.port} answers."),
    ]
    server.close()
    (request,) = server.requests
    assert request.startswith(b"GET /v1/wallet/balance HTTP/1.1\r\n")
    assert b"authorization" not in request.lower()


CERTIFICATES: dict[str, tuple[dict[str, Any], str, str]] = {
    "expired": (
        {"not_before": NOW - timedelta(9), "not_after": NOW - timedelta(1)},
        "has expired",
        "clock right?",
    ),
    "not valid yet": (
        {"not_before": NOW + timedelta(1), "not_after": NOW + timedelta(9)},
        "is not valid yet",
        "clock right?",
    ),
    "of another host": ({"names": ("api.bytenite.test",)}, "of another host", "api_url"),
    "of an unknown authority": ({"issuer": None}, "is not trusted", "trust store"),
}


@pytest.mark.parametrize("name", CERTIFICATES)
def test_certificate(fault_server, server_tls, name) -> None:
    how, found, todo = CERTIFICATES[name]
    how = {**how, **({"issuer": trustme.CA()} if "issuer" in how else {})}
    names = how.pop("names", ("127.0.0.1",))
    server = fault_server(REFUSED + b"\r\n", server_tls(*names, **how))
    *_, finding = look(url_of(server), KEY)
    sentences = finding.sentences()
    assert (finding.check, finding.state) == ("tls", "problem")
    assert found in sentences[0]
    assert todo in sentences[1]
    server.close()
    assert server.requests == []


def test_no_tls_at_all(said, fault_server, authority) -> None:
    def play(connection: Any) -> None:
        connection.sock.recv(4096)
        connection.send(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    server = fault_server(play)
    *_, last = said(look(url_of(server), KEY))
    host = f"127.0.0.1:{server.port}"
    assert last == ("tls", "problem", f"What answers at {host} speaks no usable TLS.")


@pytest.mark.parametrize(
    ("away", "state", "part"),
    [
        (timedelta(seconds=100), "ok", "agrees"),
        (timedelta(minutes=-10), "problem", "10 minutes ahead of that of"),
        (timedelta(minutes=10, seconds=5), "problem", "10 minutes behind that of"),
        (timedelta(hours=5, seconds=5), "problem", "5 hours behind"),
        (timedelta(days=3653), "problem", "3653 days behind"),
    ],
)
def test_clock(fault_server, away, state, part) -> None:
    date = format_datetime(datetime.now(UTC) + away, usegmt=True).encode()
    server = fault_server(REFUSED + b"Date: " + date + b"\r\n\r\n")
    (clock,) = (f for f in look(url_of(server, "http")) if f.check == "clock")
    assert clock.state == state
    assert part in clock.sentences()[0]


@pytest.mark.parametrize("date", [b"", b"Date: soon\r\n", b"Date: Mon, 99 Foo 2026\r\n"])
def test_clock_is_not_checked_without_a_usable_date(fault_server, date) -> None:
    server = fault_server(REFUSED + date + b"\r\n")
    assert "clock" not in [finding.check for finding in look(url_of(server, "http"))]


@pytest.mark.parametrize(
    ("status", "state", "part"),
    [
        (200, "ok", "answers"),
        (403, "ok", "answers"),
        (404, "problem", "There is no wallet at the address of ByteNite (status 404)."),
        (302, "problem", "sends requests to another address, which is not followed (status 302)."),
        (429, "note", "asked less often (status 429)."),
        (503, "problem", "ByteNite has trouble at the moment (status 503)."),
    ],
)
def test_status_of_an_answer_without_a_key(said, fault_server, status, state, part) -> None:
    server = fault_server(b"HTTP/1.1 %d X\r\nContent-Length: 0\r\n\r\n" % status)
    *_, (check, shown, found) = said(look(url_of(server, "http")))
    assert (check, shown) == ("service", state)
    assert part in found


def test_service_that_refuses_connections(said) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    assert said(look(f"http://127.0.0.1:{port}/v1", KEY))[1:] == [
        ("service", "problem", "ByteNite cannot be reached (ECONNREFUSED).")
    ]


def test_silence_ends_in_time(said, fault_server, monkeypatch) -> None:
    monkeypatch.setattr(service_check, "_REACH_LIMIT", timedelta(seconds=1.5))
    server = fault_server(lambda connection: connection.silence())
    with OwnSeconds() as own:
        *_, last = said(look(url_of(server, "http"), KEY))
    assert own.seconds < 4
    assert last == ("service", "problem", "ByteNite did not answer in time (ReadTimeout).")


def test_unknown_name(said, resolver) -> None:
    resolver.error = socket.gaierror(socket.EAI_NONAME, "unknown")
    assert said(look("https://nowhere.test/v1", KEY))[1:] == [
        ("service", "problem", "The name nowhere.test was not found.")
    ]


def test_name_server_that_hangs(said, resolver, monkeypatch) -> None:
    monkeypatch.setattr(service_check, "_REACH_LIMIT", timedelta(seconds=0.3))
    resolver.go_on.clear()
    assert said(look("https://slow.test/v1", KEY))[1:] == [
        ("service", "problem", "The name slow.test was not found in time.")
    ]


def test_proxy_is_named_without_its_password(said, fault_server) -> None:
    proxy = fault_server(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
    setting = f"http://WTUSER:{SENTINEL}@127.0.0.1:{proxy.port}"
    findings = said(look("https://api.bytenite.test/v1", KEY, proxy=setting))
    assert findings == [
        (
            "proxy",
            "ok",
            f"api.bytenite.test is asked through the proxy http://127.0.0.1:{proxy.port}, "
            "from network.proxy in the settings.",
        ),
        (
            "proxy",
            "problem",
            f"The proxy http://127.0.0.1:{proxy.port} cannot be reached, or does not let us "
            "through (the proxy refused).",
        ),
    ]


def test_proxy_of_the_environment_that_wants_a_login(said, fault_server, monkeypatch) -> None:
    proxy = fault_server(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
    monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{proxy.port}")
    first, second = said(look("https://api.bytenite.test/v1", KEY))
    assert first[2].endswith("from the system or its environment.")
    assert second[:2] == ("proxy", "problem")
    assert "wants a user name and password" in second[2]


def test_proxy_that_cannot_be_used(said, monkeypatch) -> None:
    monkeypatch.setenv("https_proxy", f"ftp://{SENTINEL}@proxy.test")
    assert said(look("https://api.bytenite.test/v1", KEY)) == [
        (
            "proxy",
            "problem",
            "The proxy from the system or its environment cannot be used: it is of an unknown "
            "kind.",
        )
    ]


def test_proxy_with_an_unknown_name(said, resolver) -> None:
    resolver.error = socket.gaierror(socket.EAI_NONAME, "unknown")
    *_, last = said(look("https://api.bytenite.com/v1", KEY, proxy="http://proxy.test:8080"))
    assert last == (
        "proxy",
        "problem",
        "The name of the proxy, http://proxy.test:8080, was not found.",
    )


def test_rejected_credential() -> None:
    with SimulatedService() as service:
        *_, stored = look(service.api_url, KEY)
        *_, given = look(service.api_url, KEY, variable="BYTENITE_API_KEY")
        token = Credential(CredentialKind.ACCESS_TOKEN, SENTINEL)
        kind = CredentialKind.ACCESS_TOKEN
        *_, ended = look(service.api_url, token, kind=kind)
        *_, given_token = look(service.api_url, token, kind=kind, variable="BYTENITE_ACCESS_TOKEN")
    assert stored.sentences()[0].startswith("ByteNite rejects the API key (status 4")
    assert "wallet-tray sign-in" in stored.sentences()[1]
    assert given.sentences() == (
        "ByteNite rejects the API key in BYTENITE_API_KEY.",
        "Make a new one on your profile page and set it.",
    )
    assert ended.sentences()[0].startswith("The access token no longer works")
    assert given_token.sentences()[0].startswith("The access token in BYTENITE_ACCESS_TOKEN no")
    for finding in (stored, given, ended, given_token):
        assert (finding.check, finding.state) == ("service", "problem")
        assert SENTINEL not in repr(finding)


def test_wallet_of_another_service_is_asked_as_its_description_says(said, fault_server) -> None:
    server = fault_server(response(200, b'{"errorId":0,"balance":12.5}'))
    account = make_account(of="anticaptcha", api_url=f"http://127.0.0.1:{server.port}")
    check = ServiceCheck(account, "system", "settings.toml", lambda _: KEY, None)
    *_, last = said(list(check.look()))
    assert last == (
        "service",
        "ok",
        f"{account.label} accepts the API key and tells the balance.",
    )
    server.close()
    first, second = server.requests
    assert first.startswith(b"POST /getBalance HTTP/1.1\r\n")
    assert SENTINEL.encode() not in first
    assert f'{{"clientKey": "{SENTINEL}"}}'.encode() in second


def test_page_of_a_network_does_not_end_a_token(said, fault_server) -> None:
    page = b"HTTP/1.1 401 Unauthorized\r\nContent-Length: 6\r\n\r\n<html>"
    token = Credential(CredentialKind.ACCESS_TOKEN, SENTINEL)
    server = fault_server(page)
    *_, last = said(look(url_of(server, "http"), token, kind=CredentialKind.ACCESS_TOKEN))
    assert last == ("service", "problem", "ByteNite has trouble at the moment (status 401).")


def test_balance_that_takes_too_long(said, monkeypatch) -> None:
    monkeypatch.setattr(service_check, "_BALANCE_LIMIT", timedelta(seconds=2))
    with SimulatedService() as service:
        key = Credential(CredentialKind.API_KEY, service.api_key)
        service.answer_next(200, "{}")  # to the request without a key
        service.answer_next(200, "{}", delay=timedelta(seconds=90))
        *_, last = said(look(service.api_url, key))
    assert last == ("service", "problem", "ByteNite did not answer in time (ReadTimeout).")


def test_answer_that_is_none(said) -> None:
    with SimulatedService() as service:
        key = Credential(CredentialKind.API_KEY, service.api_key)
        service.answer_next(200, "{}")
        service.answer_next(200, "<!doctype html>")
        *_, (check, state, found) = said(look(service.api_url, key))
    assert (check, state) == ("service", "problem")
    assert "web page" in found
