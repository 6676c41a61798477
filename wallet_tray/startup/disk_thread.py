"""One daemon thread for the small files, so that the GUI thread never waits for a disk."""

import logging
import threading
from collections.abc import Callable
from datetime import timedelta
from queue import SimpleQueue

from PySide6.QtCore import QObject, Signal

_log = logging.getLogger(__name__)

Task = Callable[[], object]


class DiskThread(QObject):
    """Does tasks one after the other, in their order. One that fails is logged, once of its kind.

    Signals:
        done(object, object): a task's name and what it returned, or its exception; only for tasks
            that were given a name. Connect bound methods of QObjects of the GUI thread only.
    """

    done = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: SimpleQueue[tuple[str, Task] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="disk", daemon=True)
        self._logged: set[tuple[str, str]] = set()

    def do(self, task: Task, name: str = "") -> None:
        """Put a task into the queue; returns at once. One with a name always has an answer."""
        if self._thread.ident is None:
            self._thread.start()
        self._tasks.put((name, task))

    def finish(self, limit: timedelta) -> None:
        """Let what is in the queue be done, waiting no longer than ``limit``."""
        if self._thread.ident is not None:
            self._tasks.put(None)
            self._thread.join(limit.total_seconds())

    def _run(self) -> None:
        while (entry := self._tasks.get()) is not None:
            name, task = entry
            result: object
            try:
                result = task()
            except Exception as error:  # noqa: BLE001  handed on; the thread has to live on
                result = error
                self._log_once(name or "a file was not written", type(error).__name__)
            if name:
                try:
                    self.done.emit(name, result)
                except RuntimeError:  # the program is ending and Qt has deleted this object
                    return

    def _log_once(self, what: str, error: str) -> None:
        if (what, error) not in self._logged:
            self._logged.add((what, error))
            _log.warning("the disk's thread failed: %s (%s)", what, error)
