"""A watch on everything that decides what a path leads to, for a program that runs for years."""

import os
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QSocketNotifier, Signal

from wallet_tray.app.background import BackgroundThread, on_result
from wallet_tray.storage.paths import Step, way_to

_MOUNTS = Path("/proc/self/mountinfo")


class PathWatch(QObject):
    """Watches a file, its folder, and every folder that decides where these are.

    A folder may be replaced, removed and made again, or its link re-pointed. The folders above it
    and above the targets of links reveal that. On Linux, the kernel's own list reveals file systems
    that are mounted or unmounted. Elsewhere, the next ``renew`` finds them.

    Signals:
        touched(): the file or the way to it has changed, or may have.
        ready(): everything that ``renew`` found is being watched. Each ``renew`` ends with it.
    """

    touched = Signal()
    ready = Signal()

    def __init__(self, path: Path, disk: BackgroundThread, parent: QObject) -> None:
        super().__init__(parent)
        self._path = path
        self._disk = disk
        self._way: tuple[Step, ...] = ()
        self._watcher: QFileSystemWatcher | None = None

    def start(self) -> None:
        """Start to watch; the first ``renew`` decides what."""
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._on_folder)
        self._watcher.fileChanged.connect(self.touched)
        self._watch_mounts()

    def renew(self) -> None:
        """Resolve the path again outside the GUI thread and watch the result; ``ready`` follows."""
        future = self._disk.submit(partial(way_to, self._path))
        on_result(future, self._on_resolved, self._on_unresolved)

    def _on_folder(self, folder: str) -> None:
        if folder == str(self._path.parent):
            self.touched.emit()
        else:
            self._look()

    def _look(self) -> None:
        """Check if the way has changed: most events in the folders above do not matter."""
        future = self._disk.submit(partial(way_to, self._path))
        on_result(future, self._on_looked, self._on_not_looked)

    def _on_looked(self, way: tuple[Step, ...]) -> None:
        if way != self._way:
            self.touched.emit()

    def _on_not_looked(self, _error: BaseException) -> None:
        self.touched.emit()  # what is not understood counts as a change

    def _on_resolved(self, way: tuple[Step, ...]) -> None:
        self._way = way
        self._watch_again()
        self.ready.emit()

    def _on_unresolved(self, _error: BaseException) -> None:
        self._watch_again()
        self.ready.emit()

    def _watch_again(self) -> None:
        """Replace all watches, because Qt keeps watching a renamed file."""
        if self._watcher is None:
            return
        if old := [*self._watcher.files(), *self._watcher.directories()]:
            self._watcher.removePaths(old)
        # The file too, as a change in place does not change its folder.
        paths = [*(place for place, _ in self._way), str(self._path)]
        # A path without read access cannot be watched, and Qt would log that each time.
        if readable := [path for path in paths if os.access(path, os.R_OK)]:
            self._watcher.addPaths(readable)

    def _watch_mounts(self) -> None:
        if sys.platform != "linux":
            return
        try:
            descriptor = os.open(_MOUNTS, os.O_RDONLY | os.O_CLOEXEC)
        except OSError:
            return
        notifier = QSocketNotifier(descriptor, QSocketNotifier.Type.Exception, self)
        notifier.activated.connect(self._look)
        self.destroyed.connect(partial(os.close, descriptor))
