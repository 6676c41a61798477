"""What the popup likes to show beside the balance: asked behind the refresh, never needed."""

import threading
from collections.abc import Callable
from decimal import Decimal

from tests.refresh.conftest import Bench
from tests.support.builders import make_account
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.money import Money
from wallet_tray.domain.problem import Problem, ProblemKind
from wallet_tray.refresh.messages import WalletDetails


def test_a_look_up_comes_after_the_refresh_that_is_under_way(bench: Bench) -> None:
    hang = bench.client.hang()
    bench.controller.refresh_now()
    for _ in range(3):
        bench.controller.fetch_details()
    found = WalletDetails(unit_price=Money(Decimal("0.02"), "USD"))
    bench.client.script.append(found)
    hang.go_on.set()
    bench.wait_for(lambda: bool(bench.session.details))
    assert bench.session.details == [found]
    assert bench.client.calls == ["refresh", "details id"]
    assert bench.session.threads == {threading.get_ident()}


def test_only_one_look_up_at_a_time(bench: Bench) -> None:
    bench.refresh()
    hang = bench.client.hang(WalletDetails())
    for _ in range(3):
        bench.controller.fetch_details()
    hang.go_on.set()
    bench.wait_for(lambda: bool(bench.session.details))
    bench.let_worker_finish()
    assert bench.client.calls == ["refresh", "details id"]


def test_nothing_is_looked_up_of_a_wallet_that_cannot_be_reached(
    bench: Bench, make_problem: Callable[..., Problem]
) -> None:
    bench.controller.fetch_details()
    bench.refresh()
    bench.refresh(make_problem(ProblemKind.OFFLINE))
    bench.controller.fetch_details()
    bench.let_worker_finish()
    assert bench.client.calls == ["refresh", "refresh"]


def test_a_look_up_that_fails_is_no_outcome(
    bench: Bench, make_problem: Callable[..., Problem]
) -> None:
    bench.refresh()
    state = bench.controller.state
    bench.client.script.append(make_problem(ProblemKind.CREDENTIAL_REJECTED))
    bench.controller.fetch_details()
    bench.let_worker_finish()
    assert bench.client.calls == ["refresh", "details id"]
    assert bench.controller.state == state
    assert len(bench.session.outcomes) == 1
    assert bench.session.details == []


def test_details_of_a_wallet_that_is_no_longer_known_are_dropped(bench: Bench) -> None:
    bench.refresh()
    hang = bench.client.hang(WalletDetails(unit_price=Money(Decimal(1), "USD")))
    bench.controller.fetch_details()
    assert hang.begun.wait(30)
    elsewhere = make_account(api_url="https://wallet.example/v1")
    bench.client.hang()
    bench.controller.apply_settings(elsewhere)
    bench.let_worker_finish()
    assert bench.session.details == []


def test_a_look_up_outlives_the_refresh_that_was_outdated(
    make_bench: Callable[..., Bench], make_balance: Callable[..., Balance]
) -> None:
    """The popup is still open, and would never ask for it again."""
    bench = make_bench(uniform=lambda _low, _high: 0)
    hang = bench.client.hang()
    bench.controller.refresh_now()
    assert hang.begun.wait(30)
    bench.controller.fetch_details()
    bench.client.script += [balance := make_balance(7), found := WalletDetails()]
    bench.controller.resumed()
    hang.go_on.set()
    bench.wait_for_outcomes(1)
    assert bench.session.outcomes == [balance]
    bench.wait_for(lambda: bench.session.details == [found])
