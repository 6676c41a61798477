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

_LONGEST_TEXT = 40
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


class UnfinishedStarts:
    """A number in a file: starts that neither settled nor were ended in an orderly way.

    Nothing here raises for what is on the disk: what cannot be read counts as none.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    def begin(self, display: str = "", *, crashed: bool = False) -> int:
        """Count this start; how many there were in a row before it.

        ``display`` is a name of this run of the display's server, "" where that is not known. One
        that began on another run of it ended with its session, which takes all programs away, and
        is not counted; but ``crashed`` says that the last one is known to have crashed.
        """
        before, last_display = self._kept()
        if before and display and last_display and display != last_display and not crashed:
            before -= 1
        with contextlib.suppress(OSError):
            # No care for a loss of power: three of those in a row are no crash of ours.
            flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _NO_LINK
            with os.fdopen(open_regular(self._file, flags), "w", encoding="ascii") as file:
                file.write(f"{min(before + 1, TOO_MANY)} {display}".rstrip())
        return before

    def over(self, wait: timedelta = timedelta(0)) -> None:
        """It settled, or is being ended: there is none. Waits for the disk no longer than that."""
        removal = threading.Thread(target=self._remove, name="starts", daemon=True)
        removal.start()
        removal.join(wait.total_seconds())

    def _kept(self) -> tuple[int, str]:
        try:
            kept = read_regular(self._file, _LONGEST_TEXT).decode("ascii")
            number, _, display = kept.partition(" ")
            return max(0, int(number)), display
        except (OSError, ValueError):
            return 0, ""

    def _remove(self) -> None:
        with contextlib.suppress(OSError):
            self._file.unlink(missing_ok=True)
