"""Fields with a choice instead of typed input."""

from collections.abc import Callable

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QCheckBox, QComboBox

from wallet_tray.domain.settings_schema import LANGUAGES, Setting
from wallet_tray.ui.settings.fields import SettingField

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
