"""The last drops of a wallet: stretches of spending between pauses."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Drop:
    """The total fell by ``amount`` (more than 0) between ``begin`` and ``end`` (aware, UTC).

    ``name`` says what the most of it was where the service tells, else ""; ``more`` is how many
    further names belong to it. The name is text of the service.
    """

    begin: datetime
    end: datetime
    amount: Decimal
    name: str = ""
    more: int = 0
