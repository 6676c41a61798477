"""The popup's first row: account, state, and snoozing of alerts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from wallet_tray.ui.popup.presenter import PopupView
from wallet_tray.ui.settings.account_choice import AccountChoice
from wallet_tray.ui.widgets.labels import ElidedLabel, muted_label
from wallet_tray.ui.widgets.snooze_menu import SnoozeMenu
from wallet_tray.ui.widgets.state_dot import StateDot


class PopupHeader(QWidget):
    """The account's name, or a choice of several; below it a short state.

    Signals:
        account_chosen(int): the index of another account.
        snooze_requested(SnoozeChoice): snooze or resume alerts.
    """

    account_chosen = Signal(int)
    snooze_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._dot = StateDot()
        self._label = ElidedLabel(self.tr("Account"), Qt.TextElideMode.ElideRight)
        self._accounts = AccountChoice(self)
        self._accounts.setVisible(False)
        self._accounts.activated.connect(self.account_chosen)
        self._snooze = QPushButton(self.tr("Snooze"))
        self._snooze.setAutoDefault(False)
        self._snooze_menu = SnoozeMenu(self._snooze)
        self._snooze_menu.chosen.connect(self.snooze_requested)
        self._snooze.setMenu(self._snooze_menu)
        self._status = muted_label(self.tr("Status"))
        self._status.setWordWrap(True)
        self._arrange()

    def show_view(self, view: PopupView) -> None:
        """Show the view's head."""
        self._dot.show_level(view.level, current=view.current, notice=view.notice)
        self._label.setText(view.label)
        self._status.setText(view.status)
        self._snooze.setText(self.tr("Snoozed") if view.snoozed else self.tr("Snooze"))
        self._snooze_menu.show_snoozed(view.snoozed)
        self._snooze.setEnabled(True)

    def show_accounts(self, labels: Sequence[str], chosen: int) -> None:
        """Show a choice of several accounts, or a single account's name."""
        if [self._accounts.itemText(i) for i in range(self._accounts.count())] != list(labels):
            self._accounts.blockSignals(True)
            self._accounts.clear()
            self._accounts.addItems(labels)
            self._accounts.blockSignals(False)
        self._accounts.setCurrentIndex(chosen)
        self._accounts.setVisible(len(labels) > 1)
        self._label.setVisible(len(labels) < 2)

    def show_nothing(self) -> None:
        """Show the row without a wallet whose alerts could be snoozed."""
        self._snooze.setEnabled(False)

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.addWidget(self._dot, 0, 0)
        grid.addWidget(self._label, 0, 1)
        grid.addWidget(self._accounts, 0, 1)
        grid.addWidget(self._snooze, 0, 2)
        grid.addWidget(self._status, 1, 0, 1, 3)
        grid.setColumnStretch(1, 1)
