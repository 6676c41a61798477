"""Conversion of the latest drops to list rows, without Qt."""

from dataclasses import dataclass, field

from wallet_tray.domain.account_state import known_balance
from wallet_tray.domain.spending_periods import Drop
from wallet_tray.text.amounts import amount_with_unit
from wallet_tray.ui.account_snapshot import Manner, Wallet
from wallet_tray.words.moments import stretch_text

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


def drop_rows(wallet: Wallet, manner: Manner) -> tuple[DropRow, ...] | None:
    """Return the newest drops, at most three; None before the history was read."""
    if wallet.curve is None:
        return None
    balance = known_balance(wallet.state)
    unit = wallet.account.provider.unit if balance is None else balance.unit
    return tuple(
        DropRow(
            amount_with_unit(-drop.amount, unit, manner.regional, hidden=manner.hide_amounts),
            stretch_text(drop.begin, drop.end, manner.now, manner.regional),
            *_name(drop, manner),
        )
        for drop in wallet.drops[:ROWS]
    )


def _name(drop: Drop, manner: Manner) -> tuple[str, int]:
    """The whole text, and how much of its end must be seen."""
    if not drop.name or not drop.more:
        return drop.name, 0
    text = manner.regional.counted("{name} and %n more", drop.more)
    before, _, after = text.partition("{name}")
    return f"{before}{drop.name}{after}", len(after)
