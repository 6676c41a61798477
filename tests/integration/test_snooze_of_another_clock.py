"""The program starts with what a clock that was ahead has left in its memory."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from tests.integration.running_program import RunningProgram
from tests.support.builders import make_account
from wallet_tray.domain.alert import AlertLimits
from wallet_tray.domain.alert_memory import AlertMemory, LastBalance, to_record
from wallet_tray.domain.money import Money
from wallet_tray.simulator.server import SimulatedService


@pytest.mark.parametrize("ahead", [timedelta(hours=20), timedelta(days=3), timedelta(days=3653)])
def test_snooze_of_a_wrong_clock_silences_nothing(
    running: RunningProgram, make_service: Callable[..., SimulatedService], ahead: timedelta
) -> None:
    wrong = datetime.now(UTC) + ahead
    memory = AlertMemory(
        seen=LastBalance(wrong, Money(Decimal(500), "BYC"), Money(Decimal(500), "BYC")),
        limits=AlertLimits(Decimal(100), Decimal(20)),
        snooze=wrong + timedelta(seconds=1),  # nearly over
    )
    record = {"version": 1, "accounts": {"own": to_record(memory)}, "window": {}}
    running.folders.alert_memory_file.write_text(json.dumps(record))
    service = make_service("512.34")
    running.write_settings([{"id": "own", "label": "Own", "api_url": service.api_url}])
    running.keyring.write(
        make_account(id="own", api_url=service.api_url).keyring_user, service.api_key
    )
    running.start()
    running.wait(lambda: "512.34" in running.tooltip())
    service.set_balance(available=Decimal(15), total=Decimal(15))
    running.choose("Refresh now")
    running.wait(lambda: "15.00" in running.tooltip())
    running.wait(lambda: any("Critical" in title for title in running.screen.titles))
