"""What is wrong with the settings file, for the popup's banner."""

from wallet_tray.domain.settings import SettingsFault

NOT_TOML = "The settings file is no valid TOML, so it is not in force. Mend settings.toml."
UNREADABLE = "The settings file cannot be read. Check its permissions."
NEWER_NOT_SAVED = "The settings were not saved: the file was written by a newer version."
NOT_SAVED = "The settings were not saved: the file cannot be written. Check its permissions."


def fault_note(fault: SettingsFault) -> str:
    """Which value could not be used, what it must be, and what is in force meanwhile."""
    until = "the account is switched off" if fault.account else "the default is in force"
    return f"{fault.key} in settings.toml must be {fault.must_be}; until then {until}."
