"""A notice that the program was upgraded or removed underneath this run, instead of dead clicks.

Late imports read the files that are on the disk by then. After an upgrade these are of another
version, after a removal they are gone. A running program gets no notice of either. Three events
trigger a check: a request for a window, an exception from a slot, and a failed background task. The
state lasts until the program is restarted.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

import wallet_tray

# The log imports these with its first line. By then, the files may be gone.
from wallet_tray.startup import log_file, redaction  # noqa: F401
from wallet_tray.startup.unhandled_errors import hear_of_errors
from wallet_tray.storage.files import read_regular
from wallet_tray.ui.dialogs.upgrade_notice import UpgradeNotice

_PAUSE = 30.0  # seconds; an error may repeat with each repaint
_MAX_BYTES = 4096


class UpgradeWatch(QObject):
    """The check for an upgrade; lives in the GUI thread. ``end`` ends the program.

    Make it right after the icon: its imports must not happen when they are needed.
    """

    def __init__(self, end: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._copy = InstalledCopy()
        self._end = end
        self._notice: UpgradeNotice | None = None
        self._closed_at = -_PAUSE
        hear_of_errors(self._on_error)

    def stands_in_the_way(self) -> bool:
        """Return True if the notice is shown instead of the requested window."""
        if not self._copy.is_another():
            return False
        self._show()
        return True

    def _on_error(self, error: BaseException) -> None:
        if not isinstance(error, ImportError) and not self._copy.is_another():
            return
        if self._notice is None or time.monotonic() - self._closed_at > _PAUSE:
            self._show()

    def _show(self) -> None:
        if self._notice is None:
            self._notice = UpgradeNotice()
            self._notice.quit_requested.connect(self._on_quit)
            self._notice.finished.connect(self._on_finished)
        self._notice.show()
        self._notice.raise_()
        self._notice.activateWindow()

    def _on_quit(self) -> None:
        self._end()

    def _on_finished(self) -> None:
        self._closed_at = time.monotonic()


class InstalledCopy:
    """The state of the program's files at the start; create it there.

    ``is_another`` takes some microseconds on a local disk.
    """

    def __init__(self) -> None:
        self._is_bundle = bool(getattr(sys, "frozen", False))
        # A bundle reads its modules from its own executable.
        self._file = Path(sys.executable if self._is_bundle else wallet_tray.__file__)
        self._state = _state(self._file)

    def is_another(self) -> bool:
        """Return True if the files are gone or of another version.

        A reinstallation of the same version does not count. A file that never existed (a package
        inside an archive) cannot disappear.
        """
        state = _state(self._file)
        if state == self._state:
            return False
        if self._is_bundle or self._file.suffix != ".py" or state is None:
            return True
        try:
            text = read_regular(self._file, _MAX_BYTES)
        except OSError:
            return True
        return f'__version__ = "{wallet_tray.__version__}"'.encode() not in text


def _state(file: Path) -> tuple[int, ...] | None:
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino, status.st_mtime_ns, status.st_size
