"""One account's refreshes, alerts and notifications, wired together as in the program."""

import json
import threading
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.support.builders import balance, make_account, wallet_key
from tests.support.notifiers import RecordingNotifier
from tests.support.services import ScriptedClient
from wallet_tray.app.account_session import AccountSession
from wallet_tray.app.history import Past
from wallet_tray.domain.account import Account
from wallet_tray.domain.account_state import Failed, Fresh
from wallet_tray.domain.alert import AlertLimits
from wallet_tray.domain.alert_memory import AlertMemory, UntilToppedUp
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.balance_series import BalanceSeries, ChartRange
from wallet_tray.domain.credential import Credential, CredentialKind
from wallet_tray.domain.forecast.outlook import Basis, BurnRates, Projection
from wallet_tray.domain.history_values import Transaction
from wallet_tray.domain.money import Money
from wallet_tray.domain.problem import Problem, ProblemKind
from wallet_tray.domain.spending_periods import Drop
from wallet_tray.refresh.messages import WalletDetails
from wallet_tray.refresh.worker import RefreshWorker
from wallet_tray.text.status import DisplayOptions
from wallet_tray.ui.widgets.snooze_menu import SnoozeChoice

NOW = datetime.now(UTC).astimezone()
KEY = Credential(CredentialKind.API_KEY, "WTSENTINEL-key")
TOKEN = Credential(CredentialKind.ACCESS_TOKEN, "WTSENTINEL-token")


class Place:
    """A desk with a real worker thread."""

    def __init__(self, qtbot: Any) -> None:
        self.qtbot = qtbot
        self.service = ScriptedClient()
        self.screen = RecordingNotifier()
        self.options = DisplayOptions(NOW)
        self.is_quiet = False
        self.memory = AlertMemory()
        self.workers: list[RefreshWorker] = []
        self.session = self.open()

    def open(self, account: Account | None = None) -> AccountSession:
        """A desk with what is remembered, as after a start of the program."""
        self.session = AccountSession(
            account or make_account(),
            self._make_worker,
            timedelta(seconds=300),
            self.memory,
            self.screen,
            lambda: self.options,
            is_quiet=lambda: self.is_quiet,
        )
        self.session.alerts.remembered.connect(self._on_remembered)
        return self.session

    def refresh(self, answer: Balance | Problem) -> None:
        self.service.answer = answer
        with self.qtbot.waitSignal(self.session.refreshes.outcome):
            self.session.refreshes.refresh_now()

    def sign_in(self, credential: Credential, unkept: Problem | None = None) -> None:
        self.service.unkept = unkept
        with self.qtbot.waitSignal(self.session.refreshes.sign_in_answered):
            self.session.sign_in(credential)

    def set_quiet(self, quiet: bool) -> None:
        self.is_quiet = quiet
        self.session.alerts.quiet_changed()

    def _on_remembered(self) -> None:
        self.memory = self.session.alerts.memory

    def _make_worker(self, account: Account) -> RefreshWorker:
        self.workers.append(RefreshWorker(lambda: self.service, account.id))
        return self.workers[-1]

    def close(self) -> None:
        self.session.stop()
        self.session.alerts._timer.stop()
        for worker in self.workers:
            worker.stop()
            if worker._thread.ident is not None:
                worker._thread.join(30)


@pytest.fixture
def place(qtbot: QtBot) -> Iterator[Place]:
    place = Place(qtbot)
    yield place
    place.close()


def test_a_drain_is_two_notifications_in_one_slot_and_gone_after_the_top_up(place: Place) -> None:
    place.refresh(balance(500))
    assert place.screen.now == {}
    place.refresh(balance("84.10"))
    place.refresh(balance("50"))
    place.refresh(balance("12.30"))
    assert [one.title for one in place.screen.shown] == [
        "Low balance: 84.10\u00a0BYC",
        "Critical balance: 12.30\u00a0BYC",
    ]
    assert set(place.screen.now) == {"default"}
    assert place.screen.now["default"].urgent
    place.refresh(balance(500))
    assert place.screen.now == {}


def test_state_is_current_when_a_notification_is_shown(place: Place) -> None:
    """The state that a notification speaks of is there when the notification is asked for."""
    seen: list[object] = []
    place.session.alerts.said.connect(lambda _alert: seen.append(place.session.wallet().state))
    place.refresh(balance(500))
    place.refresh(balance(15))
    assert seen == [Fresh(place.service.answer)]


def test_hidden_amounts_are_hidden_in_notifications_too(place: Place) -> None:
    place.options = replace(place.options, hide_amounts=True)
    place.refresh(balance("84.10"))
    (shown,) = place.screen.now.values()
    text = shown.title + shown.body
    assert "•••" in text
    assert not any(character.isdigit() for character in text)


def test_hiding_amounts_masks_what_stands_on_the_screen(place: Place) -> None:
    place.refresh(balance("84.10"))
    place.options = replace(place.options, hide_amounts=True)
    place.session.show_alert_again()
    (shown,) = place.screen.now.values()
    assert "•••" in shown.title
    assert len(place.screen.shown) == 2


def test_hiding_amounts_does_not_show_an_alert_without_amounts_again(place: Place) -> None:
    place.refresh(Problem(ProblemKind.CREDENTIAL_REJECTED, NOW))
    assert len(place.screen.shown) == 1
    for hide in (True, False):
        place.options = replace(place.options, hide_amounts=hide)
        place.session.show_alert_again()
    assert len(place.screen.shown) == 1


def test_nothing_on_the_screen_needs_no_mask(place: Place) -> None:
    place.refresh(balance(500))
    place.session.show_alert_again()
    assert place.screen.shown == []


def test_a_sleep_that_only_the_clock_shows_is_no_outage(place: Place) -> None:
    place.refresh(balance(500))
    with place.qtbot.waitSignal(place.session.refreshes.slept):
        timer = place.session.refreshes._timer
        timer._due = datetime.now(UTC) - timedelta(hours=8)
        timer._on_timeout()
    assert datetime.now(UTC) - place.session.alerts._awake_since < timedelta(seconds=5)


def test_undelivered_notification_is_shown_again_after_a_restart(place: Place) -> None:
    place.refresh(balance(15))
    place.close()
    place.open().start()
    assert len(place.screen.shown) == 1, "the wallet may have been topped up meanwhile"
    place.refresh(balance(14))
    assert len(place.screen.shown) == 2
    place.screen.delivered.emit("default")
    place.close()
    place.open().start()
    place.refresh(balance(13))
    assert len(place.screen.shown) == 2


@pytest.mark.parametrize(
    ("answer", "title"),
    [
        (balance("0.004"), "Critical balance: 0.004 BYC"),
        (balance(0), "Wallet empty: 0.00 BYC"),
        (balance(300), ""),
        (Problem(ProblemKind.OFFLINE, NOW.astimezone(UTC)), "Critical balance: 15.00 BYC"),
    ],
)
def test_alert_left_on_the_screen_is_reworded_after_the_first_outcome(
    place: Place, answer: Balance | Problem, title: str
) -> None:
    place.refresh(balance(15))
    place.screen.delivered.emit("default")
    place.close()
    place.service.answer = answer
    session = place.open()
    assert session.left_on_screen() == place.screen.now["default"]
    place.screen.calls.clear()
    with place.qtbot.waitSignal(session.refreshes.outcome):
        session.start()
        assert place.screen.calls == [], "nothing is known yet"
    shown = place.screen.now.get("default")
    assert (shown.title.replace("\u00a0", " ") if shown else "") == title
    assert len(place.screen.calls) == 1
    place.refresh(answer)
    assert len(place.screen.calls) == 1


def test_alert_left_on_the_screen_is_sent_again_at_once_in_a_pause(place: Place) -> None:
    """Its buttons must work, and no outcome comes before the user resumes."""
    place.refresh(balance(15))
    place.screen.delivered.emit("default")
    place.close()
    session = place.open()
    left = session.left_on_screen()
    session.start(refresh=False)
    assert place.screen.shown[1:] == [left]
    place.refresh(balance(14))
    assert place.screen.titles[2:] == ["Critical balance: 14.00 BYC"]


def test_signals_of_the_notifier_come_from_its_own_thread(place: Place) -> None:
    place.refresh(balance(15))
    thread = threading.Thread(target=place.screen.delivered.emit, args=("default",))
    thread.start()
    thread.join()
    assert place.memory.undelivered, "taken in the GUI thread, later"
    place.qtbot.waitUntil(lambda: not place.memory.undelivered)


def test_events_of_other_slots_change_nothing(place: Place) -> None:
    place.refresh(balance(15))
    before = place.memory
    for slot in ("other", "drill", ""):
        place.screen.delivered.emit(slot)
        place.screen.dismissed.emit(slot)
        place.screen.action_invoked.emit(slot, "snooze")
    assert place.memory == before


def test_the_buttons_of_a_notification(place: Place) -> None:
    place.refresh(balance(15))
    with place.qtbot.waitSignal(place.session.open_requested):
        place.screen.action_invoked.emit("default", "default")
    with place.qtbot.waitSignal(place.session.top_up_requested):
        place.screen.action_invoked.emit("default", "top-up")
    assert not place.session.wallet().snoozed
    place.screen.action_invoked.emit("default", "snooze")
    place.screen.dismissed.emit("default")
    assert place.session.wallet().snoozed
    assert place.screen.now == {}
    snooze = place.memory.snooze
    assert isinstance(snooze, datetime)
    assert abs(snooze - NOW - timedelta(hours=1)) < timedelta(seconds=1)


def test_no_top_up_button_without_a_page(place: Place) -> None:
    place.close()
    place.open(replace(make_account(), top_up_url=""))
    place.refresh(balance(15))
    assert [key for key, _ in place.screen.now["default"].actions] == ["snooze", "default"]


def test_the_choices_of_a_snooze(place: Place) -> None:
    place.session.snooze(SnoozeChoice.UNTIL_TOMORROW)
    tomorrow = (NOW + timedelta(days=1)).date()
    assert isinstance(place.memory.snooze, datetime)
    assert place.memory.snooze.astimezone(NOW.tzinfo).date() == tomorrow
    place.session.snooze(SnoozeChoice.UNTIL_TOPPED_UP)
    assert place.memory.snooze is UntilToppedUp.UNTIL_TOPPED_UP
    place.session.snooze(SnoozeChoice.NO_LONGER)
    assert place.memory.snooze is None


def test_alerts_wait_for_the_unlocked_screen(place: Place) -> None:
    place.set_quiet(True)
    place.refresh(balance(15))
    assert place.screen.shown == []
    place.set_quiet(False)
    assert len(place.screen.shown) == 1


@pytest.mark.parametrize(
    ("credential", "unkept", "says"),
    [
        (KEY, None, ""),
        (TOKEN, None, "hour"),
        (KEY, ProblemKind.KEYRING_MISSING, "no keyring"),
        (KEY, ProblemKind.KEYRING_LOCKED, "did not take"),
    ],
)
def test_note_about_the_credential_after_a_sign_in(
    place: Place, credential: Credential, unkept: ProblemKind | None, says: str
) -> None:
    place.sign_in(credential, None if unkept is None else Problem(unkept, NOW.astimezone(UTC)))
    note = place.session.wallet().note
    assert says in note
    assert bool(note) == bool(says)
    place.session.sign_out()
    assert place.session.wallet().note == ""


@pytest.mark.parametrize(("credential", "left"), [(KEY, ""), (TOKEN, "hour")])
def test_the_keyring_may_take_the_credential_later(
    place: Place, credential: Credential, left: str
) -> None:
    """Its first wizard may take minutes; then the key is not only kept until the end."""
    place.sign_in(credential, Problem(ProblemKind.KEYRING_WAITING, NOW.astimezone(UTC)))
    assert "did not take" in place.session.wallet().note
    place.session.credential_saved()
    assert "did not take" not in place.session.wallet().note
    assert left in place.session.wallet().note
    place.session.sign_out()
    place.session.credential_saved()
    assert place.session.wallet().note == ""


@pytest.mark.parametrize("ended_by", ["sign_out", "credential_changed", "another sign-in"])
def test_the_end_of_a_token_counts_only_while_it_is_in_use(place: Place, ended_by: str) -> None:
    place.sign_in(TOKEN)
    ends = place.session.alerts._credential_ends
    assert ends is not None
    assert abs(ends - datetime.now(UTC) - timedelta(hours=1)) < timedelta(seconds=10)
    steps: dict[str, Callable[[], None]] = {
        "sign_out": place.session.sign_out,
        "credential_changed": place.session.credential_changed,
        "another sign-in": lambda: place.sign_in(KEY),
    }
    steps[ended_by]()
    assert place.session.alerts._credential_ends is None


def test_expiry_in_a_token_is_used(place: Place) -> None:
    """A pasted token may have been in use for a while."""
    end = datetime.now(UTC).replace(microsecond=0) + timedelta(minutes=25)
    claims = urlsafe_b64encode(json.dumps({"exp": end.timestamp()}).encode()).decode("ascii")
    place.sign_in(Credential(CredentialKind.ACCESS_TOKEN, f"a.{claims.rstrip('=')}.c"))
    assert place.session.alerts._credential_ends == end
    place.refresh(balance(500))
    assert place.session.alerts._credential_ends == end


def test_signing_out_closes_the_wallets_notifications(place: Place) -> None:
    place.refresh(balance(15))
    with place.qtbot.waitSignal(place.session.refreshes.outcome):
        place.session.sign_out()
    assert isinstance(place.session.wallet().state, Failed)
    assert place.screen.now == {}


def test_the_keyring_answers_late(place: Place) -> None:
    place.refresh(Problem(ProblemKind.KEYRING_WAITING, datetime.now(UTC)))
    place.service.answer = balance(7)
    with place.qtbot.waitSignal(place.session.refreshes.outcome):
        place.session.keyring_answered()
    assert place.session.wallet().state == Fresh(place.service.answer)


def test_changed_settings_reach_refreshes_and_alerts(place: Place) -> None:
    place.refresh(balance(500))
    account = replace(place.session.account, label="Another name")
    place.session.apply_settings(account)
    assert place.session.account is place.session.alerts.account is account
    place.refresh(balance(15))
    assert place.screen.now["default"].body.startswith("Another name: ")


# -- how long it will last, and what stands beside the balance


def projection(hours: str) -> Projection:
    left = Decimal(hours)
    return Projection(NOW.astimezone(UTC), left, left, left, Basis.DAY, BurnRates())


def test_the_time_left_has_an_alert_of_its_own(place: Place) -> None:
    limits = AlertLimits(hours_left=Decimal(6))
    place.open(make_account(limits=limits))
    place.service.outlook = projection("6.5")
    place.refresh(balance(500))
    assert place.screen.shown == []
    place.service.outlook = projection("5.5")
    place.refresh(balance(480))
    place.refresh(balance(478))
    assert len(place.screen.shown) == 1
    assert "5 hours left" in place.screen.titles[0]
    place.service.outlook = projection("7")
    place.refresh(balance(2000))
    assert place.screen.now == {}


def test_a_low_balance_is_reported_with_the_time_left(place: Place) -> None:
    place.service.outlook = projection("9.2")
    place.refresh(balance("84.10"))
    (shown,) = place.screen.now.values()
    assert shown.body.replace("\u00a0", " ") == (
        "Below your limit of 100 BYC. About 9 hours left at the last day's pace."
    )


def past(wallet_id: str = "id") -> Past:
    drop = Drop(NOW - timedelta(hours=2), NOW - timedelta(hours=1), Decimal("42.10"))
    return Past(
        "default",
        wallet_key(wallet_id),
        BalanceSeries(ChartRange.DAY, NOW - timedelta(days=1), NOW),
        (drop,),
    )


def test_drops_get_the_names_that_the_service_gives(place: Place) -> None:
    place.refresh(balance(500))
    place.session.show_past(past())
    assert [drop.name for drop in place.session.wallet().drops] == [""]
    paid = Transaction(NOW - timedelta(minutes=90), Decimal("-42.10"), "render 17")
    place.service.details_given = WalletDetails((paid,), Money(Decimal("0.02"), "USD"))
    with place.qtbot.waitSignal(place.session.refreshes.changed):
        place.session.fetch_details()
    wallet = place.session.wallet()
    assert [drop.name for drop in wallet.drops] == ["render 17"]
    assert wallet.unit_price == Money(Decimal("0.02"), "USD")


def test_the_past_of_another_wallet_is_not_shown(place: Place) -> None:
    place.refresh(balance(500))
    place.session.show_past(past("of another key"))
    assert place.session.wallet().curve is None
    assert place.session.wallet().drops == ()
    place.session.show_past(past())
    assert place.session.wallet().curve == past().curve
