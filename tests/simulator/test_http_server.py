"""The simulated service's server among rude clients, and how it stops."""

import socket
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack, closing
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest

from wallet_tray.simulator.server import CONNECTION_LIMIT, SimulatedService

Serve = Callable[..., Any]  # gives the client of conftest.py


def dial(service: SimulatedService) -> socket.socket:
    url = urlsplit(service.api_url)
    return socket.create_connection((url.hostname, url.port), timeout=60)


def say(service: SimulatedService, raw: bytes) -> bytes:
    with closing(dial(service)) as connection:
        connection.sendall(raw)
        connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(65536), b""))


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        (b"nonsense\r\n\r\n", 400),
        (b"\r\n\r\n", 400),
        (b"GET /v1/wallet/balance HTTP/9.9\r\n\r\n", 505),
        (b"GET /" + b"a" * 10_000 + b" HTTP/1.1\r\n\r\n", 414),
        (b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 200 + b"\r\n", 431),
        (b"GET / HTTP/1.1\r\nA: " + b"b" * 70_000 + b"\r\n\r\n", 431),
        (b"GET http://[ HTTP/1.1\r\n\r\n", 400),
        (
            b"POST /v1/auth/access_token HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            411,
        ),
        (b"POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400),
        (b"POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400),
        (b"POST / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n", 413),
    ],
)
def test_broken_requests_are_answered(
    serve: Serve, capfd: pytest.CaptureFixture[str], raw: bytes, status: int
) -> None:
    client = serve()
    answer = say(client.service, raw)
    assert answer.startswith(b"HTTP/1.1 %d " % status)
    assert b'"details": []' in answer
    assert b"Connection: close" in answer
    assert client.ask().status == 200
    assert capfd.readouterr() == ("", "")


def test_one_connection_takes_several_requests(serve: Serve) -> None:
    answer = say(serve().service, b"GET /v1/x HTTP/1.1\r\nHost: x\r\n\r\n" * 3)
    assert answer.count(b"HTTP/1.1 404") == 3


def test_a_body_that_never_comes_is_no_answer(serve: Serve) -> None:
    assert say(serve().service, b"POST /v1/x HTTP/1.1\r\nContent-Length: 9\r\n\r\nab") == b""


def test_too_many_connections_are_turned_away(serve: Serve) -> None:
    client = serve()
    with ExitStack() as stack:
        held = [stack.enter_context(closing(dial(client.service))) for _ in range(CONNECTION_LIMIT)]
        one_more = stack.enter_context(closing(dial(client.service)))
        assert one_more.recv(1) == b""
        held[0].sendall(b"GET /v1/x HTTP/1.0\r\n\r\n")
        assert held[0].recv(12) == b"HTTP/1.1 404"


def test_stops_at_once_with_hanging_clients(serve: Serve) -> None:
    client = serve()
    client.service.answer_next(200, "{}", delay=timedelta(seconds=90))
    token = client.service.access_token.encode()
    with ExitStack() as stack:
        silent, half, waiting = (
            stack.enter_context(closing(dial(client.service))) for _ in range(3)
        )
        half.sendall(b"GET /v1/wall")
        waiting.sendall(b"GET /v1/wallet/balance HTTP/1.1\r\nAuthorization: " + token + b"\r\n\r\n")
        while client.service.request_count() < 1:
            time.sleep(0.01)
        began = time.monotonic()
        client.service.stop()
        assert time.monotonic() - began < 8  # a silent client is left alone for ten seconds
        assert [connection.recv(1) for connection in (silent, half, waiting)] == [b""] * 3
    names = {thread.name for thread in threading.enumerate()}
    assert not {name for name in names if name.startswith("simulated-")}


def test_stops_twice_and_starts_again_on_its_port(serve: Serve) -> None:
    client = serve()
    address = client.service.api_url
    client.service.stop()
    client.service.stop()
    with pytest.raises(ConnectionRefusedError):
        client.ask()
    with client.service:
        assert client.service.api_url == address
        assert client.ask().status == 200


def test_listens_on_loopback_only(serve: Serve) -> None:
    service = serve().service
    url = urlsplit(service.api_url)
    assert url.hostname == "127.0.0.1"
    # Another loopback address stands for every other interface: a wildcard would answer on it.
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.2", url.port or 0), timeout=60)


def test_a_port_in_use_and_an_address_too_early(serve: Serve) -> None:
    port = urlsplit(serve().service.api_url).port
    assert port
    with pytest.raises(OSError, match="in use"):
        SimulatedService(port=port).start()
    with pytest.raises(RuntimeError, match="before it is started"):
        _ = SimulatedService().api_url
