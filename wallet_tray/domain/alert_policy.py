"""When to warn: on edges, not on levels. A pure step from one memory to the next.

A condition is *active* while it holds. It is *said* from its alert until it is re-armed. Re-arming
takes 5 % more than the limit, so a balance that fluctuates around a limit warns once. One step
gives at most one alert: the worst active condition not yet said. All other active conditions count
as said with it. While the user wants quiet (snoozed, or the screen is locked), nothing is said or
counts as said. Conditions that still hold afterwards are said then.

| condition | holds | re-armed |
| --- | --- | --- |
| empty | available ≤ 0 | available ≥ 5 % of the critical (else the low, else a usual) limit |
| critical, low | available < limit | available ≥ limit + 5 % |
| amount due | due > limit | due ≤ limit − 5 % |
| hours left | hours < limit | hours ≥ limit + 5 % |
| credential rejected | the service rejects it | a balance arrives, or the user signs out |
| access token ends | within 10 minutes | a new end, or a balance after the end |
| no balance | none for 30 minutes awake, for any other reason | a balance arrives |
| large drop | an event: see ``large_drop`` | at once |

A limit of 0 is off. A figure that the wallet does not state neither holds nor re-arms, and one in
another unit than its limit neither. A wallet whose zero is normal is never empty.

A limit that the user moves across the balance gives no alert. No balance crossed it, and the user
is looking at it. A limit moved away from the balance is re-armed.

The slot is closed when its condition is re-armed or ended by a top-up. It is also closed when the
user signs out or the service answers for another wallet. Signing out and in again repeats no alert.

A balance with another wallet id, or in another unit, is of another wallet. That is judged from
scratch; only the user's wish for quiet carries over. If the service alternates between several
wallets for one account, each wallet warns once. What was said of a wallet is kept for a week after
another one replaced it.

Everything that holds an alert back has a defined end:

| held back | until |
| --- | --- |
| snoozed | its end by the clock, or its length in running time, whichever comes first; |
| | see ``by_this_clock`` in alert_memory for wrong clocks |
| snoozed until topped up | the total (else the available amount) rises, or the user resumes in |
| | the menu; a plan that is filled again is not topped up |
| quiet | the screen is unlocked, or the user is active on it (``DesktopEvents``) |
| said | re-armed, as above |
| a large drop, behind an urgent alert | that one is dismissed, over, or lost with its daemon |
| no outage while paused, or asleep | half an hour after the user resumes, or the computer woke |
| not delivered | see ``NotificationDelivery``; judged again at the next start |
| any, at a start | the first outcome of this run, a balance or a failure; none comes in a pause |
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal

from wallet_tray.domain.alert import URGENT, Alert, AlertKind, AlertLimits, worst
from wallet_tray.domain.alert_memory import (
    AlertMemory,
    LastBalance,
    OtherWallet,
    Snooze,
    UntilToppedUp,
    by_this_clock,
)
from wallet_tray.domain.alert_rules import (
    BY_LIMIT,
    WalletTraits,
    drops_after,
    holds,
    large_drop,
    limit_of,
    rearmed,
    threshold_of,
)
from wallet_tray.domain.balance import NO_WALLET_ID, Balance
from wallet_tray.domain.forecast.outlook import Basis
from wallet_tray.domain.money import Figure, Money
from wallet_tray.domain.problem import Problem, ProblemKind

OUTAGE = timedelta(minutes=30)
_OF_THE_KEYRING = frozenset(kind for kind in ProblemKind if kind.value.startswith("keyring-"))
ACCESS_TOKEN_NOTICE = timedelta(minutes=10)
_OF_A_WALLET = BY_LIMIT | {AlertKind.EMPTY}
_OTHERS_KEPT = timedelta(days=7)
_MOST_OTHERS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertContext:
    """Input of the policy beside the outcome.

    ``now`` and ``awake_since`` (the program's start or the last wake-up) are aware and in UTC.
    ``limits`` are those of a balance in ``unit``, which is the outcome's if that is a balance.
    ``quiet`` is true while the screen is locked or covered. ``hours_left`` belongs to the outcome
    and uses the pace of ``basis``. ``credential_ends`` is known for access tokens only.
    """

    now: datetime
    awake_since: datetime
    limits: AlertLimits
    unit: str
    traits: WalletTraits
    quiet: bool = False
    hours_left: Decimal | None = None
    basis: Basis | None = None
    credential_ends: datetime | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """The new memory, an alert to show (it takes the slot), and whether to clear the slot."""

    memory: AlertMemory
    say: Alert | None = None
    close: bool = False


def step(
    memory: AlertMemory, outcome: Balance | Problem | None, circumstances: AlertContext
) -> Step:
    """Judge one outcome; None judges the known state again (snooze ended, screen unlocked)."""
    memory = by_this_clock(memory, circumstances.now)
    drop: Alert | None = None
    topped_up = wallet_gone = False
    if isinstance(outcome, Balance):
        seen = _seen(outcome, memory.seen, circumstances)
        wallet_gone = _is_other_wallet(memory.seen, seen)
        if wallet_gone:
            memory = _of_wallet(memory, seen)
        memory = _apply_limits(memory, circumstances)
        topped_up = _is_topped_up(memory.seen, seen) and not circumstances.traits.refills
        drop = large_drop(memory, seen)
        memory = _after_balance(memory, seen, circumstances.traits, topped_up=topped_up)
    else:
        memory = _apply_limits(memory, circumstances)
    if isinstance(outcome, Problem):
        wallet_gone = outcome.kind is ProblemKind.SIGNED_OUT
        memory = _signed_out(memory) if wallet_gone else _after_problem(memory, outcome)
        if wallet_gone:
            circumstances = replace(circumstances, credential_ends=None)
    memory = _judge_time(memory, circumstances)

    quiet = circumstances.quiet or memory.snooze is not None
    kind = memory.shown.kind if memory.shown is not None else None
    close = kind is not None and (
        wallet_gone or _is_over(memory, kind) or (topped_up and kind not in memory.active)
    )
    if close:
        memory = replace(memory, shown=None, undelivered=False)
    elif kind in URGENT:
        drop = None  # it would replace an alert that stays until dismissed
    new = memory.active - memory.said
    if quiet or not (new or drop):
        return Step(memory, close=close)
    alert = _alert(worst(new), memory, circumstances) if new else drop
    memory = replace(memory, said=memory.said | memory.active, shown=alert, undelivered=True)
    return Step(memory, say=alert)


def is_snoozed(memory: AlertMemory, now: datetime) -> bool:
    """Return True while the user wants no notifications of this account."""
    return by_this_clock(memory, now).snooze is not None


def snoozed(memory: AlertMemory, snooze: Snooze) -> Step:
    """Start a snooze, or end it with None. A shown alert counts as seen and is closed.

    An alert that no notification service accepted was not seen. If it still holds, it is said
    afterwards.
    """
    close = snooze is not None and memory.shown is not None
    if close:
        memory = replace(memory, said=_heard(memory), shown=None, undelivered=False)
    return Step(replace(memory, snooze=snooze), close=close)


def delivered(memory: AlertMemory) -> AlertMemory:
    """Note that a notification service accepted the alert in the slot."""
    return replace(memory, undelivered=False)


def restarted(memory: AlertMemory) -> AlertMemory:
    """Return the memory for a program start.

    An alert that no notification service accepted counts as not said. The next outcome shows
    whether it still holds. A large drop is an event and remains pending.
    """
    if not memory.undelivered or memory.shown is None or memory.shown.kind is AlertKind.LARGE_DROP:
        return memory
    return replace(memory, said=_heard(memory), shown=None, undelivered=False)


def dismissed(memory: AlertMemory) -> AlertMemory:
    """Free the slot after the user closed the notification; said conditions stay said."""
    return replace(memory, shown=None, undelivered=False)


def with_current_figures(memory: AlertMemory, circumstances: AlertContext) -> AlertMemory:
    """Return the memory whose alert on the screen has the figures of the last balance.

    For one that an earlier run left there. It keeps its figures if its condition is over.
    """
    shown = memory.shown
    if shown is None or shown.kind not in memory.active & _OF_A_WALLET:
        return memory
    return replace(memory, shown=_alert(shown.kind, memory, circumstances))


def _seen(balance: Balance, before: LastBalance | None, circumstances: AlertContext) -> LastBalance:
    known_id = before.wallet_id if before is not None else NO_WALLET_ID
    total = balance.figures.get(Figure.TOTAL)
    return LastBalance(
        balance.fetched_at,
        balance.available,
        total if total is not None and total.unit == balance.unit else None,
        balance.figures.get(Figure.DUE),
        circumstances.hours_left,
        balance.wallet_id or known_id,
        circumstances.basis,
    )


def _is_other_wallet(before: LastBalance | None, seen: LastBalance) -> bool:
    """Return whether the service answers for another wallet: another id, or another unit."""
    if before is None:
        return False
    is_another_id = NO_WALLET_ID != before.wallet_id != seen.wallet_id
    return is_another_id or before.available.unit != seen.available.unit


def _is_topped_up(before: LastBalance | None, seen: LastBalance) -> bool:
    """Return whether the total rose; the available amount where a total is missing."""
    if before is None:
        return False
    if before.total is not None and seen.total is not None:
        return seen.total > before.total
    return seen.available > before.available


def _of_wallet(memory: AlertMemory, seen: LastBalance) -> AlertMemory:
    """Return the memory for another wallet.

    It keeps the slot, the user's wish for quiet, and what was recently said of this wallet. Some
    services alternate between two wallets. If every answer names a new wallet, they count as one.
    """
    heard = _heard(memory)
    before = memory.seen.wallet if memory.seen is not None else (NO_WALLET_ID, "")
    others = {
        (one.wallet_id, one.unit): one
        for one in memory.others
        if (one.wallet_id, one.unit) != before and seen.at - one.at <= _OTHERS_KEPT
    }
    known = others.pop(seen.wallet, None)
    said = heard if known is None and len(others) >= _MOST_OTHERS else frozenset()
    others[before] = OtherWallet(*before, heard & _OF_A_WALLET, seen.at)
    return AlertMemory(
        limits=memory.limits,
        said=(known.said if known is not None else said) | heard & {AlertKind.ACCESS_TOKEN_ENDS},
        shown=memory.shown,
        undelivered=memory.undelivered,
        snooze=memory.snooze,
        others=tuple(others.values())[-_MOST_OTHERS:],
        judged_at=memory.judged_at,
    )


def _signed_out(memory: AlertMemory) -> AlertMemory:
    """Clear all conditions; said ones are not repeated after the next sign-in."""
    said = _heard(memory) & _OF_A_WALLET
    return replace(memory, active=frozenset(), said=said, failing_since=None)


def _heard(memory: AlertMemory) -> frozenset[AlertKind]:
    """Return what was said, without an alert that no notification service accepted."""
    if memory.shown is None or not memory.undelivered or memory.shown.kind not in memory.said:
        return memory.said
    return memory.said - memory.active - {memory.shown.kind}


def _after_balance(
    memory: AlertMemory, seen: LastBalance, traits: WalletTraits, *, topped_up: bool
) -> AlertMemory:
    limits = memory.limits or AlertLimits()
    snooze = memory.snooze
    if topped_up and snooze is UntilToppedUp.UNTIL_TOPPED_UP:
        snooze = None
    return replace(
        memory,
        seen=seen,
        active=frozenset(kind for kind in AlertKind if holds(kind, seen, limits, traits)),
        said=frozenset(kind for kind in memory.said if not rearmed(kind, seen, limits, traits)),
        failing_since=None,
        snooze=snooze,
        drops=drops_after(memory, seen),
    )


def _after_problem(memory: AlertMemory, problem: Problem) -> AlertMemory:
    kind = problem.kind
    if kind in (ProblemKind.CREDENTIAL_REJECTED, ProblemKind.ACCESS_TOKEN_ENDED):
        active = memory.active | {AlertKind.CREDENTIAL_REJECTED}
        return replace(memory, active=active, failing_since=None)
    if kind in _OF_THE_KEYRING and memory.seen is None:
        # The user may never have signed in: the welcome and the popup's banner show it.
        return replace(memory, failing_since=None)
    # Take the earlier one: after the clock was set back, the outage counts from then.
    return replace(memory, failing_since=min(memory.failing_since or problem.at, problem.at))


def _judge_time(memory: AlertMemory, circumstances: AlertContext) -> AlertMemory:
    """Judge the two conditions that begin by the clock alone."""
    active = set(memory.active - {AlertKind.NO_BALANCE, AlertKind.ACCESS_TOKEN_ENDS})
    said = memory.said
    if memory.failing_since is not None:
        # Sleep is no outage: after waking up the network needs a moment.
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


def _apply_limits(memory: AlertMemory, circumstances: AlertContext) -> AlertMemory:
    """Judge the last balance by changed limits, without an alert.

    Limits in another unit have to wait for a balance in that unit.
    """
    limits, traits = circumstances.limits, circumstances.traits
    before, seen = memory.limits, memory.seen
    if before == limits or (seen is not None and seen.available.unit != circumstances.unit):
        return memory
    memory = replace(memory, limits=limits)
    if before is None or seen is None:
        return memory
    moved = frozenset(kind for kind in BY_LIMIT if limit_of(kind, before) != limit_of(kind, limits))
    held = frozenset(kind for kind in moved if holds(kind, seen, before, traits))
    now_held = frozenset(kind for kind in moved if holds(kind, seen, limits, traits))
    said = (memory.said - (moved - now_held)) | (now_held - held)
    if rearmed(AlertKind.EMPTY, seen, limits, traits):
        said -= {AlertKind.EMPTY}
    return replace(memory, active=memory.active - (moved - now_held), said=said)


def _is_over(memory: AlertMemory, kind: AlertKind) -> bool:
    """Return True if the condition in the slot is over."""
    return kind is not AlertKind.LARGE_DROP and kind not in memory.said


def _alert(kind: AlertKind, memory: AlertMemory, circumstances: AlertContext) -> Alert:
    seen, limits, now = memory.seen, memory.limits or AlertLimits(), circumstances.now
    match kind:
        case AlertKind.NO_BALANCE:
            return Alert(kind, now, since=seen.at if seen is not None else memory.failing_since)
        case AlertKind.ACCESS_TOKEN_ENDS:
            return Alert(kind, now, since=circumstances.credential_ends)
    if seen is None:
        return Alert(kind, now)
    threshold = threshold_of(kind, seen, limits, circumstances.traits)
    limit = threshold.limit if threshold is not None else None
    hours, basis = seen.hours_left, seen.basis
    match kind:
        case AlertKind.LOW | AlertKind.CRITICAL:
            return Alert(kind, now, seen.available, limit, None, hours, basis)
        case AlertKind.EMPTY:
            return Alert(kind, now, seen.available)
        case AlertKind.AMOUNT_DUE:
            return Alert(kind, now, seen.due, limit)
        case AlertKind.HOURS_LEFT if hours is not None:
            amount, limit = Money(hours, "h"), Money(limits.hours_left, "h")
            return Alert(kind, now, amount, limit, None, hours, basis)
        case _:
            return Alert(kind, now)
