"""The texts of notifications: a title with the main fact, and one line with the reason."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from wallet_tray.domain.account import Account
from wallet_tray.domain.alert import Alert, AlertKind, Beyond
from wallet_tray.domain.forecast.outlook import Basis
from wallet_tray.text.amounts import (
    MASK,
    amount_text,
    amount_with_unit,
    in_sentence,
    owed_with_unit,
)
from wallet_tray.text.locale import ENGLISH, Regional, marked, time_text
from wallet_tray.text.problems import the_credential
from wallet_tray.text.times import left_text, pace_text

_TITLES = {
    AlertKind.LOW: marked("Low balance: {amount}"),
    AlertKind.CRITICAL: marked("Critical balance: {amount}"),
    AlertKind.EMPTY: marked("Wallet empty: {amount}"),
    AlertKind.AMOUNT_DUE: marked("Amount due: {amount}"),
    AlertKind.HOURS_LEFT: marked("{left}"),
    AlertKind.CREDENTIAL_REJECTED: marked("{service} rejects {the_credential}"),
    AlertKind.ACCESS_TOKEN_ENDS: marked("The access token ends at {since}"),
    AlertKind.NO_BALANCE: marked("No balance since {since}"),
    AlertKind.LARGE_DROP: marked("Large drop: {amount}"),
}

_BODIES = {
    AlertKind.LOW: marked("Below your limit of {limit}."),
    AlertKind.CRITICAL: marked("Below your limit of {limit}. Jobs stop when the wallet is empty."),
    AlertKind.EMPTY: marked("Jobs stop until the wallet is topped up."),
    AlertKind.AMOUNT_DUE: marked("Above your limit of {limit}."),
    AlertKind.HOURS_LEFT: marked("Below your limit of {limit}, {pace}."),
    AlertKind.CREDENTIAL_REJECTED: marked(
        "Make a new API key on your profile page and sign in again."
    ),
    AlertKind.ACCESS_TOKEN_ENDS: marked("Sign in with an API key, which lasts."),
    AlertKind.NO_BALANCE: marked(
        "The last known balance stays on show. Open Wallet Tray to see what is in the way."
    ),
    AlertKind.LARGE_DROP: marked("Since {since}, far more than this wallet usually spends."),
}

_LEFT = marked("{left} {pace}.")
_LASTS = frozenset({AlertKind.LOW, AlertKind.CRITICAL})
_HIDDEN_LEFT = marked("About {time} left")


def alert_title(
    alert: Alert,
    account: Account,
    now: datetime,
    regional: Regional = ENGLISH,
    *,
    hidden: bool = False,
) -> str:
    """Return the title of the notification; ``now`` is in the reader's zone."""
    return _filled(_TITLES[alert.kind], alert, account, now, regional, hidden)


def alert_body(
    alert: Alert,
    account: Account,
    now: datetime,
    regional: Regional = ENGLISH,
    *,
    hidden: bool = False,
) -> str:
    """Return the line below the title; it names any account but the default one."""
    body = _filled(_BODIES[alert.kind], alert, account, now, regional, hidden)
    if alert.kind in _LASTS and alert.hours_left and alert.basis:
        body += " " + _filled(_LEFT, alert, account, now, regional, hidden)
    return (
        body if account.label == account.provider.label else f"{in_sentence(account.label)}: {body}"
    )


def _filled(
    source: str, alert: Alert, account: Account, now: datetime, regional: Regional, hidden: bool
) -> str:
    limits = () if alert.limit is None else (alert.limit,)
    amount = limit = since = ""
    if alert.amount is not None:
        as_text = owed_with_unit if alert.kind is AlertKind.AMOUNT_DUE else amount_with_unit
        amount = as_text(alert.amount, alert.unit, regional, limits, hidden=hidden)
    if alert.limit is not None:
        limit = _limit_text(alert, regional) if not hidden else f"{MASK}\u00a0{alert.unit}"
    if alert.since is not None:
        since = time_text(alert.since, now, regional)
    text = regional.translate(source)
    for slot, value in (
        ("{amount}", amount),
        ("{limit}", limit),
        ("{left}", _left(alert, regional, hidden=hidden)),
        ("{pace}", pace_text(alert.basis or Basis.DAY, regional)),
        ("{since}", since),
        ("{the_credential}", the_credential(account.credential, regional)),
        ("{service}", in_sentence(account.label)),
    ):
        text = text.replace(slot, value)
    return text


def _limit_text(alert: Alert, regional: Regional) -> str:
    """Return a limit as it was typed: "100 BYC", not "100.00 BYC"."""
    limit = alert.limit
    if limit is None:
        return ""
    text = amount_text(limit, regional)
    if limit == limit.to_integral_value():
        text = text.removesuffix(f"{regional.decimal}00")
    return f"{text}\u00a0{alert.unit}"


def _left(alert: Alert, regional: Regional, *, hidden: bool) -> str:
    if hidden:
        return regional.translate(_HIDDEN_LEFT).replace("{time}", MASK)
    return left_text(
        alert.hours_left or Decimal(0), regional, below=alert.kind is AlertKind.HOURS_LEFT
    )


BEYOND: Mapping[Beyond, str] = {
    Beyond.AMOUNT_DUE: marked("amount due above the limit"),
    Beyond.HOURS_LEFT: marked("time left below the limit"),
}
