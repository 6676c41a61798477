"""The figures of one wallet as texts, for both popup and menu. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from wallet_tray.domain.account_state import known_balance
from wallet_tray.domain.balance import Balance
from wallet_tray.text.amounts import MASK, amount_with_unit, exact_text, owed_with_unit
from wallet_tray.ui.account_snapshot import Manner, Wallet, limits_of
from wallet_tray.words.moments import moment_text

_DASH = "–"


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures as texts; ``available`` has no unit, ``exact`` has every digit, for a tooltip."""

    available: str = _DASH
    unit: str = ""
    exact: str = ""
    total: str = _DASH
    reserved: str = _DASH
    amount_due: str = _DASH
    account_id: str = ""
    updated: str = ""


def figures_of(wallet: Wallet, manner: Manner) -> Figures:
    """Return the last known figures; dashes without a balance."""
    balance = known_balance(wallet.state)
    if balance is None:
        return Figures()
    regional, hidden, unit = manner.regional, manner.hide_amounts, balance.unit
    return Figures(
        available=_number(balance.available, manner, limits_of(wallet)),
        unit=unit,
        exact="" if hidden else f"{exact_text(balance.available)} {unit}",
        total=amount_with_unit(balance.total, unit, regional, hidden=hidden),
        reserved=amount_with_unit(balance.reserved, unit, regional, hidden=hidden),
        amount_due=_due(wallet, balance, manner),
        account_id=balance.account_id,
        updated=regional.translate("Updated {time}").replace(
            "{time}", moment_text(balance.fetched_at, manner.now, regional)
        ),
    )


def _due(wallet: Wallet, balance: Balance, manner: Manner) -> str:
    return owed_with_unit(
        balance.amount_due,
        balance.amount_due_unit,
        manner.regional,
        (wallet.account.limits.amount_due,),
        hidden=manner.hide_amounts,
    )


def _number(amount: Decimal, manner: Manner, limits: Sequence[Decimal]) -> str:
    """Return the number without its unit, which is shown smaller beside it."""
    if manner.hide_amounts:
        return MASK
    return amount_with_unit(amount, "", manner.regional, limits).rstrip("\u00a0")
