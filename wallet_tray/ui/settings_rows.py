"""Rows of a settings page: label, field, and below the field a note in as many lines as it needs.

Qt's own form layout gives a note of one line the height of two, so these are rows of a grid.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QStyle, QWidget

from wallet_tray.ui.note_label import NoteLabel

_GRID = 8


class SettingsRows(QGridLayout):
    """A grid of two columns that grows downwards. Labels are aligned as the desktop aligns them."""

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
        """One more row; a gap parts it from the one above."""
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
        """What follows is about something else: a wider gap."""
        self._gap = 2 * _GRID + _GRID // 2
