"""The diagnosis window: the program's dependencies, their state and remedies."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from wallet_tray.ui.diagnosis_view import DiagnosisView
from wallet_tray.ui.finding_list import FindingList
from wallet_tray.ui.widgets.labels import plain_label
from wallet_tray.ui.widgets.mnemonics import Mnemonics

_GRID = 8
_CHARACTERS = 88
_LINES = 32
_SHARE_OF_SCREEN = 0.9


class DiagnosisDialog(QDialog):
    """A window with the findings; it may be closed during an examination.

    Signals:
        examination_requested(): run the examination again.
    """

    examination_requested = Signal()

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
        """Show that an examination is running; the last findings stay readable."""
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
        self._again.clicked.connect(self.examination_requested)
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
