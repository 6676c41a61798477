"""Numbers as people type them after a command, and as programs print them; no other kind."""

import argparse
import math
import re
from datetime import timedelta
from decimal import Decimal

MAX_LENGTH = 400
"""No balance has more characters than that."""

# ASCII digits alone: Decimal() would take Arabic ones, "nan", "1e400" and "1_000" as well.
# An exponent is what programs print of very large and small amounts, ours as well.
_PLAIN = re.compile(r"([0-9]+(\.[0-9]+)?|\.[0-9]+)([eE][+-]?[0-9]{1,3})?")
_LONGEST = timedelta(days=36_500)


def plain_number(text: str) -> Decimal:
    """A number from 0 on, exactly as typed. Raises ArgumentTypeError for everything else."""
    match = _PLAIN.fullmatch(text) if len(text) <= MAX_LENGTH else None
    if match is None or (match[3] and math.isinf(float(text))):  # no balance is as large
        raise argparse.ArgumentTypeError("must be a plain number from 0 on, such as 12 or 12.50")
    return Decimal(text)


def seconds(text: str) -> timedelta:
    """A plain number of seconds; a century at most. Raises ArgumentTypeError."""
    number = min(plain_number(text), Decimal(_LONGEST.total_seconds()))
    return timedelta(seconds=float(number))
