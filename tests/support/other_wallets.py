"""Balances of wallets that state other figures than the usual one does."""

from dataclasses import replace
from datetime import UTC, datetime

from tests.support.builders import Amount, make_account, money
from wallet_tray.domain.account import Account
from wallet_tray.domain.balance import NO_WALLET_ID, Balance
from wallet_tray.domain.money import Figure, Money
from wallet_tray.providers.provider import AtZero

AT = datetime(2026, 3, 1, 13, 2, tzinfo=UTC)

YUAN = make_account(of="deepseek", label="DeepSeek")
POSTPAID = make_account(of="linode", label="Linode")


def stated(available: Amount, unit: str = "USD", at: datetime = AT, **figures: Amount) -> Balance:
    """Return a balance in one unit with these figures alone, by the names of ``Figure``."""
    return Balance(
        wallet_id=NO_WALLET_ID,
        available=Money(money(available), unit),
        figures={Figure(name): Money(money(amount), unit) for name, amount in figures.items()},
        fetched_at=at,
    )


def at_zero(account: Account, means: AtZero | None) -> Account:
    """Return the account of a service that does this at a balance of 0."""
    return replace(account, provider=account.provider._replace(at_zero=means))
