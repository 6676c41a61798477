"""A label that shortens a long text with an ellipsis."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from wallet_tray.ui.widgets.labels import PlainLabel, fade


class ElidedLabel(PlainLabel):
    """Plain text only, and no hover: a hover would read markup. ``text()`` holds the whole.

    The end that ``keep_end`` names is not cut off, where there is room for it.
    """

    def __init__(self, name: str, mode: Qt.TextElideMode, *, quiet: bool = False) -> None:
        super().__init__(name)
        self._mode, self._quiet, self._end = mode, quiet, 0
        if quiet:
            fade(self)

    def keep_end(self, length: int) -> None:
        """Cut the text before its last ``length`` characters, and not there."""
        if length != self._end:
            self._end = length
            self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("…") * 4, super().sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange and self._quiet:
            fade(self)
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        place = self.contentsRect()
        metrics, text = self.fontMetrics(), self.text()
        end = text[len(text) - self._end :]
        room = place.width() - metrics.horizontalAdvance(end)
        if room < 2 * metrics.horizontalAdvance("…"):
            room, end = place.width(), ""
        text = metrics.elidedText(text.removesuffix(end), self._mode, room) + end
        painter.setLayoutDirection(self.layoutDirection())
        painter.drawText(place, int(self.alignment()), text)
        painter.end()
