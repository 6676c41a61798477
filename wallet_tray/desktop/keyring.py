"""Says when a keyring may give what it did not give before."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wallet_tray.desktop.bus_thread import BusThread

if TYPE_CHECKING:
    from wallet_tray.desktop.bus_thread import BusClient


class KeyringWatcher(QObject):
    """Listens to the keyrings of the session bus. A hint and never a gate: without it (no bus,
    Windows, macOS) the user's next wish and waking up find out.

    Signals (connect bound methods of QObjects: they are emitted in another thread)
    changed(): a keyring came, was unlocked elsewhere, or holds something else.
    """

    changed = Signal()

    def __init__(self, session_bus: BusThread | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = session_bus
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
        from wallet_tray.desktop.keyring_signals import KeyringClient

        return KeyringClient(self._on_change)

    def _on_change(self) -> None:
        if self._listening:
            try:
                self.changed.emit()
            except RuntimeError:
                self._listening = False  # Qt deleted us at the end of the program
