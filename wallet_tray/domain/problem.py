"""Why there is no new balance: every known reason, as plain values.

A problem carries neither text from a server nor a credential. ``text.problems`` makes
its sentence.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from wallet_tray.domain.exit_code import ExitCode

LONGEST_WAIT = timedelta(hours=1)
"""The longest waiting time that a service can set."""


class RetryPolicy(Enum):
    """The pace of refreshes after a problem."""

    BACK_OFF = "back off"  # passes by itself: retry soon, with growing delays
    SLOW = "slow"  # unlikely to pass soon: one attempt an hour
    STOP = "stop"  # no attempt by the clock; ``refresh_policy`` lists the triggers


class ProblemKind(Enum):
    """A kind of failure, with the resulting pace and the exit code of the command line."""

    pace: RetryPolicy
    exit_code: ExitCode

    def __new__(cls, word: str, pace: RetryPolicy, exit_code: ExitCode) -> "ProblemKind":
        member = object.__new__(cls)
        member._value_ = word
        member.pace = pace
        member.exit_code = exit_code
        return member

    # only the user can solve these
    SIGNED_OUT = "signed-out", RetryPolicy.STOP, ExitCode.REJECTED
    CREDENTIAL_REJECTED = "credential-rejected", RetryPolicy.STOP, ExitCode.REJECTED
    ACCESS_TOKEN_ENDED = "access-token-ended", RetryPolicy.STOP, ExitCode.REJECTED
    CREDENTIAL_UNUSABLE = "credential-unusable", RetryPolicy.STOP, ExitCode.USAGE
    ACCOUNT_UNUSABLE = "account-unusable", RetryPolicy.STOP, ExitCode.USAGE
    PROXY_UNUSABLE = "proxy-unusable", RetryPolicy.STOP, ExitCode.USAGE
    KEYRING_MISSING = "keyring-missing", RetryPolicy.STOP, ExitCode.NO_KEYRING
    KEYRING_LOCKED = "keyring-locked", RetryPolicy.STOP, ExitCode.NO_KEYRING
    KEYRING_WAITING = (
        "keyring-waiting",
        RetryPolicy.STOP,
        ExitCode.NO_KEYRING,
    )  # continues when the prompt is answered
    KEYRING_FAILED = "keyring-failed", RetryPolicy.STOP, ExitCode.NO_KEYRING

    # answers of the service, unlikely to change soon
    FORBIDDEN = "forbidden", RetryPolicy.SLOW, ExitCode.REJECTED
    BLOCKED = "blocked", RetryPolicy.SLOW, ExitCode.NO_SERVICE  # the account, or our address
    NO_WALLET = "no-wallet", RetryPolicy.SLOW, ExitCode.NO_BALANCE
    BAD_REQUEST = "bad-request", RetryPolicy.SLOW, ExitCode.NO_SERVICE
    NOT_FOUND = "not-found", RetryPolicy.SLOW, ExitCode.NO_SERVICE

    # these pass by themselves
    RATE_LIMITED = "rate-limited", RetryPolicy.BACK_OFF, ExitCode.NO_SERVICE
    SERVICE_FAILED = "service-failed", RetryPolicy.BACK_OFF, ExitCode.NO_SERVICE
    REDIRECTED = "redirected", RetryPolicy.BACK_OFF, ExitCode.NO_SERVICE
    OFFLINE = "offline", RetryPolicy.BACK_OFF, ExitCode.NO_SERVICE
    PROXY_REFUSED = "proxy-refused", RetryPolicy.BACK_OFF, ExitCode.NO_SERVICE
    PROXY_LOGIN = (
        "proxy-login",
        RetryPolicy.BACK_OFF,
        ExitCode.NO_SERVICE,
    )  # a ticket may be renewed, a VPN may return
    TIMED_OUT = "timed-out", RetryPolicy.BACK_OFF, ExitCode.NO_SERVICE
    NOT_PRIVATE = "not-private", RetryPolicy.BACK_OFF, ExitCode.NO_SERVICE
    CLOCK_WRONG = "clock-wrong", RetryPolicy.BACK_OFF, ExitCode.NO_SERVICE
    PROTOCOL_BROKEN = "protocol-broken", RetryPolicy.BACK_OFF, ExitCode.NO_SERVICE
    NOT_THE_SERVICE = "not-the-service", RetryPolicy.BACK_OFF, ExitCode.NO_BALANCE
    NOT_UNDERSTOOD = "not-understood", RetryPolicy.BACK_OFF, ExitCode.NO_BALANCE
    REPLACED = "replaced", RetryPolicy.BACK_OFF, ExitCode.FAULT  # an upgrade may be incomplete
    FAULT = "fault", RetryPolicy.BACK_OFF, ExitCode.FAULT


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
    ``detail`` is a short word of this program for the log, never text from outside. ``advice`` is
    the code of what the user can do, as the provider's description states it, or "".
    """

    kind: ProblemKind
    at: datetime
    status: int | None = None
    retry_after: timedelta | None = None
    detail: str = ""
    advice: str = ""


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
