"""The story as this program's balances: the one place of the tests that knows their form."""

from datetime import datetime

from tests.integration.first_release import story
from tests.integration.first_release.story import Seen
from wallet_tray.domain.balance import Balance, WalletId


def balance_of(seen: Seen, wallet_id: str, at: datetime) -> Balance:
    """Return the balance found at a later time."""
    return Balance(
        wallet_id=WalletId(wallet_id),
        total=seen.total,
        available=seen.available,
        amount_due=seen.due,
        unit=story.UNIT,
        amount_due_unit=story.DUE_UNIT,
        fetched_at=at,
    )


def found_in(balance: Balance) -> Seen:
    """Return the balance as the story has it."""
    return Seen(balance.fetched_at, balance.total, balance.available, balance.amount_due)
