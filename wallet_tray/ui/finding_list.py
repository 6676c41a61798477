"""The list of a diagnosis's findings."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QStyle, QWidget

from wallet_tray.ui.diagnosis_view import FindingRow, Sign
from wallet_tray.ui.widgets.labels import plain_label

_GRID = 8
_ICON = 22

# Three shapes, so that nothing depends on colour; the head also says it in a word.
_PICTURES = {
    Sign.GOOD: QStyle.StandardPixmap.SP_DialogApplyButton,
    Sign.NOTE: QStyle.StandardPixmap.SP_MessageBoxInformation,
    Sign.PROBLEM: QStyle.StandardPixmap.SP_MessageBoxWarning,
}


class FindingList(QScrollArea):
    """A list that the arrow keys also scroll. Texts are plain and selectable with the mouse."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Findings"))
        self.show_rows(())

    def show_rows(self, rows: Sequence[FindingRow]) -> None:
        """Replace the rows and keep the scroll position."""
        place = self.verticalScrollBar().value()
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(_GRID, _GRID, _GRID, _GRID)
        grid.setHorizontalSpacing(_GRID)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for row in rows:
            self._add(grid, row)
        grid.setRowStretch(grid.rowCount(), 1)
        self.setWidget(inside)  # which deletes the previous widget
        self.verticalScrollBar().setValue(place)

    def _add(self, grid: QGridLayout, row: FindingRow) -> None:
        first = grid.rowCount()
        grid.addWidget(self._picture(row), first, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        head = plain_label(text=row.head)
        font = head.font()
        font.setBold(True)
        head.setFont(font)
        lines = [head]
        for text in (row.found, row.todo):
            if text:
                line = plain_label(text=text)
                line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                lines.append(line)
        for place, line in enumerate(lines):
            line.setWordWrap(True)
            grid.addWidget(line, first + place, 1)
        grid.setRowMinimumHeight(first + len(lines), _GRID + _GRID // 2)

    def _picture(self, row: FindingRow) -> QLabel:
        picture = QLabel()
        picture.setTextFormat(Qt.TextFormat.PlainText)
        icon = self.style().standardIcon(_PICTURES[row.sign], None, self)
        picture.setPixmap(icon.pixmap(QSize(_ICON, _ICON), self.devicePixelRatio()))
        picture.setAccessibleName(row.state)
        return picture
