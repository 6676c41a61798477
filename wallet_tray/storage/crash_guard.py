"""Traces of crashes: a counter of starts that ended right away, and a log of crashes."""

import contextlib
import faulthandler
import logging
import os
import stat
import threading
from datetime import timedelta
from pathlib import Path
from typing import IO

from wallet_tray.storage.files import open_regular, read_regular
from wallet_tray.storage.paths import make_private

SETTLED = timedelta(minutes=1)
"""A program that has run this long does not end because of its start."""

TOO_MANY = 3

_LONGEST_TEXT = 40
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


class CrashGuard:
    """A number in a file: the starts that neither settled nor were ended normally.

    No method raises because of the disk's content. An unreadable file counts as 0.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    def begin(self, display: str = "", *, crashed: bool = False) -> int:
        """Count this start; return the number of consecutive unfinished starts before it.

        ``display`` identifies this run of the display server, "" if unknown. A last start under
        another run of the server ended with its session, which ends all programs. It is not
        counted, unless ``crashed`` says that it is known to have crashed.
        """
        before, last_display = self._kept()
        if before and display and last_display and display != last_display and not crashed:
            before -= 1
        with contextlib.suppress(OSError):
            # Not protected against a power loss: three in a row are no crash of ours.
            flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _NO_LINK
            with os.fdopen(open_regular(self._file, flags), "w", encoding="ascii") as file:
                file.write(f"{min(before + 1, TOO_MANY)} {display}".rstrip())
        return before

    def over(self, wait: timedelta = timedelta(0)) -> None:
        """Reset the counter after a settled start or a normal end.

        Blocks up to ``wait`` for the disk.
        """
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


_log = logging.getLogger(__name__)


class CrashLog:
    """A file that stays after a crash, readable only by its owner.

    It holds locations and no values.
    """

    def __init__(self, file: Path) -> None:
        self._path = file
        self._older = file.with_name(f"{file.name}.1")
        self._file: IO[bytes] | None = None

    def begin(self) -> bool:
        """Start to record crashes; return True if the previous run left a record.

        Such a record is logged and kept. A disk that cannot be written is no failure.
        """
        crashed = False
        with contextlib.suppress(OSError):
            make_private(self._path.parent)
            if _holds_something(self._path):
                crashed = True
                self._path.replace(self._older)
                _log.warning("the run before this one crashed: see %s", self._older.name)
            if self._path.is_file() and not self._path.is_symlink():
                self._path.unlink()
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL  # these flags follow no link
            self._file = os.fdopen(open_regular(self._path, flags), "wb", buffering=0)
            faulthandler.enable(self._file)
        return crashed

    def over(self) -> None:
        """Remove the file, as the program ends in order."""
        if self._file is None:
            return
        faulthandler.disable()
        with contextlib.suppress(OSError):
            self._file.close()  # Windows cannot remove an open file
            self._path.unlink()
        self._file = None


def _holds_something(file: Path) -> bool:
    try:
        found = file.lstat()
    except OSError:
        return False
    return stat.S_ISREG(found.st_mode) and found.st_size > 0
