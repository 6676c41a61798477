"""The user's settings as a plain value, and their reader for a parsed settings.toml.

Reading never fails. A wrong value falls back to its default and is reported. A wrong field of an
account disables that account, because a default address must never receive a key meant for another.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from enum import Enum
from typing import TypeVar
from urllib.parse import urlsplit

from wallet_tray.domain import settings_schema
from wallet_tray.domain.account import Account, AccountId
from wallet_tray.domain.alert import AlertLimits
from wallet_tray.domain.setting_parsers import (
    INTERVAL_SECONDS,
    LABEL_LENGTH,
    NO_PROXY,
    SYSTEM_PROXY,
    IconStyle,
    IconTheme,
    table,
)
from wallet_tray.domain.settings_schema import VERSION, Setting

__all__ = [
    "INTERVAL_SECONDS",
    "LABEL_LENGTH",
    "NO_PROXY",
    "SYSTEM_PROXY",
    "VERSION",
    "IconStyle",
    "IconTheme",
    "Settings",
    "SettingsFault",
    "SettingsReading",
    "account_values",
    "plain_values",
    "read_settings",
]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of the user. ``accounts`` holds the usable ones, in the file's order.

    ``first_account_id`` belongs to the file's first account. A credential from the environment is
    meant for this account only. It is None if that account is disabled. It is also None if the
    account merely replaces accounts that the file listed before.
    """

    refresh_interval: timedelta = timedelta(seconds=300)
    limits: AlertLimits = AlertLimits()
    icon: IconStyle = IconStyle.METER
    theme: IconTheme = IconTheme.AUTO
    hide_amounts: bool = False
    language: str = "auto"
    proxy: str = SYSTEM_PROXY
    accounts: tuple[Account, ...] = (Account(),)
    first_account_id: AccountId | None = Account().id


@dataclass(frozen=True, slots=True)
class SettingsFault:
    """One value that could not be used.

    ``account`` is the disabled account's place in the file ("accounts[0]" …). It is "" if only the
    value fell back to its default.
    """

    key: str
    must_be: str
    account: str = ""


class NotSavedReason(Enum):
    """The reasons why settings were not saved."""

    NEWER = "the file was written by a newer version"
    UNWRITABLE = "the file cannot be written"
    FULL = "the disk is full"


@dataclass(frozen=True, slots=True)
class SettingsReading:
    """The content of a settings file: settings in force, faults and unknown keys.

    ``lists_accounts`` is False if the file names no account, so that the default account is used.
    """

    settings: Settings
    faults: tuple[SettingsFault, ...] = ()
    unknown: tuple[str, ...] = ()
    newer: bool = False
    lists_accounts: bool = False

    @property
    def environment_counts(self) -> bool:
        """False if a credential from the environment is for none of the accounts.

        The present accounts then only replace those listed before.
        """
        return self.lists_accounts or self.settings.first_account_id is not None


def read_settings(document: Mapping[str, object]) -> SettingsReading:
    """Return the settings in a parsed TOML document (numbers as int, float or Decimal)."""
    reader = _Reader()
    version = reader.value(document, settings_schema.FORMAT)
    tables = {name: reader.table(document, name) for name in _TABLES}
    display = tables["display"]
    limits = reader.limits(tables["alerts"], "alerts.", AlertLimits())
    accounts = reader.accounts(document, limits)
    settings = Settings(
        refresh_interval=timedelta(
            seconds=reader.value(tables["refresh"], settings_schema.INTERVAL)
        ),
        limits=limits,
        icon=reader.value(display, settings_schema.ICON),
        theme=reader.value(display, settings_schema.THEME),
        hide_amounts=reader.value(display, settings_schema.HIDE_AMOUNTS),
        language=reader.value(display, settings_schema.LANGUAGE),
        proxy=reader.value(tables["network"], settings_schema.PROXY),
        accounts=accounts,
        first_account_id=accounts[0].id if accounts and reader.first_is_usable else None,
    )
    reader.note_unknown(document, "", ("version", *_TABLES, "accounts"))
    for name, inside in tables.items():
        reader.note_unknown(inside, f"{name}.", _KNOWN[name])
    return SettingsReading(
        settings,
        tuple(reader.faults),
        tuple(reader.unknown),
        newer=version > VERSION,
        lists_accounts="accounts" in document,
    )


def plain_values(settings: Settings) -> dict[str, object]:
    """Return all settings except the accounts' by their keys, as a file would have them."""
    return {
        settings_schema.INTERVAL.key: int(settings.refresh_interval.total_seconds()),
        settings_schema.ICON.key: settings.icon,
        settings_schema.THEME.key: settings.theme,
        settings_schema.LANGUAGE.key: settings.language,
        settings_schema.HIDE_AMOUNTS.key: settings.hide_amounts,
        settings_schema.PROXY.key: settings.proxy,
        **{one.key: getattr(settings.limits, one.name) for one in settings_schema.LIMITS},
    }


def account_values(account: Account) -> dict[str, object]:
    """Return an account's settings by their keys inside it, its limits included."""
    return {
        settings_schema.LABEL.key: account.label,
        settings_schema.API_URL.key: account.api_url,
        settings_schema.CREDENTIAL.key: account.credential,
        settings_schema.TOP_UP_URL.key: account.top_up_url,
        **{one.key: getattr(account.limits, one.name) for one in settings_schema.LIMITS},
    }


_TABLES = ("refresh", "alerts", "display", "network")
_KNOWN = {
    name: tuple(one.name for one in settings_schema.PLAIN if one.key.startswith(f"{name}."))
    for name in _TABLES
}
_ACCOUNT_KEYS = (
    settings_schema.ACCOUNT_ID.key,
    settings_schema.PROVIDER.key,
    *(one.key for one in settings_schema.ACCOUNT),
    "alerts",
)


class _Reader:
    """Collects faults and unknown keys while values are read."""

    def __init__(self) -> None:
        self.faults: list[SettingsFault] = []
        self.unknown: list[str] = []
        self.first_is_usable = True

    def value(self, inside: Mapping[str, object], setting: Setting[T]) -> T:
        """Return the value of a setting outside the accounts."""
        default, parse = setting.default, setting.parse
        return self._parsed(inside, setting.key, default, parse, setting.must_be)

    def table(self, document: Mapping[str, object], key: str) -> Mapping[str, object]:
        return self._parsed(document, key, {}, table, settings_schema.A_TABLE)

    def limits(
        self, inside: Mapping[str, object], prefix: str, default: AlertLimits, account: str = ""
    ) -> AlertLimits:
        def limit(one: Setting[Decimal]) -> Decimal:
            fallback: Decimal = getattr(default, one.name)
            return self._parsed(
                inside, prefix + one.name, fallback, one.parse, one.must_be, account
            )

        return AlertLimits(**{one.name: limit(one) for one in settings_schema.LIMITS})

    def accounts(self, document: Mapping[str, object], limits: AlertLimits) -> tuple[Account, ...]:
        raw = document.get("accounts")
        if raw is None:
            return (replace(Account(), limits=limits),)
        if not isinstance(raw, list) or not raw or not all(isinstance(t, Mapping) for t in raw):
            self.faults.append(
                SettingsFault("accounts", settings_schema.A_LIST_OF_TABLES, "accounts")
            )
            return ()
        accounts: dict[AccountId, Account] = {}
        for index, inside in enumerate(raw):
            place = f"accounts[{index}]"
            account = self._account(inside, place, limits)
            if account is None:
                self.first_is_usable = self.first_is_usable and index > 0
                continue
            if account.id in accounts:
                self.faults.append(
                    SettingsFault(f"{place}.id", settings_schema.AN_ID_OF_ITS_OWN, place)
                )
                continue
            accounts[account.id] = account
        return tuple(accounts.values())

    def _account(
        self, inside: Mapping[str, object], place: str, limits: AlertLimits
    ) -> Account | None:
        before = len(self.faults)

        def value(setting: Setting[T], default: T) -> T:
            key = f"{place}.{setting.key}"
            return self._parsed(inside, key, default, setting.parse, setting.must_be, place)

        no_alerts: Mapping[str, object] = {}
        alerts = self._parsed(
            inside, f"{place}.alerts", no_alerts, table, settings_schema.A_TABLE, place
        )
        provider = value(settings_schema.PROVIDER, settings_schema.PROVIDER.default)
        api_url = value(settings_schema.API_URL, provider.api_url)
        own_host = urlsplit(api_url).hostname == urlsplit(provider.api_url).hostname
        account = Account(
            id=value(settings_schema.ACCOUNT_ID, settings_schema.ACCOUNT_ID.default),
            label=value(settings_schema.LABEL, provider.label),
            provider=provider,
            api_url=api_url,
            credential=value(settings_schema.CREDENTIAL, settings_schema.CREDENTIAL.default),
            top_up_url=value(settings_schema.TOP_UP_URL, provider.top_up_url if own_host else ""),
            limits=self.limits(alerts, f"{place}.alerts.", limits, place),
            own_limits=tuple(one.name for one in settings_schema.LIMITS if one.name in alerts),
        )
        self.note_unknown(inside, f"{place}.", _ACCOUNT_KEYS)
        self.note_unknown(alerts, f"{place}.alerts.", _KNOWN["alerts"])
        return account if len(self.faults) == before else None

    def note_unknown(
        self, inside: Mapping[str, object], prefix: str, known: tuple[str, ...]
    ) -> None:
        self.unknown.extend(prefix + key for key in inside if key not in known)

    def _parsed(
        self,
        inside: Mapping[str, object],
        key: str,
        default: T,
        parse: Callable[[object], T | None],
        must_be: str,
        account: str = "",
    ) -> T:
        raw = inside.get(key.rpartition(".")[2], default)
        if raw is default:
            return default
        parsed = parse(raw)
        if parsed is None:
            self.faults.append(SettingsFault(key, must_be, account))
            return default
        return parsed
