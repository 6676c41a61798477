"""Interpretation of a wallet service's reply, from its status, headers and body."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from typing import TypeVar

from wallet_tray.domain.problem import LONGEST_WAIT, Problem, ProblemKind, WalletTrayError
from wallet_tray.providers.bytenite import retry_delay_from
from wallet_tray.providers.json_reader import NotUnderstoodError


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


MAX_BODY = 64 * 1024

HEADERS_READ = frozenset({"content-type", "content-length", "content-encoding", "retry-after"})
"""All other headers are dropped unread, such as cookies and Location."""

_WITHOUT_BODY = (204, 205, 206)  # none, none, and partial content
_KINDS = {
    400: ProblemKind.BAD_REQUEST,
    401: ProblemKind.CREDENTIAL_REJECTED,
    403: ProblemKind.FORBIDDEN,
    404: ProblemKind.NOT_FOUND,
    429: ProblemKind.RATE_LIMITED,
}
_MAY_NAME_A_WAIT = (ProblemKind.RATE_LIMITED, ProblemKind.SERVICE_FAILED)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Answer:
    """One reply. ``kind`` is the problem that its status stands for, None for a success.

    ``body`` is None if there is no usable one; ``flaw`` says why in our own words.
    """

    status: int
    kind: ProblemKind | None
    body: bytes | None = field(default=None, repr=False)
    flaw: str = ""
    web_page: bool = False
    retry_after: timedelta | None = None

    def read(self, parse: Callable[[bytes], T]) -> T:
        """Parse the body of a success with ``parse``. Raises WalletTrayError otherwise."""
        if self.kind is not None:
            raise failure(self.kind, "", self.status, self.retry_after)
        flaw, web_page = self.flaw, self.web_page
        if self.body is not None:
            try:
                return parse(self.body)
            except NotUnderstoodError as error:
                flaw, web_page = error.reason, web_page or error.markup
        kind = ProblemKind.NOT_THE_SERVICE if web_page else ProblemKind.NOT_UNDERSTOOD
        raise failure(kind, flaw, self.status)


def answer_from(status: int, headers: Mapping[str, str], chunks: Iterable[bytes]) -> Answer:
    """Return the reply with at most 64 KiB of its body; ``chunks`` are the body's bytes.

    An exception while the body of a success is read is passed on. For an error the status is
    enough.
    """
    if 200 <= status < 300:
        web_page = headers.get("content-type", "").lower().startswith("text/html")
        body, flaw = _body(status, headers, chunks)
        return Answer(status, None, body, flaw, web_page)
    kind = _KINDS.get(status, ProblemKind.SERVICE_FAILED)
    if 300 <= status < 400 and status != 304:  # "not modified" leads nowhere
        kind = ProblemKind.REDIRECTED
    wait = _wait(status, headers, chunks) if kind in _MAY_NAME_A_WAIT else None
    return Answer(status, kind, retry_after=wait)


def failure(
    kind: ProblemKind,
    detail: str,
    status: int | None = None,
    retry_after: timedelta | None = None,
) -> WalletTrayError:
    """Return the problem as an exception, dated now. Raise it outside of exception handlers."""
    return WalletTrayError(Problem(kind, datetime.now(UTC), status, retry_after, detail))


def _body(
    status: int, headers: Mapping[str, str], chunks: Iterable[bytes]
) -> tuple[bytes | None, str]:
    if status in _WITHOUT_BODY:
        return None, "no body"
    if headers.get("content-encoding", "identity").strip().lower() not in ("identity", ""):
        return None, "packed, though that was not asked for"
    length = headers.get("content-length", "0")
    if len(length) > len(str(MAX_BODY)) or int(length) > MAX_BODY:
        return None, "too long"
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > MAX_BODY:
            return None, "too long"
    return bytes(body), ""


def _wait(status: int, headers: Mapping[str, str], chunks: Iterable[bytes]) -> timedelta | None:
    waits = [retry_after_from(headers.get("retry-after"), datetime.now(UTC))]
    try:
        body, _ = _body(status, headers, chunks)
    except Exception:  # noqa: BLE001  the status counts even if the body fails
        body = None
    if body and (delay := retry_delay_from(body)) is not None:
        waits.append(clamped(delay))
    return max((wait for wait in waits if wait is not None), default=None)
