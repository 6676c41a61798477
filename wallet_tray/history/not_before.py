"""The earliest time for the next request, as set by the service itself; an hour at most.

It is stored in a small file of its own, so it holds for all processes: {"version": 1, "salt": hex,
"wallets": {keyring user: {…}}}. Unreadable content is ignored; the service will repeat it.

The file is read each time. The wait ends at its time, with an impossible clock, with a reply of the
service, and with a different credential.
"""

import contextlib
import json
import os
import stat
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from wallet_tray.domain.account import Account, AccountId
from wallet_tray.domain.credential import Credential
from wallet_tray.domain.problem import LONGEST_WAIT, Problem, ProblemKind
from wallet_tray.history.integrity import complain
from wallet_tray.storage.files import remove_with_companions, write_own_file
from wallet_tray.storage.paths import make_private

_VERSION = 1
_MAX_BYTES = 1 << 16
_MOST_WALLETS = 200
# A clock set back by up to this much, in seconds, may have been corrected.
_CLOCK_SLACK = 60
_KINDS = {kind.value: kind for kind in (ProblemKind.RATE_LIMITED, ProblemKind.SERVICE_FAILED)}

_Wallets = dict[str, dict[str, object]]


class NotBefore:
    """The waiting times set by services. Any thread may use it; it never raises."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def problem(self, account: Account, credential: Credential, now: datetime) -> Problem | None:
        """Return the service's answer to too many requests while its wait lasts; else None."""
        salt, wallets = self._read()
        entry = wallets.get(account.keyring_user)
        if entry is None or entry.get("credential") != _mark(salt, credential):
            return None
        kind, status = _KINDS.get(str(entry.get("problem"))), entry.get("status")
        left = _left(entry, now)
        if kind is None or left is None:
            return None
        known = status if type(status) is int else None
        return Problem(kind, now, known, left, "the service is not asked before its time")

    def note(self, account: Account, credential: Credential, problem: Problem) -> None:
        """Store the waiting time of the problem; do nothing if it has none."""
        if problem.retry_after is None or problem.kind.value not in _KINDS:
            return
        salt, wallets = self._read()
        at = problem.at.timestamp()
        wallets = {user: one for user, one in wallets.items() if _left(one, problem.at) is not None}
        wallets.pop(account.keyring_user, None)
        wallets[account.keyring_user] = {
            "credential": _mark(salt, credential),
            "problem": problem.kind.value,
            "status": problem.status,
            "since": int(at),
            "until": int(at + min(problem.retry_after, LONGEST_WAIT).total_seconds()) + 1,
        }
        for user in list(wallets)[:-_MOST_WALLETS]:
            del wallets[user]
        self._write(salt, wallets)

    def end(self, account: Account) -> None:
        """End the wait: the service has answered, or the user has signed out."""
        self._keep(lambda user: user != account.keyring_user)

    def remove_account(self, account_id: AccountId) -> None:
        """Remove the entries of an account, for any host."""
        self._keep(lambda user: user.partition("@")[0] != account_id)

    def remove(self) -> bool:
        """Remove the file and its companions; return False if one of them could not be removed."""
        hidden = self._file.with_name(f".{self._file.name}")  # a temporary file of a write
        return remove_with_companions(self._file) is None and remove_with_companions(hidden) is None

    def _keep(self, is_kept: Callable[[str], bool]) -> None:
        salt, wallets = self._read()
        kept = {user: entry for user, entry in wallets.items() if is_kept(user)}
        if kept:
            if kept != wallets:
                self._write(salt, kept)
            return
        with contextlib.suppress(OSError):
            self._file.unlink(missing_ok=True)

    def _read(self) -> tuple[bytes, _Wallets]:
        nothing: tuple[bytes, _Wallets] = (os.urandom(16), {})
        try:
            document = json.loads(_bytes_of(self._file))
            salt, wallets = bytes.fromhex(document["salt"]), document["wallets"]
            if document["version"] != _VERSION or not 8 <= len(salt) <= 64:
                return nothing
            entries = [(user, one) for user, one in wallets.items() if isinstance(one, dict)]
        except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
            return nothing
        return salt, dict(entries)

    def _write(self, salt: bytes, wallets: _Wallets) -> None:
        document = {"version": _VERSION, "salt": salt.hex(), "wallets": wallets}
        try:
            make_private(self._file.parent)
            write_own_file(self._file, json.dumps(document, indent=1).encode())
        except OSError as error:
            complain(self._file, "cannot be written", error)


def _left(entry: dict[str, object], now: datetime) -> timedelta | None:
    """Return the remaining wait; None if it is over or was noted under a wrong clock."""
    since, until = entry.get("since"), entry.get("until")
    if type(since) is not int or type(until) is not int:
        return None
    at = now.timestamp()
    longest = LONGEST_WAIT.total_seconds() + 1
    if at < since - _CLOCK_SLACK or not at < until <= min(since, at + _CLOCK_SLACK) + longest:
        return None
    return min(timedelta(seconds=until - at), LONGEST_WAIT)


def _mark(salt: bytes, credential: Credential) -> str:
    """Return a mark of two bytes.

    It distinguishes a user's credentials and reveals nothing about them.
    """
    import hashlib  # loads OpenSSL: only during a wait

    text = f"{credential.kind.value} {credential.text}".encode(errors="surrogatepass")
    return hashlib.blake2b(text, key=salt, digest_size=2).hexdigest()


def _bytes_of(file: Path) -> bytes:
    # Opening a pipe in its place would block until a writer appears.
    descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(descriptor, "rb") as opened:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise ValueError("no regular file")
        data = opened.read(_MAX_BYTES + 1)
    if len(data) > _MAX_BYTES:
        raise ValueError("too large")
    return data
