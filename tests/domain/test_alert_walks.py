"""Random walks of a wallet against an oracle that was written from the rules' words.

The oracle is a set of little machines, one a condition.
Each machine goes calm -> crossed -> notified -> calm. The oracle counts in whole cents and knows
nothing of the policy but the names of the kinds.
"""

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from enum import Enum
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.alert_records import in_version_1, is_of_version_1
from wallet_tray.domain.alert import AlertKind, AlertLimits
from wallet_tray.domain.alert_memory import (
    AlertMemory,
    UntilToppedUp,
    from_record,
    in_units,
    to_record,
)
from wallet_tray.domain.alert_policy import AlertContext, Step, delivered, dismissed, snoozed, step
from wallet_tray.domain.alert_rules import WalletTraits
from wallet_tray.domain.balance import Balance, WalletId
from wallet_tray.domain.money import Figure, Money
from wallet_tray.domain.problem import Problem, ProblemKind

START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
MINUTE = 60
WALKS_A_ROUND = 1_000


# -- what happens to a wallet; all amounts in cents, hours in hundredths, times in seconds


@dataclass(frozen=True)
class Limits:
    low: int = 10_000
    critical: int = 2_000
    due: int = 0
    hours: int = 0


@dataclass(frozen=True)
class Kind:
    """What kind of wallet it is: whether 0 is normal, and whether it is filled again."""

    zero_is_normal: bool = False
    refills: bool = False


@dataclass(frozen=True)
class Arrived:
    """A refresh brought a balance; without ``reserved`` it states no total."""

    available: int
    reserved: int | None = 0
    due: int | None = 0
    hours: int | None = None
    wallet: str = "a"
    unit: str = "BYC"
    due_unit: str = "USD"


@dataclass(frozen=True)
class Failed:
    """A refresh brought a problem."""

    kind: ProblemKind


@dataclass(frozen=True)
class Edited:
    limits: Limits


@dataclass(frozen=True)
class Snoozed:
    """For so many seconds, until topped up, or no longer."""

    seconds: int | None = None
    until_topped_up: bool = False


@dataclass(frozen=True)
class Locked:
    locked: bool


@dataclass(frozen=True)
class Waited:
    seconds: int
    asleep: bool = False


@dataclass(frozen=True)
class TokenEnds:
    """A pasted access token that works for so many seconds more, or an API key."""

    seconds: int | None


class Other(Enum):
    RESTARTED = "restarted"
    DELIVERED = "delivered"
    DISMISSED = "dismissed"


Event = Arrived | Failed | Edited | Snoozed | Locked | Waited | TokenEnds | Other
Said = tuple[str | None, bool]  # the kind that is said, and whether the slot is closed

CLOSING = {ProblemKind.CREDENTIAL_REJECTED, ProblemKind.ACCESS_TOKEN_ENDED}
OF_THE_KEYRING = {ProblemKind.KEYRING_LOCKED, ProblemKind.KEYRING_MISSING}
ONLY_THE_USER = {*OF_THE_KEYRING, ProblemKind.PROXY_UNUSABLE, ProblemKind.ACCOUNT_UNUSABLE}
PASSING = [ProblemKind.OFFLINE, ProblemKind.SERVICE_FAILED, ProblemKind.FORBIDDEN]


# -- the oracle

CALM, CROSSED, NOTIFIED = "calm", "crossed", "notified"
EMPTY, REJECTED, CRITICAL, NO_BALANCE = "empty", "credential-rejected", "critical", "no-balance"
DUE, TOKEN, LOW, HOURS, DROP = (
    "amount-due",
    "access-token-ends",
    "low",
    "hours-left",
    "large-drop",
)
WORST_FIRST = [EMPTY, REJECTED, CRITICAL, NO_BALANCE, DUE, TOKEN, LOW, HOURS]
OF_THE_WALLET = [EMPTY, CRITICAL, LOW, DUE, HOURS]
STAY_ON_SCREEN = {EMPTY, CRITICAL, REJECTED}


@dataclass
class Machine:
    phase: str = CALM
    holds: bool = False

    def look(self, holds: bool, again_armed: bool) -> None:
        self.holds = holds
        if self.phase == NOTIFIED and again_armed:
            self.phase = CALM
        if self.phase == CALM and holds:
            self.phase = CROSSED
        elif self.phase == CROSSED and not holds:
            self.phase = CALM

    def calm(self) -> None:
        self.phase, self.holds = CALM, False


def in_dollars(last: Arrived) -> int | None:
    """The amount due, where its limit can be compared with it."""
    return last.due if last.due_unit == "USD" else None


def is_more(news: Arrived, before: Arrived) -> bool:
    if news.reserved is None or before.reserved is None:
        return news.available > before.available
    return news.available + news.reserved > before.available + before.reserved


def is_beyond(kind: str, last: Arrived, limits: Limits) -> bool:
    if kind == LOW:
        return limits.low > 0 and last.available < limits.low
    if kind == CRITICAL:
        return limits.critical > 0 and last.available < limits.critical
    if kind == DUE:
        return limits.due > 0 and (owed := in_dollars(last)) is not None and owed > limits.due
    return last.hours is not None and last.hours < limits.hours


def is_well_within(kind: str, last: Arrived, limits: Limits) -> bool:
    """5 % on the good side of the limit; a limit that is off has no bad side."""
    if kind == LOW:
        return not limits.low or 100 * last.available >= 105 * limits.low
    if kind == CRITICAL:
        return not limits.critical or 100 * last.available >= 105 * limits.critical
    if kind == DUE:
        owed = in_dollars(last)
        return not limits.due or (owed is not None and 100 * owed <= 95 * limits.due)
    return not limits.hours or (last.hours is not None and 100 * last.hours >= 105 * limits.hours)


LIMIT_OF = {LOW: "low", CRITICAL: "critical", DUE: "due", HOURS: "hours"}


def is_off_the_ground(last: Arrived, limits: Limits) -> bool:
    return 100 * last.available >= 5 * (limits.critical or limits.low or 2_000)


@dataclass
class Oracle:
    limits: Limits
    kind: Kind = Kind()
    machines: dict[str, Machine] = field(
        default_factory=lambda: {kind: Machine() for kind in WORST_FIRST}
    )
    last: Arrived | None = None
    last_at: int = 0
    speeds: list[Fraction] = field(default_factory=list)
    failing_since: int | None = None
    slot: str | None = None
    slot_was_taken: bool = True
    snooze_end: int | None = None
    until_topped_up: bool = False
    token_end: int | None = None
    others: dict[tuple[str, str], tuple[int, set[str]]] = field(default_factory=dict)

    def arrived(self, news: Arrived, now: int, awake: int, locked: bool) -> Said:
        wallet = news.wallet or (self.last.wallet if self.last else "")
        news = replace(news, wallet=wallet)
        owner_gone = self.last is not None and (
            self.last.wallet != "" != wallet != self.last.wallet or self.last.unit != news.unit
        )
        if owner_gone and self.last is not None:
            self._forget_the_unheard()
            said = {kind for kind in OF_THE_WALLET if self.machines[kind].phase == NOTIFIED}
            self.others[self.last.wallet, self.last.unit] = (now, said)
            at, said = self.others.pop((wallet, news.unit), (0, set()))
            self.last, self.speeds = None, []
            for kind, machine in self.machines.items():
                if kind != TOKEN or machine.phase == CROSSED:
                    machine.calm()
                if kind in said and now - at <= 7 * 24 * 60 * MINUTE:
                    machine.phase = NOTIFIED
        before, self.last = self.last, news
        topped_up = before is not None and is_more(news, before) and not self.kind.refills
        if topped_up:
            self.until_topped_up = False
        large = before is not None and self._is_large(before, news, now - self.last_at)
        self.last_at = now
        self.failing_since = None
        self.machines[NO_BALANCE].calm()
        self.machines[REJECTED].calm()
        for kind in LIMIT_OF:
            self.machines[kind].look(
                is_beyond(kind, news, self.limits), is_well_within(kind, news, self.limits)
            )
        if not self.kind.zero_is_normal:
            self.machines[EMPTY].look(news.available <= 0, is_off_the_ground(news, self.limits))
        return self._speak(now, awake, locked, topped_up, owner_gone, large)

    def failed(self, kind: ProblemKind, now: int, awake: int, locked: bool) -> Said:
        if kind is ProblemKind.SIGNED_OUT:
            self._forget_the_unheard()
            for name, machine in self.machines.items():
                machine.holds = False
                if name not in OF_THE_WALLET or machine.phase == CROSSED:
                    machine.calm()
            self.failing_since = self.token_end = None
            return self._speak(now, awake, locked, owner_gone=True)
        rejected = self.machines[REJECTED]
        rejected.look(rejected.holds or kind in CLOSING, False)  # its last word until a balance
        if kind in CLOSING or (kind in OF_THE_KEYRING and self.last is None):
            self.failing_since = None
        elif self.failing_since is None:
            self.failing_since = now
        return self._speak(now, awake, locked)

    def edited(self, limits: Limits, now: int, awake: int, locked: bool) -> Said:
        before, self.limits = self.limits, limits
        if self.last is not None and limits != before:
            for kind, name in LIMIT_OF.items():
                machine = self.machines[kind]
                if getattr(before, name) == getattr(limits, name):
                    continue
                if not is_beyond(kind, self.last, limits):
                    machine.calm()
                elif not is_beyond(kind, self.last, before):
                    machine.phase = NOTIFIED  # the user moved it there, and knows
            empty = self.machines[EMPTY]
            if empty.phase == NOTIFIED and is_off_the_ground(self.last, limits):
                empty.phase = CALM
        return self._speak(now, awake, locked)

    def snoozed(self, wish: Snoozed, now: int, awake: int, locked: bool) -> Said:
        is_wish = wish.until_topped_up or wish.seconds is not None
        closes = is_wish and self.slot is not None
        if closes:
            self._forget_the_unheard()
            self.slot, self.slot_was_taken = None, True
        self.until_topped_up = wish.until_topped_up
        self.snooze_end = None if wish.seconds is None else now + wish.seconds
        said, closed = self._speak(now, awake, locked)
        return said, closed or closes

    def looked(self, now: int, awake: int, locked: bool) -> Said:
        return self._speak(now, awake, locked)

    def _forget_the_unheard(self) -> None:
        """What no notification service took counts as not shown."""
        if self.slot in (None, DROP) or self.slot_was_taken:
            return
        if self.machines[self.slot].phase != NOTIFIED:
            return
        for kind, machine in self.machines.items():
            if machine.phase == NOTIFIED and (machine.holds or kind == self.slot):
                machine.phase = CROSSED if machine.holds else CALM

    def _speak(
        self,
        now: int,
        awake: int,
        locked: bool,
        topped_up: bool = False,
        owner_gone: bool = False,
        large: bool = False,
    ) -> Said:
        self._watch_the_clock(now, awake)
        snoozed = self.until_topped_up or (self.snooze_end is not None and now < self.snooze_end)
        if not locked and not snoozed:
            self.snooze_end = None
        closes = self._is_slot_over(topped_up, owner_gone)
        if closes:
            self.slot, self.slot_was_taken = None, True
        if locked or snoozed:
            return None, closes
        crossed = [kind for kind in WORST_FIRST if self.machines[kind].phase == CROSSED]
        if crossed:
            for kind in crossed:
                self.machines[kind].phase = NOTIFIED
            self.slot, self.slot_was_taken = crossed[0], False
            return crossed[0], False
        if large and self.slot not in STAY_ON_SCREEN:
            self.slot, self.slot_was_taken = DROP, False
            return DROP, False
        return None, closes

    def _watch_the_clock(self, now: int, awake: int) -> None:
        no_balance, token = self.machines[NO_BALANCE], self.machines[TOKEN]
        failing = self.failing_since is not None
        long_enough = failing and now - max(self.failing_since or 0, awake) >= 30 * MINUTE
        no_balance.look(long_enough or (failing and no_balance.phase == NOTIFIED), False)
        soon = self.token_end is not None and now >= self.token_end - 10 * MINUTE
        outlived = self.last is not None and self.last_at > (self.token_end or 0)
        token.look(soon and not outlived, not (soon and not outlived))

    def _is_slot_over(self, topped_up: bool, owner_gone: bool) -> bool:
        if self.slot is None:
            return False
        if owner_gone or (self.slot == DROP and topped_up):
            return True
        if self.slot == DROP:
            return False
        machine = self.machines[self.slot]
        return machine.phase != NOTIFIED or (topped_up and not machine.holds)

    def _is_large(self, before: Arrived, news: Arrived, seconds: int) -> bool:
        drop = before.available - news.available
        if drop <= 0 or before.available <= 0:
            return False
        speed = Fraction(drop, max(seconds, 5 * MINUTE))
        known = self.speeds[-24:]
        self.speeds.append(speed)
        return len(known) >= 12 and speed > 10 * max(known) and 10 * drop >= before.available


# -- the policy, driven the way the alert controller drives it


def money(cents: int) -> Decimal:
    return Decimal(cents).scaleb(-2)


def at(seconds: int) -> datetime:
    return START + timedelta(seconds=seconds)


@dataclass
class Driven:
    limits: Limits
    kind: Kind = Kind()
    memory: AlertMemory = field(default_factory=AlertMemory)
    hours: int | None = None
    token_end: int | None = None
    unit: str = "BYC"

    def judged(self, outcome: Balance | Problem | None, now: int, awake: int, locked: bool) -> Said:
        result = step(
            self.memory,
            outcome,
            AlertContext(
                now=at(now),
                awake_since=at(awake),
                limits=AlertLimits(
                    money(self.limits.low),
                    money(self.limits.critical),
                    money(self.limits.due),
                    money(self.limits.hours),
                ),
                unit=self.unit,
                traits=WalletTraits(
                    due_unit="USD",
                    usual_limit=Decimal(20),
                    zero_is_normal=self.kind.zero_is_normal,
                    refills=self.kind.refills,
                ),
                quiet=locked,
                hours_left=None if self.hours is None else money(self.hours),
                credential_ends=None if self.token_end is None else at(self.token_end),
            ),
        )
        return self._kept(result)

    def _kept(self, result: Step) -> Said:
        self.memory = result.memory
        return (result.say.kind.value if result.say else None), result.close

    def arrived(self, news: Arrived, now: int, awake: int, locked: bool) -> Said:
        self.hours, self.unit = news.hours, news.unit
        figures = {}
        if news.reserved is not None:
            figures[Figure.TOTAL] = Money(money(news.available + news.reserved), news.unit)
        if news.due is not None:
            figures[Figure.DUE] = Money(money(news.due), news.due_unit)
        balance = Balance(
            wallet_id=WalletId(news.wallet),
            available=Money(money(news.available), news.unit),
            figures=figures,
            fetched_at=at(now),
        )
        return self.judged(balance, now, awake, locked)

    def snoozed(self, wish: Snoozed, now: int, awake: int, locked: bool) -> Said:
        until = None if wish.seconds is None else at(now + wish.seconds)
        said, closed = self._kept(
            snoozed(self.memory, UntilToppedUp.UNTIL_TOPPED_UP if wish.until_topped_up else until)
        )
        assert said is None
        said, closed_then = self.judged(None, now, awake, locked)
        return said, closed or closed_then

    def restarted(self) -> None:
        record = json.loads(json.dumps(to_record(self.memory)))
        kept = from_record(record)
        assert kept == self.memory
        if is_of_version_1(self.memory):
            assert in_units(from_record(in_version_1(record)), "BYC", "USD") == self.memory
        self.memory = kept


def walk(limits: Limits, events: Sequence[Event], kind: Kind = Kind()) -> list[Said]:
    """Both go the same way; fails at the first step where they differ."""
    oracle, driven = Oracle(limits, kind), Driven(limits, kind)
    now = awake = 0
    locked = False
    course: list[Said] = []
    for number, event in enumerate(events):
        expected = said = (None, False)
        match event:
            case Waited():
                now += event.seconds
                awake = now if event.asleep else awake
            case Arrived():
                expected = oracle.arrived(event, now, awake, locked)
                said = driven.arrived(event, now, awake, locked)
            case Failed():
                if event.kind is ProblemKind.SIGNED_OUT:
                    driven.token_end = None
                expected = oracle.failed(event.kind, now, awake, locked)
                said = driven.judged(Problem(event.kind, at(now)), now, awake, locked)
            case Edited():
                expected = oracle.edited(event.limits, now, awake, locked)
                driven.limits = event.limits
                said = driven.judged(None, now, awake, locked)
            case Snoozed():
                expected = oracle.snoozed(event, now, awake, locked)
                said = driven.snoozed(event, now, awake, locked)
            case Locked():
                locked = event.locked
                expected = oracle.looked(now, awake, locked)
                said = driven.judged(None, now, awake, locked)
            case TokenEnds():
                end = None if event.seconds is None else now + event.seconds
                oracle.token_end = driven.token_end = end
            case Other.RESTARTED:
                driven.restarted()
                awake = now
            case Other.DELIVERED:
                oracle.slot_was_taken = True
                driven.memory = delivered(driven.memory)
            case Other.DISMISSED:
                oracle.slot, oracle.slot_was_taken = None, True
                driven.memory = dismissed(driven.memory)
        if said != expected:
            pytest.fail(
                f"step {number} {event} at {now} s: said {said}, not {expected}, after\n"
                + "\n".join(map(repr, [limits, kind, *events[: number + 1]]))
            )
        course.append(said)
    return course


# -- walks at random

SOME_LIMITS = [
    Limits(),
    Limits(low=10_000, critical=2_000, due=1_000, hours=600),
    Limits(low=0, critical=2_000, due=1_000),
    Limits(low=5_000, critical=0, hours=1_200),
    Limits(low=0, critical=0),
    Limits(low=12_000, critical=4_000, due=2_000, hours=300),
]
SOME_KINDS = [Kind()] * 6 + [Kind(zero_is_normal=True), Kind(refills=True)]
ABOUT_A_LIMIT = (0, 50, 90, 95, 99, 100, 101, 104, 105, 106, 150)  # per cent of it


def some_amount(rng: random.Random, limits: Limits, before: int) -> int:
    chance = rng.random()
    if chance < 0.4:
        limit = rng.choice((limits.low, limits.critical, 2_000))
        return limit * rng.choice(ABOUT_A_LIMIT) // 100 + rng.choice((-1, 0, 0, 1))
    if chance < 0.7:
        return before - rng.randrange(1, 600)
    if chance < 0.8:
        return rng.choice((-500, -1, 0, 1, 99, 100, 101))
    return rng.randrange(-1_000, 30_000)


def some_events(rng: random.Random, limits: Limits) -> list[Event]:
    events: list[Event] = []
    available = rng.randrange(0, 30_000)
    wallet = "a"
    for _ in range(rng.randrange(8, 19)):
        events.append(Waited(rng.choice((5, 60, 299, 300, 301, 600, 900, 1_799, 1_800))))
        chance = rng.random()
        if chance < 0.5:
            available = some_amount(rng, limits, available)
            unit = rng.choice(("BYC",) * 30 + ("EUR",))
            wallet = "a" if unit == "EUR" else rng.choice(("a",) * 30 + ("b", ""))
            due = rng.choice((None, *[limits.due * share // 100 for share in ABOUT_A_LIMIT]))
            due_unit = rng.choice(("USD",) * 15 + ("EUR",))
            hours = rng.choice((None, limits.hours * rng.choice(ABOUT_A_LIMIT) // 100))
            reserved = rng.choice((0, 0, 100, 5_000, None))
            events.append(Arrived(available, reserved, due, hours, wallet, unit, due_unit))
        elif chance < 0.62:
            events.append(Failed(rng.choice(PASSING)))
        elif chance < 0.66:
            events.append(Failed(rng.choice([*CLOSING, *ONLY_THE_USER, ProblemKind.SIGNED_OUT])))
        elif chance < 0.72:
            limits = rng.choice(SOME_LIMITS)
            events.append(Edited(limits))
        elif chance < 0.80:
            events.append(
                rng.choice(
                    (
                        Snoozed(3_600),
                        Snoozed(20 * 3_600),
                        Snoozed(until_topped_up=True),
                        Snoozed(),
                    )
                )
            )
        elif chance < 0.86:
            events.append(Locked(rng.random() < 0.4))
        elif chance < 0.90:
            events.append(Other.RESTARTED)
        elif chance < 0.95:
            events.append(rng.choice((Other.DELIVERED, Other.DELIVERED, Other.DISMISSED)))
        elif chance < 0.98:
            events.append(Waited(rng.choice((600, 8 * 3_600)), asleep=True))
        else:
            events.append(TokenEnds(rng.choice((None, 300, 3_600))))
    return events


def a_drain(rng: random.Random, limits: Limits) -> list[Event]:
    """A wallet that spends evenly, and then all at once."""
    start, pace = rng.choice(((40_000, 60), (limits.critical + 40, 10)))
    available = start
    events: list[Event] = []
    for number in range(rng.randrange(13, 30)):
        events.append(Waited(rng.choice((10, 300, 600))))
        is_burst = number > 10 and rng.random() < 0.15
        available -= rng.randrange(start // 20, start // 2) if is_burst else rng.randrange(pace)
        events.append(Arrived(available))
        if rng.random() < 0.05:
            events.append(rng.choice((Other.RESTARTED, Other.DELIVERED, Locked(False))))
    return events


@pytest.mark.parametrize("round_number", range(10))
def test_notifications_equal_the_crossings(round_number: int) -> None:
    rng = random.Random(round_number)
    seen: set[str | None] = set()
    for _ in range(WALKS_A_ROUND):
        limits = rng.choice(SOME_LIMITS)
        make = a_drain if rng.random() < 0.1 else some_events
        kind = rng.choice(SOME_KINDS)
        seen |= {said for said, _ in walk(limits, make(rng, limits), kind)}
    # walks that never meet a kind would prove nothing about it
    assert seen == {None, *(kind.value for kind in AlertKind)}


AMOUNTS = st.sampled_from(
    [-500, -1, 0, 1, 99, 100, 101, 1_999, 2_000, 2_099, 2_100, 9_999, 10_000, 10_500, 20_000]
)
EVENTS = st.one_of(
    st.builds(
        Arrived,
        AMOUNTS,
        st.sampled_from([0, 5_000, None]),
        st.sampled_from([0, 949, 950, 951, 1_000, 1_001, None]),
        st.sampled_from([None, 0, 599, 600, 629, 630]),
        st.sampled_from(["a", "a", "b", ""]),
        due_unit=st.sampled_from(["USD", "USD", "EUR"]),
    ),
    st.builds(Arrived, AMOUNTS, st.sampled_from([0, None]), unit=st.just("EUR")),
    st.builds(
        Failed, st.sampled_from([*PASSING, *CLOSING, *ONLY_THE_USER, ProblemKind.SIGNED_OUT])
    ),
    st.builds(Edited, st.sampled_from(SOME_LIMITS)),
    st.sampled_from([Snoozed(), Snoozed(3_600), Snoozed(until_topped_up=True)]),
    st.builds(Locked, st.booleans()),
    st.builds(Waited, st.sampled_from([300, 1_799, 1_800, 3_600]), st.booleans()),
    st.builds(TokenEnds, st.sampled_from([None, 300, 3_600])),
    st.sampled_from(Other),
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SOME_LIMITS), st.lists(EVENTS, max_size=20), st.builds(Kind))
def test_the_shortest_walk_that_differs(limits: Limits, events: list[Event], kind: Kind) -> None:
    walk(limits, events, kind)


def test_several_accounts_are_independent() -> None:
    """Three wallets in turns say what each of them says alone."""
    rng = random.Random(7)
    for _ in range(50):
        balances = [
            [event for event in some_events(rng, Limits()) if isinstance(event, Arrived)]
            for _ in range(3)
        ]
        together: list[list[Said]] = [[], [], []]
        wallets = [Driven(Limits()) for _ in balances]
        for turn in range(max(map(len, balances))):
            for number, course in enumerate(balances):
                if turn < len(course):
                    said = wallets[number].arrived(course[turn], 300 * turn, 0, False)
                    together[number].append(said)
        for course, said_together in zip(balances, together, strict=True):
            wallet = Driven(Limits())
            alone = [wallet.arrived(news, 300 * turn, 0, False) for turn, news in enumerate(course)]
            assert said_together == alone
