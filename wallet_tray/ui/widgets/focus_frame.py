"""The style's own focus frame.

Import it when first drawn: importing ``QStyle`` takes Python 12 ms or more, which would slow the
popup's first opening.
"""

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionFocusRect, QWidget


def draw_focus_frame(widget: QWidget, painter: QPainter) -> None:
    """Draw the frame along the widget's edge."""
    option = QStyleOptionFocusRect()
    option.initFrom(widget)
    frame = QStyle.PrimitiveElement.PE_FrameFocusRect
    widget.style().drawPrimitive(frame, option, painter, widget)
