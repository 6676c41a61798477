"""The switch between the chart's three periods."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from wallet_tray.domain.curve import Span


class SpanSwitch(QWidget):
    """Three buttons, one of them pressed; the arrow keys move between them.

    Signals:
        span_chosen(Span): another button was pressed.
    """

    span_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Time shown"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._buttons: dict[Span, QToolButton] = {}
        for span, text, name in (
            (Span.DAY, self.tr("24 h"), self.tr("Last 24 hours")),
            (Span.WEEK, self.tr("7 d"), self.tr("Last 7 days")),
            (Span.MONTH, self.tr("30 d"), self.tr("Last 30 days")),
        ):
            button = QToolButton()
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setText(text)
            button.setAccessibleName(name)
            self._group.addButton(button)
            self._buttons[span] = button
            row.addWidget(button)
        self._group.buttonClicked.connect(self._clicked)

    def show_span(self, span: Span) -> None:
        """Mark the period shown."""
        self._buttons[span].setChecked(True)
        for one, button in self._buttons.items():  # the Tab key reaches the pressed one
            policy = Qt.FocusPolicy.StrongFocus if one is span else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def _clicked(self, clicked: QToolButton) -> None:
        (span,) = (span for span, button in self._buttons.items() if button is clicked)
        self.span_chosen.emit(span)
