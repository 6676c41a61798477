"""Exact amounts as text on the disk, and differences of bounded size."""

from decimal import Decimal

from wallet_tray.domain.exact import BOUNDED

# An amount has at most 400 characters and lies in a double's range (see ``providers``).
_MOST = 1_000
# Shorter texts without an exponent need no further check.
_SHORT = 40


def text_of(amount: Decimal) -> str:
    """Return the amount with all its digits and its exponent.

    Raises ValueError for NaN, infinity, and any number of digits or exponent that no service can
    have sent.
    """
    if not amount.is_finite() or abs(amount.adjusted()) > _MOST:
        raise ValueError("no amount")
    text = str(amount)
    if len(text) > _MOST:
        raise ValueError("no amount")
    return text


def amount_of(text: str) -> Decimal:
    """Return the amount from ``text_of``.

    Raises ValueError or ArithmeticError for anything else.
    """
    amount = Decimal(text)
    if not amount.is_finite():
        raise ValueError("no amount")
    if len(text) > _SHORT or "E" in text or "e" in text:
        text_of(amount)
    return amount


class Amounts(dict[str, Decimal]):
    """A cache of amounts by text, as many repeat. Raises the errors of ``amount_of``."""

    def __missing__(self, text: str) -> Decimal:
        """Parse a text on first use."""
        amount = self[text] = amount_of(text)
        return amount


def amount_or_none(text: str | None) -> Decimal | None:
    """Return the amount; None if it is absent or invalid: a damaged row must not affect others."""
    if text is None:
        return None
    try:
        return amount_of(text)
    except (ValueError, ArithmeticError):
        return None


def difference(later: Decimal, earlier: Decimal) -> Decimal:
    """Return ``later`` minus ``earlier``, to 50 digits."""
    return BOUNDED.subtract(later, earlier) or Decimal(0)
