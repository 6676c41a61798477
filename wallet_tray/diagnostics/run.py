"""All checks of one run, side by side, and their findings."""

import logging
import os
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from wallet_tray.credentials.environment import KeyUse, key_use
from wallet_tray.desktop.autostart.autostart import NoAutostart, make_autostart
from wallet_tray.diagnostics import clock, service
from wallet_tray.diagnostics import files as files_check
from wallet_tray.diagnostics import keyring as keyring_check
from wallet_tray.diagnostics import notifications as notifications_check
from wallet_tray.diagnostics import program as program_check
from wallet_tray.diagnostics import tray as tray_check
from wallet_tray.diagnostics import versions as versions_check
from wallet_tray.diagnostics.files import SettingsCheck
from wallet_tray.diagnostics.finding import (
    FAULT,
    PROXY,
    SERVICE,
    TLS,
    Finding,
    Message,
    State,
    Value,
    short_path,
)
from wallet_tray.diagnostics.keyring import KeyringCheck
from wallet_tray.diagnostics.service import ServiceCheck
from wallet_tray.domain.account import NO_ACCOUNT_ID, Account, AccountId
from wallet_tray.domain.settings import Settings
from wallet_tray.storage.files import write_atomically
from wallet_tray.storage.settings_file import LoadedSettings

if TYPE_CHECKING:
    from wallet_tray.context import AppContext


_log = logging.getLogger(__name__)

LATE = Message("There was no answer in time.", "Try again; if that goes on, log out and in again.")

LIMIT = timedelta(seconds=3)
"""The limit of checks that query only this computer."""


@dataclass(frozen=True, slots=True)
class Check:
    """One check, run in its own thread.

    Findings that ``look`` yields before ``limit`` count. After that, ``late`` is added as a
    problem.
    """

    name: str
    look: Callable[[], Iterable[Finding]]
    late: Message = LATE
    limit: timedelta = LIMIT
    account: AccountId = NO_ACCOUNT_ID
    values: Mapping[str, Value] = field(default_factory=dict)  # placeholder values of ``late``


def findings_of(checks: Sequence[Check]) -> list[Finding]:
    """Run all checks and return their findings in order. Blocks up to the longest limit."""
    running = [_RunningCheck(check) for check in checks]
    return [finding for check in running for finding in check.findings()]


class _RunningCheck:
    def __init__(self, check: Check) -> None:
        self._check = check
        self._found: list[Finding] = []
        self._ended = threading.Event()
        self._deadline = time.monotonic() + check.limit.total_seconds()
        # A daemon thread: a wait that never ends must not delay the exit.
        threading.Thread(target=self._run, name=f"check {check.name}", daemon=True).start()

    def findings(self) -> list[Finding]:
        if self._ended.wait(max(self._deadline - time.monotonic(), 0)):
            return self._found
        return [*self._found, self._problem(self._check.late)]

    def _run(self) -> None:
        try:
            for finding in self._check.look():
                self._found.append(finding)
        except Exception as error:  # noqa: BLE001  an internal error is a finding, too
            _log.error("the check %s failed", self._check.name, exc_info=error)
            self._found.append(self._problem(FAULT))
        finally:
            self._ended.set()

    def _problem(self, said: Message) -> Finding:
        return Finding(
            self._check.name, State.PROBLEM, said, self._check.values, self._check.account
        )


class UnknownAccountError(Exception):
    """The settings have no such account; ``known`` are the ids that exist."""

    def __init__(self, known: tuple[AccountId, ...]) -> None:
        super().__init__("no such account")
        self.known = known


def chosen_accounts(
    loaded: LoadedSettings | None, account_id: AccountId | None
) -> tuple[tuple[Account, ...], KeyUse]:
    """Return the accounts to check, and those that use the environment's credentials.

    There are none if the file is unusable or gone: the intended accounts are unknown then. Raises
    UnknownAccountError.
    """
    if loaded is None or not loaded.counts:
        return (), KeyUse()
    settings = loaded.reading.settings
    if account_id is None:
        return settings.accounts, key_use(settings)
    chosen = tuple(account for account in settings.accounts if account.id == account_id)
    # It may be a disabled account, whose id is uncertain.
    if not chosen and not any(fault.account for fault in loaded.reading.faults):
        raise UnknownAccountError(tuple(account.id for account in settings.accounts))
    return chosen, key_use(settings, account_id)


_TRAY_LIMIT = timedelta(seconds=6)
"""Display, bus and panel are queried in sequence, each for a few seconds at most."""


_ORDER = (
    (tray_check.NAME,),
    (notifications_check.NAME,),
    (keyring_check.NAME,),
    (files_check.SETTINGS,),
    (files_check.NAME,),
    (PROXY, TLS, SERVICE),  # account by account
    (clock.NAME,),
    (files_check.HISTORY,),
    (program_check.NAME,),
    (program_check.AUTOSTART,),
    (versions_check.NAME,),
)
_RANKS = {name: rank for rank, names in enumerate(_ORDER) for name in names}


@dataclass(frozen=True, slots=True)
class DiagnosticReport:
    """The findings in reading order, and the versions in use."""

    findings: tuple[Finding, ...]
    versions: dict[str, str | None]

    @property
    def healthy(self) -> bool:
        """False if any finding is a problem."""
        return all(finding.state is not State.PROBLEM for finding in self.findings)


def run_checks(context: "AppContext", account_id: AccountId | None = None) -> DiagnosticReport:
    """Run all checks, for that account or for all; takes less than 15 s even if something hangs.

    Raises UnknownAccountError.
    """
    settings = SettingsCheck(
        context.folders.settings_file,
        context.former_accounts(),
        context.environment,
    )
    read = findings_of([Check(files_check.SETTINGS, settings.look, files_check.SETTINGS_SILENT)])
    accounts, use = chosen_accounts(settings.loaded, account_id)
    in_force = Settings() if settings.loaded is None else settings.loaded.reading.settings
    keyring = KeyringCheck(
        context.make_keyring,
        context.environment,
        accounts,
        use,
        in_force.first_account_id,
        context.key_hosts,
    )
    found = findings_of(
        [
            *_desktop_checks(),
            Check(
                keyring_check.NAME, keyring.look, keyring_check.KEYRING_SILENT, keyring_check.LIMIT
            ),
            *_own_checks(context),
            *(_service_check(keyring, account, in_force.proxy, context) for account in accounts),
        ]
    )
    findings = clock.with_one_clock([*read, *found])
    findings.sort(key=lambda finding: _RANKS[finding.check])
    return DiagnosticReport(tuple(findings), versions_check.versions())


def _desktop_checks() -> list[Check]:
    # The demo's icon and alerts also appear on the user's own desktop.
    tray = partial(tray_check.check_tray, os.environ)
    notifications = partial(notifications_check.check_notifications, os.environ)
    return [
        Check(tray_check.NAME, tray, tray_check.TRAY_SILENT, _TRAY_LIMIT),
        Check(notifications_check.NAME, notifications, notifications_check.NOTIFICATIONS_SILENT),
    ]


def _own_checks(context: "AppContext") -> list[Check]:
    folders, instance = context.folders, context.instance
    files = partial(files_check.check_files, folders, instance)
    history = partial(files_check.check_history, folders.history_file)
    program = partial(program_check.check_program, instance)
    entry = NoAutostart() if context.demo else make_autostart(write_atomically)
    autostart = partial(program_check.check_autostart, entry)
    return [
        Check(files_check.NAME, files, files_check.FILES_SILENT),
        Check(files_check.HISTORY, history, files_check.HISTORY_SILENT),
        Check(program_check.NAME, program, program_check.PROGRAM_SILENT),
        Check(program_check.AUTOSTART, autostart, program_check.AUTOSTART_SILENT),
        Check(versions_check.NAME, versions_check.check_versions),
    ]


def _service_check(
    keyring: KeyringCheck, account: Account, proxy: str, context: "AppContext"
) -> Check:
    check = ServiceCheck(
        keyring.environment.as_asked(account),
        proxy,
        short_path(context.folders.settings_file),
        keyring.credential,
        keyring.environment.variable(account),
    )
    values = {"host": account.host}
    return Check(
        SERVICE,
        check.look,
        service.SERVICE_LATE,
        service.LIMIT,
        account.id,
        values,
    )
