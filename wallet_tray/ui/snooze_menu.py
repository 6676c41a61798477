"""The choices of quiet: for an hour, until tomorrow, until the wallet is topped up."""

from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget


class SnoozeChoice(Enum):
    """How long the user wants to hear nothing."""

    AN_HOUR = "an hour"
    UNTIL_TOMORROW = "until tomorrow"
    UNTIL_TOPPED_UP = "until topped up"
    NO_LONGER = "no longer"


class SnoozeMenu(QMenu):
    """A submenu with the choices; "Resume alerts" is there while alerts are snoozed.

    Signals:
        chosen(SnoozeChoice): one of them was picked.
    """

    chosen = Signal(object)

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        for choice, text in (
            (SnoozeChoice.AN_HOUR, self.tr("For 1 hour")),
            (SnoozeChoice.UNTIL_TOMORROW, self.tr("Until tomorrow")),
            (SnoozeChoice.UNTIL_TOPPED_UP, self.tr("Until topped up")),
        ):
            self._add(choice, text)
        self.addSeparator()
        self._resume = self._add(SnoozeChoice.NO_LONGER, self.tr("Resume alerts"))
        self._resume.setVisible(False)
        self.triggered.connect(self._picked)

    def show_snoozed(self, snoozed: bool) -> None:
        """Offer to resume only where there is something to resume."""
        self._resume.setVisible(snoozed)

    def _add(self, choice: SnoozeChoice, text: str) -> QAction:
        action = self.addAction(text)
        action.setData(choice.value)
        return action

    def _picked(self, action: QAction) -> None:
        self.chosen.emit(SnoozeChoice(action.data()))
