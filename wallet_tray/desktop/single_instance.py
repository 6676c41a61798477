"""One running program a user: the lock decides, the socket only carries a word."""

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from wallet_tray.desktop.instance_lock import InstanceLock
from wallet_tray.desktop.instance_message import CREDENTIALS_CHANGED, HEARD, SHOW, server_name

log = logging.getLogger(__name__)

_MESSAGE_LIMIT = 64  # bytes
_CALLER_LIMIT = 16  # at once
_SILENCE_MS = 1000  # a caller who says nothing for so long is hung up on


class SingleInstance(QObject):
    """Needs a QCoreApplication.

    Signals
    show_requested(): a second start asks for the popup.
    credentials_changed(): the command line signed in or out.
    """

    show_requested = Signal()
    credentials_changed = Signal()

    def __init__(self, lock_file: Path, socket_file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = InstanceLock(lock_file)
        self._name = server_name(socket_file)
        self._server: QLocalServer | None = None
        self._callers: dict[QLocalSocket, None] = {}  # the oldest first

    def claim(self) -> bool:
        """True if this is the running program; it listens from now on, if it can.

        False where another one runs. Where locks are impossible (no such folder, a file system
        without them) the program runs as well: two beat none.
        """
        try:
            if not self._lock.take():
                return False
        except OSError as error:
            log.warning("no instance lock (%s)", type(error).__name__)
        self._listen()
        return True

    def release(self) -> None:
        """Stop listening and let another one claim."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None
        for caller in list(self._callers):
            self._hang_up(caller)
        self._lock.release()

    def _listen(self) -> None:
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._name)  # left by a process that was killed
        if not server.listen(self._name):
            log.warning("a second start cannot reach this one (%s)", server.serverError().name)
            server.deleteLater()
            return
        server.newConnection.connect(self._on_callers)
        self._server = server

    @Slot()
    def _on_callers(self) -> None:
        while self._server is not None and (caller := self._server.nextPendingConnection()):
            if len(self._callers) >= _CALLER_LIMIT:
                self._hang_up(next(iter(self._callers)))
            self._callers[caller] = None
            caller.setReadBufferSize(_MESSAGE_LIMIT)
            caller.readyRead.connect(self._on_words)
            caller.disconnected.connect(self._on_gone)
            patience = QTimer(caller)
            patience.setSingleShot(True)
            patience.timeout.connect(self._on_silence)
            patience.start(_SILENCE_MS)
            self._hear(caller)

    @Slot()
    def _on_words(self) -> None:
        if isinstance(caller := self.sender(), QLocalSocket):
            self._hear(caller)

    @Slot()
    def _on_gone(self) -> None:
        if isinstance(caller := self.sender(), QLocalSocket):
            self._hang_up(caller)

    @Slot()
    def _on_silence(self) -> None:
        if (patience := self.sender()) is not None:
            caller = patience.parent()
            if isinstance(caller, QLocalSocket):
                self._hang_up(caller)

    def _hear(self, caller: QLocalSocket) -> None:
        if caller not in self._callers:
            return
        words = bytes(caller.peek(_MESSAGE_LIMIT).data())
        if b"\n" not in words and len(words) < _MESSAGE_LIMIT:
            return  # the rest is on its way
        requested = {
            SHOW.encode(): self.show_requested,
            CREDENTIALS_CHANGED.encode(): self.credentials_changed,
        }.get(words.split(b"\n")[0])
        if requested is not None:
            caller.write(HEARD)
            caller.flush()
        self._hang_up(caller)
        if requested is not None:
            requested.emit()

    def _hang_up(self, caller: QLocalSocket) -> None:
        if caller in self._callers:
            del self._callers[caller]
            caller.readyRead.disconnect(self._on_words)
            caller.disconnected.disconnect(self._on_gone)
            caller.abort()
            caller.deleteLater()
