"""What the command line takes and refuses, and how little it needs for that."""

import resource
import subprocess
import sys

import pytest

from tests.cli.conftest import CommandLine
from wallet_tray.simulator.server import SimulatedService

SECRET = "WTSENTINEL"

WRONG = {
    "unknown command": (SECRET,),
    "unknown option": (f"--{SECRET}",),
    "key as an argument": ("sign-in", SECRET),
    "key as a value": ("sign-in", f"--access-token={SECRET}"),
    "key as the port": ("simulate", "--port", SECRET),
    "key as the scenario": ("simulate", "--scenario", SECRET),
    "missing value": ("balance", "--account"),
    "shortened option": ("balance", "--acc", SECRET),
    "unknown format": ("balance", "--format", SECRET),
    "two formats": ("balance", "--json", "--format", "tmux"),
    "cached and young": ("balance", "--cached", "--max-age", "60"),
    "no number of seconds": ("balance", "--max-age", SECRET),
    "no amount": ("can-afford",),
    "no number": ("can-afford", SECRET),
    "no time": ("history", "--since", SECRET),
    "JSON and CSV": ("history", "--json", "--csv"),
}


@pytest.mark.parametrize("arguments", WRONG.values(), ids=WRONG)
def test_wrong_usage(command_line: CommandLine, arguments: tuple[str, ...]) -> None:
    done = command_line.run(*arguments)

    assert done.code == 2
    assert done.out == ""
    assert len(done.sentences) == 1
    assert "--help" in done.err
    assert SECRET not in done.err


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("demo", "--demo"), ("help", "--help"), ("signin", "sign-in"), ("blance", "balance")],
)
def test_what_was_meant_is_guessed(command_line: CommandLine, typed: str, meant: str) -> None:
    done = command_line.run(typed)

    assert done.code == 2
    assert f"Perhaps 'wallet-tray {meant}' is meant." in done.err
    assert len(done.sentences) == 1


def test_nothing_is_guessed_from_what_is_unlike_all(command_line: CommandLine) -> None:
    assert "Perhaps" not in command_line.run("dance").err


def test_key_as_an_account_is_not_repeated(command_line: CommandLine) -> None:
    done = command_line.run("balance", "--account", SECRET)

    assert done.code == 2
    assert SECRET not in done.err


def test_version(command_line: CommandLine) -> None:
    done = command_line.run("--version")

    assert (done.code, done.out) == (0, "wallet-tray 0.9.0\n")


@pytest.mark.parametrize(
    "command",
    ["balance", "can-afford", "history", "sign-in", "sign-out", "erase", "simulate"],
)
def test_help(command_line: CommandLine, command: str) -> None:
    of_all = command_line.run("--help")
    of_one = command_line.run(command, "--help")

    assert (of_all.code, of_one.code) == (0, 0)
    assert command in of_all.out
    assert f"wallet-tray {command}" in of_one.out


LOADS = {
    "--version": set(),
    "--help": set(),
    "sign-in --help": set(),
    "balance --account unknown": set(),
    "balance": {"httpx", "sqlite3"},
    "balance --demo": {"httpx", "sqlite3"},
    "balance --cached": {"sqlite3"},
    "balance --cached --format waybar": {"sqlite3"},
    "history": {"sqlite3"},
    "can-afford 5": {"httpx", "sqlite3"},
    "sign-out": {"keyring"},
}


@pytest.mark.parametrize(("typed", "loaded"), LOADS.items(), ids=LOADS)
def test_loads_no_more_than_it_needs(
    command_line: CommandLine, service: SimulatedService, typed: str, loaded: set[str]
) -> None:
    command_line.set("BYTENITE_API_KEY", service.api_key)
    watched = {"PySide6", "httpx", "keyring", "tomlkit", "sqlite3"}
    program = (
        "import sys; from wallet_tray.__main__ import main; main(sys.argv[1:]);"
        f"sys.stderr.write(' '.join(sorted({watched} & set(sys.modules))))"
    )

    done = subprocess.run(
        [sys.executable, "-c", program, *typed.split()], capture_output=True, text=True, timeout=300
    )

    assert set(done.stderr.splitlines()[-1].split() if done.stderr else ()) & watched == loaded


@pytest.mark.parametrize("arguments", [["--version"], ["--help"]])
def test_is_quick_where_nothing_is_asked(command_line: CommandLine, arguments: list[str]) -> None:
    """Less than 100 ms more than Python itself.

    Of processor time, as others use the machine, and the best of five.
    """
    assert best("-m", "wallet_tray", *arguments) - best("-c", "pass") < 0.1


@pytest.mark.parametrize("options", [["--json"], ["--format", "waybar"]])
def test_is_quick_for_a_bar_that_asks_again_and_again(
    command_line: CommandLine, service: SimulatedService, options: list[str]
) -> None:
    """The aim is 150 ms on an idle desktop machine; this one may be busy."""
    command_line.set("BYTENITE_API_KEY", service.api_key)
    assert command_line.run("balance").code == 0

    assert best("-m", "wallet_tray", "balance", "--cached", *options) < 0.3


def best(*command: str) -> float:
    """The seconds of processor time that Python takes for it, once out of five times."""
    times = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *command], capture_output=True, timeout=300)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(times)
