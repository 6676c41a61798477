"""The tray icon and its menu: copies a tray view into Qt's widgets, and hands wishes up."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from wallet_tray.ui.icons import IconPainter
from wallet_tray.ui.snooze_menu import SnoozeMenu
from wallet_tray.ui.tray_presenter import TrayView

_WATCHER = "org.kde.StatusNotifierWatcher"
_FIRST_LOOK_MS, _SLOWEST_LOOK_MS = 500, 8_000
NO_TRAY_MS = 30_000


class TrayIcon(QObject):
    """Shows the wallet in the tray as soon as there is one.

    The icon is built only once a tray is available: Qt chooses the tray's protocol when the icon
    is constructed, and one that was constructed too early never appears (QTBUG-61898). A tray that
    goes and comes back is Qt's own business from then on.

    Signals:
        clicked(): the icon itself was, and not its menu.
        open_requested(), refresh_requested(), top_up_requested(), sign_in_requested(),
        settings_requested(), quit_requested(): wishes of the user.
        hide_amounts_requested(bool), pause_requested(bool), snooze_requested(SnoozeChoice): the
        same, with a choice.
        built(QSystemTrayIcon): the icon stands in a tray.
        tray_missing(): there has been no tray for half a minute; emitted once.
    """

    clicked = Signal()
    open_requested = Signal()
    refresh_requested = Signal()
    top_up_requested = Signal()
    sign_in_requested = Signal()
    settings_requested = Signal()
    quit_requested = Signal()
    hide_amounts_requested = Signal(bool)
    pause_requested = Signal(bool)
    snooze_requested = Signal(object)
    built = Signal(object)
    tray_missing = Signal()

    def __init__(self, painter: IconPainter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._painter = painter
        self._icon: QSystemTrayIcon | None = None
        self._view: TrayView | None = None
        self._shown_icon: QIcon | None = None
        self._rows: list[QAction] = []
        self._menu = self._make_menu()
        self.retranslate()
        self._look = QTimer(self, interval=_FIRST_LOOK_MS)
        self._look.timeout.connect(self._look_for_tray)
        self._missing = QTimer(self, singleShot=True, interval=NO_TRAY_MS)
        self._missing.timeout.connect(self.tray_missing)
        self._services: QDBusServiceWatcher | None = None

    def start(self) -> None:
        """Build the icon now, or as soon as a tray appears."""
        self._look_for_tray()
        if self._icon is None:
            self._look.start()
            self._missing.start()
            # Says at once what looking finds out later; trays of the older kind are not on D-Bus.
            self._services = QDBusServiceWatcher(
                _WATCHER, QDBusConnection.sessionBus(), parent=self
            )
            self._services.serviceRegistered.connect(self._look_soon)

    def stop(self) -> None:
        """Take the icon out of the tray at once, and look for none any more."""
        self._look.stop()
        self._missing.stop()
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None
        self._menu.deleteLater()

    @property
    def visible(self) -> bool:
        """True once the icon stands in a tray."""
        return self._icon is not None

    @property
    def qt_icon(self) -> QSystemTrayIcon | None:
        """The icon itself, for systems whose notifications go through it."""
        return self._icon

    def show_view(self, view: TrayView) -> None:
        """Copy the view; what has not changed is left alone, as each call is a message on D-Bus."""
        before, self._view = self._view, view
        if view == before:
            return
        self._show_rows(view)
        self._top_up.setVisible(view.can_top_up)
        self._sign_in.setVisible(view.offers_sign_in)
        self._hide_amounts.setChecked(view.hide_amounts)
        self._pause.setChecked(view.paused)
        self._snooze.show_snoozed(view.snoozed)
        self._show_icon()

    def use_painter(self, painter: IconPainter) -> None:
        """Draw with another theme from now on."""
        self._painter = painter
        self._show_icon()

    def retranslate(self) -> None:
        """The menu's own rows in the language that is in force; a view brings the others."""
        self._open.setText(self.tr("Open wallet"))
        self._refresh.setText(self.tr("Refresh now"))
        self._pause.setText(self.tr("Pause refreshing"))
        self._sign_in.setText(self.tr("Sign in…"))
        self._top_up.setText(self.tr("Top up…"))
        self._snooze.retranslate()
        self._hide_amounts.setText(self.tr("Hide amounts"))
        self._settings.setText(self.tr("Settings…"))
        self._quit.setText(self.tr("Quit"))

    # -- inside

    def _make_menu(self) -> QMenu:
        menu = QMenu()
        self._separator = menu.addSeparator()
        self._open = self._add(menu, self.open_requested)
        self._refresh = self._add(menu, self.refresh_requested)
        self._pause = QAction(menu, checkable=True)
        self._pause.triggered.connect(self.pause_requested)
        menu.addAction(self._pause)
        self._sign_in = self._add(menu, self.sign_in_requested)
        self._top_up = self._add(menu, self.top_up_requested)
        self._snooze = SnoozeMenu(menu)
        self._snooze.chosen.connect(self.snooze_requested)
        menu.addMenu(self._snooze)
        self._hide_amounts = QAction(menu, checkable=True)
        self._hide_amounts.triggered.connect(self._wish_to_hide)
        menu.addAction(self._hide_amounts)
        self._settings = self._add(menu, self.settings_requested)
        menu.addSeparator()
        self._quit = self._add(menu, self.quit_requested)
        return menu

    def _add(self, menu: QMenu, signal: object) -> QAction:
        action = QAction(menu)
        action.triggered.connect(signal)
        menu.addAction(action)
        return action

    def _wish_to_hide(self, hide: bool) -> None:
        """The check mark follows the settings, which may not be savable, and not the click."""
        self._hide_amounts.setChecked(self._view is not None and self._view.hide_amounts)
        self.hide_amounts_requested.emit(hide)

    def _show_rows(self, view: TrayView) -> None:
        """The first rows carry the figures; a greyed row would look like something broken."""
        while len(self._rows) > len(view.rows):
            row = self._rows.pop()
            self._menu.removeAction(row)
            row.deleteLater()
        while len(self._rows) < len(view.rows):
            row = QAction(self._menu)
            row.triggered.connect(self.open_requested)
            self._menu.insertAction(self._separator, row)
            self._rows.append(row)
        for row, text in zip(self._rows, view.rows, strict=True):
            text = text.replace("&", "&&")
            if row.text() != text:
                row.setText(text)

    def _show_icon(self) -> None:
        if self._icon is None or self._view is None:
            return
        icon = self._painter.icon(self._view.icon)
        if icon is not self._shown_icon:
            self._shown_icon = icon
            self._icon.setIcon(icon)
        if self._icon.toolTip() != self._view.tooltip:
            self._icon.setToolTip(self._view.tooltip)

    def _look_soon(self) -> None:
        # The watcher's name appears a moment before its host is there.
        self._look.start(_FIRST_LOOK_MS)

    def _look_for_tray(self) -> None:
        if self._icon is not None or not QSystemTrayIcon.isSystemTrayAvailable():
            self._look.setInterval(min(self._look.interval() * 2, _SLOWEST_LOOK_MS))
            return
        self._look.stop()
        self._missing.stop()
        if self._services is not None:
            self._services.deleteLater()
            self._services = None
        self._icon = QSystemTrayIcon(self)
        self._show_icon()
        self._icon.activated.connect(self._activated)
        self._icon.setContextMenu(self._menu)
        self._icon.show()
        self.built.emit(self._icon)

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        reasons = QSystemTrayIcon.ActivationReason
        if reason in (reasons.Trigger, reasons.DoubleClick):
            self.clicked.emit()
        elif reason == reasons.MiddleClick:
            self.refresh_requested.emit()
