"""A task of the disk's thread that fails by a fault of ours: all that wait have an answer."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.support import builders
from tests.support.builders import make_account
from wallet_tray.app.autostart import AutostartToggle
from wallet_tray.app.background import BackgroundThread
from wallet_tray.app.erase import EraseEverything
from wallet_tray.app.history import HistoryExport, HistoryLoader, Past
from wallet_tray.app.settings_controller import SettingsController
from wallet_tray.app.user_actions import AppActions
from wallet_tray.domain.balance_series import ChartRange
from wallet_tray.domain.problem import ProblemKind
from wallet_tray.domain.results import (
    AutostartRefusal,
    AutostartState,
    Erasure,
    Export,
    ExportRefusal,
)
from wallet_tray.history.history import History
from wallet_tray.storage.settings_file import SettingsStore
from wallet_tray.storage.state_file import StateFile

FAULTS = [RuntimeError("of ours"), OSError("a path"), ModuleNotFoundError("removed")]
FIVE_MINUTES = timedelta(minutes=5)


@pytest.fixture
def disk(qtbot: QtBot) -> Iterator[BackgroundThread]:
    thread = BackgroundThread("disk")
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


def test_unread_settings_are_reported_without_waiting(
    qtbot: QtBot,
    disk: BackgroundThread,
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


def test_unsaved_settings_are_reported(
    qtbot: QtBot,
    disk: BackgroundThread,
    tmp_path: Path,
    fail: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = SettingsStore(tmp_path / "settings.toml")
    watch = SettingsController(store, disk)
    monkeypatch.setattr(store, "save", fail)
    with qtbot.waitSignal(watch.note_changed):
        watch.save({"accounts[default].alerts.low_balance": 5})
    assert watch.note


def test_every_export_has_its_own_answer(
    qtbot: QtBot, disk: BackgroundThread, tmp_path: Path, fail: Callable[..., Any]
) -> None:
    answers: list[Export] = []
    opens = [fail, partial(History, tmp_path / "history.sqlite3"), fail]
    export = HistoryExport(lambda: opens.pop(0)(), disk)
    export.ended.connect(answers.append)
    for name in ("one", "two", "three"):
        export.export(make_account(id=name), tmp_path / f"{name}.csv", may_replace=False)
    qtbot.waitUntil(lambda: len(answers) == 3)
    refused = ExportRefusal.UNWRITABLE
    assert answers == [
        Export("one", "one.csv", refusal=refused),
        Export("two", "two.csv", 0),
        Export("three", "three.csv", refusal=refused),
    ]


def test_a_past_that_was_not_read_is_read_the_next_time(
    qtbot: QtBot, disk: BackgroundThread, tmp_path: Path, fail: Callable[..., Any]
) -> None:
    opens = [fail, partial(History, tmp_path / "history.sqlite3")]
    reading = HistoryLoader(lambda: opens.pop(0)(), disk)
    amount = Decimal(5)
    balance = builders.balance(amount, wallet_id="id")
    follow = partial(reading.follow, make_account(), balance, ChartRange.DAY, FIVE_MINUTES)
    follow()
    qtbot.waitUntil(lambda: len(opens) == 1 and reading._followed == ())
    with qtbot.waitSignal(reading.read) as heard:
        follow()
    assert isinstance(heard.args[0], Past)
    reading.close()


def test_a_start_at_login_that_was_not_switched_is_shown_as_off(
    qtbot: QtBot, disk: BackgroundThread, owner: QObject, fail: Callable[..., Any]
) -> None:
    class Broken:
        state = switch_on = switch_off = staticmethod(fail)
        command = ("/usr/bin/true",)

    switch = AutostartToggle(Broken(), disk, owner)  # type: ignore[arg-type]
    for wish in (switch.ask, partial(switch.switch, True), partial(switch.switch, False)):
        with qtbot.waitSignal(switch.answered) as heard:
            wish()
        assert heard.args == [AutostartState.OFF, AutostartRefusal.UNWRITABLE]


def test_parts_that_were_not_read_are_none() -> None:
    class Windows:
        parts: tuple[object, ...] | None = None

        @property
        def settings(self) -> "Windows":
            return self

        def show_parts(self, parts: tuple[object, ...]) -> None:
            self.parts = parts

    actions = type("Actions", (), {"_windows": Windows()})()
    AppActions._on_no_parts(actions, FAULTS[0])
    assert actions._windows.parts == ()


def test_everything_that_was_not_erased_is_said(
    qtbot: QtBot, disk: BackgroundThread, tmp_path: Path, fail: Callable[..., Any]
) -> None:
    """Both the keyring and the disk fail with an internal error."""
    history_file = tmp_path / "history.sqlite3"
    store: Any = type(
        "Store", (), {"delete_all": fail, "environment": SimpleNamespace(is_used=lambda _: False)}
    )()
    erasing = EraseEverything(store, fail, history_file, StateFile(tmp_path / "state"), disk)
    with qtbot.waitSignal(erasing.ended) as heard:
        erasing.erase([make_account()], [])
    assert heard.args == [Erasure(ProblemKind.FAULT, history_file, False)]
    assert not erasing.running
