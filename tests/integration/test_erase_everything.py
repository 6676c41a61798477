"""Everything is erased from the settings window, and what could not be is said."""

import threading
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QTabWidget
from pytestqt.qtbot import QtBot

from tests.integration.running_program import RunningProgram, button, label, shown
from tests.support import builders
from tests.support.builders import make_account
from wallet_tray.app.tray_app import TrayApp
from wallet_tray.context import demo_context
from wallet_tray.desktop.single_instance.instance import SingleInstance
from wallet_tray.domain.account_state import known_balance
from wallet_tray.domain.problem import ProblemKind
from wallet_tray.domain.results import Erasure
from wallet_tray.history.history import History
from wallet_tray.refresh.fetcher import BalanceFetcher
from wallet_tray.simulator.server import SimulatedService
from wallet_tray.text.results import erasure_sentence
from wallet_tray.ui.chart.widget import BalanceChart
from wallet_tray.ui.settings.confirmations import EraseConfirmation
from wallet_tray.ui.settings.dialog import SettingsDialog

DONE = "Everything was erased; your settings are kept."
LOCKED = (
    "Your keyring is locked, so the keys in it could not be removed. Everything else was erased."
)
Make = Callable[..., SimulatedService]


@pytest.fixture
def two(running: RunningProgram, make_service: Make) -> RunningProgram:
    """Two accounts, signed in; one of them has a notification on the screen."""
    own, team = make_service("512.34"), make_service("84.10")
    accounts = []
    for service, name in ((own, "own"), (team, "team")):
        account = {"id": name, "label": name.title(), "api_url": service.api_url}
        accounts.append(account)
        user = make_account(id=name, api_url=service.api_url).keyring_user
        running.keyring.write(user, service.api_key)
    running.write_settings(accounts)
    running.start()
    running.wait(lambda: "Own: 512.34" in running.tooltip() and "84.10" in running.tooltip())
    running.wait(lambda: "team" in running.screen.now)
    settled(running)
    return running


def removals(running: RunningProgram) -> list[tuple[str, str]]:
    """Whose keys were to be removed from the keyring, and in which thread."""
    return [(call.user, call.thread.name) for call in running.keyring.calls_of("delete")]


def kept(running: RunningProgram) -> list[str]:
    """The files that hold something of the user's wallets."""
    folders = running.folders
    return sorted(
        path.name
        for file in (folders.history_file, folders.alert_memory_file)
        for path in file.parent.iterdir()
        if path.name.startswith(file.name)
    )


def erase(running: RunningProgram, answer: str = "Erase") -> SettingsDialog:
    """As a user does it, in the settings window."""
    running.program.actions.open_settings()
    (dialog,) = shown(SettingsDialog)
    dialog.findChild(QTabWidget).setCurrentIndex(0)
    button(dialog, "Erase everything…").click()
    question = dialog.findChildren(EraseConfirmation)[-1]
    button(question, answer).click()
    return dialog


def said(dialog: SettingsDialog) -> str:
    return dialog._general._erase_note.text().replace("\u200b", "")


def signed_out(running: RunningProgram) -> bool:
    return all(f"{name}: not signed in" in running.tooltip() for name in ("Own", "Team"))


def settled(running: RunningProgram) -> None:
    """What is queued for the disk by now has been done."""
    done = threading.Event()
    running.program._disk.submit(done.set)
    running.wait(done.is_set)


def test_nothing_is_left_but_the_settings(two: RunningProgram) -> None:
    settings = two.folders.settings_file.read_bytes()
    two.folders.history_file.with_name("history.sqlite3.broken").write_text("old")
    two.folders.alert_memory_file.with_name("alerts.json.broken").write_text("old")
    users = two.keyring.users()
    two.choose("Open wallet")
    popup = two.popup()
    chart = popup.findChild(BalanceChart)
    two.wait(chart.isVisible)
    dialog = erase(two)
    assert signed_out(two)  # at once
    two.wait(lambda: said(dialog) == DONE)
    settled(two)
    assert kept(two) == []
    assert two.keyring.users() == []
    assert sorted(removals(two)) == [(user, "keyring") for user in users]
    assert two.screen.now == {}
    assert two.folders.settings_file.read_bytes() == settings
    assert not chart.isVisible()
    assert label(popup, "Available balance") in ("", "–", "—")
    two.choose("Refresh now")  # nothing is in memory either
    two.wait(lambda: all(not session.refreshes.refreshing for session in two.program._sessions))
    assert signed_out(two)
    settled(two)
    assert kept(two) == []


def test_erase_includes_balances_of_another_process(two: RunningProgram) -> None:
    """It still had the key, until the keyring had lost it."""
    session = two.program._sessions.of("own")
    real, begun, go_on = two.keyring.delete, threading.Event(), threading.Event()

    def delete(user: str) -> None:
        begun.set()
        assert go_on.wait(90)
        real(user)

    two.keyring.delete = delete
    dialog = erase(two)
    two.wait(begun.is_set)
    settled(two)
    other = History(two.folders.history_file)
    amount = Decimal(5)
    balance = builders.balance(amount, wallet_id="w")
    other.record(session.account, balance)
    other.close()
    assert kept(two) != []
    go_on.set()
    two.wait(lambda: said(dialog) == DONE)
    assert kept(two) == []


def test_pause_span_and_snooze_are_reset(two: RunningProgram) -> None:
    program = two.program
    two.choose("Pause refreshing")
    settled(two)
    assert "paused" in two.folders.alert_memory_file.read_text()
    dialog = erase(two)
    two.wait(lambda: said(dialog) == DONE)
    settled(two)
    assert (program._sessions.pause.is_on(), program._windows.span) == (False, None)
    assert program._memory_file.load_window() == {}
    assert kept(two) == []


def test_cancel_erases_nothing(two: RunningProgram) -> None:
    before = kept(two)
    erase(two, "Cancel")
    settled(two)
    assert kept(two) == before
    assert len(two.keyring.users()) == 2
    assert removals(two) == []
    assert "Own: 512.34" in two.tooltip()


def test_a_refresh_in_flight_records_nothing_afterwards(
    two: RunningProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    real = BalanceFetcher.fetch

    def slow(fetcher: BalanceFetcher, *asking: object) -> object:
        balance = real(fetcher, *asking)
        begun.set()
        assert go_on.wait(90)
        return balance

    session = two.program._sessions.of("own")
    worker = session.refreshes._dispatcher._worker
    monkeypatch.setattr(BalanceFetcher, "fetch", slow)
    two.choose("Refresh now")
    two.wait(begun.is_set)
    dialog = erase(two)
    two.wait(lambda: said(dialog) == DONE)
    go_on.set()
    two.wait(lambda: not worker._thread.is_alive())  # it has gone its way to the end
    assert kept(two) == []
    assert signed_out(two)


def test_a_key_that_is_being_kept_is_taken_out_again(two: RunningProgram) -> None:
    session = two.program._sessions.of("own")
    credential = two.program._credential_store.credential(session.account, timedelta(seconds=60))
    begun, go_on, real = threading.Event(), threading.Event(), two.keyring.write

    def write(user: str, text: str) -> None:
        begun.set()
        assert go_on.wait(90)
        real(user, text)

    two.keyring.write = write
    session.sign_in(credential)
    two.wait(begun.is_set)
    dialog = erase(two)
    go_on.set()
    two.wait(lambda: said(dialog) == DONE)
    two.wait(lambda: not session.refreshes.refreshing)
    assert two.keyring.users() == []
    assert signed_out(two)
    settled(two)
    assert kept(two) == []

    session.sign_in(credential)  # the same worker goes on, and records again
    two.wait(lambda: "Own: 512.34" in two.tooltip())
    assert two.recorded() == {"own"}


def test_keys_of_former_addresses_and_of_accounts_that_are_gone_go_too(
    two: RunningProgram,
) -> None:
    two.keyring.write("own@former.example", "key")
    two.keyring.write("gone@former.example", "key")
    dialog = erase(two)
    two.wait(lambda: said(dialog) == DONE)
    assert two.keyring.users() == []


def test_the_history_knows_them_where_the_keyring_does_not(two: RunningProgram) -> None:
    """Windows and macOS have no list of what a program has stored."""
    gone = make_account(id="gone", api_url="https://former.example/v1")
    amount = Decimal(1)
    history = History(two.folders.history_file)
    history.record(gone, builders.balance(amount, due=amount, wallet_id="w"))
    history.close()
    two.keyring.write(gone.keyring_user, "key")
    real, two.keyring.users = two.keyring.users, list
    dialog = erase(two)
    two.wait(lambda: said(dialog) == DONE)
    assert real() == []


def test_a_demo_touches_nothing_but_its_island(
    qtbot: QtBot, running: RunningProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wallet_tray.context.user_folders", lambda: running.folders)
    for file in (running.folders.history_file, running.folders.alert_memory_file):
        file.write_text("the user's own")
    before = kept(running)
    island = demo_context()
    instance = SingleInstance(running.folders.lock_file, running.folders.socket_file)
    assert instance.claim()
    running.folders, own = island.folders, running.folders
    running.program = TrayApp(island, instance)
    running.program.start()
    (session,) = running.program._sessions
    running.wait(lambda: known_balance(session.refreshes.state) is not None)
    dialog = erase(running)
    running.wait(lambda: said(dialog) == DONE)
    settled(running)
    assert kept(running) == []
    assert "not signed in" in running.tooltip()
    running.folders = own
    assert kept(running) == before


def test_locked_keyring_is_asked_once_and_reported(two: RunningProgram) -> None:
    two.keyring.refused["delete"] = ProblemKind.KEYRING_LOCKED
    dialog = erase(two)
    two.wait(lambda: said(dialog) == LOCKED)
    assert len(removals(two)) == 1
    assert len(two.keyring.users()) == 2
    assert signed_out(two)
    assert kept(two) == []
    two.keyring.refused.clear()  # unlocked by now: once more
    erase(two)
    two.wait(lambda: said(dialog) == DONE)
    assert two.keyring.users() == []


def test_another_trouble_with_one_key_does_not_spare_the_other(two: RunningProgram) -> None:
    two.keyring.refused["delete"] = ProblemKind.KEYRING_FAILED
    dialog = erase(two)
    two.wait(lambda: said(dialog).startswith("Your keyring failed"))
    assert len(removals(two)) == 2


def test_a_file_that_is_left_is_named(two: RunningProgram, monkeypatch: pytest.MonkeyPatch) -> None:
    stubborn, real = two.folders.alert_memory_file, Path.unlink
    settled(two)

    def unlink(path: Path, missing_ok: bool = False) -> None:
        if path == stubborn:
            raise PermissionError
        real(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    dialog = erase(two)
    sentence = f"{stubborn} could not be removed; remove it by hand. Everything else was erased."
    two.wait(lambda: said(dialog) == sentence)
    assert two.keyring.users() == []
    assert not two.folders.history_file.exists()


def test_second_erase_joins_the_first(two: RunningProgram) -> None:
    gate, real = threading.Event(), two.keyring.delete

    def delete(user: str) -> None:
        assert gate.wait(90)
        real(user)

    two.keyring.delete = delete
    dialog = erase(two)
    erase(two)
    assert said(dialog) == "Erasing…"
    gate.set()
    two.wait(lambda: said(dialog) == DONE)
    assert len(removals(two)) == 2


def test_signing_in_afterwards_begins_again(two: RunningProgram) -> None:
    session = two.program._sessions.of("own")
    credential = two.program._credential_store.credential(session.account, timedelta(seconds=60))
    dialog = erase(two)
    two.wait(lambda: said(dialog) == DONE)
    session.sign_in(credential)
    two.wait(lambda: "Own: 512.34" in two.tooltip())
    assert two.recorded() == {"own"}


def test_the_environment_is_said() -> None:
    sentence = erasure_sentence(Erasure(from_environment=True))
    assert sentence == f"{DONE} The key in the environment stays in use."
