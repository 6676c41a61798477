"""The figures and latest drops of one wallet as texts, for popup and menu. No Qt."""

from dataclasses import dataclass, field

from wallet_tray.domain.account_snapshot import Wallet, limits_in, limits_of, unit_in
from wallet_tray.domain.account_state import known_balance, known_outlook
from wallet_tray.domain.exact import DISPLAY
from wallet_tray.domain.money import OTHERS, Figure
from wallet_tray.domain.spending_periods import Drop
from wallet_tray.text.amounts import (
    amount_with_unit,
    estimated_with_unit,
    exact_text,
    figure_with_unit,
)
from wallet_tray.text.status import DisplayOptions
from wallet_tray.text.times import moment_text, stretch_text, time_left_text

_DASH = "–"


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures as texts; ``available`` has no unit, ``exact`` has every digit, for a tooltip.

    ``others`` are those that the wallet states, in the order in which they are shown. ``wallet_id``
    is None if the wallet states none, "" if it is not known yet.
    """

    available: str = _DASH
    unit: str = ""
    exact: str = ""
    others: tuple[tuple[Figure, str], ...] = ()
    wallet_id: str | None = ""
    updated: str = ""


def figures_of(wallet: Wallet, options: DisplayOptions) -> Figures:
    """Return the last known figures; dashes without a balance."""
    balance = known_balance(wallet.state)
    if balance is None:
        expected = wallet.account.provider.figures
        return Figures(others=tuple((figure, _DASH) for figure in OTHERS if figure in expected))
    locale, hidden = options.locale, options.hide_amounts
    available, due_limit = balance.available.amount, limits_in(wallet).amount_due
    return Figures(
        available=amount_with_unit(available, "", locale, limits_of(wallet), hidden=hidden),
        unit=balance.unit,
        exact="" if hidden else f"{exact_text(available)} {balance.unit}",
        others=tuple(
            (figure, figure_with_unit(figure, money, locale, due_limit, hidden=hidden))
            for figure, money in balance.others
        ),
        wallet_id=balance.wallet_id or None,
        updated=locale.translate("Updated {time}").replace(
            "{time}", moment_text(balance.fetched_at, options.now, locale)
        ),
    )


def outlook_line(wallet: Wallet, options: DisplayOptions) -> str:
    """Return the known ones of worth and time left; "" if neither is known."""
    balance, hidden = known_balance(wallet.state), options.hide_amounts
    if balance is None:
        return ""
    parts = []
    price = wallet.unit_price
    if price is not None and balance.available:
        worth = DISPLAY.multiply(balance.available.amount, price.amount)
        amount = estimated_with_unit(worth, price.unit, options.locale, hidden=hidden)
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
    unit = unit_in(wallet)
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
