"""The log file, readable only by its owner, with two older ones beside it.

It is imported with the first logged line. The standard library's handlers load sockets and pickle,
which takes a tenth of the run time of a status bar's command.
"""

import contextlib
import logging
import os
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

MAX_BYTES = 1 << 20
BACKUPS = 2


class PrivateFileHandler(RotatingFileHandler):
    """A rotating log file with mode 0600 in a folder with mode 0700; it hides its own failures."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            maxBytes=MAX_BYTES,
            backupCount=BACKUPS,
            encoding="utf-8",
            errors="backslashreplace",
            delay=True,
        )

    def _open(self) -> TextIOWrapper:
        from wallet_tray.storage.files import open_regular
        from wallet_tray.storage.paths import make_private

        path = Path(self.baseFilename)
        make_private(path.parent)
        if path.is_symlink():  # it may lead to a file that was never meant as a log
            path.unlink()
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)
        descriptor = open_regular(path, flags)
        return open(descriptor, "a", encoding="utf-8", errors="backslashreplace")  # noqa: PTH123

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line to where the path leads now, as the folder may have been replaced."""
        if self.stream is not None and not self._is_in_place(self.stream):
            with contextlib.suppress(OSError):
                self.stream.close()
            self.stream = None  # the next write opens it again
        super().emit(record)

    def _is_in_place(self, stream: TextIOWrapper) -> bool:
        try:
            return os.path.samestat(os.lstat(self.baseFilename), os.fstat(stream.fileno()))
        except OSError:
            return False

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  logging's own name
        """Ignore the error: an unwritable log is no reason to disturb the user."""
