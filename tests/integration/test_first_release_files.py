"""The first release's files in this program: nothing is lost, repeated or asked for again.

What is expected is computed from ``first_release/story.py``, which the old program recorded.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.integration.first_release import story
from tests.integration.first_release.found import found_in
from tests.integration.first_release.story import MINUTE, NAMES, Seen
from tests.support.builders import make_account, wallet_key
from tests.support.first_release import (
    FIXTURES,
    folders_in,
    install,
    keyring_texts,
    run_new,
)
from tests.support.keyrings import ScriptedKeyring
from wallet_tray.credentials.store import CredentialStore
from wallet_tray.domain.account import Account
from wallet_tray.domain.balance_series import ChartRange
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.history.history import History
from wallet_tray.storage.settings_file import SettingsStore

LIMITS = {
    "farm": ("450.00", "35.5", "3", "0"),
    "default": ("450.00", "35.5", "3", "0"),
    "spare": ("50.5", "5", "3", "0"),
}
"""Low, critical, amount due, hours left: of the account, else of all, else the default."""


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    folders = folders_in(tmp_path)
    install(folders)
    return SettingsStore(folders.settings_file)


@pytest.fixture
def accounts(store: SettingsStore) -> dict[str, Account]:
    return {account.id: account for account in store.load().reading.settings.accounts}


@pytest.fixture
def history(store: SettingsStore, tmp_path: Path) -> Iterator[History]:
    history = History(folders_in(tmp_path).history_file)
    yield history
    history.close()


def limits_of(account: Account) -> tuple[Decimal, ...]:
    """Return the limits in the order of ``LIMITS``; the only place that knows their form."""
    limits = account.limits
    return (limits.low_balance, limits.critical_balance, limits.amount_due, limits.hours_left)


# The settings


def test_accounts_keep_ids_order_labels_and_addresses(store: SettingsStore) -> None:
    reading = store.load().reading
    settings = reading.settings
    assert not reading.faults
    assert reading.unknown == ("display.my_note",)
    assert not reading.newer
    assert tuple(account.id for account in settings.accounts) == NAMES
    assert [account.label for account in settings.accounts] == [
        "Render farm",
        make_account().label,
        make_account().label,
    ]
    assert settings.accounts[0].api_url == story.API_URL
    assert {account.api_url for account in settings.accounts[1:]} == {make_account().api_url}
    assert settings.accounts[0].top_up_url == ""
    assert settings.accounts[1].top_up_url == make_account().top_up_url
    assert [account.credential for account in settings.accounts] == [
        CredentialKind.API_KEY,
        CredentialKind.API_KEY,
        CredentialKind.ACCESS_TOKEN,
    ]
    assert settings.first_account_id == "farm"
    assert (settings.icon, settings.language) == ("number", "de")
    assert settings.refresh_interval == timedelta(minutes=10)


@pytest.mark.parametrize("name", NAMES)
def test_limits_are_the_accounts_own_else_those_of_all(
    accounts: dict[str, Account], name: str
) -> None:
    assert limits_of(accounts[name]) == tuple(map(Decimal, LIMITS[name]))


def test_file_without_a_version_is_read_the_same(store: SettingsStore) -> None:
    settings = store.load().reading.settings
    text = store.path.read_text().replace("version = 1\n", "")
    assert "version" not in text
    store.path.write_text(text)
    assert store.load().reading.settings == settings


def test_a_save_keeps_meaning_comments_and_unknown_keys(store: SettingsStore) -> None:
    """Also where it migrates the file, and limits move to their accounts."""
    before = store.load().reading.settings
    text = store.path.read_text()
    store.save({"accounts[farm].label": "Render farm 2"})
    reading = store.load().reading
    assert not reading.faults
    assert reading.unknown == ("display.my_note",)
    assert reading.settings.accounts[0].label == "Render farm 2"
    for one, other in zip(before.accounts, reading.settings.accounts, strict=True):
        assert limits_of(one) == limits_of(other)
        assert (one.id, one.keyring_user, one.credential) == (
            other.id,
            other.keyring_user,
            other.credential,
        )
    assert reading.settings.refresh_interval == before.refresh_interval
    comments = re.findall(r"#.*", text)
    assert len(comments) == 9
    saved = store.path.read_text()
    assert [comment for comment in comments if comment not in saved] == []


# The history


def rows_of(account: str, root: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return what ``history --json`` prints of each wallet, in order."""
    done = run_new(["history", "--json", "--account", account], root)
    assert done.returncode == 0, done.stderr
    rows = defaultdict(list)
    for row in json.loads(done.stdout, parse_float=Decimal, parse_int=Decimal)["balances"]:
        assert row["account"] == account
        assert row["unit"] == story.UNIT
        assert row["amountDueUnit"] == story.DUE_UNIT
        since, until = (datetime.fromisoformat(row[name]) for name in ("since", "until"))
        names = ("totalBalance", "availableBalance", "reservedBalance", "amountDue")
        rows[row["accountId"]].append((since, until, *(row[name] for name in names)))
    return dict(rows)


def as_row(since: datetime, seen: Seen) -> tuple[Any, ...]:
    return (since, seen.at, seen.total, seen.available, seen.total - seen.available, seen.due)


def test_history_command_prints_all_that_was_kept(store: SettingsStore, tmp_path: Path) -> None:
    rows = {name: rows_of(name, tmp_path) for name in NAMES}
    assert rows == {
        "default": {
            story.WALLETS["default"]: [as_row(one.since, one.last) for one in story.kept()],
            story.TEAM: [as_row(one.at, one) for one in story.team()],
        },
        "farm": {story.WALLETS["farm"]: [as_row(one.at, one) for one in story.farm()]},
        "spare": {story.WALLETS["spare"]: [as_row(one.at, one) for one in story.spare()]},
    }
    assert sum(map(len, rows["default"].values())) == 2596


@pytest.mark.parametrize("name", NAMES)
def test_last_balance_is_known_at_once(store: SettingsStore, tmp_path: Path, name: str) -> None:
    done = run_new(["balance", "--cached", "--json", "--account", name], tmp_path)
    assert done.returncode == 0, done.stderr
    known = json.loads(done.stdout, parse_float=Decimal, parse_int=Decimal)
    seen = story.last()[name]
    assert (known["totalBalance"], known["availableBalance"]) == (seen.total, seen.available)
    assert (known["amountDue"], known["accountId"]) == (seen.due, story.WALLETS[name])
    assert datetime.fromisoformat(known["fetchedAt"]) == seen.at
    assert known["level"] == {"farm": "low", "default": "low", "spare": "critical"}[name]


def test_each_credential_has_its_wallet(history: History, accounts: dict[str, Account]) -> None:
    key = Credential(CredentialKind.API_KEY, story.ENVIRONMENT_KEY)
    for credential, expected in ((None, story.last()["default"]), (key, story.team()[-1])):
        known = history.latest(accounts["default"], credential)
        assert known is not None
        assert found_in(known) == expected
    other = Credential(CredentialKind.API_KEY, "WTSENTINEL-another")
    assert history.latest(accounts["default"], other) is None


def test_hours_of_the_last_two_weeks_spent_the_same(
    history: History, accounts: dict[str, Account]
) -> None:
    hours = history.spending(accounts["default"], wallet_key(story.WALLETS["default"]), story.END)
    found = [(one.hour, one.spent, one.topped_up, one.seconds) for one in hours]
    assert found == [tuple(one) for one in story.spending()]
    assert sum(one.topped_up for one in hours) == 255 + 50
    assert len(found) == 316  # of 336: one night with a top-up has no hours


def test_curve_of_the_week_has_every_balance(
    history: History, accounts: dict[str, Account]
) -> None:
    wallet, gap = wallet_key(story.WALLETS["default"]), 15 * MINUTE
    series = history.curve(accounts["default"], wallet, ChartRange.WEEK, story.END, gap)
    begin = story.END - ChartRange.WEEK.value
    expected = [
        (at, period.last.available)
        for period in story.kept()
        for at in sorted({period.since, period.last.at})
        if at >= begin
    ]
    points = [(point.at, point.available) for one in series.segments for point in one]
    assert points == expected
    assert len(series.segments) == 8  # seven mornings, and the last moment of one
    top_up = story.day(story.DAYS - 6) + 10 * story.HOUR + 5 * MINUTE
    assert [(one.at, one.amount) for one in series.top_ups] == [(top_up, 50)]


def test_keyring_users_are_known_to_the_history(
    history: History, accounts: dict[str, Account]
) -> None:
    """An erasure finds keys by them where the keyring cannot list its own."""
    assert sorted(set(history.keyring_users())) == sorted(keyring_texts())


# The keyring


def test_keys_are_found_without_asking(accounts: dict[str, Account]) -> None:
    keyring = ScriptedKeyring()
    keyring.texts = keyring_texts()
    credentials = CredentialStore(lambda: keyring)
    for name, account in accounts.items():
        known = credentials.credential(account, timedelta(seconds=60))
        assert (known.kind, known.text) == (account.credential, story.KEYS[name])
    assert {call.name for call in keyring.made} == {"read"}
    assert keyring.texts == keyring_texts()


def test_fixtures_are_small() -> None:
    sizes = {path.name: path.stat().st_size for path in FIXTURES.iterdir() if path.is_file()}
    assert sizes["history.sqlite3.xz"] < 150_000
    assert sizes["program.zip"] < 500_000
