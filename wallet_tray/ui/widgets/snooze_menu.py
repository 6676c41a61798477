"""The snooze choices: for an hour, until tomorrow, until the wallet is topped up."""

from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget


class SnoozeChoice(Enum):
    """The duration of a snooze."""

    AN_HOUR = "an hour"
    UNTIL_TOMORROW = "until tomorrow"
    UNTIL_TOPPED_UP = "until topped up"
    NO_LONGER = "no longer"


class SnoozeMenu(QMenu):
    """A submenu with the choices; "Resume alerts" is visible while alerts are snoozed.

    Signals:
        chosen(SnoozeChoice): the choice made.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._choices = [
            self._add(choice) for choice in SnoozeChoice if choice is not SnoozeChoice.NO_LONGER
        ]
        self.addSeparator()
        self._resume = self._add(SnoozeChoice.NO_LONGER)
        self._resume.setVisible(False)
        self.triggered.connect(self._picked)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        self.setTitle(self.tr("Snooze alerts"))
        texts = (self.tr("For 1 hour"), self.tr("Until tomorrow"), self.tr("Until topped up"))
        for action, text in zip(self._choices, texts, strict=True):
            action.setText(text)
        self._resume.setText(self.tr("Resume alerts"))

    def show_snoozed(self, snoozed: bool) -> None:
        """Show "Resume alerts" only while alerts are snoozed."""
        self._resume.setVisible(snoozed)

    def _add(self, choice: SnoozeChoice) -> QAction:
        action = self.addAction("")
        action.setData(choice.value)
        return action

    def _picked(self, action: QAction) -> None:
        self.chosen.emit(SnoozeChoice(action.data()))
