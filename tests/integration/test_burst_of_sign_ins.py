"""Hundreds of sign-ins elsewhere while the service hangs: few threads, and the last counts."""

import threading
from collections.abc import Callable

import pytest

from tests.integration.running_program import RunningProgram
from tests.support.builders import make_account
from wallet_tray.desktop.single_instance.message import CREDENTIALS_CHANGED, notify_running
from wallet_tray.simulator.server import SimulatedService

MESSAGES = 582


def test_a_burst_of_sign_ins_elsewhere(
    running: RunningProgram,
    make_service: Callable[..., SimulatedService],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from wallet_tray.refresh.fetcher import BalanceFetcher

    service = make_service("512.34")
    running.write_settings([{"id": "own", "label": "Own", "api_url": service.api_url}])
    user = make_account(id="own", api_url=service.api_url).keyring_user
    running.keyring.write(user, "outdated")
    go_on, asked = threading.Event(), threading.Semaphore(0)
    fetch = BalanceFetcher.fetch

    def hanging_fetch(fetcher: BalanceFetcher, *_asking: object) -> object:
        asked.release()
        assert go_on.wait(90)
        return fetch(fetcher)

    monkeypatch.setattr(BalanceFetcher, "fetch", hanging_fetch)
    running.start()
    running.wait(lambda: asked.acquire(blocking=False))
    ended = threading.Event()

    def tell() -> None:
        for number in range(MESSAGES):
            if number == MESSAGES - 1:
                running.keyring.write(user, service.api_key)
            assert notify_running(running.folders.socket_file, CREDENTIALS_CHANGED)
        ended.set()

    before = {one for one in threading.enumerate() if one.name.startswith("worker")}
    threading.Thread(target=tell, daemon=True).start()
    running.wait(ended.is_set)
    workers = {one for one in threading.enumerate() if one.name.startswith("worker")} - before
    assert len(workers) <= 2
    go_on.set()
    running.wait(lambda: "512.34" in running.tooltip())
