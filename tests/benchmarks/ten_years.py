"""A history of ten years at one sample a minute, made by recording.

Of days that are long past the history keeps the last balance of each. Of the months before the
last two weeks it keeps the last one of each hour. So there one balance a day, and the first and
the last minute of each hour, leave the same rows as one a minute. The last sixteen days are
recorded minute by minute. (That they leave the same rows is a test of its own.)
"""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from tests.support.builders import balance, make_account
from wallet_tray.domain.balance import Balance
from wallet_tray.history.history import History

END = datetime(2026, 3, 2, 9, tzinfo=UTC)
ACCOUNT_ID = "4f0e3f7c-5d0b-4a43-9a39-4c7f2d8f1d11"
PARTS = (
    (timedelta(days=3650), timedelta(days=1)),
    (timedelta(days=403), timedelta(hours=1)),
    (timedelta(days=16), timedelta(minutes=1)),
)


def moments(end: datetime = END) -> Iterator[datetime]:
    """When the balance was asked for: ever more often, up to ``end``."""
    ends = [end - start for start, _ in PARTS[1:]] + [end]
    for (start, pace), until in zip(PARTS, ends, strict=True):
        at = end - start
        while at < until:
            yield at
            if pace == timedelta(hours=1):
                yield at + timedelta(minutes=59)
            at += pace
    yield end


def course(times: Iterator[datetime]) -> Iterator[Balance]:
    """A wallet that spends in bursts, reserves now and then and is topped up when it runs low."""
    walk = random.Random(20)
    total = Decimal("500.00")
    before: datetime | None = None
    for at in times:
        minutes = 1 if before is None else (at - before) // timedelta(minutes=1)
        before = at
        if walk.random() < 0.6:
            total -= Decimal(walk.randrange(1, 60) * minutes) / 1000
        if total < 20:
            total += 500
        reserved = Decimal(walk.randrange(0, 900)) / 100 if walk.random() < 0.3 else Decimal(0)
        due = Decimal(at.toordinal() % 9_973) / 100
        yield balance(total - reserved, total=total, due=due, at=at, wallet_id=ACCOUNT_ID)


def write_ten_years(file: Path, end: datetime = END) -> Balance:
    """Records all of it; the last balance."""
    history = History(file)
    for known in course(moments(end)):
        history.record(make_account(), known)
    history.close()
    return known
