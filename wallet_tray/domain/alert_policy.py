"""When to warn: edges, not levels. A pure step from one memory to the next.

A condition is *active* while it holds. It is *said* from the moment the user was told until it is
re-armed, which takes 5 % more than the limit, so that a balance that flutters around a limit
warns once. One step gives at most one alert: the worst of the active conditions not yet said;
all the active ones are said with it. While the user wants quiet (snoozed, or the screen is
locked) nothing is said and nothing counts as said, so what still holds afterwards is said then.

| condition | holds | re-armed |
| --- | --- | --- |
| empty | available ≤ 0 | available ≥ 5 % of the critical (else the low, else a usual) limit |
| critical, low | available < limit | available ≥ limit + 5 % |
| amount due | due > limit | due ≤ limit − 5 % |
| hours left | hours < limit | hours ≥ limit + 5 % |
| credential rejected | the service rejects it | a balance arrives, or the user signs out |
| access token ends | within 10 minutes | a new end, or a balance after the end |
| no balance | failing for 30 minutes awake | a balance arrives |
| large drop | an event: see ``_is_large_drop`` | at once |

A limit of 0 is off. A limit that the user moves onto the balance warns of nothing: no balance
crossed it, and the user is looking at it. One that is moved away from the balance is armed anew.

The slot is closed when what it speaks of is re-armed, ended by a top-up, or nobody's any more:
the user signed out, or the service answers for another wallet. Signing out and in again repeats
nothing. Another wallet is judged afresh; only the user's wish for quiet holds for it too.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from enum import Enum

from wallet_tray.domain.alert import URGENT, Alert, AlertKind, worst
from wallet_tray.domain.alert_limits import AlertLimits
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.problem import Pace, Problem, ProblemKind

REARM = Decimal("1.05")
OUTAGE = timedelta(minutes=30)
ACCESS_TOKEN_NOTICE = timedelta(minutes=10)

# A usual limit, where the user has switched off both: 1 BYC re-arms the warning of an empty wallet.
_USUAL_LIMIT = AlertLimits().critical_balance

# A drop is large when it spends more than ten times as fast as any of the last drops did, of which
# a dozen must be known, and takes a tenth of the balance.
DROPS_KEPT = 24
DROPS_NEEDED = 12
DROP_FACTOR = 10
DROP_SHARE = Decimal("0.1")
_SHORTEST_SPAN = timedelta(minutes=5)

_BY_LIMIT = frozenset(
    {AlertKind.LOW, AlertKind.CRITICAL, AlertKind.AMOUNT_DUE, AlertKind.HOURS_LEFT}
)


class UntilToppedUp(Enum):
    """The snooze without an end of its own."""

    UNTIL_TOPPED_UP = "until-topped-up"


Snooze = datetime | UntilToppedUp | None


@dataclass(frozen=True, slots=True)
class Seen:
    """The last balance that was judged.

    ``hours_left`` is None where nothing is projected, ``account_id`` "" where none was ever told.
    """

    at: datetime
    total: Decimal
    available: Decimal
    amount_due: Decimal
    hours_left: Decimal | None = None
    account_id: str = ""


@dataclass(frozen=True, slots=True)
class AlertMemory:
    """All that the policy remembers of one account, over restarts too.

    ``shown`` is the alert in the account's notification slot; ``undelivered`` says that no
    notification service has taken it yet. ``drops`` are recent speeds of spending, unit an hour.
    """

    seen: Seen | None = None
    limits: AlertLimits | None = None
    active: frozenset[AlertKind] = frozenset()
    said: frozenset[AlertKind] = frozenset()
    failing_since: datetime | None = None
    shown: Alert | None = None
    undelivered: bool = False
    snooze: Snooze = None
    drops: tuple[Decimal, ...] = ()


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the policy must know beside the outcome.

    ``now`` and ``awake_since`` (the program's start or the last wake-up) are aware and in UTC.
    ``quiet`` is true while nobody looks. ``credential_ends`` is known for access tokens alone.
    """

    now: datetime
    awake_since: datetime
    limits: AlertLimits
    unit: str
    amount_due_unit: str
    quiet: bool = False
    hours_left: Decimal | None = None
    credential_ends: datetime | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """The new memory, an alert to give (it takes the slot), and whether to clear the slot."""

    memory: AlertMemory
    say: Alert | None = None
    close: bool = False


def step(
    memory: AlertMemory, outcome: Balance | Problem | None, circumstances: Circumstances
) -> Step:
    """Judge one outcome; None judges what is known again (a snooze ended, the screen unlocked)."""
    memory = _adopt_limits(memory, circumstances.limits)
    drop: Alert | None = None
    topped_up = nobodys = False
    if isinstance(outcome, Balance):
        seen = _seen(outcome, memory.seen, circumstances.hours_left)
        nobodys = _is_other_wallet(memory.seen, seen)
        if nobodys:
            memory = _afresh(memory)
        topped_up = memory.seen is not None and seen.total > memory.seen.total
        drop = _large_drop(memory, seen, circumstances.unit)
        memory = _after_balance(memory, seen, topped_up=topped_up)
    elif isinstance(outcome, Problem):
        nobodys = outcome.kind is ProblemKind.SIGNED_OUT
        memory = _signed_out(memory) if nobodys else _after_problem(memory, outcome)
        if nobodys:
            circumstances = replace(circumstances, credential_ends=None)
    memory = _judge_time(memory, circumstances)

    quiet = circumstances.quiet or is_snoozed(memory, circumstances.now)
    if not quiet and memory.snooze is not None:
        memory = replace(memory, snooze=None)
    kind = memory.shown.kind if memory.shown is not None else None
    close = kind is not None and (
        nobodys or _is_over(memory, kind) or (topped_up and kind not in memory.active)
    )
    if close:
        memory = replace(memory, shown=None, undelivered=False)
    elif kind in URGENT:
        drop = None  # it would take the place of what stays on the screen until it is dismissed
    new = memory.active - memory.said
    if quiet or not (new or drop):
        return Step(memory, close=close)
    alert = _alert(worst(new), memory, circumstances) if new else drop
    memory = replace(memory, said=memory.said | memory.active, shown=alert, undelivered=True)
    return Step(memory, say=alert)


def is_snoozed(memory: AlertMemory, now: datetime) -> bool:
    """True while the user wants no notifications of this account."""
    return memory.snooze is UntilToppedUp.UNTIL_TOPPED_UP or (
        isinstance(memory.snooze, datetime) and now < memory.snooze
    )


def snoozed(memory: AlertMemory, snooze: Snooze) -> Step:
    """Quiet from now on (or, with None, no longer). What is on show has been seen: it goes.

    What no notification service has taken was not seen: if it still holds, it is said afterwards.
    """
    close = snooze is not None and memory.shown is not None
    if close:
        memory = replace(memory, said=_heard(memory), shown=None, undelivered=False)
    return Step(replace(memory, snooze=snooze), close=close)


def delivered(memory: AlertMemory) -> AlertMemory:
    """A notification service has taken the alert that is in the slot."""
    return replace(memory, undelivered=False)


def dismissed(memory: AlertMemory) -> AlertMemory:
    """The user has closed the notification: the slot is free, and what was said stays said."""
    return replace(memory, shown=None, undelivered=False)


def _seen(balance: Balance, before: Seen | None, hours_left: Decimal | None) -> Seen:
    known_id = before.account_id if before is not None else ""
    return Seen(
        balance.fetched_at,
        balance.total,
        balance.available,
        balance.amount_due,
        hours_left,
        balance.account_id or known_id,
    )


def _is_other_wallet(before: Seen | None, seen: Seen) -> bool:
    return before is not None and "" != before.account_id != seen.account_id


def _afresh(memory: AlertMemory) -> AlertMemory:
    """Nothing is known of this wallet but what is in the slot and what the user wished."""
    return AlertMemory(
        limits=memory.limits,
        shown=memory.shown,
        undelivered=memory.undelivered,
        snooze=memory.snooze,
    )


def _signed_out(memory: AlertMemory) -> AlertMemory:
    """Nothing holds any more; what was said of the wallet is not news when the user is back."""
    said = _heard(memory) & (_BY_LIMIT | {AlertKind.EMPTY})
    return replace(memory, active=frozenset(), said=said, failing_since=None)


def _heard(memory: AlertMemory) -> frozenset[AlertKind]:
    """What was said, less what goes with an alert that no notification service has taken."""
    if memory.shown is None or not memory.undelivered or memory.shown.kind not in memory.said:
        return memory.said
    return memory.said - memory.active - {memory.shown.kind}


def _after_balance(memory: AlertMemory, seen: Seen, *, topped_up: bool) -> AlertMemory:
    limits = memory.limits or AlertLimits()
    snooze = memory.snooze
    if topped_up and snooze is UntilToppedUp.UNTIL_TOPPED_UP:
        snooze = None
    return replace(
        memory,
        seen=seen,
        active=frozenset(kind for kind in AlertKind if _holds(kind, seen, limits)),
        said=frozenset(kind for kind in memory.said if not _rearmed(kind, seen, limits)),
        failing_since=None,
        snooze=snooze,
        drops=_drops_after(memory, seen),
    )


def _after_problem(memory: AlertMemory, problem: Problem) -> AlertMemory:
    kind = problem.kind
    if kind in (ProblemKind.CREDENTIAL_REJECTED, ProblemKind.ACCESS_TOKEN_ENDED):
        active = memory.active | {AlertKind.CREDENTIAL_REJECTED}
        return replace(memory, active=active, failing_since=None)
    if kind.pace is Pace.STOP:  # the keyring, the settings: the popup's banner carries it
        return replace(memory, failing_since=None)
    # The earlier of the two: after a clock was set back, the outage counts from then.
    return replace(memory, failing_since=min(memory.failing_since or problem.at, problem.at))


def _judge_time(memory: AlertMemory, circumstances: Circumstances) -> AlertMemory:
    """The two conditions that set in by the clock alone."""
    active = set(memory.active - {AlertKind.NO_BALANCE, AlertKind.ACCESS_TOKEN_ENDS})
    said = memory.said
    if memory.failing_since is not None:
        # Time asleep is no outage: a computer that wakes up first needs its network.
        since = max(memory.failing_since, circumstances.awake_since)
        if circumstances.now - since >= OUTAGE or AlertKind.NO_BALANCE in said:
            active.add(AlertKind.NO_BALANCE)
    ends, seen = circumstances.credential_ends, memory.seen
    lives_on = ends is not None and seen is not None and seen.at > ends
    if ends is not None and ends - circumstances.now <= ACCESS_TOKEN_NOTICE and not lives_on:
        active.add(AlertKind.ACCESS_TOKEN_ENDS)
    else:
        said = said - {AlertKind.ACCESS_TOKEN_ENDS}
    return replace(memory, active=frozenset(active), said=said)


def _adopt_limits(memory: AlertMemory, limits: AlertLimits) -> AlertMemory:
    """Judge the last balance by moved limits, silently."""
    if memory.limits == limits:
        return memory
    before, seen = memory.limits, memory.seen
    memory = replace(memory, limits=limits)
    if before is None or seen is None:
        return memory
    moved = frozenset(kind for kind in _BY_LIMIT if _limit(kind, before) != _limit(kind, limits))
    held = frozenset(kind for kind in moved if _holds(kind, seen, before))
    holds = frozenset(kind for kind in moved if _holds(kind, seen, limits))
    said = (memory.said - (moved - holds)) | (holds - held)
    if _rearmed(AlertKind.EMPTY, seen, limits):
        said -= {AlertKind.EMPTY}
    return replace(memory, active=memory.active - (moved - holds), said=said)


def _limit(kind: AlertKind, limits: AlertLimits) -> Decimal | None:
    match kind:
        case AlertKind.LOW:
            return limits.low_balance
        case AlertKind.CRITICAL:
            return limits.critical_balance
        case AlertKind.AMOUNT_DUE:
            return limits.amount_due
        case AlertKind.HOURS_LEFT:
            return limits.hours_left
        case _:
            return None


def _is_over(memory: AlertMemory, kind: AlertKind) -> bool:
    """True where the trouble that the slot speaks of is over."""
    return kind is not AlertKind.LARGE_DROP and kind not in memory.said


def _holds(kind: AlertKind, seen: Seen, limits: AlertLimits) -> bool:
    match kind:
        case AlertKind.EMPTY:
            return seen.available <= 0
        case AlertKind.CRITICAL:
            return seen.available < limits.critical_balance and limits.critical_balance > 0
        case AlertKind.LOW:
            return seen.available < limits.low_balance and limits.low_balance > 0
        case AlertKind.AMOUNT_DUE:
            return 0 < limits.amount_due < seen.amount_due
        case AlertKind.HOURS_LEFT:
            return seen.hours_left is not None and seen.hours_left < limits.hours_left
        case _:
            return False


def _rearmed(kind: AlertKind, seen: Seen, limits: AlertLimits) -> bool:
    match kind:
        case AlertKind.EMPTY:
            limit = limits.critical_balance or limits.low_balance or _USUAL_LIMIT
            return seen.available >= limit * (REARM - 1)
        case AlertKind.CRITICAL:
            return seen.available >= limits.critical_balance * REARM or not limits.critical_balance
        case AlertKind.LOW:
            return seen.available >= limits.low_balance * REARM or not limits.low_balance
        case AlertKind.AMOUNT_DUE:
            return seen.amount_due <= limits.amount_due * (2 - REARM) or not limits.amount_due
        case AlertKind.HOURS_LEFT:
            if seen.hours_left is None:  # unknown is neither good nor bad
                return not limits.hours_left
            return seen.hours_left >= limits.hours_left * REARM
        case AlertKind.ACCESS_TOKEN_ENDS:
            return False  # by the clock, see _judge_time
        case _:
            return True  # a balance arrived: the rejection or the outage is over


def _large_drop(memory: AlertMemory, seen: Seen, unit: str) -> Alert | None:
    before = memory.seen
    if before is None or not _is_large_drop(memory.drops, before, seen):
        return None
    drop = before.available - seen.available
    return Alert(AlertKind.LARGE_DROP, seen.at, amount=drop, unit=unit, since=before.at)


def _is_large_drop(drops: tuple[Decimal, ...], before: Seen, seen: Seen) -> bool:
    speed = _speed(before, seen)
    return (
        speed is not None
        and len(drops) >= DROPS_NEEDED
        and speed > DROP_FACTOR * max(drops)
        and before.available - seen.available >= DROP_SHARE * before.available
    )


def _drops_after(memory: AlertMemory, seen: Seen) -> tuple[Decimal, ...]:
    speed = _speed(memory.seen, seen) if memory.seen is not None else None
    return memory.drops if speed is None else (*memory.drops, speed)[-DROPS_KEPT:]


def _speed(before: Seen, seen: Seen) -> Decimal | None:
    """How fast the balance fell, in units an hour; None where it did not fall.

    Counted over five minutes at least: two refreshes within seconds make no speed.
    """
    drop = before.available - seen.available
    if drop <= 0 or before.available <= 0:
        return None
    span = max(seen.at - before.at, _SHORTEST_SPAN)
    return drop * 3600 / Decimal(span // timedelta(seconds=1))


def _alert(kind: AlertKind, memory: AlertMemory, circumstances: Circumstances) -> Alert:
    seen, limits = memory.seen, memory.limits or AlertLimits()
    available = seen.available if seen is not None else None
    due = seen.amount_due if seen is not None else None
    hours = seen.hours_left if seen is not None else None
    now, unit = circumstances.now, circumstances.unit
    match kind:
        case AlertKind.LOW:
            return Alert(kind, now, available, limits.low_balance, unit)
        case AlertKind.CRITICAL:
            return Alert(kind, now, available, limits.critical_balance, unit)
        case AlertKind.EMPTY:
            return Alert(kind, now, available, unit=unit)
        case AlertKind.AMOUNT_DUE:
            return Alert(kind, now, due, limits.amount_due, circumstances.amount_due_unit)
        case AlertKind.HOURS_LEFT:
            return Alert(kind, now, hours, limits.hours_left, "h")
        case AlertKind.NO_BALANCE:
            return Alert(kind, now, since=seen.at if seen is not None else memory.failing_since)
        case AlertKind.ACCESS_TOKEN_ENDS:
            return Alert(kind, now, since=circumstances.credential_ends)
        case AlertKind.CREDENTIAL_REJECTED | AlertKind.LARGE_DROP:
            return Alert(kind, now)
