"""wallet-tray doctor: check the program's dependencies; with --alerts, test the alerts."""

import argparse
import shutil
import sys
import threading
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from wallet_tray.alerts.notification import alert_notification
from wallet_tray.cli.account import add_account_argument, choose_account
from wallet_tray.cli.output import CommandError, write_stdout
from wallet_tray.desktop.dbus.thread import make_buses
from wallet_tray.desktop.notifications.model import Notification
from wallet_tray.domain.account import Account
from wallet_tray.domain.alert_memory import AlertMemory
from wallet_tray.domain.alert_policy import AlertContext, step
from wallet_tray.domain.alert_rules import traits_of
from wallet_tray.domain.alert_samples import STEP, self_test_account, self_test_balances
from wallet_tray.domain.exit_code import ExitCode

if TYPE_CHECKING:
    from wallet_tray.context import AppContext


_DELIVERY_LIMIT = timedelta(seconds=6)
_NOT_SHOWN = (
    "No notification service took the alert. Start one (most desktops have it built in), "
    "or look at the tray icon, which carries every alert as well.\n"
)
_ELSEWHERE = (
    "On this system notifications come through the tray icon: "
    "use 'Test my alerts' in the settings of the tray program.\n"
)


def play(arguments: argparse.Namespace, context: "AppContext") -> ExitCode:
    """Test the alerts; return 0 if a notification service accepted every alert, else 1."""
    store = context.settings_store()
    account = self_test_account(choose_account(store, arguments.account).account)
    buses = make_buses()
    if buses.session is None:
        sys.stderr.write(_ELSEWHERE)
        return ExitCode.NO
    from wallet_tray.desktop.notifications.outbox import NotificationOutbox

    events = _Delivered()
    outbox = NotificationOutbox(buses.session, events)
    try:
        for notification in _notifications(account):
            if notification is None:
                outbox.close(account.id)
                sys.stdout.write("Topped up: the alert is taken away.\n")
                events.wait(STEP / 4)  # time for the last message to reach the bus
                continue
            sys.stdout.write(f"{notification.title.replace(chr(0xA0), ' ')}\n")
            sys.stdout.flush()
            outbox.show(notification)
            if not events.wait(_DELIVERY_LIMIT):
                sys.stderr.write(_NOT_SHOWN)
                return ExitCode.NO
            events.wait(STEP)
    finally:
        outbox.close(account.id)
        buses.stop()
    return ExitCode.OK


def _notifications(account: Account) -> list[Notification | None]:
    """Return the policy's notifications for the test's balances; None withdraws an alert."""
    memory, start = AlertMemory(), datetime.now(UTC)
    shown: list[Notification | None] = []
    for balance in self_test_balances(account, start):
        circumstances = AlertContext(
            now=balance.fetched_at,
            awake_since=start,
            limits=account.limits_in(balance.unit),
            unit=balance.unit,
            traits=traits_of(account, balance.unit),
        )
        result = step(memory, balance, circumstances)
        memory = result.memory
        if result.say is not None:
            now = balance.fetched_at.astimezone()
            shown.append(alert_notification(result.say, account, now))
        elif result.close:
            shown.append(None)
    return shown


class _Delivered:
    """A delivery listener, called by the bus thread.

    Each wait is for the next delivery or a timeout.
    """

    def __init__(self) -> None:
        self._event = threading.Event()

    def wait(self, limit: timedelta) -> bool:
        """Return whether a delivery arrived within ``limit``."""
        came = self._event.wait(limit.total_seconds())
        self._event.clear()
        return came

    def on_delivered(self, slot: str) -> None:
        """Count a delivered notification."""
        self._event.set()

    def on_action_invoked(self, slot: str, key: str) -> None:
        """Ignore the button of a test notification."""

    def on_dismissed(self, slot: str) -> None:
        """Ignore that the user dismissed the notification."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    add_account_argument(parser, "all of them; with --alerts the first one")
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--json", action="store_true", help="print one JSON object")
    ways.add_argument(
        "--alerts",
        action="store_true",
        help="show a low, a critical and a due alert, and take them away again",
    )


def run(arguments: argparse.Namespace, context: "AppContext") -> ExitCode:
    """Run the checks or the alert test; return 0 if all is well, else 1. Raises CommandError."""
    if arguments.alerts:
        return play(arguments, context)

    from wallet_tray.cli.messages import unknown_account_sentence
    from wallet_tray.diagnostics.report import (
        report_json,
        report_lines,
        wants_color,
    )
    from wallet_tray.diagnostics.run import UnknownAccountError, run_checks

    try:
        report = run_checks(context, arguments.account)
    except UnknownAccountError as error:
        raise CommandError(unknown_account_sentence(error.known), ExitCode.USAGE) from None
    if arguments.json:
        write_stdout(f"{report_json(report)}\n")
    else:
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        lines = report_lines(report, width, colored=wants_color(sys.stdout))
        write_stdout("".join(f"{line}\n" for line in lines))
    return ExitCode.OK if report.healthy else ExitCode.NO
