"""How long a wallet will last: a projection, or the reason for its absence."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum

LONGEST = Decimal(8760)
"""A year, in hours: an estimate or a longest value equal to it means "a year or more"."""


class NoProjection(Enum):
    """The reasons why there is no projection."""

    NOT_ENOUGH_DATA = "not-enough-data"
    NOT_FALLING = "not-falling"


@dataclass(frozen=True, slots=True)
class Projection:
    """The hours from ``at`` (aware, UTC) until nothing is available, without a top-up.

    ``hours`` is the estimate, ``shortest`` and ``longest`` are its range. All are 0 or more, with
    shortest <= hours <= longest.
    """

    at: datetime
    hours: Decimal
    shortest: Decimal
    longest: Decimal

    def hours_at(self, now: datetime) -> Decimal:
        """Return the hours left at ``now`` (aware) without newer data; never below 0."""
        seconds = max(0, int((now - self.at).total_seconds()))
        return max(Decimal(0), self.hours - Decimal(seconds) / 3600)


Forecast = Projection | NoProjection


def hours_left(outlook: Forecast) -> Decimal | None:
    """Return the estimate in hours, or None without a projection."""
    return outlook.hours if isinstance(outlook, Projection) else None
