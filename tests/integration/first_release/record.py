"""Makes the first release's files with the first release's own code. ``make.py`` starts it.

Argument: an empty folder. Settings: a text as a user writes it, changed once by the settings store.
History: recorded balance by balance. Alerts: the alert controller judges balances under a clock of
ours. Keyring: the credential store saves each key.
"""

import json
import sqlite3
import sys
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QCoreApplication

import wallet_tray
from tests.integration.first_release import story
from tests.integration.first_release.story import Seen
from wallet_tray.alerts.controller import AlertController
from wallet_tray.credentials.keyring_backend import MemoryKeyring
from wallet_tray.credentials.store import CredentialStore
from wallet_tray.domain.account import Account
from wallet_tray.domain.alert import Alert
from wallet_tray.domain.alert_memory import AlertMemory, UntilToppedUp, to_record
from wallet_tray.domain.balance import Balance, WalletId
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.history.history import History
from wallet_tray.storage.paths import Folders
from wallet_tray.storage.settings_file import SettingsStore
from wallet_tray.storage.state_file import StateFile

SETTINGS = f"""\
# My wallets. Ask me before you change the limits!
version = 1

[display]              # first what is seen
icon = "number"
my_note = "a key that the program does not know"

[alerts]
# When less is left, I top up before the weekend.
low_balance = 450.00   # one shift
critical_balance = 35.5
amount_due = 3

[[accounts]]
id = "farm"            # in the basement
label = "Render farm"
api_url = "{story.API_URL}"
top_up_url = ""        # paid by invoice

# The oldest one.
[[accounts]]
id = "default"

[[accounts]]
id = "spare"
credential = "access-token"

[accounts.alerts]
critical_balance = 5   # small jobs only

[refresh]
interval_seconds = 600 # the farm is slow
"""
CHANGES = {"display.language": "de", "accounts[spare].alerts.low_balance": Decimal("50.5")}


def main(folder: Path) -> None:
    """Write all files into the folder."""
    folders = Folders(folder, folder, folder, folder, folder)
    assert "program.zip" in wallet_tray.__file__
    folders.settings_file.write_text(SETTINGS)
    store = SettingsStore(folders.settings_file)
    store.save(CHANGES)
    reading = store.load().reading
    assert not reading.faults
    accounts = {account.id: account for account in reading.settings.accounts}
    record_history(folders.history_file, accounts)
    remember_alerts(folders.alert_memory_file, accounts)
    store_keys(folder / "keyring.json", accounts)


def balance_of(one: Seen, wallet_id: str) -> Balance:
    """Return what the program made of an answer."""
    return Balance(
        wallet_id=WalletId(wallet_id),
        total=one.total,
        available=one.available,
        amount_due=one.due,
        unit=story.UNIT,
        amount_due_unit=story.DUE_UNIT,
        fetched_at=one.at,
    )


def record_history(file: Path, accounts: dict[str, Account]) -> None:
    """Record the year at once, and the rest under a permission, as a refresh does."""
    history = History(file)
    default = accounts["default"]
    history.record_all(default, (balance_of(one, story.WALLETS["default"]) for one in story.year()))
    key = Credential(CredentialKind.API_KEY, story.ENVIRONMENT_KEY)
    for account, balances, wallet_id, credential in (
        (default, story.team(), story.TEAM, key),
        (accounts["farm"], story.farm(), story.WALLETS["farm"], None),
        (accounts["spare"], story.spare(), story.WALLETS["spare"], None),
    ):
        for one in balances:
            permission = history.permission(account)
            assert permission is not None
            history.record_permitted(account, balance_of(one, wallet_id), credential, permission)
    history.close()
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.close()


def remember_alerts(file: Path, accounts: dict[str, Account]) -> None:
    """Let each account's alerts be said, and one of them wait for the user."""
    QCoreApplication([])
    farm = controller_of(accounts["farm"])
    assert take(farm, [seen(story.END - story.DAY, 300)], story.FORMER) == ["low"]
    assert take(farm, [seen(story.END - story.HOUR, 460), *story.farm()]) == ["low"]
    farm.snooze(story.END + 8 * story.HOUR)

    default = controller_of(accounts["default"])
    before = story.END - 11 * story.DAY
    assert take(default, [seen(before, 480)]) == []
    assert take(default, [seen(before + story.DAY, 470, "3.50")]) == ["amount-due"]
    assert take(default, [story.last()["default"]]) == ["low"]

    spare = controller_of(accounts["spare"])
    assert take(spare, story.spare()) == ["critical"]
    spare.snooze(UntilToppedUp.UNTIL_TOPPED_UP)

    memory_file = StateFile(file)
    memory_file.load()
    controllers = {"farm": farm, "default": default, "spare": spare}
    memory_file.save({name: to_record(one.memory) for name, one in controllers.items()})
    memory_file.save_window({"range": "week"})


CLOCK = [story.END]


def now() -> datetime:
    """Return the time of the balance that is judged."""
    return CLOCK[0]


def controller_of(account: Account) -> AlertController:
    """Return a controller on a desktop that accepts each notification."""
    CLOCK[0] = story.END - 30 * story.DAY
    controller = AlertController(account, AlertMemory(), now)
    controller.start()
    controller.said.connect(lambda _: controller.delivered())
    return controller


def seen(at: datetime, amount: int, due: str = "0") -> Seen:
    """Return a balance that is not in the history."""
    return Seen(at, Decimal(amount), Decimal(amount), Decimal(due))


def take(controller: AlertController, balances: list[Seen], wallet_id: str = "") -> list[str]:
    """Judge the balances at their times; return the kinds of the alerts."""
    said: list[str] = []

    def note(alert: Alert) -> None:
        said.append(alert.kind.value)

    controller.said.connect(note)
    for one in balances:
        CLOCK[0] = one.at
        controller.take(balance_of(one, wallet_id or story.WALLETS[controller.account.id]))
    CLOCK[0] = story.END
    controller.said.disconnect(note)
    return said


def store_keys(file: Path, accounts: dict[str, Account]) -> None:
    """Save the keys; the file lists the keyring's texts by user."""
    keyring = MemoryKeyring()
    store = CredentialStore(lambda: keyring)
    for name, account in accounts.items():
        credential = Credential(account.credential, story.KEYS[name])
        store.save(account, credential, timedelta(seconds=30))
    texts = {user: keyring.read(user) for user in keyring.users()}
    file.write_text(json.dumps(texts, indent=1) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
