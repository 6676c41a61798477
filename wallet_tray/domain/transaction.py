"""What a wallet service says about one movement of money: names for the drops that were seen."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Transaction:
    """One entry of the wallet's own books. ``at`` is aware and in UTC.

    ``amount`` is in the wallet's unit and negative where it left the wallet. ``name`` says what
    it was, such as a job's name: text of the service, cleaned of what cannot be shown, "" for none.
    """

    at: datetime
    amount: Decimal
    name: str
