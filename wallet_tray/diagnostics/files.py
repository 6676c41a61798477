"""Check that the program's folders are private."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from wallet_tray.diagnostics.finding import Finding, State
from wallet_tray.examination.shown import shell_path, short_path
from wallet_tray.storage.paths import Folders
from wallet_tray.words import doctor_files as words

NAME = "files"

_OTHERS = 0o077


def look_at_files(folders: Folders, instance: Folders) -> Iterator[Finding]:
    """Yield a finding for each folder that others can read, or one that all is well."""
    own = (folders.config, folders.data, folders.state, folders.log, instance.socket_file.parent)
    loose = [finding for folder in dict.fromkeys(own) if (finding := _folder(folder))]
    yield from loose
    if not loose:
        yield Finding(NAME, State.OK, words.FILES_PRIVATE)


def _folder(folder: Path) -> Finding | None:
    if os.name == "nt":  # the user's folders are private by default
        return None
    try:
        found = folder.stat()
    except OSError:  # created with private access when needed
        return None
    values = {"folder": short_path(folder), "typed": shell_path(folder)}
    if found.st_uid != os.geteuid():
        return Finding(NAME, State.PROBLEM, words.FOLDER_FOREIGN, values)
    if is_open_to_others(folder):
        return Finding(NAME, State.NOTE, words.FOLDER_LOOSE, values)
    return None


def is_open_to_others(path: Path) -> bool:
    """Return whether the path's own mode grants other users any access."""
    try:
        return os.name != "nt" and bool(stat.S_IMODE(path.stat().st_mode) & _OTHERS)
    except OSError:
        return False
