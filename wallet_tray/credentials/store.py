"""The accounts' credentials, from the environment, from memory or from the keyring."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from wallet_tray.credentials.environment import EnvironmentCredential, KeyUse
from wallet_tray.credentials.keyring_thread import KeyringCall, KeyringThread, deadline
from wallet_tray.domain.account import NO_ACCOUNT_ID, Account, AccountId
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
class _CachedCredential:
    """A credential in memory.

    ``declared`` is the kind that the account's settings named when it was stored. If the settings
    name another kind now, they are right. ``stored`` is false while the keyring has not accepted
    the credential. ``doubted`` is true for such a credential after ``invalidate``.
    """

    credential: Credential
    declared: CredentialKind
    stored: bool
    doubted: bool = False


@dataclass(slots=True)
class _Record:
    """What the store knows of one keyring user. The holder of the store's lock uses it.

    ``generation`` grows whenever a pending answer would be outdated. ``reads`` are the pending
    ones of this generation, by ``may_prompt``. ``given_up`` is true while a call continues without
    a waiting caller. ``dismissed`` makes the next request fail so, without a new prompt.
    """

    cached: _CachedCredential | None = None
    generation: int = 0
    reads: dict[bool, KeyringCall] = field(default_factory=dict)
    given_up: bool = False
    dismissed: bool = False

    def outdate(self) -> None:
        """Ignore the answers that are pending."""
        self.generation += 1
        self.reads.clear()

    def doubt(self) -> None:
        """Read the keyring before the credential is used again; keep one that only memory has."""
        self.outdate()
        if self.cached is not None and self.cached.stored:
            self.cached = None
        elif self.cached is not None:
            self.cached.doubted = True

    def take(self, call: KeyringCall, kind: CredentialKind) -> None:
        """Keep the result of a read."""
        if call.problem is not None:
            if self.cached is not None:  # there still is no keyring to overrule it
                self.cached.doubted = False
            return
        self.cached = None
        if call.text is None:
            return
        try:
            self.cached = _CachedCredential(credential_from(call.text, kind), kind, stored=True)
        except UnusableCredentialError:
            return  # read again each time, so that a repaired item is noticed

    def give_up(self, call: KeyringCall) -> None:
        """Note that this call has no waiting caller left."""
        if _is_dismissed(call):
            self.dismissed = True
        else:
            self.given_up = True


class CredentialStore:
    """The credentials of all accounts. Any thread may call the methods.

    ``keyring_factory`` is called in the keyring thread, on the first call. ``key_use`` names
    the accounts that use the environment's credentials. All credential stores of a run share
    ``key_hosts`` (see EnvironmentCredential). ``on_late_answer`` is called in the keyring thread
    with the account's id. It reports the end of a call that a caller has stopped waiting for.

    Dismissing the keyring's prompt answers it for every account that has asked by then. None of
    these accounts opens the prompt again before its next request.
    """

    def __init__(
        self,
        keyring_factory: "Callable[[], Keyring]",
        environment: Mapping[str, str] | None = None,
        key_use: KeyUse = KeyUse(),  # noqa: B008  an immutable value
        on_late_answer: Callable[[AccountId], None] | None = None,
        key_hosts: dict[str, str] | None = None,
    ) -> None:
        hosts = {} if key_hosts is None else key_hosts
        self.environment = EnvironmentCredential(environment or {}, key_use, hosts)
        self._thread = KeyringThread(keyring_factory, on_late_answer)
        self._lock = self._thread.lock
        # By keyring user, which includes the host: a key is never sent to another host.
        self._records: defaultdict[str, _Record] = defaultdict(_Record)
        self._dismissals = 0  # of the keyring's prompt, so far

    def in_memory(self, account: Account) -> Credential | None:
        """Return the keyring's credential if it is in memory by now. Never waits."""
        with self._lock:
            known = self._records[account.keyring_user].cached
            return None if known is None else _as_declared(known, account)

    def is_stored(self, account: Account) -> bool:
        """Return True if the keyring also holds the credential in use, even if stored late."""
        with self._lock:
            known = self._records[account.keyring_user].cached
            return known is not None and known.stored

    def credential(
        self, account: Account, wait: timedelta | None, *, may_prompt: bool = True
    ) -> Credential:
        """Return the account's credential; wait at most ``wait`` for the keyring (None: no limit).

        Without ``may_prompt`` a locked keyring is a problem at once. Raises WalletTrayError:
        SIGNED_OUT, CREDENTIAL_UNUSABLE, KEYRING_WAITING (the call continues), KEYRING_MISSING,
        KEYRING_LOCKED or KEYRING_FAILED.
        """
        given = self.environment.take(account)
        if given is not None:
            return _usable(given.text, given.kind)
        until = deadline(wait)
        while True:
            with self._lock:
                record = self._records[account.keyring_user]
                if record.cached is not None and not record.cached.doubted:
                    return _as_declared(record.cached, account)
                if may_prompt and record.dismissed:
                    record.dismissed = False
                    raise _error(ProblemKind.KEYRING_LOCKED, _DISMISSED)
                generation = record.generation
                call = self._read(account, record, may_prompt)
                record.given_up = False
            answered = self._thread.wait_for(call, until)
            with self._lock:
                if record.cached is not None:
                    return _as_declared(record.cached, account)
                outdated = generation != record.generation
                if not answered:
                    record.give_up(call)
            if not answered:
                raise _error(ProblemKind.KEYRING_WAITING)
            if call.problem is not None:
                raise WalletTrayError(call.problem)
            if outdated:  # the user has signed in or out meanwhile
                continue
            if call.text is None:
                raise _error(ProblemKind.SIGNED_OUT)
            return _usable(call.text, account.credential)

    def save(self, account: Account, credential: Credential, wait: timedelta | None) -> SaveResult:
        """Store the credential in the keyring, or keep it in memory if that fails.

        Either way it is in use from now on. A keyring that does not respond within ``wait`` may
        still accept it later. Only the account's settings name the kind of the stored credential:
        the caller must write the kind there first.
        """
        user = account.keyring_user
        entry = _CachedCredential(credential, account.credential, stored=False)

        def ended(call: KeyringCall) -> None:
            entry.stored = call.problem is None

        call = KeyringCall(account.id, lambda keyring: keyring.write(user, credential.text), ended)
        with self._lock:
            record = self._records[user]
            record.outdate()
            record.cached = entry
            self._thread.submit(call)
        if not self._thread.wait_for(call, deadline(wait)):
            return SaveResult(Location.IN_MEMORY, _error(ProblemKind.KEYRING_WAITING).problem)
        if call.problem is not None:
            return SaveResult(Location.IN_MEMORY, call.problem)
        return SaveResult(Location.IN_KEYRING)

    def delete(self, account: Account, wait: timedelta | None) -> None:
        """Remove the credential from memory at once, and from the keyring.

        Raises WalletTrayError if the keyring could not be asked. KEYRING_MISSING is not raised for
        a credential that was only in memory for lack of a keyring.
        """
        user = account.keyring_user
        call = KeyringCall(account.id, lambda keyring: keyring.delete(user), lambda _: None)
        with self._lock:
            record = self._records[user]
            record.outdate()
            known, record.cached = record.cached, None
            self._thread.submit(call)
        if not self._thread.wait_for(call, deadline(wait)):
            raise _error(ProblemKind.KEYRING_WAITING)
        if call.problem is None:
            return
        only_in_memory = known is not None and not known.stored
        if call.problem.kind is not ProblemKind.KEYRING_MISSING or not only_in_memory:
            raise WalletTrayError(call.problem)

    def delete_all(
        self,
        accounts: Collection[Account],
        wait: timedelta | None,
        former: Callable[[], Iterable[str]] = tuple,
        *,
        only: AccountId | None = None,
    ) -> None:
        """Remove the credentials of all these accounts from memory at once, and from the keyring.

        Credentials of removed accounts and of former hosts are removed, too: all that the keyring
        lists, and the keyring users that ``former`` returns. ``former`` is called in the keyring
        thread. ``only`` is the account id that all of these must have; None for any.

        A keyring that stays locked is asked once, not for every account. Any other problem with one
        account does not stop the removal of the others. Raises WalletTrayError as ``delete`` does.
        """
        from wallet_tray.credentials.removal import remove_all, users_of

        users = [account.keyring_user for account in accounts]

        def delete_each(keyring: "Keyring") -> None:
            remove_all(keyring, users, former, only)

        call = KeyringCall(NO_ACCOUNT_ID, delete_each, lambda _: None)
        with self._lock:
            known = [self._records[user].cached for user in users]
            for user in {*users, *users_of(only, self._records)}:
                self._records[user].outdate()
                self._records[user].cached = None
            self._thread.submit(call)
        if not self._thread.wait_for(call, deadline(wait)):
            raise _error(ProblemKind.KEYRING_WAITING)
        if call.problem is None:
            return
        only_in_memory = all(one is not None and not one.stored for one in known)
        if call.problem.kind is not ProblemKind.KEYRING_MISSING or not only_in_memory:
            raise WalletTrayError(call.problem)

    def invalidate(self, account_id: AccountId | None = None) -> None:
        """Make the next refresh read the keyring again; None means all accounts.

        Used after another process has signed in or out. A credential that the keyring has not
        accepted stays in use until a keyring answers. That answer then counts, even if it is empty.
        """
        from wallet_tray.credentials.removal import users_of

        with self._lock:
            for record in self._records.values():
                record.dismissed = False
            for user in users_of(account_id, self._records):
                self._records[user].doubt()

    def _read(self, account: Account, record: _Record, may_prompt: bool) -> KeyringCall:
        """Return the pending read of this account, or start one. The caller holds the lock."""
        user, generation, dismissals = account.keyring_user, record.generation, self._dismissals
        self._thread.overtake()
        for prompting in (may_prompt, True):
            pending = record.reads.get(prompting)
            if pending is not None and not pending.is_overtaken:
                return pending

        def read(keyring: "Keyring") -> str | None:
            with self._lock:
                if generation != record.generation:
                    return None  # outdated while queued; a newer one follows
                if dismissals != self._dismissals:
                    raise _error(ProblemKind.KEYRING_LOCKED, _DISMISSED)
            return keyring.read(user, may_prompt=may_prompt)

        def ended(call: KeyringCall) -> None:
            if record.reads.get(may_prompt) is call:
                del record.reads[may_prompt]
            if call.is_overtaken:
                return
            if generation == record.generation:
                record.take(call, account.credential)
            if may_prompt:
                self._note_dismissal(record, call)

        call = KeyringCall(account.id, read, ended, may_be_overtaken=True)
        self._thread.submit(call)
        record.reads[may_prompt] = call
        return call

    def _note_dismissal(self, record: _Record, call: KeyringCall) -> None:
        """Note the end of a read that may have prompted. The caller holds the lock."""
        given_up, record.given_up = record.given_up, False
        if not _is_dismissed(call):
            return
        if call.problem is not None and call.problem.detail != _DISMISSED:  # the user's own answer
            self._dismissals += 1
        if given_up:
            record.dismissed = True


def _as_declared(known: _CachedCredential, account: Account) -> Credential:
    if account.credential is known.declared:
        return known.credential
    return Credential(account.credential, known.credential.text)


def _usable(text: str, kind: CredentialKind) -> Credential:
    try:
        return credential_from(text, kind)
    except UnusableCredentialError as error:
        raise _error(ProblemKind.CREDENTIAL_UNUSABLE, error.reason.value) from None


def _is_dismissed(call: KeyringCall) -> bool:
    return call.problem is not None and call.problem.kind is ProblemKind.KEYRING_LOCKED


def _error(kind: ProblemKind, detail: str = "") -> WalletTrayError:
    return WalletTrayError(Problem(kind, datetime.now(UTC), detail=detail))
