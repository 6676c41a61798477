"""Access tokens: when a new one is asked for, and what happens when that fails."""

import random
import threading
from datetime import UTC, datetime, timedelta

import pytest

from tests.support.builders import make_account
from tests.support.clocks import HandClock
from wallet_tray.domain.account import Account
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.domain.problem import Problem, ProblemKind, WalletTrayError
from wallet_tray.http.access_tokens import AccessTokens
from wallet_tray.providers.strategies import IssuedToken

ACCOUNT = make_account()
OTHER = make_account(id="other")
KEY = Credential(CredentialKind.API_KEY, "WTSENTINEL-key")
NEW_KEY = Credential(CredentialKind.API_KEY, "WTSENTINEL-new-key")
PASTED = Credential(CredentialKind.ACCESS_TOKEN, "WTSENTINEL-pasted")
LIMIT = timedelta(seconds=15)


class Exchange:
    """Issues numbered tokens; ``problem`` makes it fail, ``gate`` makes it wait."""

    def __init__(self, lifetime: timedelta = timedelta(hours=1)) -> None:
        self.lifetime = lifetime
        self.asked: list[tuple[str, str, timedelta]] = []
        self.problem: ProblemKind | None = None
        self.wait: timedelta | None = None  # what it asks for where it fails
        self.gate = threading.Event()
        self.gate.set()
        self.entered = threading.Event()

    def exchange(self, account: Account, api_key: str, limit: timedelta) -> IssuedToken:
        self.asked.append((account.id, api_key, limit))
        self.entered.set()
        assert self.gate.wait(90)
        if self.problem is not None:
            raise WalletTrayError(Problem(self.problem, datetime.now(UTC), None, self.wait))
        return IssuedToken(f"token-{len(self.asked)}", self.lifetime)


@pytest.fixture
def exchange() -> Exchange:
    return Exchange()


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def tokens(exchange: Exchange, clock: HandClock) -> AccessTokens:
    return AccessTokens(exchange, clock, lambda low, high: (low + high) / 2)


def test_key_that_is_not_exchanged_is_used_as_it_is(
    tokens: AccessTokens, exchange: Exchange
) -> None:
    assert tokens.token(make_account(of="openrouter"), KEY, LIMIT) == KEY.text
    assert exchange.asked == []


def test_pasted_token_is_used_as_it_is(tokens: AccessTokens, exchange: Exchange) -> None:
    assert tokens.token(ACCOUNT, PASTED, LIMIT) == "WTSENTINEL-pasted"
    assert exchange.asked == []


def test_token_is_kept_until_four_fifths_of_its_life(tokens, exchange, clock) -> None:
    assert tokens.token(ACCOUNT, KEY, LIMIT) == "token-1"
    clock.now += 2879
    assert tokens.token(ACCOUNT, KEY, LIMIT) == "token-1"
    clock.now += 2
    assert tokens.token(ACCOUNT, KEY, LIMIT) == "token-2"
    assert len(exchange.asked) == 2


@pytest.mark.parametrize(("draw", "seconds"), [(min, 2736), (max, 3024)])
def test_renewal_is_spread_by_five_percent(exchange, clock, draw, seconds) -> None:
    tokens = AccessTokens(exchange, clock, draw)
    tokens.token(ACCOUNT, KEY, LIMIT)
    clock.now += seconds - 1
    assert tokens.token(ACCOUNT, KEY, LIMIT) == "token-1"
    clock.now += 2
    assert tokens.token(ACCOUNT, KEY, LIMIT) == "token-2"


@pytest.mark.parametrize("interval", [30, 60, 300])
def test_a_week_takes_about_210_exchanges(exchange, clock, interval) -> None:
    tokens = AccessTokens(exchange, clock, random.Random(7).uniform)
    end = clock.now + 168 * 3600
    while clock.now < end:
        issued_at_least = tokens.token(ACCOUNT, KEY, LIMIT)
        assert issued_at_least == f"token-{len(exchange.asked)}"
        clock.now += interval
    assert 198 <= len(exchange.asked) <= 222


def test_accounts_and_keys_have_tokens_of_their_own(tokens, exchange) -> None:
    assert tokens.token(ACCOUNT, KEY, LIMIT) == "token-1"
    assert tokens.token(OTHER, KEY, LIMIT) == "token-2"
    assert tokens.token(ACCOUNT, KEY, LIMIT) == "token-1"
    assert tokens.token(ACCOUNT, NEW_KEY, LIMIT) == "token-3"
    elsewhere = make_account(api_url="https://wallet.example/v1")
    assert tokens.token(elsewhere, NEW_KEY, LIMIT) == "token-4"


def test_dropped_token_is_not_used_again(tokens) -> None:
    tokens.token(ACCOUNT, KEY, LIMIT)
    tokens.drop(ACCOUNT)
    tokens.drop(ACCOUNT)
    assert tokens.token(ACCOUNT, KEY, LIMIT) == "token-2"


def test_only_the_named_token_is_dropped(tokens) -> None:
    tokens.token(ACCOUNT, KEY, LIMIT)
    tokens.drop(ACCOUNT, "an older one")
    assert tokens.token(ACCOUNT, KEY, LIMIT) == "token-1"
    tokens.drop(ACCOUNT, "token-1")
    assert tokens.token(ACCOUNT, KEY, LIMIT) == "token-2"


def test_living_token_outlasts_an_exchange_that_is_down(tokens, exchange, clock) -> None:
    tokens.token(ACCOUNT, KEY, LIMIT)
    exchange.problem = ProblemKind.SERVICE_FAILED
    clock.now += 2900
    assert tokens.token(ACCOUNT, KEY, LIMIT) == "token-1"
    assert tokens.token(ACCOUNT, KEY, LIMIT) == "token-1"
    assert len(exchange.asked) == 2  # not tried again at once
    clock.now += 61
    assert tokens.token(ACCOUNT, KEY, LIMIT) == "token-1"
    assert len(exchange.asked) == 3
    clock.now += 3600
    with pytest.raises(WalletTrayError) as caught:
        tokens.token(ACCOUNT, KEY, LIMIT)
    assert caught.value.problem.kind is ProblemKind.SERVICE_FAILED


@pytest.mark.parametrize(("asked", "tries"), [(None, 1), (30, 1), (60, 1), (61, 0), (600, 0)])
def test_an_exchange_that_names_its_time_is_not_asked_before(
    tokens, exchange, clock, asked, tries
) -> None:
    """While the old token lives, that costs nothing."""
    tokens.token(ACCOUNT, KEY, LIMIT)
    clock.now += 2900
    exchange.problem = ProblemKind.RATE_LIMITED
    exchange.wait = None if asked is None else timedelta(seconds=asked)
    assert tokens.token(ACCOUNT, KEY, LIMIT) == "token-1"
    assert len(exchange.asked) == 2
    clock.now += 60
    assert tokens.token(ACCOUNT, KEY, LIMIT) == "token-1"
    assert len(exchange.asked) == 2 + tries


def test_key_that_is_rejected_on_renewal_is_reported_at_once(tokens, exchange, clock) -> None:
    tokens.token(ACCOUNT, KEY, LIMIT)
    exchange.problem = ProblemKind.CREDENTIAL_REJECTED
    clock.now += 2900
    with pytest.raises(WalletTrayError) as caught:
        tokens.token(ACCOUNT, KEY, LIMIT)
    assert caught.value.problem.kind is ProblemKind.CREDENTIAL_REJECTED


def test_those_who_ask_at_once_share_one_exchange(tokens, exchange) -> None:
    exchange.gate.clear()
    got: list[str] = []
    threads = [
        threading.Thread(target=lambda: got.append(tokens.token(ACCOUNT, KEY, LIMIT)))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    assert exchange.entered.wait(30)
    exchange.gate.set()
    for thread in threads:
        thread.join(30)
    assert got == ["token-1"] * 8
    assert len(exchange.asked) == 1


def test_wait_for_another_exchange_keeps_the_limit(tokens, exchange) -> None:
    exchange.gate.clear()
    first = threading.Thread(target=lambda: tokens.token(ACCOUNT, KEY, LIMIT))
    first.start()
    assert exchange.entered.wait(30)
    with pytest.raises(WalletTrayError) as caught:
        tokens.token(ACCOUNT, KEY, timedelta(seconds=0.05))
    exchange.gate.set()
    first.join(30)
    assert caught.value.problem.kind is ProblemKind.TIMED_OUT


def test_time_limit_is_handed_on(tokens, exchange) -> None:
    tokens.token(ACCOUNT, KEY, timedelta(seconds=3))
    assert timedelta(seconds=2) < exchange.asked[0][2] <= timedelta(seconds=3)


def test_nothing_secret_shows(tokens) -> None:
    tokens.token(ACCOUNT, KEY, LIMIT)
    held = repr(vars(tokens))
    assert "WTSENTINEL" not in held
    assert "token-1" not in held
