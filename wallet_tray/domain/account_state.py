"""The wallet state: the single value that everything on the screen depends on.

What the program *knows* is one of four: ``Loading | Fresh | Stale | Failed``. What it is *doing* is
the ``Activity`` of the refresh controller (``refresh/messages.py``).
"""

from dataclasses import dataclass
from datetime import datetime

from wallet_tray.domain.balance import Balance
from wallet_tray.domain.forecast.outlook import Forecast, NoProjection
from wallet_tray.domain.problem import Problem, ProblemKind


@dataclass(frozen=True, slots=True)
class Loading:
    """Nothing is known yet and nothing has failed."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """The last refresh delivered this balance; ``outlook`` is how long it will last."""

    balance: Balance
    outlook: Forecast = NoProjection.NOT_ENOUGH_DATA


@dataclass(frozen=True, slots=True)
class Stale:
    """A balance is known, but refreshes have failed with ``problem``.

    They have failed since ``since`` (aware, UTC).
    """

    balance: Balance
    problem: Problem
    since: datetime
    outlook: Forecast = NoProjection.NOT_ENOUGH_DATA


@dataclass(frozen=True, slots=True)
class Failed:
    """No balance is known; refreshes have failed with ``problem`` since ``since`` (aware, UTC)."""

    problem: Problem
    since: datetime


WalletState = Loading | Fresh | Stale | Failed
Outcome = Balance | Problem


def known_balance(state: WalletState) -> Balance | None:
    """Return the last balance of any age, or None."""
    return state.balance if isinstance(state, Fresh | Stale) else None


def known_outlook(state: WalletState) -> Forecast:
    """Return how long the last known balance will last."""
    return state.outlook if isinstance(state, Fresh | Stale) else NoProjection.NOT_ENOUGH_DATA


def known_problem(state: WalletState) -> Problem | None:
    """Return the current problem, or None."""
    return state.problem if isinstance(state, Stale | Failed) else None


def after(
    state: WalletState, outcome: Outcome, outlook: Forecast = NoProjection.NOT_ENOUGH_DATA
) -> WalletState:
    """Return the state after one refresh; ``outlook`` belongs to its balance.

    A known balance survives every failure as stale. Only signing out discards it, because the
    balance would no longer belong to any account. ``since`` is the first of consecutive failures.
    """
    if isinstance(outcome, Balance):
        return Fresh(outcome, outlook)
    since = state.since if isinstance(state, Stale | Failed) else outcome.at
    balance = known_balance(state)
    if balance is None or outcome.kind is ProblemKind.SIGNED_OUT:
        return Failed(outcome, since)
    return Stale(balance, outcome, since, known_outlook(state))


def restored(state: WalletState, balance: Balance, *, paused: bool = False) -> WalletState:
    """Return the state with ``balance`` known from an earlier run.

    It is stale while refreshes fail, but fresh if the user has paused them. A balance of this run
    takes precedence. After signing out nothing is shown.
    """
    if paused and isinstance(state, Loading):
        return Fresh(balance)
    if isinstance(state, Failed) and state.problem.kind is not ProblemKind.SIGNED_OUT:
        return Stale(balance, state.problem, state.since)
    return state
