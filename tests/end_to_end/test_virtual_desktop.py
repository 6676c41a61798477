"""The harness itself: every part comes up, and nothing of it stays behind."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end import secret_service
from tests.end_to_end.tray_item import panel_is_there
from tests.end_to_end.virtual_desktop import VirtualDesktop

Make = Callable[..., VirtualDesktop]


def _processes_of(root: Path) -> list[str]:
    mark = f"XDG_RUNTIME_DIR={root}/".encode()
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if mark in (entry / "environ").read_bytes():
                found.append((entry / "comm").read_text().strip())
        except OSError:
            continue  # ended meanwhile
    return found


@pytest.mark.parametrize("display", ["x11", "wayland"])
def test_ends_every_process_and_removes_its_folder(display: str) -> None:
    with VirtualDesktop(keyring="locked", display=display, logind=True) as desktop:  # type: ignore[arg-type]
        root = desktop.root
        assert panel_is_there(desktop.bus)
        assert set(secret_service.collections(desktop.bus).values()) == {True}
        assert "dbus-daemon" in _processes_of(root)

    assert _processes_of(root) == []
    assert not root.exists()


def test_parts_that_are_absent_are_absent(make_desktop: Make) -> None:
    desktop = make_desktop(tray="none", notifications="none", keyring="absent")

    assert not panel_is_there(desktop.bus)
    assert not desktop.bus.owned("org.freedesktop.Notifications")
    assert not desktop.bus.owned(secret_service.SECRETS)
