"""Problems of the settings file, for the popup's banner."""

from collections.abc import Sequence

from wallet_tray.domain.settings import SettingsFault
from wallet_tray.text.locale import ENGLISH, Regional, marked

NOT_TOML = marked(
    "The settings file is no valid TOML, so it is not in force. Correct settings.toml."
)
UNREADABLE = marked("The settings file cannot be read. Check its permissions.")
GONE = marked("settings.toml is gone. Put it back, or change a setting to make a new one.")
NEWER_NOT_SAVED = marked("The settings were not saved: the file was written by a newer version.")
NOT_SAVED = marked(
    "The settings were not saved: the file cannot be written. Check its permissions."
)
DISK_FULL = marked("The settings were not saved: the disk is full.")

_FAULT = marked("{key} in settings.toml must be {must_be}; until then the default is in force.")
_ACCOUNT_FAULT = marked(
    "{key} in settings.toml must be {must_be}; until then the account is switched off."
)


def faults_note(faults: Sequence[SettingsFault], regional: Regional = ENGLISH) -> str:
    """Return which value is invalid, what it must be, and which value is used instead.

    A disabled account comes first; further faults are counted. "" without faults.
    """
    if not faults:
        return ""
    first = min(faults, key=lambda fault: not fault.account)
    note = regional.translate(_ACCOUNT_FAULT if first.account else _FAULT)
    note = note.replace("{must_be}", regional.translate(first.must_be)).replace("{key}", first.key)
    if len(faults) == 2:
        note += " " + regional.translate("There is something wrong with one more value.")
    elif more := len(faults) - 1:
        note += " " + regional.counted("There is something wrong with %n more value(s).", more)
    return note
