"""Wallets of every form, asked over a real socket as their descriptions say."""

import base64
import json
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from tests.http.conftest import Client
from tests.support.builders import make_account
from tests.support.fault_server import FaultServer, in_order, response
from tests.support.wallet_answers import (
    SavedAnswer,
    answers_of,
    described,
    description,
    differences,
    saved_answers,
    shipped,
)
from wallet_tray.domain.account import Account
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.money import Figure
from wallet_tray.domain.problem import Problem
from wallet_tray.domain.problem import ProblemKind as Kind
from wallet_tray.http import client as wallet_api
from wallet_tray.http.probe import reach
from wallet_tray.providers.model import Advice, Answer
from wallet_tray.providers.provider import Provider, provider_from
from wallet_tray.providers.reader import BalanceReading

KEY = "WTSENTINEL-api-key"
KEY_IN_QUERY = "WTSENTINEL+/=&?#%"
BASIC = base64.b64encode(f"AC123:{KEY}".encode()).decode()
FIELDS = {
    "twilio": {"account_sid": "AC123"},
    "vonage": {"api_key": "abc"},
    "cloudflare": {"account_id": "0af"},
    "porkbun": {"api_key": "pk1_x"},
    "tensordock": {"api_key": "a b&c"},
    "xai": {"team_id": "team"},
}
SAMPLE = [
    "openrouter",
    "fal",
    "nanogpt",
    "twilio",
    "serpapi",
    "anticaptcha",
    "tensordock",
    "runpod",
    "deepgram",
    "deepseek",
    "porkbun",
    "cloudflare",
    "litellm",
    "venice",
    "xai",
    "bytenite",
]
"""All forms of sign-in, paths with fields, a picked entry, two requests, variants, no base."""


def account_of(identity: str, server: FaultServer, **more: Any) -> Account:
    fields = tuple(FIELDS.get(identity, {}).items())
    url = f"http://127.0.0.1:{server.port}"
    return make_account(of=identity, **{"fields": fields, "api_url": url, **more})


def asked(server: FaultServer) -> list[tuple[str, dict[str, str], bytes]]:
    """Return the request lines, headers and bodies that the server got."""
    server.close()
    found = []
    for request in server.requests:
        head, _, body = request.partition(b"\r\n\r\n")
        line, *lines = head.decode("ascii").split("\r\n")
        headers = dict(entry.split(": ", 1) for entry in lines)
        found.append((line, {name.lower(): text for name, text in headers.items()}, body))
    return found


def last_good(identity: str) -> bytes:
    return next(
        saved.body
        for saved in saved_answers()
        if saved.provider == identity and "problem" not in saved.expect
    )


def play(identity: str, last: Answer, headers: dict[str, str] | None = None) -> Any:
    """Return a script that answers all requests of the provider, the last one with ``last``."""
    *first, _last = answers_of(shipped(identity), last)
    before = [response(answer.status, answer.body) for answer in first]
    return in_order(*before, response(last.status, last.body, headers))


WIRE: dict[str, tuple[list[str], dict[str, str], bytes]] = {
    "openrouter": (["GET /api/v1/credits"], {"authorization": f"Bearer {KEY}"}, b""),
    "fal": (
        ["GET /v1/account/billing?expand=credits"],
        {"authorization": f"Key {KEY}"},
        b"",
    ),
    "nanogpt": (
        ["POST /api/check-balance"],
        {"x-api-key": KEY, "content-length": "0"},
        b"",
    ),
    "twilio": (
        ["GET /2010-04-01/Accounts/AC123/Balance.json"],
        {"authorization": f"Basic {BASIC}"},
        b"",
    ),
    "serpapi": ([f"GET /account.json?api_key={KEY}"], {}, b""),
    "anticaptcha": (
        ["POST /getBalance"],
        {"content-type": "application/json"},
        json.dumps({"clientKey": KEY}).encode(),
    ),
    "tensordock": (
        ["POST /api/v0/billing/balance"],
        {"content-type": "application/x-www-form-urlencoded"},
        f"api_key=a+b%26c&api_token={KEY}".encode(),
    ),
    "runpod": (
        ["POST /graphql"],
        {"authorization": f"Bearer {KEY}", "content-type": "application/json"},
        b'{"query": "query { myself { clientBalance currentSpendPerHr } }"}',
    ),
    "deepgram": (
        ["GET /v1/projects", "GET /v1/projects/taken-1/balances"],
        {"authorization": f"Token {KEY}"},
        b"",
    ),
    "porkbun": (
        ["GET /api/json/v3/account/balance"],
        {"x-secret-api-key": KEY, "x-api-key": "pk1_x"},
        b"",
    ),
    "cloudflare": (
        ["GET /accounts/0af/ai-gateway/billing/credit-balance"],
        {"authorization": f"Bearer {KEY}"},
        b"",
    ),
    "novita": (
        ["GET /openapi/v1/billing/balance/detail"],
        {"authorization": f"Bearer {KEY}", "content-type": "application/json"},
        b"",
    ),
    "bytenite": (["GET /wallet/balance"], {"authorization": KEY}, b""),
}
USUAL = {"host", "accept", "accept-encoding", "connection", "user-agent", "content-length"}


@pytest.mark.parametrize("identity", WIRE)
def test_requests_are_those_of_the_description(
    client: Client, fault_server: Callable[..., Any], identity: str
) -> None:
    lines, wanted, body = WIRE[identity]
    server = fault_server(play(identity, Answer(200, last_good(identity))))
    found = client.balance_of(account_of(identity, server))
    assert isinstance(found.result, Balance)
    requests = asked(server)
    assert [line for line, _headers, _body in requests] == [f"{line} HTTP/1.1" for line in lines]
    for _line, headers, content in requests:
        assert {name: text for name, text in headers.items() if name not in USUAL} == {
            name: text for name, text in wanted.items() if name not in USUAL
        }
        assert content == body
        assert headers.get("content-length", "") == (str(len(body)) if "POST" in lines[0] else "")


SAVED = [saved for saved in saved_answers() if saved.provider in SAMPLE]
EXIT_CODES = {
    "bad-key": 3,
    "no-permission": 3,
    "rate-limited": 4,
    "service": 4,
    "blocked": 4,
    "no-wallet": 6,
    "not-understood": 6,
}


def test_every_wallet_of_the_sample_has_answers() -> None:
    assert {saved.provider for saved in SAVED} == set(SAMPLE)


@pytest.mark.parametrize("saved", SAVED, ids=lambda saved: saved.name)
def test_saved_answer_becomes_its_balance_or_problem(
    client: Client, fault_server: Callable[..., Any], saved: SavedAnswer
) -> None:
    server = fault_server(play(saved.provider, Answer(saved.status, saved.body)))
    account = account_of(saved.provider, server, variant=saved.variant)
    found = client.balance_of(account)
    if "problem" in saved.expect:
        assert found.problem is not None
        assert found.problem.kind.exit_code == EXIT_CODES[saved.expect["problem"]]
        return
    balance = found.result
    assert isinstance(balance, Balance)
    figures = {Figure.AVAILABLE: balance.available, **balance.figures}
    reading = BalanceReading(figures=figures, flags=balance.flags, wallet_id=balance.wallet_id)
    assert differences(reading, saved.expect) == []


def acme(more: str = "", **replaced: str) -> Provider:
    return described(more, **replaced)


def of_acme(server: FaultServer, provider: Provider, **more: Any) -> Account:
    account = make_account(api_url=f"http://127.0.0.1:{server.port}/v1", **more)
    return replace(account, provider=provider)


RULE = """[[error]]
at = "/error"
is = "{error}"
means = "{means}"
advice = "see-console"
"""
MEANINGS = {
    "bad-key": Kind.CREDENTIAL_REJECTED,
    "no-permission": Kind.FORBIDDEN,
    "rate-limited": Kind.RATE_LIMITED,
    "no-wallet": Kind.NO_WALLET,
    "service": Kind.SERVICE_FAILED,
    "blocked": Kind.BLOCKED,
}


@pytest.mark.parametrize("means", MEANINGS)
@pytest.mark.parametrize("status", [200, 402, 503])
def test_meaning_becomes_a_problem_with_its_advice(
    client: Client, fault_server: Callable[..., Any], means: str, status: int
) -> None:
    provider = acme(RULE.format(error="E1", means=means))
    server = fault_server(response(status, b'{"error":"E1"}', {"Retry-After": "40"}))
    problem = client.balance_of(of_acme(server, provider)).problem
    assert problem is not None
    assert (problem.kind, problem.status) == (MEANINGS[means], status)
    assert problem.kind.exit_code == EXIT_CODES[means]
    assert problem.advice == Advice.SEE_CONSOLE
    waits = means in ("rate-limited", "service")
    assert problem.retry_after == (timedelta(seconds=40) if waits else None)


def test_problem_without_advice_has_none(client: Client, fault_server: Callable[..., Any]) -> None:
    problem = client.balance_of(of_acme(fault_server(response(401, b"{}")), acme())).problem
    assert isinstance(problem, Problem)
    assert problem.advice == ""


def test_answer_that_is_not_understood_names_its_place(
    client: Client, fault_server: Callable[..., Any]
) -> None:
    server = fault_server(response(200, b'{"balance":"WTx"}'))
    problem = client.balance_of(of_acme(server, acme())).problem
    assert problem is not None
    assert (problem.kind, problem.kind.exit_code) == (Kind.NOT_UNDERSTOOD, 6)
    assert problem.detail == "an amount is no number at /balance"


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (401, b"{}", Kind.CREDENTIAL_REJECTED),
        (500, b"", Kind.SERVICE_FAILED),
        (200, b'{"projects":[]}', Kind.NO_WALLET),
        (200, b'{"projects":[{"project_id":"../x"}]}', Kind.NOT_UNDERSTOOD),
        (200, b'{"projects":[{"project_id":"a?b"}]}', Kind.NOT_UNDERSTOOD),
    ],
)
def test_problem_of_the_first_request_ends_the_refresh(
    client: Client, fault_server: Callable[..., Any], status: int, body: bytes, kind: Kind
) -> None:
    server = fault_server(response(status, body))
    problem = client.balance_of(account_of("deepgram", server)).problem
    assert problem is not None
    assert problem.kind is kind
    assert server.connections == 1


def test_two_requests_end_within_one_limit(
    client: Client, fault_server: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first one takes 30 seconds of 31, by the clock that the limit is counted with."""
    taken = 0.0
    first, _ = answers_of(shipped("deepgram"), Answer(200, b"{}"))

    def script(connection: Any) -> None:
        nonlocal taken
        if b"/balances " in connection.read_request():
            connection.silence()
        else:
            taken = 30.0
            connection.send(response(200, first.body))

    clock = SimpleNamespace(monotonic=lambda: time.monotonic() + taken)
    monkeypatch.setattr(wallet_api, "time", clock)
    found = client.balance_of(account_of("deepgram", fault_server(script)), limit=31)
    assert found.problem is not None
    assert found.problem.kind is Kind.TIMED_OUT
    assert found.seconds < 15


FAULTS = {
    "refused": response(401, b"{}"),
    "moved": response(302, b"", {"Location": "http://127.0.0.1:9/"}),
    "no JSON": response(200, b"x"),
    "page": response(200, b"<html>"),
    "cut off": response(200, b"{", {"Content-Length": "300"}),
    "no HTTP": b"220 mail.example ESMTP\r\n",
    "two lengths": b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
}


@pytest.mark.parametrize("identity", ["serpapi", "anticaptcha", "tensordock", "twilio", "fal"])
@pytest.mark.parametrize("fault", FAULTS)
def test_key_in_any_place_is_in_no_log_and_no_exception(
    client: Client, fault_server: Callable[..., Any], identity: str, fault: str
) -> None:
    """The client watches over its key."""
    client.key = KEY_IN_QUERY
    server = fault_server(FAULTS[fault])
    problem = client.balance_of(account_of(identity, server)).problem
    assert problem is not None
    assert KEY_IN_QUERY not in repr(problem)
    assert server.connections == 1


@pytest.mark.parametrize("identity", ["serpapi", "anticaptcha", "twilio", "openrouter"])
def test_key_stays_hidden_where_nothing_answers(client: Client, identity: str) -> None:
    server = FaultServer(b"")
    server.close()
    problem = client.balance_of(account_of(identity, server)).problem
    assert problem is not None
    assert problem.kind is Kind.OFFLINE


def test_key_in_the_query_is_encoded_whole(
    client: Client, fault_server: Callable[..., Any]
) -> None:
    client.key = KEY_IN_QUERY
    server = fault_server(response(200, last_good("serpapi")))
    client.balance_of(account_of("serpapi", server))
    ((line, _headers, _body),) = asked(server)
    assert line == "GET /account.json?api_key=WTSENTINEL%2B%2F%3D%26%3F%23%25 HTTP/1.1"


QUERY_BESIDE = {
    "form": 'form = "query"\nname = "key"',
    "path": 'path = "/balance"\nquery = { a = "b c", d = "e&f" }',
}


def test_key_in_the_query_stands_beside_the_fixed_ones(
    client: Client, fault_server: Callable[..., Any]
) -> None:
    server = fault_server(response(200, b'{"balance":5}'))
    found = client.balance_of(of_acme(server, acme(**QUERY_BESIDE)))
    assert isinstance(found.result, Balance)
    assert found.result.available.amount == Decimal(5)
    ((line, _headers, _body),) = asked(server)
    assert line == f"GET /v1/balance?a=b%20c&d=e%26f&key={KEY} HTTP/1.1"


def test_key_stands_beside_the_fixed_entries_of_a_body(
    client: Client, fault_server: Callable[..., Any]
) -> None:
    form = 'form = "body"\nname = "key"'
    path = 'path = "/balance"\nmethod = "POST"\nbody = { a = { b = [1, true] } }'
    server = fault_server(response(200, b'{"balance":5}'))
    client.balance_of(of_acme(server, acme(form=form, path=path)))
    ((_line, headers, body),) = asked(server)
    assert json.loads(body) == {"a": {"b": [1, True]}, "key": KEY}
    assert headers["content-type"] == "application/json"


FIELD = '[[field]]\nid = "team"\nname = "Team"\n[key]'
IN_PATH = {"[key]": FIELD, "path": 'path = "/teams/{team}/balance"'}


@pytest.mark.parametrize(
    ("team", "segment"), [("a/b", "a%2Fb"), ("a?b#c", "a%3Fb%23c"), ("%2e%2e", "%252e%252e")]
)
def test_field_stays_one_segment_of_the_path(
    client: Client, fault_server: Callable[..., Any], team: str, segment: str
) -> None:
    server = fault_server(response(200, b'{"balance":5}'))
    client.balance_of(of_acme(server, acme(**IN_PATH), fields=(("team", team),)))
    ((line, _headers, _body),) = asked(server)
    assert line == f"GET /v1/teams/{segment}/balance HTTP/1.1"


@pytest.mark.parametrize("fields", [(), (("team", ""),), (("team", ".."),), (("team", "."),)])
def test_account_without_a_usable_field_is_not_asked_for(
    client: Client, fault_server: Callable[..., Any], fields: tuple[tuple[str, str], ...]
) -> None:
    server = fault_server(response(200, b'{"balance":5}'))
    problem = client.balance_of(of_acme(server, acme(**IN_PATH), fields=fields)).problem
    assert problem is not None
    assert problem.kind is Kind.ACCOUNT_UNUSABLE
    assert server.connections == 0


@pytest.mark.parametrize("user", ["", "AC:123"])
def test_user_name_that_would_shift_the_password_is_not_sent(
    client: Client, fault_server: Callable[..., Any], user: str
) -> None:
    provider = acme(**{"[key]": FIELD, "form": 'form = "basic"\nuser = "team"'})
    server = fault_server(response(200, b'{"balance":5}'))
    problem = client.balance_of(of_acme(server, provider, fields=(("team", user),))).problem
    assert problem is not None
    assert problem.kind is Kind.ACCOUNT_UNUSABLE
    assert server.connections == 0


OPTIONAL = {
    "[key]": FIELD.replace('name = "Team"', 'name = "Team"\noptional = true'),
    "path": 'path = "/balance"\nheaders = { X-Auth-Token = "{team}" }',
}


@pytest.mark.parametrize(("team", "header"), [("t1", "t1"), ("", None)])
def test_header_of_an_empty_field_is_not_sent(
    client: Client, fault_server: Callable[..., Any], team: str, header: str | None
) -> None:
    server = fault_server(response(200, b'{"balance":5}'))
    client.balance_of(of_acme(server, acme(**OPTIONAL), fields=(("team", team),)))
    ((_line, headers, _body),) = asked(server)
    assert headers.get("x-auth-token") == header


@pytest.mark.parametrize("identity", ["serpapi", "anticaptcha", "twilio", "openrouter"])
@pytest.mark.parametrize("key", ["", "a b", "a\nb", "\u00e4", "x" * 8193])
def test_key_that_no_request_can_carry_is_not_sent(
    client: Client, fault_server: Callable[..., Any], identity: str, key: str
) -> None:
    client.key = key
    server = fault_server(response(200, b"{}"))
    problem = client.balance_of(account_of(identity, server)).problem
    assert problem is not None
    assert problem.kind is Kind.CREDENTIAL_UNUSABLE
    assert server.connections == 0


def test_key_of_another_kind_is_not_sent(client: Client, fault_server: Callable[..., Any]) -> None:
    server = fault_server(response(200, b'{"balance":5}'))
    provider = acme(kind='kind = "management"\nwrong_prefixes = ["sk-", "WTSENTINEL-a"]')
    problem = client.balance_of(of_acme(server, provider)).problem
    assert problem is not None
    assert problem.kind is Kind.CREDENTIAL_UNUSABLE
    assert server.connections == 0
    client.key = "WTSENTINEL-key"
    assert isinstance(client.balance_of(of_acme(server, provider)).result, Balance)


@pytest.mark.parametrize("url", ["", "http://wallet.example", "https://user:pass@wallet.example"])
def test_no_key_goes_to_an_unsafe_address(client: Client, url: str) -> None:
    for identity in ("serpapi", "anticaptcha", "litellm"):
        problem = client.balance_of(make_account(of=identity, api_url=url)).problem
        assert problem is not None
        assert problem.kind is Kind.ACCOUNT_UNUSABLE


def test_wallet_without_access_tokens_gets_no_exchange(
    client: Client, fault_server: Callable[..., Any]
) -> None:
    server = fault_server(response(200, b'{"token":"t"}'))
    account = account_of("openrouter", server)
    limit = timedelta(seconds=30)
    found = client._ask(lambda: client.api().exchange(account, client.key, limit))
    assert found.problem is not None
    assert server.connections == 0


@pytest.mark.parametrize(
    ("identity", "line"),
    [
        ("anticaptcha", "POST /getBalance HTTP/1.1"),
        ("serpapi", "GET /account.json HTTP/1.1"),
        ("fal", "GET /v1/account/billing?expand=credits HTTP/1.1"),
        ("twilio", "GET /2010-04-01/Accounts/AC123/Balance.json HTTP/1.1"),
        ("deepgram", "GET /v1/projects HTTP/1.1"),
    ],
)
def test_probe_sends_the_first_request_without_a_key(
    fault_server: Callable[..., Any], identity: str, line: str
) -> None:
    server = fault_server(response(401, b""))
    assert reach(account_of(identity, server), None, timedelta(seconds=10)).status == 401
    ((first, headers, body),) = asked(server)
    assert first == line
    assert "authorization" not in headers
    assert body == b""


def test_probe_of_an_account_without_its_field_asks_for_nothing(
    fault_server: Callable[..., Any],
) -> None:
    server = fault_server(response(401, b""))
    account = account_of("twilio", server, fields=())
    assert reach(account, None, timedelta(seconds=10)).kind is Kind.ACCOUNT_UNUSABLE
    assert server.connections == 0


def test_broken_description_is_a_problem_of_its_account_alone(client: Client) -> None:
    broken = description(path='pth = "/balance"').encode()
    account = replace(make_account(), provider=provider_from(broken, "acme.toml"))
    problem = client.balance_of(account).problem
    assert problem is not None
    assert problem.kind is Kind.ACCOUNT_UNUSABLE
    assert problem.detail.startswith("acme.toml:")
