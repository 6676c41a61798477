"""Another time zone while the program runs: what is shown next is in it."""

import os
import struct
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.integration.running_program import RunningProgram
from tests.support.builders import make_account
from wallet_tray.simulator.server import SimulatedService

pytestmark = pytest.mark.skipif(os.name == "nt", reason="TZ is read by POSIX's rules")


@pytest.fixture
def set_zone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[int], None]]:
    """Puts a zone of whole hours (tzfile(5), version 1) into the place of the one before."""

    def set_zone(hours: int) -> None:
        head = b"TZif" + bytes(16) + struct.pack(">6l", 0, 0, 0, 0, 1, 4)
        file = tmp_path / "new"
        file.write_bytes(head + struct.pack(">lbb", hours * 3600, 0, 0) + b"ZON\0")
        file.replace(tmp_path / "zone")

    set_zone(0)
    monkeypatch.setenv("TZ", f":{tmp_path}/zone")
    time.tzset()
    yield set_zone
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("event", ["refresh", "popup", "unlocked", "woke"])
def test_the_next_look_is_in_it(
    running: RunningProgram,
    make_service: Callable[..., SimulatedService],
    set_zone: Callable[[int], None],
    event: str,
) -> None:
    service = make_service("512.34")
    running.write_settings([{"id": "own", "label": "Own", "api_url": service.api_url}])
    running.keyring.write(
        make_account(id="own", api_url=service.api_url).keyring_user, service.api_key
    )
    program = running.start()
    running.wait(lambda: "512.34" in running.tooltip())
    before = running.tooltip()
    set_zone(9)
    if event == "refresh":
        running.choose("Refresh now")
    elif event == "popup":
        program.actions.toggle_popup()
    elif event == "unlocked":
        program._desktop.locked_changed.emit(False)
    else:
        program._desktop.resumed.emit()
        running.choose("Refresh now")
    running.wait(lambda: running.tooltip() != before)
    assert time.localtime().tm_gmtoff == 9 * 3600
