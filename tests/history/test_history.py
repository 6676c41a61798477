"""What was recorded is what is read."""

import os
import stat
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from tests.support.builders import balance, due_of, make_account, sample, total_of, wallet_key
from tests.support.history_story import WALLET, Story
from wallet_tray.domain.account import Account
from wallet_tray.domain.balance import Balance, WalletKey
from wallet_tray.domain.balance_series import BalanceSeries, ChartRange
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.domain.money import Figure, Money
from wallet_tray.domain.spending_periods import last_drops
from wallet_tray.history.history import History, Recorded

BEGIN = datetime(2026, 3, 2, 8, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
KEY = Credential(CredentialKind.API_KEY, "WTSENTINEL-one")
OTHER_KEY = Credential(CredentialKind.API_KEY, "WTSENTINEL-two")


def test_nothing_recorded(story: Story) -> None:
    assert story.latest() is None
    assert story.spending() == ()
    assert story.samples() == ()
    assert story.totals() == []
    assert story.curve(ChartRange.DAY) == BalanceSeries(ChartRange.DAY, story.now - DAY, story.now)
    assert not story.file.parent.exists(), "who only reads makes no file"


def test_the_latest_balance_is_the_one_recorded(story: Story) -> None:
    newest = story.tell("99.10", available="90.00", due="1.5")

    assert story.latest() == newest


def test_times_are_whole_seconds(story: Story) -> None:
    story.tell(5, timedelta(milliseconds=1_999))

    assert story.latest().fetched_at == BEGIN + timedelta(seconds=1)


def test_it_is_there_after_a_restart(story: Story) -> None:
    newest = story.tell("1")
    story.history.close()

    again = History(story.file)
    assert again.latest(make_account()) == newest
    again.close()


def test_tidied_up_the_file_alone_holds_everything(story: Story) -> None:
    """Also while others have it open, as a worker that is stuck has at the program's end."""
    newest = story.tell("1")
    other = History(story.file)
    other.tidy_up()
    other.close()

    copy = story.file.with_name("copy.sqlite3")
    copy.write_bytes(story.file.read_bytes())
    alone = History(copy)
    assert alone.latest(make_account()) == newest
    alone.close()


def test_to_tidy_up_makes_no_file(story: Story) -> None:
    story.history.tidy_up()
    assert not story.file.parent.exists()


@pytest.mark.parametrize(
    "text",
    ["100", "100.00", "1E+2", "1.797E+308", "-0.10", "0", "1E-307", "9" * 400, "-42.5"],
)
def test_amounts_are_exact_to_the_exponent(story: Story, text: str) -> None:
    story.tell(text, available=text, due=text)

    latest = story.latest()
    for amount in (total_of(latest), latest.available.amount, due_of(latest)):
        assert amount.as_tuple() == Decimal(text).as_tuple()


def test_unchanged_values_are_one_row(story: Story) -> None:
    for _ in range(3 * 24 * 60):
        story.tell("7.00")

    assert story.samples() == (sample(BEGIN + MINUTE, BEGIN + 3 * DAY, 7),)


def test_a_reservation_is_a_change(story: Story) -> None:
    story.tell(7)
    story.tell(7, available=5)
    story.tell(7)

    assert [sample.available for sample in story.samples()] == [7, 5, 7]


def test_an_unchanged_value_after_a_gap_is_a_row_of_its_own(story: Story) -> None:
    story.tell(7)
    story.tell(7, timedelta(minutes=15))
    story.tell(7, timedelta(minutes=15, seconds=1))

    assert [(one.since, one.until) for one in story.samples()] == [
        (BEGIN + MINUTE, BEGIN + 16 * MINUTE),
        (story.now, story.now),
    ]


def test_samples_since(story: Story) -> None:
    for total in (9, 8, 8, 7):
        story.tell(total)

    # The second sample reaches beyond the moment, the first does not.
    assert [total_of(one) for one in story.samples(BEGIN + 2 * MINUTE)] == [8, 7]


def test_recorded_names_the_wallet(story: Story) -> None:
    newest = story.tell("7.5", available="7", due="2")

    (only,) = story.history.recorded(story.account, None)
    kept = sample(newest.fetched_at, newest.fetched_at, "7.5", available=7, due=2)
    assert only == Recorded("w1", "BYC", "USD", kept)


def test_recorded_since(story: Story) -> None:
    for total in (9, 8, 7):
        story.tell(total, HOUR)

    recorded = story.history.recorded(story.account, BEGIN + 2 * HOUR)
    assert [total_of(one.sample) for one in recorded] == [8, 7]


def test_several_wallets_behind_one_account(story: Story) -> None:
    story.tell(9)
    story.tell(500, wallet_id="w2")
    story.tell(8, timedelta(minutes=1))

    assert story.latest().wallet_id == "w1"
    assert [total_of(one) for one in story.samples()] == [9, 8]
    assert sum(hour.spent for hour in story.spending()) == 1
    assert story.history.spending(story.account, wallet_key("w2"), story.now) == ()
    assert [one.wallet_id for one in story.history.recorded(story.account, None)] == [
        "w1",
        "w2",
        "w1",
    ]


@pytest.mark.parametrize(
    "other", [make_account(id="other"), make_account(api_url="https://elsewhere.example/v1")]
)
def test_accounts_and_hosts_are_kept_apart(story: Story, other: Account) -> None:
    story.tell(9)

    assert story.history.latest(other) is None
    assert story.history.samples(other, wallet_key("w1"), BEGIN) == ()
    assert list(story.history.recorded(other, None)) == []


def test_the_keyring_and_the_environment_are_kept_apart(story: Story) -> None:
    own = story.tell(9)
    lent = story.tell(70, wallet_id="w2", env_credential=KEY)

    assert story.latest() == own
    assert story.latest(KEY) == lent
    assert story.latest(OTHER_KEY) is None
    assert story.latest(Credential(CredentialKind.ACCESS_TOKEN, KEY.text)) is None


def test_environment_key_of_the_same_wallet_makes_it_newer(story: Story) -> None:
    story.tell(9)
    newest = story.tell(8, env_credential=KEY)

    assert story.latest() == newest
    assert story.latest(KEY) == newest


def test_a_new_key_in_the_keyring_is_of_another_wallet(story: Story) -> None:
    story.tell(9)
    second = story.tell(3, wallet_id="w2")

    assert story.latest() == second


def test_nothing_of_a_credential_is_on_the_disk(story: Story) -> None:
    story.tell(9, env_credential=KEY)
    story.tell(8, env_credential=OTHER_KEY)

    for file in story.file.parent.iterdir():
        assert b"WTSENTINEL" not in file.read_bytes()


def test_two_files_mark_the_same_credential_differently(story: Story, tmp_path: Path) -> None:
    """Two bytes of an unsalted hash would be equal everywhere."""
    import sqlite3

    marks = set()
    for number in range(8):
        file = tmp_path / f"{number}.sqlite3"
        history = History(file)
        history.record(make_account(), balance(1, due=1, at=BEGIN, wallet_id="w"), KEY)
        history.close()
        connection = sqlite3.connect(file)
        marks.add(connection.execute("SELECT credential FROM credentials").fetchone()[0])
        connection.close()
    assert {len(mark) for mark in marks} == {2}
    assert len(marks) > 4


def test_files_are_private(story: Story) -> None:
    story.tell(1)

    assert stat.S_IMODE(story.file.parent.stat().st_mode) == 0o700
    names = {file.name for file in story.file.parent.iterdir()}
    assert names == {"history.sqlite3", "history.sqlite3-wal", "history.sqlite3-shm"}
    for file in story.file.parent.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file


def test_units_come_back_as_they_were(story: Story) -> None:
    figures = {Figure.TOTAL: Money(Decimal(9), "XYZ\ud800"), Figure.DUE: Money(Decimal(2), "EUR")}
    stated = in_unit(1, "XYZ\ud800", figures)
    story.history.record(story.account, stated)

    assert story.latest() == stated
    (row,) = story.history.recorded(story.account, None)
    assert (row.unit, row.due_unit) == ("XYZ\ud800", "EUR")


def in_unit(available: int, unit: str, figures: Mapping[Figure, Money] | None = None) -> Balance:
    return Balance(
        wallet_id=WALLET,
        available=Money(Decimal(available), unit),
        figures=figures or {},
        fetched_at=BEGIN + (100 - available) * MINUTE,
    )


def test_units_are_wallets_of_their_own(story: Story) -> None:
    """Their amounts are never compared: neither change is spending or a top-up."""
    for available, unit in ((90, "USD"), (50, "CNY"), (40, "CNY"), (20, "USD")):
        story.history.record(story.account, in_unit(available, unit))
    end = BEGIN + 2 * HOUR
    for unit, amounts, spent in (("USD", [90, 20], 70), ("CNY", [50, 40], 10)):
        key = WalletKey(WALLET, unit)
        samples = story.history.samples(story.account, key, BEGIN, end)
        assert [one.available for one in samples] == amounts
        assert sum(hour.spent for hour in story.history.spending(story.account, key, end)) == spent
        curve = story.history.curve(story.account, key, ChartRange.DAY, end, 2 * HOUR)
        assert [point.available for point in curve.segments[0]] == amounts
        assert curve.top_ups == ()
    assert story.history.latest(story.account) == in_unit(20, "USD")


@pytest.mark.parametrize("figure", [one for one in Figure if one is not Figure.AVAILABLE])
def test_only_stated_figures_come_back(story: Story, figure: Figure) -> None:
    stated = in_unit(5, "USD", {figure: Money(Decimal("0.50"), "USD")})
    story.history.record(story.account, stated)

    assert story.latest() == stated
    (sample,) = story.history.samples(story.account, stated.wallet, BEGIN)
    assert sample.figures == {figure: Decimal("0.50")}


def test_a_figure_in_another_unit_is_not_shown_in_the_wallets(story: Story) -> None:
    stated = in_unit(5, "USD", {Figure.TOTAL: Money(Decimal(70), "CNY")})
    story.history.record(story.account, stated)

    assert story.latest() == replace(stated, figures={})


@pytest.mark.parametrize("totals", [(None, None), (10, None), (None, 10)])
def test_spending_counts_the_available_amount_without_a_total(
    story: Story, totals: tuple[int | None, int | None]
) -> None:
    for available, total in zip((9, 6), totals, strict=True):
        figures = {} if total is None else {Figure.TOTAL: Money(Decimal(total), "USD")}
        story.history.record(story.account, in_unit(available, "USD", figures))
    end = BEGIN + 2 * HOUR
    key = WalletKey(WALLET, "USD")
    assert sum(hour.spent for hour in story.history.spending(story.account, key, end)) == 3
    (drop,) = last_drops(story.history.samples(story.account, key, BEGIN, end), HOUR)
    assert drop.amount == 3


@pytest.mark.skipif(os.name == "nt", reason="folders are private by themselves there")
@pytest.mark.parametrize("reads_before", [False, True])
@pytest.mark.parametrize("is_open", [False, True])
def test_a_file_that_others_can_read_is_made_private_at_the_next_write(
    story: Story, reads_before: bool, is_open: bool
) -> None:
    """It was copied there, perhaps while this program had it open."""
    story.tell(3)
    files = [
        story.file,
        *(story.file.with_name(f"history.sqlite3-{end}") for end in ("wal", "shm")),
    ]
    if not is_open:
        story.history.close()
    for file in files:
        if file.exists():
            file.chmod(0o644)
    if reads_before:
        assert total_of(story.latest()) == 3
    story.tell(2)
    for file in files:
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file
