"""The chart with its caption and its switch."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from wallet_tray.domain.balance_series import ChartRange
from wallet_tray.ui.chart.presenter import ChartView, Reading
from wallet_tray.ui.chart.widget import BalanceChart
from wallet_tray.ui.widgets.labels import ElidedLabel


class SpanSwitch(QWidget):
    """Three buttons, one of them pressed; the arrow keys move between them.

    Signals:
        span_chosen(ChartRange): another button was pressed.
    """

    span_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Time shown"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._buttons: dict[ChartRange, QToolButton] = {}
        for span, text, name in (
            (ChartRange.DAY, self.tr("24 h"), self.tr("Last 24 hours")),
            (ChartRange.WEEK, self.tr("7 d"), self.tr("Last 7 days")),
            (ChartRange.MONTH, self.tr("30 d"), self.tr("Last 30 days")),
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

    def show_span(self, span: ChartRange) -> None:
        """Mark the period shown."""
        self._buttons[span].setChecked(True)
        for one, button in self._buttons.items():  # the Tab key reaches the pressed one
            policy = Qt.FocusPolicy.StrongFocus if one is span else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def _clicked(self, clicked: QToolButton) -> None:
        (span,) = (span for span, button in self._buttons.items() if button is clicked)
        self.span_chosen.emit(span)


class HistoryPanel(QWidget):
    """A panel whose caption is replaced by the chart's reading, so that nothing is covered."""

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        head = QHBoxLayout()
        self._caption = ElidedLabel("", Qt.TextElideMode.ElideRight, quiet=True)
        self._caption.setText(self.tr("History"))
        self._reading = ElidedLabel(self.tr("Reading"), Qt.TextElideMode.ElideRight)
        self._reading.setVisible(False)
        self.switch = SpanSwitch()
        head.addWidget(self._caption, stretch=1)
        head.addWidget(self._reading, stretch=1)
        head.addWidget(self.switch)
        layout.addLayout(head)
        self._chart = BalanceChart()
        self._chart.reading_changed.connect(self._on_reading)
        layout.addWidget(self._chart)

    def show_view(self, view: ChartView) -> None:
        """Draw the chart and mark its period."""
        self.switch.show_span(view.span)
        self._chart.show_view(view)

    def _on_reading(self, reading: Reading | None) -> None:
        if reading is not None:
            self._reading.setText(f"{reading.value} · {reading.time}")
        self._caption.setVisible(reading is None)
        self._reading.setVisible(reading is not None)
