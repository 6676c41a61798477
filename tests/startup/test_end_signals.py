"""SIGTERM, SIGINT and SIGHUP end an idle event loop at once, and what is ignored stays so."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.support.own_seconds import OwnSeconds, end_of
from wallet_tray.startup.signals import EndSignals

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")

PROGRAM = """
import os, signal, sys, time
for number in map(int, sys.argv[1:]):
    signal.signal(number, signal.SIG_IGN)
from PySide6.QtCore import QCoreApplication
from wallet_tray.startup.signals import EndSignals

app = QCoreApplication(["test"])
signals = EndSignals()
signals.received.connect(app.quit)
print("ready", flush=True)
code = app.exec()
signals.stop()
time.sleep(0.2)
os._exit(code)  # as the program does; taking the interpreter apart frees the signals
"""


@pytest.fixture
def idle_program() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    programs: list[subprocess.Popen[str]] = []

    def start(*ignored: int) -> subprocess.Popen[str]:
        program = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, *map(str, ignored)], stdout=subprocess.PIPE, text=True
        )
        programs.append(program)
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
        return program

    yield start
    for program in programs:
        program.kill()
        program.wait()
        assert program.stdout is not None
        program.stdout.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_an_idle_event_loop_ends_at_once(
    idle_program: Callable[..., subprocess.Popen[str]], number: int
) -> None:
    program = idle_program()
    with OwnSeconds(program.pid) as own:
        program.send_signal(number)
        end_of(program)
    assert program.wait() == 0
    assert own.seconds < 1


def test_further_signals_until_the_very_end_change_nothing(
    idle_program: Callable[..., subprocess.Popen[str]],
) -> None:
    """A session that ends sends SIGTERM and SIGHUP, and impatient ones send them again."""
    program = idle_program()
    deadline = time.monotonic() + 30
    while program.poll() is None and time.monotonic() < deadline:
        for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGINT):
            program.send_signal(number)
        time.sleep(0.001)
    assert program.wait(30) == 0


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGINT])
def test_signals_ignored_at_the_start_stay_ignored(
    idle_program: Callable[..., subprocess.Popen[str]], number: int
) -> None:
    """nohup ignores SIGHUP for its program, a shell SIGINT for what it puts into the background."""
    program = idle_program(number)
    program.send_signal(number)
    with pytest.raises(subprocess.TimeoutExpired):
        program.wait(0.5)
    program.send_signal(signal.SIGTERM)
    assert program.wait(30) == 0


def test_everything_can_be_given_back(qtbot: QtBot) -> None:
    numbers = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
    before = [signal.getsignal(number) for number in numbers]
    mine, other = socket.socketpair()
    with mine, other:
        mine.setblocking(False)
        fd_before = signal.set_wakeup_fd(mine.fileno())
        signals = EndSignals()
        signals.restore()
        assert [signal.getsignal(number) for number in numbers] == before
        assert signal.set_wakeup_fd(fd_before) == mine.fileno()


def test_other_signals_end_nothing(qtbot: QtBot) -> None:
    signals = EndSignals()
    usr1 = signal.signal(signal.SIGUSR1, lambda *_: None)
    try:
        os.kill(os.getpid(), signal.SIGUSR1)
        with qtbot.assertNotEmitted(signals.received, wait=100):
            pass
        with qtbot.waitSignal(signals.received):
            os.kill(os.getpid(), signal.SIGTERM)
    finally:
        signal.signal(signal.SIGUSR1, usr1)
        signals.restore()
