"""wallet-tray doctor --alerts where it cannot work; tests/end_to_end has the real daemons."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import CommandLine

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="notifications over D-Bus")
NOT_SHOWN = "No notification service took the alert."


@pytest.fixture(autouse=True)
def _short_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wallet_tray.cli.doctor._DELIVERY_LIMIT", timedelta(seconds=0.5))


@pytest.fixture
def session_bus(tmp_path: Path) -> Iterator[str]:
    """A message bus with nothing on it; gives its address."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("dbus-daemon is not installed")
    argv = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
    argv.append(f"--address=unix:path={tmp_path}/bus")
    with subprocess.Popen(argv, stdout=subprocess.PIPE, text=True) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
        daemon.terminate()


def assert_says_what_to_do(done: Any) -> None:
    assert done.code == 1
    (line,) = done.sentences
    assert line.startswith(NOT_SHOWN)
    assert "Start one" in line
    assert done.out.splitlines() == ["Low balance: 84.10 BYC"]


def test_without_a_bus(command_line: CommandLine) -> None:
    assert_says_what_to_do(command_line.run("doctor", "--alerts"))


def test_without_a_daemon_on_the_bus(command_line: CommandLine, session_bus: str) -> None:
    command_line.set("DBUS_SESSION_BUS_ADDRESS", session_bus)
    assert_says_what_to_do(command_line.run("doctor", "--alerts"))


def test_socket_that_is_no_bus(command_line: CommandLine, tmp_path: Path) -> None:
    command_line.set("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/nothing;nonsense")
    assert_says_what_to_do(command_line.run("doctor", "--alerts"))


def test_neither_key_nor_service_is_needed_or_asked(command_line: CommandLine) -> None:
    command_line.run("doctor", "--alerts")
    assert command_line.service.request_count() == 0


def test_an_unknown_account(command_line: CommandLine) -> None:
    done = command_line.run("doctor", "--alerts", "--account", "unknown")
    assert done.code == 2
    assert len(done.sentences) == 1


def test_settings_that_are_none(command_line: CommandLine) -> None:
    command_line.write_settings("this is no TOML")
    done = command_line.run("doctor", "--alerts")
    assert done.code == 2
    assert len(done.sentences) == 1
