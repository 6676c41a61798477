"""`doctor` on real desktops: trays, notification daemons and keyrings as they come and go."""

import json
import time
from collections.abc import Callable
from typing import Any

from tests.end_to_end import secret_service
from tests.end_to_end.tray_program import TrayApp, run_command, sign_in, write_settings
from tests.end_to_end.virtual_desktop import VirtualDesktop
from wallet_tray.simulator.server import SimulatedService

Make = Callable[..., VirtualDesktop]
PROMISED_SECONDS = 15


class Report:
    """What `doctor --json` said: check -> (state, sentence), the last finding of each check."""

    def __init__(self, desktop: VirtualDesktop) -> None:
        began = time.monotonic()
        done = run_command(desktop, "doctor", "--json")
        self.seconds = time.monotonic() - began
        assert done.stderr == ""
        self.text = done.stdout
        document: dict[str, Any] = json.loads(done.stdout)
        assert done.returncode == (0 if document["healthy"] else 1)
        self.findings = document["findings"]

    def __getitem__(self, check: str) -> tuple[str, str]:
        return self.all(check)[-1]

    def all(self, check: str) -> list[tuple[str, str]]:
        return [(f["state"], f["found"]) for f in self.findings if f["check"] == check]


def test_xfce_dunst_and_gnome_keyring(
    make_desktop: Make,
    start_program: Callable[..., TrayApp],
    service: SimulatedService,
) -> None:
    desktop = make_desktop()
    write_settings(desktop, service.api_url)
    missing = Report(desktop)
    assert missing["keyring"][0] == "problem"
    assert missing["program"] == ("note", "The tray program does not run.")

    sign_in(desktop, service.api_key)
    program = start_program(desktop)
    program.wait_for_tooltip("512.34")
    report = Report(desktop)
    # Of Xfce's panel it is a process of its own that takes the icons.
    assert report["tray"][0] == "ok"
    assert report["tray"][1].endswith("and it shows tooltips.")
    assert report["notifications"][0] == "ok"
    assert report["notifications"][1].startswith("dunst ")
    assert report.all("keyring") == [
        ("ok", "Credentials are kept in: Secret Service."),
        ("ok", "The keyring holds the API key."),
    ]
    assert report["service"] == ("ok", "ByteNite accepts the API key and tells the balance.")
    assert report["clock"][0] == report["history"][0] == "ok"
    assert report["program"] == ("ok", "The tray program runs.")
    assert not [f for f in report.findings if f["state"] == "problem"]
    for secret in (service.api_key, service.access_token, str(desktop.root / "home")):
        assert secret not in report.text

    # Locked: said at once, and no question for a password.
    secret_service.lock(desktop.bus)
    locked = Report(desktop)
    assert locked["keyring"] == (
        "problem",
        "The keyring (Secret Service) is locked, so nothing was looked up in it.",
    )
    assert not desktop.bus.owned("org.gnome.keyring.SystemPrompter")

    # Gone one after the other.
    for part in ("tray", "notifications", "keyring"):
        desktop.kill(part)
    bare = Report(desktop)
    assert bare["tray"][0] == bare["notifications"][0] == bare["keyring"][0] == "problem"
    assert bare["tray"][1] == "No panel here has a tray."
    assert bare["keyring"][1] == "There is no keyring to keep credentials in."
    assert max(run.seconds for run in (missing, report, locked, bare)) < PROMISED_SECONDS


def test_older_tray_that_then_goes_away(make_desktop: Make, service: SimulatedService) -> None:
    desktop = make_desktop(tray="xembed", notifications="none", keyring="absent")
    write_settings(desktop, service.api_url)
    report = Report(desktop)
    assert report["tray"] == (
        "ok",
        "There is a tray of the older kind (XEmbed), and it shows tooltips.",
    )
    desktop.stop("tray")
    assert Report(desktop)["tray"] == ("problem", "No panel here has a tray.")


def test_waybar_and_mako(make_desktop: Make, service: SimulatedService) -> None:
    desktop = make_desktop(display="wayland", keyring="absent")
    write_settings(desktop, service.api_url)
    report = Report(desktop)
    assert report["tray"] == ("ok", "There is a tray (waybar), and it shows tooltips.")
    assert report["notifications"][1].startswith("mako ")
