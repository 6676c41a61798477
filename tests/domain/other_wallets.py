"""More made-up wallets: their laws and seeds were not used while the projection was built.

They are built like those of synthetic_wallets.py, from the same parts.
"""

import math
from collections.abc import Callable

from tests.domain.synthetic_wallets import (
    DAY,
    HOUR,
    Course,
    Draw,
    Moment,
    Wallet,
    between,
    drawn,
    moments,
    noisy,
)


def instances(draw: Draw) -> Wallet:
    """Servers that start by chance and run for hours or days, several at a time."""
    chance = draw.chance
    mean, hours, spread = chance.uniform(1.5, 8), between(chance, 1, 24), chance.uniform(0.5, 1.2)
    ends = [chance.expovariate(1 / hours) * HOUR for _ in range(round(mean))]

    def pay(second: int) -> float:
        if chance.random() < mean / hours / 12:
            length = hours * math.exp(chance.gauss(0, spread) - spread * spread / 2)
            ends.append(second + length * HOUR)
        ends[:] = [end for end in ends if end > second]
        return draw.rate / 12 / mean * len(ends)

    return draw.wallet(Course(300, pay), life=max(draw.life, 48))


def nightly_batches(draw: Draw) -> Wallet:
    """A batch every night, of a size of its own, and a little by day; some nights have none."""
    chance = draw.chance
    begin, hours = chance.uniform(0, 3), chance.uniform(1, 6)
    by_day, skipped, size = chance.uniform(0.05, 0.5), chance.uniform(0, 0.12), chance.uniform(0, 1)
    factor = noisy(chance, 0.1 + size / 2)
    noise = noisy(chance, 0.5)
    tonight = {"day": -1, "factor": 1.0}

    def pay(second: int) -> float:
        day, hour = draw.local(second)
        if day != tonight["day"]:
            tonight["day"] = day
            tonight["factor"] = 0.0 if chance.random() < skipped else factor()
        batch = tonight["factor"] * 24 / hours if begin <= hour < begin + hours else 0.0
        return draw.rate / 12 * noise() * (by_day + (1 - by_day) * batch)

    return draw.wallet(Course(300, pay), life=max(draw.life, 72))


def heavy_tails(draw: Draw) -> Wallet:
    """Jobs of very different sizes: most cost little, and a few cost most of it."""
    chance = draw.chance
    a_day, spread = between(chance, 8, 100), chance.uniform(0.8, 1.6)
    mean = draw.rate * 24 / a_day

    def pay(_second: int) -> float:
        if chance.random() >= a_day / 288:
            return 0.0
        return mean * math.exp(chance.gauss(0, spread) - spread * spread / 2)

    return draw.wallet(Course(300, pay), life=max(draw.life, 60))


def second_server(draw: Draw) -> Wallet:
    """One server, and a second one beside it from some day on."""
    chance = draw.chance
    since, more = chance.uniform(1, 14) * DAY, chance.uniform(1.3, 2.5)
    noise = noisy(chance, chance.uniform(0.1, 0.6))

    def pay(second: int) -> float:
        return draw.rate / 12 * noise() * (more if second >= since else 1.0)

    return draw.wallet(Course(300, pay), life=max(draw.life, 48))


def campaigns(draw: Draw) -> Wallet:
    """Low spending all the time, and every few days far more for a day or two."""
    chance = draw.chance
    every, days, more = chance.uniform(3, 7), chance.uniform(0.8, 2), chance.uniform(1.5, 4)
    noise = noisy(chance, chance.uniform(0.2, 0.8))
    state = {"on": 0.0, "until": chance.uniform(0, every) * DAY}

    def pay(second: int) -> float:
        while second >= state["until"]:
            state["on"] = 1.0 - state["on"]
            state["until"] += (days if state["on"] else every) * DAY * chance.uniform(0.6, 1.4)
        return draw.rate / 12 * noise() * (more if state["on"] else 1.0)

    return draw.wallet(Course(300, pay), life=max(draw.life, 60))


def regimes(draw: Draw) -> Wallet:
    """A level that is another one after some days, again and again, without warning."""
    chance = draw.chance
    days, spread = chance.uniform(3, 9), chance.uniform(0.15, 0.5)
    noise = noisy(chance, chance.uniform(0.2, 0.8))
    state = {"level": 1.0, "until": chance.expovariate(1 / days) * DAY}

    def pay(second: int) -> float:
        while second >= state["until"]:
            state["level"] = math.exp(chance.gauss(0, spread))
            state["until"] += chance.expovariate(1 / days) * DAY
        return draw.rate / 12 * state["level"] * noise()

    return draw.wallet(Course(300, pay), life=max(draw.life, 48))


OTHER_KINDS: dict[str, Callable[[Draw], Wallet]] = {
    "instances by chance": instances,
    "nightly batches": nightly_batches,
    "heavy tails": heavy_tails,
    "a second server": second_server,
    "campaigns": campaigns,
    "regime changes": regimes,
}


def questions(kind: str, seed: int) -> list[Moment]:
    """All that is asked of one wallet of this kind."""
    return list(moments(OTHER_KINDS[kind](drawn(seed)), seed))
