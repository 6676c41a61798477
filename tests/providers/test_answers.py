"""The saved answers of real services, read as their shipped descriptions say."""

import statistics
import time

import pytest

from tests.support.wallet_answers import (
    SavedAnswer,
    answers_of,
    described,
    differences,
    saved_answers,
    shipped,
    shipped_ids,
)
from wallet_tray.providers.model import Answer, Meaning
from wallet_tray.providers.reader import BalanceReading, Refusal, read

SAVED = saved_answers()
DESCRIBED = [saved for saved in SAVED if saved.provider in shipped_ids()]
OTHERS = [saved for saved in SAVED if saved.provider not in shipped_ids()]
PORTAL = b"<html><body>Sign in to the network</body></html>"


def reading_of(saved: SavedAnswer) -> BalanceReading | Refusal:
    provider = shipped(saved.provider)
    answers = answers_of(provider, Answer(saved.status, saved.body))
    return read(provider, answers, saved.variant)


def test_all_answers_are_here() -> None:
    assert len([saved for saved in SAVED if saved.provider != "bytenite"]) == 149
    assert len({saved.name for saved in SAVED}) == len(SAVED)


@pytest.mark.parametrize("saved", DESCRIBED, ids=[saved.name for saved in DESCRIBED])
def test_answer_is_read_as_expected(saved: SavedAnswer) -> None:
    assert differences(reading_of(saved), saved.expect) == []


SUCCESS = "[[expect]]\nat = '/success'\nis = true\notherwise = 'bad-key'"
NOT_SHIPPED = {
    "2captcha": described(
        "[[error]]\nat = '/errorId'\nis = 1\nmeans = 'bad-key'\n[[expect]]\nat = '/errorId'\nis = 0"
    ),
    "aimlapi-billing-v1": described(
        available="available.terms = [{ at = '/balance', scale = '0.0000005' }]"
    ),
    "any-html": described(),
    "newapi-subscription": described(
        "[[error]]\nat = '/hard_limit_usd'\nis = 100000000\nmeans = 'no-wallet'",
        available="available.terms = [{ at = '/hard_limit_usd' }]",
    ),
    "newapi-user": described(
        SUCCESS, available="available.terms = [{ at = '/data/quota', scale = '0.000002' }]"
    ),
    "siliconflow-info-cn": described(available="available.terms = [{ at = '/data/totalBalance' }]"),
}


@pytest.mark.parametrize("saved", OTHERS, ids=[saved.name for saved in OTHERS])
def test_answer_of_a_wallet_that_is_not_shipped_can_be_read(saved: SavedAnswer) -> None:
    (provider,) = (one for begin, one in NOT_SHIPPED.items() if saved.name.startswith(begin))
    reading = read(provider, [Answer(saved.status, saved.body)])
    assert differences(reading, saved.expect) == []


@pytest.mark.parametrize("identity", shipped_ids())
def test_every_description_reads_a_balance(identity: str) -> None:
    found = [reading_of(saved) for saved in DESCRIBED if saved.provider == identity]
    assert any(isinstance(reading, BalanceReading) for reading in found)


@pytest.mark.parametrize("identity", shipped_ids())
@pytest.mark.parametrize(
    ("status", "meaning"),
    [
        (200, Meaning.NOT_UNDERSTOOD),
        (401, Meaning.SERVICE),
        (403, Meaning.SERVICE),
        (429, Meaning.RATE_LIMITED),
        (511, Meaning.SERVICE),
    ],
)
def test_web_page_is_never_the_service(identity: str, status: int, meaning: Meaning) -> None:
    provider = shipped(identity)
    reading = read(provider, answers_of(provider, Answer(status, PORTAL)))
    assert isinstance(reading, Refusal)
    assert (reading.meaning, reading.markup) == (meaning, True)


def test_reading_an_answer_takes_under_a_millisecond() -> None:
    seconds = []
    for saved in DESCRIBED:
        provider = shipped(saved.provider)
        answers = answers_of(provider, Answer(saved.status, saved.body))
        started = time.thread_time()
        read(provider, answers, saved.variant)
        seconds.append(time.thread_time() - started)
    assert statistics.median(seconds) < 0.001
