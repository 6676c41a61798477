"""What all fields of the settings window have in common."""

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QStyle, QToolButton, QWidget

from wallet_tray.domain.setting_declarations import Setting
from wallet_tray.ui.spoken_label import name_choice


class Counts(Enum):
    """When a change counts."""

    AT_ONCE = auto()
    AFTER_A_PAUSE = auto()
    WHEN_LEFT = auto()  # half an address may be the address of somebody else


class SettingField(QWidget):
    """A field for one setting. ``control`` is the part that has the keyboard.

    Signals:
        edited(): the user changed it; ``value`` tells what it holds now.
        left(): what was typed is finished.
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
        """The value as the settings file would have it, or None while it holds none."""
        raise NotImplementedError

    def show_value(self, value: object) -> None:
        """Show this value; ``edited`` is not emitted."""
        raise NotImplementedError

    def show_right(self, *, right: bool) -> None:
        """Mark what is typed, with a sign and not by colour alone, where it cannot be."""
        if self._warning is not None:
            self._warning.setVisible(not right)

    def has_keyboard(self) -> bool:
        """True while the keyboard is with this field, or comes back to it with its window."""
        keyboard = self.window().focusWidget()
        return keyboard is not None and self.isAncestorOf(keyboard)

    def name(self, text: str) -> None:
        """The name that a screen reader says."""
        if isinstance(self.control, QComboBox):
            name_choice(self.control, text)
        else:
            self.control.setAccessibleName(text)

    def _line(self) -> QLineEdit:
        """A line to type into, wired as all of them are."""
        line = QLineEdit()
        line.textEdited.connect(self._on_edited)
        line.editingFinished.connect(self._on_finished)
        warning = self.style().standardIcon(QStyle.StandardPixmap.SP_MessageBoxWarning)
        self._warning = line.addAction(QIcon(warning), QLineEdit.ActionPosition.TrailingPosition)
        # Not tr: its context would be the field's own class, which is not this one.
        name = QCoreApplication.translate("SettingFields", "Cannot be used")
        for sign in self._warning.associatedObjects():
            if isinstance(sign, QToolButton):
                sign.setAccessibleName(name)
        self._warning.setVisible(False)
        return line

    def _on_edited(self, *_: object) -> None:
        self.edited.emit()

    def _on_finished(self) -> None:
        if self.isActiveWindow():  # whoever goes to another window may be fetching the rest
            self.left.emit()
