"""The user's settings as a plain value, and how they are read from a parsed settings.toml.

Reading never fails: a wrong value falls back alone to its default and is named; a wrong field of
an account disables that account, because a default address must never receive somebody's key.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlsplit

from wallet_tray.domain.account import Account, canonical_url, is_account_id, is_page_url
from wallet_tray.domain.alert_limits import AlertLimits
from wallet_tray.domain.credential import CredentialKind
from wallet_tray.domain.provider import BYTENITE, PROVIDERS, Provider

VERSION = 1
INTERVAL_SECONDS = (30, 86_400)
LABEL_LENGTH = 80
SYSTEM_PROXY = "system"
NO_PROXY = "none"
_PROXY_SCHEMES = ("http", "https", "socks5", "socks5h", "socks")
_LIMIT_CAP = Decimal("1e15")
_LIMIT_PLACES = 20
_INTEGER_BITS = 63

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


class IconStyle(StrEnum):
    """What the tray icon shows."""

    METER = "meter"
    NUMBER = "number"


class IconTheme(StrEnum):
    """For which panel the tray icon is drawn."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"
    COLOR = "color"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the user can choose. ``accounts`` holds the usable ones, in the file's order.

    ``first_account_id`` is that of the file's first account, None where that one is disabled: a
    credential from the environment is meant for it and for no other.
    """

    refresh_interval: timedelta = timedelta(seconds=300)
    limits: AlertLimits = AlertLimits()
    icon: IconStyle = IconStyle.METER
    theme: IconTheme = IconTheme.AUTO
    hide_amounts: bool = False
    language: str = "auto"
    proxy: str = SYSTEM_PROXY
    accounts: tuple[Account, ...] = (Account(),)
    first_account_id: str | None = "default"


@dataclass(frozen=True, slots=True)
class SettingsFault:
    """One value that could not be used. ``account`` is the disabled account's place in the file
    ("accounts[0]" …) or "" where only the value fell back to its default."""

    key: str
    must_be: str
    account: str = ""


@dataclass(frozen=True, slots=True)
class SettingsReading:
    """What a settings file says: the settings in force, what was wrong, what is unknown to us."""

    settings: Settings
    faults: tuple[SettingsFault, ...] = ()
    unknown: tuple[str, ...] = ()
    newer: bool = False


def read_settings(document: Mapping[str, object]) -> SettingsReading:
    """The settings in a parsed TOML document (numbers as int, float or Decimal)."""
    reader = _Reader()
    version = reader.value(document, "version", VERSION, _version, "a whole number from 1 on")
    refresh = reader.table(document, "refresh")
    alerts = reader.table(document, "alerts")
    display = reader.table(document, "display")
    network = reader.table(document, "network")
    low, high = INTERVAL_SECONDS
    limits = reader.limits(alerts, "alerts.", AlertLimits())
    accounts = reader.accounts(document, limits)
    settings = Settings(
        refresh_interval=timedelta(
            seconds=reader.value(
                refresh,
                "refresh.interval_seconds",
                300,
                _interval,
                f"a number from {low} to {high}",
            )
        ),
        limits=limits,
        icon=reader.value(
            display, "display.icon", IconStyle.METER, _choice(IconStyle), _names(IconStyle)
        ),
        theme=reader.value(
            display, "display.theme", IconTheme.AUTO, _choice(IconTheme), _names(IconTheme)
        ),
        hide_amounts=reader.value(display, "display.hide_amounts", False, _flag, "true or false"),
        language=reader.value(
            display, "display.language", "auto", _language, '"auto" or a language code such as "de"'
        ),
        proxy=reader.value(
            network, "network.proxy", SYSTEM_PROXY, _proxy, '"system", "none" or a proxy\'s URL'
        ),
        accounts=accounts,
        first_account_id=accounts[0].id if accounts and reader.first_is_usable else None,
    )
    reader.note_unknown(document, "", _KNOWN[""])
    for name, table in (
        ("refresh", refresh),
        ("alerts", alerts),
        ("display", display),
        ("network", network),
    ):
        reader.note_unknown(table, f"{name}.", _KNOWN[name])
    return SettingsReading(
        settings, tuple(reader.faults), tuple(reader.unknown), newer=version > VERSION
    )


_KNOWN = {
    "": ("version", "refresh", "alerts", "display", "network", "accounts"),
    "refresh": ("interval_seconds",),
    "alerts": ("low_balance", "critical_balance", "amount_due", "hours_left"),
    "display": ("icon", "theme", "hide_amounts", "language"),
    "network": ("proxy",),
    "account": ("id", "label", "provider", "api_url", "credential", "top_up_url", "alerts"),
}


class _Reader:
    """Collects what is wrong and what is unknown while values are read."""

    def __init__(self) -> None:
        self.faults: list[SettingsFault] = []
        self.unknown: list[str] = []
        self.first_is_usable = True

    def value(
        self,
        table: Mapping[str, object],
        key: str,
        default: T,
        parse: Callable[[object], T | None],
        must_be: str,
        account: str = "",
    ) -> T:
        raw = table.get(key.rpartition(".")[2], default)
        if raw is default:
            return default
        parsed = parse(raw)
        if parsed is None:
            self.faults.append(SettingsFault(key, must_be, account))
            return default
        return parsed

    def table(self, document: Mapping[str, object], key: str) -> Mapping[str, object]:
        return self.value(document, key, {}, _table, "a table")

    def limits(
        self, table: Mapping[str, object], prefix: str, default: AlertLimits, account: str = ""
    ) -> AlertLimits:
        def limit(name: str) -> Decimal:
            fallback: Decimal = getattr(default, name)
            must_be = "a number from 0 on"
            return self.value(table, prefix + name, fallback, _limit, must_be, account)

        return AlertLimits(**{name: limit(name) for name in _KNOWN["alerts"]})

    def accounts(self, document: Mapping[str, object], limits: AlertLimits) -> tuple[Account, ...]:
        raw = document.get("accounts")
        if raw is None:
            return (replace(Account(), limits=limits),)
        if not isinstance(raw, list) or not raw or not all(isinstance(t, Mapping) for t in raw):
            self.faults.append(SettingsFault("accounts", "a list of tables", "accounts"))
            return ()
        accounts: list[Account] = []
        for index, table in enumerate(raw):
            place = f"accounts[{index}]"
            account = self._account(table, place, limits)
            if account is None:
                self.first_is_usable = self.first_is_usable and index > 0
                continue
            if any(other.id == account.id for other in accounts):
                self.faults.append(SettingsFault(f"{place}.id", "an id of its own", place))
                continue
            accounts.append(account)
        return tuple(accounts)

    def _account(
        self, table: Mapping[str, object], place: str, limits: AlertLimits
    ) -> Account | None:
        before = len(self.faults)

        def field(key: str, default: T, parse: Callable[[object], T | None], must_be: str) -> T:
            return self.value(table, f"{place}.{key}", default, parse, must_be, place)

        no_alerts: Mapping[str, object] = {}
        alerts = field("alerts", no_alerts, _table, "a table")
        provider = field("provider", BYTENITE, _provider, _names(PROVIDERS))
        api_url = field(
            "api_url", provider.api_url, _api_url, "an https address without a user name"
        )
        own_host = urlsplit(api_url).hostname == urlsplit(provider.api_url).hostname
        account = Account(
            id=field("id", "default", _account_id, "1 to 32 characters of a-z, 0-9, _ and -"),
            label=field(
                "label", provider.label, _label, f"a text of up to {LABEL_LENGTH} characters"
            ),
            provider=provider,
            api_url=api_url,
            credential=field(
                "credential",
                CredentialKind.API_KEY,
                _choice(CredentialKind),
                _names(CredentialKind),
            ),
            top_up_url=field(
                "top_up_url",
                provider.top_up_url if own_host else "",
                _page,
                "an https address, or empty",
            ),
            limits=self.limits(alerts, f"{place}.alerts.", limits, place),
        )
        self.note_unknown(table, f"{place}.", _KNOWN["account"])
        self.note_unknown(alerts, f"{place}.alerts.", _KNOWN["alerts"])
        return account if len(self.faults) == before else None

    def note_unknown(
        self, table: Mapping[str, object], prefix: str, known: tuple[str, ...]
    ) -> None:
        self.unknown.extend(prefix + key for key in table if key not in known)


def _version(raw: object) -> int | None:
    return raw if isinstance(raw, int) and not isinstance(raw, bool) and raw >= 1 else None


def _number(raw: object) -> Decimal | None:
    if isinstance(raw, bool) or not isinstance(raw, int | float | Decimal):
        return None
    if isinstance(raw, int) and raw.bit_length() > _INTEGER_BITS:
        return None  # Python reads longer ones than TOML has, and then takes minutes over them
    number = Decimal(str(raw))
    return number if number.is_finite() else None


def _interval(raw: object) -> int | None:
    number = _number(raw)
    low, high = INTERVAL_SECONDS
    return int(number) if number is not None and low <= number <= high else None


def _limit(raw: object) -> Decimal | None:
    number = _number(raw)
    if number is None or not 0 <= number <= _LIMIT_CAP:
        return None
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -_LIMIT_PLACES:
        return None  # 1e-999999 is a number, but a million digits when it is shown
    return number.copy_abs()  # there is a minus zero


def _flag(raw: object) -> bool | None:
    return raw if isinstance(raw, bool) else None


def _table(raw: object) -> Mapping[str, object] | None:
    return raw if isinstance(raw, Mapping) else None


def _choice(kind: type[E]) -> Callable[[object], E | None]:
    def parse(raw: object) -> E | None:
        return kind(raw) if isinstance(raw, str) and raw in list(kind) else None

    return parse


def _names(words: Callable[..., object] | Mapping[str, object]) -> str:
    quoted = [f'"{word}"' for word in words]  # type: ignore[union-attr]
    return " or ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1])))


def _language(raw: object) -> str | None:
    if isinstance(raw, str) and re.fullmatch(r"auto|[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8})*", raw):
        return raw
    return None


def _proxy(raw: object) -> str | None:
    if not isinstance(raw, str) or not raw.isascii() or re.search(r"[\s\x00-\x1f\x7f]", raw):
        return None
    if raw in (SYSTEM_PROXY, NO_PROXY):
        return raw
    try:
        parts = urlsplit(raw)
        usable = parts.scheme in _PROXY_SCHEMES and parts.hostname and parts.port != 0
    except ValueError:
        return None
    return raw if usable else None


def _account_id(raw: object) -> str | None:
    return raw if isinstance(raw, str) and is_account_id(raw) else None


def _label(raw: object) -> str | None:
    if isinstance(raw, str) and raw.strip() and len(raw) <= LABEL_LENGTH and raw.isprintable():
        return raw
    return None


def _provider(raw: object) -> Provider | None:
    return PROVIDERS.get(raw) if isinstance(raw, str) else None


def _api_url(raw: object) -> str | None:
    return canonical_url(raw, allow_http_on_loopback=True) if isinstance(raw, str) else None


def _page(raw: object) -> str | None:
    if raw == "":
        return ""
    return raw if isinstance(raw, str) and is_page_url(raw) else None
