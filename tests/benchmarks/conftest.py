"""Programs to compare, a service for them to ask, and what the system says about a process."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from wallet_tray.simulator.server import SimulatedService

FOLDER = Path(__file__).parent


class Program:
    """A child process that says on lines of its output how far it is."""

    def __init__(self, name: str, arguments: list[str], typed: str, env: dict[str, str]) -> None:
        self.started = time.monotonic()
        self._process = subprocess.Popen(
            [sys.executable, str(FOLDER / name), *arguments],
            env=env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdin is not None
        self._process.stdin.write(typed)
        self._process.stdin.close()

    def wait_for(self, word: str) -> float:
        """Seconds from the start to the line that begins with ``word``."""
        return float(self.read(word)[0])

    def read(self, word: str) -> tuple[float, str]:
        """The same, with the rest of the line."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.startswith(word):
                return time.monotonic() - self.started, line.removeprefix(word).strip()
        raise AssertionError(f"the program ended without {word!r}")

    def next_word(self, *words: str) -> tuple[str, str]:
        """The next line that begins with one of ``words``: the word, and the rest of the line."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            for word in words:
                if line.startswith(word):
                    return word, line.removeprefix(word).strip()
        raise AssertionError(f"the program ended without {words!r}")

    @property
    def resident_kib(self) -> int:
        return int(self._status(self._proc)["VmRSS"].split()[0])

    @property
    def cpu_seconds(self) -> float:
        fields = (self._proc / "stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def wake_ups(self) -> int:
        """How often any of its threads has gone to sleep by itself, so far."""
        return sum(
            int(self._status(task)["voluntary_ctxt_switches"])
            for task in (self._proc / "task").iterdir()
        )

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()

    @property
    def _proc(self) -> Path:
        return Path(f"/proc/{self._process.pid}")

    def _status(self, folder: Path) -> dict[str, str]:
        lines = (folder / "status").read_text(encoding="utf-8").splitlines()
        return dict(line.split(":", 1) for line in lines)


@pytest.fixture
def service() -> Iterator[SimulatedService]:
    with SimulatedService() as service:
        yield service


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Program]]:
    """Starts programs of this folder, each in a home of its own, and ends them after the test."""
    programs: list[Program] = []

    def start_it(name: str, *arguments: object, typed: str = "") -> Program:
        home = tmp_path / f"home{len(programs)}"
        (home / "run").mkdir(mode=0o700, parents=True)
        places = {f"XDG_{kind}_HOME": str(home / kind) for kind in ("CONFIG", "STATE", "DATA")}
        env = {
            **os.environ,
            **places,
            "HOME": str(home),
            "TMPDIR": str(home),
            "XDG_RUNTIME_DIR": str(home / "run"),
            "QT_QPA_PLATFORM": "offscreen",
        }
        programs.append(Program(name, [str(one) for one in arguments], typed, env))
        return programs[-1]

    yield start_it
    for program in programs:
        program.end()


@pytest.fixture
def tell(capsys: pytest.CaptureFixture[str]) -> Callable[[str], None]:
    """Shows a figure whatever pytest captures."""

    def show(line: str) -> None:
        with capsys.disabled():
            sys.stdout.write(f"\n  {line}")

    return show
