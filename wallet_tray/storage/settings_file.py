"""settings.toml on the disk: read as plain values, changed without touching the user's text."""

import errno
import logging
import os
import tomllib
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum, auto
from pathlib import Path

from wallet_tray.domain.account import Providers
from wallet_tray.domain.setting_parsers import is_nameable
from wallet_tray.domain.settings import NotSavedReason, SettingsReading, read_settings
from wallet_tray.domain.settings_schema import (
    ACCOUNT,
    ACCOUNT_ID,
    API_URL,
    LABEL,
    LIMITS,
    PLAIN,
    PROVIDER,
    TOP_UP_URL,
    VERSION,
    Setting,
)
from wallet_tray.providers import DEFAULT
from wallet_tray.providers.registry import Registry, usual_account
from wallet_tray.storage.files import read_regular, write_atomically, write_in_place, write_own_file
from wallet_tray.storage.former_accounts import FormerAccounts
from wallet_tray.storage.paths import ends_in_a_link, make_private

_HEAD = """\
# Settings of Wallet Tray. They can be changed here or in the settings window, and a change counts
# as soon as the file is saved. A line that begins with # is not in force; it shows the default.
"""


def write_where_missing(path: Path, text: str | None = None) -> None:
    """Write the text, or else the template, unless a file exists. Raises OSError.

    A dangling link counts as a file: its target is out of reach for now.
    """
    if not os.path.lexists(path):
        make_private(path.parent)
        write_atomically(path, (text or template()).encode())


def template() -> str:
    """Return TOML that states only the defaults."""
    lines = [_HEAD, f"version = {VERSION}"]
    table = ""
    for setting in sorted(PLAIN, key=lambda one: one.key.partition(".")[0]):
        if setting.key.partition(".")[0] != table:
            table = setting.key.partition(".")[0]
            lines += ["", f"[{table}]"]
        lines += _line(setting)
    account = usual_account()
    limits = account.limits
    usual: dict[str, object] = {
        LABEL.key: account.label,
        API_URL.key: account.api_url,
        TOP_UP_URL.key: account.top_up_url,
        **{one.key: getattr(limits, one.name) for one in LIMITS},
    }
    lines += ["", "# [[accounts]]", f'# {ACCOUNT_ID.key} = "{ACCOUNT_ID.default}"']
    lines += [f'# {PROVIDER.key} = "{DEFAULT}"']
    for field in ACCOUNT:
        lines += _line(field, usual.get(field.key))
    lines += ["# [accounts.alerts]"]
    for field in LIMITS:
        lines += _line(field, usual.get(field.key))
    return "\n".join(lines) + "\n"


def _line(setting: Setting[object], usual: object = None) -> list[str]:
    label = setting.label.rstrip(".")
    default = setting.default if usual is None else usual
    return [f"# {label}: {setting.must_be}", f"# {setting.name} = {_toml(default)}"]


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f'"{value}"' if isinstance(value, str) else str(value)


MAX_BYTES = 1 << 20

_log = logging.getLogger(__name__)

_FULL = (errno.ENOSPC, errno.EDQUOT)


class SettingsTrouble(Enum):
    """The reasons why the file could not be used at all."""

    NOT_TOML = "not TOML"
    # no permission, a folder, a dangling link, an I/O error, more than 1 MiB
    UNREADABLE = "unreadable"


class Presence(Enum):
    """The presence of a settings file."""

    THERE = auto()
    NEVER_THERE = auto()
    GONE = auto()  # there was a file in this run, or one with accounts in an earlier run


class SettingsNotSavedError(Exception):
    """The settings could not be saved; the file is unchanged."""

    def __init__(self, reason: NotSavedReason) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """The result of a load. With ``trouble``, and without a file, the reading holds the defaults.

    ``content`` differs if the file's text differs; None if the file was not read.
    """

    reading: SettingsReading
    trouble: SettingsTrouble | None = None
    presence: Presence = Presence.THERE
    content: int | None = None

    @property
    def counts(self) -> bool:
        """False if the settings in force, if any, must stay."""
        return self.trouble is None and self.presence is not Presence.GONE


class SettingsStore:
    """Access to one settings file. Another program may change the file at any time.

    ``former`` remembers across runs that accounts were listed. A default account that follows them
    must not get the environment's credential, which was meant for one of them. An account listed in
    the file gets it again.
    """

    def __init__(
        self,
        path: Path,
        former: FormerAccounts | None = None,
        providers: Providers | None = None,
    ) -> None:
        self.path = path
        self._providers = providers or Registry()
        self._former = former
        self._has_listed = False  # accounts were listed in this run
        self._logged_unknown: tuple[str, ...] = ()
        # The file's last readable text, None before the first. The file is read again at each load.
        self._last_good: str | None = None

    def load(self) -> LoadedSettings:
        """Return the settings as the file has them now; a missing file means the defaults.

        Never raises. Writes nothing except the marker of ``former``.
        """
        try:
            data = self._bytes()
            document = _parsed(data or b"")
        except (OSError, ValueError) as error:
            self._note_accounts()
            unreadable = isinstance(error, OSError)
            trouble = SettingsTrouble.UNREADABLE if unreadable else SettingsTrouble.NOT_TOML
            return LoadedSettings(_without_environment(read_settings({}, self._providers)), trouble)
        reading = read_settings(document, self._providers)
        if reading.lists_accounts:
            self._note_accounts()
        elif self._accounts_were_listed():
            reading = _without_environment(reading)
        if data is None:
            return LoadedSettings(reading, presence=self._presence_without_file())
        self._last_good = _text(data)
        self._log_unknown(reading.unknown)
        return LoadedSettings(reading, content=hash(data))

    def make(self) -> None:
        """Create the file if it is missing, from its last text, else with every key commented out.

        Raises OSError.
        """

        self._make_folder()
        with self._locked():
            write_where_missing(self.path, self._last_good)

    def save(self, changes: Mapping[str, object]) -> None:
        """Write the changed values into the current file; everything else stays.

        A key is "alerts.hours_left", or for a field of an account "accounts[ID].label" and
        "accounts[ID].alerts.low_balance". The value None removes the key, and the comment on its
        line, so that its default counts again; "accounts[ID]": None removes the account. An unknown
        account is added. A file that is not TOML is set aside as "settings.toml.broken". The last
        readable text, if any, takes its place.

        Raises SettingsNotSavedError if that is not possible, and ValueError for a key or value that
        the settings do not have.
        """
        try:
            self._make_folder()
            with self._locked():  # else two processes lose each other's changes
                self._save(changes)
        except OSError as error:
            _log.warning("%s cannot be written (%s)", self.path.name, type(error).__name__)
            full = error.errno in _FULL
            reason = NotSavedReason.FULL if full else NotSavedReason.UNWRITABLE
            raise SettingsNotSavedError(reason) from None

    def _save(self, changes: Mapping[str, object]) -> None:
        from wallet_tray.storage import settings_merge

        data = self._bytes()
        # The changes apply to what was in force until now.
        text, document = self._last_good or "", {}
        broken = False
        try:
            if data is not None:
                document = _parsed(data)
                text = _text(data)
        except ValueError:
            broken = True
        if broken or data is None:
            document = _parsed(text.encode())
        before = read_settings(document, self._providers)
        if before.newer:
            raise SettingsNotSavedError(NotSavedReason.NEWER)
        try:
            merged = settings_merge.merged(text, changes)
        except settings_merge.MergeError:
            raise SettingsNotSavedError(NotSavedReason.UNWRITABLE) from None
        _refuse_worse(before, read_settings(_parsed(merged.encode()), self._providers))
        if merged == text and not broken:
            return
        if data is not None and broken:
            write_own_file(self.path.with_name(f"{self.path.name}.broken"), data)
            _log.warning("%s is no TOML; it is set aside", self.path.name)
        try:
            write_atomically(self.path, merged.encode())
        except OSError as error:
            if error.errno != errno.EBUSY:
                raise
            # The file is a mount: it cannot be renamed over, so its content is replaced.
            write_in_place(self.path, merged.encode(), self.path.with_name(f"{self.path.name}.old"))

    def _locked(self) -> AbstractContextManager[bool]:
        from wallet_tray.storage.folder_lock import locked  # reading needs no lock

        return locked(self._folder())

    def _make_folder(self) -> None:
        make_private(self.path.parent)

    def _folder(self) -> Path:
        """Return the folder of the file itself, behind any links from other folders."""
        return Path(os.path.realpath(self.path)).parent

    def _presence_without_file(self) -> Presence:
        gone = self._last_good is not None or self._accounts_were_listed()
        return Presence.GONE if gone else Presence.NEVER_THERE

    def _accounts_were_listed(self) -> bool:
        return self._has_listed or (self._former is not None and self._former.there_are())

    def _note_accounts(self) -> None:
        self._has_listed = True
        if self._former is not None:
            self._former.note()

    def _bytes(self) -> bytes | None:
        """Return the file's content, None without a file. Raises OSError."""
        try:
            data = read_regular(self.path, MAX_BYTES + 1)
        except FileNotFoundError:
            if ends_in_a_link(self.path):
                raise
            return None
        if len(data) > MAX_BYTES:
            raise OSError(errno.EFBIG, "a settings file of that size is not read")
        return data

    def _log_unknown(self, unknown: tuple[str, ...]) -> None:
        if unknown == self._logged_unknown:
            return
        self._logged_unknown = unknown
        for key in unknown[:20]:
            shown = key if is_nameable(key) else "one with an unusual name"
            _log.warning("%s has an unknown key, ignored: %s", self.path.name, shown)


def _without_environment(reading: SettingsReading) -> SettingsReading:
    """Return the reading with no account for the environment's credential.

    That credential was meant for an account in that file, or in the file before it.
    """
    return replace(reading, settings=replace(reading.settings, first_account_id=None))


def _text(data: bytes) -> str:
    return data.decode("utf-8-sig")  # Windows editors often write a byte order mark


def _parsed(data: bytes) -> dict[str, object]:
    """Parse the TOML document. Raises ValueError if it is not TOML."""
    try:
        return tomllib.loads(_text(data), parse_float=Decimal)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    except ArithmeticError:
        raise ValueError("a number that cannot be") from None


def _refuse_worse(before: SettingsReading, after: SettingsReading) -> None:
    """Raise ValueError if the changes added a key or value that the settings do not have."""
    known = {fault.must_be for fault in before.faults}
    for fault in after.faults:
        if fault.must_be not in known:
            raise ValueError(f"{fault.key} must be {fault.must_be}")
    if len(after.faults) > len(before.faults) or len(after.unknown) > len(before.unknown):
        raise ValueError("the settings have no such key or value")
