"""Events of the desktop: screen lock, wake-up, network and keyring."""

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from wallet_tray.desktop.dbus.thread import make_buses
from wallet_tray.desktop.watchers import (
    KeyringWatcher,
    NetworkWatcher,
    ScreenLockWatcher,
    WakeWatcher,
)
from wallet_tray.startup.process import limits_of_before


class DesktopEvents(QObject):
    """Owns the message buses and the watchers that listen to them for the whole program.

    All signals are emitted in the GUI thread.

    Signals:
        locked_changed(bool): True when the screen was locked or covered, False when it is visible
            again.
        resumed(): the computer woke up a moment ago.
        network_returned(): a network is available, or less limited than before.
        keyring_changed(): a keyring appeared, was unlocked elsewhere, or has new contents.
    """

    locked_changed = Signal(bool)
    resumed = Signal()
    network_returned = Signal()
    keyring_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.buses = make_buses()
        self.lock = ScreenLockWatcher(self.buses.session, self.buses.system, self)
        self._wake = WakeWatcher(self.buses.system, self)
        self._network = NetworkWatcher(self.buses.system, self)
        self._keyring = KeyringWatcher(self.buses.session, self)
        self.lock.locked_changed.connect(self.locked_changed)
        self._wake.resumed.connect(self._on_resume)
        self._network.returned.connect(self._on_network_returned)
        self._keyring.changed.connect(self._on_keyring_changed)

    def start(self) -> None:
        """Start all watchers; returns at once."""
        for watcher in (self.lock, self._wake, self._network, self._keyring):
            watcher.start()

    def stop(self) -> None:
        """Stop all watchers and disconnect from the buses; no signal follows."""
        for watcher in (self._wake, self._network, self._keyring, self.lock):
            watcher.stop()
        self.buses.stop()

    # A bus thread calls the next three; Qt queues their signals to the GUI thread.
    def _on_resume(self) -> None:
        self.resumed.emit()

    def _on_network_returned(self) -> None:
        self.network_returned.emit()

    def _on_keyring_changed(self) -> None:
        self.keyring_changed.emit()


def open_outside(url: QUrl) -> bool:
    """Open a URL in another program; return False if no program takes it.

    That program does not inherit the limits that apply only to this process.
    """
    with limits_of_before():
        return QDesktopServices.openUrl(url)
