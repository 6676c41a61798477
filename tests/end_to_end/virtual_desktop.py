"""A private desktop of real parts, without a screen: display, bus, panel, notifications, keyring.

Everything lies in one temporary folder with its own HOME, and every process is ended at the end::

    with VirtualDesktop(tray="lxqt") as desktop:
        program = desktop.run([sys.executable, "-m", "wallet_tray"])
        items = tray_items(desktop.bus)

Linux only. Needs Python >= 3.11, jeepney and the programs that ``PROGRAMS`` names.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any, Literal, Self

from tests.end_to_end import process_group
from tests.end_to_end import session_parts as parts
from tests.end_to_end.bus_log import NOTIFICATIONS, BusLog
from tests.end_to_end.dbus_client import Bus, wait_until
from tests.end_to_end.desktop_config import DESKTOP_NAMES
from tests.end_to_end.display_server import start_sway, start_xvfb

Tray = Literal["xfce", "lxqt", "xembed", "none"]
InstalledPackage = Literal["tray", "notifications", "keyring"]

# What has to be installed; run.py installs it on Debian and Ubuntu.
PROGRAMS = (
    "Xvfb",
    "openbox",
    "xprop",
    "xsetroot",
    "xrdb",
    "xdotool",
    "dbus-daemon",
    "setpriv",
    "xfce4-panel",
    "lxqt-panel",
    "trayer",
    "dunst",
    "gnome-keyring-daemon",
    "/usr/libexec/at-spi-bus-launcher",
)
WAYLAND_PROGRAMS = ("sway", "waybar", "mako", "makoctl", "grim")

FOLDERS = {
    "HOME": "home",
    "TMPDIR": "tmp",
    "XDG_RUNTIME_DIR": "run",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
}
_MARK = "WALLET_TRAY_VIRTUAL_DESKTOP"


class VirtualDesktop:
    """One desktop session; a context manager. Parts come and go by ``start``, ``stop``, ``kill``.

    ``env`` is the environment of the programs inside, ``root`` the folder that holds all that they
    write. ``bus`` is a connection to the session bus, ``log`` what was said to the notification
    daemon. A part that is "none" or "absent" can be started later. On Wayland (sway) the tray is
    waybar and the notification daemon mako, whatever names are given.
    """

    def __init__(
        self,
        tray: Tray = "xfce",
        notifications: Literal["dunst", "none"] = "dunst",
        keyring: Literal["unlocked", "locked", "absent"] = "unlocked",
        *,
        display: Literal["x11", "wayland"] = "x11",
        size: tuple[int, int] = (1280, 800),
        scale: Literal[1, 2] = 1,
        logind: bool = False,
    ) -> None:
        self._tray, self._notifications, self._keyring = tray, notifications, keyring
        self._wayland, self._size, self._scale = display == "wayland", size, scale
        self._logind = logind
        self._started: list[subprocess.Popen[Any]] = []
        self.root = Path()
        self.env: dict[str, str] = {}
        self.bus: Bus
        self.log: BusLog

    def __enter__(self) -> Self:
        self.root = Path(tempfile.mkdtemp(prefix="wt-"))
        try:
            self._begin()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def run(
        self,
        argv: list[str],
        env: Mapping[str, str] | None = None,
        output: IO[Any] | int | None = subprocess.DEVNULL,
    ) -> subprocess.Popen[str]:
        """Starts a program inside, with ``env`` on top of the desktop's; ended with the desktop."""
        program = subprocess.Popen(
            ["setpriv", "--pdeathsig", "KILL", "--", *argv],
            env={**self.env, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self._started.append(program)
        return program

    def start(self, part: InstalledPackage, tray: Tray | None = None) -> None:
        """Starts a part and waits until it is of use; does nothing while it runs.

        ``tray`` says which one comes where there was none, or another one, before.
        """
        self._tray = tray or self._tray
        if self._programs.runs(part):
            return
        if part == "tray":
            parts.start_tray(self._programs, self.env, self.bus, self._tray, self._scale)
        elif part == "notifications":
            parts.start_notifications(self._programs, self.env, self.root, self.bus)
        else:
            locked = self._keyring == "locked"
            parts.start_keyring(self._programs, self.env, self.root, self.bus, locked=locked)

    def stop(self, part: InstalledPackage) -> None:
        """Ends a part as a logout does."""
        self._end(part, signal.SIGTERM)

    def kill(self, part: InstalledPackage) -> None:
        """Ends a part as a crash does."""
        self._end(part, signal.SIGKILL)

    def end_session(self) -> None:
        """Takes the display away, as a session that ends does before its programs know."""
        self._programs.end("display", signal.SIGKILL)

    def choose_action(self, notification: int, action: str) -> None:
        """Presses a button of a shown notification; the daemon itself then informs the program."""
        if self._wayland:
            argv = ["makoctl", "invoke", "-n", str(notification), action]
            subprocess.run(argv, env=self.env, check=True, timeout=60)
            return
        choice = parts.choice_file(self.root)
        choice.write_text(f"[{notification},{action}]", encoding="utf-8")
        menu = "org.dunstproject.cmd0"
        self.bus.call(NOTIFICATIONS, "/org/freedesktop/Notifications", menu, "ContextMenuCall")
        wait_until(lambda: not choice.exists(), f"dunst to offer {action!r}")

    def suspend(self) -> None:
        """The (mocked) logind says that the machine goes to sleep."""
        parts.announce_sleep(self.env, begins=True)

    def resume(self) -> None:
        """The (mocked) logind says that the machine is awake again."""
        parts.announce_sleep(self.env, begins=False)

    def close(self) -> None:
        """Ends every program and removes the folder; may be called twice."""
        if self.root == Path():
            return
        for program in self._started:
            process_group.end(program)
        for name in ("tray", "notifications", "keyring", "window-manager", "logind"):
            self._programs.end(name)
        if hasattr(self, "log"):
            self.log.stop()
        if hasattr(self, "bus"):
            self.bus.close()
        self._programs.end_all()
        process_group.end_marked(f"{_MARK}={self.env[_MARK]}")
        shutil.rmtree(self.root, ignore_errors=True)
        self.root = Path()

    def _begin(self) -> None:
        self._make_environment()
        logs = self.root / "log"
        logs.mkdir()
        self._programs = process_group.DesktopPrograms(logs)
        if self._wayland:
            start_sway(self._programs, self.env, self.root, self._size, self._scale)
        else:
            start_xvfb(self._programs, self.env, self._size, self._scale)
        parts.start_bus(self._programs, self.env, self.root, "bus")
        self.bus = Bus(self.env["DBUS_SESSION_BUS_ADDRESS"])
        self.log = BusLog(self.env["DBUS_SESSION_BUS_ADDRESS"])
        self.log.start()
        if self._logind:
            parts.start_logind(self._programs, self.env, self.root)
        if self._keyring != "absent":
            self.start("keyring")
        if self._notifications != "none":
            self.start("notifications")
        if not self._wayland:
            parts.start_window_manager(self._programs, self.env)
        if self._tray != "none":
            self.start("tray")

    def _make_environment(self) -> None:
        for name, folder in FOLDERS.items():
            (self.root / folder).mkdir(mode=0o700)
            self.env[name] = str(self.root / folder)
        self.env |= {
            _MARK: uuid.uuid4().hex,
            "PATH": os.environ.get("PATH", os.defpath),
            "LANG": "C.UTF-8",
            "XDG_CURRENT_DESKTOP": "sway" if self._wayland else DESKTOP_NAMES[self._tray],
            "XDG_SESSION_TYPE": "wayland" if self._wayland else "x11",
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={self.root}/run/bus",
            # Nothing listens there without the mocked logind.
            "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={self.root}/run/system-bus",
            # No accessibility bus, no settings daemon, no virtual file systems beside the test.
            "NO_AT_BRIDGE": "1",
            "GTK_A11Y": "none",
            "GSETTINGS_BACKEND": "memory",
            "GIO_USE_VFS": "local",
        }

    def _end(self, part: InstalledPackage, first: signal.Signals) -> None:
        self._programs.end(part, first)
        if part == "tray":
            wait_until(
                lambda: not parts.tray_is_there(self.env, self.bus, self._tray),
                "the tray to be gone",
                5,
            )
