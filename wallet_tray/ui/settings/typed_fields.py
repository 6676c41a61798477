"""Fields of the settings window with typed input: texts, limits, interval and proxy."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from wallet_tray.domain.settings_schema import LABEL, Setting
from wallet_tray.text.amounts import typed_number, typed_text
from wallet_tray.text.locale import Locale
from wallet_tray.ui.settings.fields import Counts, SettingField
from wallet_tray.ui.widgets.accessibility import name_choice
from wallet_tray.ui.widgets.labels import plain_label

_DIGITS = 10  # width of a number field


class TextField(SettingField):
    """A name or an address."""

    def __init__(self, setting: Setting[object]) -> None:
        is_address = setting is not LABEL
        super().__init__(setting, Counts.WHEN_LEFT if is_address else Counts.AFTER_A_PAUSE)
        self._text = self._line()
        self.control = self._text
        self.row.addWidget(self._text)

    def value(self) -> object | None:
        return self.setting.parse(self._text.text().strip())

    def show_value(self, value: object) -> None:
        self._text.setText(str(value))
        self._text.setCursorPosition(0)


class LimitField(SettingField):
    """A limit: a check box instead of the label switches it on; number and unit are beside it."""

    def __init__(self, setting: Setting[object], label: str, locale: Locale) -> None:
        super().__init__(setting, Counts.AFTER_A_PAUSE)
        self._locale = locale
        self.switch = QCheckBox(label)
        self.switch.clicked.connect(self._on_switched)
        self._number = _number_line(self._line())
        self.control = self._number
        self.row.addWidget(self._number)
        self._unit = plain_label()
        self._suggestion = setting.suggestion
        self.row.addWidget(self._unit)
        self.row.addStretch()

    def show_unit(self, unit: str, suggestion: Decimal) -> None:
        """Show the unit; a limit that is switched on starts at ``suggestion``."""
        self._unit.setText(unit)
        self._suggestion = suggestion

    def name(self, text: str) -> None:
        super().name(text)
        self.switch.setAccessibleName(text)

    def value(self) -> object | None:
        if not self.switch.isChecked():
            return Decimal(0)
        number = typed_number(self._number.text(), self._locale)
        return self.setting.parse(number) if number else None

    def show_value(self, value: object) -> None:
        is_on = isinstance(value, Decimal) and value > 0
        self.switch.setChecked(is_on)
        self._number.setEnabled(is_on)
        number = value if isinstance(value, Decimal) and is_on else self._suggestion
        self._number.setText(typed_text(number, self._locale))

    def _on_switched(self, is_on: bool) -> None:
        self._number.setEnabled(is_on)
        if is_on:
            self._number.setFocus()
            self._number.selectAll()
        self.edited.emit()
        self.left.emit()


class IntervalField(SettingField):
    """A number and its unit of time."""

    def __init__(self, setting: Setting[object], locale: Locale) -> None:
        super().__init__(setting, Counts.AFTER_A_PAUSE)
        self._locale = locale
        self._number = _number_line(self._line())
        self._unit = QComboBox()
        for text, seconds in ((_tr("seconds"), 1), (_tr("minutes"), 60), (_tr("hours"), 3600)):
            self._unit.addItem(text, seconds)
        self._unit.activated.connect(self._on_edited)
        self._unit.activated.connect(self.left)
        self.control = self._number
        self.row.addWidget(self._number)
        self.row.addWidget(self._unit)
        name_choice(self._unit, _tr("Unit of time"))
        self.row.addStretch()

    def value(self) -> object | None:
        number = typed_number(self._number.text(), self._locale)
        return None if number is None else self.setting.parse(number * self._unit.currentData())

    def show_value(self, value: object) -> None:
        seconds = int(str(value))
        places = range(self._unit.count())
        place = max(i for i in places if seconds % self._unit.itemData(i) == 0)
        self._unit.setCurrentIndex(place)
        self._number.setText(str(seconds // self._unit.itemData(place)))


class ProxyField(SettingField):
    """The system's proxy, none, or a custom address."""

    def __init__(self, setting: Setting[object], translate: Callable[[str], str]) -> None:
        super().__init__(setting, Counts.WHEN_LEFT)
        self._choices = QComboBox()
        for word, label in setting.choices:
            self._choices.addItem(translate(label), word)
        self._choices.activated.connect(self._on_chosen)
        self._address = self._line()
        self._address.setAccessibleName(_tr("Address of the proxy"))
        self.control = self._choices
        self.row.addWidget(self._choices)
        self.row.addWidget(self._address, stretch=100)  # all remaining space while visible
        self.row.addStretch(1)

    def value(self) -> object | None:
        return self.setting.parse(self._choices.currentData() or self._address.text().strip())

    def show_value(self, value: object) -> None:
        place = self._choices.findData(value)
        own = self._choices.findData("")
        self._choices.setCurrentIndex(own if place < 0 else place)
        self._address.setText(str(value) if place < 0 else "")
        self._address.setCursorPosition(0)
        self._address.setVisible(place < 0)

    def _on_chosen(self) -> None:
        own = self._choices.currentData() == ""
        self._address.setVisible(own)
        if own:
            self._address.setFocus()
        self.edited.emit()
        self.left.emit()


def _number_line(line: QLineEdit) -> QLineEdit:
    width = line.fontMetrics().horizontalAdvance("0") * _DIGITS + 4 * line.fontMetrics().height()
    line.setFixedWidth(width)
    return line


def _tr(text: str) -> str:
    return QCoreApplication.translate("TypedFields", text)
