"""TLS that is not what it should be, over real connections with certificates made on the spot."""

import os
import ssl
import subprocess
import sys
import warnings
from datetime import UTC, datetime, timedelta

import httpcore
import pytest
import trustme

from tests.support.fault_server import dripping_tls
from wallet_tray.domain.problem import ProblemKind as Kind
from wallet_tray.http.deadline import BoundedBackend, tls_context

GOOD = b'{"accountId":"a","availableBalance":100.25}'
HEAD = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n" % len(GOOD)
WHOLE = HEAD + b"\r\n" + GOOD
NOW = datetime.now(UTC)
LIMIT = 0.6
IN_TIME = 15  # seconds on a machine however busy; every fault here would go on for longer


def test_certificate_of_the_systems_trust_store_is_enough(client, fault_server, server_tls) -> None:
    server = fault_server(WHOLE, server_tls("127.0.0.1"))
    url = f"https://127.0.0.1:{server.port}/v1"
    assert client.balance(url).problem is None
    assert client.balance(url).problem is None
    server.close()
    assert b"Authorization: WTSENTINEL-access-token\r\n" in server.requests[0]


UNTRUSTED = {
    "expired": (
        {"not_before": NOW - timedelta(9), "not_after": NOW - timedelta(1)},
        Kind.NOT_PRIVATE,
    ),
    "not valid yet": (
        {"not_before": NOW + timedelta(1), "not_after": NOW + timedelta(9)},
        Kind.CLOCK_WRONG,
    ),
}


@pytest.mark.parametrize("name", UNTRUSTED)
def test_certificate_out_of_its_time(client, fault_server, server_tls, name) -> None:
    validity, kind = UNTRUSTED[name]
    server = fault_server(WHOLE, server_tls("127.0.0.1", **validity))
    problem = client.exchange(f"https://127.0.0.1:{server.port}/v1").problem
    server.close()
    assert (problem.kind, problem.kind.exit_code) == (kind, 4)
    assert server.requests == []


def test_certificate_for_another_host(client, fault_server, server_tls) -> None:
    server = fault_server(WHOLE, server_tls("api.bytenite.test", "127.0.0.2"))
    problem = client.exchange(f"https://127.0.0.1:{server.port}/v1").problem
    server.close()
    assert (problem.kind, problem.kind.exit_code) == (Kind.NOT_PRIVATE, 4)
    assert server.requests == []


def test_certificate_of_an_unknown_authority(client, fault_server, server_tls) -> None:
    server = fault_server(WHOLE, server_tls("127.0.0.1", issuer=trustme.CA()))
    problem = client.exchange(f"https://127.0.0.1:{server.port}/v1").problem
    server.close()
    assert (problem.kind, problem.kind.exit_code) == (Kind.NOT_PRIVATE, 4)
    assert server.requests == []


def test_self_signed_certificate(client, fault_server, tmp_path, authority) -> None:
    # An authority's own certificate is signed by itself; this one is not among the trusted.
    stranger = trustme.CA()
    pem = tmp_path / "stranger.pem"
    stranger.private_key_pem.write_to_path(pem)
    stranger.cert_pem.write_to_path(pem, append=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    server = fault_server(WHOLE, context)
    problem = client.exchange(f"https://127.0.0.1:{server.port}/v1").problem
    server.close()
    assert problem.kind is Kind.NOT_PRIVATE
    assert server.requests == []


def test_old_tls_only(client, fault_server, server_tls) -> None:
    context = server_tls("127.0.0.1")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        context.minimum_version = ssl.TLSVersion.TLSv1
        context.maximum_version = ssl.TLSVersion.TLSv1_1
    context.set_ciphers("DEFAULT:@SECLEVEL=0")
    server = fault_server(WHOLE, context)
    problem = client.exchange(f"https://127.0.0.1:{server.port}/v1").problem
    server.close()
    assert (problem.kind, problem.kind.exit_code) == (Kind.NOT_PRIVATE, 4)
    assert server.requests == []


@pytest.mark.parametrize(
    "script",
    [
        b"HTTP/1.1 400 Bad Request\r\n\r\nplain HTTP",
        b"<!doctype html>",
        b"\x15\x03\x03\x00\x02\x02\x28",
        b"\x00" * 100,
        lambda c: None,
    ],
    ids=["plain http", "html", "alert", "zeros", "closed"],
)
def test_no_tls_on_the_port(client, fault_server, authority, script) -> None:
    def play(connection) -> None:
        connection.sock.recv(4096)
        if callable(script):
            script(connection)
        else:
            connection.send(script)

    server = fault_server(play)
    asked = client.exchange(f"https://127.0.0.1:{server.port}/v1")
    assert (asked.problem.kind, asked.problem.kind.exit_code) == (Kind.NOT_PRIVATE, 4)
    assert asked.seconds < IN_TIME


@pytest.mark.parametrize(
    "script",
    [
        lambda c: c.silence(),
        lambda c: c.drip(b"\x16\x03\x03\x40\x00\x02\x00\x3f\xfc" + b"\x00" * 999, 0.05),
    ],
    ids=["stall", "drip"],
)
def test_handshake_that_never_ends(client, fault_server, authority, script) -> None:
    server = fault_server(script)
    asked = client.exchange(f"https://127.0.0.1:{server.port}/v1", LIMIT)
    assert asked.problem.kind.exit_code == 4
    assert asked.seconds < IN_TIME


@pytest.mark.parametrize("slow", ["handshake", "record"])
def test_tls_that_drips_is_left_in_time(client, fault_server, server_tls, slow) -> None:
    server = fault_server(dripping_tls(server_tls("127.0.0.1"), WHOLE, **{slow: 0.3}))
    asked = client.balance(f"https://127.0.0.1:{server.port}/v1", LIMIT)
    assert asked.problem.kind is Kind.TIMED_OUT
    assert LIMIT * 0.9 < asked.seconds < IN_TIME


def test_reset_in_the_handshake(client, fault_server, authority) -> None:
    server = fault_server(lambda c: c.sock.recv(1) and c.reset())
    problem = client.exchange(f"https://127.0.0.1:{server.port}/v1").problem
    assert (problem.kind, problem.kind.exit_code) == (Kind.PROTOCOL_BROKEN, 4)


def test_no_connection_goes_on_without_tls(fault_server, authority) -> None:
    server = fault_server(lambda c: c.sock.recv(1) and c.reset())
    backend = BoundedBackend()
    try:
        stream = backend.connect_tcp("127.0.0.1", server.port, timeout=IN_TIME)
        stream.write(b"x")
        with pytest.raises(httpcore.ReadError):
            stream.read(1)  # until it is reset
        with pytest.raises(httpcore.ReadError):  # ssl makes no handshake there, and no error
            stream.start_tls(tls_context(), "127.0.0.1")
    finally:
        backend.close()


SLOW = {
    "silence": lambda c: c.silence(),
    "headers drip": lambda c: c.drip(WHOLE, 0.3),
    "body drips": lambda c: c.send(HEAD + b"\r\n") and c.drip(GOOD, 0.5),
}


@pytest.mark.parametrize("name", SLOW)
def test_slow_service_is_left_in_time(client, fault_server, server_tls, name) -> None:
    def play(connection) -> None:
        connection.read_request()
        SLOW[name](connection)

    server = fault_server(play, server_tls("127.0.0.1"))
    asked = client.balance(f"https://127.0.0.1:{server.port}/v1", LIMIT)
    assert asked.problem.kind is Kind.TIMED_OUT
    assert LIMIT * 0.9 < asked.seconds < IN_TIME


def test_flood_is_cut_off(client, fault_server, server_tls) -> None:
    def play(connection) -> None:
        connection.read_request()
        connection.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        connection.flood(b"4000\r\n" + b" " * 0x4000 + b"\r\n")

    server = fault_server(play, server_tls("127.0.0.1"))
    asked = client.balance(f"https://127.0.0.1:{server.port}/v1")
    assert (asked.problem.kind, asked.problem.kind.exit_code) == (Kind.NOT_UNDERSTOOD, 6)
    assert asked.seconds < IN_TIME


def test_body_that_breaks_off_inside_tls(client, fault_server, server_tls) -> None:
    server = fault_server(HEAD + b"\r\n" + GOOD[:9], server_tls("127.0.0.1"))
    problem = client.balance(f"https://127.0.0.1:{server.port}/v1").problem
    assert (problem.kind, problem.kind.exit_code) == (Kind.PROTOCOL_BROKEN, 4)


def test_plain_http_answered_with_tls(client, fault_server, server_tls) -> None:
    server = fault_server(WHOLE, server_tls("127.0.0.1"))
    problem = client.balance(f"http://127.0.0.1:{server.port}/v1").problem
    assert problem.kind.exit_code == 4


def test_nothing_switches_the_check_off() -> None:
    context = tls_context()
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
    assert context.minimum_version is ssl.TLSVersion.TLSv1_2


CHILD = """
import sys
from datetime import timedelta
from tests.support.builders import make_account
from wallet_tray.domain.problem import WalletTrayError
from wallet_tray.http.client import WalletApi
try:
    balance = WalletApi().balance(make_account(api_url=sys.argv[1]), "token", timedelta(seconds=30))
    print(balance.available.amount)
except WalletTrayError as error:
    print(error.problem.kind.name)
"""


def ask_in_a_child(url: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", CHILD, url],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    assert done.stderr == ""
    return done.stdout.strip()


def test_session_keys_are_written_nowhere(
    no_proxy_around, fault_server, server_tls, tmp_path
) -> None:
    server = fault_server(WHOLE, server_tls("127.0.0.1"))
    key_log = tmp_path / "keys.log"
    url = f"https://127.0.0.1:{server.port}/v1"
    assert ask_in_a_child(url, SSLKEYLOGFILE=str(key_log)) == "100.25"
    assert not key_log.exists()


@pytest.mark.parametrize("content", [None, "", "no certificate"])
def test_broken_trust_of_the_environment_is_a_problem_and_no_crash(
    no_proxy_around, fault_server, server_tls, tmp_path, content
) -> None:
    server = fault_server(WHOLE, server_tls("127.0.0.1"))
    file = tmp_path / "broken.pem"
    if content is not None:
        file.write_text(content)
    url = f"https://127.0.0.1:{server.port}/v1"
    outcome = ask_in_a_child(url, SSL_CERT_FILE=str(file), SSL_CERT_DIR=str(tmp_path / "none"))
    assert outcome == "NOT_PRIVATE"
