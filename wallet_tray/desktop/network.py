"""Reports when the network returns."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wallet_tray.desktop.dbus.thread import BusThread

if TYPE_CHECKING:
    from wallet_tray.desktop.dbus.thread import BusClient


class NetworkWatcher(QObject):
    """Watches NetworkManager on the system bus.

    This is a hint and never a requirement. Without it (no bus, another network service, Windows,
    macOS) the next attempt finds the network. Qt's network information is not used: it would need
    another library for this alone.

    Signals (connect bound methods of QObjects: they are emitted in another thread):
        returned(): a network appeared, or is less limited than before.
    """

    returned = Signal()

    def __init__(self, system_bus: BusThread | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = system_bus
        self._listening = False

    def start(self) -> None:
        """Start listening; returns at once. A missing bus is no error."""
        if self._bus is not None and not self._listening:
            self._listening = True
            self._bus.add(self._make_client)

    def stop(self) -> None:
        """Stop; no signal is emitted after this."""
        self._bus = None
        self._listening = False

    def _make_client(self) -> "BusClient":
        from wallet_tray.desktop.dbus.network_manager import NetworkClient

        return NetworkClient(self._on_return)

    def _on_return(self) -> None:
        if self._listening:
            try:
                self.returned.emit()
            except RuntimeError:
                self._listening = False  # Qt deleted this object at exit
