"""Settings: the contract's table, and a reading that never fails."""

import tomllib
from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.builders import make_settings
from wallet_tray.domain import settings_schema
from wallet_tray.domain.account import ListedAccount, is_account_id
from wallet_tray.domain.alert import AlertLimits, OwnLimits
from wallet_tray.domain.credential import CredentialKind
from wallet_tray.domain.settings import (
    SettingsReading,
    account_values,
    plain_values,
    read_settings,
)
from wallet_tray.domain.settings_schema import CREDENTIAL, TOP_UP_URL, Entry, Setting
from wallet_tray.providers.registry import Registry

REGISTRY = Registry()


def read(document: Mapping[str, object]) -> SettingsReading:
    return read_settings(document, REGISTRY)


def reading(text: str) -> SettingsReading:
    return read(tomllib.loads(text, parse_float=Decimal))


def test_the_contracts_defaults() -> None:
    settings = read({}).settings
    assert settings == make_settings()
    assert settings.refresh_interval == timedelta(seconds=300)
    assert settings.hours_left == 0
    assert (settings.icon, settings.theme) == ("meter", "auto")
    assert (settings.hide_amounts, settings.language, settings.proxy) == (False, "auto", "system")
    (account,) = settings.accounts
    assert (account.id, account.label, account.provider.id) == ("default", "ByteNite", "bytenite")
    assert account.limits == AlertLimits(Decimal(100), Decimal(20), Decimal(0), Decimal(0))
    assert account.api_url == "https://api.bytenite.com/v1"
    assert account.credential is CredentialKind.API_KEY
    assert account.top_up_url.startswith("https://")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("", "default"),
        ('[[accounts]]\nid = "a"\n[[accounts]]\nid = "b"', "a"),
        ('[[accounts]]\nid = "A"\n[[accounts]]\nid = "b"', None),
        ('[[accounts]]\nid = "a"\n[[accounts]]\nid = "B"', "a"),
        ("accounts = 5", None),
    ],
)
def test_the_files_first_account_is_the_one_that_the_environment_is_for(
    text: str, first: str | None
) -> None:
    """Where it is disabled, no other account inherits a key that was not meant for it."""
    assert reading(text).settings.first_account_id == first


def test_everything_can_be_set() -> None:
    got = reading("""
        version = 1
        refresh.interval_seconds = 30
        alerts = {low_balance = 0.1, critical_balance = 0, amount_due = 5, hours_left = 1.5}
        display = {icon = "number", theme = "color", hide_amounts = true, language = "pt_BR"}
        network.proxy = "socks5h://user:word@proxy.example:1080"
        [[accounts]]
        id = "lab"
        label = "Lab 2 €"
        provider = "bytenite"
        api_url = "https://Wallet.Example:443/v1/"
        credential = "access-token"
        top_up_url = "https://pay.example/?org=5"
        alerts = {low_balance = 7}
        [[accounts]]
    """)
    assert (got.faults, got.unknown, got.newer) == ((), (), False)
    settings = got.settings
    assert settings.refresh_interval == timedelta(seconds=30)
    limits = AlertLimits(Decimal("0.1"), Decimal(0), Decimal(5), Decimal("1.5"))
    assert settings.hours_left == Decimal("1.5")
    assert (settings.icon, settings.theme, settings.language) == ("number", "color", "pt_BR")
    assert settings.hide_amounts
    assert settings.proxy == "socks5h://user:word@proxy.example:1080"
    lab, default = settings.accounts
    assert (lab.id, lab.label) == ("lab", "Lab 2 €")
    assert lab.api_url == "https://wallet.example/v1"
    assert lab.credential is CredentialKind.ACCESS_TOKEN
    assert lab.top_up_url == "https://pay.example/?org=5"
    assert lab.limits == AlertLimits(Decimal(7), Decimal(0), Decimal(5), Decimal("1.5"))
    assert default.limits == limits


WRONG = [
    ("version", ["0", "-1", "1.0", '"1"', "true"]),
    ("refresh.interval_seconds", ["29", "86401", "29.9", "nan", "inf", '"60"', "true", "[]"]),
    ("alerts.low_balance", ["-1", "-0.01", "nan", "-inf", "1e16", '"5"', "false", "1e-30"]),
    ("alerts.critical_balance", ["{}", "2026-01-01", "0x" + "f" * 5000]),
    ("alerts.amount_due", ["1e999999999", "-1e-99999"]),
    ("alerts.hours_left", ['""']),
    ("display.icon", ['"Meter"', '""', "1", '["meter"]']),
    ("display.theme", ['"blue"', "true"]),
    ("display.hide_amounts", ["1", '"true"', "0.0"]),
    ("display.language", ['""', '"../../x"', '"d"', "1", '"de\\n"']),
    (
        "network.proxy",
        ['""', '"ftp://x"', '"proxy:3128"', '"http://"', '"http://[::1"', '"http://x:0"', "1"],
    ),
    (
        "network.proxy",
        ['"http://x:99999"', '"http://a b"', '"http://ä.example"', '"http://x\\u007f"'],
    ),
]


@pytest.mark.parametrize(
    ("key", "value"), [(key, value) for key, values in WRONG for value in values]
)
def test_a_wrong_value_falls_back_alone_and_is_named(key: str, value: str) -> None:
    other = "refresh" if key.startswith("display") else "display"
    right = {"refresh": "refresh.interval_seconds = 60", "display": 'display.icon = "number"'}
    got = reading(f"{key} = {value}\n{right[other]}\n")
    assert [fault.key for fault in got.faults] == [key]
    assert all(fault.must_be and fault.account == "" for fault in got.faults)
    expected = reading(right[other])
    assert expected.faults == ()
    assert got.settings == expected.settings


@pytest.mark.parametrize("label", ['""', '"  "', '"a\\nb"', '"a\\u202Eb"'])
def test_invalid_label_is_reported(label: str) -> None:
    """Not its length alone: it is empty, blank, of two lines, or has what cannot be seen."""
    (fault,) = reading(f"[[accounts]]\nlabel = {label}\n").faults
    assert fault.must_be == "one line of 1 to 80 printable characters, not all of them blank"


@pytest.mark.parametrize("key", ["refresh", "alerts", "display", "network"])
@pytest.mark.parametrize("value", ["5", '"x"', "[]", "true"])
def test_a_table_of_another_type_is_named(key: str, value: str) -> None:
    got = reading(f"{key} = {value}")
    assert [fault.key for fault in got.faults] == [key]
    assert got.settings == make_settings()


@pytest.mark.parametrize("value", [30, 86_400, Decimal("30.0")])
def test_the_intervals_limits_are_inside(value: object) -> None:
    got = read({"refresh": {"interval_seconds": value}})
    assert got.faults == ()
    assert got.settings.refresh_interval.total_seconds() == value


def test_a_minus_zero_is_zero() -> None:
    (account,) = reading("alerts.low_balance = -0.0").settings.accounts
    assert not account.limits.low_balance.is_signed()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", '"A"'),
        ("id", '""'),
        ("id", "1"),
        ("label", '""'),
        ("label", '"  "'),
        ("label", '"a\\nb"'),
        ("label", '"a\\u202Eb"'),
        ("label", '"' + "x" * 81 + '"'),
        ("label", "5"),
        ("provider", '"other"'),
        ("provider", "1"),
        ("api_url", '"http://wallet.example"'),
        ("api_url", '"https://user@wallet.example"'),
        ("api_url", '"no address"'),
        ("api_url", '""'),
        ("api_url", "5"),
        ("credential", '"password"'),
        ("credential", "true"),
        ("top_up_url", '"http://pay.example"'),
        ("top_up_url", '"javascript:alert(1)"'),
        ("top_up_url", "false"),
        ("alerts", "5"),
        ("alerts.low_balance", "-1"),
        ("alerts.hours_left", '"x"'),
    ],
)
def test_a_bad_field_disables_its_account_alone(field: str, value: str) -> None:
    got = reading(f"[[accounts]]\n{field} = {value}\n[[accounts]]\nid = 'good'\n")
    assert [(fault.key, fault.account) for fault in got.faults] == [
        (f"accounts[0].{field}", "accounts[0]")
    ]
    assert [account.id for account in got.settings.accounts] == ["good"]


@pytest.mark.parametrize(
    "text", ["accounts = 5", "accounts = []", "accounts = {}", "accounts = [1]"]
)
def test_accounts_of_another_shape_never_become_the_default_one(text: str) -> None:
    got = reading(text)
    assert got.settings.accounts == ()
    assert [fault.account for fault in got.faults] == ["accounts"]


def test_an_id_counts_once() -> None:
    got = reading("[[accounts]]\nlabel = 'first'\n[[accounts]]\nid = 'default'\nlabel = 'second'\n")
    assert [account.label for account in got.settings.accounts] == ["first"]
    assert [(fault.key, fault.account) for fault in got.faults] == [
        ("accounts[1].id", "accounts[1]")
    ]


@pytest.mark.parametrize(
    ("url", "has_page"),
    [
        ("https://api.bytenite.com/v2", True),
        ("https://API.bytenite.com:443", True),
        ("https://wallet.example/v1", False),
        ("http://127.0.0.1:8000/v1", False),
        ("https://api.bytenite.com.example/v1", False),
    ],
)
def test_the_billing_page_is_a_default_for_bytenites_own_host_only(
    url: str, has_page: bool
) -> None:
    (account,) = reading(f"[[accounts]]\napi_url = '{url}'\n").settings.accounts
    assert bool(account.top_up_url) is has_page


def test_an_empty_page_hides_the_button() -> None:
    (account,) = reading("[[accounts]]\ntop_up_url = ''\n").settings.accounts
    assert account.top_up_url == ""


def test_every_account_of_the_file_is_listed_also_the_disabled_ones() -> None:
    got = reading("""
        version = 2
        [[accounts]]
        provider = "deepseek"
        label = 5
        [[accounts]]
        id = "Home"
        [[accounts]]
        id = "work"
        [[accounts]]
        id = "work"
        provider = "unheard-of"
        [[accounts]]
        id = 5
    """)
    assert got.settings.listed == (
        ListedAccount("default", "deepseek", usable=False),
        ListedAccount("Home", "bytenite", usable=False),
        ListedAccount("work", "bytenite", usable=True),
        ListedAccount("work", "unheard-of", usable=False),
        ListedAccount("", "bytenite", usable=False),
    )
    assert reading("").settings.listed == ()


def test_unknown_keys_are_ignored_and_named() -> None:
    got = reading("""
        colour = 1
        [display]
        size = 2
        [future]
        key = 3
        [[accounts]]
        secret = 4
        [accounts.alerts]
        balance = 5
    """)
    assert set(got.unknown) == {
        "colour",
        "display.size",
        "future",
        "accounts[0].secret",
        "accounts[0].alerts.balance",
    }
    assert got.faults == ()
    listed = (ListedAccount("default", "bytenite", usable=True),)
    assert got.settings == make_settings(listed=listed)


@pytest.mark.parametrize(("version", "newer"), [(1, False), (2, False), (3, True), (10**30, True)])
def test_a_newer_version_is_noticed_and_used(version: int, newer: bool) -> None:
    got = read({"version": version, "display": {"icon": "number"}})
    assert got.newer is newer
    assert got.settings.icon == "number"


JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(2**15000, 2**15001)  # beyond what str() turns into digits
    | st.floats()
    | st.decimals()
    | st.text(max_size=10)
    | st.sampled_from(["bytenite", "default", "https://[", "http://localhost", "none", "api-key"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=5,
)
LIMITS = st.fixed_dictionaries({}, optional=dict.fromkeys(AlertLimits.__slots__, JUNK)) | JUNK
ACCOUNT = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(
            ["id", "label", "provider", "api_url", "credential", "top_up_url", "x"], JUNK
        ),
        "alerts": LIMITS,
    },
)
DOCUMENT = st.fixed_dictionaries(
    {},
    optional={
        "version": JUNK,
        "refresh": st.fixed_dictionaries({"interval_seconds": JUNK}) | JUNK,
        "alerts": LIMITS,
        "display": st.fixed_dictionaries(
            {}, optional=dict.fromkeys(["icon", "theme", "hide_amounts", "language"], JUNK)
        )
        | JUNK,
        "network": st.fixed_dictionaries({"proxy": JUNK}) | JUNK,
        "accounts": st.lists(ACCOUNT | JUNK, max_size=3) | JUNK,
    },
)


@given(DOCUMENT)
def test_whatever_is_in_the_file_the_settings_are_usable(document: Mapping[str, Any]) -> None:
    got = read(document)
    settings = got.settings
    assert timedelta(seconds=30) <= settings.refresh_interval <= timedelta(days=1)
    for limits in [account.limits for account in settings.accounts]:
        for name in AlertLimits.__slots__:
            limit = getattr(limits, name)
            assert isinstance(limit, Decimal)
            assert 0 <= limit <= 10**15
            assert len(f"{limit:f}") < 60
    ids = [account.id for account in settings.accounts]
    assert len(set(ids)) == len(ids)
    assert all(map(is_account_id, ids))
    written = document.get("accounts")
    if written is not None:
        disabled = {fault.account for fault in got.faults if fault.account}
        count = len(written) if isinstance(written, list) else 0
        assert len(settings.accounts) == (0 if "accounts" in disabled else count - len(disabled))


# What the contract promises; the window is drawn from the declarations, so none may be missing.
CONTRACT = {
    "refresh.interval_seconds": 300,
    "alerts.hours_left": Decimal(0),
    "display.icon": "meter",
    "display.theme": "auto",
    "display.hide_amounts": False,
    "display.language": "auto",
    "network.proxy": "system",
}


def test_every_key_of_the_contract_is_declared_with_its_default() -> None:
    assert {one.key: one.default for one in settings_schema.PLAIN} == CONTRACT
    assert {one.key for one in settings_schema.ACCOUNT} == {
        "label",
        "api_url",
        "credential",
        "top_up_url",
    }


@pytest.mark.parametrize(
    "setting",
    [*settings_schema.PLAIN, *settings_schema.LIMITS, CREDENTIAL, TOP_UP_URL],
    ids=lambda one: one.key,
)
def test_declared_setting_accepts_its_default(setting: Setting[object]) -> None:
    assert setting.parse(setting.default) == setting.default
    assert setting.label
    assert setting.entry is not Entry.NOWHERE
    typed = setting.entry in (Entry.INTERVAL, Entry.LIMIT, Entry.PROXY, Entry.TEXT)
    assert bool(setting.advice) is typed
    assert set(setting.texts()) <= set(settings_schema.all_texts())


def test_the_values_of_settings_are_read_as_the_same_settings() -> None:
    settings = reading("""
        version = 2
        refresh.interval_seconds = 90
        alerts = {hours_left = 2}
        display = {icon = "number", theme = "light", hide_amounts = true, language = "de"}
        network.proxy = "none"
        [[accounts]]
        label = "Lab"
        api_url = "https://wallet.example/v1"
        credential = "access-token"
        top_up_url = "https://pay.example"
        alerts = {low_balance = 7}
    """).settings
    document: dict[str, Any] = {}
    for key, value in plain_values(settings).items():
        document.setdefault(key.split(".")[0], {})[key.split(".")[1]] = value
    (account,) = settings.accounts
    fields: dict[str, Any] = {"alerts": {}}
    for key, value in account_values(account).items():
        table, _, name = key.rpartition(".")
        (fields[table] if table else fields)[name] = value
    fields["alerts"] = {"low_balance": fields["alerts"]["low_balance"]}
    again = read({"version": 2, **document, "accounts": [fields]})
    assert (again.settings, again.faults, again.unknown) == (settings, (), ())


def test_an_account_knows_which_limits_are_its_own() -> None:
    lab, other = reading("""
        alerts.critical_balance = 3
        [[accounts]]
        id = "lab"
        alerts = {hours_left = 5, low_balance = 100}
        [[accounts]]
    """).settings.accounts
    assert lab.own_limits == OwnLimits(Decimal(100), Decimal(3), None, Decimal(5))
    assert other.own_limits == OwnLimits(critical_balance=Decimal(3))


def test_a_limit_that_version_2_no_longer_reads_is_named() -> None:
    got = reading("""
        version = 2
        alerts = {low_balance = 7, critical_balance = 3, amount_due = 1, hours_left = 2}
    """)
    assert [(fault.key, fault.account) for fault in got.faults] == [
        ("alerts.low_balance", ""),
        ("alerts.critical_balance", ""),
        ("alerts.amount_due", ""),
    ]
    assert {fault.must_be for fault in got.faults} == {settings_schema.IN_THE_ACCOUNT}
    (account,) = got.settings.accounts
    assert account.limits == AlertLimits(Decimal(100), Decimal(20), Decimal(0), Decimal(2))


def test_the_limits_of_version_1_count_for_accounts_of_the_usual_provider() -> None:
    """They were in its unit: seven of another service's dollars are something else."""
    usual, other = reading("""
        alerts = {low_balance = 7, critical_balance = 3}
        [[accounts]]
        [[accounts]]
        id = "chat"
        provider = "deepseek"
    """).settings.accounts
    assert (usual.limits.low_balance, usual.limits.critical_balance) == (7, 3)
    assert other.own_limits == OwnLimits()
    assert (other.limits_in("USD").low_balance, other.limits_in("CNY").low_balance) == (10, 70)


@pytest.mark.parametrize(
    ("lines", "key", "must_be"),
    [
        ('provider = "nobody"', "provider", settings_schema.PROVIDER.must_be),
        ('provider = "moonshot"\nvariant = "mars"', "variant", settings_schema.VARIANT.must_be),
        ('provider = "twilio"', "fields.account_sid", settings_schema.A_FIELD),
        (
            'provider = "twilio"\nfields = {account_sid = "a b"}',
            "fields.account_sid",
            settings_schema.A_FIELD,
        ),
        ('provider = "litellm"', "api_url", settings_schema.AN_ADDRESS),
        (
            'provider = "twilio"\nfields = {account_sid = 5}',
            "fields",
            settings_schema.FIELDS.must_be,
        ),
    ],
)
def test_an_account_that_its_provider_cannot_serve_is_disabled_alone(
    lines: str, key: str, must_be: str
) -> None:
    got = reading(f"version = 2\n[[accounts]]\n{lines}\n[[accounts]]\nid = 'good'\n")
    assert [(fault.key, fault.must_be, fault.account) for fault in got.faults] == [
        (f"accounts[0].{key}", must_be, "accounts[0]")
    ]
    assert [account.id for account in got.settings.accounts] == ["good"]


def test_an_account_of_another_provider_has_its_names_and_addresses() -> None:
    (account,) = reading("""
        version = 2
        [[accounts]]
        id = "moon"
        provider = "moonshot"
        variant = "cn"
    """).settings.accounts
    assert (account.label, account.unit) == (account.provider.name, "CNY")
    assert account.api_url == account.provider.base_of("cn") != account.provider.base_of("global")
