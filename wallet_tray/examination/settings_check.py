"""Check that the settings are read as intended."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from wallet_tray.credentials.environment import environment_key
from wallet_tray.diagnostics.files import is_open_to_others
from wallet_tray.diagnostics.finding import Finding, State
from wallet_tray.domain.setting_parsers import is_nameable
from wallet_tray.domain.settings import NO_PROXY, SYSTEM_PROXY, SettingsFault
from wallet_tray.examination.shown import shell_path, short_path
from wallet_tray.storage.former_accounts import FormerAccounts
from wallet_tray.storage.settings_file import (
    LoadedSettings,
    Presence,
    SettingsStore,
    SettingsTrouble,
)
from wallet_tray.text.doctor import Told, Value, Words
from wallet_tray.text.locale import Regional
from wallet_tray.words import doctor_files as words

NAME = "settings"

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
        self._environment_key = environment_key(environment or {})
        self._path = file
        self._file = short_path(file)

    def look(self) -> Iterator[Finding]:
        """Yield a finding for each problem, or one that all is well."""
        loaded = self._store.load()
        self.loaded = loaded
        if loaded.trouble is not None:
            not_toml = loaded.trouble is SettingsTrouble.NOT_TOML
            said = words.SETTINGS_NOT_TOML if not_toml else words.SETTINGS_UNREADABLE
            yield self._finding(State.PROBLEM, said)
            return
        reading = loaded.reading
        if loaded.presence is Presence.GONE:
            yield self._finding(State.PROBLEM, words.SETTINGS_GONE)
        elif loaded.presence is Presence.NEVER_THERE:
            yield self._finding(State.OK, words.SETTINGS_ABSENT)
        elif not reading.faults:
            yield self._finding(State.OK, words.SETTINGS_FINE)
        # A disabled account comes first: it is the worst loss.
        faults = sorted(reading.faults, key=lambda fault: not fault.account)
        yield from (self._fault(fault) for fault in faults[:_MOST])
        if len(faults) > _MOST:
            more = str(len(faults) - _MOST)
            yield self._finding(State.PROBLEM, words.FURTHER_FAULTS, count=more)
        is_there = loaded.presence is Presence.THERE
        if is_there and self._environment_key is not None and not reading.environment_counts:
            variable = self._environment_key.variable
            yield self._finding(State.PROBLEM, words.VARIABLE_UNUSED, variable=variable)
        if reading.newer:
            yield self._finding(State.NOTE, words.SETTINGS_NEWER)
        if _has_login(reading.settings.proxy) and _is_readable_to_others(self._path):
            typed = shell_path(self._path)
            yield self._finding(State.PROBLEM, words.PROXY_LOGIN_OPEN, typed=typed)
        if reading.unknown:
            yield self._finding(
                State.NOTE, words.UNKNOWN_KEYS, keys=partial(_named, reading.unknown)
            )

    def _fault(self, fault: SettingsFault) -> Finding:
        said = words.ACCOUNT_FAULT if fault.account else words.VALUE_FAULT
        return self._finding(State.PROBLEM, said, key=fault.key, must_be=Told(fault.must_be))

    def _finding(self, state: State, said: Words, **values: Value) -> Finding:
        return Finding(NAME, state, said, {"file": self._file, **values})


def _has_login(proxy: str) -> bool:
    return proxy not in (SYSTEM_PROXY, NO_PROXY) and "@" in proxy


def _is_readable_to_others(file: Path) -> bool:
    return is_open_to_others(file) and is_open_to_others(file.parent)


def _named(keys: tuple[str, ...], regional: Regional) -> str:
    named = [key for key in keys if is_nameable(key)][:_MOST]
    others = len(keys) - len(named)
    if others:
        named.append(regional.counted("%n more" if named else "%n with unusual names", others))
    return ", ".join(named)
