"""A keyring that asks and gets no answer: said after three seconds, and nothing waits for it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer

from tests.integration.running_program import RunningProgram, button, label
from tests.support.builders import make_account
from tests.support.own_seconds import OwnSeconds
from wallet_tray.domain.problem import ProblemKind
from wallet_tray.simulator.server import SimulatedService

TICK_MS = 20
LEAST_TICKS = 20  # of 150 in three seconds: other programs use the machine as well
LEAVING_SECONDS = 2.0


@pytest.fixture
def hanging(
    running: RunningProgram, make_service: Callable[..., SimulatedService]
) -> RunningProgram:
    service = make_service("512.34")
    running.write_settings([{"id": "own", "label": "Own", "api_url": service.api_url}])
    running.keyring.write(
        make_account(id="own", api_url=service.api_url).keyring_user, service.api_key
    )
    running.keyring.locked = True
    running.keyring.answered.clear()
    return running


def test_the_window_lives_while_the_keyring_waits(hanging: RunningProgram) -> None:
    ticks = QTimer(interval=TICK_MS)
    count = 0

    def tick() -> None:
        nonlocal count
        count += 1

    ticks.timeout.connect(tick)
    hanging.start()
    ticks.start()
    hanging.wait(lambda: "waiting for keyring" in hanging.tooltip())
    assert count > LEAST_TICKS
    ticks.stop()
    hanging.choose("Open wallet")
    assert "keyring" in label(hanging.popup(), "Problem")

    hanging.keyring.answered.set()
    hanging.wait(lambda: "512.34" in hanging.tooltip())
    assert hanging.keyring.prompts == 1


def test_a_dismissed_question_can_be_had_again(hanging: RunningProgram) -> None:
    hanging.keyring.opens = False
    hanging.start()
    hanging.wait(lambda: "waiting for keyring" in hanging.tooltip())
    hanging.keyring.answered.set()
    hanging.wait(lambda: "keyring locked" in hanging.tooltip())
    hanging.keyring.opens = True
    hanging.choose("Open wallet")
    button(hanging.popup(), "Try again").click()
    hanging.wait(lambda: "512.34" in hanging.tooltip())
    assert hanging.keyring.prompts == 2


@pytest.mark.parametrize("by", ["keyring_changed", "resumed"])
def test_a_keyring_that_was_opened_elsewhere_is_looked_into(
    hanging: RunningProgram, by: str
) -> None:
    hanging.keyring.opens = False
    program = hanging.start()
    hanging.wait(lambda: "waiting for keyring" in hanging.tooltip())
    hanging.keyring.answered.set()
    hanging.wait(lambda: "keyring locked" in hanging.tooltip())
    looks = len(hanging.keyring.made)
    getattr(program._desktop, by).emit()
    hanging.wait(lambda: len(hanging.keyring.made) > looks)
    hanging.wait(lambda: not program._sessions.at(0).refreshes.refreshing)
    assert "keyring locked" in hanging.tooltip()
    hanging.keyring.locked = False
    getattr(program._desktop, by).emit()
    hanging.wait(lambda: "512.34" in hanging.tooltip())
    assert hanging.keyring.prompts == 1, "the user has dismissed it once"


@pytest.mark.parametrize("by", ["keyring_changed", "resumed"])
def test_a_keyring_that_comes_later_is_asked(hanging: RunningProgram, by: str) -> None:
    hanging.keyring.problem = ProblemKind.KEYRING_MISSING
    program = hanging.start()
    hanging.wait(lambda: "no keyring" in hanging.tooltip())
    hanging.keyring.answered.set()
    hanging.keyring.problem = None
    getattr(program._desktop, by).emit()
    hanging.wait(lambda: "512.34" in hanging.tooltip())
    assert hanging.keyring.prompts == 1, "it was not dismissed yet"


def test_leaving_waits_for_no_keyring(hanging: RunningProgram) -> None:
    hanging.start()
    hanging.wait(lambda: "waiting for keyring" in hanging.tooltip())
    with OwnSeconds() as own:
        hanging.close()
    assert own.seconds < LEAVING_SECONDS
