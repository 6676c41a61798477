"""Two accounts on two services, one of them failing, on a real desktop with a real keyring."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.end_to_end import secret_service
from tests.end_to_end.dbus_client import wait_until
from tests.end_to_end.screen import press, wait_for_focus, wait_for_window, windows
from tests.end_to_end.tray_program import TrayApp, run_command
from tests.end_to_end.virtual_desktop import VirtualDesktop
from wallet_tray.domain.account_snapshot import Mark
from wallet_tray.simulator.server import SimulatedService
from wallet_tray.ui.tray.painter import IconPainter
from wallet_tray.ui.tray.parts import IconState, Step

if TYPE_CHECKING:
    from PIL.Image import Image

SIZE = 22
# By the letters of the settings window: the page "Accounts", its choice, and "Remove…"; then, in
# the question, back from "Cancel" to "Remove".
TO_THE_SECOND = ("alt+c", "alt+u", "Down")
REMOVE = ("alt+e",)
AGREE = ("shift+Tab", "space")


def write_settings(desktop: VirtualDesktop, own: SimulatedService, team: SimulatedService) -> None:
    folder = Path(desktop.env["XDG_CONFIG_HOME"], "wallet-tray")
    folder.mkdir(mode=0o700, parents=True)
    (folder / "settings.toml").write_text(
        "".join(
            f'[[accounts]]\nid = "{name}"\nlabel = "{name.title()}"\napi_url = "{one.api_url}"\n'
            for name, one in (("own", own), ("team", team))
        )
    )


def icon_is(program: TrayApp, step: Step, mark: Mark) -> bool:
    """True where the panel got this look, in white or in black."""
    shape = [alpha > 200 for alpha in _alphas(program.item.pixmap(SIZE))]
    wanted = IconPainter().pixmap(IconState(step, mark), SIZE).toImage()
    return shape == [
        wanted.pixelColor(x, y).alpha() > 200 for y in range(SIZE) for x in range(SIZE)
    ]


def _alphas(image: "Image") -> list[int]:
    return list(image.getchannel("A").tobytes())


def files_with(root: Path, text: bytes) -> list[str]:
    """The files of the program that hold it, but for the log, whose lines name their account."""
    return [
        str(path.relative_to(root))
        for folder in root.rglob("wallet-tray")
        for path in folder.rglob("*")
        if path.is_file() and ".log" not in path.name and text in path.read_bytes()
    ]


@pytest.mark.usefixtures("qapp")
def test_one_fails_one_works_and_one_goes(
    make_desktop: Callable[..., VirtualDesktop], start_program: Callable[..., TrayApp]
) -> None:
    desktop = make_desktop()
    with SimulatedService() as own, SimulatedService(seed=2) as team:
        for service, amount in ((own, Decimal("512.34")), (team, Decimal("84.10"))):
            service.set_balance(available=amount, total=amount, amount_due=0)
        write_settings(desktop, own, team)
        for name, service in (("own", own), ("team", team)):
            done = run_command(desktop, "sign-in", "--account", name, typed=f"{service.api_key}\n")
            assert done.returncode == 0, done.stderr
        team.stop()

        program = start_program(desktop)
        program.wait_for_tooltip("Team: offline")
        program.wait_for_tooltip("Own: 512.34")
        wait_until(lambda: icon_is(program, Step.UNKNOWN, Mark.PROBLEM), "the failing icon")
        rows = list(program.item.menu())
        assert rows[0] == "Team: offline"
        assert rows[1].startswith("Own: 512.34")
        assert desktop.log.notifications == []

        team.start()
        program.item.click("Refresh now")
        program.wait_for_tooltip("Team: 84.10")
        wait_until(lambda: icon_is(program, Step.LOW, Mark.NONE), "the icon of the lower one")
        wait_until(lambda: [note.id for note in desktop.log.notifications], "dunst's answer")
        (note,) = desktop.log.notifications
        assert note.summary.replace("\xa0", " ") == "Low balance: 84.10 BYC"
        assert note.body.startswith("Team:")
        for name, amount in (("own", "512.34"), ("team", "84.10")):
            recorded = run_command(desktop, "history", "--csv", "--account", name).stdout
            assert f",{amount}," in recorded
        assert len(secret_service.entries(desktop.bus)) == 2

        program.item.click("Settings…")
        wait_for_focus(desktop.env, wait_for_window(desktop.env, program.process.pid))
        press(desktop.env, *TO_THE_SECOND, *REMOVE)
        question = wait_until(lambda: _other_window(desktop, program), "the question")
        wait_for_focus(desktop.env, question)
        press(desktop.env, *AGREE)

        wait_until(lambda: "Team" not in program.item.tooltip, "one account")
        (left,) = wait_until(
            lambda: (found := secret_service.entries(desktop.bus))[1:] == [] and found,
            "one key in the keyring",
            5,
        )
        assert left[1].startswith("own@")
        wait_until(lambda: note.id in desktop.log.close_calls, "the notification to go")
        wait_until(lambda: icon_is(program, Step.OK, Mark.NONE), "the icon of the one")
        wait_until(lambda: not files_with(desktop.root, b"team"), "nothing of it in a file")
        assert team.api_key not in program.end()


def _other_window(desktop: VirtualDesktop, program: TrayApp) -> int | None:
    found = windows(desktop.env, program.process.pid)
    return found[-1] if len(found) > 1 else None
