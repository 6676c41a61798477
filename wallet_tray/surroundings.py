"""Where a run of the program lives: the user's own folders and keyring, or the demo's island."""

import contextlib
import os
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from wallet_tray.services.paths import APP_NAME, Folders, is_own, user_folders

if TYPE_CHECKING:
    from wallet_tray.domain.account import Account
    from wallet_tray.domain.balance import Balance
    from wallet_tray.services.former_accounts import FormerAccounts
    from wallet_tray.services.history import History
    from wallet_tray.services.keyring_backend import Keyring
    from wallet_tray.services.settings_store import SettingsStore
    from wallet_tray.simulator.server import SimulatedService

DEMO_SCENARIO = "drain"
DEMO_INTERVAL = timedelta(seconds=2.5)
"""The demo refreshes every few seconds, so that every level of its wallet is met."""

_DEMO_SEED = 7
_DEMO_PREFIX = "wallet-tray-demo-"
_ABANDONED_AFTER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Everything outside that a run may touch.

    ``open_history`` gives a history for one thread; in a demo the first one has a made-up past.
    ``instance`` holds the lock and the socket of the one running program. ``interval`` overrides
    that of the settings. ``make_keyring`` may import and is to be called in the keyring's thread.
    ``key_hosts`` remembers for this run which host each variable's credential was first used for.
    """

    folders: Folders
    instance: Folders
    environment: Mapping[str, str]
    make_keyring: Callable[[], "Keyring"]
    open_history: Callable[[], "History"]
    demo: bool = False
    interval: timedelta | None = None
    service: "SimulatedService | None" = field(default=None, repr=False)
    key_hosts: dict[str, str] = field(default_factory=dict)

    def former_accounts(self, *, writes: bool = False) -> "FormerAccounts":
        """Whether the settings ever listed accounts. It matters where there is a key to give."""
        from wallet_tray.services.environment_key import environment_key
        from wallet_tray.services.former_accounts import FormerAccounts

        is_asked = environment_key(self.environment) is not None
        history = self.open_history if is_asked else None
        return FormerAccounts(self.folders.accounts_marker, history, writes=writes)

    def settings_store(self, *, remembers: bool = False) -> "SettingsStore":
        """The settings file; ``remembers`` is for the program that runs, which may leave traces."""
        from wallet_tray.services.settings_store import SettingsStore

        return SettingsStore(self.folders.settings_file, self.former_accounts(writes=remembers))

    def close(self) -> None:
        """End the demo's service and remove its folder; nothing for a real run."""
        if self.service is not None:
            self.service.stop()
        if self.demo:
            shutil.rmtree(self.folders.config, ignore_errors=True)


def user_surroundings() -> Surroundings:
    """The user's own folders, environment and keyring."""
    folders = user_folders()
    return Surroundings(
        folders, folders, os.environ, _system_keyring, partial(_history_in, folders)
    )


def demo_surroundings(scenario: str = DEMO_SCENARIO) -> Surroundings:
    """An island: a simulated service inside the program, a keyring in memory, a folder of its own.

    The user's environment, settings and keyring are not looked at.
    """
    from wallet_tray.domain.account import Account
    from wallet_tray.domain.provider import BYTENITE
    from wallet_tray.services.atomic_file import write_atomically
    from wallet_tray.simulator.server import SimulatedService

    service = SimulatedService(scenario).start()
    _sweep_old_demos()
    folder = Path(tempfile.mkdtemp(prefix=_DEMO_PREFIX))
    folders = Folders(folder, folder, folder, folder, folder)
    running = _demo_instance_folder(folder)
    instance = replace(folders, state=running, runtime=running)
    settings = (
        "[[accounts]]\n"
        'label = "ByteNite (demo)"\n'
        f'api_url = "{service.api_url}"\n'
        f'top_up_url = "{BYTENITE.top_up_url}"  # shown, and never opened by a demo\n'
    )
    write_atomically(folders.settings_file, settings.encode())
    user = Account(api_url=service.api_url).keyring_user
    api_key = service.api_key

    def memory_keyring() -> "Keyring":
        from wallet_tray.services.keyring_backend import MemoryKeyring

        keyring = MemoryKeyring()
        keyring.write(user, api_key)
        return keyring

    return Surroundings(
        folders,
        instance,
        {},
        memory_keyring,
        _DemoHistory(folders, Account(api_url=service.api_url), service).open,
        demo=True,
        interval=DEMO_INTERVAL,
        service=service,
    )


def _demo_instance_folder(own: Path) -> Path:
    """Where a second demo finds the first one, to show its popup; none of the user's own files.

    Without a session's folder it is one with a name that anybody may take first: then, and where
    the user has made it open to others, each demo is on its own (``own``).
    """
    user = user_folders()
    if user.runtime.parent != user.state:
        return user.runtime / "demo"
    uid = "user" if os.name == "nt" else str(os.geteuid())
    shared = Path(tempfile.gettempdir()) / f"{APP_NAME}-{uid}-demo"
    return shared if is_own(shared) or not os.path.lexists(shared) else own


def _sweep_old_demos() -> None:
    """A demo that was killed could not take its folder away. One so old is nobody's any more."""
    yesterday = time.time() - _ABANDONED_AFTER.total_seconds()
    for folder in Path(tempfile.gettempdir()).glob(f"{_DEMO_PREFIX}*"):
        with contextlib.suppress(OSError):
            # Another user's, or a link that leads elsewhere, stays, for root as well.
            if is_own(folder) and folder.lstat().st_mtime < yesterday:
                shutil.rmtree(folder, ignore_errors=True)


class _DemoHistory:
    """The history of a demo: with a past, or there would be nothing to see in it for weeks."""

    def __init__(self, folders: Folders, account: "Account", service: "SimulatedService") -> None:
        self._folders = folders
        self._account = account
        self._service = service
        self._is_filled = False
        self._lock = threading.Lock()

    def open(self) -> "History":
        """A history for one thread; the first to come fills it, in half a second."""
        history = _history_in(self._folders)
        with self._lock:
            if not self._is_filled:
                self._is_filled = True
                history.record_all(self._account, self._balances())
        return history

    def _balances(self) -> "Iterator[Balance]":
        from wallet_tray.domain.balance import Balance
        from wallet_tray.simulator.past import past

        account_id, provider = self._service.statement.account_id, self._account.provider
        for then in past(_DEMO_SEED, datetime.now().astimezone()):
            yield Balance(
                account_id,
                then.total,
                then.available,
                then.amount_due,
                provider.unit,
                provider.amount_due_unit,
                then.at,
            )


def _history_in(folders: Folders) -> "History":
    from wallet_tray.services.history import History  # SQLite: not before the icon stands

    return History(folders.history_file)


def _system_keyring() -> "Keyring":
    from wallet_tray.services.keyring_backend import SystemKeyring

    return SystemKeyring()
