"""Keyring users known from the history, handed from the disk thread to the keyring thread."""

import threading
from collections.abc import Sequence

_WAIT_SECONDS = 5.0


class FormerUsers:
    """The keyring users in the history, read before the history is erased."""

    def __init__(self) -> None:
        self._users: Sequence[str] = ()
        self._is_told = threading.Event()

    def tell(self, users: Sequence[str]) -> None:
        """Provide the users; called in the disk thread."""
        self._users = users
        self._is_told.set()

    def told(self) -> Sequence[str]:
        """Return the users; empty if the disk does not respond within 5 s."""
        self._is_told.wait(_WAIT_SECONDS)
        return self._users
