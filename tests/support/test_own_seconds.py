"""The measure of the timed tests: waiting counts, and a machine that stands still does not."""

import subprocess
import sys
import time
from types import SimpleNamespace

import pytest

from tests.support import own_seconds
from tests.support.own_seconds import OwnSeconds, end_of


def test_waiting_counts() -> None:
    with OwnSeconds() as own:
        time.sleep(0.3)
    # Less than all of it only where the machine stood still meanwhile.
    assert own.seconds > 0


def test_a_process_is_watched_to_its_end() -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", "import time; time.sleep(0.5); raise SystemExit(3)"]
    )
    with OwnSeconds(child.pid) as own:
        end_of(child)
    assert child.wait() == 3
    assert own.seconds > 0


def test_a_machine_that_stands_still_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """For a hundred seconds, by the clock that everybody looks at."""
    lost = 0.0
    clock = SimpleNamespace(monotonic=lambda: time.monotonic() + lost)
    monkeypatch.setattr(own_seconds, "time", clock)
    with OwnSeconds() as own:
        lost = 100.0
    assert own.seconds < 50


def test_a_thread_without_a_processor_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    waited = iter([5.0, 95.0])
    monkeypatch.setattr(own_seconds, "_waited_for_a_processor", lambda _task: next(waited))
    with OwnSeconds() as own:
        pass
    assert own.seconds < -50
