"""Fixtures for the tests on a real desktop: its parts, a simulated wallet service, the program."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

HERE = Path(__file__).parent

if sys.platform != "linux":
    collect_ignore_glob = ["*"]

if TYPE_CHECKING:
    from tests.end_to_end.tray_program import TrayApp
    from tests.end_to_end.virtual_desktop import VirtualDesktop
    from tests.end_to_end.wallet_story import WalletStory
    from wallet_tray.simulator.server import SimulatedService

# Set where a missing program must fail the tests instead of skipping them, as in .ci/run.
_REQUIRED = os.environ.get("WALLET_TRAY_DESKTOP_TESTS") == "required"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks the tests of this folder; skips them where the desktop's programs are not installed."""
    from tests.end_to_end.virtual_desktop import PROGRAMS, WAYLAND_PROGRAMS

    missing = [name for name in PROGRAMS + WAYLAND_PROGRAMS if shutil.which(name) is None]
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.desktop)
            if missing and not _REQUIRED:
                reason = f"not installed: {' '.join(missing)}; `python3 run.py test` installs them"
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture
def make_desktop() -> Iterator[Callable[..., "VirtualDesktop"]]:
    """Starts virtual desktops (the arguments of VirtualDesktop) and ends them after the test."""
    from tests.end_to_end.virtual_desktop import VirtualDesktop

    with ExitStack() as desktops:

        def make(**parts: Any) -> VirtualDesktop:
            return desktops.enter_context(VirtualDesktop(**parts))

        yield make


@pytest.fixture
def service() -> Iterator["SimulatedService"]:
    """A simulated wallet service whose wallet holds 512.34 BYC, all of it available."""
    from wallet_tray.simulator.server import SimulatedService

    with SimulatedService() as running:
        running.set_balance(available=Decimal("512.34"), total=Decimal("512.34"), amount_due=0)
        yield running


@pytest.fixture
def start_program() -> Iterator[Callable[..., "TrayApp"]]:
    """Starts the tray program on a desktop (the arguments of TrayApp).

    After the test it prints what the programs wrote, which pytest shows where the test failed.
    """
    from tests.end_to_end.tray_program import TrayApp

    programs: list[TrayApp] = []

    def start(*arguments: Any, **options: Any) -> TrayApp:
        program = TrayApp(*arguments, **options)
        programs.append(program)
        return program

    yield start
    for program in programs:
        print(f"--- process {program.process.pid} wrote:\n{program.end()}")


@pytest.fixture
def story(
    display: str,
    make_desktop: Callable[..., "VirtualDesktop"],
    start_program: Callable[..., "TrayApp"],
    service: "SimulatedService",
) -> "WalletStory":
    """The running program with its wallet, on a desktop of the kind that the test names."""
    from tests.end_to_end.wallet_story import WalletStory

    desktop = make_desktop(display=display, keyring="absent")
    return WalletStory.begin(desktop, service, start_program)
