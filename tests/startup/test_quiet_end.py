"""A logout right after the login reaches a program that is still starting."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")

# The whole start, but for its last part, which a signal meets.
PROGRAM = """
import os, signal, sys, time
from wallet_tray import __main__
from wallet_tray.app import main as app

def meet(*_parts):
    assert os.path.exists(sys.argv[2]), "the start is counted"
    os.kill(os.getpid(), int(sys.argv[1]))
    time.sleep(60)

app.TrayApp = meet
__main__.main([])
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGKILL])
def test_an_end_while_it_starts_is_a_crash_only_where_it_is_one(
    tmp_path: Path, number: signal.Signals
) -> None:
    state = tmp_path / "wallet-tray"
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(int(number)), str(state / "starts")],
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(tmp_path),
            "XDG_STATE_HOME": str(tmp_path),
            "QT_QPA_PLATFORM": "offscreen",
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path}/no-bus",
        },
        capture_output=True,
        text=True,
        timeout=300,
    )
    is_a_crash = number is signal.SIGKILL
    assert done.returncode == (-number if is_a_crash else 0), done.stderr
    assert (state / "starts").exists() is is_a_crash
    assert (state / "log" / "wallet-tray-crash.log").exists() is is_a_crash
