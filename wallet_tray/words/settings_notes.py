"""What is wrong with the settings file, for the popup's banner."""

from collections.abc import Sequence

from wallet_tray.domain.settings import SettingsFault

NOT_TOML = "The settings file is no valid TOML, so it is not in force. Mend settings.toml."
UNREADABLE = "The settings file cannot be read. Check its permissions."
NEWER_NOT_SAVED = "The settings were not saved: the file was written by a newer version."
NOT_SAVED = "The settings were not saved: the file cannot be written. Check its permissions."


def faults_note(faults: Sequence[SettingsFault]) -> str:
    """Which value could not be used, what it must be, and what is in force meanwhile.

    A disabled account is named first; further faults are counted. "" where there is none.
    """
    if not faults:
        return ""
    first = min(faults, key=lambda fault: not fault.account)
    until = "the account is switched off" if first.account else "the default is in force"
    note = f"{first.key} in settings.toml must be {first.must_be}; until then {until}."
    if len(faults) > 1:
        more = "one more value" if len(faults) == 2 else f"{len(faults) - 1} more values"
        note += f" There is something wrong with {more}."
    return note
