"""The alert test: balances of an imaginary wallet that trigger each kind of alert.

They pass through the real policy, texts and notification service, in their own slot. If the test
works, real alerts work too.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from wallet_tray.domain.account import Account, AccountId
from wallet_tray.domain.alert import OwnLimits
from wallet_tray.domain.balance import Balance, WalletId
from wallet_tray.domain.money import Figure, Money

STEP = timedelta(seconds=4)
"""Long enough to read a notification, short enough to watch them all."""

_SLOT = "(drill)"  # not a valid account id, so no collision
_LIMITS = OwnLimits(
    low_balance=Decimal(100),
    critical_balance=Decimal(20),
    amount_due=Decimal(10),
    hours_left=Decimal(0),
)
_ANY_UNIT = "USD"  # for a wallet whose unit only an answer names


def self_test_account(account: Account) -> Account:
    """Return the account of the test: the user's own, with another name and limits."""
    return replace(account, id=AccountId(_SLOT), label="Test of your alerts", own_limits=_LIMITS)


def self_test_balances(account: Account, start: datetime) -> list[Balance]:
    """Return one balance per step from ``start`` (aware, UTC).

    They are ok, low, critical, due, and topped up.
    """
    unit = account.unit or _ANY_UNIT
    due_unit = account.due_unit or unit
    figures = (("500", "0"), ("84.10", "0"), ("12.30", "0"), ("12.30", "25.60"), ("500", "0"))
    return [
        Balance(
            wallet_id=WalletId(_SLOT),
            available=Money(Decimal(available), unit),
            figures={Figure.DUE: Money(Decimal(due), due_unit)},
            fetched_at=start + number * STEP,
        )
        for number, (available, due) in enumerate(figures)
    ]
