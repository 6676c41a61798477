"""The thin bar below the icon's number: it says the step and the mark that the wallet would say."""

from wallet_tray.ui.icon_state import Mark, Step

Piece = tuple[int, int]


def bar_pieces(step: Step, mark: Mark, length: int) -> tuple[Piece, ...]:
    """Where the bar is inked, as (from, to) in units; ``length`` units (at least 14) are the whole.

    Ok is the whole bar, low its half, critical a sliver with a notch, empty the two ends only.
    Stale breaks the bar into dots; snoozed puts three dots at its end.
    """
    snooze = mark is Mark.SNOOZED
    pieces: tuple[Piece, ...]
    match step:
        case Step.OK:
            pieces = ((0, length - 6 if snooze else length),)
        case Step.LOW:
            pieces = ((0, length // 2),)
        case Step.CRITICAL:
            pieces = ((0, 3), (4, 5))
        case Step.EMPTY:
            pieces = ((0, 2), (length - 2, length))
        case Step.UNKNOWN:
            pieces = ()
    if mark is Mark.STALE:
        return _dotted(pieces)
    if snooze:
        dots = tuple((length - back, length - back + 1) for back in (5, 3, 1))
        return tuple(piece for piece in pieces if piece[1] < length) + dots
    return pieces


def _dotted(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    return tuple(
        (unit, unit + 1) for left, right in pieces for unit in range(left, right) if unit % 2 == 0
    )
