"""Credentials are kept in the keyring and forgotten everywhere."""

import threading
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.support.credentials import (
    ACCOUNT,
    API_KEY,
    LONG,
    NO_TIME,
    SECRET,
    SHORT,
    WORK,
    in_background,
    kind_of,
)
from tests.support.keyrings import ScriptedKeyring
from wallet_tray.credentials.store import CredentialStore, Location
from wallet_tray.domain.credential import Credential
from wallet_tray.domain.problem import ProblemKind


def test_saved_credential_is_in_the_keyring_and_in_use(
    credential_store: CredentialStore, ring: ScriptedKeyring
) -> None:
    kept = credential_store.save(ACCOUNT, Credential(API_KEY, SECRET), LONG)
    assert (kept.place, kept.problem) == (Location.IN_KEYRING, None)
    assert ring.texts == {ACCOUNT.keyring_user: SECRET}
    assert credential_store.credential(ACCOUNT, NO_TIME).text == SECRET


@pytest.mark.parametrize(
    "kind",
    [ProblemKind.KEYRING_MISSING, ProblemKind.KEYRING_LOCKED, ProblemKind.KEYRING_FAILED],
)
def test_without_a_usable_keyring_it_stays_in_memory(
    credential_store: CredentialStore, ring: ScriptedKeyring, kind: ProblemKind
) -> None:
    ring.problem = kind
    kept = credential_store.save(ACCOUNT, Credential(API_KEY, SECRET), LONG)
    assert kept.place is Location.IN_MEMORY
    assert kept.problem is not None
    assert kept.problem.kind is kind
    assert credential_store.credential(ACCOUNT, NO_TIME).text == SECRET


def test_a_late_keyring_still_takes_it(ring: ScriptedKeyring) -> None:
    late = threading.Event()
    credential_store = CredentialStore(lambda: ring, on_late_answer=lambda _: late.set())
    ring.gate.clear()
    kept = credential_store.save(ACCOUNT, Credential(API_KEY, SECRET), SHORT)
    assert kept.place is Location.IN_MEMORY
    assert kept.problem is not None
    assert kept.problem.kind is ProblemKind.KEYRING_WAITING
    assert credential_store.credential(ACCOUNT, NO_TIME).text == SECRET
    assert not credential_store.is_stored(ACCOUNT)
    ring.gate.set()
    assert late.wait(60)
    assert ring.texts == {ACCOUNT.keyring_user: SECRET}
    assert credential_store.is_stored(ACCOUNT)


def test_an_old_read_does_not_replace_a_new_credential(
    credential_store: CredentialStore, ring: ScriptedKeyring
) -> None:
    ring.texts[ACCOUNT.keyring_user] = "old"
    ring.gate.clear()
    reading = in_background(lambda: credential_store.credential(ACCOUNT, LONG).text)
    assert ring.entered.acquire(timeout=60)
    kept = credential_store.save(ACCOUNT, Credential(API_KEY, "new"), SHORT)
    assert kept.place is Location.IN_MEMORY
    ring.gate.set()
    assert reading() == "new"
    assert credential_store.credential(ACCOUNT, NO_TIME).text == "new"
    assert (
        kind_of(lambda: credential_store.credential(WORK, LONG)) is ProblemKind.SIGNED_OUT
    )  # queued last
    assert ring.texts == {ACCOUNT.keyring_user: "new"}


def test_deleted_credential_is_gone(
    credential_store: CredentialStore, ring: ScriptedKeyring
) -> None:
    credential_store.save(ACCOUNT, Credential(API_KEY, SECRET), LONG)
    credential_store.delete(ACCOUNT, LONG)
    assert ring.texts == {}
    assert kind_of(lambda: credential_store.credential(ACCOUNT, LONG)) is ProblemKind.SIGNED_OUT
    credential_store.delete(ACCOUNT, LONG)


def test_pending_read_does_not_restore_a_deleted_credential(
    credential_store: CredentialStore, ring: ScriptedKeyring
) -> None:
    ring.texts[ACCOUNT.keyring_user] = SECRET
    ring.gate.clear()
    reading = in_background(lambda: credential_store.credential(ACCOUNT, LONG))
    assert ring.entered.acquire(timeout=60)
    assert kind_of(lambda: credential_store.delete(ACCOUNT, SHORT)) is ProblemKind.KEYRING_WAITING
    ring.gate.set()
    assert reading() is ProblemKind.SIGNED_OUT
    assert kind_of(lambda: credential_store.credential(ACCOUNT, LONG)) is ProblemKind.SIGNED_OUT


def test_locked_keyring_keeps_the_credential_but_memory_drops_it(
    credential_store: CredentialStore, ring: ScriptedKeyring
) -> None:
    credential_store.save(ACCOUNT, Credential(API_KEY, SECRET), LONG)
    ring.problem = ProblemKind.KEYRING_LOCKED
    assert kind_of(lambda: credential_store.delete(ACCOUNT, LONG)) is ProblemKind.KEYRING_LOCKED
    assert kind_of(lambda: credential_store.credential(ACCOUNT, LONG)) is ProblemKind.KEYRING_LOCKED


def test_all_credentials_are_deleted_at_once(
    credential_store: CredentialStore, ring: ScriptedKeyring
) -> None:
    for account in (ACCOUNT, WORK):
        credential_store.save(account, Credential(API_KEY, SECRET), LONG)
    credential_store.delete_all([ACCOUNT, WORK], LONG)
    assert ring.texts == {}
    assert kind_of(lambda: credential_store.credential(ACCOUNT, LONG)) is ProblemKind.SIGNED_OUT
    assert kind_of(lambda: credential_store.credential(WORK, LONG)) is ProblemKind.SIGNED_OUT


@pytest.mark.parametrize("only", [None, "default"])
def test_pending_read_does_not_restore_credentials_after_delete_all(
    credential_store: CredentialStore, ring: ScriptedKeyring, only: str | None
) -> None:
    ring.texts[ACCOUNT.keyring_user] = SECRET
    ring.gate.clear()
    reading = in_background(lambda: credential_store.credential(ACCOUNT, LONG))
    assert ring.entered.acquire(timeout=60)
    waiting = ProblemKind.KEYRING_WAITING
    assert kind_of(lambda: credential_store.delete_all([ACCOUNT], SHORT, only=only)) is waiting
    ring.gate.set()
    assert reading() is ProblemKind.SIGNED_OUT
    assert credential_store.in_memory(ACCOUNT) is None


def test_keys_that_are_reported_once_the_keyring_is_open_go_too(
    credential_store: CredentialStore, ring: ScriptedKeyring
) -> None:
    """KeePassXC lists nothing of a locked database, which the first removal opens."""
    ring.texts = dict.fromkeys([ACCOUNT.keyring_user, FORMER], SECRET)
    tell, ring.users = ring.users, list  # type: ignore[method-assign]
    delete = ring.delete

    def delete_and_open(user: str) -> None:
        ring.users = tell  # type: ignore[method-assign]
        delete(user)

    ring.delete = delete_and_open  # type: ignore[method-assign]
    credential_store.delete_all([ACCOUNT], LONG)
    assert ring.texts == {}


FORMER = "work@old.example"


@pytest.mark.parametrize("only", [None, "work"])
def test_former_accounts_and_hosts_are_deleted_with_them(
    credential_store: CredentialStore, ring: ScriptedKeyring, only: str | None
) -> None:
    gone = "gone@old.example"
    ring.texts = dict.fromkeys([ACCOUNT.keyring_user, FORMER, gone], SECRET)
    credential_store.save(WORK, Credential(API_KEY, SECRET), LONG)
    credential_store.delete_all([WORK] if only else [ACCOUNT, WORK], LONG, only=only)
    assert set(ring.texts) == ({ACCOUNT.keyring_user, gone} if only else set())


def test_keyring_without_a_list_is_asked_for_known_users(
    credential_store: CredentialStore, ring: ScriptedKeyring
) -> None:
    ring.texts = dict.fromkeys([WORK.keyring_user, FORMER, "gone@old.example"], SECRET)
    ring.users = list  # type: ignore[method-assign]
    credential_store.delete_all([WORK], LONG, lambda: [FORMER, "gone@old.example"], only="work")
    assert list(ring.texts) == ["gone@old.example"]


def test_known_users_are_deleted_even_if_the_list_fails(
    credential_store: CredentialStore, ring: ScriptedKeyring
) -> None:
    ring.texts = dict.fromkeys([WORK.keyring_user, FORMER], SECRET)
    ring.refused["users"] = ProblemKind.KEYRING_FAILED
    failed = kind_of(lambda: credential_store.delete_all([WORK], LONG, lambda: [FORMER]))
    assert failed is ProblemKind.KEYRING_FAILED
    assert ring.texts == {}
    ring.made.clear()
    ring.refused["users"] = ProblemKind.KEYRING_LOCKED
    assert kind_of(lambda: credential_store.delete_all([WORK], LONG)) is ProblemKind.KEYRING_LOCKED
    assert ring.calls == [], "its question was dismissed once"


def test_credential_of_a_former_host_is_dropped_from_memory(
    credential_store: CredentialStore, ring: ScriptedKeyring
) -> None:
    moved = replace(WORK, api_url="https://old.example/v1")
    credential_store.save(moved, Credential(API_KEY, SECRET), LONG)
    credential_store.delete_all([WORK], LONG, only="work")
    assert kind_of(lambda: credential_store.credential(moved, LONG)) is ProblemKind.SIGNED_OUT


@pytest.mark.parametrize(
    ("problem", "asked"), [(ProblemKind.KEYRING_LOCKED, 1), (ProblemKind.KEYRING_FAILED, 2)]
)
def test_only_a_locked_keyring_spares_the_other_accounts(
    credential_store: CredentialStore, ring: ScriptedKeyring, problem: ProblemKind, asked: int
) -> None:
    ring.problem = problem
    assert kind_of(lambda: credential_store.delete_all([ACCOUNT, WORK], LONG)) is problem
    assert sum(call.startswith("delete") for call in ring.calls) == asked


def test_all_credentials_are_deleted_when_the_keyring_answers(
    credential_store: CredentialStore, ring: ScriptedKeyring
) -> None:
    credential_store.save(WORK, Credential(API_KEY, SECRET), LONG)
    ring.gate.clear()
    waiting = ProblemKind.KEYRING_WAITING
    assert kind_of(lambda: credential_store.delete_all([ACCOUNT, WORK], SHORT)) is waiting
    ring.gate.set()
    assert kind_of(lambda: credential_store.credential(WORK, LONG)) is ProblemKind.SIGNED_OUT
    assert ring.texts == {}


@pytest.mark.parametrize("only", [None, "work"])
@pytest.mark.parametrize("waits", [LONG, SHORT])
def test_pending_read_caches_no_deleted_credential(
    credential_store: CredentialStore, ring: ScriptedKeyring, only: str | None, waits: timedelta
) -> None:
    """The keyring has answered already, and the answer comes after the wish to forget all."""
    ring.texts[WORK.keyring_user] = SECRET
    ring.gate.clear()
    result = in_background(lambda: credential_store.credential(WORK, waits))
    assert ring.entered.acquire(timeout=60)
    forgotten = in_background(lambda: credential_store.delete_all([WORK], LONG, only=only))
    call_count = 60 * 100
    record = credential_store._records[WORK.keyring_user]
    while not record.generation and call_count:  # until the wish has been taken in
        threading.Event().wait(0.01)
        call_count -= 1
    ring.gate.set()
    forgotten()
    assert result() in (ProblemKind.SIGNED_OUT, ProblemKind.KEYRING_WAITING)
    assert credential_store.in_memory(WORK) is None
    assert kind_of(lambda: credential_store.credential(WORK, LONG)) is ProblemKind.SIGNED_OUT


def test_signing_out_without_a_keyring_needs_none_if_only_the_memory_held_it(
    credential_store: CredentialStore, ring: ScriptedKeyring
) -> None:
    ring.problem = ProblemKind.KEYRING_MISSING
    assert kind_of(lambda: credential_store.delete(ACCOUNT, LONG)) is ProblemKind.KEYRING_MISSING
    credential_store.save(ACCOUNT, Credential(API_KEY, SECRET), LONG)
    credential_store.delete(ACCOUNT, LONG)
    assert (
        kind_of(lambda: credential_store.credential(ACCOUNT, LONG)) is ProblemKind.KEYRING_MISSING
    )
