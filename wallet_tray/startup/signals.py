"""An immediate exit on SIGTERM, SIGINT and SIGHUP, in the same way as from the menu."""

import contextlib
import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_SIGNALS = [
    getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name)
]


class EndSignals(QObject):
    """The signals of the system as a signal of Qt.

    Python runs a signal handler only between its own instructions, and an idle event loop runs
    none. So the interpreter writes a byte into a socket that Qt watches.

    Signals:
        received(): the program was asked to end.
    """

    received = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read, self._write = socket.socketpair()
        self._read.setblocking(False)
        self._write.setblocking(False)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)
        self._fd_before = signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)
        # A signal that is ignored already is so on purpose: by nohup, or by a shell for a
        # background job.
        heard = [one for one in _SIGNALS if signal.getsignal(one) is not signal.SIG_IGN]
        self._before = {number: signal.signal(number, _do_nothing) for number in heard}

    def stop(self) -> None:
        """Stop watching; no ``received`` follows.

        The system's signals have no effect from then on: the program is ending, and a session that
        ends sends several.
        """
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._fd_before)
        self._read.close()
        self._write.close()

    def restore(self) -> None:
        """Stop, and restore the previous signal handlers."""
        self.stop()
        for number, handler in self._before.items():
            # None stands for a handler that was not set by Python and cannot be restored.
            signal.signal(number, signal.SIG_DFL if handler is None else handler)

    def _wake(self) -> None:
        with contextlib.suppress(OSError):
            numbers = self._read.recv(64)
            if any(number in numbers for number in _SIGNALS):
                self.received.emit()


def _do_nothing(number: int, frame: object) -> None:
    """Ignore the signal: Python writes to the wake-up socket only for signals that it handles."""
