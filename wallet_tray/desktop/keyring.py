"""Reports when a keyring may return a credential that it did not return before."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wallet_tray.desktop.dbus.thread import BusThread

if TYPE_CHECKING:
    from wallet_tray.desktop.dbus.thread import BusClient


class KeyringWatcher(QObject):
    """Watches the keyrings on the session bus.

    This is a hint and never a requirement. Without it (no bus, Windows, macOS) the user's next
    action or a wake-up finds the change.

    Signals (connect bound methods of QObjects: they are emitted in another thread):
        changed(): a keyring appeared, was unlocked elsewhere, or has new content.
    """

    changed = Signal()

    def __init__(self, session_bus: BusThread | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = session_bus
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
        from wallet_tray.desktop.dbus.keyring_signals import KeyringClient

        return KeyringClient(self._on_change)

    def _on_change(self) -> None:
        if self._listening:
            try:
                self.changed.emit()
            except RuntimeError:
                self._listening = False  # Qt deleted this object at exit
