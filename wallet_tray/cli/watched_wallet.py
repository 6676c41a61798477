"""The logic of a watched wallet: when to read the history, when to fetch, what to show.

The service is not polled. A watch sleeps until its balance is slightly older than one interval. It
then finds a running tray program's refresh in the history, and no second request is needed. It
wakes up earlier when a balance is recorded.
"""

import argparse
import random
import time
from datetime import UTC, datetime, timedelta

from wallet_tray.cli.report import is_within
from wallet_tray.cli.wallet_source import WalletSource
from wallet_tray.cli.watch_output import WatchOutput
from wallet_tray.cli.watch_rest import Rest
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.problem import Pace, Problem, ProblemKind, WalletTrayError
from wallet_tray.domain.refresh_policy import SLOW, next_delay, waits_for_user

SHORTEST_AGE = timedelta(seconds=30)
"""What --max-age can ask of a watch: the settings allow no shorter interval either."""

_GRACE = timedelta(seconds=5)  # for the first program's request
_TIMER_SLACK = 0.05  # share of the interval that the tray program's timer may be late

# Checking whether such a problem persists needs only the keyring, not the service.
_OF_THE_KEYRING = (
    ProblemKind.SIGNED_OUT,
    ProblemKind.KEYRING_MISSING,
    ProblemKind.KEYRING_LOCKED,
    ProblemKind.KEYRING_WAITING,
    ProblemKind.KEYRING_FAILED,
)


class WatchedWallet:
    """One watched wallet under unchanged settings."""

    def __init__(
        self,
        source: WalletSource,
        output: WatchOutput,
        rest: Rest,
        arguments: argparse.Namespace,
    ) -> None:
        self.source = source
        self._output = output
        self._rest = rest
        self._asks = not arguments.cached
        self._age = source.interval
        if arguments.max_age is not None:
            self._age = max(arguments.max_age, SHORTEST_AGE)
        self._known: Balance | None = None
        self._recorded: Balance | None = None  # at the last look
        self._problem: Problem | None = None
        self._failures = 0
        self._not_before = 0.0  # of time.monotonic()

    def until_settings_change(self) -> None:
        """Run until the settings change. Raises EndedError, and CommandError to end the watch."""
        while True:
            slept = self._rest.rest(self._step())
            if slept is None:
                return
            if slept:
                self.source.renew()
                slow = self._problem is not None and self._problem.kind.pace is Pace.SLOW
                if not slow and not waits_for_user(self._problem):
                    self._not_before = 0.0

    def _step(self) -> timedelta:
        """Read the history, fetch if due, and show; return the time until the next step."""
        try:
            recorded = self.source.recorded()
        except WalletTrayError as error:
            problem = error.problem
        else:
            self._take(recorded)
            return self._step_with(self._known)
        return self._failed(problem)

    def _take(self, recorded: Balance | None) -> None:
        """What is in the history now is the newest, whatever the clock said at the time.

        Where it is the same as before, an answer that could not be recorded is newer.
        """
        if recorded is not None:
            if recorded != self._recorded:
                self._known = recorded
        elif self._recorded is not None and not self.source.unreadable:
            self._known = None  # it was erased
        else:
            return
        self._recorded = recorded

    def _step_with(self, known: Balance | None) -> timedelta:
        now = datetime.now(UTC)
        if not self._asks:
            if known is None:
                self._output.problem(self.source.nothing_recorded(), ends=True)
            self._output.show(self.source.report(known, now))
            return self._until_old(known, now)
        if known is not None and is_within(known, now, self._age):
            self._all_is_well()
            self._output.show(self.source.report(known, now))
            return self._until_old(known, now)
        left = self._not_before - time.monotonic()
        if left > 0:
            self._output.show(self.source.report(known, now, self._problem))
            return min(timedelta(seconds=left), self._longest())
        try:
            balance = self._output.interruptible.run(self.source.fetch)
        except WalletTrayError as error:
            problem = error.problem
        else:
            self._known = balance
            self._all_is_well()
            self._output.show(self.source.fresh(balance, datetime.now(UTC)))
            return self._longest()
        return self._failed(problem)

    def _failed(self, problem: Problem) -> timedelta:
        self._problem = problem
        self._failures += 1
        delay = next_delay(problem, self._failures, self.source.interval, random.uniform)
        self._output.problem(self.source.failure(problem), ends=delay is None)
        if delay is None:
            delay = self.source.interval if problem.kind in _OF_THE_KEYRING else SLOW
        self._not_before = time.monotonic() + delay.total_seconds()
        self._output.show(self.source.report(self._known, datetime.now(UTC), problem))
        return min(delay, self._longest())

    def _all_is_well(self) -> None:
        self._problem = None
        self._failures = 0
        self._output.no_problem()

    def _until_old(self, known: Balance | None, now: datetime) -> timedelta:
        longest = self._longest()
        if known is None:
            return longest
        left = known.fetched_at + longest - now
        return left if timedelta(0) < left <= longest else longest

    def _longest(self) -> timedelta:
        """Return slightly more than an interval, random so that two watches do not coincide."""
        grace = min(_GRACE, self._age / 4)
        return self._age * (1 + _TIMER_SLACK) + grace * random.uniform(1, 2)  # noqa: S311
