"""Checks of the program's files: private folders, the history and the settings."""

import os
import stat
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from wallet_tray.credentials.environment import shared_variables
from wallet_tray.diagnostics.finding import (
    Finding,
    Message,
    State,
    Translatable,
    Value,
    shell_path,
    short_path,
)
from wallet_tray.domain.account import AccountId, shown_id
from wallet_tray.domain.setting_parsers import is_nameable
from wallet_tray.domain.settings import NO_PROXY, SYSTEM_PROXY, Settings, SettingsFault
from wallet_tray.storage.former_accounts import FormerAccounts
from wallet_tray.storage.paths import Folders
from wallet_tray.storage.settings_file import (
    LoadedSettings,
    Presence,
    SettingsStore,
    SettingsTrouble,
)
from wallet_tray.text.locale import Locale

NAME = "files"

FILES_PRIVATE = Message("The folders of this program are open to you alone.")
FOLDER_LOOSE = Message(
    "Other users of this computer can look into {folder}.", "Run: chmod go-rwx {typed}"
)
FOLDER_FOREIGN = Message(
    "{folder} belongs to another user, so nothing is kept there.",
    "Move it away, or have its owner changed to you.",
)
FILES_SILENT = Message(
    "The folders of this program could not be looked at in time.",
    "Check whether the disk or network drive with your files works.",
)

_OTHERS = 0o077


def check_files(folders: Folders, instance: Folders) -> Iterator[Finding]:
    """Yield a finding for each folder that others can read, or one that all is well."""
    own = (folders.config, folders.data, folders.state, folders.log, instance.socket_file.parent)
    loose = [finding for folder in dict.fromkeys(own) if (finding := _folder(folder))]
    yield from loose
    if not loose:
        yield Finding(NAME, State.OK, FILES_PRIVATE)


def _folder(folder: Path) -> Finding | None:
    if os.name == "nt":  # the user's folders are private by default
        return None
    try:
        found = folder.stat()
    except OSError:  # created with private access when needed
        return None
    values = {"folder": short_path(folder), "typed": shell_path(folder)}
    if found.st_uid != os.geteuid():
        return Finding(NAME, State.PROBLEM, FOLDER_FOREIGN, values)
    if is_open_to_others(folder):
        return Finding(NAME, State.NOTE, FOLDER_LOOSE, values)
    return None


def is_open_to_others(path: Path) -> bool:
    """Return whether the path's own mode grants other users any access."""
    try:
        return os.name != "nt" and bool(stat.S_IMODE(path.stat().st_mode) & _OTHERS)
    except OSError:
        return False


HISTORY = "history"

HISTORY_EMPTY = Message("Nothing is recorded yet.")
HISTORY_FINE = Message("The history can be read: {size}.")
HISTORY_LARGE = Message(
    "The history can be read, but is larger than it should grow: {size}.",
    "Start the tray program: it thins the history out.",
)
HISTORY_UNREADABLE = Message(
    "The history in {file} cannot be read.",
    "Check its permissions, or move it away: a new one is begun.",
)
HISTORY_TOO_LONG = Message(
    "The path of the history is too long for SQLite, so nothing is recorded: {file}.",
    "Set XDG_DATA_HOME to a folder with a shorter path.",
)
HISTORY_DAMAGED = Message(
    "The history in {file} is no history, or is damaged.",
    "Nothing to do: at the next balance it is set aside and a new one is begun.",
)
HISTORY_NEWER = Message(
    "The history was written by a newer version, so nothing is recorded.",
    "Install the newest version of this program.",
)
NO_SQLITE = Message(
    "Nothing is recorded, as this Python lacks SQLite.",
    "Install it with the system's package manager, often as python3-sqlite3.",
)
HISTORY_SILENT = Message(
    "The history could not be read in time.",
    "Check whether the disk or network drive with your files works.",
)

_LARGEST = 50 << 20  # the history's own size limit, in bytes


def check_history(file: Path) -> Iterator[Finding]:
    """Yield one finding; an empty history is fine."""
    from wallet_tray.history.integrity import Condition, history_state

    found = history_state(file)
    large = found.size > _LARGEST
    fine = (State.NOTE, HISTORY_LARGE) if large else (State.OK, HISTORY_FINE)
    state, said = {
        Condition.ABSENT: (State.OK, HISTORY_EMPTY),
        Condition.FINE: fine,
        Condition.NEWER: (State.NOTE, HISTORY_NEWER),
        # Repaired automatically with the next balance.
        Condition.DAMAGED: (State.NOTE, HISTORY_DAMAGED),
        Condition.UNREADABLE: (State.PROBLEM, HISTORY_UNREADABLE),
        Condition.TOO_LONG: (State.PROBLEM, HISTORY_TOO_LONG),
        Condition.NO_SQLITE: (State.PROBLEM, NO_SQLITE),
    }[found.condition]
    yield Finding(HISTORY, state, said, {"file": short_path(file), "size": _size_text(found.size)})


def _size_text(size: int) -> str:
    return f"{size / (1 << 20):.1f} MiB" if size >= 1 << 20 else f"{-(-size // 1024)} KiB"


SETTINGS = "settings"

SETTINGS_FINE = Message("{file} is read without a fault.")
SETTINGS_ABSENT = Message("There is no settings file, so the defaults are in force.")
SETTINGS_GONE = Message(
    "{file}, which listed accounts, is gone, and no account was examined.",
    "Put it back, or write an account into a new one.",
)
VARIABLE_UNUSED = Message(
    "{variable} is set and not used: {file} lists no account any more.",
    "Put the file back, or write the account that it is for into it.",
)
VARIABLE_SHARED = Message(
    "{variable} is set and not used: it could be for {ids}.",
    "Give one of these accounts another id in {file}.",
)
SETTINGS_NOT_TOML = Message(
    "{file} is no valid TOML, so it is not in force, and no account was examined.",
    "Correct it, or move it away to start over.",
)
SETTINGS_UNREADABLE = Message(
    "{file} cannot be read, and no account was examined.",
    "Check its permissions, or move it away to start over.",
)
SETTINGS_SILENT = Message(
    "The settings could not be read in time, and no account was examined.",
    "Check whether the disk or network drive with your files works.",
)
SETTINGS_NEWER = Message(
    "{file} was written by a newer version: it is used, but never changed.",
    "Install the newest version of this program.",
)
VALUE_FAULT = Message(
    "In {file} {key} must be {must_be}; its default is in force.", "Correct {key}."
)
ACCOUNT_FAULT = Message(
    "In {file} {key} must be {must_be}; until then the account is switched off.", "Correct {key}."
)
FURTHER_FAULTS = Message(
    "{count} more values in {file} cannot be used.", "Correct the ones above first."
)
UNKNOWN_KEYS = Message(
    "{file} has keys that are not known and have no effect: {keys}.",
    "Check their spelling.",
)
PROXY_LOGIN_OPEN = Message(
    "{file} holds the proxy's password, and other users of this computer can read it.",
    "Run: chmod go-rwx {typed}",
)

_MOST = 8  # faults or unknown keys that are named


class SettingsCheck:
    """A check that reads the settings once; ``loaded`` is None until then."""

    def __init__(
        self,
        file: Path,
        former: FormerAccounts | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.loaded: LoadedSettings | None = None
        self._store = SettingsStore(file, former)
        self._environment = environment or {}
        self._path = file
        self._file = short_path(file)

    def look(self) -> Iterator[Finding]:
        """Yield a finding for each problem, or one that all is well."""
        loaded = self._store.load()
        self.loaded = loaded
        if loaded.trouble is not None:
            not_toml = loaded.trouble is SettingsTrouble.NOT_TOML
            said = SETTINGS_NOT_TOML if not_toml else SETTINGS_UNREADABLE
            yield self._finding(State.PROBLEM, said)
            return
        reading = loaded.reading
        if loaded.presence is Presence.GONE:
            yield self._finding(State.PROBLEM, SETTINGS_GONE)
        elif loaded.presence is Presence.NEVER_THERE:
            yield self._finding(State.OK, SETTINGS_ABSENT)
        elif not reading.faults:
            yield self._finding(State.OK, SETTINGS_FINE)
        # A disabled account comes first: it is the worst loss.
        faults = sorted(reading.faults, key=lambda fault: not fault.account)
        yield from (self._fault(fault) for fault in faults[:_MOST])
        if len(faults) > _MOST:
            more = str(len(faults) - _MOST)
            yield self._finding(State.PROBLEM, FURTHER_FAULTS, count=more)
        is_there = loaded.presence is Presence.THERE
        if is_there and not reading.environment_counts:
            variable = self._usual_variable(reading.settings)
            if variable is not None:
                yield self._finding(State.PROBLEM, VARIABLE_UNUSED, variable=variable)
        shared = shared_variables(self._environment, reading.settings)
        for variable, ids in shared.items():
            shown = ", ".join(shown_id(AccountId(one)) for one in ids)
            yield self._finding(State.PROBLEM, VARIABLE_SHARED, variable=variable, ids=shown)
        if reading.newer:
            yield self._finding(State.NOTE, SETTINGS_NEWER)
        if _has_login(reading.settings.proxy) and _is_readable_to_others(self._path):
            typed = shell_path(self._path)
            yield self._finding(State.PROBLEM, PROXY_LOGIN_OPEN, typed=typed)
        if reading.unknown:
            yield self._finding(State.NOTE, UNKNOWN_KEYS, keys=partial(_named, reading.unknown))

    def _usual_variable(self, settings: Settings) -> str | None:
        """Return the variable that is set and would be for the default account."""
        usual = (name for one in settings.accounts for name in one.usual_variables)
        return next((name for name in usual if self._environment.get(name)), None)

    def _fault(self, fault: SettingsFault) -> Finding:
        said = ACCOUNT_FAULT if fault.account else VALUE_FAULT
        return self._finding(
            State.PROBLEM, said, key=fault.key, must_be=Translatable(fault.must_be)
        )

    def _finding(self, state: State, said: Message, **values: Value) -> Finding:
        return Finding(SETTINGS, state, said, {"file": self._file, **values})


def _has_login(proxy: str) -> bool:
    return proxy not in (SYSTEM_PROXY, NO_PROXY) and "@" in proxy


def _is_readable_to_others(file: Path) -> bool:
    return is_open_to_others(file) and is_open_to_others(file.parent)


def _named(keys: tuple[str, ...], locale: Locale) -> str:
    named = [key for key in keys if is_nameable(key)][:_MOST]
    others = len(keys) - len(named)
    if others:
        named.append(locale.plural("%n more" if named else "%n with unusual names", others))
    return ", ".join(named)
