"""A daemon thread for the small files, so that the GUI thread never waits for a disk."""

import logging
import threading
from collections.abc import Callable
from datetime import timedelta
from queue import SimpleQueue

from PySide6.QtCore import QObject, Signal

from wallet_tray.storage.files import LogLimit

_log = logging.getLogger(__name__)

Task = Callable[[], object]


class DiskThread(QObject):
    """Runs tasks one after the other, in order. Each kind of failure is logged once.

    Signals:
        done(object, object): a task's name, and its result or its exception. It is emitted only for
            tasks with a name. Connect only bound methods of QObjects in the GUI thread.
    """

    done = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: SimpleQueue[tuple[str, Task] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="disk", daemon=True)
        self._log_limit = LogLimit()

    def do(self, task: Task, name: str = "") -> None:
        """Queue a task; returns at once. A named task always gets an answer."""
        if self._thread.ident is None:
            self._thread.start()
        self._tasks.put((name, task))

    def finish(self, limit: timedelta) -> None:
        """Let the queued tasks finish; wait no longer than ``limit``."""
        if self._thread.ident is not None:
            self._tasks.put(None)
            self._thread.join(limit.total_seconds())

    def _run(self) -> None:
        while (entry := self._tasks.get()) is not None:
            name, task = entry
            result: object
            try:
                result = task()
            except Exception as error:  # noqa: BLE001  passed on; the thread must keep running
                result = error
                self._log_once(name or "a file was not written", type(error).__name__)
            if name:
                try:
                    self.done.emit(name, result)
                except RuntimeError:  # Qt has deleted this object at exit
                    return

    def _log_once(self, what: str, error: str) -> None:
        if self._log_limit.passes((what, error)):
            _log.warning("the disk's thread failed: %s (%s)", what, error)
