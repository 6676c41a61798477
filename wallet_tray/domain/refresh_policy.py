"""When to refresh next: a pure function, with the whole table in one place.

| after | next refresh |
| --- | --- |
| a balance | the user's interval |
| a problem that passes by itself | full jitter below 15 s · 2ⁿ (at most 900 s), 5 s at least |
| the same, with Retry-After | no sooner than asked, plus up to 10 % |
| a problem that will not pass soon | an hour |
| a problem that only the user can mend | never by the clock |

What makes it look again after the last kind, beside "Refresh now" and changed settings:

| problem | what makes it look again |
| --- | --- |
| signed out, rejected key, ended token | a sign-in, here or by the command line |
| signed out, all of the keyring | the keyring says that it changed, came or was unlocked |
| keyring locked, keyring waiting | an answer to its question, a sign-in |
| the others | waking up, a network that comes back, "Resume", the popup, a sign-in |

A rejected key is not sent again by itself, and a question that was dismissed is not raised again.
The user hears of the first at once, of all others after half an hour (``alert_policy``).

The figures are full jitter as AWS describes it in "Exponential Backoff And Jitter"; they keep a
client under 250 requests in a day-long outage, and 10,000 clients under 60 requests a second when
a service comes back.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import assert_never

from wallet_tray.domain.problem import Pace, Problem, ProblemKind

BACK_OFF_BASE = timedelta(seconds=15)
BACK_OFF_CAP = timedelta(seconds=900)
BACK_OFF_FLOOR = timedelta(seconds=5)
SLOW = timedelta(hours=1)
RETRY_AFTER_CAP = timedelta(hours=1)
RETRY_AFTER_JITTER = 0.1

MANUAL_GAP = timedelta(seconds=5)
"""A wish of the user within this time after a refresh is met by that refresh."""

REFRESH_LIMIT = timedelta(seconds=30)
"""A refresh without an answer in this time has failed; a late answer is dropped."""

SLEPT = timedelta(seconds=60)
"""A timer that fires so much later than the clock said has stood still: the computer slept."""

RESUME_DELAY = (timedelta(seconds=5), timedelta(seconds=10))
"""After the computer woke up, the first refresh waits this long: no network, no answer."""

NETWORK_DELAY = (timedelta(seconds=1), timedelta(seconds=4))
"""After a network came back, whoever failed for want of one asks within this time."""

NETWORK_GAP = timedelta(seconds=30)
"""A network that comes and goes hurries a wallet no oftener than this."""

_OF_THE_NETWORK = frozenset(
    {
        ProblemKind.OFFLINE,
        ProblemKind.PROXY_REFUSED,
        ProblemKind.PROXY_LOGIN,
        ProblemKind.TIMED_OUT,
        ProblemKind.NOT_PRIVATE,  # of a sign-in page, as the next ones may be
        ProblemKind.REDIRECTED,
        ProblemKind.PROTOCOL_BROKEN,
        ProblemKind.NOT_THE_SERVICE,
    }
)


# Whether these are over is found out on this computer: no service is asked before, and no question
# of a keyring comes up that the user has dismissed.
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
    """True where nothing but the user's own act makes it look again."""
    return (
        problem is not None
        and problem.kind.pace is Pace.STOP
        and problem.kind not in _LOOKED_AT_AGAIN
    )


def network_may_mend(problem: Problem | None) -> bool:
    """True where another network may be all that was missing, and nobody asked us to wait."""
    kinds = _OF_THE_NETWORK | _LOOKED_AT_AGAIN
    return problem is not None and problem.kind in kinds and problem.retry_after is None


_OF_THE_KEYRING = frozenset(
    {
        ProblemKind.SIGNED_OUT,  # another program may have stored a credential since
        ProblemKind.CREDENTIAL_UNUSABLE,  # or mended one that was made by hand
        ProblemKind.KEYRING_MISSING,
        ProblemKind.KEYRING_LOCKED,
        ProblemKind.KEYRING_WAITING,
        ProblemKind.KEYRING_FAILED,
    }
)


def keyring_may_mend(problem: Problem | None) -> bool:
    """True where a keyring that came, opened or changed may give what it did not before.

    These kinds stop asking; this is what opens them again, besides the user, a sign-in elsewhere
    and waking up.
    """
    return problem is not None and problem.kind in _OF_THE_KEYRING


def next_delay(
    problem: Problem | None,
    failures: int,
    interval: timedelta,
    uniform: Callable[[float, float], float],
) -> timedelta | None:
    """The time until the next refresh, or None where no refresh comes by the clock.

    ``failures`` counts the failed refreshes in a row, this one included (so 1 after the first).
    ``uniform(a, b)`` draws a number from a … b, as random.uniform does.
    """
    if problem is None:
        return interval
    match problem.kind.pace:
        case Pace.STOP:
            return None
        case Pace.SLOW:
            delay = SLOW
        case Pace.BACK_OFF:
            delay = _back_off(failures, uniform)
        case other:
            assert_never(other)
    if problem.retry_after is not None:
        asked = min(max(problem.retry_after, timedelta(0)), RETRY_AFTER_CAP)
        delay = max(delay, asked) * (1 + uniform(0, RETRY_AFTER_JITTER))
    return delay


def _back_off(failures: int, uniform: Callable[[float, float], float]) -> timedelta:
    doublings = min(max(failures - 1, 0), 10)  # beyond the cap anyway; keeps the power small
    ceiling = min(BACK_OFF_BASE * 2**doublings, BACK_OFF_CAP)
    return max(timedelta(seconds=uniform(0, ceiling.total_seconds())), BACK_OFF_FLOOR)
