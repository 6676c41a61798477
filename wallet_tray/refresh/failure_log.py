"""The log of failed refreshes: each kind of failure once, and again after a day."""

import logging
import time
from collections.abc import Callable
from datetime import timedelta

AGAIN = timedelta(days=1)

_log = logging.getLogger(__name__)


class FailureLog:
    """Of the account with this id in the settings. ``monotonic`` is a clock in seconds.

    An outage of days is some lines and not one for each try, whatever changes to and fro in it.
    """

    def __init__(self, account_id: str, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._account_id = account_id
        self._monotonic = monotonic
        self._told: dict[str, float] = {}

    def tell(self, level: int, line: str) -> None:
        """Log a failed refresh; ``line`` contains only our own words."""
        now, told = self._monotonic(), self._told.get(line)
        if told is None or now - told >= AGAIN.total_seconds():
            self._told[line] = now
            _log.log(level, "account %s: %s", self._account_id, line)

    def end(self) -> None:
        """Reset after a balance, so that the next failure is logged."""
        if self._told:
            self._told.clear()
            _log.info("account %s: there is a balance again", self._account_id)
