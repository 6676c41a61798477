"""The fields of the settings window: their base, and those without typed input."""

from collections.abc import Callable
from datetime import date
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QStandardPaths, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStyle,
    QToolButton,
    QWidget,
)

from wallet_tray.domain.account import NO_ACCOUNT_ID, AccountId
from wallet_tray.domain.settings_schema import LANGUAGES, Setting
from wallet_tray.ui.widgets.accessibility import name_choice
from wallet_tray.ui.widgets.labels import HintLabel


class Counts(Enum):
    """The moment at which a change takes effect."""

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


# Qt names these plain codes after one country each: "American English", "español de España".
_OWN_NAMES = {
    "en": "English",
    "de": "Deutsch",
    "it": "Italiano",
    "es": "Español",
    "fr": "Français",
    "zh_CN": "简体中文",
}


class FlagField(SettingField):
    """A check box with its own label."""

    def __init__(self, setting: Setting[object], label: str) -> None:
        super().__init__(setting)
        self._box = QCheckBox(label)
        self._box.clicked.connect(self._on_edited)
        self.control = self._box
        self.row.addWidget(self._box)
        self.row.addStretch()

    def value(self) -> object | None:
        return self._box.isChecked()

    def show_value(self, value: object) -> None:
        self._box.setChecked(bool(value))


class ChoiceField(SettingField):
    """A choice between the setting's words in the file, each with a label."""

    def __init__(self, setting: Setting[object], translate: Callable[[str], str]) -> None:
        super().__init__(setting)
        self._choices = QComboBox()
        for word, label in setting.choices:
            self._choices.addItem(translate(label), str(word))
        self._choices.activated.connect(self._on_edited)
        self.control = self._choices
        self.row.addWidget(self._choices)
        self.row.addStretch()

    def value(self) -> object | None:
        return self.setting.parse(self._choices.currentData())

    def show_value(self, value: object) -> None:
        self._choices.setCurrentIndex(self._choices.findData(str(value)))


class LanguageField(ChoiceField):
    """The languages by their own names, including one that was written into the file."""

    def __init__(self, setting: Setting[object], translate: Callable[[str], str]) -> None:
        super().__init__(setting, translate)
        for code in LANGUAGES:
            self._choices.addItem(_own_name(code), code)

    def show_value(self, value: object) -> None:
        code = str(value)
        if self._choices.findData(code) < 0:
            self._choices.addItem(_own_name(code), code)
        super().show_value(code)


def _own_name(code: str) -> str:
    if code in _OWN_NAMES:
        return _OWN_NAMES[code]
    locale = QLocale(code)
    name = locale.nativeLanguageName()
    if locale.language() is QLocale.Language.C or not name:
        return code
    return name[:1].upper() + name[1:]


class ExportField(QWidget):
    """A field for one account at a time; ``note`` shows the result of its last export.

    Signals:
        export_requested(str, str, bool): the account's id, a path, and whether the user has agreed
            to replace the existing file.
    """

    export_requested = Signal(str, str, bool)

    def __init__(self, text: str) -> None:
        super().__init__()
        self._button = QPushButton(text, autoDefault=False)
        self._button.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._button)
        row.addStretch()
        help_text = self.tr("All that was recorded of this account, as a table (CSV).")
        self.note = HintLabel(help_text, self._button)
        self._account_id = NO_ACCOUNT_ID

    def show_account(self, account_id: AccountId) -> None:
        """Show another account; "" for none."""
        if account_id != self._account_id:
            self._account_id = account_id
            self.note.show_advice("")
        self.setEnabled(bool(account_id))

    def show_done(self, account_id: AccountId, sentence: str) -> None:
        """Show the result of that account's export."""
        if account_id == self._account_id:
            self.note.show_advice(sentence)

    def _ask(self) -> None:
        today = date.today().isoformat()  # noqa: DTZ011  the user's own day, as in their folders
        name = f"wallet-tray-{self._account_id}-{today}.csv"
        folder = _documents()
        dialog = QFileDialog(self, self.tr("Export history"), str(folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilters([self.tr("Tables (*.csv)"), self.tr("All files (*)")])
        # No default extension: some desktops ask about the name without it, then replace the file
        # with it.
        dialog.selectFile(str(folder / name))
        dialog.fileSelected.connect(self._on_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_chosen(self, path: str) -> None:
        # The dialog asked about an existing file. A file created after this moment is kept.
        self.export_requested.emit(self._account_id, path, Path(path).exists())


def _documents() -> Path:
    """Return the user's documents folder, or the home if there is none (it is only a name then)."""
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(documents))
    return folder if folder.is_dir() else Path.home()
