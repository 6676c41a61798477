"""The thin bar below the icon's number; it shows the same step and mark as the wallet."""

from typing import assert_never

from wallet_tray.ui.icon_state import Mark, Step

Piece = tuple[int, int]


def bar_pieces(step: Step, mark: Mark, length: int) -> tuple[Piece, ...]:
    """Where the bar is inked, as (from, to) in units; ``length`` units (at least 14) are the whole.

    Ok is the whole bar, low its half, critical a sliver with a notch, empty the two ends only.
    Stale breaks the bar into dots; snoozed ends it with two small ones, a notice with one.
    """
    if mark is Mark.STALE:
        return _broken(step, length)
    if mark is Mark.SNOOZED:
        dots = ((length - 3, length - 2), (length - 1, length))
        if step is Step.OK:
            return ((0, length - 4), *dots)
        return (*(piece for piece in _whole(step, length) if piece[0] < length // 2), *dots)
    if mark is Mark.NOTICE:
        return _noticed(step, length)
    return _whole(step, length)


def _noticed(step: Step, length: int) -> tuple[Piece, ...]:
    dot, middle = (length - 2, length), length // 2
    match step:
        case Step.OK:
            return ((0, length - 4), dot)
        case Step.EMPTY:
            return ((0, 2), (middle - 1, middle + 1), dot)
        case _:
            return (*_whole(step, length), dot)


def _whole(step: Step, length: int) -> tuple[Piece, ...]:
    match step:
        case Step.OK:
            return ((0, length),)
        case Step.LOW:
            return ((0, length // 2),)
        case Step.CRITICAL:
            return ((0, 3), (4, 5))
        case Step.EMPTY:
            return ((0, 2), (length - 2, length))
        case Step.UNKNOWN:
            return ()
        case other:
            assert_never(other)


def _broken(step: Step, length: int) -> tuple[Piece, ...]:
    match step:
        case Step.OK:
            return _dots(length)
        case Step.LOW:
            return _dots(length // 2)
        case Step.CRITICAL:
            return _dots(2)
        case Step.EMPTY:
            return ((0, 1), (length - 1, length))
        case Step.UNKNOWN:
            return ()
        case other:
            assert_never(other)


def _dots(length: int) -> tuple[Piece, ...]:
    """Return as many dots as fit into ``length``, two units long and two apart."""
    return tuple((left, left + 2) for left in range(0, length - 1, 4))
