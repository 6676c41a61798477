"""Connections that fail, drip, flood or fall silent: each ends in time with the right problem."""

import errno
import socket
import threading
import time
from collections.abc import Iterator

import pytest

from wallet_tray.domain.problem import ProblemKind as Kind
from wallet_tray.http import resolver as name_resolver

OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
GOOD = b'{"accountId":"a","availableBalance":100.25}'
WHOLE = OK + b"Content-Length: %d\r\n\r\n%s" % (len(GOOD), GOOD)
LIMIT = 0.6  # seconds given to a request
LONG = 90  # seconds given where the end is to come from something else, and much sooner
IN_TIME = 15  # seconds on a machine however busy; every fault here would go on for longer


def after_request(play):
    def script(connection) -> None:
        connection.read_request()
        play(connection)

    return script


SLOW = {
    "silence before the request is read": lambda c: c.silence(),
    "silence": after_request(lambda c: c.silence()),
    "silence after the headers": after_request(
        lambda c: c.send(OK + b"Content-Length: 9\r\n\r\n") and c.silence()
    ),
    "status line drips": after_request(lambda c: c.drip(WHOLE, 0.2)),
    "headers drip": after_request(
        lambda c: c.send(b"HTTP/1.1 200 OK\r\n") and c.drip(b"X-Drip: y\r\n" * 50, 0.1)
    ),
    "body drips": after_request(
        lambda c: c.send(OK + b"Content-Length: 400\r\n\r\n") and c.drip(b" " * 400, 0.1)
    ),
    "chunks drip": after_request(
        lambda c: (
            c.send(OK + b"Transfer-Encoding: chunked\r\n\r\n") and c.drip(b"1\r\n \r\n" * 100, 0.05)
        )
    ),
    "body without an end drips": after_request(
        lambda c: c.send(OK + b"\r\n") and c.drip(b" " * 400, 0.1)
    ),
    "1xx drips": after_request(lambda c: c.drip(b"HTTP/1.1 102 Processing\r\n\r\n" * 30, 0.03)),
}


@pytest.mark.parametrize("name", SLOW)
def test_slow_service_is_left_in_time(client, fault_server, name) -> None:
    server = fault_server(SLOW[name])
    asked = client.balance(f"http://127.0.0.1:{server.port}/v1", LIMIT)
    assert (asked.problem.kind, asked.problem.kind.exit_code) == (Kind.TIMED_OUT, 4)
    assert LIMIT * 0.9 < asked.seconds < IN_TIME
    assert server.connections <= 1  # 0 where the machine stood still until the limit was over


FLOODS = {
    "1xx": b"HTTP/1.1 102 Processing\r\n\r\n" * 500,
    "headers": b"X-Flood: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\r\n" * 500,
    "one endless header": b"y" * 50_000,
}


@pytest.mark.parametrize("name", FLOODS)
def test_flood_before_the_body_is_cut_off(client, fault_server, name) -> None:
    start = b"HTTP/1.1 102 Processing\r\n\r\n" if name == "1xx" else b"HTTP/1.1 200 OK\r\nX: "
    server = fault_server(after_request(lambda c: c.send(start) and c.flood(FLOODS[name])))
    asked = client.balance(f"http://127.0.0.1:{server.port}/v1", LONG)
    assert (asked.problem.kind, asked.problem.kind.exit_code) == (Kind.PROTOCOL_BROKEN, 4)
    assert asked.seconds < LONG / 2


BODY_FLOODS = {
    "2 GiB announced": (OK + b"Content-Length: 2147483648\r\n\r\n", b" " * 65_536, 6),
    "endless chunks": (
        OK + b"Transfer-Encoding: chunked\r\n\r\n",
        b"4000\r\n" + b" " * 0x4000 + b"\r\n",
        6,
    ),
    "endless body": (OK + b"\r\n", b" " * 65_536, 6),
    "chunks of one byte with long extensions": (
        OK + b"Transfer-Encoding: chunked\r\n\r\n",
        (b"1;" + b"x" * 4000 + b"\r\n \r\n") * 8,
        4,
    ),
}


@pytest.mark.parametrize("name", BODY_FLOODS)
def test_flood_of_a_body_is_cut_off(client, fault_server, name) -> None:
    head, piece, exit_code = BODY_FLOODS[name]
    server = fault_server(after_request(lambda c: c.send(head) and c.flood(piece)))
    asked = client.balance(f"http://127.0.0.1:{server.port}/v1", LONG)
    assert asked.problem.kind.exit_code == exit_code
    assert asked.seconds < LONG / 2


BROKEN = {
    "closed at once": lambda c: None,
    "closed after the request": after_request(lambda c: None),
    "reset after the request": after_request(lambda c: c.reset()),
    "reset in the headers": after_request(lambda c: c.send(OK) and c.reset()),
    "closed in the status line": b"HTTP/1.1 2",
    "closed in the headers": OK,
    "body shorter than announced": OK + b"Content-Length: 99\r\n\r\n" + GOOD,
    "closed in a chunk": OK + b"Transfer-Encoding: chunked\r\n\r\n99\r\n{",
    "chunk size no number": OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
    "two lengths": OK + b"Content-Length: 2\r\nContent-Length: 43\r\n\r\n" + GOOD,
    "negative length": OK + b"Content-Length: -1\r\n\r\n" + GOOD,
    "length no number": OK + b"Content-Length: 43x\r\n\r\n" + GOOD,
    "length of 40 digits": OK + b"Content-Length: " + b"9" * 40 + b"\r\n\r\n" + GOOD,
    "header without a colon": OK + b"Nonsense\r\n\r\n" + GOOD,
    "NUL in a header": OK + b"X: \x00\r\n\r\n" + GOOD,
    "101 that was not asked for": b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n",
    "garbage": b"\x00\x01\x02 garbage\r\n\r\n",
    "old HTTP/0.9": GOOD,
    "HTTP/2 preface": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "status of two digits": b"HTTP/1.1 20 OK\r\n\r\n" + GOOD,
    "status no number": b"HTTP/1.1 abc OK\r\n\r\n" + GOOD,
    "speaks TLS": b"\x15\x03\x01\x00\x02\x02\x46",
    "speaks SSH": b"SSH-2.0-OpenSSH_9.2\r\n",
    "300 kB of headers": OK + b"X: " + b"y" * 300_000 + b"\r\n\r\n" + GOOD,
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_answer(client, fault_server, name) -> None:
    server = fault_server(BROKEN[name])
    asked = client.balance(f"http://127.0.0.1:{server.port}/v1", LONG)
    problem = asked.problem
    assert (problem.kind, problem.kind.exit_code) == (Kind.PROTOCOL_BROKEN, 4)
    assert asked.seconds < LONG / 2
    assert server.connections == 1


def test_reset_at_once(client, fault_server) -> None:
    server = fault_server(lambda c: c.reset())
    problem = client.balance(f"http://127.0.0.1:{server.port}/v1").problem
    # The reset may overtake the end of the connecting.
    assert problem.kind in (Kind.PROTOCOL_BROKEN, Kind.OFFLINE)
    assert problem.kind.exit_code == 4


def test_refused(client) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    asked = client.balance(f"http://127.0.0.1:{port}/v1")
    assert (asked.problem.kind, asked.problem.kind.exit_code) == (Kind.OFFLINE, 4)
    assert asked.problem.detail == "ECONNREFUSED"


def test_every_request_has_a_connection_of_its_own(client, fault_server) -> None:
    silent_from_the_second = iter([lambda c: c.send(WHOLE)])

    def script(connection) -> None:
        connection.read_request()
        next(silent_from_the_second, lambda c: c.send(WHOLE))(connection)
        connection.silence()  # half open: never closes by itself

    server = fault_server(script)
    for _ in range(3):
        asked = client.balance(f"http://127.0.0.1:{server.port}/v1", LONG)
        assert asked.problem is None
        assert asked.seconds < LONG / 2
    assert server.connections == 3


@pytest.fixture
def blackhole() -> Iterator[int]:
    """A port on which every further connection is left without an answer: its queue is full."""
    listener = socket.socket()
    listener.bind(("0.0.0.0", 0))  # noqa: S104  to be met at several loopback addresses
    listener.listen(0)
    port = listener.getsockname()[1]
    waiting = []
    for _ in range(16):
        waiting.append(socket.socket())
        waiting[-1].settimeout(0.2)
        if waiting[-1].connect_ex(("127.0.0.1", port)) != 0:
            break
    else:
        pytest.skip("this system's loopback takes connections beyond the queue")
    yield port
    for sock in (*waiting, listener):
        sock.close()


def test_address_that_never_answers(client, blackhole) -> None:
    asked = client.balance(f"http://127.0.0.1:{blackhole}/v1", LIMIT)
    assert asked.problem.kind is Kind.TIMED_OUT
    assert asked.seconds < IN_TIME


def test_silent_addresses_share_the_time(client, blackhole, resolver, authority) -> None:
    resolver.addresses = tuple(f"127.0.0.{number}" for number in range(1, 51))
    asked = client.balance(f"https://wallet.test:{blackhole}/v1", LIMIT)
    assert asked.problem.kind is Kind.TIMED_OUT
    assert asked.seconds < IN_TIME < len(resolver.addresses) * LIMIT


def lookups_under_way() -> int:
    return sum(thread.name == "name lookup" for thread in threading.enumerate())


def test_hanging_resolver_is_left_in_time_by_all_who_wait(client, resolver) -> None:
    resolver.go_on.clear()
    resolver.addresses = ("127.0.0.1",)
    for _ in range(4):
        asked = client.balance("https://wallet.test/v1", 0.2)
        assert asked.problem.kind is Kind.TIMED_OUT
        assert asked.seconds < IN_TIME
    assert resolver.calls == 1
    assert lookups_under_way() == 1


def test_resolver_that_comes_back_is_asked_again(client, resolver) -> None:
    resolver.go_on.clear()
    assert client.balance("https://wallet.test:1/v1", 0.1).problem.kind is Kind.TIMED_OUT
    resolver.addresses = ("127.0.0.1",)
    resolver.go_on.set()
    asked = client.balance("https://wallet.test:1/v1", LONG)
    assert (asked.problem.kind, asked.problem.detail) == (Kind.OFFLINE, "ECONNREFUSED")


@pytest.mark.parametrize(
    "error",
    [
        socket.gaierror(socket.EAI_NONAME, "WTSENTINEL"),
        socket.gaierror(socket.EAI_AGAIN, "WTSENTINEL"),
        OSError(errno.EMFILE, "WTSENTINEL"),
        UnicodeError("WTSENTINEL"),
    ],
)
def test_name_that_is_not_found(client, resolver, error) -> None:
    resolver.error = error
    problem = client.balance("https://wallet.test/v1").problem
    assert (problem.kind, problem.kind.exit_code) == (Kind.OFFLINE, 4)


def test_name_without_an_address(client, resolver) -> None:
    assert client.balance("https://wallet.test/v1").problem.kind is Kind.OFFLINE


def test_second_address_is_tried(client, resolver, fault_server, server_tls) -> None:
    server = fault_server(WHOLE, server_tls("wallet.test"))
    resolver.addresses = ("127.0.0.77", "127.0.0.1")  # nothing listens at the first
    assert client.balance(f"https://wallet.test:{server.port}/v1").problem is None


def test_localhost_is_this_computer_whatever_dns_says(monkeypatch, client, fault_server) -> None:
    def hostile(*_args, **_kwargs):
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.0.2.1", 1))]

    server = fault_server(WHOLE)
    monkeypatch.setattr(name_resolver.socket, "getaddrinfo", hostile)
    assert name_resolver.addresses_of("localhost", 80, time.monotonic()) == ("127.0.0.1", "::1")
    monkeypatch.undo()
    assert client.balance(f"http://localhost:{server.port}/v1").problem is None


def test_no_file_descriptor_left(client, fault_server) -> None:
    resource = pytest.importorskip("resource", reason="the limit is Unix's")
    server = fault_server(WHOLE)
    url = f"http://127.0.0.1:{server.port}/v1"
    assert client.balance(url).problem is None
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, hard))
    try:
        asked = client.balance(url)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert (asked.problem.kind, asked.problem.detail) == (Kind.OFFLINE, "EMFILE")
    assert client.balance(url).problem is None
