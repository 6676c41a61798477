"""The texts of notifications, with and without amounts."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.builders import make_account
from wallet_tray.domain.account import Account
from wallet_tray.domain.alert import Alert, AlertKind
from wallet_tray.domain.money import Money
from wallet_tray.providers.provider import AtZero
from wallet_tray.text.alerts import alert_body, alert_title
from wallet_tray.text.locale import Locale

NOW = datetime(2026, 3, 1, 15, 0, tzinfo=UTC)
SINCE = NOW - timedelta(minutes=58)
ACCOUNT = make_account()
NBSP = "\u00a0"


def byc(amount: str) -> Money:
    return Money(Decimal(amount), "BYC")


def alert(kind: AlertKind, amount: str = "84.10", limit: str = "100") -> Alert:
    match kind:
        case AlertKind.LOW | AlertKind.CRITICAL:
            return Alert(kind, NOW, byc(amount), byc(limit))
        case AlertKind.EMPTY:
            return Alert(kind, NOW, byc(amount))
        case AlertKind.AMOUNT_DUE:
            return Alert(kind, NOW, Money(Decimal(amount), "USD"), Money(Decimal(limit), "USD"))
        case AlertKind.HOURS_LEFT:
            hours, at_least = Money(Decimal(amount), "h"), Money(Decimal(limit), "h")
            return Alert(kind, NOW, hours, at_least, None, hours.amount)
        case AlertKind.LARGE_DROP:
            return Alert(kind, NOW, byc(amount), since=SINCE)
        case AlertKind.NO_BALANCE | AlertKind.ACCESS_TOKEN_ENDS:
            return Alert(kind, NOW, since=SINCE)
        case AlertKind.CREDENTIAL_REJECTED:
            return Alert(kind, NOW)


def texts(alert: Alert, account: Account = ACCOUNT, *, hidden: bool = False) -> tuple[str, str]:
    return (
        alert_title(alert, account, NOW, hidden=hidden),
        alert_body(alert, account, NOW, hidden=hidden),
    )


@pytest.mark.parametrize(
    ("alert", "title", "body"),
    [
        (
            alert(AlertKind.LOW),
            "Low balance: 84.10 BYC",
            "Below your limit of 100 BYC.",
        ),
        (
            alert(AlertKind.LOW, "99.996"),
            "Low balance: 99.99 BYC",
            "Below your limit of 100 BYC.",
        ),
        (
            alert(AlertKind.CRITICAL, "12.3", "19.50"),
            "Critical balance: 12.30 BYC",
            "Below your limit of 19.50 BYC. Jobs stop when the wallet is empty.",
        ),
        (
            replace(alert(AlertKind.LOW), hours_left=Decimal("9.3")),
            "Low balance: 84.10 BYC",
            "Below your limit of 100 BYC. About 9 hours left.",
        ),
        (
            alert(AlertKind.EMPTY, "-1.5"),
            "Wallet empty: −1.50 BYC",
            "Jobs stop until the wallet is topped up.",
        ),
        (
            alert(AlertKind.AMOUNT_DUE, "25.6", "1000"),
            "Amount due: 25.60 USD",
            "Above your limit of 1,000 USD.",
        ),
        (
            alert(AlertKind.HOURS_LEFT, "3.99", "6"),
            "About 3 hours left",
            "Below your limit of 6 h.",
        ),
        (
            alert(AlertKind.HOURS_LEFT, "0.7", "6"),
            "About 40 minutes left",
            "Below your limit of 6 h.",
        ),
        (
            alert(AlertKind.NO_BALANCE),
            "No balance since 14:02",
            "The last known balance stays on show. Open Wallet Tray to see what is in the way.",
        ),
        (
            alert(AlertKind.CREDENTIAL_REJECTED),
            "ByteNite rejects the API key",
            "Make a new API key on your profile page and sign in again.",
        ),
        (
            alert(AlertKind.ACCESS_TOKEN_ENDS),
            "The access token ends at 14:02",
            "Sign in with an API key, which lasts.",
        ),
        (
            alert(AlertKind.LARGE_DROP, "188"),
            "Large drop: 188.00 BYC",
            "Since 14:02, far more than this wallet usually spends.",
        ),
    ],
    ids=lambda part: part.kind.value if isinstance(part, Alert) else "",
)
def test_texts(alert: Alert, title: str, body: str) -> None:
    assert tuple(text.replace(NBSP, " ") for text in texts(alert)) == (title, body)


def at_zero(means: AtZero | None) -> Account:
    return replace(ACCOUNT, provider=ACCOUNT.provider._replace(at_zero=means))


@pytest.mark.parametrize(
    ("means", "critical", "empty"),
    [
        (
            AtZero.STOPS,
            "Below your limit of 20 BYC. Jobs stop when the wallet is empty.",
            "Jobs stop until the wallet is topped up.",
        ),
        (
            AtZero.DELETES,
            "Below your limit of 20 BYC. The service may delete what you have there when the "
            "wallet is empty.",
            "Top up soon: the service may delete what you have there.",
        ),
        (
            AtZero.DEBT,
            "Below your limit of 20 BYC. Further use becomes a debt when the wallet is empty.",
            "Further use becomes a debt until the wallet is topped up.",
        ),
        (
            AtZero.BLOCKS,
            "Below your limit of 20 BYC. The account is blocked when the wallet is empty.",
            "The account is blocked until the wallet is topped up.",
        ),
        (None, "Below your limit of 20 BYC.", "Top up to continue."),
    ],
)
def test_names_what_happens_at_zero(means: AtZero | None, critical: str, empty: str) -> None:
    account = at_zero(means)
    _, body = texts(alert(AlertKind.CRITICAL, "12.3", "20"), account)
    assert body.replace(NBSP, " ") == critical
    assert texts(alert(AlertKind.EMPTY, "0"), account)[1] == empty


def test_a_critical_postpaid_wallet_only_names_its_limit() -> None:
    _, body = texts(alert(AlertKind.CRITICAL, "12.3", "20"), at_zero(AtZero.NORMAL))
    assert body.replace(NBSP, " ") == "Below your limit of 20 BYC."


@pytest.mark.parametrize("kind", AlertKind, ids=lambda kind: kind.value)
@pytest.mark.parametrize("hidden", [False, True], ids=["shown", "hidden"])
def test_well_spoken(kind: AlertKind, hidden: bool) -> None:
    title, body = texts(alert(kind), hidden=hidden)
    assert re.search(r"(?i)\berror|!|[{}]", title + body) is None
    assert not title.endswith((".", " "))
    assert body.endswith(".")
    assert len(title) <= 60


@pytest.mark.parametrize("kind", AlertKind, ids=lambda kind: kind.value)
def test_hidden_amounts_leave_no_digit(kind: AlertKind) -> None:
    clock = Locale(clock=lambda at: "now", date_and_clock=lambda at: "then")
    for make in (alert_title, alert_body):
        text = make(alert(kind, "3.5", "7.25"), ACCOUNT, NOW, clock, hidden=True)
        assert re.search(r"\d", text) is None


@given(st.decimals(-(10**9), 10**9, places=4), st.decimals(0, 10**9, places=2))
def test_the_title_is_never_beyond_the_limit_in_the_body(amount: Decimal, limit: Decimal) -> None:
    low = alert_title(alert(AlertKind.LOW, str(amount), str(limit)), ACCOUNT, NOW)
    at_limit = alert_title(alert(AlertKind.LOW, str(limit), str(limit)), ACCOUNT, NOW)
    if amount < limit:
        assert low != at_limit or limit >= 10**6


def test_names_an_account_of_another_label() -> None:
    work = replace(ACCOUNT, label="Work {limit}")
    title, body = texts(alert(AlertKind.LOW), work)
    assert body.startswith("Work {limit}: Below your limit of 100")
    assert "Work" not in title
    assert texts(alert(AlertKind.CREDENTIAL_REJECTED), work)[0].startswith("Work {limit} rejects")
