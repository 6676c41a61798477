"""Mix-ups of the two ids that mypy must refuse; it is only type-checked and never run.

mypy reports an unused "type: ignore" as an error, so each mix-up that it accepts fails the check.
"""

from wallet_tray.domain.account import Account, AccountId, keyring_user
from wallet_tray.domain.balance import Balance, WalletId
from wallet_tray.history.history import History


def forget_a_wallet(history: History, balance: Balance) -> None:
    """Pass the service's id where the settings' id belongs."""
    history.erase(balance.wallet_id)  # type: ignore[arg-type]
    keyring_user(balance.wallet_id, "api.test")  # type: ignore[arg-type]
    Account(id=balance.wallet_id)  # type: ignore[arg-type, call-arg]


def read_an_account(history: History, account: Account, balance: Balance) -> None:
    """Pass the settings' id where the service's id belongs."""
    history.spending(account, account.id, balance.fetched_at)  # type: ignore[arg-type]
    history.samples(account, account.id, balance.fetched_at)  # type: ignore[arg-type]


def make_no_id(text: str) -> tuple[AccountId, WalletId]:
    """Use a text as an id without saying which one."""
    return text, text  # type: ignore[return-value]
