"""The conditions that cause a warning, and a single warning as a plain value."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from wallet_tray.domain.balance import Balance


class AlertKind(StrEnum):
    """The conditions that cause a notification, worst first."""

    EMPTY = "empty"
    CREDENTIAL_REJECTED = "credential-rejected"
    CRITICAL = "critical"
    NO_BALANCE = "no-balance"
    AMOUNT_DUE = "amount-due"
    ACCESS_TOKEN_ENDS = "access-token-ends"  # noqa: S105  a condition, not a token
    LOW = "low"
    HOURS_LEFT = "hours-left"
    LARGE_DROP = "large-drop"


_WORST_FIRST = list(AlertKind)

URGENT = frozenset({AlertKind.EMPTY, AlertKind.CRITICAL, AlertKind.CREDENTIAL_REJECTED})
"""Alerts that stay on the screen until dismissed; the others disappear after a while."""


def worst(kinds: frozenset[AlertKind]) -> AlertKind:
    """Return the worst of several simultaneous conditions. ``kinds`` must not be empty."""
    return min(kinds, key=_WORST_FIRST.index)


@dataclass(frozen=True, slots=True)
class Alert:
    """One warning, with the figures at the time of the warning.

    ``amount`` is the value compared with the limit: the available balance, the amount due, the
    hours left, or the size of a drop. ``unit`` is its unit. ``at`` and ``since`` are aware and in
    UTC. ``since`` is the last balance's time for NO_BALANCE, and the expiry for ACCESS_TOKEN_ENDS.
    ``hours_left`` accompanies a falling balance if there is a projection.
    """

    kind: AlertKind
    at: datetime
    amount: Decimal | None = None
    limit: Decimal | None = None
    unit: str = ""
    since: datetime | None = None
    hours_left: Decimal | None = None

    @property
    def urgent(self) -> bool:
        """True if the alert must stay until dismissed."""
        return self.kind in URGENT


class Beyond(StrEnum):
    """A limit that is crossed though the balance itself may be above its own; the names are those
    that bars see."""

    AMOUNT_DUE = "amount-due"
    HOURS_LEFT = "hours-left"


@dataclass(frozen=True, slots=True)
class AlertLimits:
    """The limits of one account; 0 switches a limit off.

    ``low_balance`` and ``critical_balance`` are in the account's unit. ``amount_due`` is in the
    unit of the amount due, ``hours_left`` in hours. All are finite and at least 0.
    """

    low_balance: Decimal = Decimal(100)
    critical_balance: Decimal = Decimal(20)
    amount_due: Decimal = Decimal(0)
    hours_left: Decimal = Decimal(0)

    def beyond(self, balance: Balance, hours_left: Decimal | None) -> tuple[Beyond, ...]:
        """Return the crossed limits besides those of the balance.

        The hours left of an empty wallet do not count: being empty says enough.
        """
        found = []
        if 0 < self.amount_due < balance.amount_due:
            found.append(Beyond.AMOUNT_DUE)
        if balance.available > 0 and hours_left is not None and hours_left < self.hours_left:
            found.append(Beyond.HOURS_LEFT)
        return tuple(found)
