"""When to refresh next: a pure function, with the complete table in one place.

| after | next refresh |
| --- | --- |
| a balance | the user's interval |
| a problem that passes by itself | full jitter below 15 s · 2ⁿ (at most 900 s), at least 5 s |
| the same, with Retry-After | no sooner than requested, plus up to 10 % |
| a problem that will not pass soon | an hour |
| a problem that only the user can solve | never by the clock |

The last kind is checked again after "Refresh now", changed settings, and these events:

| problem | what triggers a refresh |
| --- | --- |
| signed out, rejected key, ended token | a sign-in, here or by the command line |
| signed out, all of the keyring | the keyring reports a change, its start or its unlocking |
| keyring locked, keyring waiting | an answer to its prompt, a sign-in |
| the others | waking up, a network that returns, "Resume", the popup, a sign-in |

A rejected key is not sent again automatically, and a dismissed prompt is not raised again. The user
is notified of a rejected key at once, of all others after half an hour (``alert_policy``).

Full jitter follows "Exponential Backoff And Jitter" by AWS. With these figures a client sends under
250 requests in a day-long outage. When a service returns, 10,000 clients send under 60 requests a
second.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import assert_never

from wallet_tray.domain.account_state import WalletState, known_balance, known_problem
from wallet_tray.domain.problem import Problem, ProblemKind, RetryPolicy

BACK_OFF_BASE = timedelta(seconds=15)
BACK_OFF_CAP = timedelta(seconds=900)
BACK_OFF_FLOOR = timedelta(seconds=5)
SLOW = timedelta(hours=1)
RETRY_AFTER_CAP = timedelta(hours=1)
RETRY_AFTER_JITTER = 0.1

MANUAL_GAP = timedelta(seconds=5)
"""A user's request within this time after a refresh is met by that refresh."""

REFRESH_LIMIT = timedelta(seconds=30)
"""A refresh without an answer in this time has failed; a late answer is dropped."""

SLEPT = timedelta(seconds=60)
"""A timer that fires this much later than the clock predicts means that the computer slept."""

RESUME_DELAY = (timedelta(seconds=5), timedelta(seconds=10))
"""Delay of the first refresh after a wake-up, because the network needs time."""

NETWORK_DELAY = (timedelta(seconds=1), timedelta(seconds=4))
"""Delay of the retry after a network failure, once the network is back."""

NETWORK_GAP = timedelta(seconds=30)
"""An unstable network triggers a wallet's retry at most once in this time."""

_OF_THE_NETWORK = frozenset(
    {
        ProblemKind.OFFLINE,
        ProblemKind.PROXY_REFUSED,
        ProblemKind.PROXY_LOGIN,
        ProblemKind.TIMED_OUT,
        ProblemKind.NOT_PRIVATE,  # from a sign-in page, maybe like the next three
        ProblemKind.REDIRECTED,
        ProblemKind.PROTOCOL_BROKEN,
        ProblemKind.NOT_THE_SERVICE,
    }
)


# A check on this computer shows whether these are over. It sends no request to the service and
# raises no keyring prompt that the user has dismissed.
_LOOKED_AT_AGAIN = frozenset(
    {
        ProblemKind.CREDENTIAL_UNUSABLE,
        ProblemKind.ACCOUNT_UNUSABLE,
        ProblemKind.PROXY_UNUSABLE,
        ProblemKind.KEYRING_MISSING,
        ProblemKind.KEYRING_FAILED,
    }
)


def waits_for_user(problem: Problem | None) -> bool:
    """Return True if only an action of the user triggers a refresh."""
    return (
        problem is not None
        and problem.kind.pace is RetryPolicy.STOP
        and problem.kind not in _LOOKED_AT_AGAIN
    )


def popup_refreshes(state: WalletState, age: timedelta, now: datetime) -> bool:
    """Return True if an opened popup triggers a refresh: the balance is older than ``age``."""
    problem = known_problem(state)
    if waits_for_user(problem):
        return False  # a refresh would only raise the keyring prompt again
    if problem is not None and problem.retry_after is not None:
        return False  # the service set the time; only "Refresh now" overrides it
    balance = known_balance(state)
    # A balance from the future was fetched while the clock was ahead: its age is unknown.
    return balance is None or abs(now - balance.fetched_at) > age


def network_may_mend(problem: Problem | None) -> bool:
    """Return True if another network may solve it and the service set no waiting time."""
    kinds = _OF_THE_NETWORK | _LOOKED_AT_AGAIN
    return problem is not None and problem.kind in kinds and problem.retry_after is None


_OF_THE_KEYRING = frozenset(
    {
        ProblemKind.SIGNED_OUT,  # another program may have stored a credential since
        ProblemKind.CREDENTIAL_UNUSABLE,  # or repaired one that was created by hand
        ProblemKind.KEYRING_MISSING,
        ProblemKind.KEYRING_LOCKED,
        ProblemKind.KEYRING_WAITING,
        ProblemKind.KEYRING_FAILED,
    }
)


def keyring_may_mend(problem: Problem | None) -> bool:
    """Return True if a keyring that appeared, opened or changed may solve the problem.

    These kinds stop automatic refreshes. Besides this event, only the user, a sign-in elsewhere and
    a wake-up restart them.
    """
    return problem is not None and problem.kind in _OF_THE_KEYRING


def next_delay(
    problem: Problem | None,
    failures: int,
    interval: timedelta,
    uniform: Callable[[float, float], float],
) -> timedelta | None:
    """Return the time until the next refresh, or None if none comes by the clock.

    ``failures`` counts consecutive failed refreshes including this one (1 after the first).
    ``uniform(a, b)`` draws a number from a … b, like random.uniform.
    """
    if problem is None:
        return interval
    match problem.kind.pace:
        case RetryPolicy.STOP:
            return None
        case RetryPolicy.SLOW:
            delay = SLOW
        case RetryPolicy.BACK_OFF:
            delay = _back_off(failures, uniform)
        case other:
            assert_never(other)
    if problem.retry_after is not None:
        asked = min(max(problem.retry_after, timedelta(0)), RETRY_AFTER_CAP)
        delay = max(delay, asked) * (1 + uniform(0, RETRY_AFTER_JITTER))
    return delay


def _back_off(failures: int, uniform: Callable[[float, float], float]) -> timedelta:
    doublings = min(max(failures - 1, 0), 10)  # far above the cap; keeps the power small
    ceiling = min(BACK_OFF_BASE * 2**doublings, BACK_OFF_CAP)
    return max(timedelta(seconds=uniform(0, ceiling.total_seconds())), BACK_OFF_FLOOR)
