"""A task of the disk's thread that fails by a fault of ours: all that wait have an answer."""

import logging
from collections.abc import Callable, Iterator
from datetime import timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.support import builders
from wallet_tray.app import settings_actions
from wallet_tray.app.background import DiskThread
from wallet_tray.app.history import HistoryExport, HistoryLoader, Past
from wallet_tray.app.settings_actions import AutostartToggle
from wallet_tray.app.settings_controller import SettingsController
from wallet_tray.domain.account import Account
from wallet_tray.domain.history_values import ChartRange
from wallet_tray.domain.results import AutostartRefusal, AutostartState, Export, ExportRefusal
from wallet_tray.history.history import History
from wallet_tray.storage.settings_file import SettingsStore

FAULTS = [RuntimeError("of ours"), OSError("a path"), ModuleNotFoundError("removed")]
FIVE_MINUTES = timedelta(minutes=5)


@pytest.fixture
def disk(qtbot: QtBot) -> Iterator[DiskThread]:
    thread = DiskThread()
    yield thread
    thread.finish(timedelta(seconds=30))


@pytest.fixture
def owner(qtbot: QtBot) -> QObject:
    return QObject()


@pytest.fixture(params=FAULTS, ids=lambda fault: type(fault).__name__)
def fail(request: pytest.FixtureRequest) -> Callable[..., Any]:
    def fail(*_: object, **__: object) -> Any:
        raise request.param

    return fail


def test_settings_that_were_not_read_are_said_and_waited_for_no_longer(
    qtbot: QtBot,
    disk: DiskThread,
    tmp_path: Path,
    fail: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = SettingsStore(tmp_path / "settings.toml")
    watch = SettingsController(store, disk)
    good, in_force = store.load, watch.settings
    monkeypatch.setattr(store, "load", fail)
    with qtbot.waitSignals([watch.loaded, watch.note_changed]):
        watch.load()
    assert watch.note
    assert watch.settings == in_force
    monkeypatch.setattr(store, "load", good)
    with qtbot.waitSignals([watch.loaded, watch.note_changed]):
        watch.load()
    assert watch.note == ""


def test_settings_that_were_not_saved_are_said(
    qtbot: QtBot,
    disk: DiskThread,
    tmp_path: Path,
    fail: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = SettingsStore(tmp_path / "settings.toml")
    watch = SettingsController(store, disk)
    monkeypatch.setattr(store, "save", fail)
    with qtbot.waitSignal(watch.note_changed):
        watch.save({"alerts.low_balance": 5})
    assert watch.note


def test_every_export_has_its_own_answer(
    qtbot: QtBot, disk: DiskThread, tmp_path: Path, fail: Callable[..., Any]
) -> None:
    answers: list[Export] = []
    opens = [fail, partial(History, tmp_path / "history.sqlite3"), fail]
    export = HistoryExport(lambda: opens.pop(0)(), disk)
    export.ended.connect(answers.append)
    for name in ("one", "two", "three"):
        export.export(Account(id=name), tmp_path / f"{name}.csv", may_replace=False)
    qtbot.waitUntil(lambda: len(answers) == 3)
    refused = ExportRefusal.UNWRITABLE
    assert answers == [
        Export("one", "one.csv", refusal=refused),
        Export("two", "two.csv", 0),
        Export("three", "three.csv", refusal=refused),
    ]


def test_a_past_that_was_not_read_is_read_the_next_time(
    qtbot: QtBot, disk: DiskThread, tmp_path: Path, fail: Callable[..., Any]
) -> None:
    opens = [fail, partial(History, tmp_path / "history.sqlite3")]
    reading = HistoryLoader(lambda: opens.pop(0)(), disk)
    amount = Decimal(5)
    balance = builders.balance(amount, account_id="id")
    follow = partial(reading.follow, Account(), balance, ChartRange.DAY, FIVE_MINUTES)
    with qtbot.waitSignal(disk.done):
        follow()
    with qtbot.waitSignal(reading.read) as heard:
        follow()
    assert isinstance(heard.args[0], Past)
    reading.close()


def test_a_start_at_login_that_was_not_switched_is_shown_as_off(
    qtbot: QtBot, disk: DiskThread, owner: QObject, fail: Callable[..., Any]
) -> None:
    class Broken:
        state = switch_on = switch_off = staticmethod(fail)
        command = ("/usr/bin/true",)

    switch = AutostartToggle(Broken(), disk, owner)  # type: ignore[arg-type]
    for wish in (switch.ask, partial(switch.switch, True), partial(switch.switch, False)):
        with qtbot.waitSignal(switch.answered) as heard:
            wish()
        assert heard.args == [AutostartState.OFF, AutostartRefusal.UNWRITABLE]


def test_parts_that_were_not_read_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    class Windows:
        parts: tuple[object, ...] | None = None

        def show_parts(self, parts: tuple[object, ...]) -> None:
            self.parts = parts

    session = type("Desk", (), {"_windows": Windows()})()
    settings_actions.SettingsActions._on_done(session, settings_actions._PARTS, FAULTS[0])
    assert session._windows.parts == ()


def test_it_is_logged_once_of_its_kind(
    qtbot: QtBot, disk: DiskThread, fail: Callable[..., Any], caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(3):
        with qtbot.waitSignal(disk.done):
            disk.do(fail, "settings loaded")
        disk.do(fail)
    disk.do(lambda: 1 // 0, "settings loaded")
    disk.finish(timedelta(seconds=30))
    lines = [one.getMessage() for one in caplog.records if one.levelno >= logging.WARNING]
    assert len(lines) == 3, lines
    assert "settings loaded (ZeroDivisionError)" in lines[-1]
    assert "a path" not in caplog.text
