"""The alert test: balances of an imaginary wallet that trigger each kind of alert.

They pass through the real policy, texts and notification service, in their own slot. If the test
works, real alerts work too.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from wallet_tray.domain.account import Account, AccountId
from wallet_tray.domain.alert import AlertLimits
from wallet_tray.domain.balance import Balance, WalletId

STEP = timedelta(seconds=4)
"""Long enough to read a notification, short enough to watch them all."""

_SLOT = "(drill)"  # not a valid account id, so no collision
_LIMITS = AlertLimits(
    low_balance=Decimal(100), critical_balance=Decimal(20), amount_due=Decimal(10)
)


def self_test_account(account: Account) -> Account:
    """Return the account of the test: the user's own, with another name and default limits."""
    return replace(account, id=AccountId(_SLOT), label="Test of your alerts", limits=_LIMITS)


def self_test_balances(account: Account, start: datetime) -> list[Balance]:
    """Return one balance per step from ``start`` (aware, UTC).

    They are ok, low, critical, due, and topped up.
    """
    provider = account.provider
    figures = (("500", "0"), ("84.10", "0"), ("12.30", "0"), ("12.30", "25.60"), ("500", "0"))
    return [
        Balance(
            wallet_id=WalletId(_SLOT),
            total=Decimal(available),
            available=Decimal(available),
            amount_due=Decimal(due),
            unit=provider.unit,
            amount_due_unit=provider.amount_due_unit,
            fetched_at=start + number * STEP,
        )
        for number, (available, due) in enumerate(figures)
    ]
