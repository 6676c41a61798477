"""What each bar is given, and that nothing in it is taken for the bar's own language."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from tests.support import builders
from tests.support.builders import make_account
from wallet_tray.cli.bars import bar_text, text_of
from wallet_tray.cli.formats import Report
from wallet_tray.domain.account_snapshot import Wallet
from wallet_tray.domain.account_state import Fresh, after, known_problem
from wallet_tray.domain.forecast.outlook import Projection
from wallet_tray.domain.problem import Problem, ProblemKind

NOW = datetime(2026, 11, 3, 12, 0, tzinfo=UTC)
HOSTILE = "A#[fg=red]#(id)|%{F#f00}<b>&--"


def report(available: str = "512", label: str = "ByteNite", *, stale: bool = False) -> Report:
    balance = builders.balance(available, total=600, due=3, at=NOW, wallet_id="id")
    return Report(Wallet(make_account(label=label), Fresh(balance), outdated=stale), NOW)


def problem(kind: ProblemKind, known: Report | None = None, label: str = "ByteNite") -> Report:
    wallet = Wallet(make_account(label=label)) if known is None else known.wallet
    return Report(replace(wallet, state=after(wallet.state, Problem(kind, NOW))), NOW)


def with_outlook(of: Report, projection: Projection) -> Report:
    assert of.balance is not None
    return replace(of, wallet=replace(of.wallet, state=Fresh(of.balance, projection)))


def text(bar: str, content: Report, *, coloured: bool = True) -> str:
    return bar_text(bar, text_of(content), coloured=coloured)


@pytest.mark.parametrize(
    ("available", "shown", "classes"),
    [
        ("512", "512.00 BYC", ["ok"]),
        ("84.1", "84.10 BYC, low", ["low"]),
        ("9", "9.00 BYC, critical", ["critical"]),
        ("0", "0.00 BYC, empty", ["empty"]),
        ("-1", "−1.00 BYC, overdrawn", ["empty"]),
        ("99.996", "99.99 BYC, low", ["low"]),
    ],
)
def test_waybar(available: str, shown: str, classes: list[str]) -> None:
    line = text("waybar", report(available))

    answer = json.loads(line)
    assert "\n" not in line
    assert answer["text"] == shown
    assert answer["class"] == classes
    assert answer["alt"] == classes[-1]
    assert f"Available: {shown}" in answer["tooltip"]
    assert "Total: 600.00 BYC\nReserved: " in answer["tooltip"]
    assert "Amount due: 3.00 USD" in answer["tooltip"]


@pytest.mark.parametrize(
    ("content", "alt", "classes"),
    [
        (report("84", stale=True), "stale", ["low", "stale"]),
        (problem(ProblemKind.OFFLINE, report()), "stale", ["ok", "stale"]),
        (problem(ProblemKind.FORBIDDEN, report()), "problem", ["ok", "stale", "problem"]),
        (problem(ProblemKind.OFFLINE), "problem", ["problem"]),
        (problem(ProblemKind.SIGNED_OUT), "signed-out", ["signed-out"]),
        (Report(Wallet(make_account()), NOW), "problem", ["problem"]),
    ],
)
def test_waybar_where_something_is_wrong(content: Report, alt: str, classes: list[str]) -> None:
    answer = json.loads(text("waybar", content))

    assert (answer["alt"], answer["class"]) == (alt, classes)
    assert answer["text"]
    if known_problem(content.wallet.state) is not None:
        assert "\nStatus: " in answer["tooltip"]


def test_waybar_shows_the_time_left() -> None:
    projection = Projection(NOW, Decimal(220), Decimal(170), Decimal(290))

    answer = json.loads(text("waybar", with_outlook(report(), projection)))

    assert "About 9 days left" in answer["tooltip"]


def test_waybar_markup_is_text() -> None:
    answer = json.loads(text("waybar", problem(ProblemKind.OFFLINE, label=HOSTILE)))

    for name in ("text", "tooltip"):
        assert "&lt;b&gt;&amp;--" in answer[name]
        assert "<" not in answer[name]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (report(), "512.00 BYC"),
        (report("84.1"), "#[fg=#c07800]84.10 BYC, low#[fg=default]"),
        (report("9"), "#[fg=#e0483e]9.00 BYC, critical#[fg=default]"),
        (report("9", stale=True), "#[fg=#808080]9.00 BYC, critical, stale#[fg=default]"),
        (problem(ProblemKind.OFFLINE), "#[fg=#808080]ByteNite: offline#[fg=default]"),
    ],
)
def test_tmux(content: Report, line: str) -> None:
    assert text("tmux", content) == line


def test_tmux_signs_are_text() -> None:
    line = text("tmux", problem(ProblemKind.OFFLINE, label=HOSTILE), coloured=False)

    assert line.startswith("A##[fg=red]##(id)|%{F##f00}<b>&--: offline")


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (report(), "512.00 BYC"),
        (report("84.1"), "%{F#c07800}84.10 BYC, low%{F-}"),
        (report(stale=True), "%{F#808080}512.00 BYC, stale%{F-}"),
    ],
)
def test_polybar(content: Report, line: str) -> None:
    assert text("polybar", content) == line


def test_polybar_signs_are_text() -> None:
    line = text("polybar", problem(ProblemKind.OFFLINE, label=HOSTILE), coloured=False)

    assert "%\u200b{F#f00}" in line
    assert "%{" not in line


def test_polybar_draws_a_percent_sign_as_it_is() -> None:
    line = text("polybar", problem(ProblemKind.OFFLINE, label="100 %"), coloured=False)

    assert line.startswith("100 %: ")


def test_xbar() -> None:
    head, *lines = text("xbar", report("84.1")).split("\n")

    assert head == "84.10 BYC, low | color=#c07800"
    assert lines[:2] == ["---", "ByteNite"]
    assert "Total: 600.00 BYC" in lines
    assert lines[-3:] == [
        "---",
        "Top up… | href=https://app.bytenite.com/billing",
        "Refresh | refresh=true",
    ]


def test_xbar_without_a_page() -> None:
    content = Report(Wallet(make_account(top_up_url="")), NOW)

    assert "href" not in text("xbar", content)


@pytest.mark.parametrize("label", [HOSTILE, "-- | shell=/bin/sh", "---"])
def test_xbar_signs_are_text(label: str) -> None:
    lines = text("xbar", problem(ProblemKind.OFFLINE, label=label), coloured=False).split("\n")

    assert [line for line in lines if "|" in line] == [
        "Top up… | href=https://app.bytenite.com/billing",
        "Refresh | refresh=true",
    ]
    assert [line for line in lines if line.startswith("--")] == ["---", "---"]


@pytest.mark.parametrize("bar", ["tmux", "polybar", "xbar"])
def test_without_colours_the_words_stay(bar: str) -> None:
    line = text(bar, report("9", stale=True), coloured=False)

    assert "9.00 BYC, critical, stale" in line
    assert "#" not in line


@pytest.mark.parametrize("bar", ["waybar", "tmux", "polybar", "xbar"])
def test_hidden(bar: str) -> None:
    line = text(bar, replace(report("84.1"), hidden=True))

    assert "84" not in line
    assert "600" not in line
    assert "low" in line


@pytest.mark.parametrize("bar", ["waybar", "tmux", "polybar", "xbar"])
def test_no_text_of_the_service(bar: str) -> None:
    known = report()
    assert known.balance is not None
    content = replace(
        known, wallet=Wallet(make_account(), Fresh(replace(known.balance, wallet_id="SENTINEL")))
    )

    assert "SENTINEL" not in text(bar, content)


def test_old_time_carries_its_date() -> None:
    content = replace(report(), now=NOW + timedelta(days=2))

    assert "Updated: 3 Nov " in text("xbar", content)
