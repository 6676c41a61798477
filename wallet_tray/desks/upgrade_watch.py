"""An upgrade or a removal underneath the running program, said instead of nothing at a click.

What makes it look: each wish to see a window, each exception that came out of a slot, each task of
the disk's thread that could not import. It stays so until the program is started again.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject

# The log imports these with its first line, which may be about files that are gone.
from wallet_tray.startup import log_file, redaction  # noqa: F401
from wallet_tray.startup.disk_thread import DiskThread
from wallet_tray.startup.installed_copy import InstalledCopy
from wallet_tray.startup.unhandled_errors import hear_of_errors
from wallet_tray.ui.upgrade_notice import UpgradeNotice

_PAUSE = 30.0  # seconds; what fails may fail with each repainting


class UpgradeWatch(QObject):
    """All of it lives in the GUI thread. ``end`` ends the program.

    Made as soon as the icon stands: what it needs must not be imported when it is needed.
    """

    def __init__(self, disk: DiskThread, end: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._copy = InstalledCopy()
        self._end = end
        self._notice: UpgradeNotice | None = None
        self._closed_at = -_PAUSE
        disk.done.connect(self._on_disk_done)
        hear_of_errors(self._on_error)

    def stands_in_the_way(self) -> bool:
        """True where the notice is shown instead of what was wanted."""
        if not self._copy.is_another():
            return False
        self._show()
        return True

    # -- inside

    def _on_disk_done(self, _name: str, result: object) -> None:
        if isinstance(result, Exception):
            self._on_error(result)

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
