"""Whether the settings ever listed accounts: what the environment's key was meant for then."""

import contextlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from wallet_tray.domain.account import Account
from wallet_tray.services.paths import make_private

if TYPE_CHECKING:
    from wallet_tray.services.history import History


class FormerAccounts:
    """Remembered over runs by an empty file and by what was recorded; both are looked at each time.

    The tray program makes the file ``marker`` as soon as the settings list accounts, or are there
    and of no use. The commands write nothing but the history, so that is asked as well, where
    ``open_history`` is given: a balance of any account but that of a fresh start proves that one
    was listed.
    """

    def __init__(
        self,
        marker: Path,
        open_history: "Callable[[], History] | None" = None,
        *,
        writes: bool = False,
    ) -> None:
        self._marker = marker
        self._open_history = open_history
        self._writes = writes

    def there_are(self) -> bool:
        """True where accounts were listed once."""
        return os.path.lexists(self._marker) or self._recorded()

    def note(self) -> None:
        """Accounts are listed now."""
        if self._writes and not os.path.lexists(self._marker):
            # Empty, so that it also fits on a disk that is full. Where it cannot be made, this run
            # remembers by itself, and the next one tries again.
            with contextlib.suppress(OSError):
                make_private(self._marker.parent)
                self._marker.touch(mode=0o600, exist_ok=False)

    def _recorded(self) -> bool:
        if self._open_history is None:
            return False
        history = self._open_history()
        try:
            return any(user != Account().keyring_user for user in history.keyring_users())
        finally:
            history.close()
