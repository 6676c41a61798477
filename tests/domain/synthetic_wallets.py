"""Wallets that are made up, so that how long they last is known: what a projection is held to.

A wallet is a course of spending, top-ups and reservations on a grid of moments. It is drawn from a
seed with all its rates, sizes and rhythms. A program looks at it every so often, and keeps what it
sees by the history's rule (written here a second time, on its own). At some moments it asks how
long the balance lasts. The truth is read from the same course: the first moment from then on at
which nothing is available, without top-ups. Where jobs reserve, what runs already is paid from what
is reserved; only what starts later takes from what is available.
"""

import math
import random
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from wallet_tray.domain.history_values import HourSpending

HOUR = 3600
DAY = 24 * HOUR
YEAR_HOURS = 8760.0
SCALE = 10_000  # amounts are whole ten-thousandths
LONGEST_GAP = 30 * DAY
WATCHED = 900
KEPT_HOURS = 14 * 24
MONDAY = datetime(2026, 3, 2, tzinfo=UTC)  # the course's clock starts here


@dataclass(frozen=True)
class Moment:
    """One question and its true answer: ``truth`` in hours, a year where it is later than that."""

    now: datetime
    known_hours: float
    available: Decimal
    spending: tuple[HourSpending, ...]
    truth: float


@dataclass
class Course:
    """What happens in a wallet, moment by moment; drawn only as far as it is needed.

    ``pay(second)`` is what leaves the total in the grid's step from ``second`` on. Jobs that
    reserve first are apart from it. For them ``start(second)`` gives the reservation, the part of
    it that is paid in the end, and the seconds until then.
    """

    step: int
    pay: Callable[[int], float] = lambda _second: 0.0
    start: Callable[[int], list[tuple[float, float, int]]] | None = None
    paid: list[int] = field(default_factory=lambda: [0])  # cumulated, before each step
    taken: list[int] = field(default_factory=lambda: [0])  # cumulated, from what is available
    _ends: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def reach(self, index: int) -> None:
        """Draw the course up to ``index``."""
        while len(self.paid) <= index:
            self._draw(len(self.paid) - 1)

    def _draw(self, index: int) -> None:
        second = index * self.step
        paid = taken = round(self.pay(second) * SCALE)
        for reserved, cost in self._ends.pop(index, ()):
            paid += cost
            taken -= reserved - cost
        for amount, share, seconds in self.start(second) if self.start else ():
            reserved = round(amount * SCALE)
            taken += reserved
            end = index + max(1, seconds // self.step)
            self._ends.setdefault(end, []).append((reserved, round(reserved * share)))
        self.paid.append(self.paid[-1] + paid)
        self.taken.append(self.taken[-1] + taken)

    def hours_until(self, index: int, available: int) -> float:
        """The hours from ``index`` until ``available`` is taken; a year if not before."""
        last = index + int(YEAR_HOURS * HOUR) // self.step
        goal = self.taken[index] + available
        if self.start is None:  # never falls: look it up
            while self.taken[-1] < goal and len(self.taken) <= last:
                self.reach(min(last, len(self.taken) + 2000))
            found = bisect_left(self.taken, goal, index)
        else:
            found = index
            while found <= last:
                self.reach(found)
                if self.taken[found] >= goal:
                    break
                found += 1
        return min(YEAR_HOURS, (found - index) * self.step / HOUR)


@dataclass
class Wallet:
    """A course, its owner's top-ups, and the computer that looks at it."""

    course: Course
    balance: float
    days: float
    refresh: int  # seconds between two refreshes, a multiple of the course's step
    ask: int  # seconds between two questions, about
    begin: datetime = MONDAY
    awake: Callable[[int], bool] = lambda _second: True
    top_up: Callable[[int, float], float] = lambda _second, _available: 0.0


@dataclass
class Ledger:
    """The history's rule: a fall of the total is spent, a rise is topped up, hour by hour in UTC.

    What falls between two records is spread evenly over the time between them.
    """

    begin: datetime
    spent: dict[int, Decimal] = field(default_factory=dict)
    topped_up: dict[int, Decimal] = field(default_factory=dict)
    seconds: dict[int, int] = field(default_factory=dict)
    last: tuple[int, int] | None = None
    first: int | None = None

    def record(self, second: int, total: int) -> None:
        """``second`` counts from the course's start."""
        offset = (self.begin.minute * 60 + self.begin.second) % HOUR
        at = second + offset
        before, self.last = self.last, (at, total)
        if before is None or self.first is None:
            self.first = at
            return
        since, amount = before
        if at - since > LONGEST_GAP:
            return
        change = Decimal(total - amount) / SCALE
        if change > 0:
            hour = at // HOUR
            self.topped_up[hour] = self.topped_up.get(hour, Decimal(0)) + change
            if at - since > WATCHED:
                return  # what was spent before the top-up is anyone's guess
        for hour in range(since // HOUR, (at - 1) // HOUR + 1):
            overlap = min(at, (hour + 1) * HOUR) - max(since, hour * HOUR)
            self.seconds[hour] = self.seconds.get(hour, 0) + overlap
            if change < 0:
                share = -change * overlap / (at - since)
                self.spent[hour] = self.spent.get(hour, Decimal(0)) + share

    def hours(self) -> tuple[HourSpending, ...]:
        """What a projection is given: the last 14 days."""
        if self.last is None:
            return ()
        start = self.begin.replace(minute=0, second=0)
        newest = self.last[0] // HOUR
        return tuple(
            HourSpending(
                hour=start + timedelta(hours=hour),
                spent=self.spent.get(hour, Decimal(0)),
                topped_up=self.topped_up.get(hour, Decimal(0)),
                seconds=self.seconds[hour],
            )
            for hour in range(newest - KEPT_HOURS, newest + 1)
            if hour in self.seconds
        )


def moments(wallet: Wallet, seed: int) -> Iterator[Moment]:
    """The questions that are asked of a wallet until it is empty or its days are over."""
    chance = random.Random(seed)
    course, ledger = wallet.course, Ledger(wallet.begin)
    every = wallet.refresh // course.step
    topped_up = round(wallet.balance * SCALE)
    next_ask = 0
    for index in range(0, int(wallet.days * DAY) // course.step, every):
        second = index * course.step
        course.reach(index)
        available = topped_up - course.taken[index]
        topped_up += round(wallet.top_up(second, available / SCALE) * SCALE)
        available = topped_up - course.taken[index]
        if available <= 0:
            return
        if not wallet.awake(second):
            continue
        ledger.record(second, topped_up - course.paid[index])
        if second >= next_ask and ledger.first is not None and ledger.last is not None:
            next_ask = second + round(wallet.ask * chance.uniform(0.7, 1.3))
            yield Moment(
                now=wallet.begin + timedelta(seconds=second),
                known_hours=(ledger.last[0] - ledger.first) / HOUR,
                available=Decimal(available) / SCALE,
                spending=ledger.hours(),
                truth=course.hours_until(index, available),
            )


def clock(begin: datetime, offset: float) -> Callable[[int], tuple[int, float]]:
    """Gives the weekday (0 is Monday) and the hour of the day of a second, ``offset`` from UTC."""
    start = begin.weekday() * DAY + begin.hour * HOUR + begin.minute * 60 + offset * HOUR

    def read(second: int) -> tuple[int, float]:
        local = (start + second) % (7 * DAY)
        return int(local // DAY), local % DAY / HOUR

    return read


def on_and_off(chance: random.Random, on: float, off: float) -> Callable[[int], bool]:
    """Stretches of exponential length with these means in seconds, one after the other."""
    state = {"on": chance.random() < on / (on + off), "until": 0.0}

    def is_on(second: int) -> bool:
        while second >= state["until"]:
            state["on"] = not state["on"]
            state["until"] += chance.expovariate(1 / (on if state["on"] else off))
        return bool(state["on"])

    return is_on


def noisy(chance: random.Random, spread: float) -> Callable[[], float]:
    """Factors around 1, independent, with this standard deviation."""
    shape = 1 / spread**2
    return lambda: chance.gammavariate(shape, 1 / shape)


def wandering(chance: random.Random, spread: float, hours: float) -> Callable[[int], float]:
    """A factor around 1 that changes slowly: its logarithm forgets itself within ``hours``."""
    state = {"at": 0.0, "value": chance.gauss(0, spread)}

    def read(second: int) -> float:
        passed = second - state["at"]
        if passed >= 900:
            keep = math.exp(-passed / HOUR / hours)
            state["value"] = state["value"] * keep + chance.gauss(0, spread) * math.sqrt(
                1 - keep * keep
            )
            state["at"] = float(second)
        return math.exp(state["value"] - spread * spread / 2)

    return read


def between(chance: random.Random, low: float, high: float) -> float:
    """Evenly by ratio: half an hour to an hour is as likely as one day to two."""
    return math.exp(chance.uniform(math.log(low), math.log(high)))


# ---- the wallets -------------------------------------------------------------------------------
# ``rate`` is the mean spending in units an hour, ``life`` for how many hours the balance lasts.


@dataclass
class Draw:
    """What every kind of wallet draws first."""

    chance: random.Random
    rate: float
    life: float
    begin: datetime
    local: Callable[[int], tuple[int, float]]

    def wallet(
        self, course: Course, refresh: int = 300, *, life: float | None = None, **more: object
    ) -> Wallet:
        """A wallet that lasts for ``life`` hours, asked every hour to every six hours."""
        life = self.life if life is None else life
        days = min(24.0, life / 24 * 1.5)
        ask = round(min(6.0, max(1.0, life / 40)) * HOUR)
        return Wallet(course, life * self.rate, days, refresh, ask, self.begin, **more)  # type: ignore[arg-type]


def drawn(seed: int) -> Draw:
    """Rates over six orders of magnitude, lives from half a day to five weeks."""
    chance = random.Random(seed)
    begin = MONDAY + timedelta(seconds=300 * chance.randrange(7 * 288))
    offset = chance.choice([-8, -5, 0, 1, 2, 5.5, 9])
    return Draw(
        chance, between(chance, 0.1, 1e5), between(chance, 12, 840), begin, clock(begin, offset)
    )


def steady(draw: Draw) -> Wallet:
    """The same every minute, but for the service's rounding."""
    step = 60
    return draw.wallet(Course(step, lambda _second: draw.rate * step / HOUR), step)


def steady_with_noise(draw: Draw) -> Wallet:
    """Each five minutes differ, and the hours drift a little."""
    noise = noisy(draw.chance, draw.chance.uniform(0.3, 1.5))
    drift = wandering(draw.chance, draw.chance.uniform(0.05, 0.3), 6)
    return draw.wallet(Course(300, lambda second: draw.rate / 12 * noise() * drift(second)))


def steady_by_the_hour(draw: Draw) -> Wallet:
    """As before, looked at once an hour."""
    noise = noisy(draw.chance, draw.chance.uniform(0.3, 1.5))
    return draw.wallet(Course(300, lambda _second: draw.rate / 12 * noise()), HOUR)


def bursts(draw: Draw) -> Wallet:
    """Minutes to hours of work, then nothing for a while, at no particular time."""
    on = between(draw.chance, 0.25, 3)
    off = on * draw.chance.uniform(0.5, 5)
    busy = on_and_off(draw.chance, on * HOUR, off * HOUR)
    noise = noisy(draw.chance, 0.4)
    pace = draw.rate / 12 * (on + off) / on
    return draw.wallet(Course(300, lambda second: pace * noise() if busy(second) else 0.0))


def nights_off(draw: Draw) -> Wallet:
    """Work from morning to evening, nothing or little at night."""
    begin = draw.chance.uniform(6, 10)
    end = begin + draw.chance.uniform(7, 13)
    night = draw.chance.choice([0.0, 0.0, 0.1])
    noise = noisy(draw.chance, draw.chance.uniform(0.2, 0.8))
    drift = wandering(draw.chance, 0.25, 12)
    pace = draw.rate / 12 * 24 / (end - begin)

    def pay(second: int) -> float:
        factor = 1.0 if begin <= draw.local(second)[1] < end else night
        return factor * pace * noise() * drift(second)

    return draw.wallet(Course(300, pay))


def weekends_off(draw: Draw) -> Wallet:
    """Work on weekdays by day, a little in the evenings, nothing from Friday night to Monday."""
    begin = draw.chance.uniform(6, 10)
    end = begin + draw.chance.uniform(7, 13)
    evening = draw.chance.uniform(0, 0.3)
    noise = noisy(draw.chance, draw.chance.uniform(0.2, 0.8))
    drift = wandering(draw.chance, 0.25, 12)
    pace = draw.rate / 12 * 168 / (5 * (end - begin) * (1 - evening) + 120 * evening)

    def pay(second: int) -> float:
        day, hour = draw.local(second)
        factor = 0.0 if day >= 5 else 1.0 if begin <= hour < end else evening
        return factor * pace * noise() * drift(second)

    return draw.wallet(Course(300, pay), life=max(draw.life, 168.0))


def top_ups(draw: Draw) -> Wallet:
    """Topped up when it runs low, and now and then for no reason."""
    noise = noisy(draw.chance, 0.6)
    drift = wandering(draw.chance, 0.3, 10)
    low, full = draw.life * draw.rate * 0.15, draw.life * draw.rate
    chance = random.Random(draw.chance.random())

    def top_up(_second: int, available: float) -> float:
        if available < low or chance.random() < 1 / 1500:
            return full * chance.uniform(0.3, 1)
        return 0.0

    course = Course(300, lambda second: draw.rate / 12 * noise() * drift(second))
    wallet = draw.wallet(course, top_up=top_up)
    wallet.days, wallet.ask = 21.0, 6 * HOUR
    return wallet


def reservations(draw: Draw) -> Wallet:
    """Jobs reserve when they start and are paid when they end, mostly less than was reserved."""
    chance = draw.chance
    per_hour = between(chance, 0.5, 6)
    hours = between(chance, 0.2, 4)
    spread = chance.uniform(0.2, 0.8)
    size = noisy(chance, spread)
    mean = draw.rate / per_hour / 0.85  # 85 % of it is paid on average

    def start(_second: int) -> list[tuple[float, float, int]]:
        jobs = []
        while chance.random() < per_hour / 12 * (0.9 if jobs else 1):
            jobs.append(
                (
                    mean * size(),
                    chance.uniform(0.7, 1),
                    round(chance.expovariate(1 / hours) * HOUR),
                )
            )
        return jobs

    return draw.wallet(Course(300, start=start), life=max(draw.life, 6 * hours + 24))


def asleep_at_night(draw: Draw) -> Wallet:
    """The computer sleeps at night; the wallet does not, or a little less."""
    to_bed, up = draw.chance.uniform(21, 24), draw.chance.uniform(6, 9)
    night = draw.chance.uniform(0.3, 1)
    noise = noisy(draw.chance, 0.6)
    drift = wandering(draw.chance, 0.3, 10)

    def is_night(second: int) -> bool:
        hour = draw.local(second)[1]
        return hour >= to_bed or hour < up

    def pay(second: int) -> float:
        return (night if is_night(second) else 1.0) * draw.rate / 12 * noise() * drift(second)

    return draw.wallet(Course(300, pay), awake=lambda second: not is_night(second))


def asleep_at_random(draw: Draw) -> Wallet:
    """The computer is closed for hours or days at a time, and the wallet works in bursts."""
    on = between(draw.chance, 0.5, 3)
    busy = on_and_off(draw.chance, on * HOUR, on * draw.chance.uniform(0.5, 3) * HOUR)
    noise = noisy(draw.chance, 0.4)
    awake = on_and_off(
        random.Random(draw.chance.random()),
        between(draw.chance, 1, 10) * HOUR,
        between(draw.chance, 2, 20) * HOUR,
    )
    return draw.wallet(
        Course(300, lambda second: draw.rate / 6 * noise() if busy(second) else 0.0),
        life=max(draw.life, 72),
        awake=awake,
    )


def growth(draw: Draw) -> Wallet:
    """A little more every day: twice as much within a week to three."""
    a_day = math.log(2) / draw.chance.uniform(7, 21)
    noise = noisy(draw.chance, 0.6)
    drift = wandering(draw.chance, 0.2, 8)
    return draw.wallet(
        Course(
            300,
            lambda second: (
                draw.rate / 12 * math.exp(a_day * second / DAY) * noise() * drift(second)
            ),
        )
    )


def decline(draw: Draw) -> Wallet:
    """A little less every day: half as much within a week to three."""
    a_day = math.log(2) / draw.chance.uniform(7, 21)
    noise = noisy(draw.chance, 0.6)
    drift = wandering(draw.chance, 0.2, 8)
    return draw.wallet(
        Course(
            300,
            lambda second: (
                draw.rate / 12 * math.exp(-a_day * second / DAY) * noise() * drift(second)
            ),
        )
    )


def big_rare_jobs(draw: Draw) -> Wallet:
    """One to five big jobs a day, each paid at once, and next to nothing between them."""
    a_day = between(draw.chance, 1, 5)
    size = noisy(draw.chance, draw.chance.uniform(0.2, 0.9))
    mean = draw.rate * 24 / a_day * 0.98
    chance = draw.chance

    def pay(_second: int) -> float:
        job = mean * size() if chance.random() < a_day / 288 else 0.0
        return job + draw.rate / 12 * 0.02

    return draw.wallet(Course(300, pay), life=max(draw.life, 96))


def idle_then_busy(draw: Draw) -> Wallet:
    """Nothing for days, then steady work with noise until it is empty."""
    idle = draw.chance.uniform(0.5, 6) * DAY
    noise = noisy(draw.chance, 0.6)
    drift = wandering(draw.chance, 0.2, 8)
    wallet = draw.wallet(
        Course(
            300,
            lambda second: draw.rate / 12 * noise() * drift(second) if second >= idle else 0.0,
        )
    )
    wallet.days = min(24.0, idle / DAY + wallet.days)
    return wallet


KINDS: dict[str, Callable[[Draw], Wallet]] = {
    "steady": steady,
    "steady with noise": steady_with_noise,
    "steady, seen hourly": steady_by_the_hour,
    "bursts": bursts,
    "nights off": nights_off,
    "weekends off": weekends_off,
    "top-ups": top_ups,
    "reservations": reservations,
    "asleep at night": asleep_at_night,
    "asleep at random": asleep_at_random,
    "growth": growth,
    "decline": decline,
    "big rare jobs": big_rare_jobs,
    "idle, then busy": idle_then_busy,
}


def questions(kind: str, seed: int) -> list[Moment]:
    """All that is asked of one wallet of this kind."""
    return list(moments(KINDS[kind](drawn(seed)), seed))
