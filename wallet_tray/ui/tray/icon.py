"""The tray icon and its menu: a tray view shown in Qt's widgets; user requests are signals."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from wallet_tray.ui.tray.painter import IconPainter
from wallet_tray.ui.tray.presenter import TrayView
from wallet_tray.ui.user_actions import UserActions
from wallet_tray.ui.widgets.snooze_menu import SnoozeMenu

_FIRST_LOOK_MS, _SLOWEST_LOOK_MS = 500, 8_000
NO_TRAY_MS = 30_000


class TrayIcon(QObject):
    """A tray icon that shows the wallet as soon as a tray exists.

    The icon is created only when a tray is available. Qt chooses the tray's protocol at creation,
    and an icon created too early never appears (QTBUG-61898). Afterwards Qt itself handles a tray
    that disappears and returns.

    Signals:
        built(QSystemTrayIcon): the icon is in a tray.
        tray_missing(): there has been no tray for half a minute; emitted once.
    """

    built = Signal(object)
    tray_missing = Signal()

    def __init__(
        self, painter: IconPainter, actions: UserActions, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._actions = actions
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

    def start(self) -> None:
        """Create the icon now, or as soon as a tray appears."""
        self._look_for_tray()
        if self._icon is None:
            self._look.start()
            self._missing.start()

    def look_soon(self) -> None:
        """Look for a tray within half a second, unless the icon is there or not wanted."""
        if self._look.isActive():
            self._look.start(_FIRST_LOOK_MS)

    def stop(self) -> None:
        """Remove the icon from the tray at once, and stop waiting for a tray."""
        self._look.stop()
        self._missing.stop()
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None
        self._menu.deleteLater()

    @property
    def visible(self) -> bool:
        """True once the icon is in a tray."""
        return self._icon is not None

    @property
    def qt_icon(self) -> QSystemTrayIcon | None:
        """The icon itself, for systems that send notifications through it."""
        return self._icon

    def show_view(self, view: TrayView) -> None:
        """Show the view. Unchanged parts are skipped, because each call is a D-Bus message."""
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
        """Set the menu's own texts in the current language; a view brings the others."""
        self._open.setText(self.tr("Open wallet"))
        self._refresh.setText(self.tr("Refresh now"))
        self._pause.setText(self.tr("Pause refreshing"))
        self._sign_in.setText(self.tr("Sign in…"))
        self._top_up.setText(self.tr("Top up…"))
        self._snooze.retranslate()
        self._hide_amounts.setText(self.tr("Hide amounts"))
        self._settings.setText(self.tr("Settings…"))
        self._quit.setText(self.tr("Quit"))

    def _make_menu(self) -> QMenu:
        menu, actions = QMenu(), self._actions
        self._separator = menu.addSeparator()
        self._open = self._add(menu, actions.open_popup)
        self._refresh = self._add(menu, actions.refresh_all)
        self._pause = QAction(menu, checkable=True)
        self._pause.triggered.connect(actions.pause)
        menu.addAction(self._pause)
        self._sign_in = self._add(menu, self._ask_to_sign_in)
        self._top_up = self._add(menu, actions.top_up)
        self._snooze = SnoozeMenu(menu)
        self._snooze.chosen.connect(actions.snooze_all)
        menu.addMenu(self._snooze)
        self._hide_amounts = QAction(menu, checkable=True)
        self._hide_amounts.triggered.connect(self._request_to_hide)
        menu.addAction(self._hide_amounts)
        self._settings = self._add(menu, actions.open_settings)
        menu.addSeparator()
        self._quit = self._add(menu, actions.quit)
        return menu

    def _add(self, menu: QMenu, slot: Callable[[], object]) -> QAction:
        action = QAction(menu)
        action.triggered.connect(slot)
        menu.addAction(action)
        return action

    def _ask_to_sign_in(self) -> None:
        self._actions.ask_to_sign_in()  # without the check mark that Qt would pass

    def _request_to_hide(self, hide: bool) -> None:
        """Keep the check mark as in the settings: saving the click's change may fail."""
        self._hide_amounts.setChecked(self._view is not None and self._view.hide_amounts)
        self._actions.hide_amounts(hide)

    def _show_rows(self, view: TrayView) -> None:
        """Show the figures in the first rows; they stay enabled, as grey rows would look broken."""
        while len(self._rows) > len(view.rows):
            row = self._rows.pop()
            self._menu.removeAction(row)
            row.deleteLater()
        while len(self._rows) < len(view.rows):
            row = QAction(self._menu)
            row.triggered.connect(self._actions.open_popup)
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

    def _look_for_tray(self) -> None:
        if self._icon is not None or not QSystemTrayIcon.isSystemTrayAvailable():
            self._look.setInterval(min(self._look.interval() * 2, _SLOWEST_LOOK_MS))
            return
        self._look.stop()
        self._missing.stop()
        self._icon = QSystemTrayIcon(self)
        self._show_icon()
        self._icon.activated.connect(self._activated)
        self._icon.setContextMenu(self._menu)
        self._icon.show()
        self.built.emit(self._icon)

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        reasons = QSystemTrayIcon.ActivationReason
        if reason in (reasons.Trigger, reasons.DoubleClick):
            self._actions.toggle_popup()
        elif reason == reasons.MiddleClick:
            self._actions.refresh_all()
