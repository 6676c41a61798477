"""The wallets of the first release's files: the balances that its history was made of.

Plain values without an import of the program: the old program recorded them (``record.py``), and
the tests compute from them what each later program must find in the files.

One wallet was watched for 420 days, each morning from 8 to 12 UTC, every five minutes. Nothing
changes in the first half hour. Then each refresh finds a little less, and a night costs the same in
each of its 20 hours. So every fall belongs to exactly one hour.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import NamedTuple

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)

DAYS = 420
LAST_DAY = datetime(2026, 2, 28, tzinfo=UTC)
END = LAST_DAY + 12 * HOUR
"""The last refresh of the first release."""

FULL_DAYS = 14
HOURLY_DAYS = 400
"""How long the history keeps each balance, and one for each hour; beside the present day."""

HOST = "127.0.0.1:8471"
API_URL = f"http://{HOST}/v1"
"""The address of the account "farm"; the others have that of their provider."""

UNIT, DUE_UNIT = "BYC", "USD"
ENVIRONMENT_KEY = "WTSENTINEL-key-of-the-environment"
KEYS = {
    "farm": "WTSENTINEL-key-of-the-farm",
    "default": "WTSENTINEL-key-of-the-year",
    "spare": "WTSENTINEL-token-of-the-spare",
}
WALLETS = {"farm": "wallet-farm", "default": "wallet-year", "spare": "wallet-spare"}
TEAM = "wallet-team"
"""Another wallet of "default": that of the environment's key."""

NAMES = ("farm", "default", "spare")
"""The accounts in the order of the settings."""

FORMER = "wallet-former"
"""The wallet that "farm" had the day before: alerts alone remember it."""

_STEPS = 48
_STEADY_STEPS = 6
_NIGHT_HOURS = 20
_TOP_UP_STEP = 25
_RESERVED_STEPS = range(12, 36)


class Seen(NamedTuple):
    """What a refresh found."""

    at: datetime
    total: Decimal
    available: Decimal
    due: Decimal


class Period(NamedTuple):
    """A time in which the history has one row, with what was found last in it."""

    since: datetime
    last: Seen


class Hour(NamedTuple):
    """The spending of an hour that was watched to the full, or a top-up alone."""

    begin: datetime
    spent: Decimal
    topped_up: Decimal
    seconds: int


def day(number: int) -> datetime:
    """Return the midnight at which a day of the story begins, the first one for 0."""
    return LAST_DAY - (DAYS - 1 - number) * DAY


def step(number: int, place: int) -> Decimal:
    """Return what the wallet spends before a morning's refresh."""
    if place <= _STEADY_STEPS or top_up(number, place):
        return Decimal(0)
    return Decimal("0.05") * (1 + (number + place) % 4)


def top_up(number: int, place: int) -> Decimal:
    """Return by how much a refresh finds more: once after a night, once within a morning."""
    if number % 30 == 17 and place == 0:
        return Decimal(255)
    return Decimal(50 if number % 30 == 24 and place == _TOP_UP_STEP else 0)


def night(number: int) -> Decimal:
    """Return what each hour of the night before this day spends."""
    return Decimal("0.25") * (number % 3) if number and not top_up(number, 0) else Decimal(0)


def mornings() -> Iterator[list[Seen]]:
    """Yield the refreshes of each day."""
    total = Decimal("312.10")
    for number in range(DAYS):
        total -= night(number) * _NIGHT_HOURS
        found = []
        for place in range(_STEPS + 1):
            total += top_up(number, place) - step(number, place)
            reserved = Decimal("12.50") if number % 2 and place in _RESERVED_STEPS else Decimal(0)
            due = Decimal("3.50") if number >= DAYS - 10 else Decimal(0)
            at = day(number) + 8 * HOUR + 5 * place * MINUTE
            found.append(Seen(at, total, total - reserved, due))
        yield found


def year() -> Iterator[Seen]:
    """Yield all refreshes of the account "default", oldest first."""
    for morning in mornings():
        yield from morning


def farm() -> list[Seen]:
    """Return the refreshes of the account "farm", two minutes apart until the end."""
    return [_whole(END - 2 * place * MINUTE, f"{200 + place}.25") for place in (5, 4, 3, 2, 1, 0)]


def spare() -> list[Seen]:
    """Return the refreshes of the account "spare"."""
    return [_whole(END - 7 * MINUTE, "60"), _whole(END - 2 * MINUTE, "4.2", "11")]


def team() -> list[Seen]:
    """Return the refreshes with the environment's key."""
    return [_whole(END - 3 * HOUR, "7000.000000001"), _whole(END - 2 * HOUR, "6999")]


def last() -> dict[str, Seen]:
    """Return the last balance of each account that has a key in the keyring."""
    return {"farm": farm()[-1], "default": list(year())[-1], "spare": spare()[-1]}


def kept() -> Iterator[Period]:
    """Yield what the history keeps of the year: days, then hours, then every balance."""
    for number, morning in enumerate(mornings()):
        age = DAYS - 1 - number
        if age > HOURLY_DAYS:
            yield Period(morning[0].at, morning[-1])
        elif age > FULL_DAYS:
            for begin in range(0, _STEPS + 1, 12):
                hour = morning[begin : begin + 12]
                yield Period(hour[0].at, hour[-1])
        else:
            yield Period(morning[0].at, morning[_STEADY_STEPS])
            for seen in morning[_STEADY_STEPS + 1 :]:
                yield Period(seen.at, seen)


def spending() -> Iterator[Hour]:
    """Yield the hours of the last 14 days, oldest first."""
    for number in range(DAYS - 15, DAYS):
        yield from (one for one in _hours(number) if one.begin >= END - 14 * DAY)


def _hours(number: int) -> Iterator[Hour]:
    """Yield the hours of one day's morning and of the night after it."""
    for begin in range(0, _STEPS, 12):
        places = range(begin + 1, begin + 13)
        topped_up = sum((top_up(number, place) for place in places), Decimal(0))
        if begin == 0:
            topped_up += top_up(number, 0)
        spent = sum((step(number, place) for place in places), Decimal(0))
        yield Hour(day(number) + 8 * HOUR + begin * 5 * MINUTE, spent, topped_up, 3600)
    if number + 1 < DAYS and not top_up(number + 1, 0):  # else the night's spending is unknown
        for place in range(_NIGHT_HOURS):
            yield Hour(day(number) + (12 + place) * HOUR, night(number + 1), Decimal(0), 3600)


def _whole(at: datetime, amount: str, due: str = "0") -> Seen:
    return Seen(at, Decimal(amount), Decimal(amount), Decimal(due))
