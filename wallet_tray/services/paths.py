"""Where the user's files lie: the only file that asks platformdirs."""

import os
import stat
import tempfile
import warnings
from dataclasses import dataclass
from pathlib import Path

APP_NAME = "wallet-tray"

# sun_path of AF_UNIX holds 108 bytes on Linux and 104 on macOS, its closing zero included
# (unix(7)); Qt makes the socket under a longer, temporary name first.
_SOCKET_PATH_BYTES = 90


@dataclass(frozen=True, slots=True)
class Folders:
    """The five folders of the program. None of them need exist; see ``make_private``."""

    config: Path
    data: Path
    state: Path
    log: Path
    runtime: Path

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
        """Where the running tray program listens; ``make_private`` its folder before use.

        It lies in the runtime folder, or, where that makes the path too long for a socket, in a
        folder of our own in the system's temporary folder.
        """
        usual = self.runtime / "instance.sock"
        if len(os.fsencode(usual)) <= _SOCKET_PATH_BYTES:
            return usual
        return _temporary_folder(self.state) / "s"


def user_folders() -> Folders:
    """The folders of the user who runs this. Creates nothing."""
    from platformdirs import PlatformDirs

    dirs = PlatformDirs(APP_NAME, appauthor=False)
    state = dirs.user_state_path
    try:
        with warnings.catch_warnings():  # it warns where XDG_RUNTIME_DIR is not set
            warnings.simplefilter("ignore")
            runtime = dirs.user_runtime_path
    except OSError:  # somebody else's folder is in its place
        runtime = _temporary_folder(state)
    # Below a parent of another user our own folder could be replaced under our feet. A parent
    # that is missing could be made by anybody: the temporary folder is open to all.
    if not _is_ours(runtime.parent):
        runtime = _temporary_folder(state)
    return Folders(
        config=dirs.user_config_path,
        data=dirs.user_data_path,
        state=state,
        log=dirs.user_log_path,
        runtime=runtime,
    )


def make_private(folder: Path) -> None:
    """Creates the folder for its owner alone (0700) and takes looser modes from one of ours.

    Raises PermissionError where the folder, or the link in its place, belongs to somebody else,
    and OSError where it cannot be made. On Windows the user's folders are private by themselves.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name == "nt":
        return
    if not _is_ours(folder):
        raise PermissionError(f"the folder {folder.name!r} belongs to another user")
    mode = folder.stat().st_mode
    if mode & stat.S_ISVTX:  # made to be shared, such as the system's temporary folder
        return
    if stat.S_IMODE(mode) & 0o077:
        folder.chmod(0o700)


def _is_ours(folder: Path) -> bool:
    if os.name == "nt":
        return True
    try:
        owners = {folder.lstat().st_uid, folder.stat().st_uid}
    except OSError:
        return False
    return owners == {os.geteuid()}


def _temporary_folder(state: Path) -> Path:
    """A short name that differs from user to user and from one state folder to the next."""
    import hashlib  # which loads OpenSSL; most systems name a folder for this

    uid = "user" if os.name == "nt" else str(os.geteuid())
    digest = hashlib.sha256(os.fsencode(state)).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"{APP_NAME}-{uid}-{digest}"
