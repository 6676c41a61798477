"""What tray icon, tooltip, menu and popup show of every state, without Qt."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support import builders
from tests.support.builders import make_account
from wallet_tray import DISPLAY_NAME
from wallet_tray.domain.account_snapshot import Mark, Wallet, level_in, most_urgent_first
from wallet_tray.domain.account_state import (
    Failed,
    Fresh,
    Loading,
    Stale,
    WalletState,
    known_balance,
)
from wallet_tray.domain.alert import AlertLimits
from wallet_tray.domain.balance import Balance, Level
from wallet_tray.domain.forecast.outlook import NoProjection, Projection
from wallet_tray.domain.money import Figure, Money
from wallet_tray.domain.problem import Problem, ProblemKind, Remedy, RetryPolicy
from wallet_tray.domain.settings import LABEL_LENGTH, IconStyle
from wallet_tray.text.locale import Locale
from wallet_tray.text.status import DisplayOptions
from wallet_tray.ui.popup.presenter import popup_view
from wallet_tray.ui.tray.parts import IconState, Step
from wallet_tray.ui.tray.presenter import tray_view

NOW = datetime(2026, 3, 1, 15, 0, tzinfo=timezone(timedelta(hours=1)))
AT = datetime(2026, 3, 1, 13, 2, tzinfo=UTC)  # 14:02 for the reader
MANNER = DisplayOptions(NOW)
HIDDEN = replace(MANNER, hide_amounts=True)
NUMBER = replace(MANNER, icon=IconStyle.NUMBER)
AMOUNT_OF = {Level.OK: "523.25", Level.LOW: "84.1", Level.CRITICAL: "12.3", Level.EMPTY: "-4"}


def balance(available: str = "523.25", wallet_id: str = "acc-1") -> Balance:
    return builders.balance(available, total=600, due="7.89", at=AT, wallet_id=wallet_id)


def problem(kind: ProblemKind = ProblemKind.OFFLINE) -> Problem:
    return Problem(kind, AT)


def fresh(available: str = "523.25") -> Wallet:
    return Wallet(make_account(), Fresh(balance(available)))


def stale(kind: ProblemKind = ProblemKind.OFFLINE, available: str = "523.25") -> Wallet:
    return Wallet(make_account(), Stale(balance(available), problem(kind), AT))


def failed(kind: ProblemKind = ProblemKind.OFFLINE) -> Wallet:
    return Wallet(make_account(), Failed(problem(kind), AT))


def labelled(wallet: Wallet, label: str) -> Wallet:
    return replace(wallet, account=replace(wallet.account, label=label))


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def texts_in(view: object) -> Iterator[str]:
    """Every text that a view holds, at any depth."""
    if isinstance(view, Enum):
        return
    if isinstance(view, str):
        yield view
    elif isinstance(view, tuple):
        for part in view:
            yield from texts_in(part)
    elif is_dataclass(view):
        for field in fields(view):
            yield from texts_in(getattr(view, field.name))


# -- icon

ICONS = {
    "loading": (Wallet(make_account()), IconState(Step.UNKNOWN, Mark.LOADING)),
    "ok": (fresh(), IconState(Step.OK, Mark.NONE)),
    "low": (fresh("84.1"), IconState(Step.LOW, Mark.NONE)),
    "critical": (fresh("12.3"), IconState(Step.CRITICAL, Mark.NONE)),
    "empty": (fresh("0"), IconState(Step.EMPTY, Mark.NONE)),
    "snoozed": (replace(fresh("84.1"), snoozed=True), IconState(Step.LOW, Mark.SNOOZED)),
    "stale": (stale(), IconState(Step.OK, Mark.STALE)),
    "stale-low": (stale(available="84.1"), IconState(Step.LOW, Mark.STALE)),
    "stale-empty": (stale(available="-3"), IconState(Step.EMPTY, Mark.STALE)),
    "rejected": (stale(ProblemKind.CREDENTIAL_REJECTED), IconState(Step.UNKNOWN, Mark.PROBLEM)),
    "forbidden": (stale(ProblemKind.FORBIDDEN), IconState(Step.UNKNOWN, Mark.PROBLEM)),
    "never-reached": (failed(), IconState(Step.UNKNOWN, Mark.PROBLEM)),
    "signed-out": (failed(ProblemKind.SIGNED_OUT), IconState(Step.UNKNOWN, Mark.SIGNED_OUT)),
}


@pytest.mark.parametrize(("wallet", "icon"), ICONS.values(), ids=ICONS)
def test_icon(wallet: Wallet, icon: IconState) -> None:
    assert tray_view([wallet], MANNER).icon == icon


def test_the_states_of_the_contract_are_distinct() -> None:
    names = ("ok", "low", "critical", "empty", "stale", "never-reached", "signed-out", "loading")
    icons = {tray_view([ICONS[name][0]], MANNER).icon for name in names}
    assert len(icons) == len(names)


@pytest.mark.parametrize("style", IconStyle, ids=lambda style: style.value)
@pytest.mark.parametrize("snoozed", [False, True], ids=["", "snoozed"])
@pytest.mark.parametrize("kind", ProblemKind, ids=lambda kind: kind.value)
def test_never_the_full_look_after_a_failed_refresh(
    kind: ProblemKind, snoozed: bool, style: IconStyle
) -> None:
    full = {IconState(Step.OK, mark).mark for mark in (Mark.NONE, Mark.SNOOZED)}
    for wallet in (stale(kind), failed(kind)):
        icon = tray_view([replace(wallet, snoozed=snoozed)], replace(MANNER, icon=style)).icon
        assert icon.mark not in full
        if kind.pace is not RetryPolicy.BACK_OFF:
            assert icon.step is Step.UNKNOWN
            assert icon.number is None


def test_without_any_usable_account() -> None:
    view = tray_view([], MANNER)
    assert view.icon == IconState(Step.UNKNOWN, Mark.PROBLEM)
    assert view.tooltip.startswith(DISPLAY_NAME)
    assert view.rows == ("No usable account in the settings",)
    assert (view.offers_sign_in, view.can_top_up, view.snoozed) == (False, False, False)


@pytest.mark.parametrize(
    ("wallet", "number"),
    [
        (fresh("1299"), "1.2k"),
        (fresh("0.4"), "<1"),
        (fresh("-2.5"), "-3"),
        (stale(available="42"), "42"),
        (failed(), None),
        (Wallet(make_account()), None),
    ],
)
def test_number_style(wallet: Wallet, number: str | None) -> None:
    assert tray_view([wallet], NUMBER).icon.number == number
    assert tray_view([wallet], MANNER).icon.number is None
    assert tray_view([wallet], replace(NUMBER, hide_amounts=True)).icon.number is None


# -- tooltip

TOOLTIPS = {
    "ok": (fresh(), "Wallet Tray: 523.25 BYC at 14:02"),
    "low": (fresh("84.1"), "Wallet Tray: 84.10 BYC at 14:02, low"),
    "just-below": (fresh("99.996"), "Wallet Tray: 99.99 BYC at 14:02, low"),
    "empty": (fresh("0"), "Wallet Tray: 0.00 BYC at 14:02, empty"),
    "overdrawn": (fresh("-4"), "Wallet Tray: −4.00 BYC at 14:02, overdrawn"),
    "stale": (stale(), "Wallet Tray: 523.25 BYC at 14:02, stale, offline"),
    "rejected": (
        stale(ProblemKind.CREDENTIAL_REJECTED, "12.3"),
        "Wallet Tray: 12.30 BYC at 14:02, stale, critical, API key rejected",
    ),
    "snoozed": (
        replace(fresh("84.1"), snoozed=True),
        "Wallet Tray: 84.10 BYC at 14:02, low, alerts snoozed",
    ),
    "loading": (Wallet(make_account()), "Wallet Tray: loading"),
    "failed": (failed(), "Wallet Tray: offline"),
    "signed-out": (failed(ProblemKind.SIGNED_OUT), "Wallet Tray: not signed in"),
}


@pytest.mark.parametrize(("wallet", "tooltip"), TOOLTIPS.values(), ids=TOOLTIPS)
def test_tooltip(wallet: Wallet, tooltip: str) -> None:
    assert tray_view([wallet], MANNER).tooltip.replace("\u00a0", " ") == tooltip


def lasting(wallet: Wallet, hours: str) -> Wallet:
    """The same wallet, with a projection as of the balance's time."""
    known = known_balance(wallet.state)
    assert known is not None
    left = Decimal(hours)
    assert isinstance(wallet.state, Fresh | Stale)
    outlook = Projection(known.fetched_at, left, left, left)
    return replace(wallet, state=replace(wallet.state, outlook=outlook))


def test_the_time_left_is_a_line_of_tooltip_and_menu() -> None:
    view = tray_view([lasting(fresh("84.10"), "10.2")], MANNER)  # 58 minutes have gone since
    assert view.tooltip.splitlines()[1:] == ["About 9 hours left"]
    assert "About 9 hours left" in view.rows


@pytest.mark.parametrize(
    "wallet",
    [
        lasting(stale(available="84.10"), "9"),
        lasting(fresh("-3"), "0"),
        replace(
            fresh("84.10"), state=replace(fresh("84.10").state, outlook=NoProjection.NOT_FALLING)
        ),
    ],
    ids=["out of date", "empty", "not falling"],
)
def test_no_unknown_time_left_is_shown(wallet: Wallet) -> None:
    view = tray_view([wallet], MANNER)
    assert "left" not in view.tooltip
    assert not any("left" in row for row in view.rows)


def test_tooltip_of_another_day() -> None:
    view = tray_view([fresh()], replace(MANNER, now=NOW + timedelta(days=2)))
    assert "at 1 Mar 14:02" in view.tooltip


def test_tooltip_of_several_accounts() -> None:
    wallets = [
        labelled(fresh(), "Home"),
        labelled(fresh("12.3"), "Work"),
        labelled(fresh("84.1"), "Lab"),
        labelled(fresh(), "Spare"),
    ]
    assert tray_view(wallets, MANNER).tooltip.replace("\u00a0", " ").splitlines() == [
        "Wallet Tray",
        "Work: 12.30 BYC at 14:02, critical",
        "Lab: 84.10 BYC at 14:02, low",
        "Home: 523.25 BYC at 14:02",
        "and 1 more",
    ]


STATES = st.one_of(
    st.just(Loading()),
    st.builds(
        lambda amount: Fresh(replace(balance(), available=Money(amount, "BYC"))),
        st.decimals(-(10**20), 10**20, places=3)
        | st.sampled_from([Decimal("-1.7976931348623157e308"), Decimal("0E+292")]),
    ),
    st.builds(
        lambda kind, amount: Stale(
            replace(balance(), available=Money(amount, "BYC")), problem(kind), AT
        ),
        st.sampled_from(ProblemKind),
        st.decimals(-(10**7), 10**7, places=3),
    ),
    st.builds(lambda kind: Failed(problem(kind), AT), st.sampled_from(ProblemKind)),
)
LABELS = st.text(
    st.sampled_from("a&<>\"'é\u0301🦊👩🏽‍🚀中ا{}%")
    | st.characters(exclude_categories=("Cs", "Cc")),
    min_size=1,
    max_size=LABEL_LENGTH,
)
WALLETS = st.builds(
    lambda label, state, snoozed: Wallet(make_account(label=label), state, snoozed=snoozed),
    LABELS,
    STATES,
    st.booleans(),
)


@settings(max_examples=400, deadline=None)
@given(st.lists(WALLETS, max_size=6), st.booleans(), st.integers(0, 3))
def test_tooltips_of_hostile_labels(wallets: list[Wallet], hidden: bool, days: int) -> None:
    options = replace(MANNER, hide_amounts=hidden, now=NOW + timedelta(days=days))
    tooltip = tray_view(wallets, options).tooltip
    assert utf16(tooltip) <= 127
    assert tooltip.startswith(DISPLAY_NAME)
    assert not set("&<>") & set(tooltip)
    ordered = most_urgent_first(wallets)
    if ordered and isinstance(ordered[0].state, Fresh | Stale):
        alone = tray_view([replace(ordered[0], snoozed=False)], options).tooltip
        figures = alone.removeprefix(f"{DISPLAY_NAME}: ").split(", ")[0]
        assert "BYC" in figures
        assert figures in tooltip
        assert "14:02" in tooltip
        if isinstance(ordered[0].state, Stale):
            assert "stale" in tooltip


def test_the_longest_tooltip_still_holds_the_first_balance() -> None:
    wallets = [labelled(stale(ProblemKind.NOT_PRIVATE, "12.3"), "🦊" * 80) for _ in range(12)]
    wallets = [replace(wallet, snoozed=True) for wallet in wallets]
    tooltip = tray_view(wallets, replace(MANNER, now=NOW + timedelta(days=99))).tooltip
    assert utf16(tooltip) <= 127
    assert "🦊…: 12.30\u00a0BYC at 1 Mar 14:02, stale, critical" in tooltip
    assert tooltip.endswith("\nand 11 more")


def test_the_longest_words_of_another_language_are_cut_at_the_end() -> None:
    wordy = replace(MANNER, locale=Locale(translate=lambda source: source + "x" * 60))
    tooltip = tray_view([stale()], wordy).tooltip
    assert utf16(tooltip) <= 127
    assert tooltip.startswith("Wallet Tray: 523.25\u00a0BYC at 14:02")


# -- order

RANKED: dict[str, Wallet] = {
    "empty": fresh("0"),
    "rejected": stale(ProblemKind.CREDENTIAL_REJECTED),
    "critical-stale": stale(available="12.3"),
    "critical": fresh("12.3"),
    "low": fresh("84.1"),
    "signed-out": failed(ProblemKind.SIGNED_OUT),
    "stale": stale(),
    "ok": fresh(),
}


def test_the_most_urgent_first() -> None:
    wallets = [labelled(wallet, name) for name, wallet in RANKED.items()]
    for order in (wallets, wallets[::-1]):
        assert [wallet.account.label for wallet in most_urgent_first(order)] == list(RANKED)


def test_equals_keep_the_order_of_the_settings() -> None:
    wallets = [labelled(fresh(), name) for name in "abc"]
    assert most_urgent_first(wallets) == wallets


def test_signed_out_hides_no_wallet_that_runs_dry() -> None:
    view = tray_view([failed(ProblemKind.SIGNED_OUT), fresh("12.3")], MANNER)
    assert view.icon.step is Step.CRITICAL


# -- menu


def test_rows_of_one_account() -> None:
    rows = tray_view([stale(available="84.1")], MANNER).rows
    assert [row.replace("\u00a0", " ") for row in rows] == [
        "Available: 84.10 BYC",
        "Total: 600.00 BYC, reserved: 515.90 BYC",
        "Amount due: 7.89 USD",
        "Updated 14:02, low, offline",
    ]


def test_rows_without_a_balance() -> None:
    assert tray_view([failed()], MANNER).rows == ("ByteNite: offline",)
    assert tray_view([Wallet(make_account())], MANNER).rows == ("ByteNite: loading",)


def test_rows_of_several_accounts() -> None:
    rows = tray_view([labelled(fresh(), "x" * 80), labelled(fresh("12.3"), "Work")], MANNER).rows
    assert [row.replace("\u00a0", " ") for row in rows] == [
        "Work: 12.30 BYC at 14:02, critical",
        "x" * 29 + "…: 523.25 BYC at 14:02",
    ]


def test_menu_items_of_each_state() -> None:
    unpaid = replace(fresh(), account=replace(make_account(), top_up_url=""))
    assert tray_view([fresh()], MANNER).can_top_up
    assert not tray_view([unpaid], MANNER).can_top_up
    assert tray_view([failed(ProblemKind.SIGNED_OUT)], MANNER).offers_sign_in
    assert tray_view([failed(ProblemKind.KEYRING_MISSING)], MANNER).offers_sign_in
    assert not tray_view([failed()], MANNER).offers_sign_in
    given = replace(
        failed(ProblemKind.CREDENTIAL_REJECTED), environment_variable="BYTENITE_API_KEY"
    )
    assert not tray_view([given], MANNER).offers_sign_in
    assert tray_view([fresh(), replace(fresh(), snoozed=True)], MANNER).snoozed
    assert tray_view([fresh()], HIDDEN).hide_amounts


def test_the_menu_hints_at_trouble_with_the_settings() -> None:
    hint = "The settings need a look"
    assert hint in tray_view([fresh()], MANNER, trouble=True).rows
    assert hint not in tray_view([fresh()], MANNER).rows
    assert hint not in tray_view([], MANNER, trouble=True).rows  # it says so already


# -- popup


@pytest.mark.parametrize(
    "kind",
    [
        ProblemKind.CREDENTIAL_REJECTED,
        ProblemKind.CREDENTIAL_UNUSABLE,
        ProblemKind.ACCESS_TOKEN_ENDED,
    ],
)
def test_a_credential_of_the_environment_is_not_mended_by_signing_in(kind: ProblemKind) -> None:
    banner = popup_view(
        replace(failed(kind), environment_variable="BYTENITE_API_KEY"), MANNER
    ).banner
    assert banner is not None
    assert "BYTENITE_" in banner.text
    assert banner.button == ""
    usual = popup_view(replace(failed(), environment_variable="BYTENITE_API_KEY"), MANNER).banner
    assert usual is not None
    assert usual.button == "Try again"


def test_popup() -> None:
    view = popup_view(fresh("523.256789"), MANNER)
    assert [figure for figure, _ in view.others] == [Figure.TOTAL, Figure.RESERVED, Figure.DUE]
    shown = [view.available, *(text for _, text in view.others), view.exact]
    assert [text.replace("\u00a0", " ") for text in shown] == [
        "523.26",
        "600.00 BYC",
        "76.74 BYC",
        "7.89 USD",
        "523.256789 BYC",
    ]
    assert (view.unit, view.wallet_id, view.updated) == ("BYC", "acc-1", "Updated 14:02")
    assert (view.level, view.current, view.status) == (Level.OK, True, "Above your limits")
    assert view.banner is None


def test_popup_never_rounds_across_a_limit() -> None:
    assert popup_view(fresh("99.996"), MANNER).available == "99.99"


def test_popup_of_a_stale_balance() -> None:
    view = popup_view(stale(available="12.3"), MANNER)
    assert view.available == "12.30"
    assert not view.current
    assert view.status.replace("\u00a0", " ") == "Critical: below 20 BYC · stale"
    assert view.updated == "Updated 14:02"
    assert view.banner is not None
    assert view.banner.text.startswith("ByteNite cannot be reached.")


@pytest.mark.parametrize("state", [Loading(), Failed(problem(), AT)], ids=["loading", "failed"])
def test_popup_without_a_balance(state: WalletState) -> None:
    view = popup_view(Wallet(make_account(), state), MANNER)
    expected = (Figure.TOTAL, Figure.RESERVED, Figure.DUE)
    assert (view.available, view.others) == ("–", tuple((figure, "–") for figure in expected))
    assert (view.wallet_id, view.updated, view.exact, view.level) == ("", "", "", None)
    assert view.unit == ""  # a dash has none


STATUSES = {
    "loading": (Wallet(make_account()), "Loading the balance…"),
    "failed": (failed(), "No balance yet"),
    "ok": (fresh(), "Above your limits"),
    "low": (fresh("84.1"), "Low: below 100 BYC"),
    "critical": (fresh("12.3"), "Critical: below 20 BYC"),
    "empty": (fresh("0"), "Empty: jobs stop until the wallet is topped up"),
    "overdrawn": (fresh("-2.54"), "Overdrawn: jobs stop until the wallet is topped up"),
    "stale": (stale(), "Above your limits · stale"),
    "snoozed": (replace(fresh("84.1"), snoozed=True), "Low: below 100 BYC · alerts snoozed"),
    "no-limits": (
        replace(fresh("1"), account=make_account(limits=AlertLimits(Decimal(0), Decimal(0)))),
        "All is well",
    ),
}


@pytest.mark.parametrize(("wallet", "status"), STATUSES.values(), ids=STATUSES)
def test_status(wallet: Wallet, status: str) -> None:
    assert popup_view(wallet, MANNER).status.replace("\u00a0", " ") == status


@pytest.mark.parametrize("kind", ProblemKind, ids=lambda kind: kind.value)
def test_banner(kind: ProblemKind) -> None:
    banner = popup_view(failed(kind), MANNER).banner
    assert banner is not None
    assert banner.text.endswith(".")
    assert (banner.button == "") == (banner.remedy is Remedy.NONE)


def test_a_note_is_a_banner_without_a_button() -> None:
    wallet = replace(fresh(), note="The key is kept until you quit.")
    banner = popup_view(wallet, MANNER).banner
    assert banner is not None
    assert (banner.text, banner.remedy, banner.button) == (wallet.note, Remedy.NONE, "")
    trouble = popup_view(replace(stale(), note=wallet.note), MANNER).banner
    assert trouble is not None
    assert trouble.text != wallet.note


# -- everywhere


@pytest.mark.parametrize("style", IconStyle, ids=lambda style: style.value)
@pytest.mark.parametrize("several", [False, True], ids=["one", "several"])
@pytest.mark.parametrize("level", Level, ids=lambda level: level.word)
def test_hidden_amounts_are_nowhere(level: Level, several: bool, style: IconStyle) -> None:
    """With times that are words, and an id without digits, no digit is left on any surface."""
    wordy = Locale(clock=lambda at: "now", date_and_clock=lambda at: "then")
    options = replace(HIDDEN, locale=wordy, icon=style)
    held = balance(AMOUNT_OF[level], wallet_id="acc")
    for state in (Fresh(held), Stale(held, problem(), AT)):
        wallet = Wallet(make_account(), state)
        assert level_in(wallet) is level
        wallets = [wallet, wallet] if several else [wallet]
        for view in (tray_view(wallets, options), popup_view(wallet, options)):
            for text in texts_in(view):
                assert re.search(r"\d", text) is None, text


@pytest.mark.parametrize("hidden", [False, True], ids=["shown", "hidden"])
def test_text_of_the_service_is_in_one_place_only(hidden: bool) -> None:
    hostile = "<img src=x>&\u202eXYZZY" + "z" * 5000
    held = balance(wallet_id=hostile)
    states: Sequence[WalletState] = (Fresh(held), Stale(held, problem(), AT))
    for state, kind in product(states, ProblemKind):
        if isinstance(state, Stale):
            state = replace(state, problem=problem(kind))
        wallet = Wallet(make_account(), state)
        options = replace(MANNER, hide_amounts=hidden)
        popup = popup_view(wallet, options)
        assert popup.wallet_id == hostile
        views = (
            replace(popup, wallet_id=""),
            tray_view([wallet], options),
            tray_view([wallet, wallet], options),
        )
        assert not any("XYZZY" in text for view in views for text in texts_in(view))
