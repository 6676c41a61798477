"""The start of the demo, which replaces this program."""

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from wallet_tray.desktop.launch_command import relaunch_command
from wallet_tray.startup.process import limits_of_before

_STANDS_MS = 5_000  # a demo that cannot start has ended by then


class DemoStart(QObject):
    """Starts the program a second time, with the simulated service.

    Signals:
        stands(): the demo has run for five seconds. Quit now, or there are two icons.
        failed(): the demo did not start, or it ended within that time.
    """

    stands = Signal()
    failed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._timer = QTimer(self, singleShot=True, interval=_STANDS_MS)
        self._timer.timeout.connect(self._on_stands)

    def begin(self) -> None:
        """Start the demo, unless it is starting already."""
        if self._process is not None:
            return
        program, *arguments = relaunch_command()
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
