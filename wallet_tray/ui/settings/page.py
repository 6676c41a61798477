"""One page of the settings window, built from the settings' declarations."""

from collections.abc import Callable, Iterable, Mapping
from string import ascii_lowercase

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from wallet_tray.domain.settings_schema import Entry, Setting
from wallet_tray.text.locale import Locale
from wallet_tray.ui.settings.autosave import LiveFields
from wallet_tray.ui.settings.fields import ChoiceField, FlagField, LanguageField, SettingField
from wallet_tray.ui.settings.typed_fields import IntervalField, LimitField, ProxyField, TextField
from wallet_tray.ui.widgets.labels import HintLabel, plain_label
from wallet_tray.ui.widgets.mnemonics import Mnemonics


class SettingsRows(QGridLayout):
    """A grid of two columns that grows downwards. Labels are aligned in the desktop's style."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        hint = page.style().styleHint(QStyle.StyleHint.SH_FormLayoutLabelAlignment)
        horizontal = Qt.AlignmentFlag(hint) & Qt.AlignmentFlag.AlignHorizontal_Mask
        self._alignment = horizontal | Qt.AlignmentFlag.AlignVCenter
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(_GRID + _GRID // 2)
        self.setVerticalSpacing(0)
        self.setColumnStretch(1, 1)
        self._gap = 0

    def add(self, label: QWidget | None, field: QWidget, note: HintLabel | None = None) -> None:
        """Add a row, separated by a gap from the one above."""
        row = self.rowCount()
        if self._gap:
            self.setRowMinimumHeight(row, self._gap)
            row += 1
        self._gap = _GRID
        if label is not None:
            self.addWidget(label, row, 0, self._alignment)
        self.addWidget(field, row, 1)
        if note is not None:
            self.setRowMinimumHeight(row + 1, _GRID // 4)
            self.addWidget(note, row + 2, 1)

    def part(self) -> None:
        """Add a wider gap before another topic."""
        self._gap = 2 * _GRID + _GRID // 2


_GRID = 8


class SettingsPage(QScrollArea):
    """A column of fields; it scrolls if the screen is too small.

    ``save`` receives each change: keys of the settings and their new values.
    """

    def __init__(
        self,
        mnemonics: Mnemonics,
        locale: Locale,
        save: Callable[[Mapping[str, object]], object] = lambda _changes: None,
    ) -> None:
        super().__init__()
        self._save = save
        self._mnemonics = mnemonics
        self._locale = locale
        self._rows: dict[str, tuple[SettingField, HintLabel]] = {}
        self.fields = LiveFields(self)
        self.fields.changed.connect(self._on_changed)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it scrolls to the focused field
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.inside = QWidget()
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(2 * _GRID, 2 * _GRID, 2 * _GRID, 2 * _GRID)
        self.column.setSpacing(2 * _GRID)
        self.setWidget(self.inside)
        for ground in (self.viewport(), self.inside):  # the tab's background shows through
            ground.setAutoFillBackground(False)

    def show_values(self, values: Mapping[str, object]) -> None:
        """Show the values in force, by key."""
        self.fields.show(values)

    def show_refused(self) -> None:
        """Show the values in force again, after a change was not saved."""
        self.fields.take_back()

    def rows(self) -> SettingsRows:
        """Add a new block of rows at the end of the page."""
        rows = SettingsRows(self)
        self.column.addLayout(rows)
        return rows

    def add_settings(
        self, rows: SettingsRows, settings: Iterable[Setting[object]], *, explained: bool = True
    ) -> None:
        """Add a row for each setting, in this order.

        It has the setting's help and a mnemonic, unless it is ``explained`` elsewhere: the letters
        of a page are limited.
        """
        for setting in settings:
            self.add_setting(rows, setting, explained=explained)

    def add_setting(
        self, rows: SettingsRows, setting: Setting[object], *, explained: bool = True
    ) -> SettingField:
        """Add a row for one setting, and the note below it."""
        text = translated(setting.label)
        letters = self._mnemonics if explained else Mnemonics(ascii_lowercase)
        field = self._field(setting, text, letters)
        field.name(text)
        note = HintLabel(translated(setting.help) if explained else "", field.control)
        if isinstance(field, LimitField):
            rows.add(field.switch, field, note)
        elif isinstance(field, FlagField):
            rows.add(None, field, note)
        else:
            rows.add(self.label_of(field.control, text), field, note)
        self.fields.add(setting.key, field, note, translated(setting.advice))
        self._rows[setting.key] = (field, note)
        return field

    def show_row(self, setting: Setting[object], *, visible: bool) -> None:
        """Show or hide the row of a setting."""
        field, note = self._rows[setting.key]
        for widget in (field, note, field.switch if isinstance(field, LimitField) else field):
            widget.setVisible(visible)

    def label_of(self, control: QWidget, text: str) -> QLabel:
        """Return a label with a mnemonic for its control."""
        label = plain_label(text=self._mnemonics.give(text))
        label.setBuddy(control)
        return label

    def _on_changed(self, changes: Mapping[str, object]) -> None:
        self._save(changes)

    def _button(self, text: str, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(self._mnemonics.give(text))
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _field(self, setting: Setting[object], text: str, letters: Mnemonics) -> SettingField:
        match setting.entry:
            case Entry.FLAG:
                return FlagField(setting, letters.give(text))
            case Entry.LANGUAGE:
                return LanguageField(setting, translated)
            case Entry.INTERVAL:
                return IntervalField(setting, self._locale)
            case Entry.LIMIT:
                return LimitField(setting, letters.give(text), self._locale)
            case Entry.PROXY:
                return ProxyField(setting, translated)
            case Entry.TEXT:
                return TextField(setting)
            case _:
                return ChoiceField(setting, translated)


def translated(source: str) -> str:
    """Return a text of the declarations in the reader's language."""
    return QCoreApplication.translate("settings", source) if source else ""
