"""A plain HTTP client for the simulated service, and a clock that only tests move."""

import http.client
import json
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.support.clocks import HandClock
from wallet_tray.simulator.server import SimulatedService


@dataclass(frozen=True)
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Client:
    """Asks one service, with a valid access token unless another one is given."""

    def __init__(self, service: SimulatedService) -> None:
        self.service = service

    def ask(
        self,
        method: str = "GET",
        path: str = "/wallet/balance",
        token: str | None = None,
        body: bytes | None = None,
        headers: dict[str, str] | None = None,
    ) -> Answer:
        url = urlsplit(self.service.api_url)
        token = self.service.access_token if token is None else token
        sent = {**({"Authorization": token} if token else {}), **(headers or {})}
        with closing(http.client.HTTPConnection(url.netloc, timeout=60)) as connection:
            connection.request(method, url.path + path, body, sent)
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read())

    def exchange(self, api_key: str | None = None) -> Answer:
        key = self.service.api_key if api_key is None else api_key
        body = json.dumps({"apiKey": key}).encode()
        return self.ask("POST", "/auth/access_token", token="", body=body)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def serve(clock: HandClock) -> Iterator[Callable[..., Client]]:
    """Starts services whose time stands still, and stops them after the test."""
    services: list[SimulatedService] = []

    def start(
        scenario: str = "steady",
        token_life: timedelta = timedelta(hours=1),
        pace: float = 1.0,
        seed: int = 1,
        has_transactions: bool = True,
    ) -> Client:
        service = SimulatedService(
            scenario,
            seed,
            pace=pace,
            token_life=token_life,
            clock=clock,
            has_transactions=has_transactions,
        )
        services.append(service.start())
        return Client(service)

    yield start
    for service in services:
        service.stop()
