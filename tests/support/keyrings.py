"""A keyring in memory that fails, hangs and asks its user as a test says."""

import threading
from typing import NamedTuple

from tests.support.builders import problem
from wallet_tray.credentials.keyring_backend import MemoryKeyring
from wallet_tray.domain.problem import Problem, ProblemKind, WalletTrayError

_PATIENCE_SECONDS = 90


class Call(NamedTuple):
    """One call: "read", "peek" (a read that may not prompt), "write" or "delete"."""

    name: str
    user: str
    thread: threading.Thread


class ScriptedKeyring(MemoryKeyring):
    """Notes its calls, and does with them what its attributes say.

    ``problem`` fails each read, write and delete; ``refused`` those of a name, and "users". Each
    call passes ``gate``, which is open at first; ``hangs`` limits how many calls may be ``held``
    there. While the keyring is ``locked``, a read that may prompt asks the user, who answers once
    ``answered`` is set: ``opens`` or not.
    """

    def __init__(self, problem: ProblemKind | None = None) -> None:
        super().__init__()
        self.made: list[Call] = []
        self.problem = problem
        self.refused: dict[str, ProblemKind | Problem] = {}
        self.entered = threading.Semaphore(0)
        self.gate = threading.Event()
        self.gate.set()
        self.hangs: int | None = None
        self.held = threading.Semaphore(0)
        self.stopped: list[threading.Thread] = []
        self.locked = False
        self.opens = True
        self.prompts = 0
        self.answered = threading.Event()
        self.answered.set()

    @property
    def texts(self) -> dict[str, str]:
        """The stored texts by user."""
        return self._texts

    @texts.setter
    def texts(self, texts: dict[str, str]) -> None:
        self._texts = texts

    @property
    def calls(self) -> list[str]:
        """Return the calls so far, such as "read default": without the host of the user."""
        return [f"{call.name} {call.user.partition('@')[0]}" for call in self.made]

    @property
    def threads(self) -> set[threading.Thread]:
        """Return the threads that called."""
        return {call.thread for call in self.made}

    def calls_of(self, *names: str) -> list[Call]:
        """Return the calls of these names, in order."""
        return [call for call in self.made if call.name in names]

    def release(self) -> None:
        """Let everything that waits go on, at the end of a test."""
        self.gate.set()
        self.answered.set()

    def read(self, user: str, *, may_prompt: bool = True) -> str | None:
        text = super().read(user)  # what was there when it was asked
        self._enter("read" if may_prompt else "peek", user)
        if not self.locked:
            return text
        if may_prompt:
            self.prompts += 1
            assert self.answered.wait(_PATIENCE_SECONDS)
            self.locked = not self.opens
        if self.locked:
            raise WalletTrayError(problem(ProblemKind.KEYRING_LOCKED))
        return super().read(user)

    def write(self, user: str, text: str) -> None:
        self._enter("write", user)
        super().write(user, text)

    def delete(self, user: str) -> None:
        self._enter("delete", user)
        super().delete(user)

    def users(self) -> list[str]:
        self._refuse("users")
        return super().users()

    def _enter(self, name: str, user: str) -> None:
        self.made.append(Call(name, user, threading.current_thread()))
        self.entered.release()
        if self.hangs != 0:
            if self.hangs is not None:
                self.hangs -= 1
            self.stopped.append(threading.current_thread())
            self.held.release()
            assert self.gate.wait(_PATIENCE_SECONDS)
        if self.problem is not None:
            raise WalletTrayError(problem(self.problem))
        self._refuse(name)

    def _refuse(self, name: str) -> None:
        refusal = self.refused.get(name)
        if refusal is not None:
            met = refusal if isinstance(refusal, Problem) else problem(refusal)
            raise WalletTrayError(met)
