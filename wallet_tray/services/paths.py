"""Where the user's files lie: the only file that asks platformdirs."""

import os
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

APP_NAME = "wallet-tray"

_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


class ForeignFolderError(PermissionError):
    """A folder that is not the user's alone; nothing is kept in it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"the folder {folder.name!r} is not this user's own")
        self.folder = folder


@dataclass(frozen=True, slots=True)
class Folders:
    """The five folders of the program. None of them need exist; see ``make_private``.

    ``other_runtimes`` are the runtime folders of a run with another environment: the session's and
    that of a run without a session. Which one is used is looked at by each start and command.
    """

    config: Path
    data: Path
    state: Path
    log: Path
    runtime: Path
    other_runtimes: tuple[Path, ...] = ()

    @property
    def settings_file(self) -> Path:
        """The user's settings, made to be edited by hand as well."""
        return self.config / "settings.toml"

    @property
    def accounts_marker(self) -> Path:
        """There once the settings were seen to list accounts. See FormerAccounts."""
        return self.state / "accounts-were-listed"

    @property
    def history_file(self) -> Path:
        """The recorded balances."""
        return self.data / "history.sqlite3"

    @property
    def alert_memory_file(self) -> Path:
        """Alert levels, snooze and window place."""
        return self.state / "alerts.json"

    @property
    def log_file(self) -> Path:
        """The newest log file."""
        return self.log / "wallet-tray.log"

    @property
    def crash_file(self) -> Path:
        """Where the program was when it crashed; there only where it did."""
        return self.log / "wallet-tray-crash.log"

    @property
    def starts_file(self) -> Path:
        """How often in a row a start came to nothing."""
        return self.state / "starts"

    @property
    def lock_file(self) -> Path:
        """Whoever holds its lock is the one running tray program."""
        return self.state / "instance.lock"

    @property
    def notifications_file(self) -> Path:
        """Which notifications stand on the screen; gone with the session."""
        return self.socket_file.with_name("notifications.json")

    @property
    def socket_file(self) -> Path:
        """Where the running tray program listens; ``make_own`` its folder before use."""
        return self.runtime / _SOCKET

    @property
    def socket_files(self) -> tuple[Path, ...]:
        """Where one may listen that was started with another environment, the likeliest first."""
        return tuple(folder / _SOCKET for folder in (self.runtime, *self.other_runtimes))


_SOCKET = "instance.sock"


def user_folders() -> Folders:
    """The folders of the user who runs this. Creates nothing."""
    from platformdirs import PlatformDirs

    dirs = PlatformDirs(APP_NAME, appauthor=False)
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
    """Creates the folder for its owner alone (0700) and takes looser modes from one of ours.

    Raises ForeignFolderError where the folder, or the link in its place, belongs to another user or
    can be replaced by one, and OSError where it cannot be made. On Windows the user's folders are
    private by themselves.
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
    if mode & stat.S_ISVTX:  # made to be shared, such as the system's temporary folder
        return
    if stat.S_IMODE(mode) & 0o077:
        folder.chmod(0o700)


def make_own(folder: Path) -> None:
    """The same for a folder of sockets and the like, which is no link and is open to one user.

    Raises ForeignFolderError and OSError.
    """
    make_private(folder)
    if not is_own(folder):
        raise ForeignFolderError(folder)


def is_own(folder: Path) -> bool:
    """Whether it is a folder of ours, no link to one, and no other user can change what is in it.

    False where there is none.
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
    """Raises PermissionError where ``path`` is a link of another user, or leads to one.

    A link of ours is how people keep a file elsewhere; that of another user leads to a file of
    ours that was never meant.
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


_LINKS = 40  # the system itself follows no more (path_resolution(7)), and fails


def _session_folders() -> Iterator[Path]:
    """Those of the user's session that can be used: its variable's, then where systemd has it."""
    if sys.platform in ("win32", "darwin"):
        return
    usual = f"/run/user/{os.geteuid()}"
    for name in dict.fromkeys((os.environ.get("XDG_RUNTIME_DIR", ""), usual)):
        parent = Path(name)
        folder = parent / APP_NAME
        # Where others can write, they put a folder of theirs in the place of ours.
        if not parent.is_absolute() or not is_own(parent):
            continue
        if is_own(folder) or not (os.path.lexists(folder) or not os.access(parent, os.W_OK)):
            yield folder


def _missing(folder: Path) -> list[Path]:
    """The folders above that are not there yet, the highest first."""
    missing = []
    for parent in folder.parents:
        if parent.exists():
            break
        missing.append(parent)
    return missing[::-1]


def _is_of_another(parent: Path) -> bool:
    """Whether a user who is not root may put a folder in the place of one in there."""
    return os.name != "nt" and parent.stat().st_uid not in (_ROOT, os.geteuid())


_ROOT = 0  # who may do anything anyway


def _is_ours(folder: Path) -> bool:
    if os.name == "nt":
        return True
    try:
        owners = {folder.lstat().st_uid, folder.stat().st_uid}
    except OSError:
        return False
    return owners == {os.geteuid()}
