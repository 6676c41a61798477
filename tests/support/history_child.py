"""A process that records, for tests that kill it or let several of them loose.

Arguments: the file, the first amount, how many balances (0 for no end), a name for its wallet.
Each balance that was recorded is a line of its output.
"""

import logging
import sys
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from tests.support.builders import balance, make_account
from wallet_tray.history.history import History

logging.basicConfig(format="%(message)s")
file, first, count, name = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
history = History(file)
begin = datetime(2026, 3, 2, tzinfo=UTC)
number = first
while count == 0 or number < first + count:
    number += 1
    amount = Decimal(number)
    at = begin + number * timedelta(minutes=7)
    history.record(make_account(), balance(amount, due=amount, at=at, wallet_id=name))
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()
history.close()
