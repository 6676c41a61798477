"""The first release's tray as far as the history goes: a process that keeps the file open.

Arguments: the history's file, the id of an account and its address. Each line of the input is the
amount of another balance, 20 seconds after the one before, or "open" or "erase". As the tray does,
it gets the permission before each request. It prints "done" for what was done, else "refused".
"""

import sys
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import wallet_tray
from tests.integration.first_release import story
from wallet_tray.domain.account import Account, AccountId
from wallet_tray.domain.balance import Balance, WalletId
from wallet_tray.history.history import History
from wallet_tray.history.permission import is_permitted
from wallet_tray.history.writer import record_balance

assert "program.zip" in wallet_tray.__file__


def record(history: History, account: Account, amount: Decimal, at: datetime) -> bool:
    """Do what ``History.record_permitted`` does; that returns nothing."""
    permission = history.permission(account)
    if permission is None:
        return False
    balance = Balance(
        wallet_id=WalletId(story.WALLETS["farm"]),
        total=amount,
        available=amount,
        amount_due=Decimal(0),
        unit=story.UNIT,
        amount_due_unit=story.DUE_UNIT,
        fetched_at=at,
    )

    def write(file: object) -> None:
        if is_permitted(file, account, permission):
            record_balance(file, account, balance, None, permission.newest)

    return history._file.write(write, make=False)


def main() -> None:
    """Do as each line says."""
    history = History(Path(sys.argv[1]))
    account = Account(id=AccountId(sys.argv[2]), api_url=sys.argv[3])
    at = datetime.now(UTC) - timedelta(days=1)
    for line in sys.stdin:
        if line == "erase\n":
            done = history.erase(account.id)
        elif line == "open\n":
            done = bool(history.keyring_users())
        else:
            at += timedelta(seconds=20)
            done = record(history, account, Decimal(line), at)
        sys.stdout.write("done\n" if done else "refused\n")
        sys.stdout.flush()
    history.close()


if __name__ == "__main__":
    main()
