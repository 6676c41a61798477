"""Requests to a worker and their answers, as plain values."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Protocol

from wallet_tray.domain.balance import Balance, WalletId
from wallet_tray.domain.credential import Credential
from wallet_tray.domain.forecast.outlook import Forecast, NoProjection
from wallet_tray.domain.history_values import Transaction
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

    ``transactions`` are the newest ones, newest first. ``unit_price`` is the price of one wallet
    unit in US dollars, more than 0.
    """

    transactions: tuple[Transaction, ...] = ()
    unit_price: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """Exactly one per request, unless a newer request overtook it."""

    request: Request
    outcome: Refreshed | Problem | SignedIn | SignedOut | WalletDetails


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
