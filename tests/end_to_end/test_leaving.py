"""Leaving takes less than two seconds in every state: requests and keyring prompts may hang.

Fifty programs run, five at a time, each in folders of its own on one desktop. Its keyring is
locked, and its wallet service takes connections and never answers.
"""

import signal
import socket
import time
from collections.abc import Callable, Iterator
from random import Random

import pytest

from tests.end_to_end.tray_item import TrayItem
from tests.end_to_end.tray_program import TrayApp, own_folders, write_settings
from tests.end_to_end.virtual_desktop import VirtualDesktop
from tests.support.own_seconds import OwnSeconds, end_of

BATCHES = 10
AT_A_TIME = 5
LIMIT_SECONDS = 2.0
KEY = "key-for-a-service-that-never-answers"


@pytest.fixture(scope="module")
def desktop() -> Iterator[VirtualDesktop]:
    with VirtualDesktop(keyring="locked") as desktop:
        yield desktop


@pytest.fixture(scope="module")
def silent_service() -> Iterator[str]:
    """Its kernel takes the connections; no program ever reads them."""
    with socket.create_server(("127.0.0.1", 0), backlog=2 * AT_A_TIME * BATCHES) as listener:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/v1"


@pytest.mark.parametrize("batch", range(BATCHES))
def test_leaves_in_time_with_exit_code_0(
    desktop: VirtualDesktop,
    silent_service: str,
    start_program: Callable[..., TrayApp],
    batch: int,
) -> None:
    random = Random(batch)
    programs = []
    for number in range(AT_A_TIME):
        env = own_folders(desktop, f"user-{batch}-{number}")
        write_settings(desktop, silent_service, env)
        # With a key the request hangs, without one the locked keyring's prompt does.
        if random.random() < 0.5:
            env["BYTENITE_API_KEY"] = KEY
        programs.append(start_program(desktop, env=env))
    items = [program.item for program in programs]

    for program, item in zip(programs, items, strict=True):
        state = _bring_into_some_state(item, random)
        way = random.choice(["menu", "SIGTERM", "SIGINT"])
        with OwnSeconds(program.process.pid) as own:
            if way == "menu":
                item.click("Quit")
            else:
                program.process.send_signal(signal.Signals[way])
            end_of(program.process)
        code = program.process.wait()

        assert code == 0, (state, way, program.end())
        assert own.seconds < LIMIT_SECONDS, (state, way)


def _bring_into_some_state(item: TrayItem, random: Random) -> str:
    state = random.choice(["just started", "refreshing", "popup open", "popup open, refreshing"])
    if "popup" in state:
        item.activate()
    if "refreshing" in state:
        item.click("Refresh now")
    # Not to wait for anything: to leave at any moment of what was just begun.
    time.sleep(random.uniform(0, 0.3))
    return state
