"""A real waybar with the module and the style of docs/bars.md, word for word."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.end_to_end.dbus_client import wait_until
from tests.end_to_end.desktop_config import PANEL_HEIGHT
from tests.end_to_end.process_group import end
from tests.end_to_end.screen import changed_box, screenshot
from tests.end_to_end.virtual_desktop import VirtualDesktop
from wallet_tray.simulator.server import BALANCE, SimulatedService

if TYPE_CHECKING:
    from PIL.Image import Image

DOCUMENTATION = Path(__file__).parents[2] / "docs" / "bars.md"
SIZE = (1280, 800)
BAR = (0, 0, SIZE[0], PANEL_HEIGHT)
SURROUNDINGS = """
* { font-family: "DejaVu Sans"; font-size: 13px; min-height: 0; transition: none; }
window#waybar { background: #202020; color: #f0f0f0; }
"""
CLASSES = ["ok", "low", "critical", "empty", "stale", "problem", "signed-out"]


def block(language: str) -> str:
    """The one block of that language in the documentation."""
    (text,) = re.findall(
        rf"```{language}\n(.*?)```", DOCUMENTATION.read_text(encoding="utf-8"), re.DOTALL
    )
    return str(text)


class Waybar:
    """waybars on one desktop, one after the other."""

    def __init__(self, desktop: VirtualDesktop, service: SimulatedService) -> None:
        self._desktop = desktop
        self._running: subprocess.Popen[str] | None = None
        self._log = desktop.root / "waybar.log"
        self.pid_file = desktop.root / "watch.pid"
        folder = desktop.root / "bin"
        folder.mkdir()
        command = folder / "wallet-tray"
        command.write_text(
            f'#!/bin/sh\necho $$ > "{self.pid_file}"\nexec "{sys.executable}" -m wallet_tray "$@"\n'
        )
        command.chmod(0o755)
        self._env = {
            "PATH": f"{folder}:{desktop.env['PATH']}",
            "BYTENITE_API_KEY": service.api_key,
        }

    def show(self, module: str) -> None:
        """The bar with this module alone, in the place of the one before."""
        self.end()
        bar = f'"position": "top", "height": {PANEL_HEIGHT}, "modules-right": ["custom/wallet"]'
        settings = self._desktop.root / "waybar.jsonc"
        settings.write_text(f"{{{bar}, {module}}}", encoding="utf-8")
        style = self._desktop.root / "waybar.css"
        style.write_text(SURROUNDINGS + block("css"), encoding="utf-8")
        argv = ["waybar", "-c", str(settings), "-s", str(style)]
        with self._log.open("a", encoding="utf-8") as log:
            self._running = self._desktop.run(argv, self._env, log)

    def show_text(self, text: str, classes: list[str]) -> None:
        """The bar with a module that always says the same, escaped by waybar itself."""
        answer = self._desktop.root / "answer.json"
        answer.write_text(json.dumps({"text": text, "class": classes}), encoding="utf-8")
        module = {
            "exec": f"cat '{answer}'",
            "return-type": "json",
            "interval": "once",
            "escape": True,
        }
        self.show(f'"custom/wallet": {json.dumps(module)}')

    def end(self) -> None:
        running, self._running = self._running, None
        if running is not None:
            end(running)
            wait_until(lambda: not self._text_is_there(), "an empty screen")

    def wait_for(self, color: str) -> "Image":
        """A picture of the bar, once there is a pixel of that colour in it."""

        def picture() -> "Image | None":
            shown = self._picture()
            return shown if _color(color) in _colors(shown) else None

        return wait_until(picture, f"something in {color}; waybar wrote {self._written()}")

    def wait_for_same(self, expected: "Image") -> None:
        """Returns once the bar looks like the picture."""
        wait_until(
            lambda: changed_box(expected, self._picture()) is None,
            f"the same picture; waybar wrote {self._written()}",
        )

    def _picture(self) -> "Image":
        return screenshot(self._desktop.env, BAR)

    def _text_is_there(self) -> bool:
        return len(_colors(self._picture())) > 2  # the desktop alone has one

    def _written(self) -> str:
        return self._log.read_text(encoding="utf-8")


def _color(text: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(text.removeprefix("#")))


def _colors(image: "Image") -> set[Any]:
    return {color for _, color in image.getcolors(maxcolors=1 << 20) or []}


@pytest.fixture
def waybar(make_desktop: Callable[..., VirtualDesktop], service: SimulatedService) -> Waybar:
    desktop = make_desktop(
        tray="none", notifications="none", keyring="absent", display="wayland", size=SIZE
    )
    folder = Path(desktop.env["XDG_CONFIG_HOME"]) / "wallet-tray"
    folder.mkdir()
    label = 'label = "<b>A&B</b>"'  # markup, if anybody took it for that
    (folder / "settings.toml").write_text(f'[[accounts]]\n{label}\napi_url = "{service.api_url}"\n')
    return Waybar(desktop, service)


def test_every_class_has_its_style_or_needs_none() -> None:
    styled = set(re.findall(r"#custom-wallet\.([a-z-]+)", block("css")))

    assert styled == set(CLASSES) - {"ok"}


@pytest.mark.parametrize(
    ("available", "color", "text", "classes"),
    [
        (84, "#c07800", "84.00 BYC, low", ["low"]),
        (9, "#e0483e", "9.00 BYC, critical", ["critical"]),
        (512, "#f0f0f0", "512.00 BYC", ["ok"]),
        (None, "#808080", "<b>A&B</b>: offline", ["problem"]),
    ],
)
def test_the_module_shows_the_balance_and_its_class(
    waybar: Waybar,
    service: SimulatedService,
    available: int | None,
    color: str,
    text: str,
    classes: list[str],
) -> None:
    if available is None:
        service.stop()
    else:
        service.set_balance(available=available)

    waybar.show(block("jsonc"))
    shown = waybar.wait_for(color)
    waybar.show_text(text, classes)
    waybar.wait_for(color)

    waybar.wait_for_same(shown)


def test_the_watch_ends_with_its_bar(waybar: Waybar, service: SimulatedService) -> None:
    service.set_balance(available=9)
    waybar.show(block("jsonc"))
    waybar.wait_for("#e0483e")
    watch = int(waybar.pid_file.read_text())
    assert Path(f"/proc/{watch}").exists()

    waybar.end()

    wait_until(lambda: not Path(f"/proc/{watch}").exists(), "the end of the watch")
    assert service.request_count(BALANCE) == 1
