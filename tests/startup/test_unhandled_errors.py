"""Unhandled errors: logged by type and place, without its text; the program lives on."""

import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import gc, logging, sys, threading
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal, qWarning
from wallet_tray.startup.logging_setup import set_up_logging
from wallet_tray.startup.unhandled_errors import log_unhandled_errors

app = QCoreApplication(["test"])
set_up_logging(Path(sys.argv[1]))
log_unhandled_errors()

class TokenError(Exception):
    pass

def fail():
    secret = "WTSENTINEL local"
    raise TokenError("WTSENTINEL " + "text")

class Knot:
    def __del__(self):
        fail()

class Thing(QObject):
    rang = Signal()
    def slot(self):
        fail()
    def timerEvent(self, event):
        self.killTimer(event.timerId())
        fail()
    def customEvent(self, event):
        fail()

thing = Thing()
thing.rang.connect(thing.slot)

def run(kind):
    if kind == "slot":
        thing.rang.emit()
    elif kind == "timer":
        QTimer.singleShot(0, thing.slot)
    elif kind == "virtual method":
        thing.startTimer(0)
        QCoreApplication.postEvent(thing, QEvent(QEvent.Type.User))
    elif kind == "thread":
        thread = threading.Thread(target=fail, name="worker")
        thread.start()
        thread.join()
    elif kind == "slot in a thread":
        thread = threading.Thread(target=thing.rang.emit)
        thread.start()
        thread.join()
    elif kind == "del":
        Knot()
        gc.collect()
    elif kind == "chain":
        def chain():
            try:
                fail()
            except TokenError as error:
                raise ValueError("WTSENTINEL outer") from error
        QTimer.singleShot(0, chain)
    elif kind == "Qt":
        qWarning("a word of Qt")

run(sys.argv[2])
QTimer.singleShot(100, lambda: print("still here", flush=True))
QTimer.singleShot(150, app.quit)
sys.exit(app.exec())
"""


@pytest.mark.parametrize(
    ("kind", "logged"),
    [
        ("slot", "TokenError"),
        ("timer", "TokenError"),
        ("virtual method", "TokenError"),
        ("thread", "TokenError in a thread"),
        ("slot in a thread", "TokenError"),
        ("del", "TokenError, ignored"),
        ("chain", "ValueError"),
        ("Qt", "a word of Qt"),
    ],
)
def test_unhandled_error_is_logged_without_its_text(tmp_path: Path, kind: str, logged: str) -> None:
    log = tmp_path / "log" / "wallet-tray.log"
    program = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(log), kind],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert program.returncode == 0, program.stderr
    assert program.stdout == "still here\n"
    written = log.read_text(encoding="utf-8")
    assert logged in written
    if kind != "Qt":
        assert "in fail" in written or "in chain" in written, "the place is named"
    assert "WTSENTINEL" not in written + program.stderr
