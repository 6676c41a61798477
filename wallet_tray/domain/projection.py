"""How long a wallet lasts if nobody tops it up, told from what it spent in the last 14 days.

The pace of the last day (where that is not known yet: of the last hour) goes on.
"""

from collections.abc import Sequence
from datetime import datetime
from decimal import Context, Decimal

from wallet_tray.domain.outlook import Basis, NoProjection, Outlook, Projection
from wallet_tray.domain.pace import known_hours, pace_of, paces
from wallet_tray.domain.spending import HourSpending

LONGEST = Decimal(8760)
"""A year, in hours: nothing is projected farther. An estimate or the longest of a range that
equals it means "a year or more"."""

_DOUBT = Decimal(2)
_WIDE = Context(prec=28, Emax=999_999, Emin=-999_999)


def project(available: Decimal, spending: Sequence[HourSpending], now: datetime) -> Outlook:
    """The outlook at ``now`` (aware, UTC: the balance's time) for ``available`` in its unit.

    ``spending`` is in the same unit, in any order; what is older than 14 days or lies in the
    future is not looked at. An empty wallet has 0 hours left as soon as its pace is known.
    """
    known = paces(known_hours(spending, now), now)
    basis = Basis.DAY if known.day is not None else Basis.HOUR
    pace = pace_of(known, basis)
    if pace is None:
        return NoProjection.NOT_ENOUGH_DATA
    if available <= 0:
        return Projection(now, Decimal(0), Decimal(0), Decimal(0), basis, known)
    if _WIDE.multiply(pace, LONGEST * _DOUBT) < available:
        return NoProjection.NOT_FALLING
    hours = _WIDE.divide(available, pace)
    return Projection(
        now,
        min(hours, LONGEST),
        min(hours / _DOUBT, LONGEST),
        min(hours * _DOUBT, LONGEST),
        basis,
        known,
    )
