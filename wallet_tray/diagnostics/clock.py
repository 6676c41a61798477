"""Check of this computer's clock against the services' clocks."""

from collections.abc import Sequence
from datetime import timedelta

from wallet_tray.diagnostics.finding import Finding, Message, State, Translatable, Value
from wallet_tray.domain.account import Account
from wallet_tray.text.locale import translatable

NAME = "clock"
CLOCK_RIGHT = Message("This computer's clock agrees with that of {host}.")
CLOCK_AHEAD = Message(
    "This computer's clock is {amount} ahead of that of {host}.",
    "Set the clock, or let the system do that by itself.",
)
CLOCK_BEHIND = Message(
    "This computer's clock is {amount} behind that of {host}.",
    "Set the clock, or let the system do that by itself.",
)
CLOCK_NOT_COMPARED = Message("The clock could not be compared: no service told the time.")

SLACK = timedelta(minutes=2)
"""Smaller differences are harmless; certificates tolerate more."""


def compared(account: Account, ahead: timedelta) -> Finding:
    """Return the finding for a clock that is ``ahead`` of the service's clock."""
    if abs(ahead) <= SLACK:
        return Finding(NAME, State.OK, CLOCK_RIGHT, {"host": account.host})
    said = CLOCK_AHEAD if ahead > timedelta(0) else CLOCK_BEHIND
    values: dict[str, Value] = {"host": account.host, "amount": _amount(abs(ahead))}
    return Finding(NAME, State.PROBLEM, said, values)


def with_one_clock(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings with a single one about the clock, after the accounts' other findings.

    If one service agrees with this clock, the other services' clocks are wrong.
    """
    clocks = [finding for finding in findings if finding.check == NAME]
    right = [finding for finding in clocks if finding.state is State.OK]
    not_compared = Finding(NAME, State.NOTE, CLOCK_NOT_COMPARED)
    others = [finding for finding in findings if finding.check != NAME]
    return [*others, next(iter([*right, *clocks]), not_compared)]


def _amount(time: timedelta) -> Translatable:
    minutes = round(time / timedelta(minutes=1))
    if minutes < 120:
        return Translatable(translatable("%n minute(s)"), minutes)
    hours = round(time / timedelta(hours=1))
    if hours < 48:
        return Translatable(translatable("%n hour(s)"), hours)
    return Translatable(translatable("%n day(s)"), round(time / timedelta(days=1)))
