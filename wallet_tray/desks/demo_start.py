"""The demo in this program's place: it goes only once the demo stands."""

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from wallet_tray.desktop.own_command import another_run
from wallet_tray.startup.no_core_dump import limits_of_before

_STANDS_MS = 5_000  # what cannot start has ended by then


class DemoStart(QObject):
    """Starts the program once more, with the simulated service.

    Signals:
        stands(): the demo has run for five seconds; two icons would be one too many.
        failed(): it did not start, or has ended before.
    """

    stands = Signal()
    failed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._timer = QTimer(self, singleShot=True, interval=_STANDS_MS)
        self._timer.timeout.connect(self._on_stands)

    def begin(self) -> None:
        """Start it, unless it is being started."""
        if self._process is not None:
            return
        program, *arguments = another_run()
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedChannels)
        self._process.finished.connect(self._on_ended)
        self._process.errorOccurred.connect(self._on_ended)
        with limits_of_before():
            self._process.start(program, [*arguments, "--demo"])
        self._timer.start()

    def _on_stands(self) -> None:
        self.stands.emit()

    def _on_ended(self) -> None:
        if self._process is None or not self._timer.isActive():
            return
        self._timer.stop()
        self._process.deleteLater()
        self._process = None
        self.failed.emit()
