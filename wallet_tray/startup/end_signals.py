"""SIGTERM, SIGINT and SIGHUP end the program the way its menu does, and at once."""

import contextlib
import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_SIGNALS = [
    getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name)
]


class EndSignals(QObject):
    """Python runs a signal's handler only between its own steps, and an idle event loop makes
    none; so the interpreter writes a byte into a socket that Qt watches.

    Signals:
        received(): the program has been asked to end.
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
        # What is ignored already was meant to be: nohup does so, and shells for what they put into
        # the background.
        heard = [one for one in _SIGNALS if signal.getsignal(one) is not signal.SIG_IGN]
        self._before = {number: signal.signal(number, _do_nothing) for number in heard}

    def stop(self) -> None:
        """No signal after this. Those of the system do nothing from now on: the program is ending,
        and a session that ends sends several."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._fd_before)
        self._read.close()
        self._write.close()

    def give_back(self) -> None:
        """Stop, and leave the signals to whoever had them before."""
        self.stop()
        for number, handler in self._before.items():
            # None stands for a handler that is not Python's, which cannot be given back.
            signal.signal(number, signal.SIG_DFL if handler is None else handler)

    def _wake(self) -> None:
        with contextlib.suppress(OSError):
            numbers = self._read.recv(64)
            if any(number in numbers for number in _SIGNALS):
                self.received.emit()


def _do_nothing(number: int, frame: object) -> None:
    """Python writes to the wake-up socket only for signals that have a handler of its own."""
