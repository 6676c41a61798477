"""The style's own frame that says: the keyboard is here.

Imported when it is first drawn: to know ``QStyle`` costs Python 12 ms and more, which would be part
of the popup's first opening.
"""

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionFocusRect, QWidget


def draw_focus_frame(widget: QWidget, painter: QPainter) -> None:
    """Draw it along the widget's edge."""
    option = QStyleOptionFocusRect()
    option.initFrom(widget)
    frame = QStyle.PrimitiveElement.PE_FrameFocusRect
    widget.style().drawPrimitive(frame, option, painter, widget)
