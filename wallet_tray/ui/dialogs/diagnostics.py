"""The diagnosis window: the program's dependencies, their state and remedies."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from wallet_tray.ui.widgets.labels import plain_label
from wallet_tray.ui.widgets.mnemonics import Mnemonics


class Sign(Enum):
    """The severity of a finding."""

    GOOD = "good"
    NOTE = "note"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding, all of it plain text.

    ``head`` names the check and its ``state`` in a word. ``todo`` is "" if there is nothing to do.
    """

    sign: Sign
    state: str
    head: str
    found: str
    todo: str = ""


@dataclass(frozen=True, slots=True)
class DiagnosisView:
    """The findings in reading order; ``copy`` is the command line's output."""

    summary: str
    rows: tuple[FindingRow, ...]
    copy: str


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


_GRID = 8
_CHARACTERS = 88
_LINES = 32
_SHARE_OF_SCREEN = 0.9


class DiagnosisDialog(QDialog):
    """A window with the findings; it may be closed while the checks run.

    Signals:
        diagnostics_requested(): run the checks again.
    """

    diagnostics_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Diagnosis of Wallet Tray"))
        self._text = ""
        self._summary = plain_label(self.tr("Result"))
        self._summary.setWordWrap(True)
        self._list = FindingList()
        layout = QVBoxLayout(self)
        layout.setSpacing(_GRID)
        layout.addWidget(self._summary)
        layout.addWidget(self._list, stretch=1)
        layout.addLayout(self._foot())
        room = self.screen().availableGeometry().size() * _SHARE_OF_SCREEN
        metrics = self.fontMetrics()
        usual = QSize(_CHARACTERS * metrics.averageCharWidth(), _LINES * metrics.lineSpacing())
        self.resize(usual.boundedTo(room))

    def show_running(self) -> None:
        """Show that the checks are running; the last findings stay readable."""
        self._summary.setText(self.tr("Looking at everything; this takes up to 15 seconds…"))
        self._again.setEnabled(False)

    def show_diagnosis(self, view: DiagnosisView) -> None:
        """Show the findings."""
        self._text = view.copy
        self._summary.setText(view.summary)
        self._list.show_rows(view.rows)
        self._copy.setEnabled(bool(self._text))
        self._again.setEnabled(True)

    def _foot(self) -> QHBoxLayout:
        mnemonics = Mnemonics()
        self._copy = QPushButton(mnemonics.give(self.tr("Copy")), autoDefault=False)
        self._copy.setEnabled(False)
        self._copy.clicked.connect(self._on_copy)
        self._again = QPushButton(mnemonics.give(self.tr("Examine again")), autoDefault=False)
        self._again.clicked.connect(self.diagnostics_requested)
        close = QPushButton(mnemonics.give(self.tr("Close")))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        for button in (self._copy, self._again):
            row.addWidget(button)
        row.addStretch()
        row.addWidget(close)
        return row

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
