"""The wallet state: the one value that everything on the screen depends on.

What we *know* is one of four: ``Loading | Fresh | Stale | Failed``. What we are *doing* (a refresh
is under way) is a single bool beside it, kept by the refresh controller.
"""

from dataclasses import dataclass
from datetime import datetime

from wallet_tray.domain.balance import Balance
from wallet_tray.domain.outlook import NoProjection, Outlook
from wallet_tray.domain.problem import Problem, ProblemKind


@dataclass(frozen=True, slots=True)
class Loading:
    """Nothing is known yet and nothing has failed."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """The last refresh brought this balance; ``outlook`` says how long it will last."""

    balance: Balance
    outlook: Outlook = NoProjection.NOT_ENOUGH_DATA


@dataclass(frozen=True, slots=True)
class Stale:
    """A balance is known, but since ``since`` (aware, UTC) refreshes fail with ``problem``."""

    balance: Balance
    problem: Problem
    since: datetime
    outlook: Outlook = NoProjection.NOT_ENOUGH_DATA


@dataclass(frozen=True, slots=True)
class Failed:
    """No balance is known, and since ``since`` (aware, UTC) refreshes fail with ``problem``."""

    problem: Problem
    since: datetime


WalletState = Loading | Fresh | Stale | Failed
Outcome = Balance | Problem


def known_balance(state: WalletState) -> Balance | None:
    """The last balance, however old, or None."""
    return state.balance if isinstance(state, Fresh | Stale) else None


def known_outlook(state: WalletState) -> Outlook:
    """How long the last known balance will last."""
    return state.outlook if isinstance(state, Fresh | Stale) else NoProjection.NOT_ENOUGH_DATA


def known_problem(state: WalletState) -> Problem | None:
    """What is wrong at the moment, or None."""
    return state.problem if isinstance(state, Stale | Failed) else None


def after(
    state: WalletState, outcome: Outcome, outlook: Outlook = NoProjection.NOT_ENOUGH_DATA
) -> WalletState:
    """The state after one refresh; ``outlook`` belongs to its balance.

    A known balance survives every failure as stale; only signing out forgets it, because what is
    shown would then belong to nobody. ``since`` stays at the first failure of a row.
    """
    if isinstance(outcome, Balance):
        return Fresh(outcome, outlook)
    since = state.since if isinstance(state, Stale | Failed) else outcome.at
    balance = known_balance(state)
    if balance is None or outcome.kind is ProblemKind.SIGNED_OUT:
        return Failed(outcome, since)
    return Stale(balance, outcome, since, known_outlook(state))


def recalled(state: WalletState, balance: Balance, *, paused: bool = False) -> WalletState:
    """The state where ``balance`` is known from an earlier run.

    It is shown as stale where refreshes fail, and as it is while the user wants none; what this
    run has brought is better, and whoever is signed out sees nothing.
    """
    if paused and isinstance(state, Loading):
        return Fresh(balance)
    if isinstance(state, Failed) and state.problem.kind is not ProblemKind.SIGNED_OUT:
        return Stale(balance, state.problem, state.since)
    return state
