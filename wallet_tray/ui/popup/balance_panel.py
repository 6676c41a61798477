"""The figures of the popup: the available balance in large, its outlook, the others in small."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from wallet_tray.domain.money import Figure
from wallet_tray.ui.popup.presenter import PopupView
from wallet_tray.ui.widgets.labels import muted_label, plain_label, scaled_font

_SCALES = (2.4, 2.1, 1.8, 1.5, 1.2, 1.0)
_SMALL_SCALES = (1.0, 0.92, 0.84, 0.76)


def balance_label(name: str) -> QLabel:
    """Return a plain label with fixed-width figures, so that a changing balance moves nothing."""
    label = plain_label(name, selectable=True)
    label.setFont(_font(label, _SCALES[0]))
    label.setMinimumHeight(label.sizeHint().height())  # widgets below keep their place
    return label


def fit_figures(label: QLabel, unit: QLabel, room: int) -> None:
    """Give ``label`` the largest font in which its text fits into ``room`` logical pixels.

    ``unit`` is beside it in its usual size, on the same base line.
    """
    for scale in _SCALES:
        font = _font(unit, scale)
        metrics = QFontMetrics(font)
        if metrics.horizontalAdvance(label.text()) <= room:
            break
    if font != label.font():
        label.setFont(font)
    unit.setContentsMargins(0, 0, 0, max(0, metrics.descent() - unit.fontMetrics().descent()))


def fit_beside(labels: Sequence[QLabel], like: QFont, room: int) -> None:
    """Give all ``labels`` the largest of the small fonts in which each fits into ``room``."""
    for scale in _SMALL_SCALES:
        font = scaled_font(like, scale)
        metrics = QFontMetrics(font)
        if all(metrics.horizontalAdvance(label.text()) <= room for label in labels):
            break
    for label in labels:
        if font != label.font():
            label.setFont(font)


def _font(like: QWidget, scale: float) -> QFont:
    font = scaled_font(QFont(), scale)
    font.setWeight(QFont.Weight.DemiBold)
    return font


_GAP = 8
_OUTLOOK_LINES = 2
_COLUMNS = 3


class BalancePanel(QWidget):
    """A panel of amounts, which shrink before they are cut off.

    Signals:
        top_up_requested(): open the top-up page.
    """

    top_up_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(muted_label(text=self.tr("Available")))
        layout.addLayout(self._balance())
        self._outlook = muted_label(self.tr("Outlook"))
        self._outlook.setWordWrap(True)
        self._outlook.setAlignment(
            Qt.AlignmentFlag.AlignTop
            | (self._outlook.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        )
        # Widgets below keep their place, whether or not an outlook is known.
        self._outlook.setMinimumHeight(_OUTLOOK_LINES * self._outlook.fontMetrics().lineSpacing())
        layout.addWidget(self._outlook)
        layout.addSpacing(_GAP)
        self._grid = self._columns()
        layout.addLayout(self._grid)

    def show_view(self, view: PopupView) -> None:
        """Show the view's figures."""
        self._available.setText(view.available)
        self._available.setToolTip(view.exact)
        if not view.exact and QToolTip.isVisible():
            QToolTip.hideText()  # it may show an amount that is hidden now
        self._unit.setText(view.unit)
        self._available.setAccessibleDescription(f"{view.available}\u00a0{view.unit}".strip())
        self._outlook.setText(view.outlook)
        self._show_others(view.others)
        self._top_up.setVisible(view.can_top_up)

    def fit(self, width: int) -> None:
        """Choose the fonts for a panel of ``width`` logical pixels."""
        room = width - self._unit.sizeHint().width() - 2 * _GAP
        if not self._top_up.isHidden():
            room -= self._top_up.sizeHint().width() + _GAP
        fit_figures(self._available, self._unit, room)
        column = (width - (_COLUMNS - 1) * _GAP) // _COLUMNS
        for row in zip(*(self._others[figure] for figure in self._shown), strict=True):
            fit_beside(row, self._unit.font(), column)

    def _balance(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(_GAP // 2)
        self._available = balance_label(self.tr("Available balance"))
        self._unit = muted_label()
        self._top_up = QPushButton(self.tr("Top up…"))
        self._top_up.setAutoDefault(False)
        self._top_up.clicked.connect(self.top_up_requested)
        row.addWidget(self._available)
        row.addWidget(self._unit, alignment=Qt.AlignmentFlag.AlignBottom)
        row.addStretch()
        row.addWidget(self._top_up, alignment=Qt.AlignmentFlag.AlignVCenter)
        return row

    def _columns(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(_GAP)
        grid.setVerticalSpacing(0)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        self._shown: tuple[Figure, ...] = ()
        self._others = {
            figure: self._column(grid, title, name)
            for figure, title, name in (
                (Figure.TOTAL, self.tr("Total"), self.tr("Total balance")),
                (Figure.RESERVED, self.tr("Reserved"), self.tr("Reserved balance")),
                (Figure.DUE, self.tr("Amount due"), self.tr("Amount due")),
                (Figure.GRANTED, self.tr("Granted"), self.tr("Granted balance")),
                (Figure.CREDIT_LINE, self.tr("Credit line"), self.tr("Credit line")),
                (Figure.PER_HOUR, self.tr("Per hour"), self.tr("Spending per hour")),
            )
        }
        return grid

    def _column(self, grid: QGridLayout, title: str, name: str) -> tuple[QLabel, QLabel]:
        """Return a heading and its value, without their place."""
        value = plain_label(name, selectable=True)
        value.setMinimumHeight(value.fontMetrics().height())
        heading = muted_label(text=title)
        for label in (heading, value):  # equal shares, whatever the content
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            label.setVisible(False)
            grid.addWidget(label, 0, 0)  # in the order of the keyboard
        return heading, value

    def _show_others(self, others: Sequence[tuple[Figure, str]]) -> None:
        """Show the figures that the wallet states, three beside each other."""
        shown = tuple(figure for figure, _ in others)
        for figure, text in others:
            self._others[figure][1].setText(text)
        if shown == self._shown:
            return
        self._shown = shown
        for figure, labels in self._others.items():
            row, column = divmod(shown.index(figure), _COLUMNS) if figure in shown else (0, 0)
            for line, label in enumerate(labels):
                self._grid.addWidget(label, 2 * row + line, column)
                label.setVisible(figure in shown)
