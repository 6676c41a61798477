"""After the end: one tidy file of the history, ready to be copied or backed up."""

import sqlite3
from collections.abc import Callable

from tests.integration.running_program import RunningProgram
from tests.support.builders import make_account
from wallet_tray.simulator.server import SimulatedService


def test_quit_leaves_the_history_in_one_file(
    running: RunningProgram, make_service: Callable[..., SimulatedService]
) -> None:
    service = make_service("512.34")
    running.write_settings([{"id": "own", "label": "Own", "api_url": service.api_url}])
    running.keyring.write(
        make_account(id="own", api_url=service.api_url).keyring_user, service.api_key
    )
    running.start()
    running.wait(lambda: "512.34" in running.tooltip())
    running.choose("Open wallet")  # which opens the history once more, to read it
    file = running.folders.history_file
    log = file.with_name(f"{file.name}-wal")
    assert log.exists(), "the test proves nothing unless there is a log to be tidied up"

    running.close()
    running.wait(lambda: not log.exists())

    alone = sqlite3.connect(f"file:{file}?immutable=1", uri=True)
    kept = alone.execute("SELECT available FROM samples WHERE width = 1").fetchall()
    assert kept == [("512.34",)]
    alone.close()
