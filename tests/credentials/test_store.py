"""Credentials: where they come from, one keyring call at a time, and nothing that hangs."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.keyrings import ScriptedKeyring
from wallet_tray.credentials.store import CredentialStore, Location
from wallet_tray.domain.account import Account
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.domain.problem import ProblemKind, WalletTrayError

SECRET = "WTSENTINEL-credential-0123456789"
API_KEY, ACCESS_TOKEN = CredentialKind.API_KEY, CredentialKind.ACCESS_TOKEN
ACCOUNT = Account()
WORK = Account(id="work")
LONG = timedelta(seconds=20)
SHORT = timedelta(milliseconds=50)
NO_TIME = timedelta(0)


@pytest.fixture
def ring() -> Iterator[ScriptedKeyring]:
    ring = ScriptedKeyring()
    yield ring
    ring.release()


@pytest.fixture
def credential_store(ring: ScriptedKeyring) -> CredentialStore:
    return CredentialStore(lambda: ring)


def kind_of(call: Callable[[], object]) -> ProblemKind:
    with pytest.raises(WalletTrayError) as caught:
        call()
    return caught.value.problem.kind


def in_background(call: Callable[[], object]) -> Callable[[], object]:
    """Starts the call in a thread; the returned function waits for what came of it."""
    results: list[object] = []

    def run() -> None:
        try:
            results.append(call())
        except WalletTrayError as error:
            results.append(error.problem.kind)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()

    def result() -> object:
        thread.join(60)
        return results[0]

    return result


# --- the environment -------------------------------------------------------------------------


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
    elsewhere = replace(ACCOUNT, api_url="https://wallet.example")
    for account in (ACCOUNT, elsewhere):
        credential_store = CredentialStore(lambda: ring, environment, "default")
        assert credential_store.credential(account, NO_TIME) == Credential(kind, "k")
        assert credential_store.environment.is_used(account)
    assert ring.calls == []


ELSEWHERE = replace(ACCOUNT, api_url="https://wallet.example/v1")


def test_a_key_stays_with_the_host_that_it_was_first_used_for(ring: ScriptedKeyring) -> None:
    ring.texts[ELSEWHERE.keyring_user] = "stored"
    credential_store = CredentialStore(lambda: ring, {"BYTENITE_API_KEY": "k"}, "default")
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
    credential_store = CredentialStore(lambda: ring, {"BYTENITE_ACCESS_TOKEN": "k"}, "default")
    first = replace(ACCOUNT, api_url="http://127.0.0.1:3/v1")
    assert credential_store.credential(first, NO_TIME).text == "k"
    other = replace(ACCOUNT, api_url=api_url)
    assert kind_of(lambda: credential_store.credential(other, LONG)) is ProblemKind.SIGNED_OUT


def test_all_stores_of_a_run_share_the_host_of_the_key(ring: ScriptedKeyring) -> None:
    hosts: dict[str, str] = {}
    environment = {"BYTENITE_API_KEY": "k"}
    first = CredentialStore(lambda: ring, environment, "default", key_hosts=hosts)
    assert first.credential(ELSEWHERE, NO_TIME).text == "k"
    second = CredentialStore(lambda: ring, environment, "default", key_hosts=hosts)
    assert kind_of(lambda: second.credential(ACCOUNT, LONG)) is ProblemKind.SIGNED_OUT
    assert second.credential(ELSEWHERE, NO_TIME).text == "k"
    assert "k" not in repr(hosts).replace("BYTENITE_API_KEY", "")


def test_the_environment_is_for_its_account_alone(ring: ScriptedKeyring) -> None:
    ring.texts[WORK.keyring_user] = "stored"
    credential_store = CredentialStore(lambda: ring, {"BYTENITE_API_KEY": "k"}, "default")
    assert credential_store.credential(WORK, LONG).text == "stored"
    assert not credential_store.environment.is_used(WORK)
    credential_store.environment.account_id = None
    assert kind_of(lambda: credential_store.credential(ACCOUNT, LONG)) is ProblemKind.SIGNED_OUT


def test_environment_credential_is_returned_for_its_account_if_usable(
    ring: ScriptedKeyring,
) -> None:
    credential_store = CredentialStore(lambda: ring, {"BYTENITE_API_KEY": SECRET}, "default")
    assert credential_store.environment.credential(ACCOUNT) == Credential(API_KEY, SECRET)
    assert credential_store.environment.credential(WORK) is None
    assert CredentialStore(lambda: ring, {}, "default").environment.credential(ACCOUNT) is None
    unusable = CredentialStore(lambda: ring, {"BYTENITE_API_KEY": "a b"}, "default")
    assert unusable.environment.credential(ACCOUNT) is None
    assert ring.calls == []


@pytest.mark.parametrize("text", ["a b", "ä", "a\x00b", " ", "x" * 8193])
def test_unusable_environment_credential_is_reported(ring: ScriptedKeyring, text: str) -> None:
    ring.texts[ACCOUNT.keyring_user] = "stored"
    credential_store = CredentialStore(lambda: ring, {"BYTENITE_API_KEY": text}, "default")
    assert (
        kind_of(lambda: credential_store.credential(ACCOUNT, LONG))
        is ProblemKind.CREDENTIAL_UNUSABLE
    )
    assert ring.calls == []


# --- reading ---------------------------------------------------------------------------------


def test_nothing_is_started_before_the_first_use() -> None:
    def factory() -> ScriptedKeyring:
        raise AssertionError("not yet")

    before = threading.active_count()
    credential_store = CredentialStore(factory, {"BYTENITE_API_KEY": "k"}, "default")
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


# --- a keyring that keeps us waiting ---------------------------------------------------------


def test_a_prompt_is_waited_for_as_long_as_asked_and_then_answers_late(
    ring: ScriptedKeyring,
) -> None:
    notified: list[str] = []
    late = threading.Event()

    def on_late_answer(account_id: str) -> None:
        notified.append(account_id)
        late.set()
        raise RuntimeError("a fault of the listener's")

    credential_store = CredentialStore(lambda: ring, on_late_answer=on_late_answer)
    ring.texts[ACCOUNT.keyring_user] = SECRET
    ring.gate.clear()
    for _ in range(3):
        assert (
            kind_of(lambda: credential_store.credential(ACCOUNT, SHORT))
            is ProblemKind.KEYRING_WAITING
        )
    assert ring.calls == ["read default"], "the second and third joined the first"
    assert notified == []
    ring.gate.set()
    assert late.wait(60)
    assert credential_store.credential(ACCOUNT, NO_TIME).text == SECRET
    assert notified == ["default"]
    assert ring.calls == ["read default"]


def test_answer_in_time_is_not_reported_as_late(ring: ScriptedKeyring) -> None:
    notified: list[str] = []
    credential_store = CredentialStore(lambda: ring, on_late_answer=notified.append)
    kind_of(lambda: credential_store.credential(ACCOUNT, LONG))
    credential_store.save(ACCOUNT, Credential(API_KEY, SECRET), LONG)
    credential_store.delete(ACCOUNT, LONG)
    assert notified == []


def test_all_accounts_share_one_thread_and_one_prompt(
    credential_store: CredentialStore, ring: ScriptedKeyring
) -> None:
    accounts = [Account(id=f"a{n}") for n in range(8)]
    for account in accounts:
        ring.texts[account.keyring_user] = account.id
    ring.gate.clear()
    waiting = [
        in_background(lambda a=a: credential_store.credential(a, LONG).text) for a in accounts * 3
    ]
    assert ring.entered.acquire(timeout=60)
    assert len(ring.calls) == 1
    ring.gate.set()
    assert [result() for result in waiting] == [a.id for a in accounts] * 3
    assert len(ring.calls) == len(accounts)
    assert len(ring.threads) == 1


def test_a_dismissed_question_is_answered_for_all_who_have_asked(
    credential_store: CredentialStore, ring: ScriptedKeyring
) -> None:
    accounts = [Account(id=f"a{n}") for n in range(8)]
    ring.gate.clear()
    ring.problem = ProblemKind.KEYRING_LOCKED
    waiting = [in_background(lambda a=a: credential_store.credential(a, LONG)) for a in accounts]
    while sum(len(record.reads) for record in [*credential_store._records.values()]) < 8:
        assert ring.gate.wait(0.001) is False
    ring.gate.set()
    assert {result() for result in waiting} == {ProblemKind.KEYRING_LOCKED}
    assert len(ring.calls) == 1
    assert (
        kind_of(lambda: credential_store.credential(accounts[0], LONG))
        is ProblemKind.KEYRING_LOCKED
    )
    assert len(ring.calls) == 2, "a new question asks the keyring again"


def test_a_question_that_is_dismissed_late_does_not_come_back_by_itself(
    ring: ScriptedKeyring,
) -> None:
    late = threading.Event()
    credential_store = CredentialStore(lambda: ring, on_late_answer=lambda _: late.set())
    ring.gate.clear()
    ring.problem = ProblemKind.KEYRING_LOCKED
    assert (
        kind_of(lambda: credential_store.credential(ACCOUNT, SHORT)) is ProblemKind.KEYRING_WAITING
    )
    ring.gate.set()
    assert late.wait(60)
    # What the late answer sets off hears of it; the next wish of the user asks.
    assert kind_of(lambda: credential_store.credential(ACCOUNT, LONG)) is ProblemKind.KEYRING_LOCKED
    assert ring.calls == ["read default"]
    assert kind_of(lambda: credential_store.credential(ACCOUNT, LONG)) is ProblemKind.KEYRING_LOCKED
    assert ring.calls == ["read default", "read default"]


def test_late_dismissal_still_allows_a_read_without_a_prompt(
    ring: ScriptedKeyring,
) -> None:
    late = threading.Event()
    credential_store = CredentialStore(lambda: ring, on_late_answer=lambda _: late.set())
    ring.gate.clear()
    ring.problem = ProblemKind.KEYRING_LOCKED
    assert (
        kind_of(lambda: credential_store.credential(ACCOUNT, SHORT)) is ProblemKind.KEYRING_WAITING
    )
    ring.gate.set()
    assert late.wait(60)
    ring.problem = None  # it was opened elsewhere
    ring.texts[ACCOUNT.keyring_user] = SECRET
    assert credential_store.credential(ACCOUNT, LONG, may_prompt=False).text == SECRET


def test_a_background_read_raises_no_prompt_of_its_own(
    credential_store: CredentialStore, ring: ScriptedKeyring
) -> None:
    ring.problem = ProblemKind.KEYRING_LOCKED
    locked = kind_of(lambda: credential_store.credential(ACCOUNT, LONG, may_prompt=False))
    assert locked is ProblemKind.KEYRING_LOCKED
    assert ring.calls == ["peek default"]


def test_a_thousand_calls_to_a_keyring_that_often_hangs_cost_one_thread(
    ring: ScriptedKeyring, credential_store: CredentialStore
) -> None:
    before = {thread for thread in threading.enumerate() if thread.name == "keyring"}
    for number in range(1000):
        (ring.gate.clear if number % 5 == 0 else ring.gate.set)()
        account = Account(id=f"a{number}")
        assert kind_of(lambda account=account: credential_store.credential(account, NO_TIME)) in (
            ProblemKind.KEYRING_WAITING,
            ProblemKind.SIGNED_OUT,
        )
    after = {thread for thread in threading.enumerate() if thread.name == "keyring"}
    assert len(after - before) == 1
    ring.gate.set()
    last = Account(id="last")
    ring.texts[last.keyring_user] = SECRET
    assert credential_store.credential(last, LONG).text == SECRET, "and in the end all are answered"


def test_no_limit_means_waiting_for_the_user(
    credential_store: CredentialStore, ring: ScriptedKeyring
) -> None:
    ring.texts[ACCOUNT.keyring_user] = SECRET
    ring.gate.clear()
    result = in_background(lambda: credential_store.credential(ACCOUNT, None).text)
    assert ring.entered.acquire(timeout=60)
    ring.gate.set()
    assert result() == SECRET


# --- keeping ---------------------------------------------------------------------------------


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


# --- forgetting ------------------------------------------------------------------------------


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


# --- another process signed in or out --------------------------------------------------------


@pytest.mark.parametrize("account_id", [None, "default"])
def test_invalidated_credential_is_read_again(
    credential_store: CredentialStore, ring: ScriptedKeyring, account_id: str | None
) -> None:
    ring.texts[ACCOUNT.keyring_user] = "old"
    assert credential_store.credential(ACCOUNT, LONG).text == "old"
    ring.texts[ACCOUNT.keyring_user] = "new"
    credential_store.invalidate("other")
    assert credential_store.credential(ACCOUNT, LONG).text == "old"
    credential_store.invalidate(account_id)
    assert credential_store.credential(ACCOUNT, LONG).text == "new"
    del ring.texts[ACCOUNT.keyring_user]
    credential_store.invalidate(account_id)
    assert kind_of(lambda: credential_store.credential(ACCOUNT, LONG)) is ProblemKind.SIGNED_OUT


def test_a_read_from_before_the_change_is_not_believed(
    credential_store: CredentialStore, ring: ScriptedKeyring
) -> None:
    ring.texts[ACCOUNT.keyring_user] = "old"
    ring.gate.clear()
    reading = in_background(lambda: credential_store.credential(ACCOUNT, LONG).text)
    assert ring.entered.acquire(timeout=60)
    ring.texts[ACCOUNT.keyring_user] = "new"
    credential_store.invalidate()
    ring.gate.set()
    assert reading() == "new"


def test_a_read_from_before_the_change_is_not_joined(
    credential_store: CredentialStore, ring: ScriptedKeyring
) -> None:
    ring.texts[ACCOUNT.keyring_user] = "old"
    ring.gate.clear()
    waiting = kind_of(lambda: credential_store.credential(ACCOUNT, SHORT))
    assert waiting is ProblemKind.KEYRING_WAITING
    ring.texts[ACCOUNT.keyring_user] = "new"
    credential_store.invalidate()
    threading.Timer(0.2, ring.gate.set).start()  # while the next request waits
    assert credential_store.credential(ACCOUNT, LONG).text == "new"


def test_a_read_that_is_outdated_in_the_queue_does_not_reach_the_keyring(
    credential_store: CredentialStore, ring: ScriptedKeyring
) -> None:
    ring.gate.clear()
    for account in (ACCOUNT, WORK):
        waiting = kind_of(lambda a=account: credential_store.credential(a, SHORT))
        assert waiting is ProblemKind.KEYRING_WAITING
    credential_store.invalidate()
    ring.gate.set()
    assert kind_of(lambda: credential_store.credential(WORK, LONG)) is ProblemKind.SIGNED_OUT
    assert ring.calls == ["read default", "read work"]


def test_unsaved_credential_stays_in_memory_without_a_keyring(
    credential_store: CredentialStore, ring: ScriptedKeyring
) -> None:
    ring.problem = ProblemKind.KEYRING_MISSING
    credential_store.save(ACCOUNT, Credential(API_KEY, SECRET), LONG)
    credential_store.invalidate()
    for _ in range(3):
        assert credential_store.credential(ACCOUNT, LONG).text == SECRET
    assert ring.calls == ["write default", "read default"], "the keyring is asked once"


def test_unsaved_credential_is_used_while_the_keyring_is_slow(
    credential_store: CredentialStore, ring: ScriptedKeyring
) -> None:
    ring.problem = ProblemKind.KEYRING_LOCKED
    credential_store.save(ACCOUNT, Credential(API_KEY, SECRET), LONG)
    ring.gate.clear()
    credential_store.invalidate()
    assert credential_store.credential(ACCOUNT, SHORT).text == SECRET


@pytest.mark.parametrize("elsewhere", [None, "new"])
def test_a_keyring_that_answers_is_right(
    credential_store: CredentialStore, ring: ScriptedKeyring, elsewhere: str | None
) -> None:
    ring.problem = ProblemKind.KEYRING_MISSING
    credential_store.save(ACCOUNT, Credential(API_KEY, SECRET), LONG)
    ring.problem = None  # it started later, and the command line signed in, or out
    if elsewhere is not None:
        ring.texts[ACCOUNT.keyring_user] = elsewhere
    credential_store.invalidate()
    if elsewhere is None:
        assert kind_of(lambda: credential_store.credential(ACCOUNT, LONG)) is ProblemKind.SIGNED_OUT
    else:
        assert credential_store.credential(ACCOUNT, LONG).text == elsewhere


# --- the end, and secrecy --------------------------------------------------------------------

HANGS = """
import threading
from datetime import timedelta
from wallet_tray.domain.account import Account
from wallet_tray.domain.problem import WalletTrayError
from wallet_tray.credentials.store import CredentialStore

class Hangs:
    def read(self, user, *, may_prompt=True):
        threading.Event().wait()

store = CredentialStore(Hangs)
try:
    store.credential(Account(), timedelta(seconds=0.1))
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
from wallet_tray.domain.account import Account
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.storage.state_file import StateFile
from wallet_tray.credentials.keyring_backend import SystemKeyring
from wallet_tray.credentials.store import CredentialStore
from wallet_tray.storage.paths import user_folders
from wallet_tray.storage.settings_file import SettingsStore

folders = user_folders()
logging.basicConfig(level=logging.DEBUG)
secret = sys.stdin.read()
store = CredentialStore(SystemKeyring, os.environ, "default")
SettingsStore(folders.settings_file).save({"accounts[default].credential": "access-token"})
kept = store.save(Account(id="work"), Credential(CredentialKind.API_KEY, secret), timedelta(20))
StateFile(folders.alert_memory_file).save({"work": {"level": "low"}})
used = [store.credential(Account(id=name), timedelta(0)) for name in ("default", "work")]
print(kept, used, sorted({len(credential.text) for credential in used}))
store.delete(Account(id="work"), timedelta(seconds=20))
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
