"""The exit on a signal while the tray program is still starting. No Qt."""

import os
import signal
from collections.abc import Callable


def end_quietly_when_told(before: Callable[[], object] = lambda: None) -> None:
    """Exit with 0 on SIGTERM, SIGINT and SIGHUP, after calling ``before``: this is no failure.

    The exit is immediate. An exception from a handler may be raised inside an import, which
    swallows it or treats it as an error. ``end_signals`` takes over once there is an event loop.
    """

    def end(_number: int, _frame: object) -> None:
        before()
        os._exit(0)

    for name in ("SIGTERM", "SIGINT", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, end)
