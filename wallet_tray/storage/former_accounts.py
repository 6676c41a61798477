"""The memory of whether the settings ever listed accounts, which the environment's key was for."""

import contextlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from wallet_tray.storage.paths import make_private

if TYPE_CHECKING:
    from wallet_tray.history.history import History


class FormerAccounts:
    """A memory across runs: an empty marker file and the history. Both are checked each time.

    The tray program creates the file ``marker`` once the settings list accounts, or exist but
    cannot be used. The commands write only the history, so that is checked as well if
    ``open_history`` is given. A recorded balance of any account other than the default one proves
    that one was listed.
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
        """Return True if accounts were ever listed."""
        return os.path.lexists(self._marker) or self._recorded()

    def note(self) -> None:
        """Remember that accounts are listed now."""
        if self._writes and not os.path.lexists(self._marker):
            # The file is empty, so that it fits on a full disk. If it cannot be created, this run
            # still remembers, and the next run tries again.
            with contextlib.suppress(OSError):
                make_private(self._marker.parent)
                self._marker.touch(mode=0o600, exist_ok=False)

    def _recorded(self) -> bool:
        if self._open_history is None:
            return False
        from wallet_tray.providers.registry import usual_account  # rarely needed

        usual = usual_account().keyring_user
        history = self._open_history()
        try:
            return any(user != usual for user in history.keyring_users())
        finally:
            history.close()
