"""Descriptions are found by id; only those that accounts refer to are opened."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.support.builders import balance, make_account
from tests.support.wallet_answers import described, description, shipped, shipped_ids
from wallet_tray.history.history import History
from wallet_tray.providers import DEFAULT
from wallet_tray.providers.model import Confidence
from wallet_tray.providers.provider import DescriptionError, Provider
from wallet_tray.providers.registry import (
    SHIPPED,
    Obstruction,
    Registry,
    UnknownProviderError,
    Unusable,
    fingerprint,
)

OWN = description(confidence="")


@dataclass(frozen=True)
class Choice:
    id: str
    provider: str
    variant: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    api_url: str = ""


def own(folder: Path, name: str = "acme", text: str = OWN) -> Registry:
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return Registry(folder)


def test_ids_are_the_names_of_files(tmp_path: Path) -> None:
    registry = own(tmp_path / "own")
    (tmp_path / "own" / "Notes.toml").write_text("")
    (tmp_path / "own" / "acme.toml.bak").write_text("")
    assert registry.ids() == tuple(sorted([*shipped_ids(), "acme"]))
    assert Registry(tmp_path / "missing").ids() == tuple(shipped_ids())
    assert DEFAULT in Registry().ids()


def test_own_description_is_read_each_time(tmp_path: Path) -> None:
    registry = own(tmp_path)
    assert registry.provider("acme").confidence == Confidence.YOURS
    own(tmp_path, text=OWN.replace('"Acme"', '"Other"'))
    assert registry.provider("acme").name == "Other"
    (tmp_path / "acme.toml").unlink()
    with pytest.raises(UnknownProviderError):
        registry.provider("acme")


@pytest.mark.parametrize(
    "identity", ["", "none", "../registry", "ByteNite", "bytenite.toml", "a/b", "a\0b", "." * 3]
)
def test_unknown_id(tmp_path: Path, identity: str) -> None:
    with pytest.raises(UnknownProviderError):
        Registry(tmp_path).provider(identity)


def test_shipped_description_counts_before_an_own_one(tmp_path: Path) -> None:
    registry = own(tmp_path, "deepseek", OWN.replace('"acme"', '"deepseek"'))
    assert registry.provider("deepseek").confidence == Confidence.DOCUMENTED


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (OWN.replace('"acme"', '"other"'), "id"),
        (OWN + "[strategies]\nauth = 'exchange'", "strategies"),
        (
            OWN.replace('kind = "', 'environment = ["DEEPSEEK_API_KEY"]\nkind = "'),
            "key.environment",
        ),
        (
            OWN.replace('kind = "', 'environment = ["TWILIO_ACCOUNT_SID"]\nkind = "'),
            "key.environment",
        ),
        ("schema = 2", "schema"),
        ("schema", "schema"),
    ],
)
def test_bad_own_description_is_refused(tmp_path: Path, text: str, key: str) -> None:
    with pytest.raises(DescriptionError) as caught:
        own(tmp_path, text=text).provider("acme")
    assert caught.value.file == "acme.toml"
    assert caught.value.key in (key, "")


def test_pipe_and_folder_do_not_hold_up_the_reading(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "dangling.toml").symlink_to(tmp_path / "nowhere")
    for name in ("pipe", "folder", "dangling"):
        with pytest.raises(DescriptionError):
            Registry(tmp_path).provider(name)


def test_large_file_is_not_read_whole(tmp_path: Path) -> None:
    with (tmp_path / "acme.toml").open("wb") as file:
        file.truncate(10**10)
    with pytest.raises(DescriptionError, match="too large"):
        Registry(tmp_path).provider("acme")


def test_each_account_gets_its_provider_or_the_reason(tmp_path: Path) -> None:
    registry = own(tmp_path)
    own(tmp_path, "broken", "id = 1")
    team = {"team_id": "t-1"}
    found = registry.resolve(
        [
            Choice("default", "bytenite"),
            Choice("mine", "acme"),
            Choice("gone", "nothing-here"),
            Choice("broken", "broken"),
            Choice("moon", "moonshot", "cn"),
            Choice("mars", "moonshot", "mars"),
            Choice("x", "xai", fields=team),
            Choice("x-2", "xai"),
            Choice("x-3", "xai", fields={"team_id": "a/../b"}),
            Choice("van", "vonage", fields={"api_key": "a"}),
            Choice("dock", "tensordock", fields={"api_key": ".."}),
            Choice("relay", "litellm"),
            Choice("relay-2", "litellm", api_url="https://relay.example"),
        ]
    )
    bad = {name: found for name, found in found.items() if isinstance(found, Unusable)}
    assert {name: one.why for name, one in bad.items()} == {
        "gone": Obstruction.NO_DESCRIPTION,
        "broken": Obstruction.BAD_DESCRIPTION,
        "mars": Obstruction.NO_VARIANT,
        "x-2": Obstruction.BAD_FIELD,
        "x-3": Obstruction.BAD_FIELD,
        "dock": Obstruction.BAD_FIELD,
        "relay": Obstruction.NO_ADDRESS,
    }
    assert bad["broken"].detail.startswith("broken.toml:1: ")
    assert bad["x-3"].detail == "team_id"
    good = {name: one.id for name, one in found.items() if isinstance(one, Provider)}
    assert good == {
        "default": "bytenite",
        "mine": "acme",
        "moon": "moonshot",
        "x": "xai",
        "van": "vonage",
        "relay-2": "litellm",
    }


OPENED = """
import sys
opened = []
def hook(event, arguments):
    if event == "open" and str(arguments[0]).endswith(".toml"):
        opened.append(str(arguments[0]).rpartition("/")[2])
sys.addaudithook(hook)
from types import SimpleNamespace
from wallet_tray.providers.registry import Registry
chosen = [
    SimpleNamespace(id=str(n), provider=name, variant="", fields={}, api_url="")
    for n, name in enumerate(sys.argv[1:])
]
Registry().resolve(chosen)
print(*opened)
"""


@pytest.mark.parametrize(
    "chosen", [["bytenite"], ["bytenite", "deepseek", "bytenite"], [], ["nothing-here"]]
)
def test_only_the_descriptions_of_accounts_are_opened_once(chosen: list[str]) -> None:
    run = subprocess.run(
        [sys.executable, "-c", OPENED, *chosen], capture_output=True, text=True, check=True
    )
    known = dict.fromkeys(name for name in chosen if name in shipped_ids())
    assert run.stdout.split() == [f"{name}.toml" for name in known]


START = """
import sys
opened = []
def hook(event, arguments):
    path = str(arguments[0]) if event == "open" else ""
    if path.endswith(".toml") and "/providers/" in path:
        opened.append(path.rpartition("/")[2])
sys.addaudithook(hook)
from pathlib import Path
from wallet_tray.storage.settings_file import SettingsStore
loaded = SettingsStore(Path(sys.argv[1]) / "settings.toml").load()
print(*(account.provider.name for account in loaded.reading.settings.accounts))
print(*opened)
print(*sys.modules)
"""
GRAMMAR = (
    "description",
    "model",
    "request_grammar",
    "reading_grammar",
    "toml_table",
    "reader",
    "strategies",
    "json_reader",
    "bytenite_transactions",
)
TWO = """version = 2
[[accounts]]
id = "one"
[[accounts]]
id = "two"
provider = "deepseek"
[[accounts]]
id = "three"
provider = "deepseek"
"""


def loaded_grammar(modules: str) -> set[str]:
    return {f"wallet_tray.providers.{name}" for name in GRAMMAR} & set(modules.split())


@pytest.mark.parametrize(
    ("text", "names", "files"),
    [
        ("", "ByteNite", "bytenite.toml"),
        (TWO, "ByteNite DeepSeek DeepSeek", "bytenite.toml deepseek.toml"),
    ],
    ids=["one", "two"],
)
def test_start_opens_one_description_for_each_provider(
    tmp_path: Path, text: str, names: str, files: str
) -> None:
    (tmp_path / "settings.toml").write_text(text)
    run = subprocess.run(
        [sys.executable, "-c", START, str(tmp_path)], capture_output=True, text=True, check=True
    )
    found, opened, modules = run.stdout.splitlines()
    assert (found, opened) == (names, files)
    assert not loaded_grammar(modules)  # what is asked and read is for the first request


CACHED = """
import sys
from wallet_tray.__main__ import main
try:
    main(["balance", "--cached"])
except SystemExit:
    pass
print(*sys.modules)
"""


def test_recorded_balance_needs_no_grammar(tmp_path: Path) -> None:
    names = ("CONFIG_HOME", "DATA_HOME", "STATE_HOME", "CACHE_HOME", "RUNTIME_DIR")
    folders = {f"XDG_{name}": str(tmp_path / name.lower()) for name in names}
    for folder in folders.values():
        Path(folder).mkdir(mode=0o700)
    history = History(tmp_path / "data_home" / "wallet-tray" / "history.sqlite3")
    history.record(make_account(), balance(84))
    history.close()
    run = subprocess.run(
        [sys.executable, "-c", CACHED],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **folders, "HOME": str(tmp_path), "BYTENITE_API_KEY": ""},
    )
    assert "84" in run.stdout
    assert "wallet_tray.providers.registry" in run.stdout
    assert not loaded_grammar(run.stdout.splitlines()[-1])


@pytest.mark.parametrize("identity", shipped_ids())
def test_shipped_provider_is_what_the_grammar_makes(identity: str) -> None:
    found, checked = Registry().provider(identity), shipped(identity)
    assert found == checked
    assert found.description == checked.description


BROKEN = {
    "no TOML": ("name = ", "name =\n"),
    "no text": ('name = "Acme"', "name = 5"),
    "no list": ("[key]", "variant = 5\n[key]"),
    "no id": ('id = "acme"', ""),
    "no word": ("schema = 1", "schema = 1\nat_zero = 'odd'"),
    "no limit": ("[unit]", "[limits]\nlow = '-'\n[unit]"),
    "no text in a list": ('kind = "ordinary"', 'kind = "ordinary"\nprefixes = [1]'),
    "too large": ("schema = 1", "schema = 1\n#" + "a" * 65_536),
}


@pytest.mark.parametrize(("old", "new"), BROKEN.values(), ids=BROKEN.keys())
def test_broken_shipped_description_names_its_mistake(tmp_path: Path, old: str, new: str) -> None:
    (tmp_path / "acme.toml").write_text(description().replace(old, new))
    registry = Registry(shipped=tmp_path)
    found = registry.resolve([Choice("one", "acme")])["one"]
    assert isinstance(found, Unusable)
    assert (found.why, found.detail[:10]) == (Obstruction.BAD_DESCRIPTION, "acme.toml:")


CHANGES = {
    "base": {"base": 'base = "https://evil.example"'},
    "path": {"path": 'path = "/other"'},
    "query": {"path": 'path = "/balance"\nquery = { a = "b" }'},
    "header": {"path": 'path = "/balance"\nheaders = { Accept = "a" }'},
    "auth": {"form": 'form = "header"\nname = "X-Api-Key"'},
    "variable of the key": {"kind": 'kind = "ordinary"\nenvironment = ["OTHER"]'},
    "variant": {"[key]": '[[variant]]\nid = "a"\nname = "A"\nbase = "https://b.example"\n[key]'},
    "field": {"[key]": '[[field]]\nid = "a"\nname = "A"\n[key]'},
}


@pytest.mark.parametrize("replaced", CHANGES.values(), ids=CHANGES.keys())
def test_fingerprint_holds_the_way_of_the_key(replaced: dict[str, str]) -> None:
    assert fingerprint(described(**replaced)) != fingerprint(described())


def test_fingerprint_leaves_the_rest_alone() -> None:
    other = described(
        "[limits]\nlow = '5'", fixed='fixed = "EUR"', **{'name = "Acme': 'name = "Other"'}
    )
    assert fingerprint(other) == fingerprint(described())
    assert len(fingerprint(other)) == 64


def test_package_carries_the_descriptions() -> None:
    assert SHIPPED.is_dir()
    assert SHIPPED.parent.name == "providers"
