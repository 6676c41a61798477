"""What stands beside the balance: with scripted answers, and with the simulated service."""

import logging
from collections import deque
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.support.builders import KEY, balance, make_account
from tests.support.clocks import HandClock
from tests.support.services import FixedCredential, ScriptedApi
from wallet_tray.credentials.keyring_backend import MemoryKeyring
from wallet_tray.credentials.store import CredentialStore
from wallet_tray.domain.history_values import Transaction
from wallet_tray.domain.money import Money
from wallet_tray.domain.problem import Problem, ProblemKind, WalletTrayError
from wallet_tray.history.history import History
from wallet_tray.http.access_tokens import AccessTokens
from wallet_tray.http.client import WalletApi
from wallet_tray.refresh.client import AccountClient
from wallet_tray.refresh.details import (
    DETAIL_LIMIT,
    NOT_OFFERED_FOR,
    PRICE_KEPT,
    DetailsFetcher,
)
from wallet_tray.refresh.fetcher import BalanceFetcher
from wallet_tray.refresh.messages import WalletDetails
from wallet_tray.simulator.server import (
    ACCESS_TOKEN,
    BALANCE,
    EXCHANGE_RATE,
    TRANSACTIONS,
    SimulatedService,
)

NOW = datetime(2026, 5, 4, tzinfo=UTC)
WHOLE = balance(1, total=2, at=NOW, wallet_id="wallet")
BOOKS = (Transaction(NOW, Decimal(-3), "Render"),)
PRICE = Money(Decimal("0.08"), "USD")


def problem(kind: ProblemKind, status: int | None = None) -> WalletTrayError:
    return WalletTrayError(Problem(kind, NOW, status))


NOT_OFFERED = problem(ProblemKind.NOT_FOUND, 404)


@pytest.fixture
def service() -> ScriptedApi:
    return ScriptedApi(WHOLE, BOOKS, PRICE)


@pytest.fixture
def keyring() -> FixedCredential:
    return FixedCredential(KEY)


@pytest.fixture
def fetcher(service: ScriptedApi, keyring: FixedCredential) -> BalanceFetcher:
    return BalanceFetcher(make_account(), keyring, service, AccessTokens(service))


TRANSACTIONS_ASKED = "transactions WTSENTINEL-1 wallet"
RATE_ASKED = "exchange_rate WTSENTINEL-1"


def test_details_after_a_balance_with_its_token(
    fetcher: BalanceFetcher, service: ScriptedApi
) -> None:
    fetcher.fetch()
    assert fetcher.details("wallet") == WalletDetails(BOOKS, PRICE)
    assert service.asked[2:] == [TRANSACTIONS_ASKED, RATE_ASKED]
    assert service.limits[2:] == [DETAIL_LIMIT, DETAIL_LIMIT]
    assert timedelta(seconds=5) == DETAIL_LIMIT


def test_details_are_not_requested_before_a_balance(
    fetcher: BalanceFetcher, service: ScriptedApi
) -> None:
    assert fetcher.details("wallet") == WalletDetails()
    assert service.asked == []


def test_details_are_not_requested_after_a_failed_refresh(
    fetcher: BalanceFetcher, service: ScriptedApi, keyring: FixedCredential
) -> None:
    fetcher.fetch()
    service.scripts["balance"].append(problem(ProblemKind.OFFLINE))
    with pytest.raises(WalletTrayError):
        fetcher.fetch()
    asked = len(service.asked)
    assert fetcher.details("wallet") == WalletDetails()
    assert len(service.asked) == asked
    fetcher.fetch()
    assert fetcher.details("wallet") == WalletDetails(BOOKS, PRICE)


def test_wallet_whose_description_names_no_details_is_not_asked_for_them(
    service: ScriptedApi, keyring: FixedCredential
) -> None:
    one = BalanceFetcher(make_account(of="deepseek"), keyring, service, AccessTokens(service))
    one.fetch()
    keyring.outcome = AssertionError("the keyring was read")
    assert one.details("wallet") == WalletDetails()
    assert service.asked == ["balance WTSENTINEL-key"]


def test_a_verified_credential_will_do(fetcher: BalanceFetcher) -> None:
    fetcher.verify(KEY)
    assert fetcher.details("wallet") == WalletDetails(BOOKS, PRICE)


@pytest.mark.parametrize(
    "failure",
    [
        problem(ProblemKind.CREDENTIAL_REJECTED, 401),
        problem(ProblemKind.FORBIDDEN, 403),
        problem(ProblemKind.SERVICE_FAILED, 503),
        problem(ProblemKind.TIMED_OUT),
        problem(ProblemKind.NOT_UNDERSTOOD, 200),
        problem(ProblemKind.REDIRECTED, 302),
        NOT_OFFERED,
        RuntimeError("WTSENTINEL"),
    ],
    ids=str,
)
@pytest.mark.parametrize("part", ["transactions", "exchange_rate"])
def test_each_part_fails_alone(
    fetcher: BalanceFetcher,
    service: ScriptedApi,
    caplog: pytest.LogCaptureFixture,
    failure: Exception,
    part: str,
) -> None:
    caplog.set_level(logging.DEBUG)
    fetcher.fetch()
    service.scripts[part].append(failure)
    expected = WalletDetails((), PRICE) if part == "transactions" else WalletDetails(BOOKS, None)
    assert fetcher.details("wallet") == expected
    is_ours = isinstance(failure, RuntimeError)
    level = logging.ERROR if is_ours else logging.DEBUG
    assert [record.levelno for record in caplog.records] == [level]
    assert "WTSENTINEL" not in caplog.text


def test_a_401_drops_no_token(fetcher: BalanceFetcher, service: ScriptedApi) -> None:
    fetcher.fetch()
    for part in ("transactions", "exchange_rate"):
        service.scripts[part].append(problem(ProblemKind.CREDENTIAL_REJECTED, 401))
    assert fetcher.details("wallet") == WalletDetails()
    fetcher.fetch()
    assert service.asked.count("exchange WTSENTINEL-key") == 1


def test_failed_details_are_requested_again(fetcher: BalanceFetcher, service: ScriptedApi) -> None:
    fetcher.fetch()
    for part in ("transactions", "exchange_rate"):
        service.scripts[part].append(problem(ProblemKind.TIMED_OUT))
    assert fetcher.details("wallet") == WalletDetails()
    assert fetcher.details("wallet") == WalletDetails(BOOKS, PRICE)


def test_missing_endpoint_is_tried_again_after_a_day(service: ScriptedApi) -> None:
    seconds = 100.0
    details = DetailsFetcher(make_account(), service, lambda: seconds)
    service.scripts["transactions"].append(NOT_OFFERED)
    assert details.details("token", "wallet").transactions == ()
    seconds += NOT_OFFERED_FOR.total_seconds() - 1
    assert details.details("token", "wallet").transactions == ()
    seconds += 1
    assert details.details("token", "wallet").transactions == BOOKS


def test_missing_endpoint_is_not_requested_again(
    fetcher: BalanceFetcher, service: ScriptedApi
) -> None:
    fetcher.fetch()
    service.scripts["transactions"].append(NOT_OFFERED)
    service.scripts["exchange_rate"].append(NOT_OFFERED)
    for _ in range(3):
        assert fetcher.details("wallet") == WalletDetails()
    assert service.asked[2:] == [TRANSACTIONS_ASKED, RATE_ASKED]


def test_the_price_is_kept_for_six_hours(service: ScriptedApi) -> None:
    seconds = 100.0
    details = DetailsFetcher(make_account(), service, lambda: seconds)
    details.details("token", "wallet")
    seconds += PRICE_KEPT.total_seconds() - 1
    assert details.details("token", "wallet").unit_price == PRICE
    assert service.asked.count("exchange_rate token") == 1
    seconds += 1
    service.scripts["exchange_rate"].append(Money(Decimal("0.09"), "USD"))
    assert details.details("token", "wallet").unit_price == Money(Decimal("0.09"), "USD")
    assert service.asked.count("transactions token wallet") == 3, "these are always new"


def test_a_price_that_cannot_be_renewed_is_forgotten(service: ScriptedApi) -> None:
    seconds = 100.0
    details = DetailsFetcher(make_account(), service, lambda: seconds)
    details.details("token", "wallet")
    seconds += PRICE_KEPT.total_seconds()
    service.scripts["exchange_rate"].append(problem(ProblemKind.OFFLINE))
    assert details.details("token", "wallet").unit_price is None
    assert details.details("token", "wallet").unit_price == PRICE


@pytest.mark.parametrize("kind", [ProblemKind.KEYRING_LOCKED, ProblemKind.SIGNED_OUT])
def test_missing_credential_gives_empty_details(
    fetcher: BalanceFetcher, service: ScriptedApi, keyring: FixedCredential, kind: ProblemKind
) -> None:
    fetcher.fetch()
    keyring.outcome = problem(kind)
    assert fetcher.details("wallet") == WalletDetails()


def test_token_that_cannot_be_renewed_gives_empty_details(
    fetcher: BalanceFetcher, service: ScriptedApi
) -> None:
    fetcher.fetch()
    fetcher.discard_token()
    service.scripts["exchange"].append(problem(ProblemKind.CREDENTIAL_REJECTED, 401))
    assert fetcher.details("wallet") == WalletDetails()
    assert service.scripts["transactions"] == deque()


class Place:
    """The errands of one account, signed in to a simulated service."""

    def __init__(self, service: SimulatedService, folder: Path) -> None:
        self.service = service
        account = make_account(api_url=service.api_url)
        keyring = MemoryKeyring()
        keyring.write(account.keyring_user, service.api_key)
        credential_store = CredentialStore(lambda: keyring)
        self.client = AccountClient(
            account,
            credential_store,
            "none",
            lambda *_: None,
            lambda: History(folder / "history.sqlite3"),
        )

    def wallet_id(self) -> str:
        return self.client.refresh(renew=False).balance.wallet_id


@pytest.fixture
def clock() -> HandClock:
    return HandClock(0.0)


@pytest.fixture
def place_at(clock: HandClock, tmp_path: Path) -> Iterator[Callable[..., Place]]:
    services: list[SimulatedService] = []

    def make(scenario: str = "drain", **options: Any) -> Place:
        services.append(SimulatedService(scenario, clock=clock, **options).start())
        return Place(services[-1], tmp_path)

    yield make
    for service in services:
        service.stop()


def test_transactions_of_the_simulated_wallet(
    place_at: Callable[..., Place], clock: HandClock
) -> None:
    place = place_at()
    clock.now += 120
    details = place.client.details(place.wallet_id())
    assert details.unit_price == PRICE
    moved = sum((transaction.amount for transaction in details.transactions), Decimal(180))
    assert moved == place.service.statement.total
    assert place.service.request_count(ACCESS_TOKEN) == 1


def test_service_without_transactions_is_asked_once(place_at: Callable[..., Place]) -> None:
    place = place_at(has_transactions=False)
    for _ in range(3):
        assert place.client.details(place.wallet_id()) == WalletDetails()
    assert place.service.request_count(BALANCE) == 3
    assert place.service.request_count("other") == 2


def test_garbage_disturbs_nothing(place_at: Callable[..., Place]) -> None:
    place = place_at("garbage")
    wallet_id = place.wallet_id()
    place.service.answer_next(302, headers={"Location": "http://127.0.0.1:9/"}, path=TRANSACTIONS)
    place.service.answer_next(200, b"x" * 100_000, path=EXCHANGE_RATE)
    for _ in range(20):
        details = place.client.details(wallet_id)
        assert all(len(transaction.name) <= 80 for transaction in details.transactions)
    assert place.service.request_count(ACCESS_TOKEN) == 1


def test_rejected_transactions_do_not_stop_the_balance(
    place_at: Callable[..., Place],
) -> None:
    place = place_at()
    wallet_id = place.wallet_id()
    place.service.answer_next(401, path=TRANSACTIONS)
    place.service.answer_next(401, path=EXCHANGE_RATE)
    assert place.client.details(wallet_id) == WalletDetails()
    assert place.wallet_id() == wallet_id
    assert place.service.request_count(ACCESS_TOKEN) == 1


def test_the_real_api_has_what_is_needed() -> None:
    api = WalletApi("none")
    DetailsFetcher(make_account(api_url="http://127.0.0.1:9/v1"), api).details("token", "wallet")
    api.close()
