"""Recorded balances as a table for people."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from decimal import Context, Decimal

from wallet_tray.history.history import Recorded
from wallet_tray.text.amounts import MASK, MINUS, NO_BREAK_SPACE, amount_text

_EXACT = Context(prec=1500, Emax=999_999, Emin=-999_999)
_COLUMNS = ("From", "Until", "Available", "Change", "Total", "Due")
_LINE = "{:16}  {:16}  {:>12}  {:>12}  {:>12}  {:>10}"


def table_lines(rows: Iterable[Recorded], now: datetime, *, hidden: bool) -> Iterator[str]:
    """Yield lines with line ends, newest last; none without rows.

    Times are local. A heading names the wallet each time it changes.
    """
    wallet: tuple[str, str, str] | None = None
    before: Decimal | None = None
    for row in rows:
        if (row.account_id, row.unit, row.amount_due_unit) != wallet:
            if wallet is not None:
                yield "\n"
            wallet = (row.account_id, row.unit, row.amount_due_unit)
            before = None
            yield f"Account ID {row.account_id}, in {row.unit}, due in {row.amount_due_unit}\n"
            yield f"{_LINE.format(*_COLUMNS)}\n"
        sample = row.sample
        line = _LINE.format(
            _local(sample.since),
            _local(sample.until),
            _text(sample.available, hidden=hidden),
            "" if before is None else _change(before, sample.available, hidden=hidden),
            _text(sample.total, hidden=hidden),
            _text(sample.amount_due, hidden=hidden),
        )
        yield f"{line.rstrip()}\n"
        before = sample.available


def _change(before: Decimal, after: Decimal, *, hidden: bool) -> str:
    change = _EXACT.subtract(after, before)
    if not change:
        return ""
    text = _text(change, hidden=hidden)
    return f"+{text}" if change > 0 and not hidden else text


def _text(amount: Decimal, *, hidden: bool) -> str:
    if hidden:
        return MASK
    return amount_text(amount).replace(NO_BREAK_SPACE, " ").replace(MINUS, "-")


def _local(at: datetime) -> str:
    return at.astimezone().strftime("%Y-%m-%d %H:%M")
