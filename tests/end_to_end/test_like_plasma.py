"""The whole program with a daemon that behaves like Plasma 6.7, on a real session bus."""

from collections.abc import Callable, Iterator

import pytest

from tests.end_to_end.dbus_client import wait_until
from tests.end_to_end.tray_program import TrayApp
from tests.end_to_end.virtual_desktop import VirtualDesktop
from tests.end_to_end.wallet_story import WalletStory
from tests.support.notification_daemons import PlasmaDaemon
from wallet_tray.simulator.server import SimulatedService


@pytest.fixture
def desktop(make_desktop: Callable[..., VirtualDesktop]) -> VirtualDesktop:
    return make_desktop(keyring="absent", notifications="none")


@pytest.fixture
def plasma(desktop: VirtualDesktop) -> Iterator[PlasmaDaemon]:
    daemon = PlasmaDaemon(desktop.env["DBUS_SESSION_BUS_ADDRESS"])
    yield daemon
    daemon.die()


def seen(plasma: PlasmaDaemon) -> dict[int, str]:
    """What stands on the screen, less the amounts."""
    return {ident: title.partition(":")[0] for ident, title in plasma.screen.items()}


def test_each_level_is_shown_though_the_one_before_has_expired(
    desktop: VirtualDesktop,
    plasma: PlasmaDaemon,
    start_program: Callable[..., TrayApp],
    service: SimulatedService,
) -> None:
    story = WalletStory.begin(desktop, service, start_program)
    for ident, (amount, title) in enumerate(
        (("84.10", "Low balance"), ("9.50", "Critical balance"), ("0", "Wallet empty")), start=1
    ):
        story.hold(amount)
        plasma.wait(lambda ident=ident, title=title: seen(plasma) == {ident: title})
        plasma.expire(ident)
    story.hold("600")
    plasma.wait(lambda: 3 in plasma.closed)
    assert plasma.history == {}


def test_a_killed_program_leaves_nothing_that_holds_back_the_next_alert(
    desktop: VirtualDesktop,
    plasma: PlasmaDaemon,
    start_program: Callable[..., TrayApp],
    service: SimulatedService,
) -> None:
    story = WalletStory.begin(desktop, service, start_program)
    story.hold("84.10")
    plasma.wait(lambda: seen(plasma) == {1: "Low balance"})
    wait_until(lambda: story.memory().get("undelivered") is False, "the delivery on the disk")
    plasma.expire(1)
    story.program.process.kill()
    story.program.process.wait(60)
    story.start_again()
    plasma.wait(lambda: len(plasma.notified) == 2)
    assert plasma.screen == {}, "it had its time"
    story.hold("9.50")
    plasma.wait(lambda: seen(plasma) == {2: "Critical balance"})
    story.item.click("Quit")
    assert story.program.process.wait(60) == 0
    plasma.wait(lambda: plasma.screen == {})
    assert plasma.history == {}


def test_hidden_amounts_are_hidden_in_the_history_too_and_pop_nothing_up(
    desktop: VirtualDesktop,
    plasma: PlasmaDaemon,
    start_program: Callable[..., TrayApp],
    service: SimulatedService,
) -> None:
    story = WalletStory.begin(desktop, service, start_program)
    story.hold("84.10")
    plasma.wait(lambda: seen(plasma) == {1: "Low balance"})
    plasma.expire(1)
    story.item.click("Hide amounts")
    plasma.wait(lambda: "84" not in plasma.history[1])
    assert plasma.screen == {}
