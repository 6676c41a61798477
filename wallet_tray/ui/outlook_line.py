"""The quiet line below the balance: its value in dollars and the time left. No Qt."""

from decimal import Context

from wallet_tray.domain.account_state import known_balance, known_outlook
from wallet_tray.text.amounts import estimated_with_unit
from wallet_tray.text.times import time_left_text
from wallet_tray.ui.account_snapshot import Manner, Wallet

_DOLLARS = "USD"
_WIDE = Context(prec=60, Emax=999_999, Emin=-999_999)


def outlook_line(wallet: Wallet, manner: Manner) -> str:
    """Return the known ones of dollars and time left; "" if neither is known."""
    balance, hidden = known_balance(wallet.state), manner.hide_amounts
    if balance is None:
        return ""
    parts = []
    if wallet.dollars is not None and balance.available:
        dollars = _WIDE.multiply(balance.available, wallet.dollars)
        amount = estimated_with_unit(dollars, _DOLLARS, manner.regional, hidden=hidden)
        parts.append(f"≈\u00a0{amount}")
    outlook = known_outlook(wallet.state)
    parts.append(time_left_text(outlook, manner.now, manner.regional, hidden=hidden))
    return " · ".join(part for part in parts if part)
