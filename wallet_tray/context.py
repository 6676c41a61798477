"""The outside of a run: the user's folders and keyring, or the isolated ones of a demo."""

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

from wallet_tray import PROGRAM_NAME
from wallet_tray.storage.paths import Folders, is_own, user_folders

if TYPE_CHECKING:
    from wallet_tray.credentials.keyring_backend import Keyring
    from wallet_tray.domain.account import Account
    from wallet_tray.domain.balance import Balance
    from wallet_tray.history.history import History
    from wallet_tray.simulator.server import SimulatedService
    from wallet_tray.storage.former_accounts import FormerAccounts
    from wallet_tray.storage.settings_file import SettingsStore

DEMO_SCENARIO = "drain"
DEMO_INTERVAL = timedelta(seconds=2.5)
"""Time between a demo's refreshes, short enough to see every level of its wallet."""

_DEMO_SEED = 7
_DEMO_PREFIX = "wallet-tray-demo-"
_ABANDONED_AFTER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class AppContext:
    """Everything outside the process that a run may touch.

    ``open_history`` returns a history for one thread; in a demo the first one gets a simulated
    past. ``instance`` holds the lock and the socket of the one running program. ``interval``
    overrides the one in the settings. ``make_keyring`` may import; call it in the keyring thread.
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
        """Return the record of former accounts, which decides whether a key may be sent.

        Without a key in the environment, the history is not consulted.
        """
        from wallet_tray.providers import DEFAULT
        from wallet_tray.providers.registry import key_variables
        from wallet_tray.storage.former_accounts import FormerAccounts

        names = key_variables(self.environment, DEFAULT)
        history = self.open_history if any(map(self.environment.get, names)) else None
        return FormerAccounts(self.folders.accounts_marker, history, writes=writes)

    def settings_store(self, *, remembers: bool = False) -> "SettingsStore":
        """Return the settings store.

        ``remembers`` is for the running program, which may leave traces.
        """
        from wallet_tray.storage.settings_file import SettingsStore

        return SettingsStore(self.folders.settings_file, self.former_accounts(writes=remembers))

    def close(self) -> None:
        """Stop the demo's service and remove its folder; do nothing in a real run."""
        if self.service is not None:
            self.service.stop()
        if self.demo:
            shutil.rmtree(self.folders.config, ignore_errors=True)


def user_context() -> AppContext:
    """Return the user's own folders, environment and keyring."""
    folders = user_folders()
    return AppContext(folders, folders, os.environ, _system_keyring, partial(_history_in, folders))


def demo_context(scenario: str = DEMO_SCENARIO) -> AppContext:
    """Create an isolated demo: a simulated service, a keyring in memory, and a folder of its own.

    The user's environment, settings and keyring are not read.
    """
    from wallet_tray.domain.settings_schema import VERSION
    from wallet_tray.providers.registry import usual_account
    from wallet_tray.simulator.server import SimulatedService
    from wallet_tray.storage.files import write_atomically

    service = SimulatedService(scenario).start()
    _sweep_old_demos()
    folder = Path(tempfile.mkdtemp(prefix=_DEMO_PREFIX))
    folders = Folders(folder, folder, folder, folder, folder)
    running = _demo_instance_folder(folder)
    instance = replace(folders, state=running, runtime=running)
    usual, account = usual_account(), usual_account(service.api_url)
    settings = (
        f"version = {VERSION}\n[[accounts]]\n"
        f'label = "{usual.label} (demo)"\n'
        f'api_url = "{service.api_url}"\n'
        f'top_up_url = "{usual.top_up_url}"  # shown, and never opened by a demo\n'
    )
    write_atomically(folders.settings_file, settings.encode())
    user = account.keyring_user
    api_key = service.api_key

    def memory_keyring() -> "Keyring":
        from wallet_tray.credentials.keyring_backend import MemoryKeyring

        keyring = MemoryKeyring()
        keyring.write(user, api_key)
        return keyring

    return AppContext(
        folders,
        instance,
        {},
        memory_keyring,
        _DemoHistory(folders, account, service).open,
        demo=True,
        interval=DEMO_INTERVAL,
        service=service,
    )


def _demo_instance_folder(own: Path) -> Path:
    """Return the folder in which a second demo finds the first one and shows its popup.

    It holds none of the user's own files. Without a session folder, its name is predictable, and
    any user may create it first. If another user did, or if it is open to others, each demo uses
    ``own``.
    """
    user = user_folders()
    if user.runtime.parent != user.state:
        return user.runtime / "demo"
    uid = "user" if os.name == "nt" else str(os.geteuid())
    shared = Path(tempfile.gettempdir()) / f"{PROGRAM_NAME}-{uid}-demo"
    return shared if is_own(shared) or not os.path.lexists(shared) else own


def _sweep_old_demos() -> None:
    """Remove folders left behind by killed demos, once older than a day."""
    yesterday = time.time() - _ABANDONED_AFTER.total_seconds()
    for folder in Path(tempfile.gettempdir()).glob(f"{_DEMO_PREFIX}*"):
        with contextlib.suppress(OSError):
            # Keep another user's folder and a link that leads elsewhere, also when run as root.
            if is_own(folder) and folder.lstat().st_mtime < yesterday:
                shutil.rmtree(folder, ignore_errors=True)


class _DemoHistory:
    """The history of a demo, with a simulated past: a real one would take weeks to fill."""

    def __init__(self, folders: Folders, account: "Account", service: "SimulatedService") -> None:
        self._folders = folders
        self._account = account
        self._service = service
        self._is_filled = False
        self._lock = threading.Lock()

    def open(self) -> "History":
        """Return a history for one thread; the first call fills it, which takes half a second."""
        history = _history_in(self._folders)
        with self._lock:
            if not self._is_filled:
                self._is_filled = True
                history.record_all(self._account, self._balances())
        return history

    def _balances(self) -> "Iterator[Balance]":
        from wallet_tray.domain.balance import Balance
        from wallet_tray.domain.money import Figure, Money
        from wallet_tray.simulator.generated_history import past

        unit, due_unit = self._account.unit, self._account.due_unit
        for then in past(_DEMO_SEED, datetime.now().astimezone()):
            available, total = Money(then.available, unit), Money(then.total, unit)
            yield Balance(
                wallet_id=self._service.statement.wallet_id,
                available=available,
                figures={
                    Figure.TOTAL: total,
                    Figure.RESERVED: total - available,
                    Figure.DUE: Money(then.amount_due, due_unit),
                },
                fetched_at=then.at,
            )


def _history_in(folders: Folders) -> "History":
    from wallet_tray.history.history import History  # imports SQLite: only after the icon is shown

    return History(folders.history_file)


def _system_keyring() -> "Keyring":
    from wallet_tray.credentials.keyring_backend import SystemKeyring

    return SystemKeyring()
