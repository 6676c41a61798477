"""Why there is no new balance: every known reason, as plain values.

A problem carries neither text from a server nor a credential. ``text.problems`` makes
its sentence.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum


class RetryPolicy(Enum):
    """The pace of refreshes after a problem."""

    BACK_OFF = "back off"  # passes by itself: retry soon, with growing delays
    SLOW = "slow"  # unlikely to pass soon: one attempt an hour
    STOP = "stop"  # no attempt by the clock; ``refresh_policy`` lists the triggers


class ProblemKind(Enum):
    """A kind of failure, with the resulting pace and the exit code of the command line."""

    pace: RetryPolicy
    exit_code: int

    def __new__(cls, word: str, pace: RetryPolicy, exit_code: int) -> "ProblemKind":
        member = object.__new__(cls)
        member._value_ = word
        member.pace = pace
        member.exit_code = exit_code
        return member

    # only the user can solve these
    SIGNED_OUT = "signed-out", RetryPolicy.STOP, 3
    CREDENTIAL_REJECTED = "credential-rejected", RetryPolicy.STOP, 3
    ACCESS_TOKEN_ENDED = "access-token-ended", RetryPolicy.STOP, 3
    CREDENTIAL_UNUSABLE = "credential-unusable", RetryPolicy.STOP, 2
    ACCOUNT_UNUSABLE = "account-unusable", RetryPolicy.STOP, 2
    PROXY_UNUSABLE = "proxy-unusable", RetryPolicy.STOP, 2
    KEYRING_MISSING = "keyring-missing", RetryPolicy.STOP, 5
    KEYRING_LOCKED = "keyring-locked", RetryPolicy.STOP, 5
    KEYRING_WAITING = (
        "keyring-waiting",
        RetryPolicy.STOP,
        5,
    )  # continues when the prompt is answered
    KEYRING_FAILED = "keyring-failed", RetryPolicy.STOP, 5

    # answers of the service, unlikely to change soon
    FORBIDDEN = "forbidden", RetryPolicy.SLOW, 3
    BAD_REQUEST = "bad-request", RetryPolicy.SLOW, 4
    NOT_FOUND = "not-found", RetryPolicy.SLOW, 4

    # these pass by themselves
    RATE_LIMITED = "rate-limited", RetryPolicy.BACK_OFF, 4
    SERVICE_FAILED = "service-failed", RetryPolicy.BACK_OFF, 4
    REDIRECTED = "redirected", RetryPolicy.BACK_OFF, 4
    OFFLINE = "offline", RetryPolicy.BACK_OFF, 4
    PROXY_REFUSED = "proxy-refused", RetryPolicy.BACK_OFF, 4
    PROXY_LOGIN = (
        "proxy-login",
        RetryPolicy.BACK_OFF,
        4,
    )  # a ticket may be renewed, a VPN may return
    TIMED_OUT = "timed-out", RetryPolicy.BACK_OFF, 4
    NOT_PRIVATE = "not-private", RetryPolicy.BACK_OFF, 4
    CLOCK_WRONG = "clock-wrong", RetryPolicy.BACK_OFF, 4
    PROTOCOL_BROKEN = "protocol-broken", RetryPolicy.BACK_OFF, 4
    NOT_THE_SERVICE = "not-the-service", RetryPolicy.BACK_OFF, 6
    NOT_UNDERSTOOD = "not-understood", RetryPolicy.BACK_OFF, 6
    REPLACED = "replaced", RetryPolicy.BACK_OFF, 70  # an upgrade may be incomplete
    FAULT = "fault", RetryPolicy.BACK_OFF, 70


class Remedy(Enum):
    """The button that solves a problem."""

    NONE = "none"
    SIGN_IN = "sign-in"
    TRY_AGAIN = "try-again"
    SETTINGS = "settings"
    RESUME = "resume"


_REMEDIES = {
    ProblemKind.SIGNED_OUT: Remedy.SIGN_IN,
    ProblemKind.CREDENTIAL_REJECTED: Remedy.SIGN_IN,
    ProblemKind.ACCESS_TOKEN_ENDED: Remedy.SIGN_IN,
    ProblemKind.CREDENTIAL_UNUSABLE: Remedy.SIGN_IN,
    ProblemKind.ACCOUNT_UNUSABLE: Remedy.SETTINGS,
    ProblemKind.PROXY_UNUSABLE: Remedy.SETTINGS,
    ProblemKind.KEYRING_MISSING: Remedy.SIGN_IN,
    ProblemKind.FORBIDDEN: Remedy.SIGN_IN,
    ProblemKind.PROXY_LOGIN: Remedy.SETTINGS,
    ProblemKind.REPLACED: Remedy.NONE,
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One failed refresh.

    ``at`` is the time of the failure (aware, UTC). ``status`` is the HTTP status if one was
    received. ``retry_after`` is the waiting time set by the service, already clamped to 0 … 3600 s.
    ``detail`` is a short word of this program for the log, never text from outside.
    """

    kind: ProblemKind
    at: datetime
    status: int | None = None
    retry_after: timedelta | None = None
    detail: str = ""


def problem_remedy(problem: Problem) -> Remedy:
    """Return the button to offer."""
    return _REMEDIES.get(problem.kind, Remedy.TRY_AGAIN)


class WalletTrayError(Exception):
    """Carries a problem from its origin to its handler.

    Its text is the problem's kind and this program's own detail, so it can be logged as it is.
    """

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.kind.value}{': ' if problem.detail else ''}{problem.detail}")
        self.problem = problem
