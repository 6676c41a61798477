"""One running program per user: the lock decides, a socket or pipe only carries messages."""

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from wallet_tray.desktop.single_instance.lock import Holder, InstanceLock
from wallet_tray.desktop.single_instance.message import CREDENTIALS_CHANGED, SHOW, server_name

if TYPE_CHECKING:
    from wallet_tray.desktop.single_instance.pipe import InstancePipe
    from wallet_tray.desktop.single_instance.socket import InstanceSocket

log = logging.getLogger(__name__)


class SingleInstance(QObject):
    """Needs a QCoreApplication. The folder of the socket file must be private to the user.

    Signals:
        show_requested(): a second start requests the popup.
        credentials_changed(): the command line signed in or out.
    """

    show_requested = Signal()
    credentials_changed = Signal()

    def __init__(self, lock_file: Path, socket_file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = InstanceLock(lock_file, socket_file.parent)
        self._server = _make_server(server_name(socket_file), self)
        self._server.heard.connect(self._on_heard)

    def claim(self) -> bool:
        """Return True if this is the running program; it then listens if possible.

        Return False if another one runs. Raises OSError if no lock is possible: two programs would
        run side by side.
        """
        if not self._lock.take():
            return False
        self._listen()
        return True

    def holder(self) -> Holder | None:
        """Return the process that is the running program, if known."""
        return self._lock.holder()

    def can_be_reached(self) -> bool:
        """Return whether a second start still finds this one.

        May be called from any thread, because it reads the disk.
        """
        return self._server.is_there()

    def listen_again(self) -> None:
        """Claim again after the socket, perhaps with its whole folder, was removed."""
        self._server.close()
        try:
            if not self._lock.renew():
                log.warning("another one has taken the instance lock since")
                return
        except OSError as error:
            log.warning("no instance lock any more (%s)", type(error).__name__)
            return
        self._listen()

    def release(self) -> None:
        """Stop listening and release the lock."""
        self._server.close()
        self._lock.release()

    def _listen(self) -> None:
        if not self._server.listen():
            log.warning("a second start cannot reach this one: no socket")

    @Slot(str)
    def _on_heard(self, message: str) -> None:
        if message == SHOW:
            self.show_requested.emit()
        elif message == CREDENTIALS_CHANGED:
            self.credentials_changed.emit()


def _make_server(name: str, parent: QObject) -> "InstancePipe | InstanceSocket":
    platform: str = sys.platform  # str: type checkers would otherwise check one system only
    if platform == "win32":
        from wallet_tray.desktop.single_instance.pipe import InstancePipe

        return InstancePipe(name, parent)
    from wallet_tray.desktop.single_instance.socket import InstanceSocket

    return InstanceSocket(name, parent)
