"""Accounts: where a credential may go, and under which name it lies in the keyring."""

from dataclasses import replace
from decimal import Decimal
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.builders import make_account
from wallet_tray.domain.account import (
    canonical_url,
    is_account_id,
    is_loopback,
    is_page_url,
)
from wallet_tray.domain.alert import AlertLimits, OwnLimits


def test_the_contracts_keyring_user() -> None:
    assert make_account().keyring_user == "default@api.bytenite.com"


@pytest.mark.parametrize(
    ("url", "user"),
    [
        ("https://api.bytenite.com/v1", "work@api.bytenite.com"),
        ("https://API.Bytenite.COM:443/v2/", "work@api.bytenite.com"),
        ("https://api.bytenite.com:8443", "work@api.bytenite.com:8443"),
        ("https://bücher.example/v1", "work@xn--bcher-kva.example"),
        ("http://127.0.0.1:80/v1", "work@127.0.0.1"),
        ("http://localhost:8080", "work@localhost:8080"),
        ("https://[2001:DB8::0:1]:443", "work@[2001:db8::1]"),
    ],
)
def test_the_keyring_user_holds_the_host(url: str, user: str) -> None:
    canonical = canonical_url(url, allow_http_on_loopback=True)
    assert canonical is not None
    assert replace(make_account(), id="work", api_url=canonical).keyring_user == user


def test_limits_follow_the_unit_of_the_balance() -> None:
    """A wallet may answer in another currency: its usual limits are another number then."""
    account = make_account(of="deepseek", own_limits=OwnLimits(critical_balance=Decimal(3)))
    assert account.unit == ""
    assert account.limits == AlertLimits(critical_balance=Decimal(3))
    assert account.limits_in("USD") == AlertLimits(Decimal(10), Decimal(3))
    assert account.limits_in("CNY") == AlertLimits(Decimal(70), Decimal(3))


def test_an_own_limit_of_time_counts_before_that_of_all_accounts() -> None:
    account = make_account(usual_hours_left=Decimal(6))
    assert account.limits.hours_left == 6
    own = replace(account, own_limits=OwnLimits(hours_left=Decimal(0)))
    assert own.limits.hours_left == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://a.example", "https://a.example"),
        ("https://a.example/", "https://a.example"),
        ("HTTPS://A.Example/V1//", "https://a.example/V1"),
        ("https://a.example:/v1", "https://a.example/v1"),
        ("https://a.example:0443", "https://a.example"),
        ("https://a.example:80", "https://a.example:80"),
        ("https://127.0.0.1/v1", "https://127.0.0.1/v1"),
        ("https://a_b.example", "https://a_b.example"),
    ],
)
def test_an_address_has_one_spelling(text: str, expected: str) -> None:
    assert canonical_url(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a.example",
        "//a.example",
        "https:a.example",
        "https:///v1",
        "https://",
        "ftp://a.example",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://a.example",
        "http://127.0.0.1",
        "https://user@a.example",
        "https://user:word@a.example",
        "https://@a.example",
        "https://a.example@b.example",
        "https://a.example\\@b.example",
        "https://a.example/?q=1",
        "https://a.example/?",
        "https://a.example/#",
        "https://a.example/#x",
        "https://a.example/a b",
        " https://a.example",
        "https://a.example\n",
        "https://a\u00a0.example",
        "https://a.example/\u00e4",
        "https://a.example:0",
        "https://a.example:65536",
        "https://a.example:-1",
        "https://a.example:x",
        "https://a.example:１",
        "https://[::1",
        "https://[fe80::1%25eth0]",
        "https://[1.2.3.4]",
        "https://.example",
        "https://a..example",
        "https://a.example.",
        "https://-a.example",
        "https://a%2eexample",
        "https://a.example／b",
        "https://a\ud800.example",
        "https://" + "a" * 64 + ".example",
        "https://a.example/" + "x" * 2048,
    ],
)
def test_a_credential_is_not_sent_there(text: str) -> None:
    assert canonical_url(text) is None


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST", "127.0.0.1", "127.8.9.10", "[::1]", "[0:0::0:1]"]
)
def test_plain_http_is_for_loopback_and_only_if_asked_for(host: str) -> None:
    assert canonical_url(f"http://{host}:8000/v1") is None
    canonical = canonical_url(f"http://{host}:8000/v1", allow_http_on_loopback=True)
    assert canonical is not None
    assert canonical.endswith(":8000/v1")


@pytest.mark.parametrize(
    "host",
    [
        "128.0.0.1",
        "0.0.0.0",  # noqa: S104  nothing is bound here
        "2130706433",
        "127.1",
        "0x7f.0.0.1",
        "localhost.example",
        "127.0.0.1.example",
        "[::]",
        "[::2]",
        "[::ffff:127.0.0.1]",
        "localhost.",
        "api.bytenite.com",
    ],
)
def test_lookalikes_of_loopback_are_refused(host: str) -> None:
    assert canonical_url(f"http://{host}/", allow_http_on_loopback=True) is None
    assert not is_loopback(host)


HOSTILE = st.text("htps:/@[]%?#\\.a1ä \n\u2100／-_", max_size=25)


@given(st.text(max_size=40) | HOSTILE.map(lambda rest: f"https://{rest}") | HOSTILE)
def test_a_canonical_url_is_stable_and_safe(text: str) -> None:
    canonical = canonical_url(text, allow_http_on_loopback=True)
    if canonical is None:
        return
    assert canonical_url(canonical, allow_http_on_loopback=True) == canonical
    parts = urlsplit(canonical)
    assert parts.scheme == "https" or is_loopback(parts.hostname or "")
    assert canonical.isascii()
    assert parts.netloc == parts.netloc.lower()
    assert "@" not in parts.netloc
    assert not set(canonical) & set(" \\?#\n")


@pytest.mark.parametrize(
    ("text", "usable"),
    [
        ("https://app.bytenite.com/billing", True),
        ("https://pay.example/?org=5&tab=a#top", True),
        ("https://pay.example?org=5", True),
        ("http://pay.example/", False),
        ("http://localhost/", False),
        ("javascript:alert(1)", False),
        ("https://user@pay.example/", False),
        ("https://pay.example/?a=b c", False),
        ("https://pay.example/?a=\n", False),
        ("https://pay.example/?" + "x" * 3000, False),
        ("", False),
    ],
)
def test_a_page_is_an_https_address(text: str, usable: bool) -> None:
    assert is_page_url(text) is usable


@pytest.mark.parametrize("text", ["a", "default", "my-lab_2", "0", "x" * 32])
def test_account_ids(text: str) -> None:
    assert is_account_id(text)


@pytest.mark.parametrize("text", ["", "A", "a b", "a@b", "ä", "a\n", "x" * 33, "a.b", "a/b", "١"])
def test_invalid_account_ids(text: str) -> None:
    assert not is_account_id(text)
