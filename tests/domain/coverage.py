"""How often the projection's range holds the truth, on wallets whose truth is known.

``python -m tests.domain.coverage`` prints the table in the docstring of the projection.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import zip_longest
from statistics import fmean, median

from tests.domain import other_wallets, synthetic_wallets
from tests.domain.synthetic_wallets import Moment
from wallet_tray.domain.forecast.forecast import project
from wallet_tray.domain.forecast.outlook import Forecast, NoProjection, Projection

TWO_DAYS = 48.0
TABLE_SEEDS = range(71_000, 71_030)


@dataclass
class Answer:
    """What was projected at one moment, and what came true."""

    outlook: Forecast
    known_hours: float
    truth: float

    @property
    def held(self) -> bool:
        """A year or more is one answer: the truth is given up to a year as well."""
        outlook = shown(self)
        return float(outlook.shortest) <= self.truth <= float(outlook.longest)

    @property
    def width(self) -> float:
        """Half the range, as a share of the estimate: 0.4 is ± 40 %."""
        outlook = shown(self)
        return float((outlook.longest - outlook.shortest) / 2 / outlook.hours)

    @property
    def error(self) -> float:
        """The estimate's, as a share of the truth, which is taken to be six minutes or more."""
        return abs(float(shown(self).hours) - self.truth) / max(self.truth, 0.1)


Answers = dict[str, list[Answer]]


def asked(
    questions: Callable[[str, int], list[Moment]], kinds: Iterable[str], seeds: range
) -> Answers:
    """Wallets of every kind, asked from their first hour until they are empty."""
    return {
        kind: [
            Answer(
                project(moment.available, moment.spending, moment.now),
                moment.known_hours,
                moment.truth,
            )
            for seed in seeds
            for moment in questions(kind, seed)
        ]
        for kind in kinds
    }


def of_the_known_kinds(seeds: range) -> Answers:
    return asked(synthetic_wallets.questions, synthetic_wallets.KINDS, seeds)


def of_other_kinds(seeds: range) -> Answers:
    return asked(other_wallets.questions, other_wallets.OTHER_KINDS, seeds)


def all_of(answers: Answers) -> list[Answer]:
    return [answer for kind in answers.values() for answer in kind]


def shown(answer: Answer) -> Projection:
    assert isinstance(answer.outlook, Projection)
    return answer.outlook


def projected(answers: list[Answer]) -> list[Answer]:
    return [answer for answer in answers if isinstance(answer.outlook, Projection)]


def held(answers: list[Answer]) -> float:
    return fmean(answer.held for answer in projected(answers))


def half_width(answers: list[Answer]) -> float:
    return median(answer.width for answer in projected(answers))


def error(answers: list[Answer]) -> float:
    return median(answer.error for answer in projected(answers))


def share_shown(answers: list[Answer], counts: Callable[[Forecast], bool]) -> float:
    later = [answer for answer in answers if answer.known_hours >= TWO_DAYS]
    return fmean(counts(answer.outlook) for answer in later)


def is_shown(outlook: Forecast) -> bool:
    return isinstance(outlook, Projection)


def has_answer(outlook: Forecast) -> bool:
    """That a wallet does not fall is an answer as well."""
    return outlook is not NoProjection.NOT_ENOUGH_DATA


def rows(answers: Answers, together: str) -> list[str]:
    """One row of figures for each kind, and one for all moments."""
    return [
        f"{name:20}{held(found):5.0%}{half_width(found):6.0%}{error(found):6.0%}"
        f"{share_shown(found, is_shown):6.0%}"
        for name, found in [*answers.items(), (together, all_of(answers))]
    ]


def table(seeds: range) -> str:
    """The table as the projection's docstring has it, the other kinds beside the known ones."""
    head = f"{'wallet':20} held width error shown"
    known = [head, *rows(of_the_known_kinds(seeds), "all of these")]
    other = [head, *rows(of_other_kinds(seeds), "all of these")]
    pairs = zip_longest(known, other, fillvalue="")
    return "\n".join(f"| {left:43} | {right}".rstrip() for left, right in pairs)


if __name__ == "__main__":
    print(table(TABLE_SEEDS))
