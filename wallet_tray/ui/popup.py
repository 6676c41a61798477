"""The popup: all figures of one wallet, and a banner with the one button that helps."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
)

from wallet_tray.ui.balance_label import balance_label, fit_figures
from wallet_tray.ui.banner import BannerBox
from wallet_tray.ui.elided_label import ElidedLabel
from wallet_tray.ui.labels import plain_label, quiet_label
from wallet_tray.ui.popup_placement import popup_position
from wallet_tray.ui.popup_presenter import Banner, PopupView
from wallet_tray.ui.snooze_menu import SnoozeMenu
from wallet_tray.ui.state_dot import StateDot

WIDTH = 340
_GRID = 8
_COPIED_MS = 1500


class Popup(QFrame):
    """Shows a popup view; Esc, a click outside or the icon closes it.

    On X11, Windows and macOS it is a popup of the window system; Wayland shows no popup without a
    parent that had the focus, so there it is a frameless window that closes when it loses it.

    Signals:
        refresh_requested(), top_up_requested(), settings_requested(): wishes of the user.
        remedy_requested(Remedy): the banner's button.
        snooze_requested(SnoozeChoice): quiet for a while, or no longer.
        account_chosen(int): another of several accounts, by its place.
        opened(), closed(): it was shown or hidden.
    """

    refresh_requested = Signal()
    top_up_requested = Signal()
    settings_requested = Signal()
    remedy_requested = Signal(object)
    snooze_requested = Signal(object)
    account_chosen = Signal(int)
    opened = Signal()
    closed = Signal()

    def __init__(self, *, as_window: bool = False) -> None:
        super().__init__()
        self._as_window = as_window
        self._is_popup = not as_window and QGuiApplication.platformName() != "wayland"
        if not as_window:
            kind = Qt.WindowType.Popup if self._is_popup else Qt.WindowType.Tool
            self.setWindowFlags(kind | Qt.WindowType.FramelessWindowHint)
            self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setWindowTitle(self.tr("Wallet Tray"))
        self.setFixedWidth(WIDTH)
        self._view: PopupView | None = None
        self._was_active = False
        self._copied = QTimer(self, singleShot=True, interval=_COPIED_MS)
        self._copied.timeout.connect(self._show_copy)
        self._build()

    # -- what the app calls

    def show_view(self, view: PopupView) -> None:
        """Copy the view into the widgets; nothing moves but what changed."""
        if view == self._view:
            return
        self._view = view
        self._dot.show_level(view.level, current=view.current)
        self._label.setText(view.label)
        self._available.setText(view.available)
        self._available.setToolTip(view.exact)
        self._unit.setText(view.unit)
        self._status.setText(view.status)
        self._total.setText(view.total)
        self._reserved.setText(view.reserved)
        self._due.setText(view.amount_due)
        self._account_id.setText(view.account_id or "–")
        self._copy.setEnabled(bool(view.account_id))
        self._updated.setText(view.updated)
        self._refresh.setText(self.tr("Refreshing…") if view.refreshing else self.tr("Refresh"))
        self._top_up.setVisible(view.can_top_up)
        self._snooze.setText(self.tr("Snoozed") if view.snoozed else self.tr("Snooze"))
        self._snooze_menu.show_snoozed(view.snoozed)
        self._banner.show_banner(view.banner)
        for widget in (self._snooze, self._refresh):
            widget.setEnabled(True)
        self._fit_available()
        if self.isVisible():
            self._fit_height()

    def show_banner(self, banner: Banner) -> None:
        """For the one case in which there is no wallet to show."""
        self._view = None
        for widget in (self._snooze, self._copy, self._refresh):
            widget.setEnabled(False)
        self._top_up.setVisible(False)
        self._banner.show_banner(banner)
        self._fit_height()

    def show_accounts(self, labels: list[str], chosen: int) -> None:
        """Offer a choice where there are several accounts; one is named and that is all."""
        if [self._accounts.itemText(i) for i in range(self._accounts.count())] != labels:
            self._accounts.blockSignals(True)
            self._accounts.clear()
            self._accounts.addItems(labels)
            self._accounts.blockSignals(False)
        self._accounts.setCurrentIndex(chosen)
        self._accounts.setVisible(len(labels) > 1)
        self._label.setVisible(len(labels) < 2)

    def open(self) -> None:
        """Show it near the tray and give it the keyboard."""
        self._fit_height()
        if not self._as_window:
            self.move(popup_position(self.size()))
        self._was_active = False
        self.show()
        self.raise_()
        self.activateWindow()
        self._refresh.setFocus(Qt.FocusReason.PopupFocusReason)
        self.opened.emit()

    # -- what Qt calls

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ActivationChange and not (self._is_popup or self._as_window):
            if self.isActiveWindow():
                self._was_active = True
            elif self._was_active:  # focus-follows-mouse must not close it before it was entered
                self.close()
        super().changeEvent(event)

    def hideEvent(self, event: QEvent) -> None:
        super().hideEvent(event)  # type: ignore[arg-type]
        self.closed.emit()

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return QSize(WIDTH, layout.totalHeightForWidth(WIDTH) if layout else 0)

    # -- inside

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * _GRID, 2 * _GRID, 2 * _GRID, 2 * _GRID)
        layout.setSpacing(_GRID)
        self._banner = BannerBox()
        self._banner.remedy_requested.connect(self.remedy_requested)
        layout.addWidget(self._banner)
        layout.addLayout(self._head())
        layout.addWidget(quiet_label(text=self.tr("Available")))
        layout.addLayout(self._balance())
        self._status = quiet_label(self.tr("Status"))
        layout.addWidget(self._status)
        layout.addSpacing(_GRID)
        layout.addLayout(self._columns())
        layout.addLayout(self._account_row())
        line = QFrame(frameShape=QFrame.Shape.HLine, frameShadow=QFrame.Shadow.Sunken)
        layout.addWidget(line)
        layout.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._dot = StateDot()
        self._label = ElidedLabel(self.tr("Account"), Qt.TextElideMode.ElideRight)
        self._accounts = QComboBox()
        self._accounts.setVisible(False)
        self._accounts.setMinimumContentsLength(8)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self._accounts.setSizeAdjustPolicy(policy)
        self._accounts.setAccessibleName(self.tr("Account"))
        self._accounts.activated.connect(self.account_chosen)
        row.addWidget(self._dot)
        row.addWidget(self._label, stretch=1)
        row.addWidget(self._accounts, stretch=1)
        self._snooze = QPushButton(self.tr("Snooze"))
        self._snooze.setAutoDefault(False)
        self._snooze_menu = SnoozeMenu(self.tr("Snooze alerts"), self._snooze)
        self._snooze_menu.chosen.connect(self.snooze_requested)
        self._snooze.setMenu(self._snooze_menu)
        row.addWidget(self._snooze)
        return row

    def _balance(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(_GRID // 2)
        self._available = balance_label(self.tr("Available balance"))
        self._unit = quiet_label()
        self._top_up = QPushButton(self.tr("Top up…"))
        self._top_up.clicked.connect(self.top_up_requested)
        row.addWidget(self._available)
        row.addWidget(self._unit, alignment=Qt.AlignmentFlag.AlignBottom)
        row.addStretch()
        row.addWidget(self._top_up, alignment=Qt.AlignmentFlag.AlignVCenter)
        return row

    def _fit_available(self) -> None:
        margins = self.contentsMargins()
        room = WIDTH - 4 * _GRID - 2 * _GRID - margins.left() - margins.right()
        room -= self._unit.sizeHint().width()
        if not self._top_up.isHidden():
            room -= self._top_up.sizeHint().width() + _GRID
        fit_figures(self._available, self._unit, room)

    def _fit_height(self) -> None:
        """As high as what is shown needs, also after a banner has become shorter."""
        layout = self.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()
        self.resize(self.sizeHint())

    def _columns(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(_GRID)
        grid.setVerticalSpacing(2)
        self._total, self._reserved, self._due = (
            self._column(grid, place, title, name)
            for place, (title, name) in enumerate(
                (
                    (self.tr("Total"), self.tr("Total balance")),
                    (self.tr("Reserved"), self.tr("Reserved balance")),
                    (self.tr("Amount due"), self.tr("Amount due")),
                )
            )
        )
        return grid

    def _column(self, grid: QGridLayout, place: int, title: str, name: str) -> QLabel:
        value = plain_label(name, selectable=True)
        grid.addWidget(quiet_label(text=title), 0, place)
        grid.addWidget(value, 1, place)
        grid.setColumnStretch(place, 1)
        return value

    def _account_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(quiet_label(text=self.tr("Account ID")))
        self._account_id = ElidedLabel(self.tr("Account ID"), Qt.TextElideMode.ElideMiddle)
        row.addWidget(self._account_id, stretch=1)
        self._copy = QToolButton()
        self._copy.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._copy.setAccessibleName(self.tr("Copy account ID"))
        self._copy.clicked.connect(self._copy_account_id)
        self._show_copy()
        row.addWidget(self._copy)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(_GRID // 2)
        self._updated = quiet_label(self.tr("Updated"))
        row.addWidget(self._updated)
        row.addStretch()
        self._refresh = self._foot_button(self.tr("Refresh"), self.refresh_requested)
        # Wide enough for both of its texts: the foot line must not jump at each refresh.
        self._refresh.setText(self.tr("Refreshing…"))
        self._refresh.setMinimumWidth(self._refresh.sizeHint().width())
        self._refresh.setText(self.tr("Refresh"))
        settings = self._foot_button(self.tr("Settings…"), self.settings_requested)
        for button in (self._refresh, settings):
            row.addWidget(button)
        return row

    def _foot_button(self, text: str, signal: object) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(signal)
        return button

    def _copy_account_id(self) -> None:
        if self._view is not None:
            QGuiApplication.clipboard().setText(self._view.account_id)
            self._copy.setText(self.tr("Copied"))
            self._copied.start()

    def _show_copy(self) -> None:
        self._copy.setText(self.tr("Copy"))
