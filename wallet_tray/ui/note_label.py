"""The line below a field: what it is for, or, while it holds something else, what to enter."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from wallet_tray.ui.labels import PlainLabel, fade


class NoteLabel(PlainLabel):
    """Plain text in several lines, quieter than the fields unless it asks for something; hidden
    while there is nothing to say.

    The control that it belongs to carries the same text as its description.
    """

    _is_quiet = True

    def __init__(self, text: str = "", control: QWidget | None = None) -> None:
        super().__init__()
        self._help = text
        self._control = control
        self.setWordWrap(True)
        policy = self.sizePolicy()  # its height depends on its width, which a new one would forget
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        self.show_advice("")

    def show_advice(self, advice: str) -> None:
        """What to enter instead; "" brings the help back."""
        self._is_quiet = not advice
        text = advice or self._help
        self.setText(text)
        if self.parent() is not None or not text:  # a label without a parent would be a window
            self.setVisible(bool(text))
        if self._control is not None:
            self._control.setAccessibleDescription(text)
        self._color()

    def changeEvent(self, event: QEvent) -> None:
        """Other colours of the desktop are followed at once."""
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
