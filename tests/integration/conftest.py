"""The whole program in one process, offscreen, and two simulated services for it."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

if TYPE_CHECKING:
    from tests.integration.running_program import RunningProgram
    from wallet_tray.simulator.server import SimulatedService


@pytest.fixture
def running(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator["RunningProgram"]:
    """Not started yet: the test writes the settings before."""
    from PySide6.QtWidgets import QSystemTrayIcon

    from tests.integration.running_program import RunningProgram
    from wallet_tray.app import tray_app

    for bus in ("SESSION", "SYSTEM"):
        monkeypatch.setenv(f"DBUS_{bus}_BUS_ADDRESS", f"unix:path={tmp_path}/absent")
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    running = RunningProgram(qtbot, tmp_path)
    monkeypatch.setattr(tray_app, "make_notifier", lambda *_, **__: running.screen)
    yield running
    running.keyring.release()
    running.close()


@pytest.fixture
def make_service() -> Iterator[Callable[..., "SimulatedService"]]:
    """Starts simulated services whose wallets hold what the test says, all of it available."""
    from wallet_tray.simulator.server import SimulatedService

    services: list[SimulatedService] = []

    def make(available: str, scenario: str = "steady", seed: int = 1) -> SimulatedService:
        service = SimulatedService(scenario, seed).start()
        services.append(service)
        amount = Decimal(available)
        service.set_balance(available=amount, total=amount, amount_due=0)
        return service

    yield make
    for service in services:
        service.stop()
