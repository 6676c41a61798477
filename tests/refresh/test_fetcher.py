"""One refresh from credential to balance: with scripted answers, and with the simulated service."""

import logging
import traceback
from datetime import UTC, datetime
from decimal import Decimal
from types import SimpleNamespace

import pytest

from tests.support.builders import KEY, balance, make_account
from tests.support.services import FixedCredential, ScriptedApi
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.domain.money import Figure, Money
from wallet_tray.domain.problem import Problem, ProblemKind, WalletTrayError
from wallet_tray.domain.refresh_policy import REFRESH_LIMIT
from wallet_tray.http.access_tokens import AccessTokens
from wallet_tray.http.client import WalletApi
from wallet_tray.refresh import fetcher as fetcher_module
from wallet_tray.refresh.fetcher import BalanceFetcher
from wallet_tray.simulator.malformed import GARBAGE, UNUSUAL
from wallet_tray.simulator.server import SimulatedService

ACCOUNT = make_account()
PASTED = Credential(CredentialKind.ACCESS_TOKEN, "WTSENTINEL-pasted")
NOW = datetime(2026, 5, 1, tzinfo=UTC)
BALANCE = balance(1, total=2, at=NOW, wallet_id="a")


def problem(kind: ProblemKind, status: int | None = None) -> WalletTrayError:
    return WalletTrayError(Problem(kind, NOW, status))


def unauthorized() -> WalletTrayError:
    return problem(ProblemKind.CREDENTIAL_REJECTED, 401)


@pytest.fixture
def service() -> ScriptedApi:
    return ScriptedApi(BALANCE)


@pytest.fixture
def tokens(service: ScriptedApi) -> AccessTokens:
    return AccessTokens(service)


def fetcher(service, tokens, credential=KEY, account=ACCOUNT) -> BalanceFetcher:
    return BalanceFetcher(account, FixedCredential(credential), service, tokens)


def problem_of(call) -> Problem:
    with pytest.raises(WalletTrayError) as caught:
        call()
    assert "WTSENTINEL" not in "".join(traceback.format_exception(caught.value))
    return caught.value.problem


def test_key_becomes_token_becomes_balance(service, tokens) -> None:
    one = fetcher(service, tokens)
    assert one.fetch() is BALANCE
    assert one.fetch() is BALANCE
    assert service.asked == [
        "exchange WTSENTINEL-key",
        "balance WTSENTINEL-1",
        "balance WTSENTINEL-1",
    ]


def test_pasted_token_is_sent_as_it_is(service, tokens) -> None:
    assert fetcher(service, tokens, PASTED).fetch() is BALANCE
    assert service.asked == ["balance WTSENTINEL-pasted"]


def test_revoked_token_is_replaced_silently(service, tokens) -> None:
    one = fetcher(service, tokens)
    one.fetch()
    service.scripts["balance"].append(unauthorized())
    assert one.fetch() is BALANCE
    assert service.asked[2:] == [
        "balance WTSENTINEL-1",
        "exchange WTSENTINEL-key",
        "balance WTSENTINEL-2",
    ]


def test_second_refusal_is_final(service, tokens) -> None:
    service.scripts["balance"].extend([unauthorized(), unauthorized()])
    found = problem_of(fetcher(service, tokens).fetch)
    assert (found.kind, found.status) == (ProblemKind.CREDENTIAL_REJECTED, 401)
    assert len(service.asked) == 4


def test_refused_exchange_is_not_repeated(service, tokens) -> None:
    service.scripts["exchange"].append(unauthorized())
    assert problem_of(fetcher(service, tokens).fetch).kind is ProblemKind.CREDENTIAL_REJECTED
    assert len(service.asked) == 1


def test_key_revoked_between_token_and_renewal(service, tokens) -> None:
    one = fetcher(service, tokens)
    one.fetch()
    service.scripts["balance"].append(unauthorized())
    service.scripts["exchange"].append(unauthorized())
    assert problem_of(one.fetch).kind is ProblemKind.CREDENTIAL_REJECTED


def test_refused_pasted_token_has_ended(service, tokens) -> None:
    service.scripts["balance"].append(unauthorized())
    found = problem_of(fetcher(service, tokens, PASTED).fetch)
    assert (found.kind, found.status) == (ProblemKind.ACCESS_TOKEN_ENDED, 401)
    assert len(service.asked) == 1


PLAIN = make_account(of="openrouter")


def test_key_that_is_not_exchanged_is_sent_itself(service, tokens) -> None:
    one = fetcher(service, tokens, account=PLAIN)
    assert one.fetch() is BALANCE
    one.discard_token()
    assert one.fetch() is BALANCE
    assert one.verify(KEY) is BALANCE
    assert service.asked == ["balance WTSENTINEL-key"] * 3


def test_refused_key_that_is_not_exchanged_is_sent_once(service, tokens) -> None:
    service.scripts["balance"].append(unauthorized())
    found = problem_of(fetcher(service, tokens, account=PLAIN).fetch)
    assert (found.kind, found.status) == (ProblemKind.CREDENTIAL_REJECTED, 401)
    assert service.asked == ["balance WTSENTINEL-key"]


@pytest.mark.parametrize("kind", [ProblemKind.SERVICE_FAILED, ProblemKind.NOT_FOUND])
def test_page_of_a_network_costs_no_token(service, tokens, kind) -> None:
    """Only what the answer means counts, not its status."""
    service.scripts["balance"].append(problem(kind, 401))
    one = fetcher(service, tokens)
    assert problem_of(one.fetch).kind is kind
    assert one.fetch() is BALANCE
    assert sum(entry.startswith("exchange") for entry in service.asked) == 1


@pytest.mark.parametrize(
    "kind", [ProblemKind.FORBIDDEN, ProblemKind.SERVICE_FAILED, ProblemKind.OFFLINE]
)
def test_other_problems_cost_no_token(service, tokens, kind) -> None:
    one = fetcher(service, tokens)
    service.scripts["balance"].append(problem(kind, 403))
    assert problem_of(one.fetch).kind is kind
    assert one.fetch() is BALANCE
    assert sum(entry.startswith("exchange") for entry in service.asked) == 1


@pytest.mark.parametrize("kind", [ProblemKind.SIGNED_OUT, ProblemKind.KEYRING_LOCKED])
def test_without_a_credential_nothing_is_asked(service, tokens, kind) -> None:
    assert problem_of(fetcher(service, tokens, problem(kind)).fetch).kind is kind
    assert service.asked == []


@pytest.mark.parametrize("where", ["credentials", "exchange", "balance"])
def test_internal_error_is_a_problem_and_logged_by_type(service, tokens, caplog, where) -> None:
    caplog.set_level(logging.DEBUG)
    bug = ZeroDivisionError("WTSENTINEL in the text")
    one = fetcher(service, tokens, bug if where == "credentials" else KEY)
    if where == "exchange":
        service.scripts["exchange"].append(bug)
    if where == "balance":
        service.scripts["balance"].append(bug)
    found = problem_of(one.fetch)
    assert (found.kind, found.detail) == (ProblemKind.FAULT, "ZeroDivisionError")
    assert "ZeroDivisionError" in caplog.text
    assert "WTSENTINEL" not in caplog.text


def test_the_same_failure_is_in_the_log_once_until_it_is_over(service, tokens, caplog) -> None:
    caplog.set_level(logging.INFO)
    one = fetcher(service, tokens, KEY)
    for _ in range(3):
        service.scripts["balance"].append(problem(ProblemKind.OFFLINE))
        problem_of(one.fetch)
    one.fetch()
    service.scripts["balance"].append(problem(ProblemKind.OFFLINE))
    problem_of(one.fetch)
    assert caplog.messages == [
        "account default: no balance: offline",
        "account default: there is a balance again",
        "account default: no balance: offline",
    ]


def test_whole_refresh_has_one_limit(service, tokens, monkeypatch) -> None:
    monkeypatch.setattr(fetcher_module, "time", SimpleNamespace(monotonic=lambda: service.seconds))
    service.takes = 12.0
    service.scripts["balance"].append(unauthorized())
    fetcher(service, tokens).fetch()
    whole = REFRESH_LIMIT.total_seconds()
    assert [round(limit.total_seconds(), 1) for limit in service.limits] == [
        whole,
        whole - 12,
        whole - 24,
        0,
    ]


def test_discarded_token_is_made_again(service, tokens) -> None:
    one = fetcher(service, tokens)
    one.fetch()
    one.discard_token()
    one.fetch()
    assert service.asked[2] == "exchange WTSENTINEL-key"


def test_verifying_touches_nothing_that_is_held(service, tokens) -> None:
    one = fetcher(service, tokens)
    one.fetch()
    candidate = Credential(CredentialKind.API_KEY, "WTSENTINEL-candidate")
    assert one.verify(candidate) is BALANCE
    one.fetch()
    assert service.asked[2:] == [
        "exchange WTSENTINEL-candidate",
        "balance WTSENTINEL-2",
        "balance WTSENTINEL-1",
    ]


def test_verifying_needs_no_stored_credential(service, tokens) -> None:
    one = fetcher(service, tokens, problem(ProblemKind.SIGNED_OUT))
    assert one.verify(PASTED) is BALANCE
    service.scripts["exchange"].append(unauthorized())
    assert problem_of(lambda: one.verify(KEY)).kind is ProblemKind.CREDENTIAL_REJECTED


@pytest.fixture
def real():
    """Makes fetchers that ask a started simulated service over real connections."""
    apis = []

    def make(simulated: SimulatedService, credential: Credential | None = None) -> BalanceFetcher:
        apis.append(WalletApi("none"))
        known = credential or Credential(CredentialKind.API_KEY, simulated.api_key)
        account = make_account(api_url=simulated.api_url)
        return BalanceFetcher(account, FixedCredential(known), apis[-1], AccessTokens(apis[-1]))

    yield make
    for api in apis:
        api.close()


def test_balance_of_the_simulated_service(real) -> None:
    with SimulatedService() as simulated:
        simulated.set_balance(available=Decimal("12.34"), total=Decimal(20), amount_due=5)
        balance = real(simulated).fetch()
    assert balance.available == Money(Decimal("12.34"), "BYC")
    assert balance.figures == {
        Figure.TOTAL: Money(Decimal(20), "BYC"),
        Figure.RESERVED: Money(Decimal("7.66"), "BYC"),
        Figure.DUE: Money(Decimal(5), "USD"),
    }


def test_pasted_token_of_the_simulated_service(real) -> None:
    with SimulatedService() as simulated:
        pasted = Credential(CredentialKind.ACCESS_TOKEN, simulated.access_token)
        one = real(simulated, pasted)
        one.fetch()
        simulated.revoke_access_tokens()
        assert problem_of(one.fetch).kind is ProblemKind.ACCESS_TOKEN_ENDED


def test_revoked_token_of_the_simulated_service(real) -> None:
    with SimulatedService() as simulated:
        one = real(simulated)
        one.fetch()
        simulated.revoke_access_tokens()
        assert one.fetch().wallet_id == simulated.statement.wallet_id


def test_wrong_key_is_rejected_by_the_simulated_service(real) -> None:
    with SimulatedService() as simulated:
        one = real(simulated, KEY)
        assert problem_of(one.fetch).kind is ProblemKind.CREDENTIAL_REJECTED
        right = Credential(CredentialKind.API_KEY, simulated.api_key)
        assert one.verify(right).wallet_id == simulated.statement.wallet_id


def test_every_spelling_of_the_mapping_is_read(real) -> None:
    with SimulatedService("proto3") as simulated:
        one = real(simulated)
        for _ in range(len(UNUSUAL)):
            assert one.fetch().wallet_id in ("", simulated.statement.wallet_id)


def test_every_answer_that_is_none_is_refused(real) -> None:
    with SimulatedService("garbage") as simulated:
        one = real(simulated)
        one.fetch()
        for _ in range(len(GARBAGE)):
            assert problem_of(one.fetch).kind.exit_code == 6


def test_service_that_is_gone_is_offline(real) -> None:
    with SimulatedService() as simulated:
        one = real(simulated)
        one.fetch()
        simulated.stop()
        assert problem_of(one.fetch).kind is ProblemKind.OFFLINE
