"""A label that shortens a long text with an ellipsis."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from wallet_tray.ui.labels import PlainLabel, fade


class ElidedLabel(PlainLabel):
    """A label for plain text only, without a tooltip, which would interpret markup.

    ``text()`` returns the whole text.
    """

    def __init__(self, name: str, mode: Qt.TextElideMode, *, quiet: bool = False) -> None:
        super().__init__(name)
        self._mode, self._quiet = mode, quiet
        if quiet:
            fade(self)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("…") * 4, super().sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange and self._quiet:
            fade(self)
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        place = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), self._mode, place.width())
        painter.setLayoutDirection(self.layoutDirection())
        painter.drawText(place, int(self.alignment()), text)
        painter.end()
