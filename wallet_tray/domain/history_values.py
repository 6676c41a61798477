"""The values of the history: recorded amounts, hourly spending and transactions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from wallet_tray.domain.exact import exact_difference
from wallet_tray.domain.money import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """The amounts reported at ``until``, and at every refresh since ``since``.

    Both times are aware, in UTC and in whole seconds. Amounts are finite and exact, in the units
    of their wallet. A figure that the wallet did not state is absent. A sample thinned out to one
    an hour or a day represents that hour or day: only ``until`` was observed.
    """

    since: datetime
    until: datetime
    available: Decimal
    figures: Mapping[Figure, Decimal]


def rfc_3339(at: datetime, timespec: str = "milliseconds") -> str:
    """Format a time (aware, UTC) like "2026-11-03T12:03:41.512Z".

    ``timespec`` is as in isoformat.
    """
    return at.isoformat(timespec=timespec).replace("+00:00", "Z")


def counted_change(before: Sample, after: Sample) -> Decimal:
    """Return the change that is spending, if negative, or a top-up.

    It is that of the total where both samples state one, so that a reservation is no spending.
    """
    totals = (before.figures.get(Figure.TOTAL), after.figures.get(Figure.TOTAL))
    if totals[0] is None or totals[1] is None:
        return exact_difference(after.available, before.available)
    return exact_difference(totals[1], totals[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class HourSpending:
    """One hour of one wallet. ``hour`` is its start (aware, UTC, a full hour).

    ``spent`` is the sum of all falls in it (as in ``counted_change``), ``topped_up`` that of all
    rises. Both are 0 or more. A fall over several hours without samples is spread over them evenly.
    ``seconds`` of the hour are accounted for, 0 to 3600.
    """

    hour: datetime
    spent: Decimal
    topped_up: Decimal
    seconds: int


@dataclass(frozen=True, slots=True)
class Transaction:
    """One entry of the service's transaction list. ``at`` is aware and in UTC.

    ``amount`` is in the wallet's unit and negative if it left the wallet. ``name`` describes it,
    such as a job's name; "" for none. It is the service's text without unprintable characters.
    """

    at: datetime
    amount: Decimal
    name: str
