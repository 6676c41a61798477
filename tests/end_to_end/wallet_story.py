"""One tray program and the wallet it watches: the test moves the balance and sees what is said."""

import json
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.end_to_end.bus_log import Notification
from tests.end_to_end.dbus_client import PATIENCE_SECONDS, wait_until
from tests.end_to_end.screen import windows
from tests.end_to_end.tray_item import TrayItem
from tests.end_to_end.tray_program import COMMAND, TrayApp
from tests.end_to_end.virtual_desktop import VirtualDesktop
from wallet_tray.desktop.single_instance.message import CREDENTIALS_CHANGED, notify_running
from wallet_tray.simulator.server import SimulatedService

TOP_UP_PAGE = "https://billing.example/top-up?wallet=1"

_SETTINGS = """version = 1

[[accounts]]
id = "default"
api_url = "{api_url}"
top_up_url = "{top_up_url}"
"""


@dataclass(slots=True)
class WalletStory:
    """The program runs with its key in the environment, so that no keyring is needed."""

    desktop: VirtualDesktop
    service: SimulatedService
    start_program: Callable[..., TrayApp]
    program: TrayApp
    env: dict[str, str]

    @classmethod
    def begin(
        cls,
        desktop: VirtualDesktop,
        service: SimulatedService,
        start_program: Callable[..., TrayApp],
        env: Mapping[str, str] | None = None,
        command: Sequence[str] = COMMAND,
    ) -> "WalletStory":
        """Starts the program; returns once it shows the balance."""
        own = {**(env or {}), "BYTENITE_API_KEY": service.api_key}
        folder = Path(own.get("XDG_CONFIG_HOME") or desktop.env["XDG_CONFIG_HOME"], "wallet-tray")
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        text = _SETTINGS.format(api_url=service.api_url, top_up_url=TOP_UP_PAGE)
        (folder / "settings.toml").write_text(text, encoding="utf-8")
        program = start_program(desktop, env=own, command=command)
        story = cls(desktop, service, start_program, program, own)
        story.wait_for_amount()
        return story

    def start_again(self) -> None:
        """A new program in place of one that has ended; returns once it shows the balance."""
        self.program = self.start_program(self.desktop, env=self.env)
        self.wait_for_amount()

    @property
    def item(self) -> TrayItem:
        """The program's tray icon."""
        return self.program.item

    def hold(self, available: str) -> None:
        """The wallet holds this from now on, all of it available, and the program knows it."""
        amount = Decimal(available)
        self.service.set_balance(available=amount, total=amount)
        self.refresh()
        self.wait_for_amount()

    def hold_unseen(self, available: str) -> None:
        """The same while amounts are hidden: it shows in what the alerts remember."""
        amount = Decimal(available)
        self.service.set_balance(available=amount, total=amount)
        self.refresh()
        what = f"{available} to be known"
        wait_until(lambda: self.memory().get("seen", {}).get("available") == f"{amount}", what)

    def refresh(self) -> None:
        """Has the program ask the service now; "Refresh now" would keep five seconds between."""
        folder = self.env.get("XDG_RUNTIME_DIR") or self.desktop.env["XDG_RUNTIME_DIR"]
        socket = Path(folder, "wallet-tray", "instance.sock")
        assert notify_running(socket, CREDENTIALS_CHANGED, timedelta(seconds=PATIENCE_SECONDS))

    def wait_for_amount(self) -> None:
        """Returns once the tooltip holds what the wallet holds."""
        self.program.wait_for_tooltip(f" {self.service.statement.available:.2f}")

    def said(self) -> list[Notification]:
        """All that a notification daemon has acknowledged, the oldest first."""
        return [note for note in self.desktop.log.notifications if note.id]

    def wait_until_said(self, *titles: str) -> list[Notification]:
        """Waits until exactly these were acknowledged; a title is what stands before the colon."""

        def as_expected() -> bool:
            return [_title(note) for note in self.said()] == list(titles)

        try:
            wait_until(as_expected, f"the notifications {titles}")
        except RuntimeError as error:
            raise AssertionError(f"{error}; there are {self.desktop.log.notifications}") from None
        return self.said()

    def memory(self) -> dict[str, Any]:
        """What the program keeps of its alerts on the disk."""
        folder = self.env.get("XDG_STATE_HOME") or self.desktop.env["XDG_STATE_HOME"]
        file = Path(folder, "wallet-tray", "alerts.json")
        known: dict[str, Any] = json.loads(file.read_text()) if file.exists() else {}
        return known.get("accounts", {}).get("default", {})


def on_screen(desktop: VirtualDesktop) -> int:
    """How many notifications the daemon itself says it shows now."""
    if "WAYLAND_DISPLAY" in desktop.env:
        return _output(desktop, "makoctl", "list").count('"summary"')
    return int(_output(desktop, "dunstctl", "count", "displayed"))


def program_windows(desktop: VirtualDesktop, process: int) -> list[str]:
    """The titles of a process's windows, on X11 and on sway; "" for one without."""
    if "WAYLAND_DISPLAY" not in desktop.env:
        found = windows(desktop.env, process)
        return [_output(desktop, "xdotool", "getwindowname", str(one)).strip() for one in found]
    nodes, titles = [json.loads(_output(desktop, "swaymsg", "-t", "get_tree"))], []
    while nodes:
        node = nodes.pop()
        nodes += node["nodes"] + node["floating_nodes"]
        if node.get("pid") == process:
            titles.append(node["name"])
    return titles


def _title(note: Notification) -> str:
    return note.summary.partition(":")[0]


def _output(desktop: VirtualDesktop, *argv: str) -> str:
    done = subprocess.run(
        argv, env=desktop.env, capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout
