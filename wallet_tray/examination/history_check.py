"""Check that the recorded balances are readable and within their size limit."""

from collections.abc import Iterator
from pathlib import Path

from wallet_tray.diagnostics.finding import Finding, State
from wallet_tray.examination.shown import short_path
from wallet_tray.words import doctor_files as words

NAME = "history"

_LARGEST = 50 << 20  # the history's own size limit, in bytes


def look_at_history(file: Path) -> Iterator[Finding]:
    """Yield one finding; an empty history is fine."""
    from wallet_tray.services.history_state import Condition, history_state

    found = history_state(file)
    large = found.size > _LARGEST
    fine = (State.NOTE, words.HISTORY_LARGE) if large else (State.OK, words.HISTORY_FINE)
    state, said = {
        Condition.ABSENT: (State.OK, words.HISTORY_EMPTY),
        Condition.FINE: fine,
        Condition.NEWER: (State.NOTE, words.HISTORY_NEWER),
        # Repaired automatically with the next balance.
        Condition.DAMAGED: (State.NOTE, words.HISTORY_DAMAGED),
        Condition.UNREADABLE: (State.PROBLEM, words.HISTORY_UNREADABLE),
        Condition.TOO_LONG: (State.PROBLEM, words.HISTORY_TOO_LONG),
        Condition.NO_SQLITE: (State.PROBLEM, words.NO_SQLITE),
    }[found.condition]
    yield Finding(NAME, state, said, {"file": short_path(file), "size": _size_text(found.size)})


def _size_text(size: int) -> str:
    return f"{size / (1 << 20):.1f} MiB" if size >= 1 << 20 else f"{-(-size // 1024)} KiB"
