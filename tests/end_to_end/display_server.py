"""Displays without a screen: Xvfb for X11, sway for Wayland."""

import contextlib
import os
import subprocess
from pathlib import Path

from tests.end_to_end import desktop_config as config
from tests.end_to_end.process_group import DesktopPrograms

_NOBODY = 65534


def start_xvfb(
    programs: DesktopPrograms, env: dict[str, str], size: tuple[int, int], scale: int
) -> None:
    """An X server on a free display number; puts DISPLAY into ``env``."""
    env |= {"QT_QPA_PLATFORM": "xcb", "GDK_BACKEND": "x11"}
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    argv = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size[0]}x{size[1]}x24"]
    argv += ["-dpi", str(96 * scale), "-noreset", "-nolisten", "tcp"]
    written = b""

    def number_is_there() -> bool:
        nonlocal written
        with contextlib.suppress(BlockingIOError):
            written += os.read(reading, 20)
        return written.endswith(b"\n")  # it comes in two parts

    try:
        programs.launch("display", argv, env, number_is_there, pass_fds=[writing])
    finally:
        os.close(reading)
        os.close(writing)
    env["DISPLAY"] = f":{written.decode().strip()}"
    subprocess.run(["xsetroot", "-solid", "#305070"], env=env, check=True, timeout=60)
    if scale != 1:  # what a desktop with a fine screen sets; Qt takes its scale from it
        resources = f"Xft.dpi: {96 * scale}\n"
        argv = ["xrdb", "-nocpp", "-merge", "-"]
        subprocess.run(argv, input=resources, env=env, text=True, check=True, timeout=60)


def start_sway(
    programs: DesktopPrograms,
    env: dict[str, str],
    root: Path,
    size: tuple[int, int],
    scale: int,
) -> None:
    """A Wayland compositor; puts WAYLAND_DISPLAY into ``env``."""
    folder = root / "sway"
    folder.mkdir(mode=0o700)
    settings = config.write_sway(root, size, scale)
    user = None
    if os.geteuid() == 0:  # sway refuses to be root: it gets another user and a folder of its own
        user = _NOBODY
        os.chown(folder, user, user)
        root.chmod(0o711)
    control = folder / "sway.sock"
    env |= {"QT_QPA_PLATFORM": "wayland", "GDK_BACKEND": "wayland", "SWAYSOCK": str(control)}
    own = {
        "XDG_RUNTIME_DIR": str(folder),
        "WLR_BACKENDS": "headless",
        "WLR_LIBINPUT_NO_DEVICES": "1",
        "WLR_RENDERER": "pixman",
    }

    def sockets() -> list[Path]:
        return [path for path in folder.glob("wayland-*") if path.suffix != ".lock"]

    programs.launch(
        "display",
        ["sway", "-c", str(settings)],
        env | own,
        lambda: control.exists() and sockets(),
        user=user,
    )
    wayland = sockets()[0]
    (root / "run" / wayland.name).symlink_to(wayland)
    env["WAYLAND_DISPLAY"] = wayland.name
