"""The user's settings as a plain value, and their reader for a parsed settings.toml.

Reading never fails. A wrong value falls back to its default and is reported. A wrong field of an
account disables that account, because a default address must never receive a key meant for another.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from wallet_tray.domain import settings_schema
from wallet_tray.domain.account import (
    Account,
    AccountChoice,
    AccountId,
    ListedAccount,
    Obstruction,
    Providers,
    Unusable,
)
from wallet_tray.domain.alert import OwnLimits
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

if TYPE_CHECKING:
    from wallet_tray.providers.provider import Provider

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
D = TypeVar("D")


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of the user. ``accounts`` holds the usable ones, in the file's order.

    ``hours_left`` is the limit of the accounts that have none of their own; 0 switches it off.
    ``first_account_id`` belongs to the file's first account. It is None if that account is
    disabled. It is also None if the account merely replaces accounts that the file listed before.
    ``listed`` has all accounts of the file, also the disabled ones. It is empty where the file
    lists none.
    """

    refresh_interval: timedelta = timedelta(seconds=300)
    hours_left: Decimal = Decimal(0)
    icon: IconStyle = IconStyle.METER
    theme: IconTheme = IconTheme.AUTO
    hide_amounts: bool = False
    language: str = "auto"
    proxy: str = SYSTEM_PROXY
    accounts: tuple[Account, ...] = ()
    first_account_id: AccountId | None = None
    listed: tuple[ListedAccount, ...] = ()


@dataclass(frozen=True, slots=True)
class SettingsFault:
    """One value that could not be used.

    ``account`` is the disabled account's place in the file ("accounts[0]" …). It is "" if only the
    value fell back to its default. ``detail`` is the first error of the provider's description.
    """

    key: str
    must_be: str
    account: str = ""
    detail: str = ""


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


def read_settings(document: Mapping[str, object], providers: Providers) -> SettingsReading:
    """Return the settings in a parsed TOML document (numbers as int, float or Decimal).

    A document without a version is of version 1. Its limits in [alerts] are those of each account
    of the usual provider that has none of its own.
    """
    reader = _Reader()
    version = reader.value(document, settings_schema.FORMAT) if "version" in document else 1
    tables = {name: reader.table(document, name) for name in _TABLES}
    display, alerts = tables["display"], tables["alerts"]
    usual = OwnLimits()
    if version == 1:
        usual = reader.limits(alerts, "alerts.")
    else:
        reader.note_moved(alerts)
    hours_left = reader.value(alerts, settings_schema.HOURS_LEFT)
    accounts = reader.accounts(document, providers, usual._replace(hours_left=None))
    accounts = tuple(replace(one, usual_hours_left=hours_left) for one in accounts)
    settings = Settings(
        refresh_interval=timedelta(
            seconds=reader.value(tables["refresh"], settings_schema.INTERVAL)
        ),
        hours_left=hours_left,
        icon=reader.value(display, settings_schema.ICON),
        theme=reader.value(display, settings_schema.THEME),
        hide_amounts=reader.value(display, settings_schema.HIDE_AMOUNTS),
        language=reader.value(display, settings_schema.LANGUAGE),
        proxy=reader.value(tables["network"], settings_schema.PROXY),
        accounts=accounts,
        first_account_id=accounts[0].id if accounts and reader.first_is_usable else None,
        listed=tuple(reader.listed) if "accounts" in document else (),
    )
    reader.note_unknown(document, "", ("version", *_TABLES, "accounts"))
    for name, inside in tables.items():
        reader.note_unknown(inside, f"{name}.", _KNOWN[name])
    return SettingsReading(
        settings,
        tuple(dict.fromkeys(reader.faults)),
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
        settings_schema.HOURS_LEFT.key: settings.hours_left,
    }


def account_values(account: Account, unit: str = "") -> dict[str, object]:
    """Return an account's settings by their keys inside it, its limits included.

    ``unit`` is that of its last balance, if only an answer names it.
    """
    limits = account.limits_in(account.unit or unit)
    return {
        settings_schema.LABEL.key: account.label,
        settings_schema.API_URL.key: account.api_url,
        settings_schema.CREDENTIAL.key: account.credential,
        settings_schema.TOP_UP_URL.key: account.top_up_url,
        **{one.key: getattr(limits, one.name) for one in settings_schema.LIMITS},
    }


_TABLES = ("refresh", "alerts", "display", "network")
_LIMIT_NAMES = tuple(one.name for one in settings_schema.LIMITS)
_KNOWN = {
    name: tuple(one.name for one in settings_schema.PLAIN if one.key.startswith(f"{name}."))
    for name in _TABLES
} | {"alerts": _LIMIT_NAMES}
_ACCOUNT_KEYS = (
    settings_schema.ACCOUNT_ID.key,
    settings_schema.PROVIDER.key,
    settings_schema.VARIANT.key,
    settings_schema.FIELDS.key,
    *(one.key for one in settings_schema.ACCOUNT),
    "alerts",
)


class _Reader:
    """Collects faults and unknown keys while values are read."""

    def __init__(self) -> None:
        self.faults: list[SettingsFault] = []
        self.unknown: list[str] = []
        self.first_is_usable = True
        self.listed: list[ListedAccount] = []

    def value(self, inside: Mapping[str, object], setting: Setting[T]) -> T:
        """Return the value of a setting outside the accounts."""
        default, parse = setting.default, setting.parse
        return self._parsed(inside, setting.key, default, parse, setting.must_be)

    def table(self, document: Mapping[str, object], key: str) -> Mapping[str, object]:
        return self._parsed(document, key, {}, table, settings_schema.A_TABLE)

    def limits(self, inside: Mapping[str, object], prefix: str, account: str = "") -> OwnLimits:
        """Return the limits that are written in a table."""
        written = {
            one.name: self._parsed(inside, prefix + one.name, None, one.parse, one.must_be, account)
            for one in settings_schema.LIMITS
        }
        return OwnLimits(**written)

    def note_moved(self, alerts: Mapping[str, object]) -> None:
        """Name the limits that version 2 no longer reads in [alerts]."""
        for name in _LIMIT_NAMES:
            if name in alerts and name != settings_schema.HOURS_LEFT.name:
                self.faults.append(SettingsFault(f"alerts.{name}", settings_schema.IN_THE_ACCOUNT))

    def accounts(
        self, document: Mapping[str, object], providers: Providers, usual: OwnLimits
    ) -> tuple[Account, ...]:
        """Return the usable accounts; ``usual`` are the limits of those without their own."""
        raw = document.get("accounts")
        if raw is None:
            raw = [{}]
        if not isinstance(raw, list) or not raw or not all(isinstance(t, Mapping) for t in raw):
            self.faults.append(
                SettingsFault("accounts", settings_schema.A_LIST_OF_TABLES, "accounts")
            )
            return ()
        tables = {f"accounts[{index}]": inside for index, inside in enumerate(raw)}
        # By its place, because ids may be wrong or come twice.
        resolved = providers.resolve([_choice(place, inside) for place, inside in tables.items()])
        accounts: dict[AccountId, Account] = {}
        for place, inside in tables.items():
            provider = resolved[place]
            is_usual = not isinstance(provider, Unusable) and provider.id == providers.default
            account = self._account(inside, place, provider, usual if is_usual else OwnLimits())
            usable = account is not None and account.id not in accounts
            self.listed.append(_listed(inside, providers.default, usable=usable))
            if account is None:
                self.first_is_usable = self.first_is_usable and place != "accounts[0]"
                continue
            if account.id in accounts:
                self.faults.append(
                    SettingsFault(f"{place}.id", settings_schema.AN_ID_OF_ITS_OWN, place)
                )
                continue
            accounts[account.id] = account
        return tuple(accounts.values())

    def _account(
        self,
        inside: Mapping[str, object],
        place: str,
        provider: "Provider | Unusable",
        usual: OwnLimits,
    ) -> Account | None:
        before = len(self.faults)

        def value(setting: Setting[T], default: T) -> T:
            key = f"{place}.{setting.key}"
            return self._parsed(inside, key, default, setting.parse, setting.must_be, place)

        no_alerts: Mapping[str, object] = {}
        alerts = self._parsed(
            inside, f"{place}.alerts", no_alerts, table, settings_schema.A_TABLE, place
        )
        value(settings_schema.PROVIDER, "")
        variant = value(settings_schema.VARIANT, "")
        fields = value(settings_schema.FIELDS, settings_schema.NO_FIELDS)
        self.note_unknown(inside, f"{place}.", _ACCOUNT_KEYS)
        self.note_unknown(alerts, f"{place}.alerts.", _LIMIT_NAMES)
        if isinstance(provider, Unusable):
            if len(self.faults) == before:
                self.faults.append(_obstruction(provider, place))
            return None
        base = provider.base_of(variant) if len(self.faults) == before else ""
        api_url = value(settings_schema.API_URL, base)
        own_host = urlsplit(api_url).hostname == urlsplit(base).hostname
        limits = self.limits(alerts, f"{place}.alerts.", place)
        account = Account(
            id=value(settings_schema.ACCOUNT_ID, settings_schema.ACCOUNT_ID.default),
            label=value(settings_schema.LABEL, provider.name),
            provider=provider,
            variant=variant,
            fields=fields,
            api_url=api_url,
            credential=value(settings_schema.CREDENTIAL, settings_schema.CREDENTIAL.default),
            top_up_url=value(
                settings_schema.TOP_UP_URL, provider.top_up_page(variant) if own_host else ""
            ),
            own_limits=OwnLimits(
                *(one if one is not None else two for one, two in zip(limits, usual, strict=True))
            ),
        )
        return account if len(self.faults) == before else None

    def note_unknown(
        self, inside: Mapping[str, object], prefix: str, known: tuple[str, ...]
    ) -> None:
        self.unknown.extend(prefix + key for key in inside if key not in known)

    def _parsed(
        self,
        inside: Mapping[str, object],
        key: str,
        default: D,
        parse: Callable[[object], T | None],
        must_be: str,
        account: str = "",
    ) -> T | D:
        raw = inside.get(key.rpartition(".")[2], default)
        if raw is default:
            return default
        parsed = parse(raw)
        if parsed is None:
            self.faults.append(SettingsFault(key, must_be, account))
            return default
        return parsed


def _listed(inside: Mapping[str, object], usual: str, *, usable: bool) -> ListedAccount:
    account_id = inside.get("id", settings_schema.ACCOUNT_ID.default)
    provider = settings_schema.PROVIDER.parse(inside.get("provider")) or usual
    return ListedAccount(account_id if isinstance(account_id, str) else "", provider, usable)


def _choice(place: str, inside: Mapping[str, object]) -> AccountChoice:
    """Return what an account chooses; wrong values, which are reported elsewhere, count as none."""
    fields = settings_schema.FIELDS.parse(inside.get("fields")) or ()
    return AccountChoice(
        place,
        settings_schema.PROVIDER.parse(inside.get("provider")) or "",
        settings_schema.VARIANT.parse(inside.get("variant")) or "",
        dict(fields),
        settings_schema.API_URL.parse(inside.get("api_url")) or "",
    )


def _obstruction(found: Unusable, place: str) -> SettingsFault:
    match found.why:
        case Obstruction.NO_DESCRIPTION:
            return SettingsFault(f"{place}.provider", settings_schema.PROVIDER.must_be, place)
        case Obstruction.BAD_DESCRIPTION:
            must_be = settings_schema.NO_DESCRIPTION_ERROR
            return SettingsFault(f"{place}.provider", must_be, place, found.detail)
        case Obstruction.NO_VARIANT:
            return SettingsFault(f"{place}.variant", settings_schema.VARIANT.must_be, place)
        case Obstruction.BAD_FIELD:
            return SettingsFault(f"{place}.fields.{found.detail}", settings_schema.A_FIELD, place)
        case Obstruction.NO_ADDRESS:
            return SettingsFault(f"{place}.api_url", settings_schema.AN_ADDRESS, place)
