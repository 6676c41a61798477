"""Message buses that take connections and never answer: the GUI thread does not wait for them."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Protocol

import pytest

from tests.support.own_seconds import OwnSeconds, end_of
from wallet_tray.simulator.server import SimulatedService

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="message buses")

PROGRAM = Path(__file__).parents[1] / "support" / "loop_gap_program.py"
PATIENCE_SECONDS = 90.0
LONGEST_WAIT_MS = 100
QUIT_SECONDS = 2

_BUS_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default"><allow send_destination="*"/><allow own="*"/></policy>
</busconfig>
"""


class HangingBus(Protocol):
    """``hang`` is called once the program runs."""

    def hang(self) -> None:
        """Answer nothing from now on."""

    def close(self) -> None:
        """End with the test."""


class SilentBus:
    """Takes connections; with ``logs_in`` it answers their login, but never their Hello."""

    def __init__(self, path: Path, *, logs_in: bool) -> None:
        self._listening = socket.socket(socket.AF_UNIX)
        self._listening.bind(str(path))
        self._listening.listen()
        if logs_in:
            threading.Thread(target=self._serve, name="silent bus", daemon=True).start()

    def hang(self) -> None:
        """It always does."""

    def close(self) -> None:
        self._listening.close()

    def _serve(self) -> None:
        while True:
            try:
                caller, _ = self._listening.accept()
            except OSError:
                return
            threading.Thread(target=self._log_in, args=(caller,), daemon=True).start()

    def _log_in(self, caller: socket.socket) -> None:
        with caller, caller.makefile("rwb", buffering=0) as lines:
            for line in lines:
                if line.startswith(b"BEGIN"):
                    break
                lines.write(
                    b"AGREE_UNIX_FD\r\n" if b"NEGOTIATE" in line else b"OK " + b"0" * 32 + b"\r\n"
                )
            while caller.recv(4096):
                pass


class StoppedBus:
    """A dbus-daemon that stops while the program runs."""

    def __init__(self, path: Path) -> None:
        config = path.with_suffix(".conf")
        config.write_text(_BUS_CONFIG.format(socket=path))
        self._process = subprocess.Popen(
            ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address=1"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline().startswith("unix:")

    def hang(self) -> None:
        self._process.send_signal(signal.SIGSTOP)

    def close(self) -> None:
        self._process.kill()
        self._process.wait(PATIENCE_SECONDS)
        assert self._process.stdout is not None
        self._process.stdout.close()


@pytest.fixture(params=["no answer at all", "no answer to Hello", "stops answering later"])
def buses(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[dict[str, HangingBus]]:
    """The session bus and the system bus, by their variables; both hang in the same way."""
    if request.param == "stops answering later" and shutil.which("dbus-daemon") is None:
        pytest.skip("dbus-daemon is not installed")
    made: dict[str, HangingBus] = {}
    for name in ("SESSION", "SYSTEM"):
        path = tmp_path / name
        made[f"DBUS_{name}_BUS_ADDRESS"] = (
            StoppedBus(path)
            if request.param == "stops answering later"
            else SilentBus(path, logs_in=request.param == "no answer to Hello")
        )
    yield made
    for bus in made.values():
        bus.close()


def wait_until(condition: Callable[[], object], what: str) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < deadline, f"{what} did not come"
        time.sleep(0.02)


def test_the_event_loop_goes_on_and_the_program_quits(
    tmp_path: Path,
    buses: dict[str, HangingBus],
    make_service: Callable[..., SimulatedService],
) -> None:
    service = make_service("9.50")  # critical: a notification wants to be shown
    gaps = tmp_path / "gaps"
    environment = {
        **os.environ,
        **{f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "DATA", "STATE")},
        **{name: f"unix:path={tmp_path / name.split('_')[1]}" for name in buses},
        "HOME": str(tmp_path),
        "XDG_RUNTIME_DIR": str(tmp_path / "run"),
        "QT_QPA_PLATFORM": "offscreen",
        "BYTENITE_API_KEY": service.api_key,
    }
    (tmp_path / "run").mkdir(mode=0o700)
    settings = tmp_path / "CONFIG" / "wallet-tray" / "settings.toml"
    settings.parent.mkdir(mode=0o700, parents=True)
    settings.write_text(
        f'version = 1\n\n[[accounts]]\nid = "default"\napi_url = "{service.api_url}"\n'
    )
    program = subprocess.Popen(
        [sys.executable, str(PROGRAM), str(gaps)], env=environment, stderr=subprocess.PIPE
    )
    assert program.stderr is not None
    with closing(program.stderr):
        try:
            asked = lambda: service.request_count() >= 2  # noqa: E731  the token and a balance
            wait_until(asked, "the first balance")
            for bus in buses.values():
                bus.hang()
            second = subprocess.run(
                [sys.executable, "-m", "wallet_tray"],
                env=environment,
                timeout=PATIENCE_SECONDS,
                check=False,
            )
            assert second.returncode == 0, "the first one opens its popup"
            with OwnSeconds(program.pid) as leaving:
                program.terminate()
                end_of(program)
            assert program.wait() == 0, program.stderr.read()
        finally:
            program.kill()
            program.wait()
    assert leaving.seconds < QUIT_SECONDS
    waits = [float(line.split()[1]) for line in gaps.read_text().splitlines()]
    assert max(waits, default=0) < LONGEST_WAIT_MS
