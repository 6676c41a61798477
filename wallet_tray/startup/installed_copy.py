"""A check that the program's files are still those that this run was started from.

Late imports read the files that are on the disk by then. After an upgrade these are of another
version, after a removal they are gone. A running program gets no notice of either. So its files are
checked when the user requests something, and when an import has failed.
"""

import sys
from pathlib import Path

import wallet_tray
from wallet_tray.storage.files import read_regular

_MAX_BYTES = 4096


class InstalledCopy:
    """The state of the program's files at the start; create it there.

    ``is_another`` takes some microseconds on a local disk.
    """

    def __init__(self) -> None:
        self._is_bundle = bool(getattr(sys, "frozen", False))
        # A bundle reads its modules from its own executable.
        self._file = Path(sys.executable if self._is_bundle else wallet_tray.__file__)
        self._state = _state(self._file)

    def is_another(self) -> bool:
        """Return True if the files are gone or of another version.

        A reinstallation of the same version does not count. A file that never existed (a package
        inside an archive) cannot disappear.
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
