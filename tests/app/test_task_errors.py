"""Background tasks that raise: each is logged once by its kind, and answered if something waits."""

import logging
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from wallet_tray.app import instance_watch, path_watch
from wallet_tray.app.background import BackgroundThread
from wallet_tray.app.instance_watch import InstanceWatch
from wallet_tray.app.path_watch import PathWatch
from wallet_tray.app.settings_controller import SettingsFile, UiState
from wallet_tray.domain.balance_series import ChartRange
from wallet_tray.startup.unhandled_errors import hear_of_errors
from wallet_tray.storage.state_file import StateFile

FAULTS = [RuntimeError("of ours"), OSError("a path"), ModuleNotFoundError("removed")]


@pytest.fixture
def owner(qtbot: QtBot) -> QObject:
    return QObject()


@pytest.fixture
def disk(qtbot: QtBot) -> Iterator[BackgroundThread]:
    thread = BackgroundThread("disk")
    yield thread
    thread.finish(timedelta(seconds=30))


@pytest.fixture(params=FAULTS, ids=lambda fault: type(fault).__name__)
def fault(request: pytest.FixtureRequest) -> Exception:
    return request.param


@pytest.fixture
def reported() -> Iterator[list[BaseException]]:
    """The errors that the program's listener hears; it checks for an upgrade then."""
    errors: list[BaseException] = []
    hear_of_errors(errors.append)
    yield errors
    hear_of_errors(None)


def failing(fault: Exception) -> Callable[..., Any]:
    def fail(*_: object, **__: object) -> Any:
        raise fault

    return fail


def warnings_in(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [one.getMessage() for one in caplog.records if one.levelno >= logging.WARNING]


def test_settings_file_that_cannot_be_made_is_answered_each_time(
    qtbot: QtBot,
    disk: BackgroundThread,
    owner: QObject,
    fault: Exception,
    reported: list[BaseException],
    caplog: pytest.LogCaptureFixture,
) -> None:
    file = SettingsFile(Path("settings.toml"), disk, owner, failing(fault))
    for _ in range(2):
        with qtbot.waitSignal(file.not_opened):
            file.open()
    assert reported == [fault, fault]
    assert len(warnings_in(caplog)) == 1


def test_path_that_cannot_be_resolved_is_still_read(
    qtbot: QtBot,
    disk: BackgroundThread,
    owner: QObject,
    fault: Exception,
    reported: list[BaseException],
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    watch = PathWatch(tmp_path / "settings.toml", disk, owner)
    watch.start()
    monkeypatch.setattr(path_watch, "way_to", failing(fault))
    for _ in range(2):
        with qtbot.waitSignal(watch.ready):  # the settings are read after it
            watch.renew()
    assert reported == [fault, fault]
    assert len(warnings_in(caplog)) == 1


def test_socket_that_cannot_be_looked_at_is_looked_at_the_next_time(
    qtbot: QtBot,
    disk: BackgroundThread,
    owner: QObject,
    fault: Exception,
    reported: list[BaseException],
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    class Instance:
        listened = 0

        def can_be_reached(self) -> bool:
            return False

        def listen_again(self) -> None:
            self.listened += 1

    instance: Any = Instance()
    watch = InstanceWatch(instance, tmp_path / "run", disk, owner)
    with monkeypatch.context() as patch:
        patch.setattr(instance_watch, "make_own", failing(fault))
        watch.look()
        watch.look()
        qtbot.waitUntil(lambda: len(reported) == 2)
    assert instance.listened == 0
    assert len(warnings_in(caplog)) == 1
    watch.look()
    qtbot.waitUntil(lambda: instance.listened == 1)


def test_state_that_cannot_be_saved_is_logged_and_saved_the_next_time(
    disk: BackgroundThread,
    fault: Exception,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    file = StateFile(tmp_path / "alerts.json")
    state = UiState(file, disk)
    with monkeypatch.context() as patch:
        patch.setattr(file, "save_window", failing(fault))
        state.save(ChartRange.DAY, paused=False)
        state.save(ChartRange.WEEK, paused=False)
        disk.submit(lambda: None).result(30)
    assert len(warnings_in(caplog)) == 1
    state.save(ChartRange.MONTH, paused=False)
    disk.submit(lambda: None).result(30)
    assert UiState(StateFile(tmp_path / "alerts.json"), disk).load() == (ChartRange.MONTH, False)
