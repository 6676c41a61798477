"""Pictures of the demo's popup on each kind of virtual desktop, for docs/desktops.md.

python tests/end_to_end/walk_pictures.py [--folder docs/pictures/desktops]
"""

import argparse
import sys
from pathlib import Path

from PIL.Image import Image

from tests.end_to_end import screen
from tests.end_to_end.dbus_client import DesktopError, wait_until
from tests.end_to_end.tray_program import TrayApp, run_command
from tests.end_to_end.virtual_desktop import VirtualDesktop
from tests.end_to_end.walk import POPUP
from tests.end_to_end.wallet_story import program_windows

DESKTOPS: dict[str, dict[str, str]] = {
    "xfce": {"tray": "xfce"},
    "lxqt": {"tray": "lxqt"},
    "xembed": {"tray": "xembed"},
    "sway": {"display": "wayland"},
}
SIZE = (760, 560)
_ALIKE = 25  # about two seconds: the first balance comes within that
_COLORS = 128


def main() -> int:
    """One picture a desktop; exit code 1 where one could not be taken."""
    parser = argparse.ArgumentParser(description="Pictures of the popup on each desktop.")
    parser.add_argument("--folder", type=Path, default=Path("docs/pictures/desktops"))
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    failed = False
    for name, parts in DESKTOPS.items():
        try:
            image = popup_on(parts)
        except DesktopError as error:
            print(f"No picture of {name}: {error}", file=sys.stderr)
            failed = True
        else:
            path = folder / f"{name}.png"
            image.quantize(_COLORS).save(path, optimize=True)
            print(path, flush=True)
    return 1 if failed else 0


def popup_on(parts: dict[str, str]) -> Image:
    """The whole screen with the demo's popup."""
    with VirtualDesktop(keyring="absent", size=SIZE, **parts) as desktop:  # type: ignore[arg-type]
        program = TrayApp(desktop, "--demo")
        if parts.get("tray") == "xembed":
            icons = lambda: screen.windows(desktop.env, program.process.pid)  # noqa: E731
            left, top, right, bottom = screen.window_box(desktop.env, wait_until(icons, "icon")[0])
            screen.click(desktop.env, (left + right) // 2, (top + bottom) // 2)
        else:
            wait_until(lambda: "BYC" in program.item.tooltip, "a balance", 15)
            run_command(desktop, "--demo")
        titles = lambda: program_windows(desktop, program.process.pid)  # noqa: E731
        wait_until(lambda: POPUP in titles(), "the popup")
        return _at_rest(desktop)


def _at_rest(desktop: VirtualDesktop) -> Image:
    """The screen, once several looks in a row have seen the same."""
    last, alike = screen.screenshot(desktop.env), 0

    def still() -> bool:
        nonlocal last, alike
        now = screen.screenshot(desktop.env)
        alike = alike + 1 if screen.changed_box(last, now) is None else 0
        last = now
        return alike >= _ALIKE

    wait_until(still, "the screen to come to rest")
    return last


if __name__ == "__main__":
    sys.exit(main())
