"""The screen of a virtual desktop, and its windows, mouse and keyboard on X11."""

import io
import subprocess
from collections.abc import Mapping
from typing import TYPE_CHECKING

from tests.end_to_end.dbus_client import PATIENCE_SECONDS, wait_until

if TYPE_CHECKING:
    from PIL.Image import Image

Box = tuple[int, int, int, int]


def screenshot(env: Mapping[str, str], box: Box | None = None) -> "Image":
    """The screen, or the part of it between (left, top) and (right, bottom), in pixels."""
    from PIL import Image, ImageGrab

    if "WAYLAND_DISPLAY" in env:
        picture = subprocess.run(["grim", "-"], env=dict(env), capture_output=True, check=True)
        image = Image.open(io.BytesIO(picture.stdout)).convert("RGB")
    else:
        image = ImageGrab.grab(xdisplay=env["DISPLAY"])
    return image.crop(box) if box else image


def changed_box(before: "Image", after: "Image") -> Box | None:
    """The smallest box that holds every pixel that differs; None where none does."""
    from PIL import ImageChops

    return ImageChops.difference(before, after).getbbox()


def windows(env: Mapping[str, str], process: int) -> list[int]:
    """The visible windows of a process."""
    return [int(line) for line in _xdotool(env, "search", "--onlyvisible", "--pid", str(process))]


def wait_for_window(env: Mapping[str, str], process: int, seconds: float = PATIENCE_SECONDS) -> int:
    """The last one of the visible windows of a process, as soon as there is one."""
    what = f"a window of process {process}"
    return wait_until(lambda: windows(env, process), what, seconds)[-1]


def wait_for_focus(env: Mapping[str, str], window: int) -> None:
    """Returns once the keyboard belongs to that window."""
    wait_until(lambda: _xdotool(env, "getwindowfocus") == [str(window)], "the window's focus")


def wait_for_keyring_prompt(env: Mapping[str, str], seconds: float = PATIENCE_SECONDS) -> None:
    """gnome-keyring's own dialog, once it has the keyboard."""
    search = ("search", "--onlyvisible", "--class", "gcr-prompter")

    def focused() -> bool:
        window = _xdotool(env, "getwindowfocus")
        return bool(window) and window[0] in _xdotool(env, *search)

    wait_until(focused, "the keyring's prompt", seconds)


def window_box(env: Mapping[str, str], window: int) -> Box:
    """Where a window is on the screen, without its frame."""
    lines = _xdotool(env, "getwindowgeometry", "--shell", str(window))
    values = dict(line.split("=", 1) for line in lines if "=" in line)
    left, top = int(values["X"]), int(values["Y"])
    return left, top, left + int(values["WIDTH"]), top + int(values["HEIGHT"])


def click(env: Mapping[str, str], x: int, y: int, button: int = 1) -> None:
    """A click with the mouse: 1 left, 2 middle, 3 right."""
    point(env, x, y)
    _xdotool(env, "click", str(button))


def point(env: Mapping[str, str], x: int, y: int) -> None:
    """Moves the mouse."""
    _xdotool(env, "mousemove", str(x), str(y))


def press(env: Mapping[str, str], *keys: str) -> None:
    """Presses keys by their X names ("Tab", "Escape", "ctrl+c") one after the other."""
    _xdotool(env, "key", *keys)


def type_text(env: Mapping[str, str], text: str) -> None:
    """Types into what has the focus; the text travels on stdin, never in the arguments."""
    argv = ["xdotool", "type", "--file", "-"]
    subprocess.run(argv, env=dict(env), input=text, text=True, check=True, timeout=60)


def _xdotool(env: Mapping[str, str], *words: str) -> list[str]:
    # A search that finds nothing ends with 1, which is an answer too.
    done = subprocess.run(
        ["xdotool", *words], env=dict(env), capture_output=True, text=True, timeout=60
    )
    return done.stdout.splitlines()
