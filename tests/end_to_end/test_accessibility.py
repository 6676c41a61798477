"""By keyboard alone, and as a screen reader hears it: on a real accessibility bus."""

import tomllib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from tests.end_to_end.dbus_client import wait_until
from tests.end_to_end.screen import press, type_text, wait_for_focus, wait_for_window, windows
from tests.end_to_end.screen_reader import Accessible, ScreenReader
from tests.end_to_end.tray_program import TrayApp, run_command, sign_in, write_settings
from tests.end_to_end.virtual_desktop import VirtualDesktop
from tests.support import builders
from tests.support.builders import make_account
from wallet_tray.history.history import History
from wallet_tray.simulator.server import SimulatedService

Make = Callable[..., VirtualDesktop]
Start = Callable[..., TrayApp]

# What only holds other things together. A bar for scrolling is called what it is everywhere.
WITHOUT_NAME = {"filler", "panel", "layered pane", "splitter", "grip", "separator", "scroll bar"}
TABS = 40  # more stops than any window has


@pytest.fixture
def desktop(make_desktop: Make) -> VirtualDesktop:
    return make_desktop(keyring="unlocked")


@pytest.fixture
def reader(desktop: VirtualDesktop) -> Iterator[ScreenReader]:
    with ScreenReader(desktop) as reader:
        yield reader


def nameless(window: Accessible) -> list[str]:
    """What is on the screen and has no name of its own."""
    found = []
    for one in window.walk():
        name = one.label if one.role == "combo box" else one.name
        if not name and one.role not in WITHOUT_NAME:
            found.append(str(one))
    return found


def roles(window: Accessible) -> set[str]:
    return {one.role for one in window.walk()}


def described(window: Accessible) -> dict[str, str]:
    """Name and description of all that has both."""
    return {one.name: one.description for one in window.walk() if one.description}


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


class Walk:
    """Goes through the program's windows by keyboard, and looks where it is as a reader does."""

    def __init__(self, desktop: VirtualDesktop, reader: ScreenReader, program: TrayApp) -> None:
        self.desktop, self.reader, self.process = desktop, reader, program.process.pid

    def open_popup(self) -> Accessible:
        """As a shortcut of the desktop does it: by a second start."""
        assert run_command(self.desktop).returncode == 0
        return self.window("Wallet Tray")

    def window(self, title: str) -> Accessible:
        """The window of this title, once it has the keyboard."""
        wait_for_focus(self.desktop.env, wait_for_window(self.desktop.env, self.process))
        return self.reader.window(self.process, title)

    @property
    def place(self) -> Accessible:
        return self.reader.focused(self.process)

    def tab_to(self, name: str) -> None:
        """On with the tab key until something of that name, or with that label, is reached."""
        passed = []
        for _ in range(TABS):
            passed.append(self.place)
            if name in (passed[-1].name, passed[-1].label):
                return
            press(self.desktop.env, "Tab")
            wait_until(lambda: self.place.path != passed[-1].path, f"a stop after {passed[-1]}")
        raise AssertionError(f"no {name!r} among {[str(one) for one in passed]}")

    def wait_for_no_window(self) -> None:
        wait_until(lambda: windows(self.desktop.env, self.process) == [], "no window")


@pytest.fixture
def walk(
    desktop: VirtualDesktop, reader: ScreenReader, start_program: Start, service: SimulatedService
) -> Walk:
    service.set_balance(available=Decimal("84.10"), total=Decimal("100.10"), amount_due=3)
    write_settings(desktop, service.api_url)
    sign_in(desktop, service.api_key)
    program = start_program(desktop, env=reader.env)
    program.wait_for_tooltip("84.10")
    return Walk(desktop, reader, program)


def test_the_popup_reads_its_figures_with_their_units(
    walk: Walk, service: SimulatedService
) -> None:
    popup = walk.open_popup()
    figures = {name: plain(text) for name, text in described(popup).items()}
    wallet_id = service.statement.wallet_id
    assert figures["Available balance"] == "84.10 BYC"
    assert figures["Total balance"] == "100.10 BYC"
    assert figures["Reserved balance"] == "16.00 BYC"
    assert figures["Amount due"] == "3.00 USD"
    assert figures["Account ID"] == wallet_id
    assert figures["Updated"].startswith("Updated ")
    assert figures["Status"] == "Low: below 100 BYC"
    assert figures["Wallet Tray"] == "84.10 BYC. Low: below 100 BYC"
    assert nameless(popup) == []
    assert {"push button", "button menu", "check box", "label"} <= roles(popup)


def test_a_reader_that_is_started_later_finds_the_popup(
    desktop: VirtualDesktop, reader: ScreenReader, start_program: Start, service: SimulatedService
) -> None:
    write_settings(desktop, service.api_url)
    sign_in(desktop, service.api_key)
    program = start_program(desktop)
    program.wait_for_tooltip("512.34")
    program.item.click("Open wallet")
    wait_for_window(desktop.env, program.process.pid)
    press(desktop.env, "Escape")
    walk = Walk(desktop, reader, program)
    walk.wait_for_no_window()
    reader.switch_on()
    reader.program(program.process.pid)
    assert plain(described(walk.open_popup())["Available balance"]) == "512.34 BYC"


def test_every_control_of_the_settings_and_of_about_has_a_name(walk: Walk) -> None:
    walk.open_popup()
    walk.tab_to("Settings…")
    press(walk.desktop.env, "space")
    settings = walk.window("Settings of Wallet Tray")

    def lists() -> set[str]:
        return {one.label for one in settings.walk() if one.role == "combo box"}

    for page, expected in (
        ("alt+g", {"Unit of time", "Proxy", "Icon shows", "Icon colours", "Language"}),
        ("alt+a", set[str]()),
        ("alt+c", {"Account", "Signs in with"}),
    ):
        press(walk.desktop.env, page)
        wait_until(lambda expected=expected: lists() == expected, f"the lists of {page}")
        assert nameless(settings) == []
    walk.tab_to("About")
    press(walk.desktop.env, "space")
    about = walk.reader.window(walk.process, "About Wallet Tray")
    wait_until(lambda: "tree item" in roles(about), "the parts")
    assert nameless(about) == []


def test_every_finding_of_the_diagnosis_is_reported_with_its_state(walk: Walk) -> None:
    walk.open_popup()
    walk.tab_to("Settings…")
    press(walk.desktop.env, "space")
    walk.window("Settings of Wallet Tray")
    walk.tab_to("Diagnosis…")
    press(walk.desktop.env, "space")
    diagnosis = walk.reader.window(walk.process, "Diagnosis of Wallet Tray")
    wait_until(lambda: "graphic" in roles(diagnosis), "the findings")
    assert nameless(diagnosis) == []
    signs = [one.name for one in diagnosis.walk() if one.role == "graphic"]
    assert len(signs) > 5
    assert described(diagnosis)["Result"]


def test_every_control_of_the_welcome_and_of_signing_in_has_a_name(
    desktop: VirtualDesktop, reader: ScreenReader, start_program: Start
) -> None:
    program = start_program(desktop, env=reader.env)
    walk = Walk(desktop, reader, program)
    welcome = walk.window("Welcome to Wallet Tray")
    assert nameless(welcome) == []
    assert walk.place.name == "Sign in…"
    press(desktop.env, "Return")
    window = reader.window(program.process.pid, "Sign in to ByteNite")
    assert nameless(window) == []
    assert "text" in roles(window)


def record(desktop: VirtualDesktop, service: SimulatedService, *amounts: str) -> None:
    """What was seen in the hours before, one balance an hour."""
    now, wallet_id = datetime.now(UTC), service.statement.wallet_id
    history = History(Path(desktop.env["XDG_DATA_HOME"], "wallet-tray", "history.sqlite3"))
    for hours, amount in zip(range(len(amounts), 0, -1), map(Decimal, amounts), strict=True):
        at = now - timedelta(hours=hours)
        balance = builders.balance(amount, at=at, wallet_id=wallet_id)
        history.record(make_account(api_url=service.api_url), balance)
    history.close()


def test_a_walk_by_keyboard_through_sign_in_popup_and_settings(
    desktop: VirtualDesktop, reader: ScreenReader, start_program: Start, service: SimulatedService
) -> None:
    write_settings(desktop, service.api_url)
    record(desktop, service, "700", "650.50")
    program = start_program(desktop, env=reader.env)
    program.wait_for_tooltip("signed")
    walk, env = Walk(desktop, reader, program), desktop.env

    with reader.listen() as ear:
        walk.open_popup()
        walk.tab_to("Sign in…")
        press(env, "space")
        window = walk.window("Sign in to ByteNite")
        assert walk.place.name == "API key"
        type_text(env, "no-key-of-this-service")
        press(env, "Return")
        wait_until(lambda: any("rejects" in one for one in ear.announcements), "the refusal")
        assert "rejects" in described(window)["API key"]
        wait_until(lambda: walk.place.name == "API key", "the field")
        press(env, "ctrl+a")
        type_text(env, service.api_key)
        press(env, "Return")
        walk.wait_for_no_window()
        program.wait_for_tooltip("512.34")

        popup = walk.open_popup()
        assert plain(described(popup)["Available balance"]) == "512.34 BYC"
        walk.tab_to("Snooze")
        press(env, "space")
        wait_until(lambda: len(windows(env, walk.process)) == 2, "the menu")
        press(env, "Down", "Return")
        wait_until(
            lambda: "alerts snoozed" in described(popup)["Status"], "the alerts to be snoozed"
        )

        walk.tab_to("Last 24 hours")  # all that is known is of today
        for key, name in (("Right", "Last 7 days"), ("Left", "Last 24 hours")):
            press(env, key)
            wait_until(lambda name=name: walk.place.name == name, "another span")
            wait_until(lambda: "checked" in walk.place.states, "the chosen span")
        walk.tab_to("Balance over time")
        for key, value in (("Home", "700.00 BYC"), ("Right", "650.50 BYC"), ("End", "512.34 BYC")):
            before = len(ear.descriptions)
            press(env, key)

            def said(value: str = value, before: int = before) -> bool:
                return any(plain(one).startswith(f"{value}, ") for one in ear.descriptions[before:])

            wait_until(said, f"{value} to be said")

        walk.tab_to("Copy account ID")
        press(env, "space")
        wait_until(lambda: "Copied" in ear.announcements, "the copy")

        walk.tab_to("Settings…")
        press(env, "space")
        settings = walk.window("Settings of Wallet Tray")
        press(env, "alt+a")
        wait_until(lambda: "text" in roles(settings), "the page of the alerts")
        walk.tab_to("Low balance, below")
        press(env, "Tab")  # from the switch of that name to its number
        wait_until(lambda: walk.place.role == "text", "the limit")
        press(env, "ctrl+a")
        type_text(env, "600")
        file = Path(env["XDG_CONFIG_HOME"], "wallet-tray", "settings.toml")

        def saved() -> bool:
            (account,) = tomllib.loads(file.read_text())["accounts"]
            return bool(account.get("alerts") == {"low_balance": 600})

        wait_until(saved, "save")
        press(env, "Escape")
        walk.wait_for_no_window()
    assert program.process.poll() is None
