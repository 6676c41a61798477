"""The language of the system, and another one while the program runs, as panel and bus see it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.dbus_client import wait_until
from tests.end_to_end.screen import wait_for_window, windows
from tests.end_to_end.tray_program import TrayApp, write_settings
from tests.end_to_end.virtual_desktop import VirtualDesktop
from wallet_tray.simulator.server import SimulatedService


@pytest.fixture
def desktop(
    make_desktop: Callable[..., VirtualDesktop], service: SimulatedService
) -> VirtualDesktop:
    desktop = make_desktop(keyring="absent")
    write_settings(desktop, service.api_url)
    return desktop


@pytest.fixture
def program(
    desktop: VirtualDesktop,
    service: SimulatedService,
    start_program: Callable[..., TrayApp],
) -> TrayApp:
    spoken = {"LANG": "de_AT.UTF-8", "BYTENITE_API_KEY": service.api_key}
    program = start_program(desktop, env={**desktop.env, **spoken})
    program.wait_for_tooltip("512,34")
    return program


def speak(desktop: VirtualDesktop, code: str) -> None:
    file = Path(desktop.env["XDG_CONFIG_HOME"], "wallet-tray", "settings.toml")
    text = file.read_text(encoding="utf-8")
    display, accounts = f'[display]\nlanguage = "{code}"\n\n', text.index("[[accounts]]")
    file.write_text(text[:accounts] + display + text[accounts:], encoding="utf-8")


def test_it_begins_in_the_language_of_the_system(program: TrayApp) -> None:
    assert "Stand" in program.item.tooltip
    rows = program.item.menu()
    assert {"Wallet öffnen", "Warnungen stumm schalten", "Einstellungen\u00a0…", "Beenden"} <= set(
        rows
    )
    assert any(row.startswith("Verfügbar: 512,34") for row in rows)


def test_menu_and_popup_follow_the_settings_at_once(
    program: TrayApp, desktop: VirtualDesktop
) -> None:
    program.item.click("Wallet öffnen")
    wait_for_window(desktop.env, program.process.pid)

    speak(desktop, "fr")

    wait_until(lambda: "Quitter" in program.item.menu(), "the menu in French")
    rows = program.item.menu()
    assert {"Ouvrir le portefeuille", "Suspendre les alertes", "Paramètres…"} <= set(rows)
    assert any(row.startswith("Disponible\u00a0: 512,34") for row in rows)
    wait_until(lambda: windows(desktop.env, program.process.pid), "the popup to be back")
    assert "Traceback" not in program.end()
