"""Amounts as text on the disk, exactly; and sums of them that cannot grow without bounds."""

from decimal import Context, Decimal

# Amounts of 400 digits or of 1.797e308 stay cheap; those of real wallets stay exact.
SUMS = Context(prec=50, Emax=999_999, Emin=-999_999)

# An amount has at most 400 characters and lies in a double's range (domain/bytenite.py).
_MOST = 1_000
# So many characters without an exponent need no closer look.
_SHORT = 40


def text_of(amount: Decimal) -> str:
    """The amount with all its digits and its exponent.

    Raises ValueError for NaN and infinity, and for more digits or a larger exponent than any
    service can have sent.
    """
    if not amount.is_finite() or abs(amount.adjusted()) > _MOST:
        raise ValueError("no amount")
    text = str(amount)
    if len(text) > _MOST:
        raise ValueError("no amount")
    return text


def amount_of(text: str) -> Decimal:
    """The amount that ``text_of`` wrote. Raises ValueError or ArithmeticError for anything else."""
    amount = Decimal(text)
    if not amount.is_finite():
        raise ValueError("no amount")
    if len(text) > _SHORT or "E" in text or "e" in text:
        text_of(amount)
    return amount


class Amounts(dict[str, Decimal]):
    """Amounts by their text: the same one comes again and again. Raises what ``amount_of`` does."""

    def __missing__(self, text: str) -> Decimal:
        """Read a text for the first time."""
        amount = self[text] = amount_of(text)
        return amount


def amount_or_none(text: str) -> Decimal | None:
    """The same; None for what is no amount, so that one damaged row spoils no others."""
    try:
        return amount_of(text)
    except (ValueError, ArithmeticError):
        return None


def difference(later: Decimal, earlier: Decimal) -> Decimal:
    """Later less earlier, to 50 digits."""
    return SUMS.subtract(later, earlier) or Decimal(0)
