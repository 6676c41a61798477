"""Plays the demo on a virtual desktop and takes pictures of it: tray, popup, menu, notifications.

    python tests/end_to_end/demo_pictures.py [--folder build/demo]

Exit code 0 when tray, popup and the low notification were seen, else 1. Takes at most 85 seconds.
"""

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from tests.end_to_end import screen
from tests.end_to_end.dbus_client import DesktopError, wait_until
from tests.end_to_end.desktop_config import PANEL_HEIGHT
from tests.end_to_end.tray_program import TrayApp, run_command
from tests.end_to_end.virtual_desktop import VirtualDesktop

SCALE = 2
SIZE = (1024 * SCALE, 720 * SCALE)
PANEL = (0, 0, SIZE[0], PANEL_HEIGHT * SCALE)
WHOLE_SECONDS = 85.0
ENLARGED = 4
MARGIN = 24 * SCALE
# The panel's icon cell is as wide as the panel is high, the icon somewhat less.
ICON_MARGIN = 9

PICTURES = (
    "tray",
    "tray-enlarged",
    "popup",
    "menu",
    "notification-low",
    "notification-critical",
    "desktop-low",
    "desktop-critical",
)


class Photographer:
    """Takes the pictures of one demo and puts them into one folder."""

    def __init__(self, desktop: VirtualDesktop, folder: Path) -> None:
        self._desktop, self._folder = desktop, folder
        self._program: TrayApp
        self._empty_panel = screen.screenshot(desktop.env, PANEL)
        self._ends_at = time.monotonic() + WHOLE_SECONDS
        self.taken: set[str] = set()

    def play(self) -> None:
        """The whole session, in the order in which the demo shows things."""
        self._program = TrayApp(self._desktop, "--demo")
        try:
            self._take_all()
        except DesktopError:
            print(self._program.end(), file=sys.stderr)
            raise
        self._program.item.click("Quit")
        self._program.process.wait(5)

    def _take_all(self) -> None:
        item = self._program.item
        wait_until(lambda: "BYC" in item.tooltip, "a balance in the tooltip", 15)
        print(f"The tray icon says: {' / '.join(item.tooltip.splitlines())}")
        self._try("popup", self._popup)
        self._try("menu", self._menu)
        self._try("low notification", lambda: self._notification("low", "Low"))
        self._try("tray", self._tray)
        self._try("critical notification", lambda: self._notification("critical", "Critical"))

    def _try(self, what: str, take: Callable[[], None]) -> None:
        try:
            take()
        except DesktopError as error:
            print(f"No picture of the {what}: {error}", file=sys.stderr)

    def _popup(self) -> None:
        # A second start shows the popup of the program that runs.
        second = run_command(self._desktop, "--demo")
        if second.returncode != 0:
            raise DesktopError(f"the second start ended with {second.returncode}")
        window = self._settled_window()
        left, _, _, bottom = screen.window_box(self._desktop.env, window)
        self._save("popup", (left - MARGIN, 0, SIZE[0], bottom + MARGIN))  # with icon and panel
        screen.press(self._desktop.env, "Escape")
        self._wait_for_windows(0)

    def _menu(self) -> None:
        left, top, right, bottom = self._icon_box()
        before = screen.screenshot(self._desktop.env)
        screen.click(self._desktop.env, (left + right) // 2, (top + bottom) // 2, button=3)
        box = self._settled_change(before)
        self._save("menu", (box[0] - MARGIN, 0, SIZE[0], box[3] + MARGIN))
        screen.press(self._desktop.env, "Escape")
        # Away from the icon, or its tooltip stays in the pictures to come.
        screen.point(self._desktop.env, SIZE[0] // 2, SIZE[1] // 2)

    def _tray(self) -> None:
        box = self._icon_box()
        self._save("tray", (SIZE[0] // 2, 0, *PANEL[2:]))
        image = screen.screenshot(self._desktop.env, box)
        image = image.resize(
            (image.width * ENLARGED, image.height * ENLARGED), Image.Resampling.NEAREST
        )
        self._keep("tray-enlarged", image)

    def _notification(self, name: str, title: str) -> None:
        seconds = max(1.0, self._ends_at - time.monotonic())
        log = self._desktop.log

        def shown() -> bool:
            self._program.check_running()
            return any(note.id and note.summary.startswith(title) for note in log.notifications)

        empty = screen.screenshot(self._desktop.env) if not log.notifications else None
        wait_until(shown, f"the {name} notification", seconds)
        if empty is not None:
            self._notification_box = self._settled_change(empty, below=PANEL[3])
        else:
            time.sleep(0.5)  # dunst draws the new text into its window
        box = self._notification_box
        self._save(
            f"notification-{name}",
            (box[0] - MARGIN, 0, SIZE[0], box[3] + MARGIN),
        )
        self._save(f"desktop-{name}", (0, 0, *SIZE))

    # -- seeing

    def _settled_window(self) -> int:
        process = self._program.process.pid
        window = screen.wait_for_window(self._desktop.env, process)
        self._settle()
        return window

    def _wait_for_windows(self, number: int) -> None:
        process = self._program.process.pid
        seen = lambda: len(screen.windows(self._desktop.env, process)) == number  # noqa: E731
        wait_until(seen, f"{number} windows", 5)

    def _icon_box(self) -> screen.Box:
        """The icon's place in the panel: where the panel differs from the one before the start.

        The window buttons on the left and the clock right of the icon differ as well.
        """
        middle = (SIZE[0] // 2, 0, *PANEL[2:])
        now = screen.screenshot(self._desktop.env, middle)
        box = screen.changed_box(self._empty_panel.crop(middle), now)
        if box is None:
            raise DesktopError("the icon is not to be seen in the panel")
        left = middle[0] + box[0] - ICON_MARGIN
        return left, 0, left + PANEL[3], PANEL[3]

    def _settled_change(self, before: Image.Image, below: int = 0) -> screen.Box:
        """What changes on the screen, once it has come to rest."""

        def change() -> screen.Box | None:
            now = screen.screenshot(self._desktop.env)
            area = (0, below, *SIZE)
            box = screen.changed_box(before.crop(area), now.crop(area))
            return box and (box[0], box[1] + below, box[2], box[3] + below)

        wait_until(change, "a change on the screen", 5)
        self._settle()
        box = change()
        if box is None:
            raise DesktopError("what was on the screen has gone again")
        return box

    def _settle(self) -> None:
        """Waits until two looks at the screen, a third of a second apart, see the same."""
        last = screen.screenshot(self._desktop.env)

        def still() -> bool:
            nonlocal last
            time.sleep(0.3)
            now = screen.screenshot(self._desktop.env)
            same = screen.changed_box(last, now) is None
            last = now
            return same

        wait_until(still, "the screen to come to rest", 5)

    # -- keeping

    def _save(self, name: str, box: screen.Box) -> None:
        inside = (max(0, box[0]), max(0, box[1]), min(SIZE[0], box[2]), min(SIZE[1], box[3]))
        self._keep(name, screen.screenshot(self._desktop.env, inside))

    def _keep(self, name: str, image: Image.Image) -> None:
        path = self._folder / f"{name}.png"
        image.save(path, optimize=True)
        self.taken.add(name)
        print(path, flush=True)


def main() -> int:
    """Parses the arguments, plays, and says what is missing."""
    parser = argparse.ArgumentParser(description="Takes pictures of the demo.")
    parser.add_argument("--folder", type=Path, default=Path("build/demo"))
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    for name in PICTURES:  # what is there at the end is of this run
        (folder / f"{name}.png").unlink(missing_ok=True)
    try:
        with VirtualDesktop(keyring="absent", size=SIZE, scale=SCALE) as desktop:
            photographer = Photographer(desktop, folder)
            photographer.play()
    except DesktopError as error:
        print(f"The demo did not work: {error}", file=sys.stderr)
        return 1
    missing = {"tray", "popup", "notification-low"} - photographer.taken
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
