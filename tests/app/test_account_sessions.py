"""All accounts: they come, go and change with the settings."""

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.support.builders import make_account, make_settings
from tests.support.notifiers import RecordingNotifier
from wallet_tray.app.account_sessions import AccountSessions
from wallet_tray.app.background import BackgroundThread
from wallet_tray.credentials.environment import KeyUse
from wallet_tray.credentials.keyring_backend import MemoryKeyring
from wallet_tray.credentials.store import CredentialStore
from wallet_tray.domain.account_state import known_balance
from wallet_tray.domain.alert import OwnLimits
from wallet_tray.domain.credential import CredentialKind
from wallet_tray.history.history import History
from wallet_tray.simulator.replies import balance_body
from wallet_tray.simulator.server import BALANCE, SimulatedService
from wallet_tray.storage.settings_file import SettingsStore
from wallet_tray.storage.state_file import StateFile
from wallet_tray.text.status import DisplayOptions
from wallet_tray.ui.widgets.snooze_menu import SnoozeChoice

NOW = datetime(2026, 11, 22, 14, 2, tzinfo=UTC)


class House:
    """The desks of two wallets of one simulated service, with a keyring in memory."""

    def __init__(self, qtbot: Any, folder: Path, service: SimulatedService) -> None:
        self.qtbot = qtbot
        self.service = service
        self.screen = RecordingNotifier()
        self.is_quiet = False
        self.disk = BackgroundThread("disk")
        self.store = StateFile(folder / "alerts.json")
        own = make_account(id="own", label="Own", api_url=service.api_url)
        team = replace(own, id="team", label="Team")
        self.settings = make_settings(accounts=(own, team), first_account_id="own")
        self.keyring = MemoryKeyring()
        for account in self.settings.accounts:
            self.keyring.write(account.keyring_user, service.api_key)
        self.credential_store = CredentialStore(lambda: self.keyring)
        self.sessions = AccountSessions(
            self.settings,
            self.credential_store,
            SettingsStore(folder / "settings.toml"),
            self.store,
            lambda: History(folder / "history.sqlite3"),
            self.disk,
            notifier=self.screen,
            options=lambda: DisplayOptions(NOW),
            connect=lambda _session: None,
            is_quiet=lambda: self.is_quiet,
        )

    def set_quiet(self, quiet: bool) -> None:
        self.is_quiet = quiet
        self.sessions.quiet_changed()

    def start(self) -> None:
        self.sessions.start()
        self.wait_for_balances()

    def wait_for_balances(self) -> None:
        self.qtbot.waitUntil(
            lambda: all(not session.refreshes.refreshing for session in self.sessions)
        )

    def close(self) -> None:
        self.sessions.stop()
        self.disk.finish(timedelta(seconds=30))


@pytest.fixture
def house(qtbot: QtBot, tmp_path: Path) -> Iterator[House]:
    with SimulatedService() as service:
        service.set_balance(available=Decimal(500), total=Decimal(500), amount_due=0)
        house = House(qtbot, tmp_path, service)
        yield house
        house.close()


def balances(house: House) -> dict[str, object]:
    return {
        session.account.id: None if known is None else known.available.amount
        for session in house.sessions
        for known in (known_balance(session.refreshes.state),)
    }


def test_every_account_is_refreshed(house: House) -> None:
    house.start()
    assert balances(house) == {"own": Decimal(500), "team": Decimal(500)}


def test_each_account_warns_in_its_own_slot_by_its_own_limits(house: House) -> None:
    house.service.set_balance(available=Decimal(84), total=Decimal(84))
    strict = replace(house.settings.accounts[1], own_limits=OwnLimits(low_balance=Decimal(50)))
    house.sessions.apply_settings(
        replace(house.settings, accounts=(house.settings.accounts[0], strict))
    )
    house.start()
    assert [one.slot for one in house.screen.shown] == ["own"]
    assert house.screen.titles == ["Low balance: 84.00 BYC"]


def test_an_account_that_comes_is_refreshed_at_once(house: House) -> None:
    house.start()
    new = replace(house.settings.accounts[0], id="new")
    house.keyring.write(new.keyring_user, house.service.api_key)
    house.sessions.apply_settings(replace(house.settings, accounts=(new, *house.settings.accounts)))
    house.wait_for_balances()
    assert balances(house) == {"new": 500, "own": 500, "team": 500}
    assert [session.account.id for session in house.sessions] == ["new", "own", "team"]


def test_an_account_that_goes_takes_its_notification_along(house: House) -> None:
    house.start()
    house.sessions.apply_settings(replace(house.settings, accounts=house.settings.accounts[:1]))
    assert len(house.sessions) == 1
    assert house.screen.calls == [("close", "team", "")]
    assert house.sessions.index("team") == 0
    assert house.sessions.at(1) is None


def test_a_locked_screen_is_quiet_for_accounts_to_come(house: House) -> None:
    house.service.set_balance(available=Decimal(5), total=Decimal(5))
    house.set_quiet(True)
    house.start()
    new = replace(house.settings.accounts[0], id="new")
    house.keyring.write(new.keyring_user, house.service.api_key)
    house.sessions.apply_settings(replace(house.settings, accounts=(new,)))
    house.wait_for_balances()
    assert house.screen.shown == []
    house.set_quiet(False)
    assert [one.slot for one in house.screen.shown] == ["new"]
    assert house.screen.titles == ["Critical balance: 5.00 BYC"]


def test_the_environment_s_credential_is_for_the_first_account(house: House) -> None:
    """And for no other where that one is disabled: a key goes where it was meant to go."""
    assert house.credential_store.environment.use == KeyUse(usual=frozenset({"own"}))
    rest = replace(house.settings, accounts=house.settings.accounts[1:], first_account_id=None)
    house.sessions.apply_settings(rest)
    assert house.credential_store.environment.use == KeyUse()


def test_reported_alerts_are_saved(house: House, tmp_path: Path) -> None:
    house.service.set_balance(available=Decimal(84), total=Decimal(84))
    house.start()
    house.disk.finish(timedelta(seconds=30))
    kept = StateFile(tmp_path / "alerts.json").load()
    assert set(kept) == {"own", "team"}
    assert kept["own"]["said"] == ["low"]


def test_memory_erased_by_another_process_is_dropped(
    house: House, tmp_path: Path, qtbot: QtBot
) -> None:
    house.service.set_balance(available=Decimal(84), total=Decimal(84))
    house.start()
    session = house.sessions.at(0)
    assert session is not None
    session.snooze(SnoozeChoice.UNTIL_TOPPED_UP)
    kept = tmp_path / "alerts.json"
    qtbot.waitUntil(lambda: kept.exists() and b"until-topped-up" in kept.read_bytes())
    kept.unlink()
    for account in house.settings.accounts:
        house.keyring.delete(account.keyring_user)

    house.sessions.credentials_changed()

    qtbot.waitUntil(lambda: not session.alerts.is_snoozed)
    house.wait_for_balances()
    house.disk.finish(timedelta(seconds=30))
    assert b"until-topped-up" not in b"".join(one.read_bytes() for one in tmp_path.glob("alerts*"))
    assert balances(house) == {"own": None, "team": None}


def test_a_sign_in_elsewhere_forgets_no_alert(house: House) -> None:
    house.service.set_balance(available=Decimal(84), total=Decimal(84))
    house.start()
    said = list(house.screen.shown)
    house.sessions.credentials_changed()
    house.wait_for_balances()
    assert house.screen.shown == said


def test_another_proxy_asks_again(house: House) -> None:
    house.start()
    before = house.service.request_count()
    house.sessions.apply_settings(replace(house.settings, proxy="none"))
    house.wait_for_balances()
    assert house.service.request_count() > before


def test_a_demo_s_interval_is_stronger_than_the_settings(house: House) -> None:
    assert house.sessions.interval == timedelta(seconds=300)
    house.sessions._fixed_interval = timedelta(seconds=2)
    assert house.sessions.interval == timedelta(seconds=2)


def test_the_end_of_a_token_is_known_after_a_restart_too(house: House) -> None:
    """The keyring holds its text and nothing else; the text may say when it ends."""
    end = datetime.now(UTC).replace(microsecond=0) + timedelta(minutes=5)
    claims = urlsafe_b64encode(json.dumps({"exp": end.timestamp()}).encode()).decode("ascii")
    own = replace(house.settings.accounts[0], credential=CredentialKind.ACCESS_TOKEN)
    house.keyring.write(own.keyring_user, f"a.{claims.rstrip('=')}.c")
    body = balance_body(house.service.statement)
    house.service.answer_next(200, body, path=BALANCE, times=9)  # whatever token it is
    house.sessions.apply_settings(replace(house.settings, accounts=(own,)))  # asks as well
    house.start()
    assert house.screen.titles[0].startswith("The access token ends at ")


def test_an_account_that_comes_in_a_pause_is_refreshed_once(house: House) -> None:
    house.start()
    house.sessions.set_paused(True)
    new = replace(house.settings.accounts[0], id="new")
    house.keyring.write(new.keyring_user, house.service.api_key)
    house.sessions.apply_settings(replace(house.settings, accounts=(new,)))
    house.wait_for_balances()
    assert balances(house) == {"new": Decimal(500)}
    (session,) = house.sessions
    assert session.wallet().paused
    assert not session.refreshes._timer._timer.isActive()


def test_a_pause_ends_the_safe_mode_only_where_it_ends(house: House) -> None:
    house.sessions.enter_safe_mode()
    house.start()
    assert balances(house) == {"own": None, "team": None}
    assert all(session.wallet().paused and session.wallet().note for session in house.sessions)
    assert not house.sessions.pause.by_user, "the next start is not paused"
    house.sessions.set_paused(False)
    house.wait_for_balances()
    assert balances(house) == {"own": Decimal(500), "team": Decimal(500)}
    assert not any(session.wallet().note for session in house.sessions)


def test_no_service_is_asked_more_often_than_it_allows(house: House) -> None:
    account = house.settings.accounts[0]
    slow = replace(account, provider=account.provider._replace(min_interval=timedelta(days=2)))
    assert house.sessions.interval_of(account) == house.sessions.interval
    assert house.sessions.interval_of(slow) == timedelta(days=2)
