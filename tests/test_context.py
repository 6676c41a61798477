"""Where a run lives: the demo's island is made, has a past, and is taken away."""

import os
import tempfile
import time
from pathlib import Path

import pytest

from tests.support.builders import make_account
from wallet_tray.context import DEMO_INTERVAL, demo_context
from wallet_tray.domain.balance_series import ChartRange, gap_after


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_a_demo_leaves_nothing_behind(temporary: Path) -> None:
    context = demo_context()
    assert list(temporary.glob("wallet-tray-demo-*")) == [context.folders.config]
    context.close()
    assert list(temporary.glob("wallet-tray-demo-*")) == []


def test_files_of_a_killed_demo_are_removed_after_a_day(temporary: Path) -> None:
    old, cached = temporary / "wallet-tray-demo-old", temporary / "wallet-tray-demo-young"
    for folder in (old, cached):
        folder.mkdir()
        (folder / "settings.toml").touch()
    yesterday = time.time() - 25 * 3600
    os.utime(old, (yesterday, yesterday))
    demo_context().close()
    assert not old.exists()
    assert cached.exists()


def test_the_history_of_a_demo_has_a_month_that_ends_where_its_wallet_begins(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    context = demo_context()
    try:
        service = context.service
        assert service is not None
        monkeypatch.setattr(service, "_clock", lambda: service._started_at)  # it spends nothing yet
        account = make_account(api_url=context.service.api_url)
        first, second = context.open_history(), context.open_history()
        latest = second.latest(account)
        assert latest is not None
        assert latest.available.amount == context.service.statement.available
        curve = first.curve(
            account,
            latest.wallet,
            ChartRange.MONTH,
            latest.fetched_at,
            gap_after(DEMO_INTERVAL),
        )
        assert sum(len(segment) for segment in curve.segments) > 100
        assert curve.top_ups
        first.close()
        second.close()
    finally:
        context.close()
