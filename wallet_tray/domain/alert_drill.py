"""A drill: the balances of a wallet that does not exist, chosen so that each kind of alert comes.

They go through the policy, the words and the notification service like real ones, in a slot of
their own, so that what works in the drill works when it matters.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from wallet_tray.domain.account import Account
from wallet_tray.domain.alert_limits import AlertLimits
from wallet_tray.domain.balance import Balance

STEP = timedelta(seconds=4)
"""Long enough to read a notification, short enough to stay and watch."""

_SLOT = "(drill)"  # no account of the user can have this id
_LIMITS = AlertLimits(
    low_balance=Decimal(100), critical_balance=Decimal(20), amount_due=Decimal(10)
)


def drill_account(account: Account) -> Account:
    """The account in the drill: like the user's own, under another name and with usual limits."""
    return replace(account, id=_SLOT, label="Test of your alerts", limits=_LIMITS)


def drill_balances(account: Account, start: datetime) -> list[Balance]:
    """Fine, low, critical, due, topped up: one balance a step, from ``start`` (aware, UTC) on."""
    provider = account.provider
    figures = (("500", "0"), ("84.10", "0"), ("12.30", "0"), ("12.30", "25.60"), ("500", "0"))
    return [
        Balance(
            account_id=_SLOT,
            total=Decimal(available),
            available=Decimal(available),
            amount_due=Decimal(due),
            unit=provider.unit,
            amount_due_unit=provider.amount_due_unit,
            fetched_at=start + number * STEP,
        )
        for number, (available, due) in enumerate(figures)
    ]
