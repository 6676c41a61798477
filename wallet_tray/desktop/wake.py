"""Reports when the computer woke up."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wallet_tray.desktop.dbus.thread import BusThread

if TYPE_CHECKING:
    from wallet_tray.desktop.dbus.thread import BusClient


class WakeWatcher(QObject):
    """Watches logind on the system bus.

    Without a bus (Windows, macOS) it reports nothing; there the clock alone reveals a sleep.

    Signals (connect bound methods of QObjects: they are emitted in another thread):
        woke(): the computer woke up from sleep or hibernation a moment ago.
    """

    woke = Signal()

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
        from wallet_tray.desktop.dbus.logind import WakeClient

        return WakeClient(self._on_wake)

    def _on_wake(self) -> None:
        if self._listening:
            try:
                self.woke.emit()
            except RuntimeError:
                self._listening = False  # Qt deleted this object at exit
