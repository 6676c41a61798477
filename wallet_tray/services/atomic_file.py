"""Writing a file so that whatever happens, either the old or the new content is there."""

import contextlib
import os
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from wallet_tray.regular_files import refuse_irregular

# A process that was killed while it wrote leaves its temporary file. One so old is nobody's.
_ABANDONED_AFTER = timedelta(minutes=10)


def write_atomically(path: Path, data: bytes) -> None:
    """Replaces the content of ``path``; the new file is readable by its owner alone (0600).

    A symbolic link stays and its target is replaced. Raises OSError, the old content being
    untouched and nothing left beside it. The folder has to exist.
    """
    target = Path(os.path.realpath(path))
    refuse_irregular(target)  # a device would be replaced as well
    prefix = f".{target.name}."
    _sweep(target.parent, prefix)
    descriptor, name = tempfile.mkstemp(prefix=prefix, suffix=".tmp", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


def _sweep(folder: Path, prefix: str) -> None:
    oldest = time.time() - _ABANDONED_AFTER.total_seconds()
    for entry in folder.iterdir():
        if entry.name.startswith(prefix) and entry.name.endswith(".tmp"):
            with contextlib.suppress(OSError):
                if entry.lstat().st_mtime < oldest:
                    entry.unlink()


def _sync_folder(folder: Path) -> None:
    """Makes the new name last through a power cut. The content is safe either way."""
    if os.name == "nt":  # folders cannot be opened there
        return
    with contextlib.suppress(OSError):  # some file systems refuse it
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
