"""Forks processes that record, and kills each of them at a random moment.

Arguments: the file, how many to kill. Prints how many balances there are in the end, and stops
with a message where one was acknowledged and is not there.
"""

import os
import random
import signal
import sys
import time
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from tests.support.builders import balance, make_account
from wallet_tray.history.history import History

file, kills = Path(sys.argv[1]), int(sys.argv[2])
BEGIN = datetime(2026, 3, 2, tzinfo=UTC)
walk = random.Random(8)
WORD = 4  # bytes


def record_for_ever(number: int, pipe: int) -> None:
    """Minute after minute; days end and thin out, and the log goes into the file meanwhile."""
    history = History(file)
    while True:
        number += 1
        amount = Decimal(number)
        at = BEGIN + number * timedelta(minutes=47)
        history.record(make_account(), balance(amount, due=amount, at=at, wallet_id="w1"))
        os.write(pipe, number.to_bytes(WORD, "big"))


def newest() -> int:
    """No connection may be open while the process is forked."""
    history = History(file)
    latest = history.latest(make_account())
    history.close()
    return 0 if latest is None else int(latest.counted.amount)


kept, without = 0, 0
for turn in range(kills):
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)  # so that it ends where its parent was ended
        try:
            record_for_ever(kept, writing)
        finally:
            os._exit(1)
    os.close(writing)
    reported = b""
    if turn % 4:  # or it dies while it opens the file
        for _ in range(walk.randint(3, 8)):
            reported += os.read(reading, WORD)
        time.sleep(walk.uniform(0, 0.02))
    else:
        time.sleep(walk.uniform(0.001, 0.06))
    os.kill(child, signal.SIGKILL)
    while part := os.read(reading, 65_536):
        reported += part
    os.close(reading)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        sys.exit("it ended by itself")
    acknowledged = int.from_bytes(reported[-WORD:], "big") if reported else kept
    without += not reported
    kept = newest()
    # Recorded and not yet reported is fine; reported and not recorded is not.
    if kept not in (acknowledged, acknowledged + 1):
        sys.exit(f"{acknowledged} was acknowledged, {kept} is there")
print(kept, without)
