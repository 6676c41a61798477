"""A limit that is crossed is said by every surface for as long as it is, not by an alert alone."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from functools import partial

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor, QPalette
from pytestqt.qtbot import QtBot

from tests.support import builders
from tests.support.builders import make_account
from wallet_tray.domain.account_snapshot import Mark, Wallet
from wallet_tray.domain.account_state import Failed, Fresh, Stale, WalletState
from wallet_tray.domain.alert import AlertKind, AlertLimits
from wallet_tray.domain.alert_memory import LastBalance
from wallet_tray.domain.alert_rules import holds, traits_of
from wallet_tray.domain.balance import Level
from wallet_tray.domain.forecast.outlook import Projection
from wallet_tray.domain.money import Figure
from wallet_tray.domain.problem import Problem, ProblemKind
from wallet_tray.domain.settings import IconStyle
from wallet_tray.text.status import DisplayOptions
from wallet_tray.ui.language import LanguageController
from wallet_tray.ui.popup.presenter import popup_view
from wallet_tray.ui.tray.parts import Step
from wallet_tray.ui.tray.presenter import TOOLTIP_LENGTH, tray_view
from wallet_tray.ui.widgets.state_dot import StateDot

NOW = datetime(2026, 11, 22, 14, 2, tzinfo=UTC)
MANNER = DisplayOptions(NOW)
USUAL = AlertLimits(low_balance=Decimal(100), critical_balance=Decimal(20))
DUE = replace(USUAL, amount_due=Decimal(5))
HOURS = replace(USUAL, hours_left=Decimal(48))
BOTH = replace(DUE, hours_left=Decimal(48))
DUE_TEXT, HOURS_TEXT = "amount due above the limit", "time left below the limit"
CASES = {
    "due": (DUE, [DUE_TEXT]),
    "hours": (HOURS, [HOURS_TEXT]),
    "both": (BOTH, [DUE_TEXT, HOURS_TEXT]),
}
each_case = pytest.mark.parametrize(("limits", "said"), CASES.values(), ids=CASES)


balance = partial(builders.balance, at=NOW, wallet_id="w")


def fresh(available: str = "512", due: str = "7", hours: str = "30") -> Fresh:
    left = Decimal(hours)
    return Fresh(balance(available, due=due), Projection(NOW, left, left, left))


def wallet(limits: AlertLimits, state: WalletState | None = None, **more: object) -> Wallet:
    account = make_account(limits=limits)
    return Wallet(account, fresh() if state is None else state, **more)  # type: ignore[arg-type]


@each_case
@pytest.mark.parametrize("snoozed", [False, True])
@pytest.mark.parametrize("style", IconStyle)
@pytest.mark.parametrize("available", ["512", "50", "15", "-2.54"])
def test_the_icon_has_a_sign_of_its_own(
    limits: AlertLimits, said: list[str], snoozed: bool, style: IconStyle, available: str
) -> None:
    one = wallet(limits, fresh(available), snoozed=snoozed)
    icon = tray_view([one], replace(MANNER, icon=style)).icon
    if available == "-2.54" and said == [HOURS_TEXT]:  # no time left is what "empty" says
        assert icon.step is Step.EMPTY
    else:
        assert icon.mark is Mark.NOTICE
    fine = tray_view([wallet(USUAL, fresh(available))], replace(MANNER, icon=style)).icon
    assert icon.step is fine.step
    assert icon.number == fine.number


@each_case
def test_tooltip_and_menu_say_it(limits: AlertLimits, said: list[str]) -> None:
    view = tray_view([wallet(limits)], MANNER)
    for text in said:
        assert text in view.tooltip
        assert text in view.rows[-1]
    several = tray_view([wallet(USUAL), wallet(limits)], MANNER)
    for text in said:
        assert text in several.rows[0], "and it is the first"
        assert text in several.tooltip


@each_case
@pytest.mark.parametrize(
    ("available", "level"),
    [("512", ""), ("50", "Low: below 100\u00a0BYC"), ("15", "Critical: below 20\u00a0BYC")],
)
def test_the_popup_says_it_beside_the_level(
    limits: AlertLimits, said: list[str], available: str, level: str
) -> None:
    view = popup_view(wallet(limits, fresh(available)), MANNER)
    texts = {DUE_TEXT: "Amount due: above 5\u00a0USD", HOURS_TEXT: "Time left: below 48\u00a0h"}
    expected = [level] if level else []
    assert view.status == " · ".join(expected + [texts[one] for one in said])
    assert view.notice


def test_as_long_as_it_holds_and_no_longer() -> None:
    for due, hours, is_said in (("5", "48", False), ("5.01", "48", True), ("5", "47.99", True)):
        one = wallet(BOTH, fresh(due=due, hours=hours))
        view, tray = popup_view(one, MANNER), tray_view([one], MANNER)
        assert view.notice is is_said
        assert (tray.icon.mark is Mark.NOTICE) is is_said
        assert ("limit" in tray.tooltip) is is_said
        assert (view.status == "Above your limits") is not is_said


@pytest.mark.parametrize("due", ["-3", "0", "5", "5.000001", "7"])
@pytest.mark.parametrize("hours", [None, "0", "47.9", "48", "100"])
@pytest.mark.parametrize("limits", [USUAL, DUE, HOURS, BOTH])
def test_level_text_agrees_with_the_alert(due: str, hours: str | None, limits: AlertLimits) -> None:
    known, left = balance(due=due), None if hours is None else Decimal(hours)
    seen = LastBalance(
        NOW,
        known.available,
        due=known.figures[Figure.DUE],
        hours_left=left,
        wallet_id=known.wallet_id,
    )
    traits = traits_of(make_account(), "BYC")
    expected = [
        kind.value
        for kind in (AlertKind.AMOUNT_DUE, AlertKind.HOURS_LEFT)
        if holds(kind, seen, limits, traits)
    ]
    assert list(limits.beyond(known, left)) == expected


def test_most_urgent_alert_comes_first() -> None:
    """In the order of the alerts."""
    problem = Problem(ProblemKind.CREDENTIAL_REJECTED, NOW)
    wallets = {
        "fine": wallet(USUAL),
        "hours": wallet(HOURS),
        "low": wallet(USUAL, fresh("50")),
        "due": wallet(DUE),
        "critical": wallet(USUAL, fresh("15")),
        "rejected": wallet(USUAL, Stale(balance(), problem, NOW)),
        "empty": wallet(USUAL, fresh("0")),
    }
    labelled = [
        replace(one, account=replace(one.account, label=name)) for name, one in wallets.items()
    ]
    rows = tray_view(labelled, MANNER).rows
    names = [row.split(":")[0].strip("\u201c\u201d") for row in rows]
    assert names == ["empty", "rejected", "critical", "due", "low", "hours", "fine"]


def sign(qtbot: QtBot, one: Wallet, ground: str = "#efefef") -> tuple[list[bool], set[str]]:
    """The dot's shape, and what hues it has."""
    dot = StateDot()
    qtbot.addWidget(dot)
    dot.setPalette(QPalette(QColor(ground), QColor(ground)))
    view = popup_view(one, MANNER)
    dot.show_level(view.level, current=view.current, notice=view.notice)
    image = dot.grab().toImage()
    colors = [image.pixelColor(x, y) for y in range(image.height()) for x in range(image.width())]
    shape = [abs(color.lightnessF() - QColor(ground).lightnessF()) > 0.15 for color in colors]
    hues = {"green" for color in colors if color.saturation() > 60 and 90 <= color.hue() <= 180}
    return shape, hues


@pytest.mark.parametrize("ground", ["#efefef", "#202326"])
def test_the_dot_is_green_only_while_all_is_well(qtbot: QtBot, ground: str) -> None:
    rejected = Problem(ProblemKind.CREDENTIAL_REJECTED, NOW)
    offline = Problem(ProblemKind.OFFLINE, NOW)
    shape, hues = sign(qtbot, wallet(USUAL), ground)
    assert hues == {"green"}
    for one in (
        *(wallet(limits) for limits, _ in CASES.values()),
        wallet(DUE, snoozed=True),
        wallet(USUAL, Stale(balance(), rejected, NOW)),
        wallet(USUAL, Failed(rejected, NOW)),
        wallet(USUAL, Stale(balance(), offline, NOW)),
        wallet(USUAL, paused=True),
    ):
        other, others_hues = sign(qtbot, one, ground)
        assert others_hues == set()
        assert sum(a != b for a, b in zip(shape, other, strict=True)) >= 8


def test_the_sign_of_a_level_stays(qtbot: QtBot) -> None:
    for available in ("50", "15", "0"):
        plain, noticed = (wallet(one, fresh(available)) for one in (USUAL, DUE))
        assert sign(qtbot, plain) == sign(qtbot, noticed)


@pytest.mark.parametrize("language", ["en", "de", "it", "es", "fr", "zh_CN"])
@pytest.mark.parametrize("available", ["-123456.78", "1.7976931348623157e308", "84.1"])
def test_every_tooltip_fits(qtbot: QtBot, language: str, available: str) -> None:
    names = LanguageController(system=QLocale(QLocale.Language.C))
    names.use(language)
    options = DisplayOptions(NOW, locale=names.locale)
    one = wallet(BOTH, fresh(available), snoozed=True)
    try:
        for wallets in ([one], [one, one], [one] * 5):
            tooltip = tray_view(wallets, options).tooltip
            assert len(tooltip.encode("utf-16-le")) <= 2 * TOOLTIP_LENGTH
    finally:
        names.use("en")
    assert popup_view(one, options).level in (Level.OK, Level.LOW, Level.EMPTY)
