"""The popup: all figures of one wallet, and a banner with the one button that helps."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QCursor, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from wallet_tray.ui.chart.panel import HistoryPanel
from wallet_tray.ui.popup.balance_panel import BalancePanel
from wallet_tray.ui.popup.banner import BannerBox
from wallet_tray.ui.popup.drops import DropsList
from wallet_tray.ui.popup.focus_dismissal import FocusDismissal
from wallet_tray.ui.popup.footer import AccountRow, PopupFooter
from wallet_tray.ui.popup.header import PopupHeader
from wallet_tray.ui.popup.placement import free_of_panels, kept_on_screen, popup_position
from wallet_tray.ui.popup.presenter import Banner, PopupView
from wallet_tray.ui.user_actions import UserActions
from wallet_tray.ui.widgets.fitting import FittingScrollArea, height_needed, settle

WIDTH = 340
_WIDTH_IN_FIGURES = 42  # a large font needs more than WIDTH
_GRID = 8


class Popup(QFrame):
    """A window that shows a popup view; Esc, a click outside or the tray icon closes it.

    On X11, Windows and macOS it is a popup of the window system. Wayland shows no popup without a
    parent that had the focus. There it is a frameless window that the compositor places and that
    closes when it loses the focus. The same applies on X11 while a screen reader is active, as Qt
    hides popups from screen readers. ``as_window`` makes it an ordinary window, for desktops
    without a tray. It then has a quit button, as nothing else there can end the program.

    Signals:
        closed(): the popup was hidden.
    """

    closed = Signal()

    def __init__(self, actions: UserActions, *, as_window: bool = False) -> None:
        super().__init__()
        self.as_window = as_window
        self._is_placed = not as_window and QGuiApplication.platformName() != "wayland"
        self._is_popup = False
        if not as_window:
            self.setFrameShape(QFrame.Shape.StyledPanel)
            self._choose_kind()
            FocusDismissal(self).left.connect(self._on_left)
        self.setWindowTitle(self.tr("Wallet Tray"))
        self._view: PopupView | None = None
        self._width_of_bar = 0
        self._build(actions)

    def show_view(self, view: PopupView) -> None:
        """Copy the view into the widgets; only changed parts move."""
        if view == self._view:
            return
        self._view = view
        self._body.setVisible(True)
        self._head.show_view(view)
        self._balance.show_view(view)
        self._history.show_view(view.chart)
        self._drops.show_rows(view.drops)
        self._account.show_wallet_id(view.wallet_id)
        self._foot.show_updated(view.updated, refreshing=view.refreshing)
        self._banner.show_banner(view.banner)
        self.setAccessibleDescription(_spoken(view))
        self._fit_figures()
        if self.isVisible():
            self._fit()

    def show_banner(self, banner: Banner) -> None:
        """Show only a banner, for the case without a wallet."""
        self._view = None
        self._body.setVisible(False)
        self._head.show_nothing()
        self._foot.show_nothing()
        self._banner.show_banner(banner)
        self._fit()

    def show_accounts(self, labels: list[str], chosen: int) -> None:
        """Offer a choice between several accounts; with one account, show only its name."""
        self._head.show_accounts(labels, chosen)
        if self.isVisible():
            self._fit()

    def open(self) -> None:
        """Show the popup near the tray and give it the keyboard focus."""
        if not (self.as_window or self.isVisible()):
            self._choose_kind()
        self._fit()
        if self._is_placed:
            self.move(popup_position(self.size()))
        self.show()
        self._fit()  # once on its screen and styled, some parts need slightly more room
        self.raise_()
        self.activateWindow()
        self._foot.focus_refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QEvent) -> None:
        super().hideEvent(event)  # type: ignore[arg-type]
        self.closed.emit()

    def sizeHint(self) -> QSize:
        width = self._width() + self._width_of_bar
        return QSize(width, height_needed(self, width))

    def _choose_kind(self) -> None:
        is_unheard = QGuiApplication.platformName() == "xcb" and QAccessible.isActive()
        self._is_popup = self._is_placed and not is_unheard
        kind = Qt.WindowType.Popup if self._is_popup else Qt.WindowType.Tool
        if self.windowType() is not kind:
            self.setWindowFlags(kind | Qt.WindowType.FramelessWindowHint)

    def _on_left(self) -> None:
        if not self._is_popup:
            self.close()

    def _build(self, actions: UserActions) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * _GRID, 2 * _GRID, 2 * _GRID, _GRID)
        layout.setSpacing(_GRID)
        self._banner = BannerBox()
        self._banner.remedy_requested.connect(actions.apply_remedy)
        self._body = FittingScrollArea(self._make_body(actions))
        self._foot = PopupFooter(with_quit=self.as_window)
        self._foot.quit_requested.connect(actions.quit)
        self._foot.refresh_requested.connect(actions.refresh)
        self._foot.settings_requested.connect(actions.open_settings)
        for part in (self._banner, self._body, _line(), self._foot):
            layout.addWidget(part)

    def _make_body(self, actions: UserActions) -> QWidget:
        """Return a widget with everything that belongs to one wallet, in reading order."""
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GRID)
        self._head = PopupHeader()
        self._head.account_chosen.connect(actions.choose_account)
        self._head.snooze_requested.connect(actions.snooze)
        self._balance = BalancePanel()
        self._balance.top_up_requested.connect(actions.top_up)
        self._history = HistoryPanel()
        self._history.switch.span_chosen.connect(actions.choose_range)
        self._drops, self._account = DropsList(), AccountRow()
        for part in (self._head, self._balance, self._history, self._drops, self._account):
            layout.addWidget(part)
        return body

    def _width(self) -> int:
        figures = self.fontMetrics().horizontalAdvance("0" * _WIDTH_IN_FIGURES)
        return max(WIDTH, figures) + self._foot.width_of_quit

    def _fit(self) -> None:
        """Fit the width to the font and the height to the content, and stay on the screen.

        Needed also after the banner has become shorter, or any part longer.
        """
        self._fit_figures()
        self._fit_body()
        self.setFixedWidth(self._width() + self._width_of_bar)
        settle(self)
        self.resize(self.sizeHint())
        if self.isVisible() and self._is_placed:
            self.move(kept_on_screen(self.geometry()))

    def _fit_body(self) -> None:
        """Limit the body's height, so that banner and buttons stay on the screen.

        With a large font the complete popup may be higher than the screen.
        """
        width = self._width_inside()
        settle(self)
        self._width_of_bar = self._body.fit(width)
        excess = self.sizeHint().height() - self._room_below_panels()
        if excess > 0:
            self._width_of_bar = self._body.fit(width, excess)

    def _room_below_panels(self) -> int:
        screen = None if self.isVisible() else QGuiApplication.screenAt(QCursor.pos())
        frame = self.frameSize().height() - self.height()
        return free_of_panels(screen or self.screen()).height() - frame - _GRID

    def _fit_figures(self) -> None:
        self._balance.fit(self._width_inside())

    def _width_inside(self) -> int:
        return self._width() - 2 * self.frameWidth() - 4 * _GRID


def _line() -> QFrame:
    return QFrame(frameShape=QFrame.Shape.HLine, frameShadow=QFrame.Shadow.Sunken)


def _spoken(view: PopupView) -> str:
    """Return the most important facts, for screen readers when the popup opens."""
    parts = [f"{view.available}\u00a0{view.unit}".strip(), view.status]
    parts += [view.banner.text] if view.banner else []
    return ". ".join(part.rstrip(".") for part in parts)
