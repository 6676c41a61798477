"""The program heeds what the service has said about waiting, to it or to another process."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from tests.integration.running_program import RunningProgram
from tests.support.builders import balance, make_account
from wallet_tray.domain.account import Account
from wallet_tray.domain.account_state import known_problem
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.domain.problem import Problem, ProblemKind
from wallet_tray.history.history import History
from wallet_tray.simulator.server import SimulatedService

Make = Callable[..., SimulatedService]


@pytest.fixture
def service(make_service: Make) -> SimulatedService:
    return make_service("512.34")


@pytest.fixture
def account(running: RunningProgram, service: SimulatedService) -> Account:
    """Signed in; a balance was recorded an hour ago."""
    running.write_settings([{"api_url": service.api_url}])
    account = make_account(api_url=service.api_url)
    running.keyring.write(account.keyring_user, service.api_key)
    amount = Decimal("77.5")
    at = datetime.now(UTC) - timedelta(hours=1)
    history = History(running.folders.history_file)
    history.record(account, balance(amount, at=at, wallet_id="w"))
    history.close()
    return account


def another_process_must_wait(running: RunningProgram, account: Account, key: str) -> None:
    problem = Problem(ProblemKind.RATE_LIMITED, datetime.now(UTC), 429, timedelta(minutes=50))
    waits = History(running.folders.history_file).waits
    waits.note(account, Credential(CredentialKind.API_KEY, key), problem)


def state_problem(running: RunningProgram) -> Problem | None:
    assert running.program is not None
    (session,) = running.program._sessions
    return known_problem(session.refreshes.state)


def test_at_the_start(running: RunningProgram, account: Account, service: SimulatedService) -> None:
    another_process_must_wait(running, account, service.api_key)
    running.start()
    running.wait(lambda: "77.50" in running.tooltip())
    assert "stale" in running.tooltip()
    problem = state_problem(running)
    assert problem is not None
    assert problem.kind is ProblemKind.RATE_LIMITED
    assert problem.retry_after is not None
    assert timedelta(minutes=45) < problem.retry_after <= timedelta(minutes=50, seconds=1)
    assert service.request_count() == 0
    running.choose("Refresh now")
    running.wait(lambda: "512.34" in running.tooltip())
    assert not list(running.folders.data.glob("not-before*"))


def test_over_a_restart(
    running: RunningProgram, account: Account, service: SimulatedService
) -> None:
    service.answer_next(429, headers={"Retry-After": "3600"})
    running.start()
    running.wait(lambda: state_problem(running) is not None)
    asked = service.request_count()
    running.close()
    text = running.folders.alert_memory_file
    assert not text.exists() or "not-before" not in text.read_text()
    running.start()
    running.wait(lambda: "77.50" in running.tooltip())
    assert state_problem(running) is not None
    assert service.request_count() == asked


def test_wait_set_by_another_process_is_respected_while_running(
    running: RunningProgram, account: Account, service: SimulatedService
) -> None:
    running.start()
    running.wait(lambda: "512.34" in running.tooltip())
    asked = service.request_count("/v1/wallet/balance")
    another_process_must_wait(running, account, service.api_key)
    assert running.program is not None
    (session,) = running.program._sessions
    session.refreshes.refresh_now()  # as the timer does
    running.wait(lambda: state_problem(running) is not None)
    assert "512.34" in running.tooltip()
    assert service.request_count("/v1/wallet/balance") == asked


def test_automatic_refreshes_respect_the_wait(
    running: RunningProgram, account: Account, service: SimulatedService
) -> None:
    another_process_must_wait(running, account, service.api_key)
    running.start()
    running.wait(lambda: state_problem(running) is not None)
    assert running.program is not None
    (session,) = running.program._sessions
    session.refreshes.refresh_if_older(timedelta(0))
    session.refreshes.resumed()
    running.program._windows.open_popup(0)
    running.wait(lambda: not session.refreshes.refreshing)
    assert service.request_count() == 0


def test_signing_in_with_another_key(
    running: RunningProgram, account: Account, service: SimulatedService
) -> None:
    another_process_must_wait(running, account, "a former key")
    running.start()
    running.wait(lambda: "512.34" in running.tooltip())
