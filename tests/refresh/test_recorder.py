"""A balance is kept, and comes back with how long it lasts."""

import contextlib
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.support import builders
from tests.support.builders import Amount, make_account, total_of
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.domain.forecast.outlook import NoProjection, Projection
from wallet_tray.history.history import History
from wallet_tray.refresh.recorder import BalanceRecorder

BEGIN = datetime(2026, 3, 2, tzinfo=UTC)
KEY = Credential(CredentialKind.API_KEY, "key")


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    history = History(tmp_path / "history.sqlite3")
    yield history
    history.close()


def balance(total: Amount, at: datetime, wallet_id: str = "w1") -> Balance:
    return builders.balance(total, at=at, wallet_id=wallet_id)


def spend(recorder: BalanceRecorder, hours: int, **more: str) -> Balance:
    """A wallet that begins with 1000 and loses 1 every quarter of an hour."""
    newest = balance(1000, BEGIN, **more)
    recorder.record(newest)
    for quarter in range(1, 4 * hours + 1):
        newest = balance(1000 - quarter, BEGIN + quarter * timedelta(minutes=15), **more)
        recorder.record(newest)
    return newest


def test_balance_is_recorded_with_its_credential(history: History) -> None:
    known = balance(5, BEGIN)

    outlook = BalanceRecorder(history, make_account()).record(known, KEY)

    assert outlook is NoProjection.NOT_ENOUGH_DATA
    assert history.latest(make_account(), KEY) == known
    assert history.latest(make_account()) is None


def test_the_outlook_comes_from_what_was_recorded(history: History) -> None:
    recorder = BalanceRecorder(history, make_account())
    last = spend(recorder, hours=72)

    outlook = recorder.record(last)

    assert isinstance(outlook, Projection)
    assert outlook.at == last.fetched_at
    # 712 are left, and 4 go in an hour.
    assert abs(outlook.hours - 178) < 20


def test_another_wallet_is_not_projected_from_it(history: History) -> None:
    recorder = BalanceRecorder(history, make_account())
    last = spend(recorder, hours=72)

    other = balance(712, last.fetched_at, wallet_id="w2")

    assert recorder.record(other) is NoProjection.NOT_ENOUGH_DATA


def test_an_old_balance_is_projected_from_its_own_time(history: History) -> None:
    recorder = BalanceRecorder(history, make_account())
    last = spend(recorder, hours=72)
    fresh = recorder.record(last)

    later = recorder.outlook(last, last.fetched_at + timedelta(hours=30))

    assert later == fresh


def test_a_balance_from_a_clock_that_was_ahead(history: History) -> None:
    recorder = BalanceRecorder(history, make_account())
    last = spend(recorder, hours=72)
    now = last.fetched_at
    ahead = balance(700, now + timedelta(days=3650))

    outlook = recorder.outlook(ahead, now)

    assert isinstance(outlook, Projection)
    assert outlook.at == now


def test_a_fault_in_the_projection_costs_no_balance(
    history: History, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("of ours")

    monkeypatch.setattr("wallet_tray.domain.forecast.forecast.project", fail)
    known = balance(5, BEGIN)
    outlook = BalanceRecorder(history, make_account()).record(known)
    assert outlook is NoProjection.NOT_ENOUGH_DATA
    assert history.latest(make_account()) == known
    assert "ZeroDivisionError" in caplog.text


def test_balance_without_permission_is_not_recorded(history: History) -> None:
    """Another process held the file while it was asked for, and erased it."""
    recorder = BalanceRecorder(history, make_account())
    history.record(make_account(), balance(5, BEGIN))
    file = history._path
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        recorder.ask(KEY, insist=True)
        other.execute("ROLLBACK")
    assert history.erase(None)

    recorder.record(balance(4, BEGIN))
    assert not file.exists()

    recorder.ask(KEY, insist=True)
    recorder.record(balance(3, BEGIN))
    latest = history.latest(make_account())
    assert latest is not None
    assert total_of(latest) == 3
