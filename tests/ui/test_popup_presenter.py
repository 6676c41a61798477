"""What the popup shows of history, outlook and drops, without Qt."""

import re
from dataclasses import fields, is_dataclass, replace
from datetime import timedelta
from decimal import Decimal
from enum import Enum

import pytest

from tests.support import builders
from tests.support.builders import make_account
from tests.ui.popup_states import MANNER, NOW, balance, drops, full, projection, wallets
from wallet_tray.domain.account_snapshot import Wallet
from wallet_tray.domain.account_state import Fresh, Loading
from wallet_tray.domain.alert import AlertLimits
from wallet_tray.domain.balance_series import ChartRange
from wallet_tray.domain.forecast.outlook import NoProjection, Projection
from wallet_tray.domain.spending_periods import Drop
from wallet_tray.text.locale import Locale
from wallet_tray.text.status import DisplayOptions
from wallet_tray.ui.popup.figures import DropRow
from wallet_tray.ui.popup.presenter import PopupView, popup_view

USUAL = AlertLimits(low_balance=Decimal(100), critical_balance=Decimal(20))
HIDDEN = replace(
    MANNER,
    hide_amounts=True,
    locale=Locale(
        clock=lambda at: "now",
        date_and_clock=lambda at: "then",
        weekday=lambda at: "some day",
        day_month=lambda at: "a day",
    ),
)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def texts(view: object) -> list[str]:
    if isinstance(view, str) and not isinstance(view, Enum):
        return [view]
    if isinstance(view, tuple):
        return [text for part in view for text in texts(part)]
    if is_dataclass(view):
        return [text for one in fields(view) for text in texts(getattr(view, one.name))]
    return []


# -- the quiet line


def test_price_and_time_left_in_one_line() -> None:
    line = plain(popup_view(full(), MANNER).outlook)
    assert line == "≈ 12.62 USD · About 9 days left (7 to 12)"


def test_unknown_figures_are_left_out() -> None:
    wallet = replace(full(), unit_price=None)
    assert popup_view(wallet, MANNER).outlook.startswith("About 9 days")
    quiet = replace(wallet, state=Fresh(balance(), NoProjection.NOT_FALLING))
    assert popup_view(quiet, MANNER).outlook == ""
    assert popup_view(replace(wallet, state=Loading()), MANNER).outlook == ""
    new = replace(wallet, state=Fresh(balance()))
    assert popup_view(new, MANNER).outlook == "Time left: not enough data yet"


def test_empty_wallet_shows_no_price() -> None:
    empty = replace(full(), state=Fresh(balance("0"), projection("0", "0", "0")))
    assert popup_view(empty, MANNER).outlook == ""


def test_price_of_the_largest_balance() -> None:
    huge = replace(full(), state=Fresh(balance("1.7976931348623157e308"), NoProjection.NOT_FALLING))
    assert plain(popup_view(huge, MANNER).outlook) == "≈ 2.69e307 USD"


def test_a_stale_projection_goes_on() -> None:
    later = replace(MANNER, now=NOW + timedelta(days=2))
    assert "About 7 days left (5 to 10)" in popup_view(wallets()["stale"], later).outlook


# -- the drops


def test_rows_of_drops() -> None:
    rows = [
        DropRow(plain(row.amount), row.time, row.name) for row in popup_view(full(), MANNER).drops
    ]
    assert rows == [
        DropRow("−42.10 BYC", "13:22–13:50", "render-frames-0412"),
        DropRow("−7.35 BYC", "08:37–09:42", "protein-folding-batch-with-a-long-name and 2 more"),
        DropRow("−118.00 BYC", "Sat 09:52–13:02", ""),
    ]


def test_before_the_history_was_read_drops_are_unknown() -> None:
    assert popup_view(replace(full(), curve=None, drops=()), MANNER).drops is None
    assert popup_view(replace(full(), drops=()), MANNER).drops == ()


def test_no_more_than_three_drops() -> None:
    assert len(popup_view(replace(full(), drops=drops() * 5), MANNER).drops) == 3


def test_a_job_may_be_called_anything() -> None:
    (first, *_) = drops()
    hostile = "{amount} %n day(s) <b>&amp;"
    row = popup_view(replace(full(), drops=(replace(first, name=hostile),)), MANNER).drops[0]
    assert row.name == hostile
    row = popup_view(replace(full(), drops=(replace(first, name=hostile, more=1),)), MANNER).drops[
        0
    ]
    assert row.name == f"{hostile} and 1 more"


def test_text_of_the_service_is_in_its_two_places_only() -> None:
    drop = Drop(NOW, NOW, Decimal(1), "XYZZY", 3)
    wallet = replace(
        full(),
        drops=(drop,),
        state=Fresh(replace(builders.balance(), wallet_id="XYZZY"), projection()),
    )
    view = popup_view(wallet, MANNER)
    rest = replace(view, wallet_id="", drops=(replace(view.drops[0], name=""),))
    assert not any("XYZZY" in text for text in texts(rest))
    assert not any("XYZZY" in f"{one.value}{one.time}" for one in view.chart.readings)


# -- everywhere


@pytest.mark.parametrize("span", ChartRange, ids=lambda span: span.name)
def test_the_chosen_span_is_in_the_view(span: ChartRange) -> None:
    assert popup_view(full(span), MANNER, span).chart.span is span


@pytest.mark.parametrize("name", wallets())
def test_hidden_amounts_are_nowhere(name: str) -> None:
    """With times that are words, the only digits left are in names that are not ours."""
    wallet = wallets()[name]
    view = popup_view(wallet, HIDDEN)
    ours = replace(
        view, wallet_id="", drops=tuple(replace(one, name="") for one in view.drops or ())
    )
    for text in [*texts(ours), *(one.value for one in view.chart.readings)]:
        assert re.search(r"\d", text) is None, text


@pytest.mark.parametrize("name", wallets())
def test_the_same_wallet_makes_the_same_view(name: str) -> None:
    """Else the popup would be drawn again at each refresh."""
    views: list[PopupView] = [popup_view(wallets()[name], MANNER) for _ in range(2)]
    assert views[0] == views[1]


@pytest.mark.parametrize(
    ("limits", "hours", "status"),
    [
        (replace(USUAL, hours_left=Decimal(48)), "24", "Time left: below 48 h"),
        (replace(USUAL, hours_left=Decimal(48)), "48", "Above your limits"),
        (replace(USUAL, amount_due=Decimal(3)), "24", "Amount due: above 3 USD"),
        (replace(USUAL, amount_due=Decimal(10)), "24", "Above your limits"),
    ],
)
def test_the_status_agrees_with_the_alerts(limits: AlertLimits, hours: str, status: str) -> None:
    left = Decimal(hours)
    lasts = Projection(NOW, left, left, left)
    balance = builders.balance(500, due="3.20", at=NOW, wallet_id="w")
    wallet = Wallet(make_account(limits=limits), Fresh(balance, lasts))
    assert popup_view(wallet, DisplayOptions(NOW)).status.replace("\u00a0", " ") == status
