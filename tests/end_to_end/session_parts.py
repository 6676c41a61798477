"""How the parts of a desktop session are started: buses, window manager, tray, keyring, logind."""

import ctypes
import socket
import subprocess
from pathlib import Path

from tests.end_to_end import desktop_config as config
from tests.end_to_end.bus_log import NOTIFICATIONS
from tests.end_to_end.dbus_client import Bus, BusError, wait_until
from tests.end_to_end.process_group import DesktopPrograms
from tests.end_to_end.secret_service import PASSWORD, SECRETS, collections
from tests.end_to_end.tray_item import panel_is_there

LOGIND = "org.freedesktop.login1"


def start_bus(programs: DesktopPrograms, env: dict[str, str], root: Path, name: str) -> None:
    """A message bus of our own that listens at run/NAME."""
    path = root / "run" / name
    folder = root / f"{name}-config"
    folder.mkdir()
    settings = config.write_bus(folder, path)
    argv = ["dbus-daemon", f"--config-file={settings}", "--nofork", "--nopidfile"]
    programs.launch(name, argv, env, lambda: _accepts(path))


def start_window_manager(programs: DesktopPrograms, env: dict[str, str]) -> None:
    """openbox."""

    def ready() -> bool:
        argv = ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"]
        answer = subprocess.run(argv, env=env, capture_output=True, text=True, timeout=60)
        return "# 0x" in answer.stdout

    programs.launch("window-manager", ["openbox", "--sm-disable"], env, ready)


def start_notifications(
    programs: DesktopPrograms, env: dict[str, str], root: Path, bus: Bus
) -> None:
    """dunst, or mako on Wayland."""
    if "WAYLAND_DISPLAY" in env:
        argv = ["mako", "-c", str(config.write_mako(root))]
    else:
        argv = ["dunst", "-conf", str(config.write_dunst(root, choice_file(root)))]
    programs.launch("notifications", argv, env, lambda: bus.owned(NOTIFICATIONS))


def choice_file(root: Path) -> Path:
    """Holds the button of a notification that dunst's menu program is to choose."""
    return root / "chosen-action"


def start_keyring(
    programs: DesktopPrograms, env: dict[str, str], root: Path, bus: Bus, *, locked: bool
) -> None:
    """gnome-keyring; a locked one asks with its own dialog at the first access."""
    argv = ["gnome-keyring-daemon", "--foreground", "--components=secrets"]
    argv.append(f"--control-directory={root}/run/keyring")

    def unlocked() -> bool:
        return bus.owned(SECRETS) and False in collections(bus).values()

    if not locked or not (root / "data/keyrings/login.keyring").exists():
        programs.launch("keyring", [*argv, "--unlock"], env, unlocked, stdin=PASSWORD)
    if locked:
        # The first login has made the keyring; the daemon that stays never sees the password.
        programs.end("keyring")
        wait_until(lambda: not bus.owned(SECRETS), "gnome-keyring to be gone")
        programs.launch("keyring", argv, env, lambda: bus.owned(SECRETS))


def start_tray(
    programs: DesktopPrograms, env: dict[str, str], bus: Bus, kind: str, scale: int
) -> None:
    """A panel: "xfce", "lxqt" (StatusNotifier alone), "xembed" (trayer); waybar on Wayland."""
    config_home = Path(env["XDG_CONFIG_HOME"])
    if "WAYLAND_DISPLAY" in env:
        config.write_waybar(config_home)
        argv = ["waybar"]
    elif kind == "xfce":
        config.write_xfce_panel(config_home, scale)
        argv = ["xfce4-panel", "--disable-wm-check", "--sm-client-disable"]
    elif kind == "lxqt":
        config.write_lxqt_panel(config_home, scale)
        argv = ["lxqt-panel"]
    else:
        argv = ["trayer", "--edge", "top", "--align", "right", "--widthtype", "request"]
        argv += ["--height", str(config.PANEL_HEIGHT * scale), "--expand", "true"]
        argv += ["--SetDockType", "true", "--SetPartialStrut", "true"]
    programs.launch("tray", argv, env, lambda: tray_is_there(env, bus, kind))


def tray_is_there(env: dict[str, str], bus: Bus, kind: str) -> bool:
    """True while a tray of that kind takes icons."""
    if kind == "xembed" and "WAYLAND_DISPLAY" not in env:
        return _selection_is_owned(env["DISPLAY"], "_NET_SYSTEM_TRAY_S0")
    return panel_is_there(bus)


def start_logind(programs: DesktopPrograms, env: dict[str, str], root: Path) -> None:
    """A mocked logind on a system bus of our own."""
    start_bus(programs, env, root, "system-bus")
    # The mock is a Debian package of the system's own Python.
    argv = ["/usr/bin/python3", "-m", "dbusmock", "--system", "--template", "logind"]
    with Bus(env["DBUS_SYSTEM_BUS_ADDRESS"]) as bus:
        programs.launch("logind", argv, env, lambda: bus.owned(LOGIND))


def announce_sleep(env: dict[str, str], begins: bool) -> None:
    """The mocked logind signals PrepareForSleep."""
    signal = (f"{LOGIND}.Manager", "PrepareForSleep", "b", [("b", begins)])
    mock = "org.freedesktop.DBus.Mock"
    with Bus(env["DBUS_SYSTEM_BUS_ADDRESS"]) as bus:
        bus.call(LOGIND, "/org/freedesktop/login1", mock, "EmitSignal", "sssav", *signal)


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
