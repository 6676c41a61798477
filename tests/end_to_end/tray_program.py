"""The tray program as a child process on a virtual desktop."""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.end_to_end.dbus_client import PATIENCE_SECONDS, DesktopError, wait_until
from tests.end_to_end.process_group import end
from tests.end_to_end.tray_item import TrayItem, tray_items
from tests.end_to_end.virtual_desktop import FOLDERS, VirtualDesktop

COMMAND = (sys.executable, "-m", "wallet_tray")


def write_settings(
    desktop: VirtualDesktop, api_url: str, env: Mapping[str, str] | None = None
) -> None:
    """Points the program's only account at ``api_url``."""
    folder = Path((env or desktop.env)["XDG_CONFIG_HOME"], "wallet-tray")
    folder.mkdir(parents=True, exist_ok=True)
    text = f'version = 1\n\n[[accounts]]\nid = "default"\napi_url = "{api_url}"\n'
    (folder / "settings.toml").write_text(text, encoding="utf-8")


def sign_in(desktop: VirtualDesktop, api_key: str) -> None:
    """Puts the key into the desktop's keyring, as a user does on the command line."""
    done = run_command(desktop, "sign-in", typed=api_key + "\n")
    assert done.returncode == 0, done.stderr


def run_command(
    desktop: VirtualDesktop, *arguments: str, typed: str = "", env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """One run of the program that ends by itself."""
    return subprocess.run(
        [*COMMAND, *arguments],
        env=dict(env or desktop.env),
        input=typed,
        capture_output=True,
        text=True,
        timeout=120,
    )


def own_folders(desktop: VirtualDesktop, name: str) -> dict[str, str]:
    """An environment with folders of its own, for a further program on the same desktop."""
    own = {}
    for variable, folder in FOLDERS.items():
        path = desktop.root / name / folder
        path.mkdir(mode=0o700, parents=True)
        own[variable] = str(path)
    return own


class TrayApp:
    """The running program; ``end`` ends it if it still runs and gives all that it wrote."""

    def __init__(
        self,
        desktop: VirtualDesktop,
        *arguments: str,
        env: Mapping[str, str] | None = None,
        command: Sequence[str] = COMMAND,
    ) -> None:
        self._desktop = desktop
        self._path = desktop.root / f"program-{len(list(desktop.root.glob('program-*')))}"
        with self._path.open("w") as output:
            self.process = desktop.run([*command, *arguments], env, output)

    @property
    def item(self) -> TrayItem:
        """Its tray icon, as soon as the panel has it."""

        def find() -> TrayItem | None:
            self.check_running()
            items = tray_items(self._desktop.bus)
            return next((item for item in items if item.process == self.process.pid), None)

        item = wait_until(find, "the program's tray icon")
        assert item is not None
        return item

    def wait_for_tooltip(self, part: str, seconds: float = PATIENCE_SECONDS) -> None:
        """Waits until the tooltip contains ``part``."""
        item = self.item
        seen = ""

        def contains() -> bool:
            nonlocal seen
            self.check_running()
            seen = item.tooltip
            return part in seen

        try:
            wait_until(contains, f"{part!r} in the tooltip", seconds)
        except DesktopError as error:
            raise DesktopError(f"{error}; it says {seen!r}") from None

    def check_running(self) -> None:
        """Raises DesktopError, with the program's words, where it has ended."""
        if self.process.poll() is not None:
            code = self.process.returncode
            raise DesktopError(f"the program ended with {code}\n{self._path.read_text()}")

    def end(self) -> str:
        """All that it wrote on stdout and stderr, secrets and tracebacks included."""
        if not self._path.exists():
            return self._written
        end(self.process)
        self._written = self._path.read_text(errors="replace")
        return self._written
