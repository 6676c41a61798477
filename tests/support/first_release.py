"""The first release (0.9.0): its files, and the old program itself in a process of its own."""

import json
import lzma
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import count
from pathlib import Path

from wallet_tray.storage.paths import Folders

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "tests" / "integration" / "first_release"
PROGRAM = FIXTURES / "program.zip"

_PATIENCE_SECONDS = 200
_PLACES = {
    "HOME": "home",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "XDG_RUNTIME_DIR": "run",
    "TMPDIR": "tmp",
}


def environment_in(root: Path, *, old: bool, **more: str) -> dict[str, str]:
    """Return the environment of a child whose folders all lie below ``root``.

    It has no desktop, no message bus and no key, and runs the old program or this checkout.
    """
    for folder in _PLACES.values():
        (root / folder).mkdir(mode=0o700, exist_ok=True)
    kept = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT")
    return {
        **{name: os.environ[name] for name in kept if name in os.environ},
        **{name: str(root / folder) for name, folder in _PLACES.items()},
        "DBUS_SESSION_BUS_ADDRESS": f"unix:path={root}/none",
        "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={root}/none",
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": os.pathsep.join([*([str(PROGRAM)] if old else []), str(ROOT)]),
        "PYTHONSAFEPATH": "1",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        **more,
    }


def run_old(
    arguments: Sequence[str], root: Path, **environment: str
) -> "subprocess.CompletedProcess[str]":
    """Run Python with the old program: a script, or "-m", "wallet_tray" and a command."""
    return _run(arguments, root, environment_in(root, old=True, **environment))


def run_new(
    arguments: Sequence[str], root: Path, **environment: str
) -> "subprocess.CompletedProcess[str]":
    """Run a command of this checkout's program in the same folders."""
    command = ["-m", "wallet_tray", *arguments]
    return _run(command, root, environment_in(root, old=False, **environment))


def start_old(arguments: Sequence[str], root: Path) -> "subprocess.Popen[str]":
    """Start Python with the old program, connected by pipes; the caller ends it."""
    return subprocess.Popen(
        [sys.executable, *arguments],
        env=environment_in(root, old=True),
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


class Recorder:
    """The old program with the history open, for one account. Each amount is another balance."""

    def __init__(self, root: Path, account: str, api_url: str) -> None:
        file = folders_in(root).history_file
        self.process = start_old([str(FIXTURES / "recorder.py"), str(file), account, api_url], root)
        self.kept: list[Decimal] = []
        self._amounts = (Decimal(50_000) - number for number in count())

    def record(self) -> bool:
        """Return True if the old program could write the next balance."""
        amount = next(self._amounts)
        if not self._ask(str(amount)):
            return False
        self.kept.append(amount)
        return True

    def opens(self) -> bool:
        """Make the old program open the file, and read from it alone."""
        return self._ask("open")

    def erase(self) -> bool:
        """Return True if the old program could erase the account."""
        return self._ask("erase")

    def end(self) -> int:
        """Let it close the file; return its exit code."""
        self.process.communicate(timeout=100)
        return self.process.returncode

    def _ask(self, line: str) -> bool:
        process = self.process
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{line}\n")
        process.stdin.flush()
        answer = process.stdout.readline()
        assert answer in ("done\n", "refused\n"), "the old program has ended"
        return answer == "done\n"


def folders_in(root: Path) -> Folders:
    """Return the folders that a child with ``environment_in`` uses."""
    names = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
    config, data, state = (root / _PLACES[name] / "wallet-tray" for name in names)
    return Folders(config, data, state, state, root / "run" / "wallet-tray")


def install(folders: Folders, texts: Mapping[str, str] | None = None) -> None:
    """Put the first release's files in their places; ``texts`` replaces words in the text files."""
    for path, data in (
        (folders.settings_file, (FIXTURES / "settings.toml").read_bytes()),
        (folders.alert_memory_file, (FIXTURES / "alerts.json").read_bytes()),
        (folders.history_file, lzma.decompress((FIXTURES / "history.sqlite3.xz").read_bytes())),
    ):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if path != folders.history_file:
            for before, after in (texts or {}).items():
                data = data.replace(before.encode(), after.encode())
        path.write_bytes(data)
        path.chmod(0o600)


_REMEMBERS = """
import sys
from pathlib import Path
from wallet_tray.storage.state_file import StateFile
file = StateFile(Path(sys.argv[1]))
print(file.load())
file.save({"farm": {"said": ["low"]}})
"""


def left_by_old_program(alert_memory: Path, root: Path) -> bool:
    """Let the old program read and write the alert memory; return True if it left it alone."""
    before = alert_memory.read_bytes()
    done = run_old(["-c", _REMEMBERS, str(alert_memory)], root)
    assert done.returncode == 0, done.stderr
    is_left = not list(alert_memory.parent.glob("*.broken")) and alert_memory.read_bytes() == before
    return is_left and done.stdout == "{}\n"


_READS_AND_SAVES = """
import sys
from pathlib import Path
from wallet_tray.domain.alert_memory import from_record, to_record
from wallet_tray.storage.state_file import StateFile
file = StateFile(Path(sys.argv[1]))
file.save({name: to_record(from_record(record)) for name, record in file.load().items()})
"""


def rewrite_by_old_program(alert_memory: Path, root: Path) -> None:
    """Let the old program read the alert memory and save what it understood."""
    done = run_old(["-c", _READS_AND_SAVES, str(alert_memory)], root)
    assert done.returncode == 0, done.stderr


def keyring_texts() -> dict[str, str]:
    """Return the keyring's texts by user, as the first release stored them."""
    texts: dict[str, str] = json.loads((FIXTURES / "keyring.json").read_text())
    return texts


def _run(
    arguments: Sequence[str], root: Path, environment: Mapping[str, str]
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, *arguments],
        env=environment,
        cwd=root,
        capture_output=True,
        text=True,
        timeout=_PATIENCE_SECONDS,
        check=False,
    )
