"""An outage of days is a few lines in the log."""

import logging

import pytest

from wallet_tray.refresh.fetcher import AGAIN, FailureLog

DAY = AGAIN.total_seconds()


def test_each_kind_is_reported_once_a_day_and_again_after_a_balance(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    now = 0.0
    log = FailureLog("own", lambda: now)
    for minute in range(3 * 24 * 60):  # three days of two failures that take turns
        now = minute * 60.0
        log.tell(logging.WARNING, "offline" if minute % 2 else "timed out")
    assert sorted(caplog.messages) == ["account own: offline"] * 3 + ["account own: timed out"] * 3

    caplog.clear()
    for _ in range(2):
        log.end()
    log.tell(logging.WARNING, "offline")
    log.tell(logging.WARNING, "offline")
    assert caplog.messages == ["account own: there is a balance again", "account own: offline"]


def test_success_without_a_failure_logs_nothing(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    FailureLog("own").end()
    assert caplog.messages == []
