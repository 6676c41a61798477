"""The Retry-After header against a table and against the standard library's own date reader."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wallet_tray.http.response import retry_after_from

NOW = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)  # a Friday

VALUES = [
    ("0", 0),
    ("1", 1),
    ("120", 120),
    ("0000000120", 120),
    ("3600", 3600),
    ("3601", 3600),
    ("9999999999", 3600),
    ("00000000120", 120),
    ("0" * 5000, 0),
    ("99999999999999", 3600),
    ("9" * 21, 3600),
    ("9" * 5000, 3600),
    ("Thu, 01 Jan 2099 00:00:00 GMT", 3600),
    ("Fri, 01 May 2026 12:02:00 GMT", 120),
    ("Fri, 01 May 2026 11:00:00 GMT", 0),
    ("Sun, 06 Nov 1994 08:49:37 GMT", 0),
    ("Fri, 31 Dec 9999 23:59:59 GMT", 3600),
    (None, None),
    ("", None),
    (" ", None),
    ("-5", None),
    ("+30", None),
    ("1.5", None),
    ("1e3", None),
    ("1_000", None),
    ("0x10", None),
    ("\uff11\uff12", None),
    ("\u0661\u0662", None),
    ("²", None),
    ("120, 60", None),
    ("120 ", None),
    ("120\n", None),
    ("120s", None),
    ("soon", None),
    ("Fri, 01 May 2026 12:02:00 UTC", None),
    ("Fri, 01 May 2026 12:02:00 +0000", None),
    ("Fri, 01 May 2026 12:02:00 GMT\n", None),
    ("Fri, 1 May 2026 12:02:00 GMT", None),
    ("fri, 01 may 2026 12:02:00 gmt", None),
    ("Thu, 01 May 2026 12:02:00 GMT", None),
    ("Fri, 01 Mai 2026 12:02:00 GMT", None),
    ("Tue, 31 Feb 2026 12:02:00 GMT", None),
    ("Fri, 00 May 2026 12:02:00 GMT", None),
    ("Sat, 01 Jan 0000 12:02:00 GMT", None),
    ("Fri, 01 May 2026 24:00:00 GMT", None),
    ("Fri, 01 May 2026 12:02:60 GMT", None),
    ("Friday, 01-May-26 12:02:00 GMT", None),
    ("Fri May  1 12:02:00 2026", None),
    ("2026-05-01T12:02:00Z", None),
]


@pytest.mark.parametrize(("value", "seconds"), VALUES)
def test_value(value: str | None, seconds: int | None) -> None:
    wait = None if seconds is None else timedelta(seconds=seconds)
    assert retry_after_from(value, NOW) == wait


@settings(max_examples=200, deadline=None, database=None)
@given(st.integers(631_152_000, 3_786_912_000))  # the years 1990 to 2090
def test_every_date_that_may_be_sent_is_read(timestamp: int) -> None:
    date = datetime.fromtimestamp(timestamp, UTC)
    text = format_datetime(date, usegmt=True)
    expected = parsedate_to_datetime(text) - NOW
    wait = retry_after_from(text, NOW)
    assert wait == max(timedelta(0), min(expected, timedelta(hours=1)))


@settings(max_examples=300, deadline=None, database=None)
@given(st.one_of(st.text(max_size=40), st.integers().map(str), st.floats().map(str)))
def test_any_text_gives_a_wait_within_the_limits_or_none(text: str) -> None:
    wait = retry_after_from(text, NOW)
    assert wait is None or timedelta(0) <= wait <= timedelta(hours=1)
    if text.isascii() and text.isdigit():
        assert wait == timedelta(seconds=min(int(text), 3600))
