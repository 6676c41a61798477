"""A transaction reported by a wallet service; it names the observed drops."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Transaction:
    """One entry of the service's transaction list. ``at`` is aware and in UTC.

    ``amount`` is in the wallet's unit and negative if it left the wallet. ``name`` describes it,
    such as a job's name; "" for none. It is the service's text without unprintable characters.
    """

    at: datetime
    amount: Decimal
    name: str
