"""A pause: nothing is asked by itself, everywhere it is seen, and it outlives the program."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest

from tests.integration.running_program import RunningProgram, button, label
from tests.support.builders import make_account
from wallet_tray.domain.account_snapshot import Mark
from wallet_tray.domain.alert_policy import OUTAGE
from wallet_tray.domain.balance_series import ChartRange
from wallet_tray.simulator.server import SimulatedService
from wallet_tray.ui.tray.parts import Step


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


def pause(running: RunningProgram) -> None:
    running.start()
    running.wait(lambda: "512.34" in running.tooltip())
    running.choose("Pause refreshing")


def session(running: RunningProgram):
    assert running.program is not None
    return running.program._sessions.at(0)


def timer_runs(running: RunningProgram) -> bool:
    return session(running).refreshes._timer._timer.isActive()


def test_a_pause_is_seen_everywhere_and_the_menu_ends_it(
    running: RunningProgram, wallet: SimulatedService
) -> None:
    pause(running)
    assert running.tooltip().endswith(", refreshing paused")
    assert running.menu()[3].endswith("refreshing paused")
    icon = running.program._tray._view.icon
    assert (icon.step, icon.mark) == (Step.OK, Mark.PAUSED)
    running.choose("Open wallet")
    popup = running.popup()
    assert label(popup, "Problem") == "Refreshing is paused."
    assert label(popup, "Status") == "Above your limits · refreshing paused"
    asked = wallet.request_count()

    running.choose("Pause refreshing")
    running.wait(lambda: wallet.request_count() > asked)
    running.wait(lambda: timer_runs(running))
    assert "paused" not in running.tooltip()
    assert label(popup, "Problem") == ""


def test_the_popups_button_ends_it(running: RunningProgram, wallet: SimulatedService) -> None:
    pause(running)
    running.choose("Open wallet")
    button(running.popup(), "Resume refreshing").click()
    running.wait(lambda: timer_runs(running))
    assert "paused" not in running.tooltip()


def test_nothing_is_asked_by_itself(running: RunningProgram, wallet: SimulatedService) -> None:
    pause(running)
    running.wait(lambda: not session(running).refreshes.refreshing)
    asked = wallet.request_count()
    running.program._desktop.resumed.emit()
    running.program._desktop.network_returned.emit()
    running.choose("Open wallet")
    running.program._sessions.at(0).refreshes.refresh_if_older(timedelta(0))
    assert not timer_runs(running)
    assert not session(running).refreshes.refreshing
    assert wallet.request_count() == asked


def test_refresh_now_asks_once(running: RunningProgram, wallet: SimulatedService) -> None:
    pause(running)
    wallet.set_balance(available=Decimal("84.10"))
    running.choose("Refresh now")
    running.wait(lambda: "84.10" in running.tooltip())
    assert running.tooltip().endswith(", low, refreshing paused")
    assert running.screen.titles == ["Low balance: 84.10 BYC"]  # the user wants to know that
    assert not timer_runs(running)


def test_a_failed_refresh_is_not_tried_again_and_no_outage(
    running: RunningProgram, wallet: SimulatedService
) -> None:
    pause(running)
    wallet.stop()
    running.choose("Open wallet")
    running.choose("Refresh now")
    running.wait(lambda: "offline" in running.tooltip())
    assert not timer_runs(running)
    assert label(running.popup(), "Problem") == "Own cannot be reached. Refreshing is paused."
    alerts = session(running).alerts
    begun = alerts._now()
    alerts._now = lambda: begun + 2 * OUTAGE
    alerts._look_again()
    assert running.screen.titles == []
    running.program._sessions.pause.by_user = False
    alerts.pause_changed()  # and the time of the pause does not count afterwards
    alerts._look_again()
    assert running.screen.titles == []
    alerts._now = lambda: begun + 3 * OUTAGE
    alerts._look_again()
    assert [title.split(" since")[0] for title in running.screen.titles] == ["No balance"]


def test_a_pause_outlives_the_program_and_shows_what_was_recorded(
    running: RunningProgram, wallet: SimulatedService
) -> None:
    pause(running)
    running.choose("Open wallet")
    running.program.actions.choose_range(ChartRange.DAY)
    running.close()
    asked = wallet.request_count()

    running.start()
    running.wait(lambda: "512.34" in running.tooltip())
    assert running.tooltip().endswith(", refreshing paused")
    assert wallet.request_count() == asked
    assert running.program._windows.span is ChartRange.DAY
    running.choose("Pause refreshing")
    running.wait(lambda: wallet.request_count() > asked)
    running.close()
    running.start()
    running.wait(lambda: timer_runs(running))
    assert "paused" not in running.tooltip()


def test_the_safe_mode_is_not_kept_and_keeps_the_users_pause(
    running: RunningProgram, wallet: SimulatedService
) -> None:
    """Another choice is written to the same file meanwhile."""

    def written() -> object:
        done = running.program._disk.submit(running.program._memory_file.load_window)
        running.wait(done.done)
        return done.result()

    program = running.start()
    running.wait(lambda: "512.34" in running.tooltip())
    program.enter_safe_mode()
    program.actions.choose_range(ChartRange.DAY)
    assert written() == {"span": "day"}
    program.actions.pause(False)
    program.actions.pause(True)
    program.enter_safe_mode()
    program.actions.choose_range(ChartRange.WEEK)
    assert written() == {"span": "week", "paused": True}
