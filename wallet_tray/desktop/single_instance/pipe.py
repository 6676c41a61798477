"""Receives messages through Qt's local server: named pipes, for Windows."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from wallet_tray.desktop.single_instance.message import (
    CALLER_LIMIT,
    HEARD,
    MESSAGE_LIMIT,
    SILENCE_MS,
    understood,
)


class InstancePipe(QObject):
    """A QLocalServer with the given name.

    Signals:
        heard(str): a caller sent one of message.MESSAGES.
    """

    heard = Signal(str)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._server: QLocalServer | None = None
        self.callers: dict[QLocalSocket, None] = {}  # oldest first

    def listen(self) -> bool:
        """Start listening; return False on failure.

        Only the holder of the lock may call this, because it takes over the name.
        """
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._name)  # left by a process that was killed
        if not server.listen(self._name):
            server.deleteLater()
            return False
        server.newConnection.connect(self._on_callers)
        self._server = server
        return True

    def is_there(self) -> bool:
        """Return True: the name of a pipe cannot be removed."""
        return True

    def close(self) -> None:
        """Disconnect all callers and stop listening."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None
        for caller in list(self.callers):
            self._hang_up(caller)

    @Slot()
    def _on_callers(self) -> None:
        while self._server is not None and (caller := self._server.nextPendingConnection()):
            if len(self.callers) >= CALLER_LIMIT:
                self._hang_up(next(iter(self.callers)))
            self.callers[caller] = None
            caller.setReadBufferSize(MESSAGE_LIMIT)
            caller.readyRead.connect(self._on_words)
            caller.disconnected.connect(self._on_gone)
            patience = QTimer(caller)
            patience.setSingleShot(True)
            patience.timeout.connect(self._on_silence)
            patience.start(SILENCE_MS)
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
        if caller not in self.callers:
            return
        words = bytes(caller.peek(MESSAGE_LIMIT).data())
        if b"\n" not in words and len(words) < MESSAGE_LIMIT:
            return  # wait for the rest
        heard = understood(words)
        if heard is not None:  # Windows users have one screen: ignore the display
            caller.write(HEARD)
            caller.flush()
        self._hang_up(caller)
        if heard is not None:
            self.heard.emit(heard[0])

    def _hang_up(self, caller: QLocalSocket) -> None:
        if caller in self.callers:
            del self.callers[caller]
            caller.readyRead.disconnect(self._on_words)
            caller.disconnected.disconnect(self._on_gone)
            caller.abort()
            caller.deleteLater()
