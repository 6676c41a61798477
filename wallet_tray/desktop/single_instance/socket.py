"""Receives messages through a plain Unix socket: QtNetwork would cost 8 MB of memory."""

import contextlib
import os
import socket
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal, Slot

from wallet_tray.desktop.single_instance import lock
from wallet_tray.desktop.single_instance.lock import address_of, is_of_this_user
from wallet_tray.desktop.single_instance.message import (
    CALLER_LIMIT,
    MESSAGE_LIMIT,
    SILENCE_MS,
    Answer,
    understood,
)


class InstanceSocket(QObject):
    """A listening socket file for callers of the same user.

    Signals:
        heard(str): a caller sent one of message.MESSAGES.
    """

    heard = Signal(str)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = Path(name)
        self._identity: tuple[int, int] | None = None
        self.display = lock.mark(os.environ)
        self._socket: socket.socket | None = None
        self._arrivals: QSocketNotifier | None = None
        self.callers: dict[_Caller, None] = {}  # oldest first

    def listen(self) -> bool:
        """Start listening; return False on failure.

        Only the holder of the lock may call this, because it takes over the file.
        """
        listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            listening.setblocking(False)
            self._file.unlink(missing_ok=True)  # left by a process that was killed
            with address_of(self._file) as address:
                listening.bind(address)
            self._file.chmod(0o600)  # connections are impossible before listen()
            self._identity = _identity_of(self._file)
            listening.listen()
        except OSError:
            listening.close()
            return False
        self._socket = listening
        self._arrivals = QSocketNotifier(listening.fileno(), QSocketNotifier.Type.Read, self)
        self._arrivals.activated.connect(self._on_arrivals)
        return True

    def close(self) -> None:
        """Disconnect all callers and stop listening."""
        if self._socket is not None and self._arrivals is not None:
            self._arrivals.setEnabled(False)
            self._arrivals.deleteLater()
            self._arrivals = None
            self._socket.close()
            self._socket = None
            if self.is_there():  # another program may own the file by now
                with contextlib.suppress(OSError):
                    self._file.unlink()
        for caller in list(self.callers):
            caller.hang_up()

    def is_there(self) -> bool:
        """Return whether callers can still find the socket: the file may be removed at any time.

        Call this now and then, from any thread. ``close`` followed by ``listen`` repairs it.
        """
        return self._identity is not None and _identity_of(self._file) == self._identity

    @Slot()
    def _on_arrivals(self) -> None:
        for _ in range(CALLER_LIMIT):  # the rest in the next event loop pass
            if self._socket is None:
                return
            try:
                connection, _address = self._socket.accept()
            except BlockingIOError:
                return
            except OSError:  # no descriptors left; the notifier would fire endlessly
                self._rest()
                return
            if not is_of_this_user(connection):
                connection.close()
                continue
            if len(self.callers) >= CALLER_LIMIT:
                next(iter(self.callers)).hang_up()
            self.callers[_Caller(connection, self)] = None

    def _rest(self) -> None:
        if self._arrivals is not None:
            self._arrivals.setEnabled(False)
            QTimer.singleShot(SILENCE_MS, self, self._go_on)

    @Slot()
    def _go_on(self) -> None:
        if self._arrivals is not None:
            self._arrivals.setEnabled(True)


class _Caller(QObject):
    """One connection; it ends after one message or a period of silence."""

    def __init__(self, connection: socket.socket, server: InstanceSocket) -> None:
        super().__init__(server)
        connection.setblocking(False)
        self._connection = connection
        self._server = server
        self._words = b""
        self._notifier = QSocketNotifier(connection.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_words)
        patience = QTimer(self)
        patience.setSingleShot(True)
        patience.timeout.connect(self.hang_up)
        patience.start(SILENCE_MS)

    @Slot()
    def _on_words(self) -> None:
        try:
            more = self._connection.recv(MESSAGE_LIMIT - len(self._words))
        except BlockingIOError:
            return
        except OSError:
            more = b""
        self._words += more
        if more and b"\n" not in self._words and len(self._words) < MESSAGE_LIMIT:
            return  # wait for the rest
        heard = understood(self._words)
        answer = None
        if heard is not None:
            is_here = lock.is_same(heard[1], self._server.display)
            answer = Answer.HEARD if is_here else Answer.ELSEWHERE
            with contextlib.suppress(OSError):  # the caller may have disconnected
                self._connection.send(answer.value)
        self.hang_up()
        if heard is not None and answer is Answer.HEARD:
            self._server.heard.emit(heard[0])

    @Slot()
    def hang_up(self) -> None:
        """End the connection."""
        if self in self._server.callers:
            del self._server.callers[self]
            self._notifier.setEnabled(False)
            self._connection.close()
            self.deleteLater()


def _identity_of(file: Path) -> tuple[int, int] | None:
    try:
        found = file.lstat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
