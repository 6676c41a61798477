"""Two accounts on two services, one of them failing; and twenty on one keyring."""

import socket
import threading
from collections.abc import Callable, Mapping
from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QTabWidget

from tests.integration.running_program import RunningProgram, button, label, shown
from tests.support.builders import make_account
from wallet_tray.domain.account_snapshot import Mark
from wallet_tray.http import client
from wallet_tray.refresh.fetcher import BalanceFetcher
from wallet_tray.simulator.server import SimulatedService
from wallet_tray.ui.settings.account_choice import AccountChoice
from wallet_tray.ui.settings.confirmations import RemovalConfirmation
from wallet_tray.ui.settings.dialog import SettingsDialog
from wallet_tray.ui.tray.parts import Step

Make = Callable[..., SimulatedService]
Two = tuple[SimulatedService, SimulatedService]


def account(service: SimulatedService, account_id: str, name: str) -> Mapping[str, str]:
    return {"id": account_id, "label": name, "api_url": service.api_url}


def sign_in(running: RunningProgram, service: SimulatedService, account_id: str) -> None:
    user = make_account(id=account_id, api_url=service.api_url).keyring_user
    running.keyring.write(user, service.api_key)


def look(running: RunningProgram) -> tuple[Step, Mark]:
    """What the icon says; how that is drawn is tried elsewhere."""
    assert running.program is not None
    view = running.program._tray._view
    assert view is not None
    return view.icon.step, view.icon.mark


def says(running: RunningProgram, *parts: str) -> Callable[[], bool]:
    return lambda: all(part in running.tooltip() for part in parts)


@pytest.fixture
def two(running: RunningProgram, make_service: Make) -> Two:
    """The wallet of "own" works; the service of "team" cannot be reached."""
    own, team = make_service("512.34"), make_service("84.10")
    running.write_settings([account(own, "own", "Own"), account(team, "team", "Team")])
    sign_in(running, own, "own")
    sign_in(running, team, "team")
    team.stop()
    return own, team


@pytest.fixture
def started(running: RunningProgram, two: Two) -> RunningProgram:
    running.start()
    running.wait(says(running, "Own: 512.34 BYC", "Team: offline"))
    return running


def test_failing_account_does_not_stop_the_other(started: RunningProgram) -> None:
    assert look(started) == (Step.UNKNOWN, Mark.PROBLEM)
    program, team, own = started.tooltip().splitlines()
    assert (program, team) == ("Wallet Tray", "Team: offline")
    assert own.startswith("Own: 512.34 BYC at ")
    assert started.menu()[:2] == [team, own]
    assert started.screen.titles == []
    assert started.recorded() == {"own"}


def test_account_that_recovers_has_its_own_alert_and_history(
    started: RunningProgram, two: Two
) -> None:
    two[1].start()
    started.choose("Refresh now")
    started.wait(says(started, "Team: 84.10 BYC"))
    assert look(started) == (Step.LOW, Mark.NONE)  # the most urgent
    assert started.screen.titles == ["Low balance: 84.10 BYC"]
    (note,) = started.screen.now.values()
    assert (note.slot, note.body[:5]) == ("team", "Team:")
    assert started.recorded() == {"own", "team"}


def test_the_popup_opens_with_the_urgent_one_and_switches(started: RunningProgram) -> None:
    started.choose("Open wallet")
    popup = started.popup()
    choice = popup.findChild(AccountChoice)
    assert choice.currentText() == "Team"
    assert label(popup, "Problem").startswith("Team cannot be reached.")
    choice.setCurrentIndex(0)
    choice.activated.emit(0)
    assert label(popup, "Available balance") == "512.34"
    assert label(popup, "Problem") == ""


def test_hanging_account_delays_no_other(
    running: RunningProgram, make_service: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "REQUEST_LIMIT", timedelta(seconds=90))  # it goes on hanging
    own = make_service("512.34")
    with socket.create_server(("127.0.0.1", 0)) as hanging:  # takes connections and says nothing
        team = {
            "id": "team",
            "label": "Team",
            "api_url": f"http://127.0.0.1:{hanging.getsockname()[1]}/v1",
        }
        running.write_settings([team, account(own, "own", "Own")])
        running.keyring.write(make_account(id="team", api_url=team["api_url"]).keyring_user, "key")
        sign_in(running, own, "own")
        running.start()
        running.wait(says(running, "Own: 512.34 BYC", "Team: loading"))
        own.set_balance(available=Decimal("498.76"))
        running.choose("Refresh now")
        running.wait(says(running, "Own: 498.76 BYC", "Team: loading"))


def test_an_account_is_added_while_it_runs(started: RunningProgram, make_service: Make) -> None:
    new = make_service("9.50")
    started.program._settings.save(
        {f"accounts[lab].{key}": value for key, value in account(new, "lab", "Lab").items()}
    )
    started.wait(says(started, "Lab: not signed in"))
    sign_in(started, new, "lab")
    started.program._sessions.credentials_changed()
    started.wait(says(started, "Lab: 9.50 BYC", "critical"))
    assert look(started) == (Step.CRITICAL, Mark.NONE)
    assert started.screen.titles == ["Critical balance: 9.50 BYC"]


def remove(running: RunningProgram, name: str, *, erase_data: bool) -> None:
    """As a user does it, in the settings window."""
    running.program.actions.open_settings()
    (dialog,) = shown(SettingsDialog)
    pages = dialog.findChild(QTabWidget)
    pages.setCurrentIndex(2)
    page = pages.currentWidget()
    (choice,) = (one for one in page.findChildren(QComboBox) if one.accessibleName() == "Account")
    place = choice.findText(name)
    choice.setCurrentIndex(place)
    choice.activated.emit(place)
    button(dialog, "Remove…").click()
    (question,) = dialog.findChildren(RemovalConfirmation)
    question.findChild(QCheckBox).setChecked(erase_data)
    button(question, "Remove").click()
    running.wait(lambda: name not in running.tooltip())


@pytest.mark.parametrize("erase_data", [True, False])
def test_removing_one_leaves_nothing_of_it_behind_unless_asked_to(
    started: RunningProgram, two: Two, erase_data: bool
) -> None:
    two[1].start()
    started.choose("Refresh now")
    started.wait(says(started, "Team: 84.10 BYC"))
    remove(started, "Team", erase_data=erase_data)
    assert "team" not in started.screen.now  # its notification goes either way
    assert look(started) == (Step.OK, Mark.NONE)
    users = [make_account(id="own", api_url=two[0].api_url).keyring_user]
    if not erase_data:
        assert len(started.keyring.users()) == 2
        started.program._disk.finish(started.program._sessions.interval)
        assert started.recorded() == {"own", "team"}
        return
    started.wait(lambda: started.keyring.users() == users)
    started.wait(lambda: started.recorded() == {"own"})
    started.program._disk.finish(started.program._sessions.interval)
    left = [
        path.relative_to(started.folder)
        for path in started.folder.rglob("*")
        if path.is_file() and b"team" in path.read_bytes()
    ]
    assert left == []


def test_answer_after_the_removal_is_not_recorded(
    started: RunningProgram, two: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    two[1].start()
    started.choose("Refresh now")
    started.wait(says(started, "Team: 84.10 BYC"))
    begun, go_on, real = threading.Event(), threading.Event(), BalanceFetcher.fetch

    def slow(fetcher: BalanceFetcher, *asking: object) -> object:
        balance = real(fetcher, *asking)
        if fetcher._account.id == "team":
            begun.set()
            assert go_on.wait(90)
        return balance

    session = started.program._sessions.of("team")
    worker = session.refreshes._dispatcher._worker
    monkeypatch.setattr(BalanceFetcher, "fetch", slow)
    session.refreshes.refresh_now()
    started.wait(begun.is_set)
    remove(started, "Team", erase_data=True)
    started.wait(lambda: started.recorded() == {"own"})
    go_on.set()
    started.wait(lambda: not worker._thread.is_alive())  # it has gone its way to the end
    assert started.recorded() == {"own"}


# -- one keyring for all


@pytest.fixture
def twenty(running: RunningProgram, make_service: Make) -> RunningProgram:
    service = make_service("512.34")
    names = [f"w{number}" for number in range(20)]
    running.write_settings([account(service, name, name) for name in names])
    for name in names:
        sign_in(running, service, name)
    running.keyring.locked = True
    return running


def balances(running: RunningProgram) -> int:
    sessions = list(running.program._sessions)
    return sum(
        getattr(session.refreshes.state, "balance", None) is not None for session in sessions
    )


def test_twenty_accounts_raise_one_question(twenty: RunningProgram) -> None:
    twenty.start()
    twenty.wait(lambda: balances(twenty) == 20)
    assert twenty.keyring.prompts == 1


def test_a_question_that_is_dismissed_is_not_asked_for_the_other_nineteen(
    twenty: RunningProgram,
) -> None:
    twenty.keyring.opens = False
    twenty.keyring.answered.clear()
    twenty.start()
    twenty.wait(
        lambda: (
            sum(bool(one.reads) for one in twenty.program._credential_store._records.values()) == 20
        )
    )
    twenty.keyring.answered.set()
    twenty.wait(says(twenty, "keyring locked", "and 1"))
    twenty.wait(
        lambda: all(not session.refreshes.refreshing for session in twenty.program._sessions)
    )
    assert twenty.keyring.prompts == 1
    twenty.keyring.opens = True  # "Refresh now" asks again: once
    twenty.choose("Refresh now")
    twenty.wait(lambda: balances(twenty) == 20)
    assert twenty.keyring.prompts == 2


def test_opened_for_one_account_it_is_open_for_all(twenty: RunningProgram) -> None:
    twenty.keyring.opens = False
    twenty.start()
    twenty.wait(says(twenty, "keyring locked", "and 1"))
    twenty.wait(
        lambda: all(not session.refreshes.refreshing for session in twenty.program._sessions)
    )
    asked = twenty.keyring.prompts
    twenty.keyring.opens = True
    twenty.program._sessions.at(3).refreshes.request_refresh()  # the popup's "Try again"
    twenty.wait(lambda: balances(twenty) == 20)
    assert twenty.keyring.prompts == asked + 1
