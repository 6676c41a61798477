"""wallet-tray simulate as a program: its first line, its end, and its refusals."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from urllib.parse import urlsplit

import pytest

from tests.support.own_seconds import OwnSeconds, end_of
from wallet_tray.simulator.scenarios import SCENARIOS

PROGRAM = """
import argparse, sys
from wallet_tray.cli import simulate
parser = argparse.ArgumentParser(prog="wallet-tray simulate")
simulate.add_arguments(parser)
code = simulate.run(parser.parse_args())
assert not [name for name in sys.modules if name.startswith(("PySide6", "httpx", "keyring"))]
sys.exit(code)
"""

Launch = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def launch() -> Iterator[Launch]:
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: str) -> "subprocess.Popen[str]":
        program = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(program)
        return program

    yield start
    for program in started:
        program.kill()
        program.communicate()


def first_line(program: "subprocess.Popen[str]") -> dict[str, str]:
    assert program.stdout
    line: dict[str, str] = json.loads(program.stdout.readline())
    return line


def refusal(program: "subprocess.Popen[str]") -> str:
    out, sentence = program.communicate(timeout=300)
    assert (program.returncode, out) == (2, "")
    return sentence


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)])
def test_serves_until_it_is_asked_to_stop(
    launch: Launch, number: signal.Signals, code: int
) -> None:
    program = launch("--scenario", "slow")
    address = first_line(program)
    assert set(address) == {"api_url", "api_key", "access_token"}
    url = urlsplit(address["api_url"])
    with closing(http.client.HTTPConnection(url.netloc, timeout=60)) as connection:
        body = json.dumps({"apiKey": address["api_key"]})
        connection.request("POST", f"{url.path}/auth/access_token", body)
        answer = connection.getresponse()
        assert answer.status == 200
        answer.read()
        # an answer that takes seconds does not hold up the end
        connection.request(
            "GET", f"{url.path}/wallet/balance", headers={"Authorization": address["access_token"]}
        )
        with OwnSeconds(program.pid) as own:
            program.send_signal(number)
            end_of(program)
        assert program.communicate() == ("", "")
        assert own.seconds < 2
    assert program.returncode == code


def test_a_seed_decides_the_credentials(launch: Launch) -> None:
    addresses = [first_line(launch("--seed", seed)) for seed in ("4", "4", "5")]
    assert addresses[0]["api_key"] == addresses[1]["api_key"] != addresses[2]["api_key"]


def test_a_port_in_use_is_a_sentence(launch: Launch) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = str(taken.getsockname()[1])
        sentence = refusal(launch("--port", port))
    assert port in sentence
    assert sentence.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [("--port", "65536"), ("--port", "-1"), ("--pace", "0"), ("--pace", "nan"), ("--pace", "inf")],
)
def test_numbers_out_of_range_are_a_sentence(launch: Launch, arguments: tuple[str, str]) -> None:
    sentence = refusal(launch(*arguments))
    assert arguments[0].removeprefix("--") in sentence
    assert sentence.count("\n") == 1


def test_an_unknown_scenario_is_refused(launch: Launch) -> None:
    assert "drain" in refusal(launch("--scenario", "flood"))


def test_help_describes_each_scenario(launch: Launch) -> None:
    out, _ = launch("--help").communicate(timeout=300)
    for scenario in SCENARIOS.values():
        assert f"{scenario.name} " in out
        assert scenario.sentence in out


@pytest.mark.parametrize("in_a_terminal", [True, False])
def test_a_terminal_shows_what_to_do_with_the_line(in_a_terminal: bool) -> None:
    pty = pytest.importorskip("pty", reason="terminals of POSIX")
    terminal, end = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        stdout=end if in_a_terminal else subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        os.close(end)
        assert program.stderr
        if in_a_terminal:
            message = program.stderr.readline()
        else:
            first_line(program)
            program.terminate()
            message = program.stderr.read()
        program.terminate()
        program.communicate(timeout=300)
    os.close(terminal)
    assert ("service address" in message and "--port" in message) is in_a_terminal
