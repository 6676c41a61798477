"""The alert memory of one account, kept over restarts, even if the clock changes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import TypeVar

from wallet_tray.domain.alert import Alert, AlertKind, AlertLimits
from wallet_tray.domain.balance import NO_WALLET_ID, WalletId


class UntilToppedUp(Enum):
    """The snooze without a fixed end."""

    UNTIL_TOPPED_UP = "until-topped-up"


Snooze = datetime | UntilToppedUp | None


@dataclass(frozen=True, slots=True)
class LastBalance:
    """The last balance that was judged.

    ``hours_left`` is None without a projection. ``wallet_id`` is "" if the service never sent one.
    """

    at: datetime
    total: Decimal
    available: Decimal
    amount_due: Decimal
    hours_left: Decimal | None = None
    wallet_id: WalletId = NO_WALLET_ID


@dataclass(frozen=True, slots=True)
class OtherWallet:
    """Conditions said of another wallet that the service answered for until ``at``."""

    wallet_id: WalletId
    said: frozenset[AlertKind]
    at: datetime


@dataclass(frozen=True, slots=True)
class AlertMemory:
    """The policy's complete memory of one account, kept over restarts.

    ``shown`` is the alert in the account's notification slot. ``undelivered`` is True until a
    notification service has accepted it. ``drops`` are recent spending rates, in units per hour.
    ``others`` are wallets that the service recently answered for, the latest one last.
    ``judged_at`` is the clock at a recent judgement while a snooze with an end lasts.
    """

    seen: LastBalance | None = None
    limits: AlertLimits | None = None
    active: frozenset[AlertKind] = frozenset()
    said: frozenset[AlertKind] = frozenset()
    failing_since: datetime | None = None
    shown: Alert | None = None
    undelivered: bool = False
    snooze: Snooze = None
    drops: tuple[Decimal, ...] = ()
    others: tuple[OtherWallet, ...] = ()
    judged_at: datetime | None = None


T = TypeVar("T")
_FIRST_YEAR, _LAST_YEAR = 2, 9998  # other years overflow in some time zones
Record = dict[str, object]


def to_record(memory: AlertMemory) -> Record:
    """Return a JSON object: amounts as text, times in RFC 3339."""
    seen, limits, shown = memory.seen, memory.limits, memory.shown
    return {
        "seen": seen
        and {
            "at": seen.at.isoformat(),
            "total": str(seen.total),
            "available": str(seen.available),
            "amountDue": str(seen.amount_due),
            "hoursLeft": None if seen.hours_left is None else str(seen.hours_left),
            "accountId": seen.wallet_id,
        },
        "limits": limits
        and [
            str(limits.low_balance),
            str(limits.critical_balance),
            str(limits.amount_due),
            str(limits.hours_left),
        ],
        "active": sorted(memory.active),
        "said": sorted(memory.said),
        "failingSince": _time_text(memory.failing_since),
        "shown": shown
        and {
            "kind": shown.kind.value,
            "at": shown.at.isoformat(),
            "amount": None if shown.amount is None else str(shown.amount),
            "limit": None if shown.limit is None else str(shown.limit),
            "unit": shown.unit,
            "since": _time_text(shown.since),
            "hoursLeft": None if shown.hours_left is None else str(shown.hours_left),
        },
        "undelivered": memory.undelivered,
        "snooze": _time_text(memory.snooze)
        if isinstance(memory.snooze, datetime)
        else memory.snooze and memory.snooze.value,
        "drops": [str(drop) for drop in memory.drops],
        "others": [
            {"accountId": other.wallet_id, "said": sorted(other.said), "at": other.at.isoformat()}
            for other in memory.others
        ],
        "judgedAt": _time_text(memory.judged_at),
    }


def from_record(record: Mapping[str, object]) -> AlertMemory:
    """Return the memory in a record; empty if any part is damaged.

    Half a memory could repeat or suppress an alert; an empty one repeats at most one.
    """
    try:
        return AlertMemory(
            seen=_optional(record["seen"], _seen),
            limits=_optional(record["limits"], _limits),
            active=_kinds(record["active"]),
            said=_kinds(record["said"]),
            failing_since=_optional(record["failingSince"], _time),
            shown=_optional(record["shown"], _alert),
            undelivered=record["undelivered"] is True,
            snooze=_optional(record["snooze"], _snooze),
            drops=tuple(_number(drop) for drop in _list(record["drops"])),
            others=tuple(_other(one) for one in _list(record.get("others", []))),  # since 0.10
            judged_at=_optional(record.get("judgedAt"), _time),  # since 0.10
        )
    except (KeyError, TypeError, ValueError, InvalidOperation):
        return AlertMemory()


def _time_text(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()


def _optional(raw: object, read: Callable[[object], T]) -> T | None:
    return None if raw is None else read(raw)


def _text(raw: object) -> str:
    if not isinstance(raw, str):
        raise TypeError
    return raw


def _list(raw: object) -> list[object]:
    if not isinstance(raw, list):
        raise TypeError
    return raw


def _mapping(raw: object) -> Mapping[str, object]:
    if not isinstance(raw, dict):
        raise TypeError
    return raw


def _number(raw: object) -> Decimal:
    number = Decimal(_text(raw))
    if not number.is_finite() or abs(number.adjusted()) > 1000:
        raise ValueError
    return number


def _time(raw: object) -> datetime:
    at = datetime.fromisoformat(_text(raw))
    if at.tzinfo is None or not _FIRST_YEAR <= at.year <= _LAST_YEAR:
        raise ValueError
    return at


def _kinds(raw: object) -> frozenset[AlertKind]:
    return frozenset(AlertKind(_text(kind)) for kind in _list(raw))


def _limits(raw: object) -> AlertLimits:
    low, critical, due, hours = (_number(limit) for limit in _list(raw))
    return AlertLimits(low, critical, due, hours)


def _seen(raw: object) -> LastBalance:
    part = _mapping(raw)
    return LastBalance(
        _time(part["at"]),
        _number(part["total"]),
        _number(part["available"]),
        _number(part["amountDue"]),
        _optional(part["hoursLeft"], _number),
        WalletId(_text(part["accountId"])),
    )


def _alert(raw: object) -> Alert:
    part = _mapping(raw)
    return Alert(
        AlertKind(_text(part["kind"])),
        _time(part["at"]),
        _optional(part["amount"], _number),
        _optional(part["limit"], _number),
        _text(part["unit"]),
        _optional(part["since"], _time),
        _optional(part.get("hoursLeft"), _number),  # not in files of 0.1
    )


def _other(raw: object) -> OtherWallet:
    part = _mapping(raw)
    return OtherWallet(WalletId(_text(part["accountId"])), _kinds(part["said"]), _time(part["at"]))


def _snooze(raw: object) -> Snooze:
    if raw == UntilToppedUp.UNTIL_TOPPED_UP.value:
        return UntilToppedUp.UNTIL_TOPPED_UP
    return _time(raw)


LONGEST_SNOOZE = timedelta(hours=33)
"""From midnight until eight the next morning, on a day of 25 hours."""


SNOOZE_STEP = timedelta(minutes=5)
"""How often a snooze notes the clock. Each note is a write to the disk."""


def by_this_clock(memory: AlertMemory, now: datetime) -> AlertMemory:
    """Return the memory without times in the future and without an expired snooze.

    A clock that was set back moves the end of a snooze back by as much. ``judged_at`` shows by how
    much, also after a restart and without a balance.
    """
    seen, shown, failing_since = memory.seen, memory.shown, memory.failing_since
    judged_at, snooze = memory.judged_at, memory.snooze
    known = [at for at in (seen and seen.at, shown and shown.at, failing_since, judged_at) if at]
    set_back = max([at - now for at in known], default=timedelta(0))
    if set_back > timedelta(0):
        memory = replace(
            memory,
            seen=seen and replace(seen, at=min(seen.at, now)),
            shown=shown and replace(shown, at=min(shown.at, now)),
            failing_since=failing_since and min(failing_since, now),
            others=tuple(replace(one, at=min(one.at, now)) for one in memory.others),
        )
    if not isinstance(snooze, datetime):
        return replace(memory, judged_at=None)
    left = snooze - now - max(set_back, timedelta(0))
    if not timedelta(0) < left <= LONGEST_SNOOZE:
        return replace(memory, snooze=None, judged_at=None)
    if judged_at is None or not timedelta(0) <= now - judged_at < SNOOZE_STEP:
        judged_at = now
    return replace(memory, snooze=now + left, judged_at=judged_at)
