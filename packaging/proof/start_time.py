"""How long the program takes until its icon is announced, bundled and from source.

    python start_time.py HARNESS STARTER [ROUNDS]

Prints one line of JSON: medians in milliseconds and their ratio. Runs in the environment with the
tools, which has the program and jeepney. The two take turns, so that both see the same machine.
"""

import json
import statistics
import sys
import time

sys.path.append(sys.argv[1])

from jeepney import MatchRule, message_bus
from jeepney.io.blocking import Proxy, open_dbus_connection
from tray_item import WATCHER, tray_items
from tray_program import TrayApp, own_folders, write_settings
from virtual_desktop import VirtualDesktop

_NOBODY = "http://127.0.0.1:9/v1"  # the balance does not matter here


def announced(desktop: VirtualDesktop, command: list[str], name: str) -> float:
    """Return the milliseconds from the start of the process until the panel has the icon."""
    folders = own_folders(desktop, name)
    write_settings(desktop, _NOBODY, folders)
    with open_dbus_connection(desktop.env["DBUS_SESSION_BUS_ADDRESS"]) as connection:
        rule = MatchRule(type="signal", interface=WATCHER, member="StatusNotifierItemRegistered")
        Proxy(message_bus, connection).AddMatch(rule)
        with connection.filter(rule) as signals:
            begun = time.monotonic()
            program = TrayApp(desktop, env=folders, command=command)
            connection.recv_until_filtered(signals, timeout=30)
            taken = 1000 * (time.monotonic() - begun)
    assert tray_items(desktop.bus)[0].process == program.process.pid
    program.end()
    return taken


def main() -> None:
    commands = {
        "bundled": [sys.argv[2]],
        "from source": [sys.executable, "-m", "wallet_tray"],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 9
    with VirtualDesktop(tray="xfce", notifications="none", keyring="absent") as desktop:
        for number in range(rounds + 1):
            for name, command in commands.items():
                taken = announced(desktop, command, f"{number}-{name}".replace(" ", "-"))
                if number:  # the first one fills the caches
                    times[name].append(taken)
    medians = {name: round(statistics.median(taken)) for name, taken in times.items()}
    fastest = {f"{name}, fastest": round(min(taken)) for name, taken in times.items()}
    ratio = round(medians["bundled"] / medians["from source"], 2)
    print(json.dumps({**medians, **fastest, "ratio": ratio}))


if __name__ == "__main__":
    main()
