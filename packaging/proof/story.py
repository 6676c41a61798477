"""What a user does with the installed package, on a desktop inside a bare system.

    python3 story.py HARNESS PICTURE

HARNESS is the folder with the virtual desktop's modules. Runs as an ordinary user. Prints lines of
JSON with what was seen. After {"wants": "upgrade"} it waits for a line on standard input, while
the caller installs the newer package with the program running. Ends with an exception where
anything is not as it should be.
"""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

sys.path.append(sys.argv[1])

import secret_service
from dbus_client import wait_until
from screen import screenshot, windows
from tray_program import TrayApp
from virtual_desktop import VirtualDesktop

_SETTINGS = """version = 1  # made by hand

[refresh]
interval_seconds = 30

[[accounts]]
id = "default"
api_url = "{api_url}"
"""
# Two requests for a refresh within five seconds count as one.
_REFRESH_PAUSE = 6.0


def tell(**facts: Any) -> None:
    """Print one line for the program that started us."""
    print(json.dumps(facts), flush=True)


def command(desktop: VirtualDesktop, *arguments: str, typed: str = "") -> str:
    """Return what the installed command prints; its exit code must be 0."""
    done = subprocess.run(
        ["wallet-tray", *arguments],
        env=desktop.env,
        input=typed,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, (arguments, done.stdout, done.stderr)
    return done.stdout


def start_service(desktop: VirtualDesktop) -> dict[str, str]:
    """Start the package's own simulated service; its wallet runs dry within minutes."""
    output = (desktop.root / "service").open("w")
    arguments = ["simulate", "--scenario", "drain", "--pace", "2"]
    desktop.run(["wallet-tray", *arguments], output=output)
    text = wait_until(lambda: (desktop.root / "service").read_text(), "the service")
    return json.loads(text.splitlines()[0])


def see_tray(program: TrayApp, process: int) -> str:
    """Check the icon in the panel and its picture; return its tooltip, which shows a balance."""
    item = program.item
    assert item.process == process
    assert item.pixmap(22).getbbox() is not None, "the icon is empty"
    program.wait_for_tooltip("BYC", 20)
    return item.tooltip


def see_low_notification(desktop: VirtualDesktop, program: TrayApp) -> str:
    """Refresh until dunst has taken the notification of a low balance, at most 150 seconds."""
    deadline = time.monotonic() + 150
    while time.monotonic() < deadline:
        for note in list(desktop.log.notifications):
            if note.summary.startswith("Low") and note.id:
                return f"{note.app_name}: {note.summary}"
        program.item.click("Refresh now")
        time.sleep(_REFRESH_PAUSE)
    raise AssertionError([note.summary for note in desktop.log.notifications])


def quit_program(program: TrayApp) -> int:
    program.item.click("Quit")
    return int(program.process.wait(15))


def rows(desktop: VirtualDesktop) -> list[Any]:
    """Return the recorded balances as the command line prints them."""
    lines = command(desktop, "history", "--csv").splitlines()
    return lines[1:]


def main() -> None:
    with VirtualDesktop(tray="xfce", notifications="dunst", keyring="unlocked") as desktop:
        try:
            play(desktop)
        except BaseException:
            for log in Path(desktop.env["XDG_STATE_HOME"]).rglob("*.log"):
                print(log.read_text(), file=sys.stderr)
            raise


def play(desktop: VirtualDesktop) -> None:
    """Play the whole story."""
    service = start_service(desktop)
    settings = Path(desktop.env["XDG_CONFIG_HOME"], "wallet-tray", "settings.toml")
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS.format(api_url=service["api_url"]), encoding="utf-8")

    before = command(desktop, "--version").strip()
    command(desktop, "sign-in", typed=service["api_key"] + "\n")
    entries = secret_service.entries(desktop.bus)
    assert [name for name, _user in entries] == ["wallet-tray"], entries
    tell(version=before, keyring=entries[0][1].partition("@")[0])

    program = TrayApp(desktop, command=["wallet-tray-gui"])
    tell(tooltip=see_tray(program, program.process.pid))
    tell(notification=see_low_notification(desktop, program))
    command(desktop)  # a second start shows the popup of the first
    wait_until(lambda: windows(desktop.env, program.process.pid), "the popup")
    time.sleep(1)  # it is drawn
    screenshot(desktop.env).save(sys.argv[2])
    see_libraries(program.process.pid)
    kept, recorded = settings.read_bytes(), rows(desktop)
    assert recorded

    tell(wants="upgrade")
    sys.stdin.readline()
    after = command(desktop, "--version").strip()
    assert after != before, after
    program.item.click("Refresh now")
    time.sleep(_REFRESH_PAUSE)
    program.check_running()
    tell(old_one_goes_on="BYC" in program.item.tooltip, exit_code=quit_program(program))

    program = TrayApp(desktop, command=["wallet-tray-gui"])
    tooltip = see_tray(program, program.process.pid)
    assert settings.read_bytes() == kept
    now = rows(desktop)
    assert now[: len(recorded) - 1] == recorded[:-1], (recorded, now)
    assert len(now) >= len(recorded)
    tell(version=after, tooltip=tooltip, settings="kept", history=[len(recorded), len(now)])
    assert quit_program(program) == 0
    command(desktop, "doctor")
    command(desktop, "erase", "--yes")
    assert secret_service.entries(desktop.bus) == []
    tell(done=True)


def see_libraries(process: int) -> None:
    """Check that all of Qt is the bundle's or all is the system's, never a mixture."""
    mapped = Path(f"/proc/{process}/maps").read_text().splitlines()
    libraries = {line.split()[-1] for line in mapped if "/libQt6" in line}
    bundled = {path for path in libraries if path.startswith("/usr/lib/wallet-tray/")}
    assert libraries, "no Qt?"
    assert bundled in (libraries, set()), libraries - bundled


if __name__ == "__main__":
    main()
