"""The demo that takes the program's place: the program stays until the demo stands."""

import sys

import pytest
from pytestqt.qtbot import QtBot

from wallet_tray.app import demo_start
from wallet_tray.app.demo_start import DemoStart


def starting(monkeypatch: pytest.MonkeyPatch, *command: str) -> DemoStart:
    monkeypatch.setattr(demo_start, "relaunch_command", lambda: command)
    return DemoStart()


def python(code: str) -> tuple[str, ...]:
    return sys.executable, "-c", code


def test_demo_that_keeps_running_has_started(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo_start, "_STANDS_MS", 200)
    start = starting(monkeypatch, *python("import sys; sys.stdin.read()"))
    with qtbot.waitSignal(start.stands), qtbot.assertNotEmitted(start.failed):
        start.begin()
        start.begin()  # a second click starts no second one
    process = start._process
    assert process is not None
    process.closeWriteChannel()
    qtbot.waitUntil(lambda: process.state() is process.ProcessState.NotRunning)


@pytest.mark.parametrize(
    "command", [python("raise SystemExit(7)"), ("/nowhere/wallet-tray",)], ids=["7", "not there"]
)
def test_demo_that_ends_at_once_can_be_started_again(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setattr(demo_start, "_STANDS_MS", 60_000)
    start = starting(monkeypatch, *command)
    for _ in range(2):
        with qtbot.waitSignal(start.failed), qtbot.assertNotEmitted(start.stands):
            start.begin()
