"""Tray program and command line share one history: no second refresh, and a past to start with."""

import json
from collections.abc import Callable

import pytest

from tests.end_to_end.tray_program import TrayApp, run_command
from tests.end_to_end.wallet_story import WalletStory
from wallet_tray.simulator.server import SimulatedService

BALANCE = "/v1/wallet/balance"


@pytest.mark.parametrize("display", ["x11"])
def test_the_command_line_answers_with_what_the_tray_program_recorded(
    story: WalletStory, service: SimulatedService
) -> None:
    story.hold("84.10")
    asked = service.request_count()
    env = {**story.desktop.env, **story.env}
    for option in (("--cached",), ("--max-age", "600")):
        done = run_command(story.desktop, "balance", "--json", *option, env=env)
        assert done.returncode == 0, done.stderr
        assert '"availableBalance": 84.1' in done.stdout
    enough = run_command(story.desktop, "can-afford", "84.10", "--max-age", "600", env=env)
    assert enough.returncode == 0, enough.stderr
    recorded = json.loads(run_command(story.desktop, "history", "--json", env=env).stdout)
    assert recorded["balances"][-1]["availableBalance"] == 84.1
    assert service.request_count() == asked
    # Without the key of the environment it is another wallet's, which was not asked for yet.
    keyless = {name: value for name, value in env.items() if name != "BYTENITE_API_KEY"}
    assert run_command(story.desktop, "balance", "--cached", env=keyless).returncode == 6


@pytest.mark.parametrize("display", ["x11"])
def test_the_last_balance_is_known_after_a_start_without_a_network(
    story: WalletStory, service: SimulatedService, start_program: Callable[..., TrayApp]
) -> None:
    story.hold("84.10")
    story.program.end()
    service.stop()
    program = start_program(story.desktop, env=story.env)
    program.wait_for_tooltip("84.10")
    assert "stale" in program.item.tooltip
