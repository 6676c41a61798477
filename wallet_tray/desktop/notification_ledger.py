"""Ids of this program's notifications on the screen, for its next run in this session.

Without them a restarted program could neither replace nor remove its earlier notifications.
"""

import contextlib
import json
import os
from collections.abc import Mapping
from pathlib import Path

from wallet_tray.regular_files import open_regular

_MAX_BYTES = 1 << 20


class NotificationLedger:
    """A small file; if it is missing, damaged or not writable, only the ids are lost.

    ``daemon`` names one run of a notification daemon: the bus's id and its unique name there. Each
    daemon numbers ids from the start, so they are valid for that run alone.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    @property
    def is_there(self) -> bool:
        """True if an earlier run may have left something on the screen."""
        return self._file.exists()

    def read(self, daemon: str) -> dict[str, int]:
        """Return the daemon's id of each slot; empty if another daemon runs now."""
        try:
            flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)
            with os.fdopen(open_regular(self._file, flags), "rb") as file:
                known = json.loads(file.read(_MAX_BYTES))
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(known, dict) or known.get("daemon") != daemon:
            return {}
        ids = known.get("ids")
        if not isinstance(ids, dict):
            return {}
        return {name: i for name, i in ids.items() if type(i) is int and 0 < i < 1 << 32}

    def write(self, daemon: str, ids: Mapping[str, int]) -> None:
        """Replace the saved ids; remove the file if nothing is on the screen."""
        if not ids:
            with contextlib.suppress(OSError):
                self._file.unlink(missing_ok=True)
            return
        new = self._file.with_suffix(".new")
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)  # left by a process that was killed
            # O_EXCL does not follow a link, which could lead to an unrelated file.
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
            with os.fdopen(open_regular(new, flags), "w", encoding="utf-8") as file:
                json.dump({"daemon": daemon, "ids": dict(ids)}, file)
            new.replace(self._file)
