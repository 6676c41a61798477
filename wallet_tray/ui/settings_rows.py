"""Rows of a settings page: label, field, and below the field a note of any number of lines.

Qt's form layout gives a one-line note the height of two lines, so this is a grid.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QStyle, QWidget

from wallet_tray.ui.note_label import NoteLabel

_GRID = 8


class SettingsRows(QGridLayout):
    """A grid of two columns that grows downwards. Labels are aligned in the desktop's style."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        hint = page.style().styleHint(QStyle.StyleHint.SH_FormLayoutLabelAlignment)
        horizontal = Qt.AlignmentFlag(hint) & Qt.AlignmentFlag.AlignHorizontal_Mask
        self._alignment = horizontal | Qt.AlignmentFlag.AlignVCenter
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(_GRID + _GRID // 2)
        self.setVerticalSpacing(0)
        self.setColumnStretch(1, 1)
        self._gap = 0

    def add(self, label: QWidget | None, field: QWidget, note: NoteLabel | None = None) -> None:
        """Add a row, separated by a gap from the one above."""
        row = self.rowCount()
        if self._gap:
            self.setRowMinimumHeight(row, self._gap)
            row += 1
        self._gap = _GRID
        if label is not None:
            self.addWidget(label, row, 0, self._alignment)
        self.addWidget(field, row, 1)
        if note is not None:
            self.setRowMinimumHeight(row + 1, _GRID // 4)
            self.addWidget(note, row + 2, 1)

    def part(self) -> None:
        """Add a wider gap before another topic."""
        self._gap = 2 * _GRID + _GRID // 2
