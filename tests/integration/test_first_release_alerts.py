"""The first release's alert memory in this program: no alert is repeated, and none is lost."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.integration.first_release import story
from tests.integration.first_release.found import balance_of, found_in
from tests.integration.first_release.story import MINUTE, NAMES, Seen
from tests.integration.running_program import RunningProgram
from tests.support.builders import make_account
from tests.support.first_release import folders_in, install, rewrite_by_old_program
from tests.support.listeners import Listener
from wallet_tray.alerts.controller import AlertController
from wallet_tray.domain.account import Account
from wallet_tray.domain.account_state import Fresh
from wallet_tray.domain.alert_memory import AlertMemory, from_record, in_units
from wallet_tray.domain.money import Money
from wallet_tray.simulator.server import SimulatedService
from wallet_tray.storage.settings_file import SettingsStore
from wallet_tray.storage.state_file import StateFile


@pytest.fixture
def accounts(tmp_path: Path) -> dict[str, Account]:
    folders = folders_in(tmp_path)
    install(folders)
    settings = SettingsStore(folders.settings_file).load().reading.settings
    return {account.id: account for account in settings.accounts}


def memory_of(name: str, root: Path) -> AlertMemory:
    """Return what the file holds of an account; the only place that knows its form."""
    return from_record(StateFile(folders_in(root).alert_memory_file).load()[name])


class Alerts:
    """The alerts of one account after an upgrade; ``found`` gives it a balance."""

    def __init__(self, account: Account, memory: AlertMemory, now: datetime) -> None:
        self.now = now
        self.controller = AlertController(account, memory, lambda: self.now)
        self.listener = Listener(said=self.controller.said, closed=self.controller.closed)
        self.controller.start()

    def found(self, seen: Seen, wallet_id: str, after: timedelta = MINUTE) -> list[str]:
        """Return the kinds of the alerts that the balance caused, and "closed"."""
        before = len(self.listener.heard)
        self.now += after
        self.controller.take(balance_of(seen, wallet_id, self.now))
        return [
            arguments[0].kind.value if name == "said" else name
            for name, *arguments in self.listener.heard[before:]
        ]

    def stop(self) -> None:
        self.controller._timer.stop()
        self.controller._snooze_end.stop()


@pytest.fixture
def alerts(
    qtbot: QtBot, accounts: dict[str, Account], tmp_path: Path
) -> Iterator[Callable[..., Alerts]]:
    made: list[Alerts] = []

    def make(name: str, after: timedelta = MINUTE) -> Alerts:
        one = Alerts(accounts[name], memory_of(name, tmp_path), story.END + after)
        made.append(one)
        return one

    yield make
    for one in made:
        one.stop()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("after", [MINUTE, timedelta(days=3)])
def test_no_alert_is_repeated(alerts: Callable[..., Alerts], name: str, after: timedelta) -> None:
    """With the balance as last seen, at once and after every snooze with an end is over."""
    one = alerts(name, after)
    seen = story.last()[name]
    assert one.found(seen, story.WALLETS[name]) == []
    assert one.found(seen, story.WALLETS[name], timedelta(hours=9)) == []
    assert one.controller.memory.said >= {"low"}


def test_next_worse_alert_is_said(alerts: Callable[..., Alerts]) -> None:
    worse = Seen(story.END, Decimal(35), Decimal(35), Decimal("3.50"))
    assert alerts("default").found(worse, story.WALLETS["default"]) == ["critical"]


def test_alert_on_the_screen_is_closed_by_a_top_up(alerts: Callable[..., Alerts]) -> None:
    one = alerts("default")
    shown = one.controller.memory.shown
    assert shown is not None
    assert (shown.kind.value, shown.amount, shown.at) == (
        "low",
        Money(Decimal("419.20"), "BYC"),
        story.END,
    )
    more = Seen(story.END, Decimal(900), Decimal(900), Decimal("3.50"))
    assert one.found(more, story.WALLETS["default"]) == ["closed"]


def test_snooze_with_an_end_lasts_until_then(alerts: Callable[..., Alerts]) -> None:
    one = alerts("farm")
    worse = Seen(story.END, Decimal(30), Decimal(30), Decimal(0))
    assert one.controller.is_snoozed
    assert one.controller.memory.snooze == story.END + timedelta(hours=8)
    assert one.found(worse, story.WALLETS["farm"]) == []
    assert one.found(worse, story.WALLETS["farm"], timedelta(hours=9)) == ["critical"]


def test_snooze_until_topped_up_lasts_until_then(alerts: Callable[..., Alerts]) -> None:
    one = alerts("spare", timedelta(days=30))
    assert one.controller.is_snoozed
    empty = Seen(story.END, Decimal(-5), Decimal(-5), Decimal(11))
    assert one.found(empty, story.WALLETS["spare"]) == []
    too_little = Seen(story.END, Decimal(-1), Decimal(-1), Decimal(11))
    assert one.found(too_little, story.WALLETS["spare"]) == ["empty"]
    assert not one.controller.is_snoozed


def test_alert_of_the_former_wallet_is_not_repeated(alerts: Callable[..., Alerts]) -> None:
    one = alerts("farm", timedelta(hours=9))
    former = Seen(story.END, Decimal(300), Decimal(300), Decimal(0))
    assert one.found(former, story.FORMER) == []
    assert one.found(former, "wallet-unknown") == ["low"]


def test_other_state_stays(accounts: dict[str, Account], tmp_path: Path) -> None:
    file = StateFile(folders_in(tmp_path).alert_memory_file)
    assert list(file.load()) == sorted(NAMES)
    assert file.load_window() == {"range": "week"}


# The whole program


@pytest.fixture
def upgraded(
    running: RunningProgram, make_service: Callable[..., SimulatedService]
) -> RunningProgram:
    """Started with the first release's files, until each account has its last balance again.

    The services are moved to this computer; everything else is as the first release left it.
    """
    texts = {f'api_url = "{story.API_URL}"\n': ""}
    for place, name in enumerate(NAMES):
        seen = story.last()[name]
        service = make_service("1", seed=place)
        service.set_balance(seen.available, seen.total, seen.due)
        texts[f'"{story.WALLETS[name]}"'] = f'"{service.statement.wallet_id}"'
        texts[f'id = "{name}"'] = f'id = "{name}"\napi_url = "{service.api_url}"'
        secret = service.access_token if name == "spare" else service.api_key
        user = make_account(id=name, api_url=service.api_url).keyring_user
        running.keyring.texts[user] = secret
    install(running.folders, texts)
    sessions = running.start()._sessions
    running.wait(lambda: all(isinstance(one.refreshes.state, Fresh) for one in sessions))
    return running


def test_program_starts_with_the_files_as_after_an_upgrade(upgraded: RunningProgram) -> None:
    assert upgraded.program is not None
    sessions = list(upgraded.program._sessions)
    assert [session.account.id for session in sessions] == list(NAMES)
    for name, session in zip(NAMES, sessions, strict=True):
        state = session.refreshes.state
        assert isinstance(state, Fresh)
        assert found_in(state.balance)[1:] == story.last()[name][1:]
        assert session.alerts.memory.said >= {"low"}

    slots = {slot for call, slot, _ in upgraded.screen.calls if call == "show"}
    assert slots <= {"default"}, upgraded.screen.calls  # the one that was on the screen
    assert {call.name for call in upgraded.keyring.made} == {"read"}
    assert sessions[2].alerts.is_snoozed
    assert not sessions[0].alerts.is_snoozed  # its end is long past


def test_old_program_reads_the_upgraded_alert_memory_whole(
    upgraded: RunningProgram, tmp_path: Path
) -> None:
    """So a user who goes back, and returns, meets no alert again and no snooze less."""
    file = upgraded.folders.alert_memory_file

    def memories() -> dict[str, AlertMemory]:
        records = StateFile(file).load()
        return {name: in_units(from_record(records[name]), "BYC", "USD") for name in records}

    upgraded.close()  # by then all is on the disk
    before, records = memories(), StateFile(file).load()
    assert set(before) == set(NAMES)
    assert {record["version"] for record in records.values()} == {2}
    rewrite_by_old_program(file, tmp_path)
    assert all("version" not in record for record in StateFile(file).load().values())
    assert memories() == before
