"""A wallet service's reply from its status, headers and body, and the problem that it means."""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from typing import TYPE_CHECKING

from wallet_tray.domain.problem import LONGEST_WAIT, Problem, ProblemKind, WalletTrayError
from wallet_tray.providers.model import Answer, Meaning

if TYPE_CHECKING:
    from wallet_tray.providers.provider import Provider
    from wallet_tray.providers.reader import Refusal


def http_date(value: str) -> datetime | None:
    """Return the header's time, aware; None for anything but the only form allowed today."""
    try:
        date = parsedate_to_datetime(value)
        return date if format_datetime(date, usegmt=True) == value else None
    except (ValueError, OverflowError):
        return None


_DIGITS = 10  # far more than an hour, and short enough for int() and timedelta


def retry_after_from(value: str | None, now: datetime) -> timedelta | None:
    """Return the wait that the header requests, from 0 to an hour; ``now`` is aware.

    The value is seconds, or a date in the only form allowed today. None for anything else.
    """
    if value is None:
        return None
    if re.fullmatch(r"[0-9]+", value):
        digits = value.lstrip("0")
        return (
            LONGEST_WAIT
            if len(digits) > _DIGITS
            else clamped(timedelta(seconds=int(digits or "0")))
        )
    date = http_date(value)
    return None if date is None else clamped(date - now)


def clamped(wait: timedelta) -> timedelta:
    """Clamp the wait to 0 … 3600 s."""
    return min(max(wait, timedelta(0)), LONGEST_WAIT)


MAX_BODY = 256 * 1024

HEADERS_READ = frozenset({"content-type", "content-length", "content-encoding", "retry-after"})
"""All other headers are dropped unread, such as cookies and Location."""

_WITHOUT_BODY = (204, 205, 206)  # none, none, and partial content
_KINDS = {
    Meaning.BAD_KEY: ProblemKind.CREDENTIAL_REJECTED,
    Meaning.NO_PERMISSION: ProblemKind.FORBIDDEN,
    Meaning.RATE_LIMITED: ProblemKind.RATE_LIMITED,
    Meaning.NO_WALLET: ProblemKind.NO_WALLET,
    Meaning.SERVICE: ProblemKind.SERVICE_FAILED,
    Meaning.BLOCKED: ProblemKind.BLOCKED,
    Meaning.NOT_UNDERSTOOD: ProblemKind.NOT_UNDERSTOOD,
}
_KINDS_OF_STATUS = {
    400: ProblemKind.BAD_REQUEST,
    404: ProblemKind.NOT_FOUND,
    **dict.fromkeys(range(300, 400), ProblemKind.REDIRECTED),
    304: ProblemKind.SERVICE_FAILED,  # "not modified" leads nowhere
}
_MAY_NAME_A_WAIT = (ProblemKind.RATE_LIMITED, ProblemKind.SERVICE_FAILED)


def answer_from(status: int, headers: Mapping[str, str], chunks: Iterable[bytes]) -> Answer:
    """Return the reply with at most 256 KiB of its body; ``chunks`` are the body's bytes.

    An exception while the body of a success is read is passed on. An error counts without the rest
    of its body.
    """
    is_good = 200 <= status < 300
    flaw = _flaw(status, headers)
    body = bytearray()
    try:
        for chunk in () if is_good and flaw else chunks:
            body += chunk
            if len(body) > MAX_BODY:
                flaw = "too long"
            if flaw:
                break  # the beginning shows whether it is a web page
    except Exception:
        if is_good:
            raise
        flaw = flaw or "cut off"
    is_page = headers.get("content-type", "").lower().startswith("text/html")
    wait = retry_after_from(headers.get("retry-after"), datetime.now(UTC))
    return Answer(status, bytes(body[:MAX_BODY]), flaw, is_page, wait)


def refused(provider: "Provider", answer: Answer, refusal: "Refusal") -> WalletTrayError:
    """Return the problem that the answer means, as an exception.

    Raise it outside of exception handlers.
    """
    kind = kind_of(refusal.meaning, answer.status)
    if kind is ProblemKind.NOT_UNDERSTOOD and (refusal.markup or answer.is_page):
        kind = ProblemKind.NOT_THE_SERVICE
    wait = _wait(provider, answer) if kind in _MAY_NAME_A_WAIT else None
    detail = " at ".join(part for part in (refusal.reason, refusal.pointer) if part)
    problem = Problem(
        kind, datetime.now(UTC), answer.status, wait, detail, advice=refusal.advice or ""
    )
    return WalletTrayError(problem)


def kind_of(meaning: Meaning, status: int) -> ProblemKind:
    """Return the kind of problem. Some statuses say more than "trouble of the service"."""
    kind = _KINDS[meaning]
    return _KINDS_OF_STATUS.get(status, kind) if meaning is Meaning.SERVICE else kind


def failure(kind: ProblemKind, detail: str) -> WalletTrayError:
    """Return the problem as an exception, dated now. Raise it outside of exception handlers."""
    return WalletTrayError(Problem(kind, datetime.now(UTC), detail=detail))


def _flaw(status: int, headers: Mapping[str, str]) -> str:
    """Return why the body cannot be read, or ""."""
    if status in _WITHOUT_BODY:
        return "no body"
    if headers.get("content-encoding", "identity").strip().lower() not in ("identity", ""):
        return "packed, though that was not asked for"
    length = headers.get("content-length", "0")
    return "too long" if len(length) > len(str(MAX_BODY)) or int(length) > MAX_BODY else ""


def _wait(provider: "Provider", answer: Answer) -> timedelta | None:
    """Return the longest wait that the header or the body of an error asks for."""
    from wallet_tray.providers.strategies import ANSWERS

    form = ANSWERS.get(provider.strategies.answer)
    delay = None if form is None or answer.flaw else form.retry_delay(answer.body)
    waits = (answer.retry_after, None if delay is None else clamped(delay))
    return max((wait for wait in waits if wait is not None), default=None)
