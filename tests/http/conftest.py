"""What the tests of the services share: servers that misbehave, and a watch over secrets."""

import logging
import socket
import ssl
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import trustme

from tests.support.builders import make_account
from tests.support.fault_server import FaultServer
from wallet_tray.domain.account import Account
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.problem import Problem, WalletTrayError
from wallet_tray.providers.strategies import IssuedToken

PROXY_VARIABLES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy", "socks_proxy")


@pytest.fixture
def fault_server() -> Iterator[Callable[..., Any]]:
    """Makes fault servers (see fault_server.py) that end with the test."""
    servers: list[Any] = []

    def start(script: object, tls: ssl.SSLContext | None = None) -> Any:
        servers.append(FaultServer(script, tls))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


@pytest.fixture
def no_proxy_around(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment names no proxy."""
    for name in PROXY_VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@dataclass
class Asked:
    """What came of one call: a result or a problem, and its times.

    The times are the seconds it took, and those of them in which the calling thread had a
    processor.
    """

    result: Balance | IssuedToken | None
    problem: Problem | None
    seconds: float
    busy_seconds: float


@dataclass
class Client:
    """The real wallet API with secrets that are easy to find again.

    Checks after every failure that neither the exception nor anything it hangs on to holds one.
    """

    token: str = "WTSENTINEL-access-token"
    key: str = "WTSENTINEL-api-key"
    proxy: str = "system"
    _apis: list[Any] = field(default_factory=list)

    def api(self) -> Any:
        from wallet_tray.http.client import WalletApi

        if not self._apis:
            self._apis.append(WalletApi(self.proxy))
        return self._apis[0]

    def balance(self, api_url: str, limit: float = 30.0) -> Asked:
        account = make_account(api_url=api_url)
        return self._ask(lambda: self.api().balance(account, self.token, timedelta(seconds=limit)))

    def balance_of(self, account: Account, limit: float = 30.0) -> Asked:
        return self._ask(lambda: self.api().balance(account, self.key, timedelta(seconds=limit)))

    def exchange(self, api_url: str, limit: float = 30.0) -> Asked:
        account = make_account(api_url=api_url)
        return self._ask(lambda: self.api().exchange(account, self.key, timedelta(seconds=limit)))

    def close(self) -> None:
        for api in self._apis:
            api.close()

    def _ask(self, call: Callable[[], Any]) -> Asked:
        started, busy = time.monotonic(), time.thread_time()
        failure: WalletTrayError | None = None
        result = None
        try:
            result = call()
        except WalletTrayError as error:
            failure = error
        spent = time.monotonic() - started, time.thread_time() - busy
        if failure is None:
            return Asked(result, None, *spent)
        problem = failure.problem
        text = "".join(traceback.format_exception(failure)) + repr(failure) + repr(problem)
        assert "WTSENTINEL" not in text
        assert failure.__cause__ is None
        assert failure.__context__ is None
        assert problem.at.tzinfo is not None
        assert len(problem.detail) < 80
        return Asked(None, problem, *spent)


@pytest.fixture
def client(no_proxy_around: None, caplog: pytest.LogCaptureFixture) -> Iterator[Client]:
    """A client whose logs, those of the libraries below included, must hold no secret.

    What a service sends in its headers is its own: httpcore logs it, muted in the program.
    """
    caplog.set_level(logging.DEBUG)
    client = Client()
    yield client
    client.close()
    for record in caplog.get_records("call"):  # ``records`` are those of the teardown by now
        message = record.getMessage()
        if not message.startswith("receive_response_headers.complete "):
            assert "WTSENTINEL" not in message


@pytest.fixture
def authority(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> trustme.CA:
    """A certificate authority that this process trusts as if the operating system did."""
    authority = trustme.CA(key_type=trustme.KeyType.ECDSA)
    pem = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(pem)
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))
    return authority


@pytest.fixture
def server_tls(authority: trustme.CA) -> Callable[..., ssl.SSLContext]:
    """Makes TLS contexts of servers, with a certificate for the names from the authority."""

    def make(*names: str, issuer: trustme.CA | None = None, **validity: Any) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        certificate = (issuer or authority).issue_cert(*names, **validity)
        certificate.configure_cert(context)
        return context

    return make


class Resolver:
    """Stands in for the system's resolver, which cannot be made to hang on purpose."""

    def __init__(self) -> None:
        self.addresses: tuple[str, ...] = ()
        self.error: Exception | None = None
        self.calls = 0
        self.go_on = threading.Event()
        self.go_on.set()

    def getaddrinfo(self, host, port, *_args, **_kwargs):
        self.calls += 1
        self.go_on.wait(90)
        if self.error is not None:
            raise self.error
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))
            for address in self.addresses
        ]


@pytest.fixture
def resolver(monkeypatch: pytest.MonkeyPatch) -> Iterator[Resolver]:
    resolver = Resolver()
    original = socket.getaddrinfo

    def by_name_only(host, port, *args, **kwargs):
        if isinstance(host, str) and host.endswith(".test"):
            return resolver.getaddrinfo(host, port)
        return original(host, port, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", by_name_only)
    yield resolver
    resolver.go_on.set()
