"""Events of the desktop: screen lock, wake-up, network, keyring and tray; opening pages.

The message buses report them to threads of our own (``dbus.thread``), and not to QtDBus. A bus may
accept the connection and never answer. ``QDBusConnection.systemBus()`` then waits for 25 s, or for
ever if not even the login is answered. PySide keeps the interpreter locked meanwhile, so another
thread is no way out. Later, ``connect()`` to a named service waits for 25 s.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from wallet_tray.desktop.dbus.thread import Buses, make_buses
from wallet_tray.startup.process import limits_of_before

if TYPE_CHECKING:
    from wallet_tray.desktop.dbus.thread import BusClient


class DesktopEvents(QObject):
    """Listens to the message buses for the whole program.

    Every report is a hint and never a requirement. Without it (no bus, no such service, Windows,
    macOS) the clock reveals a sleep, and the next attempt finds a network or a keyring. The screen
    then counts as unlocked: one alert too many is better than a lost one.

    All signals are emitted in the GUI thread, in the order of the reports.

    Signals:
        locked_changed(bool): True when the screen was locked or covered, False when it is visible
            again.
        resumed(): the computer woke up from sleep or hibernation a moment ago.
        network_returned(): a network is available, or less limited than before.
        keyring_changed(): a keyring appeared, was unlocked elsewhere, or has new contents.
        tray_appeared(): a tray came to the session bus; its host follows within a moment.
    """

    locked_changed = Signal(bool)
    resumed = Signal()
    network_returned = Signal()
    keyring_changed = Signal()
    tray_appeared = Signal()
    _reported = Signal(object)

    def __init__(self, buses: Buses | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.buses = make_buses() if buses is None else buses
        # Always queued: the user's activity must not overtake an earlier bus report.
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)
        self._listening = False
        self._saver = self._hint = self._locked = False

    def start(self) -> None:
        """Start listening; returns at once. Missing buses are no error."""
        if self._listening:
            return
        self._listening = True
        if self.buses.session is not None:
            self.buses.session.add(self._make_session_clients)
        if self.buses.system is not None:
            self.buses.system.add(self._make_system_clients)

    def stop(self) -> None:
        """Stop listening and disconnect from the buses; no signal follows."""
        self._listening = False
        self.buses.stop()

    def user_seen(self) -> None:
        """Treat the screen as unlocked, because the user has just used it."""
        self._reported.emit(self._unlock)

    def _make_session_clients(self) -> Sequence["BusClient"]:
        from wallet_tray.desktop.dbus.keyring_signals import KeyringClient
        from wallet_tray.desktop.dbus.session_services import ScreenSaverClient, TrayClient

        return (
            ScreenSaverClient(self._reporter(self._note_saver)),
            KeyringClient(self._reporter(self.keyring_changed.emit)),
            TrayClient(self._reporter(self.tray_appeared.emit)),
        )

    def _make_system_clients(self) -> Sequence["BusClient"]:
        from wallet_tray.desktop.dbus.system_services import (
            LockedHintClient,
            NetworkClient,
            WakeClient,
        )

        return (
            LockedHintClient(self._reporter(self._note_hint)),
            WakeClient(self._reporter(self.resumed.emit)),
            NetworkClient(self._reporter(self.network_returned.emit)),
        )

    def _reporter(self, step: Callable[..., None]) -> Callable[..., None]:
        """Return a function for the bus threads that has ``step`` run in the GUI thread."""

        def report(*values: bool) -> None:
            try:
                self._reported.emit(partial(step, *values))
            except RuntimeError:
                return  # Qt deleted this object at exit

        return report

    @Slot(object)
    def _on_reported(self, step: Callable[[], None]) -> None:
        if self._listening:
            step()

    def _note_saver(self, active: bool) -> None:
        self._saver = active
        self._show_lock()

    def _note_hint(self, locked: bool) -> None:
        self._hint = locked
        self._show_lock()

    def _unlock(self) -> None:
        self._saver = self._hint = False
        self._show_lock()

    def _show_lock(self) -> None:
        locked = self._saver or self._hint
        if locked != self._locked:
            self._locked = locked
            self.locked_changed.emit(locked)


def open_outside(url: QUrl) -> bool:
    """Open a URL in another program; return False if no program takes it.

    That program does not inherit the limits that apply only to this process.
    """
    with limits_of_before():
        return QDesktopServices.openUrl(url)
