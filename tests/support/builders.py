"""Builders of the values that most tests need: a test names what matters to it alone."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, TypeAlias

from wallet_tray.domain.account import Account
from wallet_tray.domain.alert import AlertLimits, OwnLimits
from wallet_tray.domain.alert_policy import AlertContext
from wallet_tray.domain.alert_rules import WalletTraits
from wallet_tray.domain.balance import Balance, WalletId, WalletKey
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.domain.exact import exact_difference
from wallet_tray.domain.history_values import Sample
from wallet_tray.domain.money import Figure, Money
from wallet_tray.domain.problem import Problem, ProblemKind, WalletTrayError
from wallet_tray.domain.settings import Settings
from wallet_tray.providers import DEFAULT
from wallet_tray.providers.provider import Provider
from wallet_tray.providers.registry import Registry

# A float counts as it is printed: 0.1 is a tenth.
Amount: TypeAlias = Decimal | int | float | str

KEY = Credential(CredentialKind.API_KEY, "WTSENTINEL-key")


_PROVIDERS: dict[str, Provider] = {}


def provider(identity: str = DEFAULT) -> Provider:
    """Return a shipped provider; its file is read once."""
    if identity not in _PROVIDERS:
        _PROVIDERS[identity] = Registry().provider(identity)
    return _PROVIDERS[identity]


def make_account(
    *,
    of: str = DEFAULT,
    limits: AlertLimits | None = None,
    own_limits: OwnLimits | None = None,
    **more: Any,
) -> Account:
    """Return an account as the settings would have it; ``of`` is its provider's id.

    ``limits`` are written for this account; without them, the provider's usual ones count.
    """
    wanted = provider(of)
    written = (own_limits or OwnLimits()) if limits is None else written_limits(limits)
    variant = more.get("variant", "")
    usual = {
        "label": wanted.name,
        "api_url": wanted.base_of(variant),
        "top_up_url": wanted.top_up_page(variant),
    }
    return Account(provider=wanted, own_limits=written, **{**usual, **more})


def written_limits(limits: AlertLimits) -> OwnLimits:
    """Return the limits as an account has them that the user wrote them for."""
    return OwnLimits(
        limits.low_balance, limits.critical_balance, limits.amount_due, limits.hours_left
    )


def make_settings(*, limits: AlertLimits | None = None, **more: Any) -> Settings:
    """Return the settings of a fresh installation, but for its account's limits and ``more``."""
    default = make_account(limits=limits)
    return Settings(**{"accounts": (default,), "first_account_id": default.id, **more})


def money(amount: Amount) -> Decimal:
    """Return the amount exactly as it is written."""
    return amount if isinstance(amount, Decimal) else Decimal(str(amount))


def balance(
    available: Amount = 500,
    *,
    total: Amount | None = None,
    due: Amount = 0,
    at: datetime | None = None,
    wallet_id: str = "id",
) -> Balance:
    """Return a balance of now; all of it is available unless ``total`` says otherwise."""
    whole = Money(money(available if total is None else total), "BYC")
    rest = Money(money(available), "BYC")
    return Balance(
        wallet_id=WalletId(wallet_id),
        available=rest,
        figures={
            Figure.TOTAL: whole,
            Figure.RESERVED: whole - rest,
            Figure.DUE: Money(money(due), "USD"),
        },
        fetched_at=datetime.now(UTC) if at is None else at,
    )


def wallet_key(identity: str = "id") -> WalletKey:
    """Return the wallet of ``balance`` with this id of the service."""
    return WalletKey(WalletId(identity), "BYC")


def total_of(known: Balance | Sample) -> Decimal:
    """Return the total of a balance or sample that states one."""
    total = known.figures[Figure.TOTAL]
    return total.amount if isinstance(total, Money) else total


def due_of(known: Balance | Sample) -> Decimal:
    """Return the amount due of a balance or sample that states one."""
    due = known.figures[Figure.DUE]
    return due.amount if isinstance(due, Money) else due


def sample(
    since: datetime,
    until: datetime,
    total: Amount,
    *,
    available: Amount | None = None,
    due: Amount = 0,
) -> Sample:
    """Return a sample; all of it is available unless ``available`` says otherwise."""
    return Sample(
        since=since,
        until=until,
        available=(rest := money(total if available is None else available)),
        figures={
            Figure.TOTAL: (whole := money(total)),
            Figure.RESERVED: exact_difference(whole, rest),
            Figure.DUE: money(due),
        },
    )


def problem(
    kind: ProblemKind = ProblemKind.OFFLINE,
    *,
    at: datetime | None = None,
    retry_after: timedelta | None = None,
) -> Problem:
    """Return a problem of now."""
    return Problem(kind, datetime.now(UTC) if at is None else at, retry_after=retry_after)


def failure(kind: ProblemKind) -> WalletTrayError:
    """Return the exception that carries a problem of now."""
    return WalletTrayError(problem(kind))


def alert_context(
    now: datetime,
    awake_since: datetime,
    limits: AlertLimits,
    *,
    credential_ends: datetime | None = None,
) -> AlertContext:
    """Return the context of a balance for the alert policy, in the units of ``balance``."""
    return AlertContext(
        now=now,
        awake_since=awake_since,
        limits=limits,
        unit="BYC",
        traits=WalletTraits(due_unit="USD", usual_limit=Decimal(20)),
        credential_ends=credential_ends,
    )
