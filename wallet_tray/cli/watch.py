"""wallet-tray balance --watch: one line per change, with the current settings."""

import argparse
import random
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from wallet_tray.cli.account import ChosenAccount, choose_account
from wallet_tray.cli.formats import Presentation, Report
from wallet_tray.cli.output import CommandError, UnusableSettingsError, write_stderr
from wallet_tray.cli.wallet_source import WalletSource
from wallet_tray.cli.watch_waiting import SignalGuard, Waiter, WaitInterruptedError
from wallet_tray.domain.account_snapshot import is_within
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.exit_code import ExitCode
from wallet_tray.domain.problem import Problem, ProblemKind, RetryPolicy, WalletTrayError
from wallet_tray.domain.refresh_policy import SLOW, next_delay, waits_for_user
from wallet_tray.storage.settings_file import Presence

if TYPE_CHECKING:
    from wallet_tray.cli.formats import Presentation
    from wallet_tray.context import AppContext


class WatchOutput:
    """Changes on standard output, and each problem once on standard error.

    Its methods raise WaitInterruptedError if the reader has closed.
    """

    def __init__(self, interruptible: SignalGuard, presentation: Presentation) -> None:
        self.interruptible = interruptible
        self._presentation = presentation
        self._printed: object = None
        self._last_sentence = ""

    def show(self, report: Report) -> None:
        """Print the report if it differs; plain lines and JSON require a balance."""
        if report.balance is None and not self._presentation.is_bar:
            return
        what, text = self._presentation.change(report)
        if what != self._printed:
            self._printed = what
            self.interruptible.write(text)

    def problem(self, failure: CommandError, *, ends: bool) -> None:
        """Report why there is nothing new.

        Raises the failure itself if it ``ends`` the watch. No failure ends a bar's watch.
        """
        if ends and not self._presentation.is_bar:
            raise failure
        self._write_stderr(failure.sentence)

    def no_problem(self) -> None:
        """Report the next problem even if it is the same again."""
        self._last_sentence = ""

    def unusable_settings(self, sentence: str, *, shown: bool) -> None:
        """Report unusable settings. With ``shown`` the bar, otherwise empty, shows them as well."""
        self._write_stderr(sentence)
        if shown:
            self._printed = text = self._presentation.unusable_settings()
            self.interruptible.write(text)

    def _write_stderr(self, sentence: str) -> None:
        if sentence != self._last_sentence:
            self._last_sentence = sentence
            write_stderr(sentence)


SHORTEST_AGE = timedelta(seconds=30)
"""The least --max-age of a watch, like the shortest interval of the settings."""

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


class WatchLoop:
    """One watched wallet under unchanged settings."""

    def __init__(
        self,
        source: WalletSource,
        output: WatchOutput,
        rest: Waiter,
        arguments: argparse.Namespace,
    ) -> None:
        self.source = source
        self._output = output
        self._rest = rest
        self._asks = not arguments.cached
        self._age = source.interval
        if arguments.max_age is not None:
            self._age = max(arguments.max_age, SHORTEST_AGE, source.shortest_age)
        self._known: Balance | None = None
        self._recorded: Balance | None = None  # at the last look
        self._problem: Problem | None = None
        self._failures = 0
        self._not_before = 0.0  # of time.monotonic()

    def until_settings_change(self) -> None:
        """Run until the settings change.

        Raises WaitInterruptedError, and CommandError to end the watch.
        """
        while True:
            slept = self._rest.rest(self._step())
            if slept is None:
                return
            if slept:
                self.source.renew()
                slow = self._problem is not None and self._problem.kind.pace is RetryPolicy.SLOW
                if not slow and not waits_for_user(self._problem):
                    self._not_before = 0.0

    def _step(self) -> timedelta:
        """Read the history, fetch if due, and show; return the time until the next step."""
        self._rest.history_is_read()
        try:
            recorded = self.source.last_recorded()
        except WalletTrayError as error:
            problem = error.problem
        else:
            self._take(recorded)
            return self._step_with(self._known)
        return self._failed(problem)

    def _take(self, recorded: Balance | None) -> None:
        """Take the history's balance as the newest one, even if the clock was wrong.

        If it is the same as before, a reply that could not be recorded is newer.
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
            self._output.show(self.source.record(balance, datetime.now(UTC)))
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


def watch(
    arguments: argparse.Namespace, context: "AppContext", presentation: "Presentation"
) -> ExitCode:
    """Print lines until a signal arrives or the reader closes; return 0. Raises CommandError.

    A problem that only the user can solve ends it, except for a bar: its module stays and shows
    when the problem is solved. Changed settings apply at once. If the file is gone or unusable, the
    last valid settings stay in force.
    """
    store = context.settings_store()
    with SignalGuard() as interruptible:
        output = WatchOutput(interruptible, presentation)
        rest = Waiter(interruptible, store.path, context.folders.history_file)
        running: WatchLoop | None = None
        chosen: ChosenAccount | None = None
        try:
            while True:
                rest.settings_are_read()
                try:
                    gone = store.load().presence is Presence.GONE
                    newly = chosen if chosen and gone else choose_account(store, arguments.account)
                except UnusableSettingsError as error:
                    if chosen is None and not presentation.is_bar:
                        raise
                    output.unusable_settings(error.sentence, shown=chosen is None)
                else:
                    if running is not None and newly != chosen:
                        running.source.close()
                        running = None
                    if running is None:
                        chosen = newly
                        source = WalletSource(chosen, context, may_prompt=False)
                        running = WatchLoop(source, output, rest, arguments)
                if running is None:
                    rest.until_settings_change()
                else:
                    running.until_settings_change()
        except WaitInterruptedError:  # a request may be in progress; it is abandoned
            return ExitCode.OK
