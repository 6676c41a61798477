"""After crashes nothing is asked until the user goes on, and the program says why."""

from collections.abc import Callable

import pytest

from tests.integration.running_program import RunningProgram, button, label
from tests.support.builders import make_account
from wallet_tray.simulator.server import SimulatedService

WHY = "Wallet Tray ended unexpectedly three times in a row. Refreshing is paused."


@pytest.fixture
def wallet(
    running: RunningProgram, make_service: Callable[..., SimulatedService]
) -> SimulatedService:
    service = make_service("512.34")
    running.write_settings([{"id": "own", "label": "Own", "api_url": service.api_url}])
    running.keyring.write(
        make_account(id="own", api_url=service.api_url).keyring_user, service.api_key
    )
    return service


@pytest.fixture
def cautious(
    running: RunningProgram, wallet: SimulatedService, monkeypatch: pytest.MonkeyPatch
) -> RunningProgram:
    """Started as ``app`` does it: cautious before anything of it moves."""
    from wallet_tray.app.tray_app import TrayApp

    start = TrayApp.start

    def cautiously(program: TrayApp) -> None:
        program.enter_safe_mode()
        start(program)

    with monkeypatch.context() as patched:
        patched.setattr(TrayApp, "start", cautiously)
        running.start()
    running.choose("Open wallet")
    return running


def test_safe_mode_sends_no_request_and_gives_the_reason(
    cautious: RunningProgram, wallet: SimulatedService
) -> None:
    assert label(cautious.popup(), "Problem") == WHY
    assert "refreshing paused" in cautious.tooltip()
    program = cautious.program
    program._desktop.resumed.emit()
    program._desktop.network_returned.emit()
    assert not any(session.refreshes.refreshing for session in program._sessions)
    assert wallet.request_count() == 0


@pytest.mark.parametrize("by", ["the popup's button", "the menu"])
def test_the_user_goes_on_and_nothing_of_it_stays(
    cautious: RunningProgram, wallet: SimulatedService, by: str
) -> None:
    if by == "the menu":
        cautious.choose("Pause refreshing")
    else:
        button(cautious.popup(), "Resume refreshing").click()
    cautious.wait(lambda: "512.34" in cautious.tooltip())
    assert "paused" not in cautious.tooltip()
    assert label(cautious.popup(), "Problem") == ""
    cautious.choose("Pause refreshing")  # by the user, this time
    assert label(cautious.popup(), "Problem") == "Refreshing is paused."
    cautious.choose("Pause refreshing")
    cautious.close()

    cautious.start()
    cautious.wait(lambda: "512.34" in cautious.tooltip())
    assert "paused" not in cautious.tooltip()


def test_recorded_balance_is_shown_in_safe_mode(cautious: RunningProgram) -> None:
    button(cautious.popup(), "Resume refreshing").click()
    cautious.wait(lambda: "512.34" in cautious.tooltip())
    cautious.close()

    program = cautious.start()
    program.enter_safe_mode()
    cautious.wait(lambda: "512.34" in cautious.tooltip())
    assert "refreshing paused" in cautious.tooltip()
