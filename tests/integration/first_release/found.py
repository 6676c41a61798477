"""The story as this program's balances: the one place of the tests that knows their form."""

from datetime import datetime

from tests.integration.first_release import story
from tests.integration.first_release.story import Seen
from wallet_tray.domain.balance import Balance, WalletId
from wallet_tray.domain.money import Figure, Money


def balance_of(seen: Seen, wallet_id: str, at: datetime) -> Balance:
    """Return the balance found at a later time."""
    return Balance(
        wallet_id=WalletId(wallet_id),
        available=Money(seen.available, story.UNIT),
        figures={
            Figure.TOTAL: Money(seen.total, story.UNIT),
            Figure.DUE: Money(seen.due, story.DUE_UNIT),
        },
        fetched_at=at,
    )


def found_in(balance: Balance) -> Seen:
    """Return the balance as the story has it."""
    total, due = balance.figures[Figure.TOTAL], balance.figures[Figure.DUE]
    return Seen(balance.fetched_at, total.amount, balance.available.amount, due.amount)
