"""How often in a row the program ended by itself right after its start."""

import contextlib
import os
import threading
from datetime import timedelta
from pathlib import Path

from wallet_tray.regular_files import open_regular, read_regular

SETTLED = timedelta(minutes=1)
"""A program that has lived so long does not end because of its start."""

TOO_MANY = 3

_LONGEST_TEXT = 8


class UnfinishedStarts:
    """A number in a file: starts that neither settled nor were ended in an orderly way.

    Nothing here raises for what is on the disk: what cannot be read counts as none.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    def begin(self) -> int:
        """Count this start; how many there were in a row before it."""
        before = self._number()
        with contextlib.suppress(OSError):
            # No care for a loss of power: three of those in a row are no crash of ours.
            flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
            with os.fdopen(open_regular(self._file, flags), "wb") as file:
                file.write(b"%d" % min(before + 1, TOO_MANY))
        return before

    def over(self, wait: timedelta = timedelta(0)) -> None:
        """It settled, or is being ended: there is none. Waits for the disk no longer than that."""
        removal = threading.Thread(target=self._remove, name="starts", daemon=True)
        removal.start()
        removal.join(wait.total_seconds())

    def _number(self) -> int:
        try:
            return max(0, int(read_regular(self._file, _LONGEST_TEXT).decode("ascii")))
        except (OSError, ValueError):
            return 0

    def _remove(self) -> None:
        with contextlib.suppress(OSError):
            self._file.unlink(missing_ok=True)
