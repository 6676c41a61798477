"""The icon's own narrow digits: strokes on whole pixels, without a font."""

from dataclasses import dataclass
from functools import cache
from typing import assert_never

from wallet_tray.domain.account_snapshot import Mark
from wallet_tray.ui.tray.parts import Step

Point = tuple[float, float]
Stroke = tuple[Point, ...]

# As shares of the stem: the gap between characters and the least white inside one. As a share of
# the height: the widest digit. As a multiple of its width: the tallest digit.
_GAP = 0.6
_COUNTER = 0.6
_WIDEST = 0.62
_TALLEST = 2.4

_SIGNS = {"−": "-", ",": "."}


@dataclass(frozen=True, slots=True)
class Glyph:
    """Strokes in a unit square (y downwards).

    ``width`` is a share of a digit's width, measured between the outer stems; 0 is a single stem. A
    glyph of three stems is as wide as they need.
    """

    width: float
    strokes: tuple[Stroke, ...]
    three_stems: bool = False

    def pixels(self, digit: int, stem: int) -> int:
        """Return the width in px, if a digit has ``digit`` px and a stem ``stem`` px."""
        if self.three_stems:
            return 3 * stem + 2 * max(1, round((digit - 2 * stem) * _GAP))
        return round(self.width * (digit - stem)) + stem


GLYPHS: dict[str, Glyph] = {
    "0": Glyph(1, (((0, 0), (1, 0), (1, 1), (0, 1), (0, 0)),)),
    "1": Glyph(0.34, (((0, 0), (1, 0), (1, 1)),)),
    "2": Glyph(1, (((0, 0), (1, 0), (1, 0.5), (0, 0.5), (0, 1), (1, 1)),)),
    "3": Glyph(1, (((0, 0), (1, 0), (1, 1), (0, 1)), ((0, 0.5), (1, 0.5)))),
    "4": Glyph(1, (((0, 0), (0, 0.5), (1, 0.5)), ((1, 0), (1, 1)))),
    "5": Glyph(1, (((1, 0), (0, 0), (0, 0.5), (1, 0.5), (1, 1), (0, 1)),)),
    "6": Glyph(1, (((1, 0), (0, 0), (0, 1), (1, 1), (1, 0.5), (0, 0.5)),)),
    "7": Glyph(1, (((0, 0), (1, 0), (1, 1)),)),
    "8": Glyph(1, (((0, 0), (1, 0), (1, 1), (0, 1), (0, 0)), ((0, 0.5), (1, 0.5)))),
    "9": Glyph(1, (((0, 1), (1, 1), (1, 0), (0, 0), (0, 0.5), (1, 0.5)),)),
    ".": Glyph(0, (((0, 1),),)),
    "-": Glyph(0.67, (((0, 0.5), (1, 0.5)),)),
    "<": Glyph(0.75, (((1, 0.14), (0, 0.5), (1, 0.86)),)),
    ">": Glyph(0.75, (((0, 0.14), (1, 0.5), (0, 0.86)),)),
    "k": Glyph(0.9, (((0, 0), (0, 1)), ((1, 0.3), (0, 0.65), (1, 1)))),
    "M": Glyph(1, (((0, 1), (0, 0), (1, 0), (1, 1)), ((0.5, 0), (0.5, 0.5))), three_stems=True),
    "G": Glyph(1, (((1, 0), (0, 0), (0, 1), (1, 1), (1, 0.5), (0.6, 0.5)),)),
    "B": Glyph(1, (((0, 0), (1, 0), (1, 1), (0, 1), (0, 0)), ((0, 0.5), (1, 0.5)))),
    "T": Glyph(1, (((0, 0), (1, 0)), ((0.5, 0), (0.5, 1)))),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A number laid out for one size: stem and heights in px, and the position of each stroke."""

    stem: int
    width: int
    height: int
    strokes: tuple[Stroke, ...]


def glyphs_of(text: str) -> tuple[Glyph, ...] | None:
    """Return the glyphs of ``text``, or None if it has a character without a glyph."""
    found = [GLYPHS.get(_SIGNS.get(char, char)) for char in text]
    whole = tuple(glyph for glyph in found if glyph is not None)
    return whole if whole and len(whole) == len(found) else None


@cache
def set_line(glyphs: tuple[Glyph, ...], width: int, height: int) -> Line | None:
    """Return the boldest layout of ``glyphs`` in ``width`` x ``height`` px; None if none fits."""
    for stem in range(max(round(height / 5), 1), 0, -1):
        gap = max(1, round(stem * _GAP))
        narrowest = 2 * stem + max(1, round(stem * _COUNTER))
        for digit in range(max(round(height * _WIDEST), narrowest), narrowest - 1, -1):
            widths = [glyph.pixels(digit, stem) for glyph in glyphs]
            total = sum(widths) + gap * (len(glyphs) - 1)
            if total <= width:
                tall = min(height, int(digit * _TALLEST))
                tall -= (tall - stem) % 2  # the middle stroke on whole pixels
                return Line(stem, total, tall, _strokes(glyphs, widths, stem, gap, tall))
    return None


def _strokes(
    glyphs: tuple[Glyph, ...], widths: list[int], stem: int, gap: int, height: int
) -> tuple[Stroke, ...]:
    strokes: list[Stroke] = []
    edge = stem / 2
    left = 0
    for glyph, width in zip(glyphs, widths, strict=True):
        strokes.extend(
            tuple(
                (left + edge + round(x * (width - stem)), edge + round(y * (height - stem)))
                for x, y in stroke
            )
            for stroke in glyph.strokes
        )
        left += width + gap
    return tuple(strokes)


Piece = tuple[int, int]


def bar_pieces(step: Step, mark: Mark, length: int) -> tuple[Piece, ...]:
    """Return the inked parts, as (from, to), of a bar of ``length`` units (at least 14).

    OK is the whole bar, low its half, critical a short piece with a notch, empty only the two
    ends. Stale breaks the bar into dots. Snoozed ends it with two small dots, a notice with one.
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
