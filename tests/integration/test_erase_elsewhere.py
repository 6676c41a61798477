"""The command line erases beside the running program, which writes nothing of it back."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.integration.running_program import RunningProgram
from tests.support.builders import make_account
from tests.support.services import HeldService
from wallet_tray.domain.balance_series import ChartRange
from wallet_tray.simulator.server import SimulatedService
from wallet_tray.storage.state_file import Erased, StateFile
from wallet_tray.ui.widgets.snooze_menu import SnoozeChoice

_ERASE = """
import sys
from pathlib import Path
from wallet_tray.cli.erase import _remove_files
from wallet_tray.desktop.single_instance.message import CREDENTIALS_CHANGED, notify_running
from tests.support.builders import make_account
from wallet_tray.storage.paths import Folders

folders = Folders(*map(Path, sys.argv[3:]))
left, _ = _remove_files(folders, [make_account(id=sys.argv[1])], everything=not sys.argv[1])
assert left is None
if sys.argv[2]:
    assert notify_running(folders.socket_file, CREDENTIALS_CHANGED)
"""


@pytest.fixture
def service() -> Iterator[HeldService]:
    with HeldService() as service:
        hold(service, "512")
        yield service
        service.go_on.set()


def hold(service: SimulatedService, amount: str) -> None:
    service.set_balance(available=Decimal(amount), total=Decimal(amount), amount_due=0)


@pytest.fixture
def started(running: RunningProgram, service: HeldService) -> RunningProgram:
    accounts = [{"id": name, "api_url": service.api_url} for name in ("own", "team")]
    running.write_settings(accounts)
    for name in ("own", "team"):
        user = make_account(id=name, api_url=service.api_url).keyring_user
        running.keyring.write(user, service.api_key)
    running.start()
    running.wait(lambda: {one.account.id for one in fresh(running)} == {"own", "team"})
    return running


def fresh(running: RunningProgram) -> list[Any]:
    assert running.program is not None
    return [
        one for one in running.program._sessions if getattr(one.refreshes.state, "balance", None)
    ]


def erase(running: RunningProgram, account: str = "", *, heard: bool = False) -> None:
    """By another process, with the keys gone from the keyring."""
    for user in running.keyring.users():
        if user.startswith(account):
            running.keyring.delete(user)
    folders = running.folders
    parts = (folders.config, folders.data, folders.state, folders.log, folders.runtime)
    ended: list[Any] = []

    def run() -> None:
        arguments = [account, "heard" if heard else "", *map(str, parts)]
        ended.append(subprocess.run([sys.executable, "-c", _ERASE, *arguments], timeout=60))

    thread = threading.Thread(target=run)  # the program answers in this one
    thread.start()
    running.wait(lambda: not thread.is_alive())
    assert ended[0].returncode == 0


def session(running: RunningProgram, name: str) -> Any:
    assert running.program is not None
    return running.program._sessions.of(name)


def remembered(running: RunningProgram) -> dict[str, Any]:
    file = running.folders.alert_memory_file
    if not file.exists():
        return {"accounts": {}, "window": {}}
    document: dict[str, Any] = json.loads(file.read_text())
    return document


@pytest.mark.parametrize("heard", [False, True])
@pytest.mark.parametrize("account", ["", "own"])
def test_a_refresh_in_flight(
    started: RunningProgram, service: HeldService, account: str, heard: bool
) -> None:
    service.asked.clear()
    service.go_on.clear()
    worker = session(started, "own").refreshes._dispatcher._worker
    session(started, "own").refreshes.refresh_now()
    started.wait(service.asked.is_set)
    erase(started, account, heard=heard)
    hold(service, "300")
    service.go_on.set()
    if heard:
        started.wait(lambda: not worker._thread.is_alive())  # it has gone its way to the end
    started.wait(lambda: not session(started, "own").refreshes.refreshing)
    if account or started.folders.history_file.exists():
        assert "own" not in started.recorded()
    assert not account or "team" in started.recorded()


def test_a_snooze_is_not_written_back(started: RunningProgram, service: HeldService) -> None:
    for name in ("own", "team"):
        session(started, name).snooze(SnoozeChoice.UNTIL_TOPPED_UP)
    started.wait(lambda: "snooze" in json.dumps(remembered(started)["accounts"].get("team", {})))
    erase(started, "own")
    assert set(remembered(started)["accounts"]) == {"team"}
    session(started, "team").snooze(SnoozeChoice.AN_HOUR)  # which writes the file
    started.wait(lambda: not session(started, "own").alerts.is_snoozed)
    started.wait(lambda: session(started, "own").alerts.memory.seen is None)
    assert "own" not in remembered(started)["accounts"]
    assert session(started, "team").alerts.is_snoozed
    hold(service, "15")
    session(started, "own").refreshes.credential_changed()
    session(started, "own").snooze(SnoozeChoice.AN_HOUR)  # what is new is kept
    started.wait(lambda: "own" in remembered(started)["accounts"])


@pytest.mark.parametrize("heard", [False, True])
def test_everything_is_as_on_the_first_day(started: RunningProgram, heard: bool) -> None:
    program = started.program
    assert program is not None
    program.actions.choose_range(ChartRange.MONTH)
    program.actions.pause(True)
    started.wait(lambda: remembered(started)["window"] == {"span": "month", "paused": True})
    erase(started, heard=heard)
    assert not started.folders.alert_memory_file.exists()
    if not heard:  # it finds out as soon as it would write
        session(started, "own").snooze(SnoozeChoice.AN_HOUR)
    started.wait(lambda: not program._sessions.pause.is_on())
    assert program._windows.span is None
    assert not session(started, "own").wallet().paused
    written = program._disk.submit(lambda: None)
    started.wait(written.done)
    assert remembered(started)["window"] == {}
    program.actions.choose_range(ChartRange.WEEK)
    started.wait(lambda: remembered(started)["window"] == {"span": "week"})


def test_two_stores_of_one_file(tmp_path: Path) -> None:
    path = tmp_path / "alerts.json"
    one, other = StateFile(path), StateFile(path)
    assert one.save({"a": {"x": 1}, "b": {}}) == Erased()
    one.save_window({"span": "day"})
    other.remove_account("a")
    erased = Erased(frozenset({"a"}))
    assert one.save({"a": {"x": 2}, "b": {"y": 1}}) == erased
    assert StateFile(path).load() == {"b": {"y": 1}}
    assert one.save({"a": {"x": 3}, "b": {"y": 1}}) == erased, "until it has saved without it"
    assert StateFile(path).load() == {"b": {"y": 1}}
    one.save({"b": {"y": 1}})
    assert one.save({"a": {"x": 4}, "b": {"y": 1}}) == Erased()
    assert StateFile(path).load() == {"a": {"x": 4}, "b": {"y": 1}}
    assert StateFile(path).load_window() == {"span": "day"}

    other.erase()
    one.save_window({"span": "week"})
    assert not path.exists()
    everything = Erased(frozenset({"a", "b"}), everything=True)
    assert one.save({"a": {"x": 4}, "b": {}}) == everything
    assert not path.exists()
    one.save({})
    one.save_window({})
    assert one.look_again() == Erased()
    one.save_window({"span": "week"})
    one.save({"b": {}})
    assert StateFile(path).load() == {"b": {}}


@pytest.mark.parametrize("there", [b"", b"{", b"[]", b'{"version": 99}', b'{"version": 1, "x": 1}'])
def test_unreadable_file_does_not_count_as_erased(tmp_path: Path, there: bytes) -> None:
    path = tmp_path / "alerts.json"
    one = StateFile(path)
    one.save({"a": {"x": 1}})
    path.write_bytes(there)
    gone = there.endswith(b'"x": 1}')
    assert one.look_again() == (Erased(frozenset({"a"})) if gone else Erased())


def test_a_file_that_could_not_be_written_was_not_erased(tmp_path: Path) -> None:
    folder = tmp_path / "state"
    folder.write_text("no folder")
    one = StateFile(folder / "alerts.json")
    one.save({"a": {"x": 1}})
    assert one.save({"a": {"x": 2}}) == Erased()
    assert one.load() == {"a": {"x": 2}}
