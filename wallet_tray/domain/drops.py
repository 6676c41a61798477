"""The last drops of a wallet: stretches of spending between pauses."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Drop:
    """The total fell by ``amount`` (more than 0) between ``begin`` and ``end`` (aware, UTC).

    ``name`` says what it was where the service tells, else "".
    """

    begin: datetime
    end: datetime
    amount: Decimal
    name: str = ""
