"""The process around the commands: its streams, its end, and what it never shows."""

import os
import signal
import subprocess
import sys
import threading
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import CommandLine
from wallet_tray.credentials.keyring_backend import MemoryKeyring
from wallet_tray.simulator.server import BALANCE, SimulatedService

COMMAND = [sys.executable, "-m", "wallet_tray"]


def test_as_a_child(command_line: CommandLine, service: SimulatedService) -> None:
    done = command_line.run_child("balance", env={"BYTENITE_API_KEY": service.api_key})

    assert done.code == 0
    assert "512.00 BYC" in done.out
    assert done.err == ""
    assert command_line.files_with(service.api_key) == []


def test_only_the_history_is_kept(command_line: CommandLine, service: SimulatedService) -> None:
    before = set(command_line.root.rglob("*"))

    command_line.run_child("balance", env={"BYTENITE_API_KEY": service.api_key})

    made = set(command_line.root.rglob("*")) - before
    assert {path.name for path in made} == {"wallet-tray", "history.sqlite3"}
    assert all(path.stat().st_mode & 0o077 == 0 for path in made)


@pytest.mark.parametrize("arguments", [["balance", "--cached"], ["history"]])
def test_reading_makes_nothing(command_line: CommandLine, arguments: list[str]) -> None:
    before = set(command_line.root.rglob("*"))

    command_line.run_child(*arguments)

    assert set(command_line.root.rglob("*")) == before


def test_files_are_private_whatever_the_umask(
    command_line: CommandLine, service: SimulatedService
) -> None:
    """It stays as the user has it: what is opened from here inherits it."""
    before_all = set(command_line.root.rglob("*"))
    before = os.umask(0)
    try:
        command_line.run_child("balance", env={"BYTENITE_API_KEY": service.api_key})
        command_line.run_child("sign-in", "--access-token", "--no-verify", typed="token")
        command_line.run("--version")
        assert os.umask(0) == 0
    finally:
        os.umask(before)
    made = set(command_line.root.rglob("*")) - before_all
    assert {"history.sqlite3"} <= {path.name for path in made}
    assert [path for path in made if path.stat().st_mode & 0o077] == []


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("arguments", [["--help"], ["balance", "--demo"]])
def test_reader_that_has_gone(
    command_line: CommandLine, arguments: list[str], unbuffered: str
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as output:
        done = subprocess.run(
            [*COMMAND, *arguments],
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
            stdout=output,
            stderr=subprocess.PIPE,
            timeout=300,
        )

    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    ("arguments", "code"), [(["balance"], 5), (["--wrong"], 2), (["erase"], 1)]
)
def test_failure_into_a_closed_pipe(
    command_line: CommandLine, arguments: list[str], code: int, unbuffered: str
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as output:
        done = subprocess.run(
            [*COMMAND, *arguments],
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            timeout=300,
        )

    assert done.returncode == code


@pytest.mark.parametrize("command", ["balance", "history"])
def test_closed_output_is_reported(command_line: CommandLine, command: str) -> None:
    done = subprocess.run(
        ["sh", "-c", '"$@" >&-', "sh", *COMMAND, command, "--demo"],
        capture_output=True,
        timeout=300,
    )
    assert done.returncode == 70
    assert done.stderr == b"The output could not be written. Check whether the disk is full.\n"


@pytest.mark.parametrize(("closed", "code"), [("<&-", 0), ("2>&-", 0), ("<&- >&- 2>&-", 70)])
def test_closed_streams(command_line: CommandLine, closed: str, code: int) -> None:
    done = subprocess.run(
        ["sh", "-c", f'"$@" {closed}', "sh", *COMMAND, "balance", "--demo"],
        capture_output=True,
        timeout=300,
    )

    assert (done.returncode, done.stderr) == (code, b"")


def test_closed_input_is_nothing_entered(command_line: CommandLine) -> None:
    done = subprocess.run(
        ["sh", "-c", '"$@" <&-', "sh", *COMMAND, "sign-in"], capture_output=True, timeout=300
    )

    assert done.returncode == 2
    assert b"Nothing was entered" in done.stderr


def test_console_without_the_characters(
    command_line: CommandLine, service: SimulatedService
) -> None:
    command_line.write_settings(
        f'[display]\nhide_amounts = true\n[[accounts]]\napi_url = "{service.api_url}"\n'
    )

    env = {"BYTENITE_API_KEY": service.api_key, "PYTHONIOENCODING": "ascii"}

    for arguments in ("balance",), ("balance", "--format", "tmux"):
        done = command_line.run_child(*arguments, env=env)

        assert done.code == 0
        assert "*** BYC" in done.out


def test_zone_that_no_date_can_have(command_line: CommandLine, service: SimulatedService) -> None:
    done = command_line.run_child(
        "balance", env={"BYTENITE_API_KEY": service.api_key, "TZ": "UTC-99"}
    )

    assert (done.code, done.err) == (0, "")
    assert "512.00 BYC" in done.out


def test_interrupted(command_line: CommandLine, service: SimulatedService) -> None:
    """While the service keeps the answer back."""
    service.answer_next(200, "{}", delay=timedelta(seconds=20))
    process = subprocess.Popen(
        [*COMMAND, "balance"],
        env={**os.environ, "BYTENITE_API_KEY": service.api_key},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    _wait_until_asked(service)
    process.send_signal(signal.SIGINT)

    out, err = process.communicate(timeout=300)

    assert (process.returncode, out, err) == (130, b"", b"")


def test_fault_before_there_is_a_log(
    command_line: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise RuntimeError("WTSENTINEL")

    monkeypatch.setattr("wallet_tray.context.user_context", fail)

    done = command_line.run("balance")

    assert done.code == 70
    assert len(done.sentences) == 1
    assert "WTSENTINEL" not in done.err


def test_fault_is_in_the_log_without_its_text(
    command_line: CommandLine, keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: Any) -> None:
        raise RuntimeError("WTSENTINEL")

    monkeypatch.setattr("wallet_tray.cli.balance.choose_account", fail)

    done = command_line.run("balance")

    assert done.code == 70
    assert len(done.sentences) == 1
    assert "RuntimeError" in command_line.log
    assert 'File "cli/balance.py", line' in command_line.log
    assert "WTSENTINEL" not in done.err + command_line.log


def test_log_that_cannot_be_written(
    command_line: CommandLine, keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    (command_line.root / "state" / "wallet-tray").write_text("a file in the folder's place")

    def fail(*_arguments: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr("wallet_tray.cli.balance.choose_account", fail)

    done = command_line.run("balance")

    assert done.code == 70
    assert len(done.sentences) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    "arguments",
    [
        ["balance", "--demo"],
        ["balance", "--demo", "--json"],
        ["simulate"],
        ["balance", "--demo", "--watch"],
    ],
)
def test_output_that_cannot_be_written(
    command_line: CommandLine, arguments: list[str], unbuffered: str
) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*COMMAND, *arguments],
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=300,
        )

    assert done.returncode == 70
    assert done.stderr == b"The output could not be written. Check whether the disk is full.\n"


def _wait_until_asked(service: SimulatedService) -> None:
    tries = 1200
    while service.request_count(BALANCE) == 0 and tries:
        tries -= 1
        threading.Event().wait(0.05)
    assert tries, "the command asks the service"
