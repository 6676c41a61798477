"""The figures and latest drops of one wallet as texts, for popup and menu. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from wallet_tray.domain.account_snapshot import Wallet, limits_of
from wallet_tray.domain.account_state import known_balance, known_outlook
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.exact import DISPLAY
from wallet_tray.domain.spending_periods import Drop
from wallet_tray.text.amounts import (
    MASK,
    amount_with_unit,
    estimated_with_unit,
    exact_text,
    owed_with_unit,
)
from wallet_tray.text.status import DisplayOptions
from wallet_tray.text.times import moment_text, stretch_text, time_left_text

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
    wallet_id: str = ""
    updated: str = ""


def figures_of(wallet: Wallet, options: DisplayOptions) -> Figures:
    """Return the last known figures; dashes without a balance."""
    balance = known_balance(wallet.state)
    if balance is None:
        return Figures()
    locale, hidden, unit = options.locale, options.hide_amounts, balance.unit
    return Figures(
        available=_number(balance.available, options, limits_of(wallet)),
        unit=unit,
        exact="" if hidden else f"{exact_text(balance.available)} {unit}",
        total=amount_with_unit(balance.total, unit, locale, hidden=hidden),
        reserved=amount_with_unit(balance.reserved, unit, locale, hidden=hidden),
        amount_due=_due(wallet, balance, options),
        wallet_id=balance.wallet_id,
        updated=locale.translate("Updated {time}").replace(
            "{time}", moment_text(balance.fetched_at, options.now, locale)
        ),
    )


def _due(wallet: Wallet, balance: Balance, options: DisplayOptions) -> str:
    return owed_with_unit(
        balance.amount_due,
        balance.amount_due_unit,
        options.locale,
        (wallet.account.limits.amount_due,),
        hidden=options.hide_amounts,
    )


def _number(amount: Decimal, options: DisplayOptions, limits: Sequence[Decimal]) -> str:
    """Return the number without its unit, which is shown smaller beside it."""
    if options.hide_amounts:
        return MASK
    return amount_with_unit(amount, "", options.locale, limits).rstrip("\u00a0")


_DOLLARS = "USD"


def outlook_line(wallet: Wallet, options: DisplayOptions) -> str:
    """Return the known ones of dollars and time left; "" if neither is known."""
    balance, hidden = known_balance(wallet.state), options.hide_amounts
    if balance is None:
        return ""
    parts = []
    if wallet.unit_price is not None and balance.available:
        unit_price = DISPLAY.multiply(balance.available, wallet.unit_price)
        amount = estimated_with_unit(unit_price, _DOLLARS, options.locale, hidden=hidden)
        parts.append(f"≈\u00a0{amount}")
    outlook = known_outlook(wallet.state)
    parts.append(time_left_text(outlook, options.now, options.locale, hidden=hidden))
    return " · ".join(part for part in parts if part)


ROWS = 3


@dataclass(frozen=True, slots=True)
class DropRow:
    """One drop. ``name`` is text of the service, for a label of plain text and nothing else.

    Its last ``kept`` characters say that there was more than one thing: they must not be cut off.
    """

    amount: str
    time: str
    name: str
    kept: int = field(default=0, compare=False)  # follows from the name


def drop_rows(wallet: Wallet, options: DisplayOptions) -> tuple[DropRow, ...] | None:
    """Return the newest drops, at most three; None before the history was read."""
    if wallet.curve is None:
        return None
    balance = known_balance(wallet.state)
    unit = wallet.account.provider.unit if balance is None else balance.unit
    return tuple(
        DropRow(
            amount_with_unit(-drop.amount, unit, options.locale, hidden=options.hide_amounts),
            stretch_text(drop.begin, drop.end, options.now, options.locale),
            *_name(drop, options),
        )
        for drop in wallet.drops[:ROWS]
    )


def _name(drop: Drop, options: DisplayOptions) -> tuple[str, int]:
    """Return the whole text, and the number of characters at its end that must stay visible."""
    if not drop.name or not drop.more:
        return drop.name, 0
    text = options.locale.plural("{name} and %n more", drop.more)
    before, _, after = text.partition("{name}")
    return f"{before}{drop.name}{after}", len(after)
