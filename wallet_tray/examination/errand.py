"""Concurrent checks, each with its own time limit, so that none can delay the others."""

import logging
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from wallet_tray.diagnostics.finding import Finding, State
from wallet_tray.text import doctor as words
from wallet_tray.text.doctor import Value, Words

_log = logging.getLogger(__name__)

LIMIT = timedelta(seconds=3)
"""The limit of checks that query only this computer."""


@dataclass(frozen=True, slots=True)
class Check:
    """One check, run in its own thread.

    Findings that ``look`` yields before ``limit`` count. After that, ``late`` is added as a
    problem.
    """

    name: str
    look: Callable[[], Iterable[Finding]]
    late: Words = words.LATE
    limit: timedelta = LIMIT
    account: str = ""
    values: Mapping[str, Value] = field(default_factory=dict)  # placeholder values of ``late``


def findings_of(checks: Sequence[Check]) -> list[Finding]:
    """Run all checks and return their findings in order. Blocks up to the longest limit."""
    errands = [_Errand(check) for check in checks]
    return [finding for errand in errands for finding in errand.findings()]


class _Errand:
    def __init__(self, check: Check) -> None:
        self._check = check
        self._found: list[Finding] = []
        self._ended = threading.Event()
        self._deadline = time.monotonic() + check.limit.total_seconds()
        # A daemon thread: a wait that never ends must not delay the exit.
        threading.Thread(target=self._run, name=f"check {check.name}", daemon=True).start()

    def findings(self) -> list[Finding]:
        if self._ended.wait(max(self._deadline - time.monotonic(), 0)):
            return self._found
        return [*self._found, self._problem(self._check.late)]

    def _run(self) -> None:
        try:
            for finding in self._check.look():
                self._found.append(finding)
        except Exception as error:  # noqa: BLE001  an internal error is a finding, too
            _log.error("the check %s failed", self._check.name, exc_info=error)
            self._found.append(self._problem(words.FAULT))
        finally:
            self._ended.set()

    def _problem(self, said: Words) -> Finding:
        return Finding(
            self._check.name, State.PROBLEM, said, self._check.values, self._check.account
        )
