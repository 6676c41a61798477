"""What is imported before the icon stands: nothing that reaches out, asks or keeps."""

import json
import os
import subprocess
import sys

import pytest

LATE = {
    "httpx",
    "httpcore",
    "keyring",
    "sqlite3",
    "jeepney",
    "tomlkit",
    "truststore",
    "ssl",
    "asyncio",
    "email",
    "http",
    "urllib.request",
    "PySide6.QtNetwork",
    "subprocess",
    "wallet_tray.credentials.keyring_backend",
    "wallet_tray.domain.forecast.forecast",
    "wallet_tray.history.history",
    "wallet_tray.http.client",
    "wallet_tray.simulator.server",
    "wallet_tray.storage.settings_merge",
    "wallet_tray.ui.dialogs.diagnostics",
    "wallet_tray.ui.popup.popup",
    "wallet_tray.ui.settings.dialog",
}

# The moment after the icon is noted, before anything that the event loop does later.
PROGRAM = """
import json, os, sys
from wallet_tray.ui.tray.icon import TrayIcon

start = TrayIcon.start

def start_and_tell(self):
    start(self)
    print(json.dumps(sorted(sys.modules)), flush=True)
    os._exit(0)

TrayIcon.start = start_and_tell
from wallet_tray.__main__ import main
main([])
"""


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    home = tmp_path_factory.mktemp("home")
    places = {f"XDG_{name}_HOME": str(home / name) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    (home / "run").mkdir(mode=0o700)
    environment = {
        **os.environ,
        **places,
        "HOME": str(home),
        "TMPDIR": str(home),
        "XDG_RUNTIME_DIR": str(home / "run"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
    program = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert program.returncode == 0, program.stderr
    return set(json.loads(program.stdout))


def test_the_icon_stands_before_anything_heavy_is_imported(imported: set[str]) -> None:
    assert "wallet_tray.app.tray_app" in imported
    assert not LATE & imported


def test_the_names_above_are_those_of_modules() -> None:
    """A misspelt name would be absent for ever."""
    import importlib.util

    for name in LATE:
        if name == "jeepney" and sys.platform != "linux":
            continue
        assert importlib.util.find_spec(name) is not None, name
