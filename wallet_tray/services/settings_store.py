"""settings.toml on the disk: read as a plain value, changed without touching what is the user's."""

import errno
import logging
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from pathlib import Path

from wallet_tray.domain.settings import SettingsReading, read_settings
from wallet_tray.regular_files import read_regular
from wallet_tray.services.atomic_file import write_atomically

MAX_BYTES = 1 << 20

_log = logging.getLogger(__name__)

# Names of unknown keys go to the log; whatever looks unlike a name might be a pasted secret.
_LOGGABLE = re.compile(r"[A-Za-z0-9_.\[\]-]{1,40}\Z")


class SettingsTrouble(Enum):
    """Why the file could not be used at all."""

    NOT_TOML = "not TOML"
    UNREADABLE = "unreadable"  # no permission, a folder, an I/O error, more than 1 MiB


class NotSavedReason(Enum):
    """Why the settings were not saved."""

    NEWER = "the file was written by a newer version"
    UNWRITABLE = "the file cannot be written"


class SettingsNotSavedError(Exception):
    """The settings file is as it was."""

    def __init__(self, reason: NotSavedReason) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """What was read. With ``trouble`` the reading is that of the defaults."""

    reading: SettingsReading
    trouble: SettingsTrouble | None = None


class SettingsStore:
    """Reads and changes one settings file. Another program may change it at any time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._logged_unknown: tuple[str, ...] = ()
        self._last_good = ""  # the file's text when it could be read last

    def load(self) -> LoadedSettings:
        """The settings as the file has them now; a missing file means the defaults.

        Never raises and never writes.
        """
        try:
            data = self._bytes()
            document = _parsed(data)
        except OSError:
            return LoadedSettings(_defaults(), SettingsTrouble.UNREADABLE)
        except ValueError:
            return LoadedSettings(_defaults(), SettingsTrouble.NOT_TOML)
        self._last_good = _text(data)
        reading = read_settings(document)
        self._log_unknown(reading.unknown)
        return LoadedSettings(reading)

    def save(self, changes: Mapping[str, object]) -> None:
        """Writes the changed values into the file as it is now; everything else stays.

        A key is "alerts.low_balance", or for a field of an account "accounts[ID].label" and
        "accounts[ID].alerts.low_balance". The value None removes the key, and the comment on its
        line, so that its default counts again; "accounts[ID]": None removes the account. An account
        that is not there yet is added. A file that is no TOML is set aside as
        "settings.toml.broken"; what was read last, if anything was, takes its place.

        Raises SettingsNotSavedError where that is not possible, and ValueError for a key or value
        that the settings do not have.
        """
        from wallet_tray.services import settings_merge

        try:
            data = self._bytes()
        except OSError:
            raise SettingsNotSavedError(NotSavedReason.UNWRITABLE) from None
        broken = False
        text = self._last_good
        try:
            document = _parsed(data)
            text = _text(data)
        except ValueError:  # what was in force until now is what the changes are made to
            broken, document = True, _parsed(text.encode())
        before = read_settings(document)
        if before.newer:
            raise SettingsNotSavedError(NotSavedReason.NEWER)
        try:
            merged = settings_merge.merged(text, changes)
        except settings_merge.MergeError:
            raise SettingsNotSavedError(NotSavedReason.UNWRITABLE) from None
        _refuse_worse(before, read_settings(_parsed(merged.encode())))
        if merged == text and not broken:
            return
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if broken:
                write_atomically(self.path.with_name(f"{self.path.name}.broken"), data)
                _log.warning("%s is no TOML; it is set aside", self.path.name)
            write_atomically(self.path, merged.encode())
        except OSError as error:
            _log.warning("%s cannot be written (%s)", self.path.name, type(error).__name__)
            raise SettingsNotSavedError(NotSavedReason.UNWRITABLE) from None

    def _bytes(self) -> bytes:
        try:
            data = read_regular(self.path, MAX_BYTES + 1)
        except FileNotFoundError:
            return b""
        if len(data) > MAX_BYTES:
            raise OSError(errno.EFBIG, "a settings file of that size is not read")
        return data

    def _log_unknown(self, unknown: tuple[str, ...]) -> None:
        if unknown == self._logged_unknown:
            return
        self._logged_unknown = unknown
        for key in unknown[:20]:
            shown = key if _LOGGABLE.match(key) else "one with an unusual name"
            _log.warning("%s has an unknown key, ignored: %s", self.path.name, shown)


def _defaults() -> SettingsReading:
    """In force where the file cannot be used. A credential from the environment was meant for an
    account in that file, so it is for none of these."""
    reading = read_settings({})
    return replace(reading, settings=replace(reading.settings, first_account_id=None))


def _text(data: bytes) -> str:
    return data.decode("utf-8-sig")  # Windows' editors like to begin with a byte order mark


def _parsed(data: bytes) -> dict[str, object]:
    """The TOML document. Raises ValueError where it is none."""
    try:
        return tomllib.loads(_text(data), parse_float=Decimal)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    except ArithmeticError:
        raise ValueError("a number that cannot be") from None


def _refuse_worse(before: SettingsReading, after: SettingsReading) -> None:
    """Raises ValueError where the changes brought a value or key that the settings do not have."""
    known = {fault.must_be for fault in before.faults}
    for fault in after.faults:
        if fault.must_be not in known:
            raise ValueError(f"{fault.key} must be {fault.must_be}")
    if len(after.faults) > len(before.faults) or len(after.unknown) > len(before.unknown):
        raise ValueError("the settings have no such key or value")
