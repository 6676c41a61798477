"""What the environment may and may not do to a request: proxies, .netrc."""

import base64
import contextlib
import socket
import threading
from decimal import Decimal

import pytest

from tests.support.fault_server import dripping_tls
from wallet_tray.domain.problem import ProblemKind as Kind

GOOD = b'{"accountId":"a","availableBalance":100.25}'
WHOLE = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(GOOD), GOOD)
NAMES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy")
LIMIT = 0.6
IN_TIME = 15  # seconds on a machine however busy; every fault here would go on for longer


def pump(source: socket.socket, sink: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65_536):
            sink.sendall(data)
    with contextlib.suppress(OSError):
        sink.shutdown(socket.SHUT_WR)


def tunnel(connection, port: int) -> None:
    """Carries bytes between the connection and a port on loopback until both ends are done."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as onward:
        back = threading.Thread(target=pump, args=(onward, connection.sock), daemon=True)
        back.start()
        pump(connection.sock, onward)
        back.join()


def http_proxy(connection) -> None:
    request = connection.read_request()
    port = int(request.split()[1].rpartition(b":")[2])
    connection.send(b"HTTP/1.1 200 Connection established\r\n\r\n")
    tunnel(connection, port)


def socks_proxy(connection) -> None:
    greeting = connection.sock.recv(65_536)
    connection.send(b"\x05\x00")
    wish = connection.sock.recv(65_536)
    connection.send(b"\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x50")
    connection.request = greeting + wish
    tunnel(connection, int.from_bytes(wish[-2:]))


@pytest.mark.parametrize("name", NAMES)
def test_proxy_of_the_environment_never_sees_plain_http(
    client, fault_server, monkeypatch, name
) -> None:
    proxy = fault_server(WHOLE)
    server = fault_server(WHOLE)
    monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
    for host in ("127.0.0.1", "localhost"):
        assert client.balance(f"http://{host}:{server.port}/v1").problem is None
    assert (proxy.connections, server.connections) == (0, 2)


def test_proxy_of_the_environment_is_not_asked_for_loopback(
    client, fault_server, server_tls, monkeypatch
) -> None:
    proxy = fault_server(WHOLE)
    server = fault_server(WHOLE, server_tls("127.0.0.1"))
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.port}")
    assert client.balance(f"https://127.0.0.1:{server.port}/v1").problem is None
    assert proxy.connections == 0


@pytest.mark.parametrize("name", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"])
def test_proxy_of_the_environment_carries_https_unread(
    client, fault_server, server_tls, monkeypatch, name
) -> None:
    proxy = fault_server(http_proxy)
    server = fault_server(WHOLE, server_tls("wallet.test"))
    monkeypatch.setenv(name, f"http://user:p%40ss@127.0.0.1:{proxy.port}")
    balance = client.balance(f"https://wallet.test:{server.port}/v1").result
    assert balance.available.amount == Decimal("100.25")
    proxy.close()
    assert proxy.requests[0].startswith(b"CONNECT wallet.test:%d HTTP/1.1\r\n" % server.port)
    assert b"WTSENTINEL" not in proxy.requests[0]
    login = base64.b64encode(b"user:p@ss")
    assert b"proxy-authorization: basic " + login.lower() in proxy.requests[0].lower()


@pytest.mark.parametrize("no_proxy", ["wallet.test", ".test", "*", "other.example,wallet.test"])
def test_exceptions_from_the_proxy_are_kept(
    client, fault_server, server_tls, resolver, monkeypatch, no_proxy
) -> None:
    proxy = fault_server(http_proxy)
    server = fault_server(WHOLE, server_tls("wallet.test"))
    resolver.addresses = ("127.0.0.1",)
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.port}")
    monkeypatch.setenv("NO_PROXY", no_proxy)
    assert client.balance(f"https://wallet.test:{server.port}/v1").problem is None
    assert (proxy.connections, server.connections) == (0, 1)


def test_setting_none_goes_directly(
    client, fault_server, server_tls, resolver, monkeypatch
) -> None:
    proxy = fault_server(http_proxy)
    server = fault_server(WHOLE, server_tls("wallet.test"))
    resolver.addresses = ("127.0.0.1",)
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.port}")
    client.proxy = "none"
    assert client.balance(f"https://wallet.test:{server.port}/v1").problem is None
    assert proxy.connections == 0


@pytest.mark.parametrize("scheme", ["socks5", "socks5h", "socks"])
def test_socks_proxy_of_the_settings(client, fault_server, server_tls, resolver, scheme) -> None:
    proxy = fault_server(socks_proxy)
    server = fault_server(WHOLE, server_tls("wallet.test"))
    client.proxy = f"{scheme}://127.0.0.1:{proxy.port}"
    assert client.balance(f"https://wallet.test:{server.port}/v1").problem is None
    proxy.close()
    assert b"wallet.test" in proxy.requests[0]
    assert resolver.calls == 0  # the proxy looks the name up


def test_proxy_behind_tls(client, fault_server, server_tls) -> None:
    proxy = fault_server(http_proxy, server_tls("127.0.0.1"))
    server = fault_server(WHOLE, server_tls("wallet.test"))
    client.proxy = f"https://127.0.0.1:{proxy.port}"
    assert client.balance(f"https://wallet.test:{server.port}/v1").problem is None
    assert proxy.connections == 1


@pytest.mark.parametrize("tls_proxy", [False, True])
def test_drip_through_a_proxy_ends_in_time(client, fault_server, server_tls, tls_proxy) -> None:
    def play(connection) -> None:
        connection.read_request()
        connection.drip(WHOLE, 0.3)

    proxy = fault_server(http_proxy, server_tls("127.0.0.1") if tls_proxy else None)
    server = fault_server(play, server_tls("wallet.test"))
    client.proxy = f"http{'s' * tls_proxy}://127.0.0.1:{proxy.port}"
    asked = client.balance(f"https://wallet.test:{server.port}/v1", LIMIT)
    assert asked.problem.kind is Kind.TIMED_OUT
    assert asked.seconds < IN_TIME


@pytest.mark.parametrize("slow", ["handshake", "record"])
def test_tls_that_drips_inside_tls_ends_in_time(client, fault_server, server_tls, slow) -> None:
    proxy = fault_server(http_proxy, server_tls("127.0.0.1"))
    server = fault_server(dripping_tls(server_tls("wallet.test"), WHOLE, **{slow: 0.3}))
    client.proxy = f"https://127.0.0.1:{proxy.port}"
    asked = client.balance(f"https://wallet.test:{server.port}/v1", LIMIT)
    assert asked.problem.kind is Kind.TIMED_OUT
    assert LIMIT * 0.9 < asked.seconds < IN_TIME


def test_body_without_a_length_ends_inside_tls_too(client, fault_server, server_tls) -> None:
    proxy = fault_server(http_proxy, server_tls("127.0.0.1"))
    server = fault_server(b"HTTP/1.1 200 OK\r\n\r\n" + GOOD, server_tls("wallet.test"))
    client.proxy = f"https://127.0.0.1:{proxy.port}"
    assert client.balance(f"https://wallet.test:{server.port}/v1").problem is None


def test_nothing_waits_for_a_deadline_after_the_answer(client, fault_server, server_tls) -> None:
    proxy = fault_server(http_proxy, server_tls("127.0.0.1"))
    server = fault_server(WHOLE, server_tls("wallet.test"))
    client.proxy = f"https://127.0.0.1:{proxy.port}"
    assert client.balance(f"https://wallet.test:{server.port}/v1").problem is None
    for thread in threading.enumerate():
        if isinstance(thread, threading.Timer):
            thread.join(IN_TIME / 2)
            assert not thread.is_alive()


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (b"HTTP/1.1 407 Who are you\r\nContent-Length: 0\r\n\r\n", Kind.PROXY_LOGIN),
        (
            b'HTTP/1.1 407 X\r\nProxy-Authenticate: Basic realm="a"\r\nContent-Length: 1\r\n\r\nx',
            Kind.PROXY_LOGIN,
        ),
        (b"HTTP/1.0 407\r\nProxy-Authenticate: Negotiate\r\n\r\n<html>", Kind.PROXY_LOGIN),
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>Sign in", Kind.NOT_PRIVATE),
        (b"HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n", Kind.PROXY_REFUSED),
        (b"HTTP/1.1 502 No\r\nContent-Length: 0\r\n\r\n", Kind.PROXY_REFUSED),
        (b"garbage\r\n\r\n", Kind.PROTOCOL_BROKEN),
        (b"", Kind.PROTOCOL_BROKEN),
    ],
)
def test_proxy_that_refuses(client, fault_server, authority, answer, kind) -> None:
    client.proxy = f"http://127.0.0.1:{fault_server(answer).port}"
    assert client.balance("https://wallet.test/v1").problem.kind is kind


@pytest.mark.parametrize(
    "script",
    [
        lambda c: c.silence(),
        lambda c: c.read_request() and c.drip(b"HTTP/1.1 200 OK\r\n" * 30, 0.1),
    ],
)
@pytest.mark.parametrize("scheme", ["http", "socks5"])
def test_proxy_that_hangs(client, fault_server, authority, scheme, script) -> None:
    client.proxy = f"{scheme}://127.0.0.1:{fault_server(script).port}"
    asked = client.balance("https://wallet.test/v1", LIMIT)
    assert asked.problem.kind.exit_code == 4
    assert asked.seconds < IN_TIME


@pytest.mark.parametrize(
    ("login", "answers"),
    [
        ("", [b"\x05\xff"]),
        ("", [b"\x05\x02"]),
        ("user:word@", [b"\x05\x02", b"\x01\x01"]),
        ("user:word@", [b"\x05\xff"]),
    ],
)
def test_socks_proxy_that_wants_a_login(client, fault_server, authority, login, answers) -> None:
    def play(connection) -> None:
        for answer in answers:
            connection.sock.recv(99)
            connection.send(answer)
        connection.silence()

    client.proxy = f"socks5://{login}127.0.0.1:{fault_server(play).port}"
    assert client.balance("https://wallet.test/v1").problem.kind is Kind.PROXY_LOGIN


@pytest.mark.parametrize(
    "script",
    [
        lambda c: c.send(b"\x05\xff"),
        lambda c: c.send(b"\x04\x00"),
        lambda c: c.send(b"\x05"),
        lambda c: c.send(b"HTTP/1.1 400 Bad Request\r\n\r\n"),
        lambda c: None,
        lambda c: (
            c.send(b"\x05\x00") and c.sock.recv(99) and c.send(b"\x05\x05\x00\x01" + b"\0" * 6)
        ),
        lambda c: c.send(b"\x05\x00") and c.sock.recv(99) and c.send(b"\x05\x00\x00\x09"),
        lambda c: c.send(b"\x05\x00") and c.sock.recv(99) and c.send(b"\x05"),
    ],
)
def test_socks_proxy_that_makes_no_sense(client, fault_server, authority, script) -> None:
    def play(connection) -> None:
        connection.sock.recv(99)
        script(connection)

    client.proxy = f"socks5://127.0.0.1:{fault_server(play).port}"
    asked = client.balance("https://wallet.test/v1")
    assert asked.problem.kind.exit_code == 4
    assert asked.seconds < IN_TIME


BROKEN_PROXIES = [
    "http://[::1",
    "http://",
    "://",
    "ftp://127.0.0.1:1",
    "socks4://127.0.0.1:1",
    "http://127.0.0.1:99999",
    "http://127.0.0.1:0",
    "http://127.0.0.1:port",
    "http://proxy .example:1",
    "http://pröxy.example:1",
    "http://proxy\n.example:1",
    "file:///etc/passwd",
    "nonsense://WTSENTINEL:WTSENTINEL@host",
]


@pytest.mark.parametrize("value", BROKEN_PROXIES)
def test_broken_proxy_is_a_problem_with_a_name(client, monkeypatch, value) -> None:
    monkeypatch.setenv("HTTPS_PROXY", value)
    problem = client.balance("https://wallet.test/v1").problem
    assert (problem.kind, problem.kind.exit_code) == (Kind.PROXY_UNUSABLE, 2)


@pytest.mark.parametrize("value", BROKEN_PROXIES)
def test_broken_proxy_does_not_matter_where_none_is_used(
    client, fault_server, monkeypatch, value
) -> None:
    server = fault_server(WHOLE)
    for name in NAMES:
        monkeypatch.setenv(name, value)
    assert client.balance(f"http://127.0.0.1:{server.port}/v1").problem is None


def test_netrc_is_not_read(client, fault_server, monkeypatch, tmp_path) -> None:
    netrc = tmp_path / ".netrc"
    netrc.write_text("machine 127.0.0.1 login another password else\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETRC", str(netrc))
    server = fault_server(WHOLE)
    client.balance(f"http://127.0.0.1:{server.port}/v1")
    server.close()
    assert b"\r\nAuthorization: WTSENTINEL-access-token\r\n" in server.requests[0]
    assert b"Basic" not in server.requests[0]
