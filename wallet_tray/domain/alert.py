"""What the user can be warned of, and one such warning as a plain value."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from wallet_tray.domain.outlook import Basis


class AlertKind(StrEnum):
    """The conditions worth a notification, the worst first."""

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
"""These stay on the screen until they are dismissed; the others go by themselves."""


def worst(kinds: frozenset[AlertKind]) -> AlertKind:
    """The one to speak of where several conditions set in at once. ``kinds`` is not empty."""
    return min(kinds, key=_WORST_FIRST.index)


@dataclass(frozen=True, slots=True)
class Alert:
    """One warning, with the figures at the moment it was given.

    ``amount`` is what the limit is compared with (the available balance, the amount due, the hours
    left, the size of a drop); ``unit`` is its unit. ``at`` and ``since`` are aware and in UTC:
    ``since`` is the last balance's time for NO_BALANCE, the end for ACCESS_TOKEN_ENDS.
    ``hours_left`` at the pace of ``basis`` is told with a falling balance, where it is projected.
    """

    kind: AlertKind
    at: datetime
    amount: Decimal | None = None
    limit: Decimal | None = None
    unit: str = ""
    since: datetime | None = None
    hours_left: Decimal | None = None
    basis: Basis | None = None

    @property
    def urgent(self) -> bool:
        """True where it must not go by itself."""
        return self.kind in URGENT
