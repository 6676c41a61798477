"""How long a wallet will last: a projection, or why there is none."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum

_SECONDS_AN_HOUR = 3600


class Basis(Enum):
    """Whose pace a projection goes by."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"


class NoProjection(Enum):
    """Why nothing is projected."""

    NOT_ENOUGH_DATA = "not-enough-data"
    NOT_FALLING = "not-falling"


@dataclass(frozen=True, slots=True)
class Paces:
    """How fast was spent over the last hour, day and week, in the wallet's unit an hour, 0 or more.

    None where too little of that time is known.
    """

    hour: Decimal | None = None
    day: Decimal | None = None
    week: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Projection:
    """The hours from ``at`` (aware, UTC) until nothing is available, if nobody tops up.

    ``hours`` is the estimate, ``shortest`` and ``longest`` the range it is meant with; all are 0
    or more and in this order: shortest, hours, longest. ``basis`` names the pace that says most
    about the estimate.
    """

    at: datetime
    hours: Decimal
    shortest: Decimal
    longest: Decimal
    basis: Basis
    paces: Paces

    def hours_at(self, now: datetime) -> Decimal:
        """The hours left at ``now`` (aware), as time goes on without news; never below 0."""
        seconds = max(0, int((now - self.at).total_seconds()))
        return max(Decimal(0), self.hours - Decimal(seconds) / _SECONDS_AN_HOUR)


Outlook = Projection | NoProjection


def hours_left(outlook: Outlook) -> Decimal | None:
    """The estimate in hours, None where nothing is projected."""
    return outlook.hours if isinstance(outlook, Projection) else None
