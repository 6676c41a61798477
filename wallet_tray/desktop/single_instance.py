"""One running program a user: the lock decides, a socket or pipe only carries a word."""

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from wallet_tray.desktop.instance_lock import Holder, InstanceLock
from wallet_tray.desktop.instance_message import CREDENTIALS_CHANGED, SHOW, server_name

if TYPE_CHECKING:
    from wallet_tray.desktop.instance_pipe import InstancePipe
    from wallet_tray.desktop.instance_socket import InstanceSocket

log = logging.getLogger(__name__)


class SingleInstance(QObject):
    """Needs a QCoreApplication. The folder of the socket file must be private to the user.

    Signals
    show_requested(): a second start asks for the popup.
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
        """True if this is the running program; it listens from now on, if it can.

        False where another one runs. Raises OSError where no lock can be had at all: two of them
        would run side by side.
        """
        if not self._lock.take():
            return False
        self._listen()
        return True

    def holder(self) -> Holder | None:
        """Which process is the running program, if it could say so."""
        return self._lock.holder()

    def can_be_reached(self) -> bool:
        """Whether a second start still finds this one; for any thread, as it looks at the disk."""
        return self._server.is_there()

    def listen_again(self) -> None:
        """Claim once more after the socket was removed, perhaps with all of its folder."""
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
        """Stop listening and let another one claim."""
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
    platform: str = sys.platform  # a plain text: type checkers see one system only
    if platform == "win32":
        from wallet_tray.desktop.instance_pipe import InstancePipe

        return InstancePipe(name, parent)
    from wallet_tray.desktop.instance_socket import InstanceSocket

    return InstanceSocket(name, parent)
