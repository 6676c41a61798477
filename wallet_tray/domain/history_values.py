"""A period of unchanged amounts: the unit that the history records."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Sample:
    """The amounts reported at ``until``, and at every refresh since ``since``.

    Both times are aware, in UTC and in whole seconds; amounts are finite and exact. A sample
    thinned out to one an hour or a day represents that hour or day: only ``until`` was observed.
    """

    since: datetime
    until: datetime
    total: Decimal
    available: Decimal
    amount_due: Decimal
