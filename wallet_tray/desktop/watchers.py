"""Watchers of the desktop: screen lock, wake-up, network and keyrings.

Each one emits signals for D-Bus reports, and nothing on a system without buses.
"""

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from wallet_tray.desktop.dbus.thread import BusThread

if TYPE_CHECKING:
    from wallet_tray.desktop.dbus.thread import BusClient


class ScreenLockWatcher(QObject):
    """Watches screen savers and logind: notifications on a locked screen would go unseen.

    The screen counts as unlocked without reports and without buses (Windows, macOS). One alert too
    many is better than a lost one.

    They are emitted in this object's thread, in the order of the events.

    Signals:
        locked_changed(bool): True once the screen is locked or covered, False once it is visible.
    """

    locked_changed = Signal(bool)
    _reported = Signal(bool)

    def __init__(
        self,
        session_bus: BusThread | None = None,
        system_bus: BusThread | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        # Always queued: the user's activity must not overtake an earlier bus report.
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)
        self._session_bus = session_bus
        self._system_bus = system_bus
        self._listening = False
        self._lock = threading.RLock()  # keeps the reports of two threads in order
        self._saver = False
        self._hint = False
        self._locked = False

    @property
    def is_locked(self) -> bool:
        """The last reported state; False at the start."""
        return self._locked

    def start(self) -> None:
        """Start listening; returns at once. Missing buses are no error."""
        if self._listening:
            return
        self._listening = True
        if self._session_bus is not None:
            self._session_bus.add(self._make_screen_saver_client)
        if self._system_bus is not None:
            self._system_bus.add(self._make_locked_hint_client)

    def stop(self) -> None:
        """Stop; no signal is emitted after this."""
        self._listening = False

    def user_seen(self) -> None:
        """Treat the screen as unlocked, because the user has just used it."""
        with self._lock:
            self._saver = self._hint = False
            self._report()

    def _make_screen_saver_client(self) -> "BusClient":
        from wallet_tray.desktop.dbus.screen_saver import ScreenSaverClient

        return ScreenSaverClient(self._on_saver)

    def _make_locked_hint_client(self) -> "BusClient":
        from wallet_tray.desktop.dbus.logind import LockedHintClient

        return LockedHintClient(self._on_hint)

    def _on_saver(self, active: bool) -> None:
        with self._lock:
            self._saver = active
            self._report()

    def _on_hint(self, locked: bool) -> None:
        with self._lock:
            self._hint = locked
            self._report()

    def _report(self) -> None:
        locked = self._saver or self._hint
        if locked != self._locked and self._listening:
            self._locked = locked
            try:
                self._reported.emit(locked)
            except RuntimeError:
                self._listening = False  # Qt deleted this object at exit

    @Slot(bool)
    def _on_reported(self, locked: bool) -> None:
        if self._listening:
            self.locked_changed.emit(locked)


class WakeWatcher(QObject):
    """Watches logind on the system bus.

    Without a bus (Windows, macOS) it reports nothing; there the clock alone reveals a sleep.

    Signals (connect bound methods of QObjects: they are emitted in another thread):
        resumed(): the computer woke up from sleep or hibernation a moment ago.
    """

    resumed = Signal()

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
                self.resumed.emit()
            except RuntimeError:
                self._listening = False  # Qt deleted this object at exit


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
