"""Checks that hang, break or are late; none of them holds up the others."""

import threading
import time
from collections.abc import Iterator
from datetime import timedelta

import pytest

from wallet_tray.diagnostics.finding import FAULT, Finding, Message, State
from wallet_tray.diagnostics.run import LATE, Check, findings_of

FINE = Finding("fine", State.OK, Message("All is well."))
SHORT = timedelta(seconds=1)
FOR_EVER = 90  # seconds; nothing here may wait for it
IN_TIME = 15
SECRET = "WTSENTINEL-0123456789"


@pytest.fixture
def never() -> Iterator[threading.Event]:
    event = threading.Event()
    yield event
    event.set()


def test_findings_before_the_limit_count(never: threading.Event) -> None:
    def hang() -> Iterator[Finding]:
        yield FINE
        never.wait(FOR_EVER)

    values = {"host": "api.bytenite.com"}
    late = Message("{host} did not answer.", "Wait.")
    hanging = Check("hanging", hang, late, 3 * SHORT, "work", values)
    began = time.monotonic()
    found = findings_of([hanging, hanging, Check("fine", lambda: [FINE])])
    assert time.monotonic() - began < IN_TIME
    problem = Finding("hanging", State.PROBLEM, late, values, "work")
    assert found == [FINE, problem, FINE, problem, FINE]
    assert problem.sentences() == ("api.bytenite.com did not answer.", "Wait.")


def test_internal_error_is_a_finding(caplog: pytest.LogCaptureFixture) -> None:
    def broken() -> Iterator[Finding]:
        yield FINE
        raise ValueError(SECRET)

    found = findings_of([Check("broken", broken), Check("fine", lambda: [FINE])])
    assert found == [FINE, Finding("broken", State.PROBLEM, FAULT), FINE]
    assert "the check broken failed" in caplog.messages


def test_side_by_side(never: threading.Event) -> None:
    waiting = threading.Barrier(3)

    def together() -> list[Finding]:
        waiting.wait(30)
        return [FINE]

    check = Check("together", together, limit=timedelta(seconds=30))
    assert findings_of([check, check, check]) == [FINE] * 3


def test_the_time_runs_from_the_beginning_of_all(never: threading.Event) -> None:
    def hang() -> list[Finding]:
        never.wait(FOR_EVER)
        return []

    began = time.monotonic()
    found = findings_of([Check(str(number), hang, LATE, SHORT) for number in range(40)])
    assert time.monotonic() - began < IN_TIME < 40 * SHORT.total_seconds()
    assert [finding.words for finding in found] == [LATE] * 40
