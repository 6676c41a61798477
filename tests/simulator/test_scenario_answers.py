"""What each scenario answers, with its time moved by hand."""

import json
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from tests.support.clocks import HandClock
from wallet_tray.simulator.handler import Request
from wallet_tray.simulator.malformed import GARBAGE, UNUSUAL
from wallet_tray.simulator.scenarios import SCENARIOS
from wallet_tray.simulator.server import BALANCE, SimulatedService

Serve = Callable[..., Any]  # gives the client of conftest.py
DOCUMENTED = {200, 400, 401, 403, 404, 500, 503}


def test_every_documented_status_is_reachable(serve: Serve) -> None:
    client = serve("statuses")
    answers = [client.ask() for _ in range(9)]
    assert {answer.status for answer in answers} == DOCUMENTED | {429, 502}
    for answer in answers:
        assert ("accountId" if answer.status == 200 else "code") in answer.json


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_scenario_is_one_sentence(name: str) -> None:
    sentence = SCENARIOS[name].sentence
    assert sentence.endswith(".")
    assert sentence.count(".") == 1


@pytest.mark.parametrize("name", [name for name in SCENARIOS if name != "proto3"])
def test_every_scenario_begins_with_a_balance(serve: Serve, name: str) -> None:
    client = serve(name, pace=100)
    if name == "slow":
        client.service.stop()
        reply = client.service.respond(_balance_request(client.service))
        assert reply.status == 200
    else:
        assert client.ask().status == 200


def test_outage_fails_refuses_and_recovers(serve: Serve, clock: HandClock) -> None:
    client = serve("outage")
    assert client.ask().status == 200
    clock.pass_by(20)
    answers = [client.ask(), client.ask()]
    assert [answer.status for answer in answers] == [503, 503]
    assert {answer.headers["Retry-After"] for answer in answers} == {None, "5"}
    assert client.exchange().status == 503
    clock.pass_by(20)
    _wait_until_refused(client)
    clock.pass_by(20)
    _wait_until_answered(client)
    assert client.ask().status == 200


def test_expired_key_ends_key_and_tokens(serve: Serve, clock: HandClock) -> None:
    client = serve("expired-key")
    token = client.exchange().json["token"]
    clock.pass_by(29)
    assert client.ask(token=token).status == 200
    clock.pass_by(1)
    assert client.ask(token=token).status == 401
    assert client.exchange().status == 401


def test_pace_quickens_the_scenario(serve: Serve, clock: HandClock) -> None:
    client = serve("expired-key", pace=10)
    clock.pass_by(3)
    assert client.ask().status == 401


def test_slow_takes_seconds_but_less_than_fifteen() -> None:
    service = SimulatedService("slow")
    delays = [service.respond(_balance_request(service)).delay for _ in range(9)]
    assert min(delays) >= timedelta(seconds=2)
    assert max(delays) < timedelta(seconds=15)


def test_delays_are_real(serve: Serve) -> None:
    client = serve()
    client.service.answer_next(200, "{}", delay=timedelta(seconds=0.3))
    began = time.monotonic()
    client.ask()
    assert time.monotonic() - began >= 0.3


def test_garbage_cycles_with_status_200(serve: Serve) -> None:
    client = serve("garbage")
    answers = [client.ask() for _ in range(len(GARBAGE) + 2)]
    assert {answer.status for answer in answers} == {200}
    assert answers[0].body == answers[-1].body, "a balance again"
    bodies = {answer.body for answer in answers}
    assert {b"null", b"{}", b"[]", b""} <= bodies
    assert any(answer.headers["Content-Type"].startswith("text/html") for answer in answers)
    assert sum(_is_balance(answer) for answer in answers) == 2


def test_proto3_spells_the_same_balance_differently(serve: Serve) -> None:
    client = serve("proto3")
    client.service.set_balance(available=5, total=8, amount_due=0)
    answers = [client.ask().json for _ in UNUSUAL]
    assert len({json.dumps(answer) for answer in answers}) == len(UNUSUAL)
    assert [float(answer["availableBalance"]) for answer in answers] == [5.0] * len(UNUSUAL)
    assert [float(answer.get("amountDue", 0)) for answer in answers] == [0.0] * len(UNUSUAL)


def test_rate_limits_with_and_without_retry_after(serve: Serve) -> None:
    client = serve("rate-limited")
    answers = [client.ask() for _ in range(5)]
    assert [answer.status for answer in answers] == [200, 200, 429, 429, 200]
    assert [answer.headers["Retry-After"] for answer in answers[2:4]] == ["8", None]


def _is_balance(answer: Any) -> bool:
    """As a careful client reads it: JSON, with finite numbers of a sensible length."""
    if answer.headers["Content-Encoding"]:
        return False
    try:
        document = json.loads(answer.body)
    except (ValueError, RecursionError):
        return False
    return isinstance(document, dict) and all(
        type(document.get(name)) in (int, float)
        for name in ("totalBalance", "availableBalance", "amountDue")
    )


def _balance_request(service: SimulatedService) -> Request:
    return Request("GET", BALANCE, {"authorization": service.access_token})


def _wait_until_refused(client: Any) -> None:
    while True:  # bounded by the timeout of the run
        try:
            client.ask()
        except ConnectionRefusedError:
            return
        except ConnectionError:
            continue  # it came in just before the listener was closed


def _wait_until_answered(client: Any) -> None:
    while True:  # bounded by the timeout of the run
        try:
            client.ask()
        except ConnectionRefusedError:
            time.sleep(0.01)
        else:
            return
