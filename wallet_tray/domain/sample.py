"""A stretch of time in which a wallet held the same: what the history keeps of its balances."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Sample:
    """The amounts as the service told them at ``until``, and at every refresh since ``since``.

    Both times are aware, in UTC and in whole seconds; amounts are finite and exact. Samples that
    were thinned out to one an hour or a day stand for that hour or day: only ``until`` was seen.
    """

    since: datetime
    until: datetime
    total: Decimal
    available: Decimal
    amount_due: Decimal
