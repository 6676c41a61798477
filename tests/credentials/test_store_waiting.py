"""One keyring call at a time, and nothing that hangs; another process signs in or out."""

import threading

import pytest

from tests.support.builders import make_account
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
from wallet_tray.credentials.store import CredentialStore
from wallet_tray.domain.credential import Credential
from wallet_tray.domain.problem import ProblemKind


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
    accounts = [make_account(id=f"a{n}") for n in range(8)]
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
    accounts = [make_account(id=f"a{n}") for n in range(8)]
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
        account = make_account(id=f"a{number}")
        assert kind_of(lambda account=account: credential_store.credential(account, NO_TIME)) in (
            ProblemKind.KEYRING_WAITING,
            ProblemKind.SIGNED_OUT,
        )
    after = {thread for thread in threading.enumerate() if thread.name == "keyring"}
    assert len(after - before) == 1
    ring.gate.set()
    last = make_account(id="last")
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
