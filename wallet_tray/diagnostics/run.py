"""All checks of one run, side by side, and their findings."""

import os
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from wallet_tray.desktop.autostart.autostart import NoAutostart, make_autostart
from wallet_tray.diagnostics import clock as clock_check
from wallet_tray.diagnostics import files as files_check
from wallet_tray.diagnostics import keyring as keyring_check
from wallet_tray.diagnostics import notifications as notifications_check
from wallet_tray.diagnostics import program as program_check
from wallet_tray.diagnostics import service as service_check
from wallet_tray.diagnostics import tray as tray_check
from wallet_tray.diagnostics import versions as versions_check
from wallet_tray.diagnostics.finding import Finding, State
from wallet_tray.diagnostics.keyring import KeyringCheck
from wallet_tray.diagnostics.service import ServiceCheck
from wallet_tray.domain.account import Account
from wallet_tray.domain.settings import Settings
from wallet_tray.examination import autostart_check, history_check, settings_check
from wallet_tray.examination.chosen_accounts import chosen_accounts
from wallet_tray.examination.errand import Check, findings_of
from wallet_tray.examination.names import PROXY, SERVICE, TLS
from wallet_tray.examination.settings_check import SettingsCheck
from wallet_tray.examination.shown import short_path
from wallet_tray.storage.files import write_atomically
from wallet_tray.words import doctor_desktop, doctor_files, doctor_keyring, doctor_service

if TYPE_CHECKING:
    from wallet_tray.context import Surroundings

_TRAY_LIMIT = timedelta(seconds=6)
"""Display, bus and panel are queried in sequence, each for a few seconds at most."""


_ORDER = (
    (tray_check.NAME,),
    (notifications_check.NAME,),
    (keyring_check.NAME,),
    (settings_check.NAME,),
    (files_check.NAME,),
    (PROXY, TLS, SERVICE),  # account by account
    (clock_check.NAME,),
    (history_check.NAME,),
    (program_check.NAME,),
    (autostart_check.NAME,),
    (versions_check.NAME,),
)
_RANKS = {name: rank for rank, names in enumerate(_ORDER) for name in names}


@dataclass(frozen=True, slots=True)
class Examination:
    """The findings in reading order, and the versions in use."""

    findings: tuple[Finding, ...]
    versions: dict[str, str | None]

    @property
    def healthy(self) -> bool:
        """False if any finding is a problem."""
        return all(finding.state is not State.PROBLEM for finding in self.findings)


def examine(surroundings: "Surroundings", account_id: str | None = None) -> Examination:
    """Run all checks, for that account or for all; takes less than 15 s even if something hangs.

    Raises UnknownAccountError.
    """
    settings = SettingsCheck(
        surroundings.folders.settings_file,
        surroundings.former_accounts(),
        surroundings.environment,
    )
    read = findings_of([Check(settings_check.NAME, settings.look, doctor_files.SETTINGS_SILENT)])
    accounts, environment_account_id = chosen_accounts(settings.loaded, account_id)
    in_force = Settings() if settings.loaded is None else settings.loaded.reading.settings
    keyring = KeyringCheck(
        surroundings.make_keyring,
        surroundings.environment,
        accounts,
        environment_account_id,
        in_force.first_account_id,
        surroundings.key_hosts,
    )
    found = findings_of(
        [
            *_desktop_checks(),
            Check(
                keyring_check.NAME, keyring.look, doctor_keyring.KEYRING_SILENT, keyring_check.LIMIT
            ),
            *_own_checks(surroundings),
            *(
                _service_check(keyring, account, in_force.proxy, surroundings)
                for account in accounts
            ),
        ]
    )
    findings = clock_check.with_one_clock([*read, *found])
    findings.sort(key=lambda finding: _RANKS[finding.check])
    return Examination(tuple(findings), versions_check.versions())


def _desktop_checks() -> list[Check]:
    # The demo's icon and alerts also appear on the user's own desktop.
    tray = partial(tray_check.look_at_tray, os.environ)
    notifications = partial(notifications_check.look_at_notifications, os.environ)
    return [
        Check(tray_check.NAME, tray, doctor_desktop.TRAY_SILENT, _TRAY_LIMIT),
        Check(notifications_check.NAME, notifications, doctor_desktop.NOTIFICATIONS_SILENT),
    ]


def _own_checks(surroundings: "Surroundings") -> list[Check]:
    folders, instance = surroundings.folders, surroundings.instance
    files = partial(files_check.look_at_files, folders, instance)
    history = partial(history_check.look_at_history, folders.history_file)
    program = partial(program_check.look_at_program, instance)
    entry = NoAutostart() if surroundings.demo else make_autostart(write_atomically)
    autostart = partial(autostart_check.look_at_autostart, entry)
    return [
        Check(files_check.NAME, files, doctor_files.FILES_SILENT),
        Check(history_check.NAME, history, doctor_files.HISTORY_SILENT),
        Check(program_check.NAME, program, doctor_files.PROGRAM_SILENT),
        Check(autostart_check.NAME, autostart, doctor_files.AUTOSTART_SILENT),
        Check(versions_check.NAME, versions_check.look_at_versions),
    ]


def _service_check(
    keyring: KeyringCheck, account: Account, proxy: str, surroundings: "Surroundings"
) -> Check:
    check = ServiceCheck(
        keyring.environment.as_asked(account),
        proxy,
        short_path(surroundings.folders.settings_file),
        keyring.credential,
        keyring.environment.variable(account),
    )
    values = {"host": account.host}
    return Check(
        SERVICE,
        check.look,
        doctor_service.SERVICE_LATE,
        service_check.LIMIT,
        account.id,
        values,
    )
