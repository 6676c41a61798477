"""Keys in the environment: which account may use which variable, at which host."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.support.builders import make_account
from tests.support.credentials import ACCESS_TOKEN, API_KEY
from wallet_tray.credentials.environment import (
    EnvironmentCredential,
    EnvironmentKey,
    KeyUse,
    key_use,
    shared_variables,
)
from wallet_tray.domain.account import Account
from wallet_tray.domain.credential import is_key_variable
from wallet_tray.domain.settings import Settings, SettingsReading, read_settings
from wallet_tray.providers.registry import Registry, key_variables

REGISTRY = Registry()
SET = {
    "BYTENITE_API_KEY": "bytenite-key",
    "DEEPSEEK_API_KEY": "deepseek-key",
    "MOONSHOT_API_KEY": "moonshot-key",
    "LITELLM_API_KEY": "litellm-key",
    "WALLET_TRAY_KEY_WORK": "own-key",
}


def reading(text: str) -> SettingsReading:
    return read_settings(tomllib.loads(f"version = 2\n{text}"), REGISTRY)


def listing(*accounts: str) -> Settings:
    """Return the settings of a file with these accounts, each in the lines of its table."""
    return reading("".join(f"[[accounts]]\n{one}\n" for one in accounts)).settings


def given(
    settings: Settings, environment: Mapping[str, str] = SET, selected: str | None = None
) -> dict[str, str]:
    """Return the text that each account gets from the environment, by the account's id."""
    credential = EnvironmentCredential(environment, key_use(settings, selected), {})
    keys = {account.id: credential.key(account) for account in settings.accounts}
    return {account_id: key.text for account_id, key in keys.items() if key is not None}


HOME = 'id = "home"'
WORK = 'id = "work"'
DEEP = 'id = "deep"\nprovider = "deepseek"'
DEEPER = 'id = "deeper"\nprovider = "deepseek"'
FOREIGN = 'api_url = "https://gateway.example/v1"'
LOOPBACK = 'api_url = "http://127.0.0.1:8080/v1"'


def test_each_first_account_of_a_provider_gets_its_usual_variable() -> None:
    settings = listing(HOME, DEEP, DEEPER, 'id = "second"')
    assert given(settings) == {"home": "bytenite-key", "deep": "deepseek-key"}


def test_the_account_that_a_command_selects_gets_it_instead() -> None:
    settings = listing(HOME, DEEP, DEEPER, 'id = "second"')
    assert given(settings, selected="deeper") == {"deeper": "deepseek-key"}
    assert given(settings, selected="second") == {"second": "bytenite-key"}


@pytest.mark.parametrize(
    ("lines", "gets"),
    [
        (DEEP, True),
        (f"{DEEP}\n{LOOPBACK}", True),
        (f'{DEEP}\napi_url = "http://[::1]:1"', True),
        (f'{DEEP}\napi_url = "http://localhost"', True),
        (f"{DEEP}\n{FOREIGN}", False),
        (f'{DEEP}\napi_url = "https://api.deepseek.com:8443"', False),
        (f'{DEEP}\napi_url = "https://api.deepseek.com.example"', False),
        (f'{DEEP}\napi_url = "https://api.bytenite.com/v1"', False),
        ('id = "moon"\nprovider = "moonshot"\nvariant = "cn"', True),
        ('id = "moon"\nprovider = "moonshot"\napi_url = "https://api.moonshot.cn/v1"', True),
        (f'id = "lite"\nprovider = "litellm"\n{LOOPBACK}', True),
        (f'id = "lite"\nprovider = "litellm"\n{FOREIGN}', False),
    ],
)
def test_usual_variables_are_for_the_providers_own_hosts(lines: str, gets: bool) -> None:
    settings = listing(lines)
    assert len(settings.accounts) == 1
    assert bool(given(settings)) is gets


def test_an_own_variable_counts_first_wherever_the_address_is() -> None:
    settings = listing(HOME, f"{WORK}\n{FOREIGN}")
    assert given(settings) == {"home": "bytenite-key", "work": "own-key"}
    assert given(listing(WORK)) == {"work": "own-key"}
    empty = {**SET, "WALLET_TRAY_KEY_WORK": ""}
    assert given(listing(WORK), empty) == {"work": "bytenite-key"}


def test_an_own_variable_needs_the_account_in_the_file() -> None:
    settings = reading("").settings
    own = {"WALLET_TRAY_KEY_DEFAULT": "own-key"}
    assert given(settings, own) == {}
    assert given(settings, {**own, **SET}) == {"default": "bytenite-key"}
    assert given(listing(""), own) == {"default": "own-key"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ('id = "a-b"', 'id = "a_b"'),
        ('id = "a-b"', 'id = "a-b"'),
        ('id = "a-b"', 'id = "a_b"\nprovider = "unheard-of"'),
        ('id = "A-B"', 'id = "a_b"'),  # disabled: an id has no capitals
    ],
)
def test_a_variable_of_two_accounts_counts_for_neither(first: str, second: str) -> None:
    environment = {"WALLET_TRAY_KEY_A_B": "own-key"}
    for settings in (listing(first, second), listing(second, first)):
        assert given(settings, environment) == {}
        for account in settings.accounts:
            assert given(settings, environment, selected=account.id) == {}
        assert list(shared_variables(environment, settings)) == ["WALLET_TRAY_KEY_A_B"]
        assert shared_variables({}, settings) == {}


@pytest.mark.parametrize(
    "disabled",
    ['provider = "deepseek"\nlabel = 5', 'provider = "deepseek"\nvariant = "unheard-of"'],
)
def test_a_key_for_a_disabled_account_goes_to_no_other(disabled: str) -> None:
    before = listing(f'id = "off"\n{disabled}', DEEP, HOME)
    assert given(before) == {"home": "bytenite-key"}
    assert given(before, selected="deep") == {"deep": "deepseek-key"}
    after = listing(DEEP, f'id = "off"\n{disabled}')
    assert given(after) == {"deep": "deepseek-key"}
    same_id = listing(HOME, f'id = "second"\n{disabled}', 'id = "second"')
    assert given(same_id) == {"home": "bytenite-key"}


def test_accounts_that_replace_others_get_none() -> None:
    settings = replace(reading("").settings, first_account_id=None)
    everything = {**SET, "WALLET_TRAY_KEY_DEFAULT": "own-key"}
    assert given(settings, everything) == {}
    assert given(settings, everything, selected="default") == {}


def test_each_variable_is_bound_to_the_first_host_it_was_used_for() -> None:
    work = make_account(id="work", api_url="https://gateway.example")
    moved = replace(work, api_url="https://another.example")
    use = KeyUse(frozenset({work.id}), frozenset({work.id}))
    hosts: dict[str, str] = {}
    credential = EnvironmentCredential(SET, use, hosts)
    assert credential.take(work) == EnvironmentKey("WALLET_TRAY_KEY_WORK", API_KEY, "own-key")
    assert credential.key(moved) is None
    assert EnvironmentCredential(SET, use, hosts).take(moved) is None
    at_home = replace(work, api_url=make_account().api_url)
    assert credential.key(at_home) is None, "the second variable does not step in"


@pytest.mark.parametrize(
    ("variable", "of", "kind"),
    [
        ("BYTENITE_API_KEY", "bytenite", API_KEY),
        ("BYTENITE_ACCESS_TOKEN", "bytenite", ACCESS_TOKEN),
        ("WALLET_TRAY_KEY_DEFAULT", "bytenite", API_KEY),
        ("CLOUDFLARE_API_TOKEN", "cloudflare", API_KEY),
    ],
)
def test_the_name_says_the_kind(variable: str, of: str, kind: str) -> None:
    account = make_account(of=of, credential=ACCESS_TOKEN if kind is API_KEY else API_KEY)
    use = KeyUse(frozenset({account.id}), frozenset({account.id}))
    credential = EnvironmentCredential({variable: "k"}, use, {})
    assert credential.as_asked(account).credential is kind
    assert credential.variable(account) == variable


def shipped() -> list[Account]:
    return [make_account(of=identity) for identity in REGISTRY.ids()]


def test_every_shipped_variable_is_known_without_its_description() -> None:
    """Its value is redacted in logs, and no program that is started inherits it."""
    found = {name for account in shipped() for name in account.provider.key.environment}
    assert len(found) > 20
    assert {name for name in found if not is_key_variable(name)} == set()
    others = {"HOME", "XDG_ACTIVATION_TOKEN", "GITHUB_TOKEN", "SSH_KEY"}
    own = {"WALLET_TRAY_KEY_HOME", "WALLET_TRAY_KEY_"}
    assert key_variables(found | others | own) == found | own
    assert key_variables(found | others, "bytenite") == {
        "BYTENITE_API_KEY",
        "BYTENITE_ACCESS_TOKEN",
    }


def test_every_provider_with_an_address_has_its_variables_there() -> None:
    for account in shipped():
        at_home = account.provider.key.environment if account.api_url else ()
        assert account.usual_variables == at_home, account.provider.id


@pytest.mark.parametrize(
    ("account", "variable"),
    [
        (make_account(), "BYTENITE_API_KEY"),
        (make_account(id="a-b", api_url="https://gateway.example"), "WALLET_TRAY_KEY_A_B"),
        (make_account(of="deepseek"), "DEEPSEEK_API_KEY"),
        (make_account(of="akash"), "WALLET_TRAY_KEY_DEFAULT"),
    ],
)
def test_a_variable_that_counts_is_proposed(account: Account, variable: str) -> None:
    assert account.suggested_variable == variable
