"""Declarations of all settings: key, default, limits, label and explanation.

They are used to read the file and to build the settings window. Texts for the screen are source
strings, translated where they are shown.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum, auto
from typing import Generic, TypeVar

from wallet_tray.domain import setting_parsers
from wallet_tray.domain.account import DEFAULT_ID
from wallet_tray.domain.alert import AlertLimits
from wallet_tray.domain.credential import CredentialKind
from wallet_tray.domain.setting_parsers import IconStyle, IconTheme

VERSION = 2
AUTO_LANGUAGE = "auto"
LANGUAGES = ("en", "de", "it", "es", "fr", "zh_CN")
"""The choices in the window; the file may contain any other code."""

T_co = TypeVar("T_co", covariant=True)


class Entry(Enum):
    """The input control of a setting."""

    NOWHERE = auto()
    FLAG = auto()
    CHOICE = auto()
    LANGUAGE = auto()
    INTERVAL = auto()
    LIMIT = auto()
    PROXY = auto()
    TEXT = auto()


class Unit(Enum):
    """The unit of a limit: the account's, that of its amount due, or hours."""

    BALANCE = auto()
    AMOUNT_DUE = auto()
    HOURS = auto()


@dataclass(frozen=True, slots=True)
class Setting(Generic[T_co]):
    """One setting. ``key`` is dotted as in the file; an account field's key has no prefix.

    ``parse`` returns the value in a document or field, or None if it is invalid. ``must_be``
    completes "… must be …" in notes about the file. ``label``, ``help`` and ``advice`` are complete
    texts for the screen. ``advice`` says what to enter instead of an invalid value. ``choices`` are
    the file's words with their labels. A limit that is switched on starts at ``suggestion``,
    because its default may be 0, which means off.
    """

    key: str
    default: T_co
    parse: Callable[[object], T_co | None] = field(repr=False)
    must_be: str
    entry: Entry = Entry.NOWHERE
    label: str = ""
    help: str = ""
    advice: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    unit: Unit | None = None
    suggestion: Decimal = Decimal(0)

    @property
    def name(self) -> str:
        """The last part of the key."""
        return self.key.rpartition(".")[2]

    def texts(self) -> tuple[str, ...]:
        """Return all source strings, for the translation catalogues."""
        labels = (text for _, text in self.choices)
        return tuple(text for text in (self.label, self.help, self.advice, *labels) if text)


def _words(those: type[Enum]) -> str:
    names = [word.value for word in those]
    quoted = [f'"{name}"' for name in names]
    return " or ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1])))


_LOW, _HIGH = setting_parsers.INTERVAL_SECONDS

FORMAT = Setting("version", VERSION, setting_parsers.version, "a whole number from 1 on")
INTERVAL = Setting(
    "refresh.interval_seconds",
    300,
    setting_parsers.interval,
    f"a number from {_LOW} to {_HIGH}",
    Entry.INTERVAL,
    "Refresh every",
    "How often the balance is asked for.",
    "Enter a time between 30 seconds and 24 hours.",
)
ICON = Setting(
    "display.icon",
    IconStyle.METER,
    setting_parsers.choice(IconStyle),
    _words(IconStyle),
    Entry.CHOICE,
    "Icon shows",
    choices=((IconStyle.METER, "A meter"), (IconStyle.NUMBER, "The number")),
)
THEME = Setting(
    "display.theme",
    IconTheme.AUTO,
    setting_parsers.choice(IconTheme),
    _words(IconTheme),
    Entry.CHOICE,
    "Icon colours",
    choices=(
        (IconTheme.AUTO, "As the desktop"),
        (IconTheme.DARK, "For a dark panel"),
        (IconTheme.LIGHT, "For a light panel"),
        (IconTheme.COLOR, "In colour, for any panel"),
    ),
)
LANGUAGE = Setting(
    "display.language",
    AUTO_LANGUAGE,
    setting_parsers.language,
    '"auto" or a language code such as "de"',
    Entry.LANGUAGE,
    "Language",
    choices=((AUTO_LANGUAGE, "As the desktop"),),
)
HIDE_AMOUNTS = Setting(
    "display.hide_amounts",
    False,
    setting_parsers.flag,
    "true or false",
    Entry.FLAG,
    "Hide amounts",
    "They are masked wherever they would be seen; the icon keeps its shape.",
)
PROXY = Setting(
    "network.proxy",
    setting_parsers.SYSTEM_PROXY,
    setting_parsers.proxy,
    '"system", "none" or a proxy\'s URL',
    Entry.PROXY,
    "Proxy",
    "Connections over https go through it.",
    "Enter the address of a proxy, such as http://proxy.example:3128.",
    choices=(
        (setting_parsers.SYSTEM_PROXY, "As the system"),
        (setting_parsers.NO_PROXY, "None"),
        ("", "This one"),
    ),
)


def _limit(name: str, label: str, text: str, unit: Unit, suggestion: int) -> Setting[Decimal]:
    return Setting(
        f"alerts.{name}",
        getattr(AlertLimits(), name),
        setting_parsers.limit,
        "a number from 0 on",
        Entry.LIMIT,
        label,
        text,
        "Enter a number above 0.",
        unit=unit,
        suggestion=Decimal(suggestion),
    )


LIMITS = (
    _limit(
        "low_balance",
        "Low balance, below",
        "A notification when less than this is available.",
        Unit.BALANCE,
        10,
    ),
    _limit(
        "critical_balance",
        "Critical balance, below",
        "A second and stronger notification.",
        Unit.BALANCE,
        2,
    ),
    _limit(
        "amount_due",
        "Amount due, above",
        "A notification when you owe more than this.",
        Unit.AMOUNT_DUE,
        10,
    ),
    _limit(
        "hours_left",
        "Time left, below",
        "A notification when the wallet is projected to run dry sooner.",
        Unit.HOURS,
        12,
    ),
)

AMOUNT_DUE, HOURS_LEFT = LIMITS[2:]
"""``HOURS_LEFT`` also stands outside the accounts, for all of them."""

ACCOUNT_ID = Setting(
    "id", DEFAULT_ID, setting_parsers.account_id, "1 to 32 characters of a-z, 0-9, _ and -"
)
PROVIDER = Setting("provider", "", setting_parsers.word, "the id of a known wallet service")
VARIANT = Setting("variant", "", setting_parsers.word, "one that this wallet service offers")
NO_FIELDS: tuple[tuple[str, str], ...] = ()
FIELDS = Setting("fields", NO_FIELDS, setting_parsers.field_values, "a table of texts")
LABEL = Setting(
    "label",
    "",
    setting_parsers.label,
    f"one line of 1 to {setting_parsers.LABEL_LENGTH} printable characters, not all of them blank",
    Entry.TEXT,
    "Name",
    "What the account is called in the tray and in notifications.",
    "Enter a name of 1 to 80 characters, in one line.",
)
API_URL = Setting(
    "api_url",
    "",
    setting_parsers.api_url,
    "an https address without a user name",
    Entry.TEXT,
    "Service address",
    "A key is kept for this address alone; with another one you sign in again.",
    "Enter an https address without a user name. Plain http works on this computer only.",
)
CREDENTIAL = Setting(
    "credential",
    CredentialKind.API_KEY,
    setting_parsers.choice(CredentialKind),
    _words(CredentialKind),
    Entry.CHOICE,
    "Signs in with",
    choices=(
        (CredentialKind.API_KEY, "An API key"),
        (CredentialKind.ACCESS_TOKEN, "An access token"),
    ),
)
TOP_UP_URL = Setting(
    "top_up_url",
    "",
    setting_parsers.page,
    "an https address, or empty",
    Entry.TEXT,
    "Top-up page",
    "“Top up…” opens it. Without a page it is not offered.",
    "Enter an https address, or nothing.",
)

SERVICE: tuple[Setting[object], ...] = (INTERVAL, PROXY)
DISPLAY: tuple[Setting[object], ...] = (ICON, THEME, LANGUAGE, HIDE_AMOUNTS)
PLAIN: tuple[Setting[object], ...] = (*SERVICE, *DISPLAY, HOURS_LEFT)
"""All settings outside accounts."""

ACCOUNT: tuple[Setting[object], ...] = (LABEL, API_URL, CREDENTIAL, TOP_UP_URL)
"""The editable settings of an account. Their defaults, which are "" here, are the provider's."""


A_TABLE = "a table"
A_LIST_OF_TABLES = "a list of tables"
AN_ID_OF_ITS_OWN = "an id of its own"
IN_THE_ACCOUNT = "in [accounts.alerts], in that account's own unit"
"""Version 1 had it in [alerts], for all accounts."""

NO_DESCRIPTION_ERROR = "a wallet service whose description has no errors"
A_FIELD = "as this wallet service asks for it"
AN_ADDRESS = "the address of your own service"


def all_texts() -> tuple[str, ...]:
    """Return every source string of the declarations once, in their order."""
    return tuple(dict.fromkeys(text for one in (*PLAIN, *ACCOUNT, *LIMITS) for text in one.texts()))


def fault_texts() -> tuple[str, ...]:
    """Return every ``must_be`` once, in their order."""
    settings = (FORMAT, *PLAIN, ACCOUNT_ID, PROVIDER, VARIANT, FIELDS, *ACCOUNT)
    declared = (one.must_be for one in settings)
    others = (
        A_TABLE,
        A_LIST_OF_TABLES,
        AN_ID_OF_ITS_OWN,
        IN_THE_ACCOUNT,
        NO_DESCRIPTION_ERROR,
        A_FIELD,
        AN_ADDRESS,
    )
    return tuple(dict.fromkeys((*declared, *others)))
