"""The alert memory of one account, kept over restarts, even if the clock changes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import TypeVar

from wallet_tray.domain.alert import Alert, AlertKind, AlertLimits
from wallet_tray.domain.balance import NO_WALLET_ID, WalletId
from wallet_tray.domain.forecast.outlook import Basis
from wallet_tray.domain.money import Money


class UntilToppedUp(Enum):
    """The snooze without a fixed end."""

    UNTIL_TOPPED_UP = "until-topped-up"


Snooze = datetime | UntilToppedUp | None


@dataclass(frozen=True, slots=True)
class LastBalance:
    """The last balance that was judged.

    ``total`` (in the unit of ``available``) and ``due`` are None if the wallet does not state them.
    ``hours_left`` and ``basis`` are None without a projection. ``wallet_id`` is "" if the service
    never sent one.
    """

    at: datetime
    available: Money
    total: Money | None = None
    due: Money | None = None
    hours_left: Decimal | None = None
    wallet_id: WalletId = NO_WALLET_ID
    basis: Basis | None = None

    @property
    def wallet(self) -> tuple[WalletId, str]:
        """The wallet's id and unit: an account in another unit is another wallet."""
        return self.wallet_id, self.available.unit


@dataclass(frozen=True, slots=True)
class OtherWallet:
    """Conditions said of another wallet that the service answered for until ``at``."""

    wallet_id: WalletId
    unit: str
    said: frozenset[AlertKind]
    at: datetime


@dataclass(frozen=True, slots=True)
class AlertMemory:
    """The policy's complete memory of one account, kept over restarts.

    ``shown`` is the alert in the account's notification slot. ``undelivered`` is True until a
    notification service has accepted it. ``limits`` and ``drops`` are in the unit of ``seen``;
    ``drops`` are recent spending rates, per hour.
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

RECORD_VERSION = 2
UNIT_OF_ACCOUNT = "?"
"""The unit of a record of version 1, which names none; ``in_units`` replaces it."""


def to_record(memory: AlertMemory) -> Record:
    """Return a JSON object: amounts as text, times in RFC 3339.

    Version 2 only adds keys to version 1. So release 0.9 reads the whole record of a wallet that
    states a total and an amount due. It forgets any other, and repeats at most one alert of it.
    """
    seen, limits, shown = memory.seen, memory.limits, memory.shown
    return {
        "version": RECORD_VERSION,
        "seen": seen
        and {
            "at": seen.at.isoformat(),
            "available": str(seen.available.amount),
            "unit": seen.available.unit,
            "total": _amount_text(seen.total),
            "amountDue": _amount_text(seen.due),
            "dueUnit": None if seen.due is None else seen.due.unit,
            "hoursLeft": None if seen.hours_left is None else str(seen.hours_left),
            "accountId": seen.wallet_id,
            "basis": seen.basis and seen.basis.value,
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
            "amount": _amount_text(shown.amount),
            "limit": _amount_text(shown.limit),
            "unit": shown.unit,
            "since": _time_text(shown.since),
            "hoursLeft": None if shown.hours_left is None else str(shown.hours_left),
            "basis": shown.basis and shown.basis.value,
        },
        "undelivered": memory.undelivered,
        "snooze": _time_text(memory.snooze)
        if isinstance(memory.snooze, datetime)
        else memory.snooze and memory.snooze.value,
        "drops": [str(drop) for drop in memory.drops],
        "others": [
            {
                "accountId": other.wallet_id,
                "unit": other.unit,
                "said": sorted(other.said),
                "at": other.at.isoformat(),
            }
            for other in memory.others
        ],
        "judgedAt": _time_text(memory.judged_at),
    }


def from_record(record: Mapping[str, object]) -> AlertMemory:
    """Return the memory in a record of version 1 or 2; empty if any part is damaged.

    Half a memory could repeat or suppress an alert; an empty one repeats at most one.
    """
    try:
        if "version" not in record:
            record = _from_version_1(record)
        if record["version"] != RECORD_VERSION:
            return AlertMemory()
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
            others=tuple(_other(one) for one in _list(record["others"])),
            judged_at=_optional(record["judgedAt"], _time),
        )
    except (KeyError, TypeError, ValueError, InvalidOperation):
        return AlertMemory()


def _from_version_1(record: Mapping[str, object]) -> Record:
    """Return a record of version 1 in the form of version 2; its first writers knew fewer keys."""
    seen, shown = record["seen"], record["shown"]
    unit = {"unit": UNIT_OF_ACCOUNT}
    return {
        "judgedAt": None,
        **record,
        "version": RECORD_VERSION,
        "seen": seen and {"basis": None, **_mapping(seen), **unit, "dueUnit": UNIT_OF_ACCOUNT},
        "shown": shown and {"hoursLeft": None, "basis": None, **_mapping(shown)},
        "others": [{**_mapping(one), **unit} for one in _list(record.get("others", []))],
    }


def in_units(memory: AlertMemory, unit: str, due_unit: str) -> AlertMemory:
    """Return the memory of a version 1 record in the units of its account, as far as known."""
    seen = memory.seen
    if seen is not None:
        seen = replace(
            seen,
            available=_in_unit(seen.available, unit),
            total=None if seen.total is None else _in_unit(seen.total, unit),
            due=None if seen.due is None else _in_unit(seen.due, due_unit),
        )
    others = tuple(
        replace(one, unit=unit) if unit and one.unit == UNIT_OF_ACCOUNT else one
        for one in memory.others
    )
    return replace(memory, seen=seen, others=others)


def _in_unit(money: Money, unit: str) -> Money:
    return Money(money.amount, unit) if unit and money.unit == UNIT_OF_ACCOUNT else money


def _amount_text(money: Money | None) -> str | None:
    return None if money is None else str(money.amount)


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


def _money(raw: object, unit: object) -> Money | None:
    return None if raw is None else Money(_number(raw), _text(unit))


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
        Money(_number(part["available"]), _text(part["unit"])),
        _money(part["total"], part["unit"]),
        _money(part["amountDue"], part["dueUnit"]),
        _optional(part["hoursLeft"], _number),
        WalletId(_text(part["accountId"])),
        _optional(part["basis"], Basis),
    )


def _alert(raw: object) -> Alert:
    part = _mapping(raw)
    return Alert(
        AlertKind(_text(part["kind"])),
        _time(part["at"]),
        _money(part["amount"], part["unit"]),
        _money(part["limit"], part["unit"]),
        _optional(part["since"], _time),
        _optional(part["hoursLeft"], _number),
        _optional(part["basis"], Basis),
    )


def _other(raw: object) -> OtherWallet:
    part = _mapping(raw)
    wallet_id, unit = WalletId(_text(part["accountId"])), _text(part["unit"])
    return OtherWallet(wallet_id, unit, _kinds(part["said"]), _time(part["at"]))


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
