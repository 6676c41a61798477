"""What the popup shows of the past: read in the disk's thread, once for each balance."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.support import builders
from tests.support.builders import make_account
from wallet_tray.app.background import BackgroundThread
from wallet_tray.app.history import HistoryLoader, Past
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.balance_series import ChartRange
from wallet_tray.history.history import History

INTERVAL = timedelta(minutes=5)
NOW = datetime.now(UTC).replace(microsecond=0)


def balance(available: str, ago: timedelta = timedelta(0), wallet_id: str = "w") -> Balance:
    return builders.balance(available, at=NOW - ago, wallet_id=wallet_id)


class Reader(QObject):
    """Takes what was read, and notes how often and in which thread a history was opened."""

    def __init__(self, qtbot: Any, file: Path) -> None:
        super().__init__()
        self.qtbot = qtbot
        self.file = file
        self.opened_in: list[str] = []
        self.pasts: list[Past] = []
        self.balances: list[tuple[str, Balance]] = []
        self.disk = BackgroundThread("disk")
        self.reading = HistoryLoader(self._open, self.disk)
        self.reading.read.connect(self.pasts.append)
        self.reading.restored.connect(lambda *values: self.balances.append(values))

    def _open(self) -> History:
        self.opened_in.append(threading.current_thread().name)
        return History(self.file)

    def record(self, *balances: Balance) -> None:
        history = History(self.file)
        history.record_all(make_account(), balances)
        history.close()

    def past(self, known: Balance, span: ChartRange | None = ChartRange.DAY) -> Past:
        before = len(self.pasts)
        self.reading.follow(make_account(), known, span, INTERVAL)
        self.qtbot.waitUntil(lambda: len(self.pasts) > before)
        return self.pasts[-1]


@pytest.fixture
def reader(qtbot: QtBot, tmp_path: Path) -> Iterator[Reader]:
    reader = Reader(qtbot, tmp_path / "history.sqlite3")
    yield reader
    reader.disk.finish(timedelta(seconds=30))


def test_the_curve_ends_with_the_balance_and_the_drops_are_reported(reader: Reader) -> None:
    known = balance("70")
    reader.record(
        balance("100", timedelta(minutes=15)), balance("90", timedelta(minutes=10)), known
    )
    past = reader.past(known)
    assert (past.account_id, past.wallet) == ("default", known.wallet)
    assert past.curve.span is ChartRange.DAY
    assert past.curve.segments[-1][-1].available == Decimal(70)
    assert sum(drop.amount for drop in past.drops) == Decimal(30)
    assert reader.opened_in == ["disk"]


def test_the_same_balance_is_read_once_and_another_one_again(reader: Reader) -> None:
    known = balance("70")
    reader.record(known)
    reader.past(known)
    reader.reading.follow(make_account(), known, ChartRange.DAY, INTERVAL)
    later = balance("60")
    reader.record(later)
    reader.past(later)
    assert len(reader.pasts) == 2
    reader.past(later, ChartRange.MONTH)
    reader.reading.invalidate()
    reader.past(later, ChartRange.MONTH)
    assert [past.curve.span for past in reader.pasts] == [
        ChartRange.DAY,
        ChartRange.DAY,
        ChartRange.MONTH,
        ChartRange.MONTH,
    ]


def test_drops_of_the_last_days_where_today_was_quiet(reader: Reader) -> None:
    days_ago = timedelta(days=3)
    known = balance("80")
    reader.record(balance("100", days_ago + INTERVAL), balance("80", days_ago), known)
    (drop,) = reader.past(known).drops
    assert drop.amount == Decimal(20)
    assert drop.end == NOW - days_ago


@pytest.mark.parametrize(
    ("chosen", "oldest", "shown"),
    [
        (None, timedelta(hours=2), ChartRange.DAY),
        (None, timedelta(hours=30), ChartRange.WEEK),
        (ChartRange.WEEK, timedelta(hours=2), ChartRange.WEEK),
        (ChartRange.MONTH, timedelta(hours=2), ChartRange.MONTH),
    ],
)
def test_a_wallet_of_today_is_shown_over_a_day_until_the_user_chooses(
    reader: Reader, chosen: ChartRange | None, oldest: timedelta, shown: ChartRange
) -> None:
    known = balance("80")
    reader.record(balance("100", oldest), known)
    past = reader.past(known, chosen)
    assert past.curve.span is shown
    assert past.curve.segments[-1][-1].available == Decimal(80)


def test_nothing_recorded_is_an_empty_curve(reader: Reader) -> None:
    past = reader.past(balance("70"))
    assert past.curve.segments == ()
    assert past.drops == ()


def test_the_last_recorded_balance_is_recalled_and_nothing_where_there_is_none(
    reader: Reader,
) -> None:
    reader.reading.restore(make_account(id="other"), None)
    known = balance("70")
    reader.record(known)
    reader.reading.restore(make_account(), None)
    reader.qtbot.waitUntil(lambda: bool(reader.balances))
    assert reader.balances == [("default", known)]
