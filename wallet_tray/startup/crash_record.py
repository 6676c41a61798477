"""A record of where the program was when a library crashed it, which no log could contain."""

import contextlib
import faulthandler
import logging
import os
import stat
from pathlib import Path
from typing import IO

from wallet_tray.regular_files import open_regular
from wallet_tray.storage.paths import make_private

_log = logging.getLogger(__name__)


class CrashRecord:
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
