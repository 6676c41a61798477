"""The record of an alert memory in the form of release 0.9, which named no unit."""

from wallet_tray.domain.alert_memory import AlertMemory, Record

# As release 0.9 wrote it.
VERSION_1: Record = {
    "seen": {
        "at": "2026-03-01T12:00:00+00:00",
        "total": "100.5",
        "available": "84.10",
        "amountDue": "12",
        "hoursLeft": "4",
        "accountId": "acc-1",
        "basis": "day",
    },
    "limits": ["100", "20", "10", "1.5"],
    "active": ["amount-due", "low"],
    "said": ["amount-due", "low"],
    "failingSince": None,
    "shown": {
        "kind": "amount-due",
        "at": "2026-03-01T12:00:00+00:00",
        "amount": "12",
        "limit": "10",
        "unit": "USD",
        "since": None,
        "hoursLeft": None,
        "basis": None,
    },
    "undelivered": False,
    "snooze": "until-topped-up",
    "drops": ["0.1", "3"],
    "others": [
        {"accountId": "acc-0", "said": ["critical", "low"], "at": "2026-03-01T12:00:00+00:00"}
    ],
    "judgedAt": None,
}


def in_version_1(record: Record) -> Record:
    """Return what release 0.9 reads of a record: it passes over keys that it does not know."""
    seen, others = record["seen"], record["others"]
    assert isinstance(others, list)
    return {
        **{key: value for key, value in record.items() if key != "version"},
        "seen": seen and _without(seen, "unit", "dueUnit"),
        "others": [_without(one, "unit") for one in others],
    }


def is_of_version_1(memory: AlertMemory) -> bool:
    """Return whether the wallet states a total and an amount due, each in ByteNite's unit."""
    seen = memory.seen
    others = {one.unit for one in memory.others} <= {"BYC"}
    if seen is None:
        return others
    units = [money.unit for money in (seen.available, seen.total, seen.due) if money is not None]
    return others and units == ["BYC", "BYC", "USD"]


def _without(part: object, *names: str) -> Record:
    assert isinstance(part, dict)
    return {key: value for key, value in part.items() if key not in names}
