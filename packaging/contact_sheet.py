"""A picture of every look of the tray icon, for visual review.

``python packaging/contact_sheet.py OUT.png`` writes it.
"""

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

from wallet_tray.domain.settings import IconTheme
from wallet_tray.ui.tray.painter import SIZES, IconPainter
from wallet_tray.ui.tray.parts import IconState, Mark, Step

KNOWN = (Step.OK, Step.LOW, Step.CRITICAL, Step.EMPTY)
METERS = (
    *(IconState(step) for step in KNOWN),
    *(IconState(step, Mark.STALE) for step in KNOWN),
    *(IconState(step, Mark.PROBLEM) for step in KNOWN),
    *(IconState(step, Mark.SNOOZED) for step in KNOWN),
    *(IconState(step, Mark.PAUSED) for step in KNOWN),
    *(IconState(step, Mark.NOTICE) for step in KNOWN),
    IconState(Step.UNKNOWN),
    IconState(Step.UNKNOWN, Mark.LOADING),
    IconState(Step.UNKNOWN, Mark.PAUSED),
    IconState(Step.UNKNOWN, Mark.SIGNED_OUT),
    IconState(Step.UNKNOWN, Mark.PROBLEM),
)
NUMBERS = (
    IconState(Step.OK, number="1.2k"),
    IconState(Step.OK, number="842"),
    IconState(Step.LOW, number="67"),
    IconState(Step.CRITICAL, number="<1"),
    IconState(Step.EMPTY, number="−3"),
    IconState(Step.OK, Mark.STALE, "3.5M"),
    IconState(Step.LOW, Mark.STALE, "90"),
    IconState(Step.LOW, Mark.SNOOZED, "51"),
    *(IconState(step, Mark.NOTICE, "512") for step in KNOWN),
)

_PAGE = QColor("#fafafa")
_INK = QColor("#303030")
_GAP = 10
_LABEL = 130
_HEAD = 22
_ENLARGED = ((16, 4), (22, 3))  # size and factor


@dataclass(frozen=True, slots=True)
class _Panel:
    name: str
    color: str
    dark: bool
    theme: IconTheme = IconTheme.AUTO


_PANELS = (
    _Panel("light panel", "#eff0f1", dark=False),
    _Panel("dark panel", "#24272b", dark=True),
    _Panel("grey panel, light icon", "#808080", dark=True),
    _Panel("grey panel, dark icon", "#808080", dark=False),
    _Panel("color, light panel", "#eff0f1", dark=False, theme=IconTheme.COLOR),
    _Panel("color, dark panel", "#24272b", dark=True, theme=IconTheme.COLOR),
    _Panel("guessed wrong: light icon", "#ffffff", dark=True),
    _Panel("guessed wrong: dark icon", "#000000", dark=False),
)


def contact_sheet() -> QImage:
    """Draw all states in all sizes on all panels, the two smallest grids also enlarged."""
    states = (*METERS, *NUMBERS)
    widths = [*SIZES, *(size * factor for size, factor in _ENLARGED)]
    block_width = _LABEL + sum(widths) + _GAP * (len(widths) + 1)
    heights = max(widths) + _GAP
    block_height = _HEAD + heights * len(states) + _GAP
    columns = len(_PANELS) // 2
    sheet = QImage(block_width * columns, block_height * 2, QImage.Format.Format_RGB32)
    sheet.fill(_PAGE)
    painter = QPainter(sheet)
    font = QFont(painter.font())
    font.setPixelSize(11)
    painter.setFont(font)
    painter.setPen(_INK)
    for index, panel in enumerate(_PANELS):
        below, beside = divmod(index, columns)
        painter.save()
        painter.translate(beside * block_width, below * block_height)
        painter.drawText(_LABEL, 15, panel.name)
        painter.fillRect(
            QRect(_LABEL, _HEAD, block_width - _LABEL - _GAP, heights * len(states) + _GAP),
            QColor(panel.color),
        )
        icons = IconPainter(panel.theme, panel.dark)
        for row, state in enumerate(states):
            top = _HEAD + _GAP + row * heights
            painter.drawText(
                QRect(0, top, _LABEL - _GAP, heights - _GAP),
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                _name(state),
            )
            _draw_row(painter, icons, state, _LABEL, top)
        painter.restore()
    painter.end()
    return sheet


def _draw_row(painter: QPainter, icons: IconPainter, state: IconState, left: int, top: int) -> None:
    pictures: Iterable[QImage] = (
        *(icons.pixmap(state, size).toImage() for size in SIZES),
        *(
            icons.pixmap(state, size).toImage().scaled(size * factor, size * factor)
            for size, factor in _ENLARGED
        ),
    )
    for picture in pictures:
        left += _GAP
        painter.drawImage(left, top, picture)
        left += picture.width()


def _name(state: IconState) -> str:
    words = [state.step.value]
    if state.mark is not Mark.NONE:
        words.append(state.mark.value)
    if state.number is not None:
        words.append(f"“{state.number}”")
    return " ".join(words)


def main(arguments: list[str]) -> int:
    """Write the sheet to the one path in ``arguments``; return 0 on success."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python packaging/contact_sheet.py OUT.png\n")
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    written = contact_sheet().save(arguments[0])
    del application
    return 0 if written else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
