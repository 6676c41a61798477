"""Numbers as people type them on the command line and as programs print them."""

import argparse
import math
import re
from datetime import timedelta
from decimal import Decimal

MAX_LENGTH = 400
"""No balance has more characters."""

# ASCII digits only: Decimal() also accepts Arabic digits, "nan", "1e400" and "1_000". Programs,
# including this one, print very large and small amounts with an exponent.
_PLAIN = re.compile(r"([0-9]+(\.[0-9]+)?|\.[0-9]+)([eE][+-]?[0-9]{1,3})?")
_LONGEST = timedelta(days=36_500)


def plain_number(text: str) -> Decimal:
    """Return a number from 0 on, exactly as typed. Raises ArgumentTypeError for anything else."""
    match = _PLAIN.fullmatch(text) if len(text) <= MAX_LENGTH else None
    if match is None or (match[3] and math.isinf(float(text))):  # larger than any balance
        raise argparse.ArgumentTypeError("must be a plain number from 0 on, such as 12 or 12.50")
    return Decimal(text)


def seconds(text: str) -> timedelta:
    """Return a plain number of seconds, at most a century. Raises ArgumentTypeError."""
    number = min(plain_number(text), Decimal(_LONGEST.total_seconds()))
    return timedelta(seconds=float(number))
