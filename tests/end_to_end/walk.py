"""A walk over one desktop with the whole program, from its icon to its end.

It meets icon, tooltip, menu, popup, notification and settings. On X11 it uses the real mouse and
keyboard, on sway D-Bus and sway's IPC.
"""

import json
import subprocess
from collections.abc import Callable
from contextlib import suppress

from PIL.Image import Image

from tests.end_to_end import screen
from tests.end_to_end.dbus_client import DesktopError, wait_until
from tests.end_to_end.desktop_config import PANEL_HEIGHT, TRAY_ICON
from tests.end_to_end.virtual_desktop import VirtualDesktop
from tests.end_to_end.wallet_story import WalletStory, program_windows

POPUP = "Wallet Tray"
SETTINGS = "Settings of Wallet Tray"
_REOPENING_SECONDS = 0.6
_NOWHERE = 100, 600
_BACKGROUND = (0x30, 0x50, 0x70)  # of the virtual desktop
Picture = Callable[[str], None]


def no_picture(_name: str) -> None:
    """For walks without pictures."""


class Walk:
    """One program on one desktop. ``picture`` is called when there is something to see.

    The steps may come in any order; each leaves no window behind. All raise DesktopError or
    AssertionError where something is not as it should be.
    """

    def __init__(self, story: WalletStory, panel: Image, picture: Picture = no_picture) -> None:
        self._story, self._empty_panel, self._picture = story, panel, picture
        self._desktop = story.desktop
        self._process = story.program.process.pid

    def icon(self) -> screen.Box:
        """Where the icon is in the panel, in pixels: what has changed there since ``panel``."""

        def seen() -> screen.Box | None:
            return screen.changed_box(self._empty_panel, panel_picture(self._desktop))

        wait_until(seen, "the icon in the panel")
        assert {16, 22, 32} <= self._story.item.pixmap_sizes()
        self._picture("icon")
        # The clock beside it may have changed as well.
        left = _panel_left(self._desktop) + (seen() or (0, 0, 0, 0))[0]
        return left, 0, left + TRAY_ICON, PANEL_HEIGHT

    def tooltip(self) -> None:
        """It holds the balance; the panel shows it, seen on X11, where there is a mouse."""
        assert "512.34" in self._story.item.tooltip
        if not self._on_x11:
            return
        empty = screen.screenshot(self._desktop.env)
        wait_until(lambda: self._hover(empty), "the tooltip")
        self._picture("tooltip")
        screen.point(self._desktop.env, *_NOWHERE)

    def menu(self) -> None:
        """Figures first, then everything that can be done."""
        rows = list(self._story.item.menu())
        assert "512.34" in rows[0]
        for command in ("Open wallet", "Refresh now", "Top up…", "Settings…", "Quit"):
            assert rows.index(command) > 0
        if not self._on_x11:
            return
        empty = screen.screenshot(self._desktop.env)
        self._click_icon(button=3)
        wait_until(lambda: self._changed(empty, at_least=150), "the menu")
        self._picture("menu")
        screen.press(self._desktop.env, "Escape")
        screen.point(self._desktop.env, *_NOWHERE)
        wait_until(lambda: not self._changed(empty, at_least=150), "the menu to be gone")

    def popup_by_icon(self) -> screen.Box:
        """A click opens it, near the icon where the desktop lets it; the next one closes it.

        Gives its place on the screen.
        """
        self._click_icon()
        self._wait_for(POPUP)
        box = self._box()
        self._picture("popup")
        self._click_icon()
        self._wait_for()
        try:
            wait_until(self._titles, "a popup that opens again", _REOPENING_SECONDS)
        except DesktopError:
            return box
        raise AssertionError("the click that closed the popup has opened it again")

    def popup_by_menu(self) -> None:
        """For trays that keep the left click to themselves; asking twice does not close it."""
        for _ in range(2):
            self._story.item.click("Open wallet")
            self._wait_for(POPUP)
        self._story.refresh()  # done by the program after the click
        self._wait_for(POPUP)
        self._close()

    def notification(self) -> None:
        """The wallet runs low, and the desktop's own daemon takes the alert."""
        self._story.hold("84.10")
        (note,) = self._story.wait_until_said("Low balance")
        assert set(note.actions) == {"default", "top-up", "snooze"}
        self._picture("notification")

    def settings(self) -> None:
        """By the menu; Escape closes the window."""
        self._story.item.click("Settings…")
        self._wait_for(SETTINGS)
        self._picture("settings")
        self._close()

    def quit(self) -> None:
        """By the menu."""
        self._story.item.click("Quit")
        assert self._story.program.process.wait(60) == 0

    # -- inside

    @property
    def _on_x11(self) -> bool:
        return "WAYLAND_DISPLAY" not in self._desktop.env

    def _point_at_icon(self) -> tuple[int, int]:
        left, top, right, bottom = self.icon()
        middle = ((left + right) // 2, (top + bottom) // 2)
        screen.point(self._desktop.env, *middle)
        return middle

    def _hover(self, empty: Image) -> bool:
        """True once something is shown; a mouse that came before the icon was in its place is
        noticed only when it comes again."""
        screen.point(self._desktop.env, *_NOWHERE)
        x, y = self._point_at_icon()
        screen.point(self._desktop.env, x + 1, y + 1)  # panels wait for a move on the icon itself
        with suppress(DesktopError):
            wait_until(lambda: self._changed(empty, at_least=15), "the tooltip", 8)
        return self._changed(empty, at_least=15)

    def _click_icon(self, button: int = 1) -> None:
        if self._on_x11:
            screen.click(self._desktop.env, *self._point_at_icon(), button=button)
        else:
            self._story.item.activate()

    def _changed(self, empty: Image, at_least: int) -> bool:
        """True when something as large as that, in pixels both ways, is new below the panel."""
        now = screen.screenshot(self._desktop.env)
        area = (0, PANEL_HEIGHT, *now.size)
        box = screen.changed_box(empty.crop(area), now.crop(area))
        return box is not None and min(box[2] - box[0], box[3] - box[1]) >= at_least

    def _titles(self) -> list[str]:
        return [name for name in program_windows(self._desktop, self._process) if name]

    def _wait_for(self, *titles: str) -> None:
        what = f"the windows {titles}"
        wait_until(lambda: [one for one in self._titles() if one] == list(titles), what)

    def _box(self) -> screen.Box:
        if self._on_x11:
            window = screen.wait_for_window(self._desktop.env, self._process)
            return screen.window_box(self._desktop.env, window)
        (box,) = sway_boxes(self._desktop, self._process)
        return box

    def _close(self) -> None:
        if not self._on_x11:  # no keyboard there
            sway(self._desktop, f"[pid={self._process}] kill")

        def closed() -> bool:
            if self._on_x11 and self._titles():  # the first one may come before it has the keyboard
                screen.press(self._desktop.env, "Escape")
            return not self._titles()

        wait_until(closed, "the window to be closed")


def empty_panel(desktop: VirtualDesktop) -> Image:
    """The half of the panel that holds the tray, before there is an icon, once it is drawn."""

    def drawn() -> bool:
        colors = panel_picture(desktop).getcolors(maxcolors=1 << 16) or []
        return _BACKGROUND not in {color for _count, color in colors}

    wait_until(drawn, "the panel to be drawn")
    return panel_picture(desktop)


def panel_picture(desktop: VirtualDesktop) -> Image:
    """The half of the panel that holds the tray."""
    left = _panel_left(desktop)
    return screen.screenshot(desktop.env, (left, 0, 2 * left, PANEL_HEIGHT))


def _panel_left(desktop: VirtualDesktop) -> int:
    return screen.screenshot(desktop.env).width // 2


def sway(desktop: VirtualDesktop, command: str) -> None:
    """Has sway carry out a command of its own language."""
    argv = ["swaymsg", command]
    subprocess.run(argv, env=desktop.env, capture_output=True, check=True, timeout=60)


def sway_boxes(desktop: VirtualDesktop, process: int) -> list[screen.Box]:
    """Where sway has put the windows of a process."""
    argv = ["swaymsg", "-t", "get_tree"]
    done = subprocess.run(argv, env=desktop.env, capture_output=True, check=True, timeout=60)
    nodes, boxes = [json.loads(done.stdout)], []
    while nodes:
        node = nodes.pop()
        nodes += node["nodes"] + node["floating_nodes"]
        if node.get("pid") == process:
            place = node["rect"]
            left, top = place["x"], place["y"]
            boxes.append((left, top, left + place["width"], top + place["height"]))
    return boxes
