"""The simulated wallet's books and price over a real socket, and that they match the balance."""

import json
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from tests.support.clocks import HandClock
from wallet_tray.providers.bytenite_transactions import transactions_from, unit_price_from
from wallet_tray.providers.json_reader import NotUnderstoodError
from wallet_tray.simulator.malformed import MALFORMED_TRANSACTIONS
from wallet_tray.simulator.scenarios import SCENARIOS
from wallet_tray.simulator.server import EXCHANGE_RATE, TRANSACTIONS
from wallet_tray.simulator.wallet import ENTRIES_KEPT, Ledger, ScriptedWallet, Wallet, job_name

Serve = Callable[..., Any]  # gives the client of conftest.py
BOOKS = "/wallet/transactions"
RATE = "/wallet/exchange_rate"
FIFTY = "?pagination.limit=50&pagination.offset="


def read(client: Any, query: str = "?pagination.limit=100") -> Any:
    return json.loads(client.ask(path=BOOKS + query).body, parse_float=Decimal, parse_int=Decimal)


def test_transactions_list_what_the_wallet_spent(serve: Serve, clock: HandClock) -> None:
    client = serve("drain")
    before = Decimal(180)
    clock.pass_by(120)
    balance = client.ask().json
    entries = read(client)["data"][::-1]
    assert len(entries) > 10
    for entry in entries:
        enters = entry["accountTo"] == balance["accountId"]
        assert (entry["accountFrom"] == balance["accountId"]) is not enters
        assert entry["transactionType"] == ("top-up" if enters else "payment")
        assert entry["amount"] > 0
        before += entry["amount"] if enters else -entry["amount"]
        assert entry["balance"] == before
    assert before == Decimal(str(balance["totalBalance"]))
    assert sum(entry["accountTo"] == balance["accountId"] for entry in entries) == 1, "a top-up"


def test_times_are_the_wall_clocks(serve: Serve, clock: HandClock) -> None:
    earliest = datetime.now(UTC)
    client = serve("drain", pace=10)
    latest = datetime.now(UTC)
    clock.pass_by(12)
    (top_up,) = (e for e in read(client)["data"] if e["transactionType"] == "top-up")
    at = datetime.fromisoformat(top_up["createdAt"])
    assert top_up["createdAt"].endswith("Z")
    assert earliest <= at - timedelta(seconds=95 / 10) <= latest + timedelta(milliseconds=1)


def test_an_entry_stays_as_it_is(serve: Serve, clock: HandClock) -> None:
    client = serve("steady")
    clock.pass_by(300)
    first = read(client)["data"]
    clock.pass_by(300)
    second = read(client)["data"]
    assert len(second) > len(first) > 3
    assert second[-len(first) :] == first
    assert len({entry["id"] for entry in second}) == len(second)
    times = [entry["createdAt"] for entry in second]
    assert times == sorted(times, reverse=True), "the newest first"
    for entry in second:
        assert uuid.UUID(entry["id"])
        assert len(entry["hash"]) == 64


def test_jobs_have_names(serve: Serve, clock: HandClock) -> None:
    client = serve("steady")
    clock.pass_by(600)
    payments = [e["relatedEntityData"] for e in read(client)["data"] if e["amount"] < 100]
    names = [related["jobName"] for related in payments]
    assert len(set(names)) == len(names) > 5
    assert {related["type"] for related in payments} == {"job"}
    assert job_name(1, 1) == job_name(1, 1) != job_name(2, 1)


def test_the_client_reads_them(serve: Serve, clock: HandClock) -> None:
    client = serve("drain")
    clock.pass_by(120)
    wallet_id = client.ask().json["accountId"]
    transactions = transactions_from(
        client.ask(path=BOOKS + "?pagination.limit=50").body, wallet_id
    )
    assert len([t for t in transactions if t.amount > 0]) == 1
    assert all(t.name for t in transactions)
    assert unit_price_from(client.ask(path=RATE).body) == Decimal("0.08")


def test_pages(serve: Serve, clock: HandClock) -> None:
    client = serve("steady")
    clock.pass_by(3600)
    total = int(read(client)["pagination"]["total"])
    assert total > 105
    assert len(read(client, "")["data"]) == 20
    assert len(read(client, "?pagination.limit=9999")["data"]) == 100
    whole = [e for n in range(0, total, 50) for e in read(client, f"{FIFTY}{n}")["data"]]
    assert len(whole) == total
    for offset, has_next in ((0, True), (5, True), (total - 3, False), (total, False)):
        page = read(client, f"?pagination.limit=5&pagination.offset={offset}&orderBy=amount")
        assert page["data"] == whole[offset : offset + 5]
        assert page["pagination"] == {
            "total": str(total),
            "offset": str(offset),
            "hasPrevious": offset > 0,
            "hasNext": has_next,
        }
        assert len(page["data"]) == min(5, total - offset)


@pytest.mark.parametrize("number", ["-1", "x", "", "1.5", "%D9%A1", "1" * 10])
def test_impossible_pages(serve: Serve, number: str) -> None:
    client = serve()
    for name in ("limit", "offset"):
        query = f"?pagination.{name}={number}"
        expected = 200 if number == "" else 400  # an empty one is none
        assert client.ask(path=BOOKS + query).status == expected


@pytest.mark.parametrize("path", [BOOKS, RATE])
def test_credentials_and_methods_are_those_of_the_balance(serve: Serve, path: str) -> None:
    client = serve()
    assert client.ask(path=path).status == 200
    for token in ("", "nonsense", client.service.api_key):
        answer = client.ask(path=path, token=token)
        assert (answer.status, answer.json["code"]) == (401, 16)
    answer = client.ask("POST", path)
    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")
    head = client.ask("HEAD", path)
    assert (head.status, head.body) == (200, b"")
    client.service.revoke_api_key()
    assert client.ask(path=path).status == 401


def test_a_service_that_does_not_offer_them(serve: Serve) -> None:
    client = serve(has_transactions=False)
    for path in (BOOKS, RATE):
        answer = client.ask(path=path)
        assert (answer.status, answer.json["code"]) == (404, 5)
    assert client.ask().status == 200


def test_queued_answers_and_counts(serve: Serve) -> None:
    client = serve()
    client.service.answer_next(503, path=TRANSACTIONS)
    client.service.answer_next(429, path=EXCHANGE_RATE)
    assert [client.ask(path=BOOKS).status for _ in range(2)] == [503, 200]
    assert [client.ask(path=RATE).status for _ in range(2)] == [429, 200]
    assert client.service.request_count(TRANSACTIONS) == 2
    assert client.service.request_count(EXCHANGE_RATE) == 2
    assert client.service.requests[0].query == ""
    client.ask(path=BOOKS + "?a=b")
    assert client.service.requests[-1].query == "a=b"


def test_fixed_balance_leaves_the_transactions_running(serve: Serve, clock: HandClock) -> None:
    client = serve("steady")
    client.service.set_balance(available=5, total=5)
    clock.pass_by(300)
    assert read(client)["data"], "what the scenario plays goes on"


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_transactions_add_up_in_every_scenario(scenario: str) -> None:
    story = SCENARIOS[scenario]
    often, seldom = (ScriptedWallet(Wallet("id", story.start), story.course, 3) for _ in range(2))
    for second in range(600):
        often.at(timedelta(seconds=second))
    wallet = seldom.at(timedelta(seconds=599))
    entries = list(seldom.ledger.newest_first())
    assert entries == list(often.ledger.newest_first()), "however often it was asked"
    assert all(newer.at >= older.at for newer, older in pairwise(entries))
    assert all(newer.balance == older.balance + newer.amount for newer, older in pairwise(entries))
    if entries:
        assert entries[0].balance == wallet.total
        assert entries[-1].balance == story.start + entries[-1].amount


def test_old_entries_make_room() -> None:
    ledger = Ledger(1)
    for number in range(ENTRIES_KEPT + 5):
        ledger.changed(timedelta(seconds=number), Decimal(1), Decimal(number))
    assert len(ledger) == ENTRIES_KEPT
    assert next(ledger.newest_first()).number == ENTRIES_KEPT + 5


def test_garbage_and_other_spellings(serve: Serve, clock: HandClock) -> None:
    client = serve("garbage")
    clock.pass_by(100)
    client.ask(path=BOOKS)
    refused = 0
    for _ in MALFORMED_TRANSACTIONS:
        body = client.ask(path=BOOKS).body
        try:
            found = transactions_from(body, "")
        except NotUnderstoodError:
            refused += 1
            continue
        assert all(len(t.name) <= 80 and "\n" not in t.name for t in found)
    assert refused > 8
    client = serve("proto3")
    clock.pass_by(100)
    bodies = [client.ask(path=BOOKS + "?pagination.limit=50").body for _ in range(2)]
    assert bodies[0] != bodies[1]
    wallet_id = client.ask().json["accountId"]
    plain, other = (transactions_from(body, wallet_id) for body in bodies)
    assert plain == other != ()
    assert len({unit_price_from(client.ask(path=RATE).body) for _ in range(2)}) == 1


def test_outage_and_statuses_apply_to_transactions_too(serve: Serve, clock: HandClock) -> None:
    client = serve("statuses")
    assert [client.ask(path=RATE).status for _ in range(4)] == [200, 400, 401, 403]
    client = serve("outage")
    clock.pass_by(30)
    token = client.service.access_token
    assert client.ask(path=BOOKS, token=token).status == 503
