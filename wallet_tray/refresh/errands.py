"""What goes down to a worker, and what comes up: requests and their answers, as plain values."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Protocol

from wallet_tray.domain.balance import Balance
from wallet_tray.domain.credential import Credential
from wallet_tray.domain.outlook import NoProjection, Outlook
from wallet_tray.domain.problem import Problem
from wallet_tray.domain.transaction import Transaction

BACKGROUND_WAIT = timedelta(seconds=3)
"""A refresh waits so long for the keyring; then the screen says that the keyring waits."""

SIGN_IN_WAIT = timedelta(seconds=90)
"""Whoever signs in sits there and can answer the keyring's question."""


@dataclass(frozen=True, slots=True)
class Refresh:
    """Read the balance. ``renew`` drops the access token first: the computer slept meanwhile.

    ``insist`` is the user's own wish: also before the time that the service has named.
    ``quiet`` brings up no question of the keyring: it is asked because it may be open by now.
    """

    number: int
    renew: bool = False
    insist: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class SignIn:
    """Check the credential with one call; keep it only if the service takes it."""

    number: int
    credential: Credential


@dataclass(frozen=True, slots=True)
class SignOut:
    """Remove the credential from the keyring and from memory."""

    number: int


@dataclass(frozen=True, slots=True)
class LookUp:
    """Ask what the popup likes to show beside the balance of this wallet (the service's id)."""

    number: int
    account_id: str


Request = Refresh | SignIn | SignOut | LookUp


@dataclass(frozen=True, slots=True)
class Refreshed:
    """A balance has come; ``outlook`` says how long it will last."""

    balance: Balance
    outlook: Outlook = NoProjection.NOT_ENOUGH_DATA


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The credential works. ``unkept`` says why no keyring took it, so that it lives in memory."""

    balance: Balance
    credential: Credential
    unkept: Problem | None = None
    outlook: Outlook = NoProjection.NOT_ENOUGH_DATA


@dataclass(frozen=True, slots=True)
class SignedOut:
    """Nothing is kept any more."""


@dataclass(frozen=True, slots=True)
class Details:
    """What the service tells beside the balance, as far as it does; nothing here is ever needed.

    ``transactions`` are the newest ones, newest first. ``dollars`` is the price of one of the
    wallet's units in US dollars, more than 0.
    """

    transactions: tuple[Transaction, ...] = ()
    dollars: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """Exactly one comes up for every request that went down, unless a newer one overtook it."""

    request: Request
    outcome: Refreshed | Problem | SignedIn | SignedOut | Details


class Errands(Protocol):
    """Does one request; may block; raises WalletTrayError and, where it has a fault, anything."""

    def refresh(self, *, renew: bool, insist: bool = False, quiet: bool = False) -> Refreshed: ...

    def sign_in(self, credential: Credential, is_wanted: Callable[[], bool]) -> SignedIn:
        """Verify, and keep only if ``is_wanted`` still says so."""
        ...

    def sign_out(self) -> None: ...

    def details(self, account_id: str) -> Details: ...

    def close(self) -> None:
        """Let go of files and connections; nothing is asked after it."""
        ...
