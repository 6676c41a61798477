"""The command line against the simulated service, with folders of its own and no keyring."""

import io
import logging
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from wallet_tray.__main__ import main
from wallet_tray.context import AppContext
from wallet_tray.credentials.keyring_backend import MemoryKeyring
from wallet_tray.history.history import History
from wallet_tray.simulator.server import SimulatedService
from wallet_tray.storage.paths import Folders

_VARIABLES = {
    "HOME": "home",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "XDG_RUNTIME_DIR": "run",
    "TMPDIR": "tmp",
}
_ABSENT = (
    "BYTENITE_API_KEY",
    "BYTENITE_ACCESS_TOKEN",
    "WALLET_TRAY_KEY_DEFAULT",
    "DBUS_SESSION_BUS_ADDRESS",
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "XDG_SESSION_TYPE",
    "QT_QPA_PLATFORM",
    "XAUTHORITY",
)


@dataclass(frozen=True)
class Done:
    """A command that has ended."""

    code: int
    out: str
    err: str

    @property
    def sentences(self) -> list[str]:
        return self.err.strip().splitlines()


class CommandLine:
    """Runs commands for a user whose folders all lie below ``root``."""

    def __init__(
        self,
        root: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
        service: SimulatedService,
    ) -> None:
        self.root = root
        self.service = service
        self._monkeypatch = monkeypatch
        self._capsys = capsys
        for name in _ABSENT:
            monkeypatch.delenv(name, raising=False)
        for name, folder in _VARIABLES.items():
            path = root / folder
            path.mkdir(mode=0o700)
            monkeypatch.setenv(name, str(path))

    def set(self, name: str, text: str) -> None:
        """Put a variable into the environment of the commands."""
        self._monkeypatch.setenv(name, text)

    @property
    def settings_file(self) -> Path:
        return self.root / "config" / "wallet-tray" / "settings.toml"

    @property
    def log(self) -> str:
        file = self.root / "state" / "wallet-tray" / "log" / "wallet-tray.log"
        return file.read_text() if file.exists() else ""

    def write_settings(self, text: str | None = None) -> None:
        """The given text, or one account at the simulated service."""
        if text is None:
            text = f'[[accounts]]\napi_url = "{self.service.api_url}"\n'
        self.settings_file.parent.mkdir(parents=True, exist_ok=True)
        self.settings_file.write_text(text)

    def run(self, *arguments: str, typed: bytes = b"") -> Done:
        """The command in this process; quick."""
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed)))
        self._capsys.readouterr()
        code = main(arguments)
        written = self._capsys.readouterr()
        return Done(code, written.out, written.err)

    def run_child(
        self, *arguments: str, typed: str = "", env: Mapping[str, str] | None = None
    ) -> Done:
        """The command as a process of its own."""
        done = subprocess.run(
            [sys.executable, "-m", "wallet_tray", *arguments],
            env={**os.environ, **(env or {})},
            input=typed,
            capture_output=True,
            text=True,
            timeout=300,
        )
        return Done(done.returncode, done.stdout, done.stderr)

    def files_with(self, secret: str) -> list[Path]:
        """Every file below the root that holds the secret."""
        return [
            path
            for path in self.root.rglob("*")
            if path.is_file() and secret.encode() in path.read_bytes()
        ]


@pytest.fixture
def service() -> Iterator[SimulatedService]:
    with SimulatedService() as running:
        running.set_balance(available=512, total=600, amount_due=3)
        yield running


@pytest.fixture
def command_line(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    service: SimulatedService,
) -> Iterator[CommandLine]:
    """What ``main`` changes in its process (the umask and the root logger) is put back."""
    umask = os.umask(0o022)
    root = logging.getLogger()
    level, handlers = root.level, list(root.handlers)
    line = CommandLine(tmp_path, monkeypatch, capsys, service)
    line.write_settings()
    yield line
    os.umask(umask)
    root.setLevel(level)
    for handler in [handler for handler in root.handlers if handler not in handlers]:
        root.removeHandler(handler)
        handler.close()


@pytest.fixture
def keyring(command_line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> MemoryKeyring:
    """A keyring that works; the real one is tried on a real desktop (tests/end_to_end)."""
    kept = MemoryKeyring()
    root = command_line.root

    def context() -> AppContext:
        folders = Folders(
            command_line.settings_file.parent,
            root / "data" / "wallet-tray",
            root / "state" / "wallet-tray",
            root / "state" / "wallet-tray" / "log",
            root / "run" / "wallet-tray",
        )
        return AppContext(
            folders, folders, os.environ, lambda: kept, lambda: History(folders.history_file)
        )

    monkeypatch.setattr("wallet_tray.context.user_context", context)
    return kept
