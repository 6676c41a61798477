"""Findings about the program's files and the program itself."""

from wallet_tray.text.doctor import Words

SETTINGS_FINE = Words("{file} is read without a fault.")
SETTINGS_ABSENT = Words("There is no settings file, so the defaults are in force.")
SETTINGS_GONE = Words(
    "{file}, which listed accounts, is gone, and no account was examined.",
    "Put it back, or write an account into a new one.",
)
VARIABLE_UNUSED = Words(
    "{variable} is set and not used: {file} lists no account any more.",
    "Put the file back, or write the account that it is for into it.",
)
SETTINGS_NOT_TOML = Words(
    "{file} is no valid TOML, so it is not in force, and no account was examined.",
    "Correct it, or move it away to start over.",
)
SETTINGS_UNREADABLE = Words(
    "{file} cannot be read, and no account was examined.",
    "Check its permissions, or move it away to start over.",
)
SETTINGS_SILENT = Words(
    "The settings could not be read in time, and no account was examined.",
    "Check whether the disk or network drive with your files works.",
)
SETTINGS_NEWER = Words(
    "{file} was written by a newer version: it is used, but never changed.",
    "Install the newest version of this program.",
)
VALUE_FAULT = Words("In {file} {key} must be {must_be}; its default is in force.", "Correct {key}.")
ACCOUNT_FAULT = Words(
    "In {file} {key} must be {must_be}; until then the account is switched off.", "Correct {key}."
)
FURTHER_FAULTS = Words(
    "{count} more values in {file} cannot be used.", "Correct the ones above first."
)
UNKNOWN_KEYS = Words(
    "{file} has keys that are not known and have no effect: {keys}.",
    "Check their spelling.",
)
FILES_PRIVATE = Words("The folders of this program are open to you alone.")
FOLDER_LOOSE = Words(
    "Other users of this computer can look into {folder}.", "Run: chmod go-rwx {typed}"
)
FOLDER_FOREIGN = Words(
    "{folder} belongs to another user, so nothing is kept there.",
    "Move it away, or have its owner changed to you.",
)
PROXY_LOGIN_OPEN = Words(
    "{file} holds the proxy's password, and other users of this computer can read it.",
    "Run: chmod go-rwx {typed}",
)
FILES_SILENT = Words(
    "The folders of this program could not be looked at in time.",
    "Check whether the disk or network drive with your files works.",
)

HISTORY_EMPTY = Words("Nothing is recorded yet.")
HISTORY_FINE = Words("The history can be read: {size}.")
HISTORY_LARGE = Words(
    "The history can be read, but is larger than it should grow: {size}.",
    "Start the tray program: it thins the history out.",
)
HISTORY_UNREADABLE = Words(
    "The history in {file} cannot be read.",
    "Check its permissions, or move it away: a new one is begun.",
)
HISTORY_TOO_LONG = Words(
    "The path of the history is too long for SQLite, so nothing is recorded: {file}.",
    "Set XDG_DATA_HOME to a folder with a shorter path.",
)
HISTORY_DAMAGED = Words(
    "The history in {file} is no history, or is damaged.",
    "Nothing to do: at the next balance it is set aside and a new one is begun.",
)
HISTORY_NEWER = Words(
    "The history was written by a newer version, so nothing is recorded.",
    "Install the newest version of this program.",
)
NO_SQLITE = Words(
    "Nothing is recorded, as this Python lacks SQLite.",
    "Install it with the system's package manager, often as python3-sqlite3.",
)
HISTORY_SILENT = Words(
    "The history could not be read in time.",
    "Check whether the disk or network drive with your files works.",
)
AUTOSTART_FINE = Words("The program starts at login.")
AUTOSTART_OTHER = Words(
    "Another copy of the program starts at login: {program}.",
    "To have this one started, switch 'Start at login' off and on in its settings.",
)
AUTOSTART_GONE = Words(
    "What is to start at login is gone, or no longer finds the program: {program}.",
    "Switch 'Start at login' on in the settings to have this copy started.",
)
AUTOSTART_SILENT = Words(
    "What starts at login could not be looked at in time.",
    "Check whether the disk or network drive with your files works.",
)
PROGRAM_RUNS = Words("The tray program runs.")
PROGRAM_SILENT = Words(
    "The tray program runs, but does not react.",
    "End it and start it again: 'wallet-tray'.",
)
PROGRAM_WITHOUT_DOOR = Words(
    "The tray program runs, but a second start cannot reach it.",
    "End it and start it again: 'wallet-tray'.",
)
PROGRAM_ABSENT = Words("The tray program does not run.", "Start it: 'wallet-tray'.")
VERSIONS = Words("{versions}.")
QT_BREAKS = Words(
    "PySide6 {version} ends programs on Python {python} within hours (PYSIDE-3474).",
    "Run: pip install 'PySide6-Essentials<6.12'",
)
PACKAGE_MISSING = Words("The package {package} is missing.", "Reinstall this program.")
