"""The precisions of arithmetic with amounts; Python's default context would round or overflow.

An amount has at most 400 characters and lies within a double's range (providers/json_reader.py), so
the limits of the exponent are never reached.
"""

from decimal import Context, Decimal


def _context(digits: int) -> Context:
    return Context(prec=digits, Emax=999_999, Emin=-999_999)


EXACT = _context(1500)
"""Enough digits for the difference of any two amounts and the sum of any few."""

DISPLAY = _context(60)
"""For values that are only displayed: the axes of a chart, and an estimate in dollars."""

BOUNDED = _context(50)
"""Exact for real wallets, and still cheap for amounts of 400 digits or of 1.797e308."""

FORECAST = _context(28)
"""For rates and forecasts, which are estimates of any size."""

SHARE = _context(12)
"""For an hour's share of a fall: an estimate, and its digits are stored for each hour."""


def exact_difference(later: Decimal, earlier: Decimal) -> Decimal:
    """Return ``later`` minus ``earlier`` with all digits."""
    # Return plain 0 regardless of exponents; "0E+292" would be unreadable.
    return EXACT.subtract(later, earlier) or Decimal(0)
