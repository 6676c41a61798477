"""What a wallet spent hour by hour: what its projection is made of."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class HourSpending:
    """One hour of one wallet. ``hour`` is its first moment (aware, UTC, a full hour).

    ``spent`` is the sum of all falls of the total in it, ``topped_up`` that of all rises; both
    are 0 or more. What is merely reserved is in neither. A fall over several hours in which
    nobody looked is spread over them evenly. ``seconds`` of the hour are accounted for, 0 to 3600.
    """

    hour: datetime
    spent: Decimal
    topped_up: Decimal
    seconds: int
