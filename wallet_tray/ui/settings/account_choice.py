"""The list of accounts, in the popup (with several accounts) and in the settings."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QWidget

from wallet_tray.ui.widgets.accessibility import name_choice

_SHORTEST = 8  # characters
_EDGES = 4  # px that styles leave free beside the text


class AccountChoice(QComboBox):
    """A list that opens with Space, F4 or Alt+Down; Return only chooses in the open list.

    Some desktops press buttons with Return (GNOME). There the Return that closed the list also
    reaches the box and would open it again. A name that is too long ends in an ellipsis, because
    not every style of Qt adds one.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMinimumContentsLength(_SHORTEST)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        name_choice(self, self.tr("Account"))

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:  # noqa: N802  Qt's name
        super().initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, field.width() - _EDGES
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)
