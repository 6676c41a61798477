"""The hourly spending of a wallet, the input of its projection."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class HourSpending:
    """One hour of one wallet. ``hour`` is its start (aware, UTC, a full hour).

    ``spent`` is the sum of all falls of the total in it, ``topped_up`` that of all rises; both are
    0 or more and exclude reserved amounts. A fall over several hours without samples is spread over
    them evenly. ``seconds`` of the hour are accounted for, 0 to 3600.
    """

    hour: datetime
    spent: Decimal
    topped_up: Decimal
    seconds: int
