"""Writing a file so that whatever happens, either the old or the new content is there."""

import contextlib
import io
import os
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from wallet_tray.regular_files import refuse_irregular
from wallet_tray.services.paths import refuse_foreign_links

# A process that was killed while it wrote leaves its temporary file. One so old is nobody's.
_ABANDONED_AFTER = timedelta(minutes=10)


def write_atomically(path: Path, data: bytes) -> None:
    """Replaces the content of ``path``; the new file is readable by its owner alone (0600).

    A symbolic link stays and its target is replaced, but not through a link of another user.
    Raises OSError, the old content being untouched and nothing left beside it. The folder has to
    exist.
    """
    refuse_foreign_links(path)
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


def write_in_place(path: Path, data: bytes, copy: Path) -> None:
    """Replaces the content of a file whose name nothing else can take, such as a mount.

    What it held goes to ``copy`` first and stays there: a loss of power may leave the file half
    written. Raises OSError, the old content being put back as far as that goes.
    """
    with path.open("r+b", buffering=0) as file:  # where it may not be written nothing is copied
        old = file.readall()
        write_atomically(copy, old)
        try:
            _overwrite(file, data)
        except OSError:
            with contextlib.suppress(OSError):
                _overwrite(file, old)
            raise


def _overwrite(file: io.FileIO, data: bytes) -> None:
    file.seek(0)
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]
    file.truncate(len(data))
    os.fsync(file.fileno())


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
