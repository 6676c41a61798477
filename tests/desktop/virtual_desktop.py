"""A private desktop of real parts, without a screen: display, bus, panel, notifications, keyring.

Everything lies in one temporary folder with its own HOME, and every process is ended at the end::

    with VirtualDesktop(tray="lxqt") as desktop:
        program = desktop.run([sys.executable, "-m", "wallet_tray"])
        item = wait_for_item(desktop.bus, program.pid)

Linux only. Needs Python >= 3.11, jeepney and the programs that ``PROGRAMS`` names.
"""

import contextlib
import ctypes
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import uuid
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Any, Literal, Self

import desktop_config as config
import process_group
from bus_log import NOTIFICATIONS, BusLog
from dbus_client import Bus, BusError, DesktopError, wait_until
from secret_service import PASSWORD, SECRETS, collections
from tray_item import panel_is_there

Tray = Literal["xfce", "lxqt", "xembed", "none"]
Notifier = Literal["dunst", "none"]
Keyring = Literal["unlocked", "locked", "absent"]
Part = Literal["tray", "notifications", "keyring"]

# What has to be installed; run.py installs it on Debian and Ubuntu.
PROGRAMS = [
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
]
WAYLAND_PROGRAMS = ["sway", "waybar", "mako", "makoctl", "grim"]

_MARK = "WALLET_TRAY_VIRTUAL_DESKTOP"
_START_SECONDS = 20.0
_NOBODY = 65534


class VirtualDesktop:
    """One desktop session; a context manager. Parts come and go by ``start``, ``stop``, ``kill``.

    ``env`` is the environment of the programs inside, ``root`` the folder that holds all that they
    write, ``bus`` a connection to the session bus, ``log`` what was said to the notification
    daemon. A part that is "none" or "absent" can be started later. On Wayland (sway) the tray is
    waybar and the notification daemon mako, whatever names are given.
    """

    def __init__(
        self,
        tray: Tray = "xfce",
        notifications: Notifier = "dunst",
        keyring: Keyring = "unlocked",
        *,
        display: Literal["x11", "wayland"] = "x11",
        size: tuple[int, int] = (1280, 800),
        scale: Literal[1, 2] = 1,
        logind: bool = False,
    ) -> None:
        self._tray, self._notifications, self._keyring = tray, notifications, keyring
        self._wayland, self._size, self.scale = display == "wayland", size, scale
        self._logind = logind
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._programs: list[subprocess.Popen[Any]] = []
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

    # -- programs inside

    def run(
        self,
        argv: list[str],
        env: Mapping[str, str] | None = None,
        output: IO[Any] | int | None = subprocess.DEVNULL,
    ) -> subprocess.Popen[str]:
        """Starts a program inside; ended at the end at the latest."""
        program = subprocess.Popen(
            ["setpriv", "--pdeathsig", "KILL", "--", *argv],
            env={**self.env, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self._programs.append(program)
        return program

    # -- parts

    def start(self, part: Part, tray: Tray | None = None) -> None:
        """Starts a part and waits until it is of use; does nothing while it runs.

        ``tray`` says which one comes where there was none, or another one, before.
        """
        self._tray = tray or self._tray
        if part in self._running and self._running[part].poll() is None:
            return
        {
            "tray": self._start_tray,
            "notifications": self._start_notifications,
            "keyring": self._start_keyring,
        }[part]()

    def stop(self, part: Part) -> None:
        """Ends a part as a logout does."""
        self._end(part, signal.SIGTERM)

    def kill(self, part: Part) -> None:
        """Ends a part as a crash does."""
        self._end(part, signal.SIGKILL)

    def choose_action(self, notification: int, action: str) -> None:
        """Presses a button of a shown notification; the daemon itself then tells the program."""
        if self._wayland:
            argv = ["makoctl", "invoke", "-n", str(notification), action]
            subprocess.run(argv, env=self.env, check=True, timeout=5)
            return
        choice = self._choice
        choice.write_text(f"[{notification},{action}]", encoding="utf-8")
        menu = "org.dunstproject.cmd0"
        self.bus.call(NOTIFICATIONS, "/org/freedesktop/Notifications", menu, "ContextMenuCall")
        wait_until(lambda: not choice.exists(), f"dunst to offer {action!r}", 5)

    def suspend(self) -> None:
        """The (mocked) logind says that the machine goes to sleep."""
        self._prepare_for_sleep(True)

    def resume(self) -> None:
        """The (mocked) logind says that the machine is awake again."""
        self._prepare_for_sleep(False)

    # -- beginning and end

    def _begin(self) -> None:
        folders = {
            "HOME": "home",
            "TMPDIR": "tmp",
            "XDG_RUNTIME_DIR": "run",
            "XDG_CONFIG_HOME": "config",
            "XDG_DATA_HOME": "data",
            "XDG_STATE_HOME": "state",
            "XDG_CACHE_HOME": "cache",
        }
        for name, folder in folders.items():
            (self.root / folder).mkdir(mode=0o700)
            self.env[name] = str(self.root / folder)
        (self.root / "log").mkdir()
        self.env |= {
            _MARK: uuid.uuid4().hex,
            "PATH": os.environ.get("PATH", os.defpath),
            "LANG": "C.UTF-8",
            "XDG_CURRENT_DESKTOP": "sway" if self._wayland else config.DESKTOP_NAMES[self._tray],
            "XDG_SESSION_TYPE": "wayland" if self._wayland else "x11",
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={self.root}/run/bus",
            "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={self.root}/run/system-bus",
            # No accessibility bus, no settings daemon, no virtual file systems beside the test.
            "NO_AT_BRIDGE": "1",
            "GTK_A11Y": "none",
            "GSETTINGS_BACKEND": "memory",
            "GIO_USE_VFS": "local",
        }
        if self._wayland:
            self._start_sway()
        else:
            self._start_xvfb()
        self._start_bus("bus", self.root / "run/bus")
        self.bus = Bus(self.env["DBUS_SESSION_BUS_ADDRESS"])
        self.log = BusLog(self.env["DBUS_SESSION_BUS_ADDRESS"])
        self.log.start()
        if self._logind:
            self._start_logind()
        if self._keyring != "absent":
            self.start("keyring")
        if self._notifications != "none":
            self.start("notifications")
        if not self._wayland:
            self._launch("openbox", ["openbox", "--sm-disable"], self._window_manager_is_there)
        if self._tray != "none":
            self.start("tray")

    def close(self) -> None:
        """Ends every program and removes the folder; may be called twice."""
        for program in self._programs:
            process_group.end(program)
        bus_parts = ("tray", "notifications", "keyring", "openbox", "logind")
        for name in bus_parts:
            if name in self._running:
                process_group.end(self._running.pop(name))
        if hasattr(self, "log"):
            self.log.stop()
            self.bus.close()
        while self._running:
            _name, process = self._running.popitem()
            process_group.end(process)
        if self.env:
            process_group.end_marked(f"{_MARK}={self.env[_MARK]}")
        if self.root != Path():
            shutil.rmtree(self.root, ignore_errors=True)
            self.root = Path()

    def _launch(
        self,
        name: str,
        argv: list[str],
        ready: Callable[[], object],
        *,
        env: Mapping[str, str] | None = None,
        **more: Any,
    ) -> None:
        """Starts one of the desktop's own programs and waits for it; tells its last words."""
        log = self.root / "log" / f"{name}.log"
        process = process_group.start(argv, env or self.env, log, **more)
        self._running[name] = process

        def probe() -> object:
            if process.poll() is not None:
                raise DesktopError(f"{argv[0]} ended with {process.returncode}")
            return ready()

        try:
            wait_until(probe, argv[0], _START_SECONDS)
        except DesktopError as error:
            words = log.read_text(errors="replace")[-2000:]
            raise DesktopError(f"{error}\n{words}") from None

    def _end(self, part: Part, first: signal.Signals) -> None:
        process_group.end(self._running.pop(part), first)
        if part == "tray":
            gone = lambda: not self._tray_is_there()  # noqa: E731
            wait_until(gone, "the tray to be gone", 5)

    # -- the parts, one by one

    def _start_xvfb(self) -> None:
        self.env |= {"QT_QPA_PLATFORM": "xcb", "GDK_BACKEND": "x11"}
        width, height = self._size
        reading, writing = os.pipe()
        argv = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24"]
        argv += ["-dpi", str(96 * self.scale), "-noreset", "-nolisten", "tcp"]
        with open(reading, encoding="ascii") as numbers:  # noqa: PTH123  a pipe, no path
            os.set_blocking(reading, False)
            try:
                self._launch(
                    "display", argv, lambda: self._read_display(numbers), pass_fds=[writing]
                )
            finally:
                os.close(writing)
        subprocess.run(["xsetroot", "-solid", "#305070"], env=self.env, check=True, timeout=10)
        if self.scale != 1:
            subprocess.run(
                ["xrdb", "-nocpp", "-merge", "-"],
                input=f"Xft.dpi: {96 * self.scale}\n",
                env=self.env,
                text=True,
                check=True,
                timeout=10,
            )

    def _read_display(self, numbers: IO[str]) -> bool:
        with contextlib.suppress(BlockingIOError, TypeError):
            self._display_text = getattr(self, "_display_text", "") + numbers.read()
        if not getattr(self, "_display_text", "").endswith("\n"):
            return False
        self.env["DISPLAY"] = f":{self._display_text.strip()}"
        return True

    def _start_sway(self) -> None:
        # sway refuses to be root, so it gets a user and a folder of its own there.
        folder = self.root / "sway"
        folder.mkdir(mode=0o700)
        settings = config.write_sway(self.root, self._size, self.scale)
        user = None
        if os.geteuid() == 0:
            user = _NOBODY
            os.chown(folder, user, user)
            self.root.chmod(0o711)
        self.env |= {
            "QT_QPA_PLATFORM": "wayland",
            "GDK_BACKEND": "wayland",
            "SWAYSOCK": str(folder / "sway.sock"),
        }
        env = {
            **self.env,
            "XDG_RUNTIME_DIR": str(folder),
            "WLR_BACKENDS": "headless",
            "WLR_LIBINPUT_NO_DEVICES": "1",
            "WLR_RENDERER": "pixman",
        }

        def sockets() -> list[Path]:
            return [path for path in folder.glob("wayland-*") if path.suffix != ".lock"]

        argv = ["sway", "-c", str(settings)]
        ready = lambda: sockets() and (folder / "sway.sock").exists()  # noqa: E731
        self._launch("display", argv, ready, env=env, user=user)
        wayland = sockets()[0]
        (self.root / "run" / wayland.name).symlink_to(wayland)
        self.env["WAYLAND_DISPLAY"] = wayland.name

    def _start_bus(self, name: str, path: Path) -> None:
        folder = self.root / f"{name}-config"
        folder.mkdir()
        settings = config.write_bus(folder, path)
        argv = ["dbus-daemon", f"--config-file={settings}", "--nofork", "--nopidfile"]
        self._launch(name, argv, lambda: _accepts(path))

    def _start_logind(self) -> None:
        self._start_bus("system-bus", self.root / "run/system-bus")
        # The mock is a Debian package of the system's own Python.
        argv = ["/usr/bin/python3", "-m", "dbusmock", "--system", "--template", "logind"]
        with Bus(self.env["DBUS_SYSTEM_BUS_ADDRESS"]) as bus:
            self._launch("logind", argv, lambda: bus.owned("org.freedesktop.login1"))

    def _prepare_for_sleep(self, going: bool) -> None:
        name = "org.freedesktop.login1"
        signal_ = (f"{name}.Manager", "PrepareForSleep", "b", [("b", going)])
        with Bus(self.env["DBUS_SYSTEM_BUS_ADDRESS"]) as bus:
            mock = "org.freedesktop.DBus.Mock"
            bus.call(name, "/org/freedesktop/login1", mock, "EmitSignal", "sssav", *signal_)

    def _start_keyring(self) -> None:
        argv = ["gnome-keyring-daemon", "--foreground", "--components=secrets"]
        argv.append(f"--control-directory={self.root}/run/keyring")
        login = self.root / "data/keyrings/login.keyring"

        def unlocked() -> bool:
            return self.bus.owned(SECRETS) and False in collections(self.bus).values()

        if self._keyring != "locked" or not login.exists():
            unlock = [*argv, "--unlock"]
            self._launch("keyring", unlock, unlocked, stdin=PASSWORD)
        if self._keyring == "locked":
            # The first login has made the keyring; this daemon never sees the password.
            if "keyring" in self._running:
                self.stop("keyring")
            wait_until(lambda: not self.bus.owned(SECRETS), "gnome-keyring to be gone")
            self._launch("keyring", argv, lambda: self.bus.owned(SECRETS))

    def _start_notifications(self) -> None:
        if self._wayland:
            argv = ["mako", "-c", str(config.write_mako(self.root))]
        else:
            settings = config.write_dunst(self.root, self._choice, self.scale)
            argv = ["dunst", "-conf", str(settings)]
        self._launch("notifications", argv, lambda: self.bus.owned(NOTIFICATIONS))

    def _start_tray(self) -> None:
        config_home = self.root / "config"
        if self._wayland:
            config.write_waybar(config_home)
            argv = ["waybar"]
        elif self._tray == "lxqt":
            config.write_lxqt_panel(config_home, self.scale)
            argv = ["lxqt-panel"]
        elif self._tray == "xembed":
            argv = ["trayer", "--edge", "top", "--align", "right", "--widthtype", "request"]
            argv += ["--height", str(config.PANEL_HEIGHT * self.scale), "--SetDockType", "true"]
            argv += ["--SetPartialStrut", "true", "--expand", "true"]
        else:
            config.write_xfce_panel(config_home, self.scale)
            argv = ["xfce4-panel", "--disable-wm-check", "--sm-client-disable"]
        self._launch("tray", argv, self._tray_is_there)

    def _tray_is_there(self) -> bool:
        if self._tray == "xembed" and not self._wayland:
            return _selection_is_owned(self.env["DISPLAY"], "_NET_SYSTEM_TRAY_S0")
        return panel_is_there(self.bus)

    def _window_manager_is_there(self) -> bool:
        argv = ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"]
        answer = subprocess.run(argv, env=self.env, capture_output=True, text=True, timeout=10)
        return re.search(r"# 0x[0-9a-f]+", answer.stdout) is not None

    @property
    def _choice(self) -> Path:
        return self.root / "chosen-action"


def _accepts(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(1)
        try:
            connection.connect(str(path))
        except OSError as error:
            raise BusError(type(error).__name__) from None
    return True


def _selection_is_owned(display: str, selection: str) -> bool:
    """True when a window of that display owns the selection: how an XEmbed tray shows itself."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
    x11.XInternAtom.restype = x11.XGetSelectionOwner.restype = ctypes.c_ulong
    x11.XGetSelectionOwner.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
    x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
    connection = x11.XOpenDisplay(display.encode())
    if not connection:
        return False
    try:
        atom = x11.XInternAtom(connection, selection.encode(), 0)
        return bool(x11.XGetSelectionOwner(connection, atom))
    finally:
        x11.XCloseDisplay(connection)
