"""What the command line takes and refuses, and how little it needs for that."""

import importlib.util
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
def test_mistyped_command_gets_a_suggestion(
    command_line: CommandLine, typed: str, meant: str
) -> None:
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


UNUSED_BY_CACHED = {
    "base64",
    "binascii",
    "fcntl",
    "json",
    "shlex",
    "signal",
    "ssl",
    "struct",
    "subprocess",
    "encodings.idna",
    "wallet_tray.cli.bars",
    "wallet_tray.cli.history",
    "wallet_tray.cli.watch",
    "wallet_tray.credentials.keyring_backend",
    "wallet_tray.credentials.removal",
    "wallet_tray.history.series",
    "wallet_tray.history.writer",
    "wallet_tray.http.client",
    "wallet_tray.startup.redaction",
    "wallet_tray.storage.folder_lock",
    "wallet_tray.text.alerts",
    "wallet_tray.text.problems",
}
NAMES_LOADED = """
import sys
before = set(sys.modules)
from wallet_tray.__main__ import main
main(sys.argv[1:])
print(*set(sys.modules) - before, file=sys.stderr)
"""


def test_a_recorded_balance_loads_nothing_for_writing_failures_and_charts(
    command_line: CommandLine, service: SimulatedService
) -> None:
    command_line.set("BYTENITE_API_KEY", service.api_key)
    assert command_line.run("balance").code == 0
    command = [sys.executable, "-c", NAMES_LOADED, "balance", "--cached"]

    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)

    loaded = set(done.stderr.split())
    assert done.stdout.startswith("Available")
    assert {"sqlite3", "wallet_tray.domain.forecast.forecast"} <= loaded
    assert UNUSED_BY_CACHED & loaded == set()
    for name in UNUSED_BY_CACHED:  # a misspelt name would be absent for ever
        assert importlib.util.find_spec(name) is not None, name


def test_the_zone_at_each_start_loads_no_forecast(command_line: CommandLine) -> None:
    command = [sys.executable, "-c", NAMES_LOADED, "--version"]

    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)

    ours = {name for name in done.stderr.split() if name.startswith("wallet_tray.")}
    assert ours == {
        "wallet_tray.__main__",
        "wallet_tray.cli",
        "wallet_tray.cli.arguments",
        "wallet_tray.cli.output",
        "wallet_tray.domain",
        "wallet_tray.domain.exit_code",
        "wallet_tray.startup",
        "wallet_tray.startup.process",
        "wallet_tray.startup.time_zone",
    }


@pytest.mark.parametrize("arguments", [["--version"], ["--help"]])
def test_is_quick_where_nothing_is_asked(command_line: CommandLine, arguments: list[str]) -> None:
    """Less than 100 ms more than Python itself.

    Of processor time, as others use the machine, and the best of five.
    """
    assert best("-m", "wallet_tray", *arguments) - best("-c", "pass") < 0.1


@pytest.mark.parametrize("options", [["--json"], ["--format", "waybar"]])
def test_balance_is_quick_for_a_polling_bar(
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
