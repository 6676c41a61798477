"""The texts of notifications: a title with the main fact, and one line with the reason."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from wallet_tray.domain.account import DEFAULT_ID, Account
from wallet_tray.domain.alert import Alert, AlertKind
from wallet_tray.domain.money import Money
from wallet_tray.providers.provider import AtZero
from wallet_tray.text.amounts import (
    MASK,
    amount_text,
    amount_with_unit,
    isolate,
    owed_with_unit,
)
from wallet_tray.text.locale import ENGLISH, Locale, time_text, translatable
from wallet_tray.text.problems import the_credential
from wallet_tray.text.times import left_text

_TITLES = {
    AlertKind.LOW: translatable("Low balance: {amount}"),
    AlertKind.CRITICAL: translatable("Critical balance: {amount}"),
    AlertKind.EMPTY: translatable("Wallet empty: {amount}"),
    AlertKind.AMOUNT_DUE: translatable("Amount due: {amount}"),
    AlertKind.HOURS_LEFT: translatable("{left}"),
    AlertKind.CREDENTIAL_REJECTED: translatable("{service} rejects {the_credential}"),
    AlertKind.ACCESS_TOKEN_ENDS: translatable("The access token ends at {since}"),
    AlertKind.NO_BALANCE: translatable("No balance since {since}"),
    AlertKind.LARGE_DROP: translatable("Large drop: {amount}"),
}

_BODIES = {
    AlertKind.LOW: translatable("Below your limit of {limit}."),
    AlertKind.AMOUNT_DUE: translatable("Above your limit of {limit}."),
    AlertKind.HOURS_LEFT: translatable("Below your limit of {limit}."),
    AlertKind.CREDENTIAL_REJECTED: translatable(
        "Make a new API key on your profile page and sign in again."
    ),
    AlertKind.ACCESS_TOKEN_ENDS: translatable("Sign in with an API key, which lasts."),
    AlertKind.NO_BALANCE: translatable(
        "The last known balance stays on show. Open Wallet Tray to see what is in the way."
    ),
    AlertKind.LARGE_DROP: translatable("Since {since}, far more than this wallet usually spends."),
}
# By what the service does at 0.
_CRITICAL_BODIES: Mapping[AtZero | None, str] = {
    AtZero.STOPS: translatable("Below your limit of {limit}. Jobs stop when the wallet is empty."),
    AtZero.DELETES: translatable(
        "Below your limit of {limit}. The service may delete what you have there when the wallet "
        "is empty."
    ),
    AtZero.DEBT: translatable(
        "Below your limit of {limit}. Further use becomes a debt when the wallet is empty."
    ),
    AtZero.BLOCKS: translatable(
        "Below your limit of {limit}. The account is blocked when the wallet is empty."
    ),
}
_EMPTY_BODIES: Mapping[AtZero | None, str] = {
    AtZero.STOPS: translatable("Jobs stop until the wallet is topped up."),
    AtZero.DELETES: translatable("Top up soon: the service may delete what you have there."),
    AtZero.DEBT: translatable("Further use becomes a debt until the wallet is topped up."),
    AtZero.BLOCKS: translatable("The account is blocked until the wallet is topped up."),
}
_TOP_UP = translatable("Top up to continue.")

_LEFT = translatable("{left}.")
_LASTS = frozenset({AlertKind.LOW, AlertKind.CRITICAL})
_HIDDEN_LEFT = translatable("About {time} left")


def alert_title(
    alert: Alert,
    account: Account,
    now: datetime,
    locale: Locale = ENGLISH,
    *,
    hidden: bool = False,
) -> str:
    """Return the title of the notification; ``now`` is in the reader's zone."""
    return _filled(_TITLES[alert.kind], alert, account, now, locale, hidden)


def alert_body(
    alert: Alert,
    account: Account,
    now: datetime,
    locale: Locale = ENGLISH,
    *,
    hidden: bool = False,
) -> str:
    """Return the line below the title; it names any account but an unnamed default one."""
    body = _filled(_body(alert.kind, account.provider.at_zero), alert, account, now, locale, hidden)
    if alert.kind in _LASTS and alert.hours_left:
        body += " " + _filled(_LEFT, alert, account, now, locale, hidden)
    is_unnamed = account.id == DEFAULT_ID and account.label == account.provider.name
    return body if is_unnamed else f"{isolate(account.label)}: {body}"


def _body(kind: AlertKind, at_zero: AtZero | None) -> str:
    match kind:
        case AlertKind.EMPTY:
            return _EMPTY_BODIES.get(at_zero, _TOP_UP)
        case AlertKind.CRITICAL:
            return _CRITICAL_BODIES.get(at_zero, _BODIES[AlertKind.LOW])
        case _:
            return _BODIES[kind]


def _filled(
    source: str, alert: Alert, account: Account, now: datetime, locale: Locale, hidden: bool
) -> str:
    limits = () if alert.limit is None else (alert.limit.amount,)
    amount = limit = since = ""
    if alert.amount is not None:
        as_text = owed_with_unit if alert.kind is AlertKind.AMOUNT_DUE else amount_with_unit
        amount = as_text(alert.amount.amount, alert.amount.unit, locale, limits, hidden=hidden)
    if alert.limit is not None:
        limit = _limit_text(alert.limit, locale, hidden=hidden)
    if alert.since is not None:
        since = time_text(alert.since, now, locale)
    text = locale.translate(source)
    for slot, value in (
        ("{amount}", amount),
        ("{limit}", limit),
        ("{left}", _left(alert, locale, hidden=hidden)),
        ("{since}", since),
        ("{the_credential}", the_credential(account.credential, locale)),
        ("{service}", isolate(account.label)),
    ):
        text = text.replace(slot, value)
    return text


def _limit_text(limit: Money, locale: Locale, *, hidden: bool) -> str:
    """Return a limit as it was typed: "100 USD", not "100.00 USD"."""
    text = MASK if hidden else amount_text(limit.amount, locale)
    if limit.amount == limit.amount.to_integral_value():
        text = text.removesuffix(f"{locale.decimal}00")
    return f"{text}\u00a0{limit.unit}"


def _left(alert: Alert, locale: Locale, *, hidden: bool) -> str:
    if hidden:
        return locale.translate(_HIDDEN_LEFT).replace("{time}", MASK)
    return left_text(
        alert.hours_left or Decimal(0), locale, below=alert.kind is AlertKind.HOURS_LEFT
    )
