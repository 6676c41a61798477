"""Credentials: where they come from, and that nothing of them is seen."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.credentials import (
    ACCESS_TOKEN,
    ACCOUNT,
    API_KEY,
    LONG,
    NO_TIME,
    SECRET,
    WORK,
    kind_of,
)
from tests.support.keyrings import ScriptedKeyring
from wallet_tray.credentials.environment import KeyUse
from wallet_tray.credentials.store import CredentialStore
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.domain.problem import ProblemKind, WalletTrayError

DEFAULT_ALONE = KeyUse(usual=frozenset({ACCOUNT.id}))
ELSEWHERE = replace(ACCOUNT, api_url="http://127.0.0.1:9/v1")


@pytest.mark.parametrize(
    ("environment", "kind"),
    [
        ({"BYTENITE_API_KEY": "k"}, API_KEY),
        ({"BYTENITE_ACCESS_TOKEN": "k"}, ACCESS_TOKEN),
        ({"BYTENITE_API_KEY": "k", "BYTENITE_ACCESS_TOKEN": "t"}, API_KEY),
        ({"BYTENITE_API_KEY": "", "BYTENITE_ACCESS_TOKEN": "k"}, ACCESS_TOKEN),
    ],
)
def test_the_environment_comes_first_and_needs_no_keyring(
    ring: ScriptedKeyring, environment: dict[str, str], kind: CredentialKind
) -> None:
    ring.texts[ACCOUNT.keyring_user] = "stored"
    for account in (ACCOUNT, ELSEWHERE):
        credential_store = CredentialStore(lambda: ring, environment, DEFAULT_ALONE)
        assert credential_store.credential(account, NO_TIME) == Credential(kind, "k")
        assert credential_store.environment.is_used(account)
    assert ring.calls == []


def test_a_key_stays_with_the_host_that_it_was_first_used_for(ring: ScriptedKeyring) -> None:
    ring.texts[ELSEWHERE.keyring_user] = "stored"
    credential_store = CredentialStore(lambda: ring, {"BYTENITE_API_KEY": "k"}, DEFAULT_ALONE)
    assert credential_store.environment.is_used(ELSEWHERE), (
        "asking whether it would be binds nothing"
    )
    assert credential_store.credential(ACCOUNT, NO_TIME).text == "k"
    assert credential_store.credential(ELSEWHERE, LONG).text == "stored"
    assert not credential_store.environment.is_used(ELSEWHERE)
    assert credential_store.environment.credential(ELSEWHERE) is None
    assert credential_store.credential(ACCOUNT, NO_TIME).text == "k"


@pytest.mark.parametrize(
    "api_url",
    [
        "https://api.bytenite.com:8443/v1",
        "https://api.bytenite.com.example/v1",
        "http://127.0.0.1:1/v1",
        "http://127.0.0.1:2/v1",
    ],
)
def test_another_port_is_another_host(ring: ScriptedKeyring, api_url: str) -> None:
    credential_store = CredentialStore(lambda: ring, {"BYTENITE_ACCESS_TOKEN": "k"}, DEFAULT_ALONE)
    first = replace(ACCOUNT, api_url="http://127.0.0.1:3/v1")
    assert credential_store.credential(first, NO_TIME).text == "k"
    other = replace(ACCOUNT, api_url=api_url)
    assert kind_of(lambda: credential_store.credential(other, LONG)) is ProblemKind.SIGNED_OUT


def test_all_stores_of_a_run_share_the_host_of_the_key(ring: ScriptedKeyring) -> None:
    hosts: dict[str, str] = {}
    environment = {"BYTENITE_API_KEY": "k"}
    first = CredentialStore(lambda: ring, environment, DEFAULT_ALONE, key_hosts=hosts)
    assert first.credential(ELSEWHERE, NO_TIME).text == "k"
    second = CredentialStore(lambda: ring, environment, DEFAULT_ALONE, key_hosts=hosts)
    assert kind_of(lambda: second.credential(ACCOUNT, LONG)) is ProblemKind.SIGNED_OUT
    assert second.credential(ELSEWHERE, NO_TIME).text == "k"
    assert "k" not in repr(hosts).replace("BYTENITE_API_KEY", "")


def test_the_environment_is_for_its_account_alone(ring: ScriptedKeyring) -> None:
    ring.texts[WORK.keyring_user] = "stored"
    credential_store = CredentialStore(lambda: ring, {"BYTENITE_API_KEY": "k"}, DEFAULT_ALONE)
    assert credential_store.credential(WORK, LONG).text == "stored"
    assert not credential_store.environment.is_used(WORK)
    credential_store.environment.use = KeyUse()
    assert kind_of(lambda: credential_store.credential(ACCOUNT, LONG)) is ProblemKind.SIGNED_OUT


def test_environment_credential_is_returned_for_its_account_if_usable(
    ring: ScriptedKeyring,
) -> None:
    credential_store = CredentialStore(lambda: ring, {"BYTENITE_API_KEY": SECRET}, DEFAULT_ALONE)
    assert credential_store.environment.credential(ACCOUNT) == Credential(API_KEY, SECRET)
    assert credential_store.environment.credential(WORK) is None
    assert CredentialStore(lambda: ring, {}, DEFAULT_ALONE).environment.credential(ACCOUNT) is None
    unusable = CredentialStore(lambda: ring, {"BYTENITE_API_KEY": "a b"}, DEFAULT_ALONE)
    assert unusable.environment.credential(ACCOUNT) is None
    assert ring.calls == []


@pytest.mark.parametrize("text", ["a b", "ä", "a\x00b", " ", "x" * 8193])
def test_unusable_environment_credential_is_reported(ring: ScriptedKeyring, text: str) -> None:
    ring.texts[ACCOUNT.keyring_user] = "stored"
    credential_store = CredentialStore(lambda: ring, {"BYTENITE_API_KEY": text}, DEFAULT_ALONE)
    assert (
        kind_of(lambda: credential_store.credential(ACCOUNT, LONG))
        is ProblemKind.CREDENTIAL_UNUSABLE
    )
    assert ring.calls == []


def test_nothing_is_started_before_the_first_use() -> None:
    def factory() -> ScriptedKeyring:
        raise AssertionError("not yet")

    before = threading.active_count()
    credential_store = CredentialStore(factory, {"BYTENITE_API_KEY": "k"}, DEFAULT_ALONE)
    credential_store.credential(ACCOUNT, LONG)
    credential_store.invalidate()
    assert threading.active_count() == before


def test_the_keyring_is_read_once(credential_store: CredentialStore, ring: ScriptedKeyring) -> None:
    ring.texts[ACCOUNT.keyring_user] = SECRET
    for _ in range(3):
        assert credential_store.credential(ACCOUNT, LONG) == Credential(API_KEY, SECRET)
    assert ring.calls == ["read default"]
    assert threading.current_thread() not in ring.threads


def test_nothing_stored_is_signed_out_and_asked_again(
    credential_store: CredentialStore, ring: ScriptedKeyring
) -> None:
    assert kind_of(lambda: credential_store.credential(ACCOUNT, LONG)) is ProblemKind.SIGNED_OUT
    ring.texts[ACCOUNT.keyring_user] = SECRET
    assert credential_store.credential(ACCOUNT, LONG).text == SECRET


def test_an_item_made_by_hand_may_be_unusable(
    credential_store: CredentialStore, ring: ScriptedKeyring
) -> None:
    ring.texts[ACCOUNT.keyring_user] = "two words"
    assert (
        kind_of(lambda: credential_store.credential(ACCOUNT, LONG))
        is ProblemKind.CREDENTIAL_UNUSABLE
    )
    ring.texts[ACCOUNT.keyring_user] = f'  "{SECRET}"\n'
    assert credential_store.credential(ACCOUNT, LONG).text == SECRET


@pytest.mark.parametrize(
    "kind",
    [ProblemKind.KEYRING_MISSING, ProblemKind.KEYRING_LOCKED, ProblemKind.KEYRING_FAILED],
)
def test_keyring_problem_is_raised_and_not_cached(
    credential_store: CredentialStore, ring: ScriptedKeyring, kind: ProblemKind
) -> None:
    ring.texts[ACCOUNT.keyring_user] = SECRET
    ring.problem = kind
    assert kind_of(lambda: credential_store.credential(ACCOUNT, LONG)) is kind
    ring.problem = None
    assert credential_store.credential(ACCOUNT, LONG).text == SECRET


def test_a_fault_in_the_keyring_does_not_end_its_thread() -> None:
    rings: list[Callable[[], ScriptedKeyring]] = [ScriptedKeyring]

    def factory() -> ScriptedKeyring:
        if len(rings) == 1:
            rings.append(ScriptedKeyring)
            raise ImportError(SECRET)
        return ScriptedKeyring()

    credential_store = CredentialStore(factory)
    with pytest.raises(WalletTrayError) as caught:
        credential_store.credential(ACCOUNT, LONG)
    assert caught.value.problem.kind is ProblemKind.REPLACED, "an upgrade is under way"
    assert SECRET not in str(caught.value)
    assert kind_of(lambda: credential_store.credential(ACCOUNT, LONG)) is ProblemKind.SIGNED_OUT


def test_a_key_never_goes_to_another_host(
    credential_store: CredentialStore, ring: ScriptedKeyring
) -> None:
    credential_store.save(ACCOUNT, Credential(API_KEY, SECRET), LONG)
    moved = replace(ACCOUNT, api_url="https://wallet.example/v1")
    assert kind_of(lambda: credential_store.credential(moved, LONG)) is ProblemKind.SIGNED_OUT


def test_the_settings_say_what_kind_the_stored_text_is(
    credential_store: CredentialStore, ring: ScriptedKeyring
) -> None:
    ring.texts[ACCOUNT.keyring_user] = SECRET
    assert credential_store.credential(ACCOUNT, LONG).kind is API_KEY
    changed = replace(ACCOUNT, credential=ACCESS_TOKEN)
    assert credential_store.credential(changed, LONG) == Credential(ACCESS_TOKEN, SECRET)


def test_saved_credential_keeps_its_kind_until_the_settings_change(
    credential_store: CredentialStore,
) -> None:
    credential_store.save(ACCOUNT, Credential(ACCESS_TOKEN, SECRET), LONG)
    assert credential_store.credential(ACCOUNT, LONG).kind is ACCESS_TOKEN
    followed = replace(ACCOUNT, credential=ACCESS_TOKEN)
    assert credential_store.credential(followed, LONG).kind is ACCESS_TOKEN


HANGS = """
import threading
from datetime import timedelta
from tests.support.builders import make_account
from wallet_tray.domain.problem import WalletTrayError
from wallet_tray.credentials.store import CredentialStore

class Hangs:
    def read(self, user, *, may_prompt=True):
        threading.Event().wait()

store = CredentialStore(Hangs)
try:
    store.credential(make_account(), timedelta(seconds=0.1))
except WalletTrayError as error:
    print(error)
"""


def test_a_keyring_that_never_answers_does_not_hold_up_the_end() -> None:
    run = subprocess.run(
        [sys.executable, "-c", HANGS], capture_output=True, text=True, timeout=300, check=True
    )
    assert (run.stdout, run.stderr) == ("keyring-waiting\n", "")


WITHOUT_KEYRING = """
import logging, os, sys
from datetime import timedelta
from tests.support.builders import make_account
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.storage.state_file import StateFile
from wallet_tray.credentials.environment import KeyUse
from wallet_tray.credentials.keyring_backend import SystemKeyring
from wallet_tray.credentials.store import CredentialStore
from wallet_tray.storage.paths import user_folders
from wallet_tray.storage.settings_file import SettingsStore

folders = user_folders()
logging.basicConfig(level=logging.DEBUG)
secret = sys.stdin.read()
use = KeyUse(usual=frozenset({"default"}))
store = CredentialStore(SystemKeyring, os.environ, use)
SettingsStore(folders.settings_file).save({"accounts[default].credential": "access-token"})
work = make_account(id="work")
kept = store.save(work, Credential(CredentialKind.API_KEY, secret), timedelta(20))
StateFile(folders.alert_memory_file).save({"work": {"level": "low"}})
used = [store.credential(make_account(id=name), timedelta(0)) for name in ("default", "work")]
print(kept, used, sorted({len(credential.text) for credential in used}))
store.delete(work, timedelta(seconds=20))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a keyring")
def test_without_a_keyring_no_file_and_no_output_holds_the_secret(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", WITHOUT_KEYRING],
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(tmp_path),
            "XDG_RUNTIME_DIR": str(tmp_path),
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path / 'none'}",
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
            "BYTENITE_API_KEY": SECRET,
        },
        input=SECRET,
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    assert "IN_MEMORY" in run.stdout
    assert run.stdout.endswith(f"[{len(SECRET)}]\n")
    assert SECRET not in run.stdout + run.stderr
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {path.name for path in files} >= {"settings.toml", "alerts.json"}
    for path in files:
        assert SECRET.encode() not in path.read_bytes(), path
