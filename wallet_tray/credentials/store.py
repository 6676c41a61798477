"""The accounts' credentials, from the environment, from memory or from the keyring."""

import threading
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from wallet_tray.credentials.environment import EnvironmentKey, environment_key
from wallet_tray.credentials.keyring_thread import KeyringCall, KeyringThread, deadline
from wallet_tray.domain.account import Account
from wallet_tray.domain.credential import (
    Credential,
    CredentialKind,
    UnusableCredentialError,
    credential_from,
)
from wallet_tray.domain.problem import Problem, ProblemKind, WalletTrayError

if TYPE_CHECKING:
    from wallet_tray.credentials.keyring_backend import Keyring

_DISMISSED = "its question was dismissed"


class Location(Enum):
    """The place where a credential was stored."""

    IN_KEYRING = "in the keyring"
    IN_MEMORY = "in memory, until the program ends"


@dataclass(frozen=True, slots=True)
class SaveResult:
    """The place where a credential was stored, and the problem that kept it out of the keyring."""

    place: Location
    problem: Problem | None = None


@dataclass(slots=True)
class _Remembered:
    """A credential in memory.

    ``declared`` is the kind that the account's settings named when it was stored. If the settings
    name another kind now, they are right. ``stored`` is false while the keyring has not accepted
    the credential. ``doubted`` is true for such a credential after ``drop_remembered``.
    """

    credential: Credential
    declared: CredentialKind
    stored: bool
    doubted: bool = False


class CredentialStore:
    """The credentials of all accounts. Any thread may call the methods.

    ``keyring_factory`` is called in the keyring thread, on the first call. The environment's
    credential is used for the account ``environment_account_id`` alone. It is sent only to the host
    that ``key_hosts`` holds for its variable, the first one it was used for in this run. All
    credential stores of a run share ``key_hosts`` (see EnvironmentKey). ``on_late_answer`` is
    called in the keyring thread with the account's id. It reports the end of a call that a caller
    has stopped waiting for.

    Dismissing the keyring's prompt answers it for every account that has asked by then. None of
    these accounts opens the prompt again before its next request.
    """

    def __init__(
        self,
        keyring_factory: "Callable[[], Keyring]",
        environment: Mapping[str, str] | None = None,
        environment_account_id: str | None = None,
        on_late_answer: Callable[[str], None] | None = None,
        key_hosts: dict[str, str] | None = None,
    ) -> None:
        self.environment_account_id = environment_account_id
        self._environment_key = environment_key(environment or {})
        self._key_hosts = {} if key_hosts is None else key_hosts
        self._thread = KeyringThread(keyring_factory, on_late_answer)
        self._lock = threading.Lock()
        # All three by keyring user, which includes the host: a key is never sent to another host.
        self._remembered: dict[str, _Remembered] = {}
        self._reads: dict[tuple[str, bool], tuple[KeyringCall, int]] = {}
        # Incremented whenever a pending answer would be outdated.
        self._eras: dict[str, int] = {}
        self._dismissals = 0  # of the keyring's prompt, so far
        # Keyring users whose call continues without a waiting caller, and those whose next request
        # fails as dismissed, without a new prompt.
        self._given_up: set[str] = set()
        self._dismissed: set[str] = set()

    def is_from_environment(self, account: Account) -> bool:
        """Return True if the environment's credential is used for this account."""
        return self._given(account) is not None

    def borrowed(self, account: Account) -> Credential | None:
        """Return the environment's credential if this account uses it, else None.

        Also None if the text cannot be a credential: it was never sent.
        """
        given = self._given(account)
        try:
            return None if given is None else credential_from(given.text, given.kind)
        except UnusableCredentialError:
            return None

    def in_memory(self, account: Account) -> Credential | None:
        """Return the keyring's credential if it is in memory by now. Never waits."""
        with self._lock:
            known = self._remembered.get(account.keyring_user)
            return None if known is None else _as_declared(known, account)

    def is_stored(self, account: Account) -> bool:
        """Return True if the keyring also holds the credential in use, even if stored late."""
        with self._lock:
            known = self._remembered.get(account.keyring_user)
            return known is not None and known.stored

    def credential(
        self, account: Account, wait: timedelta | None, *, may_prompt: bool = True
    ) -> Credential:
        """Return the account's credential; wait at most ``wait`` for the keyring (None: no limit).

        Without ``may_prompt`` a locked keyring is a problem at once. Raises WalletTrayError:
        SIGNED_OUT, CREDENTIAL_UNUSABLE, KEYRING_WAITING (the call continues), KEYRING_MISSING,
        KEYRING_LOCKED or KEYRING_FAILED.
        """
        given = self._given(account)
        if given is not None and given.go_to(account, self._key_hosts):
            return _usable(given.text, given.kind)
        until = deadline(wait)
        while True:
            with self._lock:
                known = self._remembered.get(account.keyring_user)
                if known is not None and not known.doubted:
                    return _as_declared(known, account)
                if may_prompt and account.keyring_user in self._dismissed:
                    self._dismissed.remove(account.keyring_user)
                    raise _error(ProblemKind.KEYRING_LOCKED, _DISMISSED)
                call, era = self._read(account, may_prompt)
                self._given_up.discard(account.keyring_user)
            answered = self._thread.wait_for(call, until)
            with self._lock:
                known = self._remembered.get(account.keyring_user)
                if known is not None:
                    return _as_declared(known, account)
                outdated = era != self._eras.get(account.keyring_user, 0)
                if not answered:
                    self._give_up(account.keyring_user, call)
            if not answered:
                raise _error(ProblemKind.KEYRING_WAITING)
            if call.problem is not None:
                raise WalletTrayError(call.problem)
            if outdated:  # the user has signed in or out meanwhile
                continue
            if call.text is None:
                raise _error(ProblemKind.SIGNED_OUT)
            return _usable(call.text, account.credential)

    def keep(self, account: Account, credential: Credential, wait: timedelta | None) -> SaveResult:
        """Store the credential in the keyring, or keep it in memory if that fails.

        Either way it is in use from now on. A keyring that does not respond within ``wait`` may
        still accept it later. Only the account's settings name the kind of the stored credential:
        the caller must write the kind there first.
        """
        user = account.keyring_user
        entry = _Remembered(credential, account.credential, stored=False)

        def ended(call: KeyringCall) -> None:
            with self._lock:
                entry.stored = call.problem is None

        call = KeyringCall(account.id, lambda keyring: keyring.write(user, credential.text), ended)
        with self._lock:
            self._next_era(user)
            self._remembered[user] = entry
            self._thread.submit(call)
        if not self._thread.wait_for(call, deadline(wait)):
            return SaveResult(Location.IN_MEMORY, _error(ProblemKind.KEYRING_WAITING).problem)
        if call.problem is not None:
            return SaveResult(Location.IN_MEMORY, call.problem)
        return SaveResult(Location.IN_KEYRING)

    def forget(self, account: Account, wait: timedelta | None) -> None:
        """Remove the credential from memory at once, and from the keyring.

        Raises WalletTrayError if the keyring could not be asked. KEYRING_MISSING is not raised for
        a credential that was only in memory for lack of a keyring.
        """
        user = account.keyring_user
        call = KeyringCall(account.id, lambda keyring: keyring.delete(user), lambda _: None)
        with self._lock:
            self._next_era(user)
            known = self._remembered.pop(user, None)
            self._thread.submit(call)
        if not self._thread.wait_for(call, deadline(wait)):
            raise _error(ProblemKind.KEYRING_WAITING)
        if call.problem is None:
            return
        only_in_memory = known is not None and not known.stored
        if call.problem.kind is not ProblemKind.KEYRING_MISSING or not only_in_memory:
            raise WalletTrayError(call.problem)

    def forget_all(
        self,
        accounts: Collection[Account],
        wait: timedelta | None,
        former: Callable[[], Iterable[str]] = tuple,
        *,
        only: str | None = None,
    ) -> None:
        """Remove the credentials of all these accounts from memory at once, and from the keyring.

        Credentials of removed accounts and of former hosts are removed, too: all that the keyring
        lists, and the keyring users that ``former`` returns. ``former`` is called in the keyring
        thread. ``only`` is the account id that all of these must have; None for any.

        A keyring that stays locked is asked once, not for every account. Any other problem with one
        account does not stop the removal of the others. Raises WalletTrayError as ``forget`` does.
        """
        from wallet_tray.credentials.removal import remove_all, users_of

        users = [account.keyring_user for account in accounts]

        def delete(keyring: "Keyring") -> None:
            remove_all(keyring, users, former, only)

        call = KeyringCall("", delete, lambda _: None)
        with self._lock:
            known = [self._remembered.pop(user, None) for user in users]
            asked = [*self._remembered, *(user for user, _ in self._reads)]
            for user in {*users, *users_of(only, asked)}:
                self._remembered.pop(user, None)
                self._next_era(user)
            self._thread.submit(call)
        if not self._thread.wait_for(call, deadline(wait)):
            raise _error(ProblemKind.KEYRING_WAITING)
        if call.problem is None:
            return
        only_in_memory = all(one is not None and not one.stored for one in known)
        if call.problem.kind is not ProblemKind.KEYRING_MISSING or not only_in_memory:
            raise WalletTrayError(call.problem)

    def drop_remembered(self, account_id: str | None = None) -> None:
        """Make the next refresh read the keyring again; None means all accounts.

        Used after another process has signed in or out. A credential that the keyring has not
        accepted stays in use until a keyring answers. That answer then counts, even if it is empty.
        """
        with self._lock:
            self._dismissed.clear()
            for user in {*self._remembered, *(user for user, _ in self._reads)}:
                if account_id is not None and user.partition("@")[0] != account_id:
                    continue
                self._next_era(user)
                known = self._remembered.get(user)
                if known is not None and known.stored:
                    del self._remembered[user]
                elif known is not None:
                    known.doubted = True

    def _given(self, account: Account) -> EnvironmentKey | None:
        """Return the environment's credential for this account, or None."""
        key = self._environment_key
        if key is None or account.id != self.environment_account_id:
            return None
        return key if key.may_go_to(account, self._key_hosts) else None

    def _next_era(self, user: str) -> None:
        self._eras[user] = self._eras.get(user, 0) + 1

    def _read(self, account: Account, may_prompt: bool) -> tuple[KeyringCall, int]:
        """Return the pending read of this account, or start one. The caller holds the lock."""
        user = account.keyring_user
        era = self._eras.get(user, 0)
        self._thread.overtake()
        for prompting in (may_prompt, True):
            known = self._reads.get((user, prompting))
            if known is not None and known[1] == era and not known[0].is_overtaken:
                return known

        dismissals = self._dismissals

        def read(keyring: "Keyring") -> str | None:
            with self._lock:
                if era != self._eras.get(user, 0):
                    return None  # outdated while queued; a newer one follows
                if dismissals != self._dismissals:
                    raise _error(ProblemKind.KEYRING_LOCKED, _DISMISSED)
            return keyring.read(user, may_prompt=may_prompt)

        def ended(call: KeyringCall) -> None:
            with self._lock:
                if self._reads.get((user, may_prompt)) == (call, era):
                    del self._reads[user, may_prompt]
                if call.is_overtaken:
                    return
                if era == self._eras.get(user, 0):
                    self._take(account, call)
                if may_prompt:
                    self._note_dismissal(user, call)

        call = KeyringCall(account.id, read, ended, may_be_overtaken=True)
        self._thread.submit(call)
        self._reads[user, may_prompt] = call, era
        return call, era

    def _give_up(self, user: str, call: KeyringCall) -> None:
        """Note that this call has no waiting caller left. The caller holds the lock."""
        if _is_dismissed(call):
            self._dismissed.add(user)
        else:
            self._given_up.add(user)

    def _note_dismissal(self, user: str, call: KeyringCall) -> None:
        """Note the end of a read that may have prompted. The caller holds the lock."""
        given_up = user in self._given_up
        self._given_up.discard(user)
        if not _is_dismissed(call):
            return
        if call.problem is not None and call.problem.detail != _DISMISSED:  # the user's own answer
            self._dismissals += 1
        if given_up:
            self._dismissed.add(user)

    def _take(self, account: Account, call: KeyringCall) -> None:
        """Store the result of a read in memory. The caller holds the lock."""
        user = account.keyring_user
        if call.problem is None:
            self._remembered.pop(user, None)
            if call.text is not None:
                self._remember(account, call.text)
        elif user in self._remembered:  # there still is no keyring to overrule it
            self._remembered[user].doubted = False

    def _remember(self, account: Account, text: str) -> None:
        try:
            credential = credential_from(text, account.credential)
        except UnusableCredentialError:
            return  # read again each time, so that a repaired item is noticed
        self._remembered[account.keyring_user] = _Remembered(
            credential, account.credential, stored=True
        )


def _as_declared(known: _Remembered, account: Account) -> Credential:
    if account.credential is known.declared:
        return known.credential
    return Credential(account.credential, known.credential.text)


def _usable(text: str, kind: CredentialKind) -> Credential:
    try:
        return credential_from(text, kind)
    except UnusableCredentialError as error:
        reason = error.reason.value
    raise _error(ProblemKind.CREDENTIAL_UNUSABLE, reason)


def _is_dismissed(call: KeyringCall) -> bool:
    return call.problem is not None and call.problem.kind is ProblemKind.KEYRING_LOCKED


def _error(kind: ProblemKind, detail: str = "") -> WalletTrayError:
    return WalletTrayError(Problem(kind, datetime.now(UTC), detail=detail))
