"""The base of all fields in the settings window."""

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QStyle, QToolButton, QWidget

from wallet_tray.domain.settings_schema import Setting
from wallet_tray.ui.widgets.accessibility import name_choice


class Counts(Enum):
    """When a change takes effect."""

    AT_ONCE = auto()
    AFTER_A_PAUSE = auto()
    WHEN_LEFT = auto()  # an incomplete address may be another host's


class SettingField(QWidget):
    """A field for one setting. ``control`` is the part that takes the keyboard focus.

    Signals:
        edited(): the user changed it; ``value`` returns the new content.
        left(): typing has finished.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, setting: Setting[object], counts: Counts = Counts.AT_ONCE) -> None:
        super().__init__()
        self.setting = setting
        self.counts = counts
        self.control: QWidget = self
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self._warning: QAction | None = None

    def value(self) -> object | None:
        """Return the value as in the settings file, or None while it is invalid."""
        raise NotImplementedError

    def show_value(self, value: object) -> None:
        """Show this value without emitting ``edited``."""
        raise NotImplementedError

    def show_right(self, *, right: bool) -> None:
        """Mark invalid input with a symbol, not by colour alone."""
        if self._warning is not None:
            self._warning.setVisible(not right)

    def has_keyboard(self) -> bool:
        """Return whether this field has the focus, or will get it back with its window."""
        keyboard = self.window().focusWidget()
        return keyboard is not None and self.isAncestorOf(keyboard)

    def name(self, text: str) -> None:
        """Set the accessible name for screen readers."""
        if isinstance(self.control, QComboBox):
            name_choice(self.control, text)
        else:
            self.control.setAccessibleName(text)

    def _line(self) -> QLineEdit:
        """Return a line edit, connected like all of them."""
        line = QLineEdit()
        line.textEdited.connect(self._on_edited)
        line.editingFinished.connect(self._on_finished)
        warning = self.style().standardIcon(QStyle.StandardPixmap.SP_MessageBoxWarning)
        self._warning = line.addAction(QIcon(warning), QLineEdit.ActionPosition.TrailingPosition)
        # Not tr: its context would be the field's own class.
        name = QCoreApplication.translate("SettingFields", "Cannot be used")
        for sign in self._warning.associatedObjects():
            if isinstance(sign, QToolButton):
                sign.setAccessibleName(name)
        self._warning.setVisible(False)
        return line

    def _on_edited(self, *_: object) -> None:
        self.edited.emit()

    def _on_finished(self) -> None:
        if self.isActiveWindow():  # the user may be fetching the rest from another window
            self.left.emit()
