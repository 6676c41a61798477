"""The line below a field: its help, or advice for invalid input."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from wallet_tray.ui.widgets.labels import PlainLabel, fade


class NoteLabel(PlainLabel):
    """Plain text in several lines, quieter than the fields except for advice; hidden if empty.

    The control that it belongs to has the same text as its description.
    """

    _is_quiet = True

    def __init__(self, text: str = "", control: QWidget | None = None) -> None:
        super().__init__()
        self._help = text
        self._control = control
        self.setWordWrap(True)
        policy = self.sizePolicy()  # its height depends on its width; a new policy would lose that
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        self.show_advice("")

    def show_advice(self, advice: str) -> None:
        """Show advice on what to enter instead; "" restores the help."""
        self._is_quiet = not advice
        text = advice or self._help
        self.setText(text)
        if self.parent() is not None or not text:  # a label without a parent would be a window
            self.setVisible(bool(text))
        if self._control is not None:
            self._control.setAccessibleDescription(text)
        self._color()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the desktop's colours at once."""
        if event.type() is QEvent.Type.PaletteChange:
            self._color()
        super().changeEvent(event)

    def _color(self) -> None:
        if self._is_quiet:
            fade(self)
            return
        role, palette = QPalette.ColorRole.WindowText, self.palette()
        color = QApplication.palette(self).color(role)
        if palette.color(role) != color:
            palette.setColor(role, color)
            self.setPalette(palette)
