"""A proxy in trouble, from its socket to the screen: asked again, said, and over when it is."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import trustme

from tests.integration.running_program import RunningProgram
from tests.support.builders import make_account
from tests.support.fault_server import FaultServer
from wallet_tray.alerts import controller
from wallet_tray.domain import alert_policy, refresh_policy
from wallet_tray.domain.account_state import Fresh, known_problem
from wallet_tray.domain.problem import ProblemKind
from wallet_tray.http import client
from wallet_tray.refresh import timer

BODY = b'{"accountId":"a","availableBalance":512.34,"totalBalance":512.34,"amountDue":0}'
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(BODY), BODY)
LOGIN = b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"


def carry(connection: Any) -> None:
    """What a proxy that works does."""
    port = int(connection.read_request().split()[1].rpartition(b":")[2])
    connection.send(b"HTTP/1.1 200 Connection established\r\n\r\n")
    with socket.create_connection(("127.0.0.1", port), timeout=30) as onward:
        back = threading.Thread(target=_pump, args=(onward, connection.sock), daemon=True)
        back.start()
        _pump(connection.sock, onward)
        back.join()


def _pump(source: socket.socket, sink: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65_536):
            sink.sendall(data)
    with contextlib.suppress(OSError):
        sink.shutdown(socket.SHUT_WR)


def html(connection: Any) -> None:
    connection.read_request()
    connection.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>Sign in</html>")


BAD: dict[str, tuple[Any, set[ProblemKind]]] = {
    "407": (LOGIN, {ProblemKind.PROXY_LOGIN}),
    "407 with a realm": (
        b'HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm="x"\r\nContent-Length: 0\r\n\r\n',
        {ProblemKind.PROXY_LOGIN},
    ),
    "502": (
        b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n",
        {ProblemKind.PROXY_REFUSED},
    ),
    "silence": (lambda connection: connection.silence(), {ProblemKind.TIMED_OUT}),
    "a page": (html, {ProblemKind.NOT_PRIVATE, ProblemKind.PROTOCOL_BROKEN}),
    "closed": (lambda _connection: None, {ProblemKind.PROTOCOL_BROKEN, ProblemKind.OFFLINE}),
}


class Way:
    """A program whose only way to its service is a proxy that behaves as ``proxy.script`` says."""

    def __init__(self, running: RunningProgram, proxy: Any, service: Any) -> None:
        self.running = running
        self.proxy = proxy
        api_url = f"https://wallet.test:{service.port}/v1"
        account = {"id": "own", "label": "Own", "api_url": api_url, "credential": "access-token"}
        head = f'[network]\nproxy = "http://127.0.0.1:{proxy.port}"\n'
        running.write_settings([account], head)
        running.keyring.write(
            make_account(id="own", api_url=api_url).keyring_user, "WTSENTINEL-token"
        )

    @property
    def session(self) -> Any:
        assert self.running.program is not None
        return self.running.program._sessions.at(0)

    def problem(self) -> ProblemKind | None:
        problem = known_problem(self.session.refreshes.state)
        return None if problem is None else problem.kind

    def wait_for_problem(self, kinds: set[ProblemKind]) -> None:
        self.running.wait(lambda: self.problem() in kinds)

    def wait_for_balance(self) -> None:
        self.running.wait(lambda: isinstance(self.session.refreshes.state, Fresh))


@pytest.fixture
def way(
    running: RunningProgram, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Callable[[Any], Way]]:
    """Time is short here: the back-off is a sixtieth, a request ends after two seconds."""
    monkeypatch.setattr(refresh_policy, "BACK_OFF_BASE", timedelta(seconds=0.25))
    monkeypatch.setattr(refresh_policy, "BACK_OFF_FLOOR", timedelta(seconds=0.1))
    monkeypatch.setattr(timer, "RESUME_DELAY", (timedelta(0), timedelta(seconds=0.1)))
    monkeypatch.setattr(client, "REQUEST_LIMIT", timedelta(seconds=2))
    authority = trustme.CA(key_type=trustme.KeyType.ECDSA)
    pem = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(pem)
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("wallet.test").configure_cert(tls)
    server = FaultServer
    servers = [server(ANSWER, tls)]

    def make(script: Any) -> Way:
        servers.append(server(script))
        return Way(running, servers[-1], servers[0])

    yield make
    running.close()
    for one in servers:
        one.close()


def shorten_outages(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (alert_policy, controller):
        monkeypatch.setattr(module, "OUTAGE", timedelta(seconds=2))


@pytest.mark.parametrize("name", BAD)
def test_at_the_start_and_over_when_the_proxy_recovers(
    way: Callable[[Any], Way], name: str
) -> None:
    script, kinds = BAD[name]
    there = way(script)
    there.running.start()
    there.wait_for_problem(kinds)
    asked = there.proxy.connections
    there.running.wait(lambda: there.proxy.connections >= asked + 2)
    there.proxy.script = carry
    there.wait_for_balance()
    assert "512.34" in there.running.tooltip()


@pytest.mark.parametrize("name", ["407", "502"])
def test_at_waking_up_with_a_good_balance_before(way: Callable[[Any], Way], name: str) -> None:
    script, kinds = BAD[name]
    there = way(carry)
    there.running.start()
    there.wait_for_balance()
    there.proxy.script = script
    assert there.running.program is not None
    there.running.program._desktop.resumed.emit()
    there.wait_for_problem(kinds)
    assert "512.34" in there.running.tooltip()
    there.proxy.script = carry
    there.wait_for_balance()


def test_a_login_that_is_wanted_is_said_and_reported_once(
    way: Callable[[Any], Way], monkeypatch: pytest.MonkeyPatch
) -> None:
    shorten_outages(monkeypatch)
    there = way(LOGIN)
    there.running.start()
    there.wait_for_problem({ProblemKind.PROXY_LOGIN})
    there.running.wait(lambda: "proxy wants a login" in there.running.tooltip())
    there.running.wait(lambda: bool(there.running.screen.titles))
    asked = there.proxy.connections
    there.running.wait(lambda: there.proxy.connections >= asked + 2)
    (title,) = there.running.screen.titles
    assert title.startswith("No balance since")
    there.proxy.script = carry
    there.wait_for_balance()
    there.running.wait(lambda: not there.running.screen.now)


def test_a_settings_address_that_cannot_be_is_an_outage_too(
    way: Callable[[Any], Way], monkeypatch: pytest.MonkeyPatch
) -> None:
    shorten_outages(monkeypatch)
    there = way(carry)
    file = there.running.folders.settings_file
    text = file.read_text()
    variables = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")
    for name in (*variables, *map(str.upper, variables)):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HTTPS_PROXY", "ftp://proxy.test")
    file.write_text(text.partition("[[accounts]]")[1] + text.partition("[[accounts]]")[2])
    there.running.start()
    there.wait_for_problem({ProblemKind.PROXY_UNUSABLE})
    there.running.wait(lambda: len(there.running.screen.titles) == 1)
    # As where the operating system's own setting is another one by now.
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{there.proxy.port}")
    assert there.running.program is not None
    there.running.program._desktop.resumed.emit()
    there.wait_for_balance()
    assert there.running.screen.now == {}
