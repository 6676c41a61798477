"""Requests to a worker, their answers, and what happens in between, as plain values."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from enum import Enum, IntEnum, auto
from typing import Protocol

from wallet_tray.domain.balance import Balance, WalletId
from wallet_tray.domain.credential import Credential
from wallet_tray.domain.forecast.outlook import Forecast, NoProjection
from wallet_tray.domain.history_values import Transaction
from wallet_tray.domain.money import Money
from wallet_tray.domain.problem import Problem

BACKGROUND_WAIT = timedelta(seconds=3)
"""A refresh waits this long for the keyring; then the screen shows that the keyring waits."""

SIGN_IN_WAIT = timedelta(seconds=90)
"""A user who signs in is present and can answer the keyring prompt."""


@dataclass(frozen=True, slots=True)
class Refresh:
    """Read the balance. ``renew`` first drops the access token, because the computer slept.

    ``insist`` marks a request of the user; it also ignores the waiting time set by the service.
    ``quiet`` raises no keyring prompt; it only checks whether the keyring is open by now.
    """

    number: int
    renew: bool = False
    insist: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class SignIn:
    """Verify the credential with one call; keep it only if the service accepts it."""

    number: int
    credential: Credential


@dataclass(frozen=True, slots=True)
class SignOut:
    """Remove the credential from the keyring and from memory."""

    number: int


@dataclass(frozen=True, slots=True)
class FetchDetails:
    """Get the popup's additional data for this wallet (the service's id)."""

    number: int
    wallet_id: WalletId


Request = Refresh | SignIn | SignOut | FetchDetails


@dataclass(frozen=True, slots=True)
class Refreshed:
    """A new balance; ``outlook`` says how long it will last."""

    balance: Balance
    outlook: Forecast = NoProjection.NOT_ENOUGH_DATA


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The credential works. ``unkept`` says why no keyring took it, so that it stays in memory."""

    balance: Balance
    credential: Credential
    unkept: Problem | None = None
    outlook: Forecast = NoProjection.NOT_ENOUGH_DATA


@dataclass(frozen=True, slots=True)
class SignedOut:
    """The credential was removed everywhere."""


@dataclass(frozen=True, slots=True)
class WalletDetails:
    """Optional data of the service beside the balance; any part may be missing.

    ``transactions`` are the newest ones, newest first. ``unit_price`` is the price of one unit of
    the wallet, more than 0.
    """

    transactions: tuple[Transaction, ...] = ()
    unit_price: Money | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """Exactly one per request, unless a newer request overtook it."""

    request: Request
    outcome: Refreshed | Problem | SignedIn | SignedOut | WalletDetails


class Event(Enum):
    """An event that counts once the request in flight is answered."""

    NETWORK_RETURNED = auto()  # the request may still fail on the old network
    KEYRING_ANSWERED = auto()  # "the keyring waits" may be arriving just now
    KEYRING_CHANGED = auto()  # the request may have read the keyring before
    TOKEN_OUTDATED = auto()  # by sleep or another credential; the next refresh renews it
    DETAILS_WANTED = auto()  # fetched after the next answer


LASTING = frozenset({Event.TOKEN_OUTDATED, Event.DETAILS_WANTED})
"""These events outlive the request in flight if it does not meet them."""


class Afterwards(IntEnum):
    """The step that waits for the end of signing in or out; a greater one includes the lesser."""

    NOTHING = 0
    RESUME = 1
    RELOAD_CREDENTIAL = 2
    RESTART = 3
    MOVE = 4
    """A restart at another address: what is known, or arrives, belongs to the old one."""


@dataclass(slots=True)
class Idle:
    """No request is in flight. ``events`` are some of ``LASTING``.

    After ``erased``, no event may read the keyring: the erased key may still be in it.
    """

    events: set[Event] = field(default_factory=set)
    erased: bool = False


@dataclass(slots=True)
class Refreshing:
    """A refresh is in flight; other events may outdate it."""

    events: set[Event]


@dataclass(slots=True)
class SigningIn:
    """A credential is being verified; other events wait for the answer, as the user does."""

    events: set[Event]
    afterwards: Afterwards = Afterwards.NOTHING


@dataclass(slots=True)
class SigningOut:
    """A credential is being removed; ``erased`` along with everything else."""

    events: set[Event]
    afterwards: Afterwards = Afterwards.NOTHING
    erased: bool = False


Activity = Idle | Refreshing | SigningIn | SigningOut
"""What an account is doing: the kind of its request in flight, and what happened since."""


def ended(activity: Activity) -> Idle:
    """Return what follows when the request in flight is answered, given up or outdated."""
    match activity:
        case Idle(events, erased) | SigningOut(events, _, erased):
            return Idle(events & LASTING, erased)
        case Refreshing(events) | SigningIn(events):
            return Idle(events & LASTING)


def waiting(activity: Activity) -> Afterwards:
    """Return the step that waits for the end of this activity."""
    match activity:
        case SigningIn(afterwards=step) | SigningOut(afterwards=step):
            return step
        case Idle() | Refreshing():
            return Afterwards.NOTHING


def note(activity: Activity, event: Event) -> bool:
    """Let ``event`` count at the end of the request in flight; return False without one."""
    if not isinstance(activity, Idle):
        activity.events.add(event)
    return not isinstance(activity, Idle)


def postpone(activity: Activity, step: Afterwards) -> bool:
    """Let ``step`` wait for the end of a sign-in or sign-out; return False without one."""
    match activity:
        case SigningIn() | SigningOut():
            activity.afterwards = max(activity.afterwards, step)
            return True
        case Idle() | Refreshing():
            return False


class RequestHandler(Protocol):
    """Executes one request; may block.

    Raises WalletTrayError and, on a programming error, any exception.
    """

    def refresh(self, *, renew: bool, insist: bool = False, quiet: bool = False) -> Refreshed: ...

    def sign_in(self, credential: Credential, is_wanted: Callable[[], bool]) -> SignedIn:
        """Verify, and keep only if ``is_wanted`` still returns True."""
        ...

    def sign_out(self) -> None: ...

    def details(self, wallet_id: WalletId) -> WalletDetails: ...

    def close(self) -> None:
        """Close files and connections; no request may follow."""
        ...
