"""A tray program that is told to end while it still starts. No Qt."""

import os
import signal
from collections.abc import Callable


def end_quietly_when_told(before: Callable[[], object] = lambda: None) -> None:
    """SIGTERM, SIGINT and SIGHUP end the process with 0, after ``before``: it did nothing wrong.

    It ends here and now: an exception out of a handler may be raised inside an import, which
    swallows it or takes it for a fault. ``end_signals`` takes over when there is an event loop.
    """

    def end(_number: int, _frame: object) -> None:
        before()
        os._exit(0)

    for name in ("SIGTERM", "SIGINT", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, end)
