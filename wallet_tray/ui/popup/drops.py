"""The latest drops: amount, time and name."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from wallet_tray.ui.popup.figures import ROWS, DropRow
from wallet_tray.ui.widgets.labels import ElidedLabel, muted_label, plain_label, scaled_font

_SPACE = 8  # px between amount, time and name


class DropsList(QWidget):
    """Three rows in fixed places, whatever the number of drops."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Last drops"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(_SPACE)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        self._rows = [self._row(grid, place) for place in range(ROWS)]
        self._none = muted_label(text=self.tr("No spending seen yet"))
        grid.addWidget(self._none, 0, 0, 1, 2)

    def show_rows(self, rows: Sequence[DropRow] | None) -> None:
        """Show these drops, newest first; None if they are not known yet."""
        self._none.setVisible(rows is not None and not rows)
        rows = rows or ()
        for place, (amount, time, name) in enumerate(self._rows):
            row = rows[place] if place < len(rows) else DropRow("", "", "")
            amount.setText(row.amount)
            time.setText(row.time)
            name.setText(row.name)
            name.keep_end(row.kept)
            for label in (amount, time, name):  # screen readers skip empty labels
                label.setVisible(place < len(rows))

    def _row(self, grid: QGridLayout, place: int) -> tuple[QLabel, QLabel, ElidedLabel]:
        amount, time = plain_label(), muted_label()
        amount.setFont(scaled_font(amount.font(), 1))
        amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        name = ElidedLabel(self.tr("What it was"), Qt.TextElideMode.ElideRight, quiet=True)
        name.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for label in (amount, time, name):
            policy = label.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            label.setSizePolicy(policy)
        # Not a third column: a name gets all the room beside the time in its row.
        rest = QHBoxLayout()
        rest.setSpacing(_SPACE)
        rest.addWidget(time)
        rest.addWidget(name, stretch=1)
        grid.addWidget(amount, place, 0)
        grid.addLayout(rest, place, 1)
        grid.setRowMinimumHeight(place, amount.fontMetrics().height())
        return amount, time, name
