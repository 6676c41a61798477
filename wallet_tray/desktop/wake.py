"""Says when the computer woke up."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wallet_tray.desktop.bus_thread import BusThread

if TYPE_CHECKING:
    from wallet_tray.desktop.bus_thread import BusClient


class WakeWatcher(QObject):
    """Listens to logind on the system bus. Without a bus (Windows, macOS) it says nothing:
    there the clock alone shows that time was slept through.

    Signals (connect bound methods of QObjects: they are emitted in another thread)
    woke(): the computer woke up from sleep or hibernation a moment ago.
    """

    woke = Signal()

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
        from wallet_tray.desktop.logind import WakeClient

        return WakeClient(self._on_wake)

    def _on_wake(self) -> None:
        if self._listening:
            try:
                self.woke.emit()
            except RuntimeError:
                self._listening = False  # Qt deleted us at the end of the program
