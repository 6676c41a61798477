"""Who may have a key in the keyring of before, told by the disk's thread to the keyring's."""

import threading
from collections.abc import Sequence

_WAIT_SECONDS = 5.0


class FormerUsers:
    """Keyring users that the history knows. They are told before it is erased."""

    def __init__(self) -> None:
        self._users: Sequence[str] = ()
        self._is_told = threading.Event()

    def tell(self, users: Sequence[str]) -> None:
        """These there are."""
        self._users = users
        self._is_told.set()

    def told(self) -> Sequence[str]:
        """Them, or nobody where a disk that hangs does not tell within five seconds."""
        self._is_told.wait(_WAIT_SECONDS)
        return self._users
