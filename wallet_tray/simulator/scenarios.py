"""The scenarios of the simulated service, by name."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal

from wallet_tray.simulator import wallet_scripts
from wallet_tray.simulator.malformed import (
    GARBAGE,
    MALFORMED_TRANSACTIONS,
    UNUSUAL,
    spelled_otherwise,
)
from wallet_tray.simulator.replies import Reply, balance_reply, error_reply
from wallet_tray.simulator.wallet import Course, Statement


@dataclass(frozen=True, slots=True)
class Moment:
    """The moment of a reply.

    ``elapsed`` is the scenario time, which runs at the scenario's pace. ``number`` counts the
    requests of this kind from 0.
    """

    elapsed: timedelta
    number: int


BalanceAnswer = Callable[[Moment, Statement], Reply]
ExchangeAnswer = Callable[[Moment], Reply | None]
TransactionsAnswer = Callable[[Moment, Reply], Reply]


def _as_usual(_moment: Moment, statement: Statement) -> Reply:
    return balance_reply(statement)


def _unchanged_transactions(_moment: Moment, reply: Reply) -> Reply:
    return reply


def _no_objection(_moment: Moment) -> Reply | None:
    return None


def _never(_elapsed: timedelta) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Scenario:
    """One scenario. ``exchange`` returns a reply to send instead of a token, or None.

    ``transactions`` may replace a correct reply to a transactions or exchange rate call.
    Connections are refused while ``refuses`` is true. Once ``key_ended`` is true, the API key and
    all its access tokens are rejected.
    """

    name: str
    sentence: str
    start: Decimal = wallet_scripts.STEADY_START
    course: Course = wallet_scripts.steady
    balance: BalanceAnswer = _as_usual
    exchange: ExchangeAnswer = _no_objection
    transactions: TransactionsAnswer = _unchanged_transactions
    refuses: Callable[[timedelta], bool] = _never
    key_ended: Callable[[timedelta], bool] = _never


_OUTAGE_PERIOD = timedelta(seconds=120)
_OUTAGE_ERRORS = (timedelta(seconds=20), timedelta(seconds=40))
_OUTAGE_REFUSALS = (timedelta(seconds=40), timedelta(seconds=60))
_KEY_LIFE = timedelta(seconds=30)
_SLOW_SECONDS = (3, 5, 8)
_STATUSES = (200, 400, 401, 403, 404, 500, 503, 429, 502)


def _within(elapsed: timedelta, span: tuple[timedelta, timedelta]) -> bool:
    return span[0] <= elapsed % _OUTAGE_PERIOD < span[1]


def _unavailable(moment: Moment) -> Reply | None:
    if not _within(moment.elapsed, _OUTAGE_ERRORS):
        return None
    headers = {"Retry-After": "5"} if moment.number % 2 else {}
    return error_reply(503, "The service is being restarted.", headers)


def _outage(moment: Moment, statement: Statement) -> Reply:
    return _unavailable(moment) or balance_reply(statement)


def _outage_transactions(moment: Moment, reply: Reply) -> Reply:
    return _unavailable(moment) or reply


def _slow(moment: Moment, statement: Statement) -> Reply:
    return _slow_transactions(moment, balance_reply(statement))


def _slow_transactions(moment: Moment, reply: Reply) -> Reply:
    seconds = _SLOW_SECONDS[moment.number % len(_SLOW_SECONDS)]
    return replace(reply, delay=timedelta(seconds=seconds))


def _rate_limited(moment: Moment, statement: Statement) -> Reply:
    step = moment.number % 4
    if step < 2:
        return balance_reply(statement)
    return error_reply(429, headers={"Retry-After": "8"} if step == 2 else {})


def _garbage(moment: Moment, statement: Statement) -> Reply:
    step = moment.number % (len(GARBAGE) + 1)
    return GARBAGE[step - 1](statement) if step else balance_reply(statement)


def _garbage_transactions(moment: Moment, reply: Reply) -> Reply:
    step = moment.number % (len(MALFORMED_TRANSACTIONS) + 1)
    return MALFORMED_TRANSACTIONS[step - 1] if step else reply


def _proto3(moment: Moment, statement: Statement) -> Reply:
    return UNUSUAL[moment.number % len(UNUSUAL)](statement)


def _proto3_transactions(moment: Moment, reply: Reply) -> Reply:
    return spelled_otherwise(reply) if moment.number % 2 else reply


def _statuses(moment: Moment, statement: Statement) -> Reply:
    return _statuses_transactions(moment, balance_reply(statement))


def _statuses_transactions(moment: Moment, reply: Reply) -> Reply:
    status = _STATUSES[moment.number % len(_STATUSES)]
    return reply if status == 200 else error_reply(status)


_ALL = (
    Scenario("steady", "Small jobs come and go, the wallet never runs low."),
    Scenario(
        "drain",
        "Goes from ok to low, critical and empty and is topped up, all in 95 seconds; "
        "again after 400.",
        wallet_scripts.DRAIN_START,
        wallet_scripts.drain,
    ),
    Scenario(
        "due",
        "The amount due rises every ten seconds and is paid after two minutes.",
        course=wallet_scripts.rising_bill,
    ),
    Scenario(
        "overdrawn", "An empty wallet falls below zero.", Decimal(0), wallet_scripts.overdraft
    ),
    Scenario(
        "outage",
        "Works for 20 seconds, answers 503 for 20, refuses connections for 20, works again.",
        balance=_outage,
        exchange=_unavailable,
        transactions=_outage_transactions,
        refuses=lambda elapsed: _within(elapsed, _OUTAGE_REFUSALS),
    ),
    Scenario(
        "expired-key",
        "The API key and its access tokens stop working after 30 seconds.",
        key_ended=lambda elapsed: elapsed >= _KEY_LIFE,
    ),
    Scenario(
        "slow", "Balances take 3 to 8 seconds.", balance=_slow, transactions=_slow_transactions
    ),
    Scenario(
        "rate-limited",
        "Two balances, then two times 429, one of them with Retry-After.",
        balance=_rate_limited,
    ),
    Scenario(
        "garbage",
        "One balance, then answers with status 200 that are none, in a circle.",
        balance=_garbage,
        transactions=_garbage_transactions,
    ),
    Scenario(
        "proto3",
        "Balances in every spelling that the proto3 JSON mapping allows.",
        balance=_proto3,
        transactions=_proto3_transactions,
    ),
    Scenario(
        "statuses",
        "Every status of the specification in turn, then 429 and 502.",
        balance=_statuses,
        transactions=_statuses_transactions,
    ),
)

SCENARIOS = {scenario.name: scenario for scenario in _ALL}
