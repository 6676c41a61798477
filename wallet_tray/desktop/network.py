"""Says when there is a network again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wallet_tray.desktop.bus_thread import BusThread

if TYPE_CHECKING:
    from wallet_tray.desktop.bus_thread import BusClient


class NetworkWatcher(QObject):
    """Listens to NetworkManager on the system bus. A hint and never a gate: without it (no bus,
    another network service, Windows, macOS) the next try finds out.

    Not by Qt's own network information, which would bring a further library for this alone.

    Signals (connect bound methods of QObjects: they are emitted in another thread)
    returned(): a network came, or is less limited than it was.
    """

    returned = Signal()

    def __init__(self, system_bus: BusThread | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = system_bus
        self._listening = False

    def start(self) -> None:
        """Begin to listen; returns at once. A missing bus is no error."""
        if self._bus is not None and not self._listening:
            self._listening = True
            self._bus.add(self._make_client)

    def stop(self) -> None:
        """No signal after this."""
        self._bus = None
        self._listening = False

    def _make_client(self) -> "BusClient":
        from wallet_tray.desktop.network_manager import NetworkClient

        return NetworkClient(self._on_return)

    def _on_return(self) -> None:
        if self._listening:
            try:
                self.returned.emit()
            except RuntimeError:
                self._listening = False  # Qt deleted us at the end of the program
