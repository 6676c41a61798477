"""Whether the program's files are still those that this run was started from.

What is imported late comes from the disk as it is by then: after an upgrade it is of another
version, after a removal it is gone. A running program does not hear of either, so its files are
looked at when the user wants something, and when an import has failed.
"""

import sys
from pathlib import Path

import wallet_tray
from wallet_tray.regular_files import read_regular

_MAX_BYTES = 4096


class InstalledCopy:
    """To be made at the start. ``is_another`` takes some microseconds on a local disk."""

    def __init__(self) -> None:
        self._is_bundle = bool(getattr(sys, "frozen", False))
        # A bundle reads its modules out of its own program file.
        self._file = Path(sys.executable if self._is_bundle else wallet_tray.__file__)
        self._state = _state(self._file)

    def is_another(self) -> bool:
        """True where the files are gone, or those of another version.

        The same version that is installed once more is no other one, and a file that was there
        never (a package inside an archive) cannot go.
        """
        state = _state(self._file)
        if state == self._state:
            return False
        if self._is_bundle or self._file.suffix != ".py" or state is None:
            return True
        try:
            text = read_regular(self._file, _MAX_BYTES)
        except OSError:
            return True
        return f'__version__ = "{wallet_tray.__version__}"'.encode() not in text


def _state(file: Path) -> tuple[int, ...] | None:
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino, status.st_mtime_ns, status.st_size
