"""Why there is no new balance: every reason the program knows, as plain values.

A problem carries no text of a server and no credential. Its sentence is made in ``words``.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum


class Pace(Enum):
    """How a problem changes the pace of refreshes."""

    BACK_OFF = "back off"  # passes by itself: try again soon, later and later
    SLOW = "slow"  # unlikely to pass soon: one try an hour
    STOP = "stop"  # no try by the clock; ``refresh_policy`` names what makes it look again


class ProblemKind(Enum):
    """What went wrong, with the pace it asks for and the exit code of the command line."""

    pace: Pace
    exit_code: int

    def __new__(cls, word: str, pace: Pace, exit_code: int) -> "ProblemKind":
        member = object.__new__(cls)
        member._value_ = word
        member.pace = pace
        member.exit_code = exit_code
        return member

    # what only the user can mend
    SIGNED_OUT = "signed-out", Pace.STOP, 3
    CREDENTIAL_REJECTED = "credential-rejected", Pace.STOP, 3
    ACCESS_TOKEN_ENDED = "access-token-ended", Pace.STOP, 3
    CREDENTIAL_UNUSABLE = "credential-unusable", Pace.STOP, 2
    ACCOUNT_UNUSABLE = "account-unusable", Pace.STOP, 2
    PROXY_UNUSABLE = "proxy-unusable", Pace.STOP, 2
    KEYRING_MISSING = "keyring-missing", Pace.STOP, 5
    KEYRING_LOCKED = "keyring-locked", Pace.STOP, 5
    KEYRING_WAITING = "keyring-waiting", Pace.STOP, 5  # goes on when the prompt is answered
    KEYRING_FAILED = "keyring-failed", Pace.STOP, 5

    # answers of the service that will not change soon
    FORBIDDEN = "forbidden", Pace.SLOW, 3
    BAD_REQUEST = "bad-request", Pace.SLOW, 4
    NOT_FOUND = "not-found", Pace.SLOW, 4

    # what passes by itself
    RATE_LIMITED = "rate-limited", Pace.BACK_OFF, 4
    SERVICE_FAILED = "service-failed", Pace.BACK_OFF, 4
    REDIRECTED = "redirected", Pace.BACK_OFF, 4
    OFFLINE = "offline", Pace.BACK_OFF, 4
    PROXY_REFUSED = "proxy-refused", Pace.BACK_OFF, 4
    PROXY_LOGIN = "proxy-login", Pace.BACK_OFF, 4  # a ticket may be renewed, a VPN come back
    TIMED_OUT = "timed-out", Pace.BACK_OFF, 4
    NOT_PRIVATE = "not-private", Pace.BACK_OFF, 4
    CLOCK_WRONG = "clock-wrong", Pace.BACK_OFF, 4
    PROTOCOL_BROKEN = "protocol-broken", Pace.BACK_OFF, 4
    NOT_THE_SERVICE = "not-the-service", Pace.BACK_OFF, 6
    NOT_UNDERSTOOD = "not-understood", Pace.BACK_OFF, 6
    REPLACED = "replaced", Pace.BACK_OFF, 70  # an upgrade may be half done
    FAULT = "fault", Pace.BACK_OFF, 70


@dataclass(frozen=True, slots=True)
class Problem:
    """One failed refresh.

    ``at`` is when it was met (aware, UTC). ``status`` is the HTTP status where one was received.
    ``retry_after`` is how long the service asked us to wait, already clamped to 0 … 3600 s.
    ``detail`` is a short word of our own for the log, never text from outside.
    """

    kind: ProblemKind
    at: datetime
    status: int | None = None
    retry_after: timedelta | None = None
    detail: str = ""


class WalletTrayError(Exception):
    """Carries a problem from where it was met to where it is handled.

    Its text is the problem's kind and our own detail, so that it can be logged as it is.
    """

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.kind.value}{': ' if problem.detail else ''}{problem.detail}")
        self.problem = problem
