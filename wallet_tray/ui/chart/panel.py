"""The chart with its caption and its switch."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wallet_tray.ui.chart.presenter import ChartView
from wallet_tray.ui.chart.widget import BalanceChart
from wallet_tray.ui.chart_readings import Reading
from wallet_tray.ui.elided_label import ElidedLabel
from wallet_tray.ui.span_switch import SpanSwitch


class HistoryPanel(QWidget):
    """A panel whose caption is replaced by the chart's reading, so that nothing is covered.

    Signals:
        span_chosen(Span): show another period.
    """

    span_chosen = Signal(object)

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
        self._switch = SpanSwitch()
        self._switch.span_chosen.connect(self.span_chosen)
        head.addWidget(self._caption, stretch=1)
        head.addWidget(self._reading, stretch=1)
        head.addWidget(self._switch)
        layout.addLayout(head)
        self._chart = BalanceChart()
        self._chart.reading_changed.connect(self._on_reading)
        layout.addWidget(self._chart)

    def show_view(self, view: ChartView) -> None:
        """Draw the chart and mark its period."""
        self._switch.show_span(view.span)
        self._chart.show_view(view)

    def _on_reading(self, reading: Reading | None) -> None:
        if reading is not None:
            self._reading.setText(f"{reading.value} · {reading.time}")
        self._caption.setVisible(reading is None)
        self._reading.setVisible(reading is not None)
