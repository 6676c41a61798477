"""The locations of the user's files; the only module that uses platformdirs."""

import os
import stat
import sys
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wallet_tray import PROGRAM_NAME

_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


class ForeignFolderError(PermissionError):
    """A folder that other users control; nothing is stored in it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"the folder {folder.name!r} is not this user's own")
        self.folder = folder


@dataclass(frozen=True, slots=True)
class Folders:
    """The program's five folders. None of them need exist; see ``make_private``.

    ``other_runtimes`` are the runtime folders of runs with another environment: that of the session
    and that of a run without a session. Each start and each command checks which one is in use.
    """

    config: Path
    data: Path
    state: Path
    log: Path
    runtime: Path
    other_runtimes: tuple[Path, ...] = ()

    @property
    def settings_file(self) -> Path:
        """The user's settings, also meant to be edited by hand."""
        return self.config / "settings.toml"

    @property
    def accounts_marker(self) -> Path:
        """A marker that exists once the settings have listed accounts. See FormerAccounts."""
        return self.state / "accounts-were-listed"

    @property
    def history_file(self) -> Path:
        """The recorded balances."""
        return self.data / "history.sqlite3"

    @property
    def alert_memory_file(self) -> Path:
        """Alert levels, snooze and window position."""
        return self.state / "alerts.json"

    @property
    def log_file(self) -> Path:
        """The newest log file."""
        return self.log / "wallet-tray.log"

    @property
    def crash_file(self) -> Path:
        """The program's location at a crash; exists only after a crash."""
        return self.log / "wallet-tray-crash.log"

    @property
    def starts_file(self) -> Path:
        """The number of consecutive unfinished starts."""
        return self.state / "starts"

    @property
    def lock_file(self) -> Path:
        """The file that the one running tray program keeps locked."""
        return self.state / "instance.lock"

    @property
    def notifications_file(self) -> Path:
        """The notifications now on the screen; the file ends with the session."""
        return self.socket_file.with_name("notifications.json")

    @property
    def socket_file(self) -> Path:
        """The socket of the running tray program; call ``make_own`` on its folder before use."""
        return self.runtime / _SOCKET

    @property
    def socket_files(self) -> tuple[Path, ...]:
        """The possible sockets of runs with another environment, the likeliest first."""
        return tuple(folder / _SOCKET for folder in (self.runtime, *self.other_runtimes))


_SOCKET = "instance.sock"


def user_folders() -> Folders:
    """Return the folders of the current user. Creates nothing."""
    from platformdirs import PlatformDirs

    dirs = PlatformDirs(PROGRAM_NAME, appauthor=False)
    state = dirs.user_state_path
    runtime, *others = [*_session_folders(), state / "run"]
    return Folders(
        config=dirs.user_config_path,
        data=dirs.user_data_path,
        state=state,
        log=dirs.user_log_path,
        runtime=runtime,
        other_runtimes=tuple(others),
    )


def make_private(folder: Path) -> None:
    """Create the folder for its owner alone (0700), and tighten the mode of an existing one.

    Raises ForeignFolderError if the folder, or a link in its place, belongs to another user or can
    be replaced by one. Raises OSError if it cannot be created. On Windows the user's folders are
    private by default.
    """
    missing = _missing(folder)
    highest = missing[0] if missing else folder
    if _is_of_another(highest.parent):
        raise ForeignFolderError(highest.parent)
    for parent in missing:
        parent.mkdir(mode=0o700, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    if os.name == "nt":
        return
    if not _is_ours(folder):
        raise ForeignFolderError(folder)
    mode = folder.stat().st_mode
    if mode & stat.S_ISVTX:  # a shared folder, such as the system's temporary folder
        return
    if stat.S_IMODE(mode) & 0o077:
        folder.chmod(0o700)


def make_own(folder: Path) -> None:
    """Create a private folder that is not a link, for sockets and the like.

    Raises ForeignFolderError and OSError.
    """
    make_private(folder)
    if not is_own(folder):
        raise ForeignFolderError(folder)


def is_own(folder: Path) -> bool:
    """Return True if it is this user's folder, not a link, and other users cannot write to it.

    False if there is no such folder.
    """
    try:
        found = folder.lstat()
    except OSError:
        return False
    if not stat.S_ISDIR(found.st_mode):
        return False
    if os.name == "nt":
        return True
    return found.st_uid == os.geteuid() and not found.st_mode & _OTHERS_MAY_WRITE


def refuse_foreign_links(path: Path) -> None:
    """Raise PermissionError if ``path`` is a link of another user, or leads to one.

    Users keep files elsewhere through links of their own. Another user's link may lead to one of
    our files that was never meant.
    """
    for _ in range(_LINKS):
        try:
            found = path.lstat()
            if not stat.S_ISLNK(found.st_mode):
                return
            if os.name != "nt" and found.st_uid not in (_ROOT, os.geteuid()):
                raise PermissionError(f"the link {path.name!r} belongs to another user")
            path = path.parent / path.readlink()
        except FileNotFoundError:
            return


_LINKS = 40  # the system's own limit, beyond which it fails (path_resolution(7))


def _session_folders() -> Iterator[Path]:
    """Yield the usable folders of the user's session: XDG_RUNTIME_DIR's, then systemd's."""
    if sys.platform in ("win32", "darwin"):
        return
    usual = f"/run/user/{os.geteuid()}"
    for name in dict.fromkeys((os.environ.get("XDG_RUNTIME_DIR", ""), usual)):
        parent = Path(name)
        folder = parent / PROGRAM_NAME
        # Users who can write to the parent can replace our folder with theirs.
        if not parent.is_absolute() or not is_own(parent):
            continue
        if is_own(folder) or not (os.path.lexists(folder) or not os.access(parent, os.W_OK)):
            yield folder


def _missing(folder: Path) -> list[Path]:
    """Return the missing parent folders, the highest first."""
    missing = []
    for parent in folder.parents:
        if parent.exists():
            break
        missing.append(parent)
    return missing[::-1]


def _is_of_another(parent: Path) -> bool:
    """Return True if another user, except root, can replace folders in ``parent``."""
    return os.name != "nt" and parent.stat().st_uid not in (_ROOT, os.geteuid())


_ROOT = 0  # has all permissions anyway


def _is_ours(folder: Path) -> bool:
    if os.name == "nt":
        return True
    try:
        owners = {folder.lstat().st_uid, folder.stat().st_uid}
    except OSError:
        return False
    return owners == {os.geteuid()}


_MOST_LINKS = 40  # Linux's own limit

Step = tuple[str, tuple[int, ...]]
"""A folder on the way with its device and inode; for the file also its time and size."""


def way_to(path: Path) -> tuple[Step, ...]:
    """Return every folder whose entries decide what ``path`` leads to now.

    The folders of links' targets are included; the file is last. The way ends at the first missing
    entry. A different result means a change. A folder or file was replaced, a link was redirected,
    or a file system was mounted on top or unmounted.
    """
    absolute = Path(os.path.abspath(path))  # noqa: PTH100  resolve() would follow the links
    parts, place = deque(absolute.parts[1:]), absolute.anchor
    steps: dict[Step, None] = {}
    links = 0
    while (status := _status(place)) is not None:
        if not parts:
            steps[place, status] = None
            break
        steps[place, status[:2]] = None
        entry = os.path.join(place, parts.popleft())  # noqa: PTH118
        try:
            target = Path(os.readlink(entry))  # noqa: PTH115  as text: it may begin with ".."
        except OSError:  # not a link, or missing
            place = os.path.normpath(entry)
            continue
        links += 1
        if links > _MOST_LINKS:
            break
        if target.is_absolute():
            place = target.anchor
        parts.extendleft(reversed(target.parts[1:] if target.is_absolute() else target.parts))
    return tuple(steps)


def ends_in_a_link(path: Path) -> bool:
    """Return True if the missing part of ``path`` is the target of a link.

    A dangling link means that a file exists but is out of reach for now.
    """
    while not os.path.lexists(path):
        parent = path.parent
        if parent == path:
            return False
        path = parent
    return os.path.islink(path) and not os.path.exists(path)  # noqa: PTH110, PTH114


def _status(path: str) -> tuple[int, ...] | None:
    try:
        status = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return status.st_dev, status.st_ino, status.st_mtime_ns, status.st_size
